"""In which of the bot's servers a person is who writes to it directly."""

import asyncio

import discord

KEPT = 300.0
"""Seconds for which completion takes an answer of Discord's to be true still."""


class SharedServers:
    """Asks Discord, person by person: listing everybody would take a privileged intent."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[str, ...]] = {}

    async def of(self, client: discord.Client, person_id: int) -> tuple[str, ...]:
        """Return the ids of the servers that the bot shares with a person, as Discord has it now.

        Raises:
            discord.HTTPException: If Discord could not be asked.
        """
        guilds = sorted(client.guilds, key=lambda guild: guild.id)
        inside = await asyncio.gather(*(_is_member(guild, person_id) for guild in guilds))
        shared = zip(guilds, inside, strict=True)
        found = tuple(str(guild.id) for guild, member in shared if member)
        self._known[person_id] = found
        asyncio.get_running_loop().call_later(KEPT, self._known.pop, person_id, None)
        return found

    async def last_of(self, client: discord.Client, person_id: int) -> tuple[str, ...]:
        """Return them as they were a few minutes ago at most: for what comes with every key."""
        known = self._known.get(person_id)
        return await self.of(client, person_id) if known is None else known


async def _is_member(guild: discord.Guild, person_id: int) -> bool:
    try:
        await guild.fetch_member(person_id)
    except (discord.NotFound, discord.Forbidden):
        return False
    return True
