"""In which of the bot's servers a person is who writes to it directly, and in which roles."""

import asyncio

import discord

from adapters.discord.parse import role_words

KEPT = 300.0
"""Seconds for which completion and sending take an answer of Discord's to be true still."""

Servers = dict[str, tuple[str, ...]]
"""A person's roles in each server, by the server's id."""


class SharedServers:
    """Asks Discord, person by person: listing everybody would take a privileged intent."""

    def __init__(self) -> None:
        self._known: dict[int, Servers] = {}
        self._inside: set[tuple[int, tuple[str, ...]]] = set()

    async def of(self, client: discord.Client, person_id: int) -> Servers:
        """Return the servers that the bot shares with a person, as Discord has it now.

        Raises:
            discord.HTTPException: If Discord could not be asked.
        """
        guilds = sorted(client.guilds, key=lambda guild: guild.id)
        inside = await asyncio.gather(*(_member(guild, person_id) for guild in guilds))
        found = {str(member.guild.id): role_words(member) for member in inside if member}
        self._known[person_id] = found
        asyncio.get_running_loop().call_later(KEPT, self._known.pop, person_id, None)
        return found

    async def last_of(self, client: discord.Client, person_id: int) -> Servers:
        """Return them as they were a few minutes ago at most: for what comes with every key."""
        known = self._known.get(person_id)
        return await self.of(client, person_id) if known is None else known

    async def is_in_any(
        self, client: discord.Client, person_id: int, servers: tuple[str, ...]
    ) -> bool:
        """Return whether a person is in any of these servers, or was a few minutes ago at most.

        The bot need not be connected for it, only logged in.

        Raises:
            discord.HTTPException: If Discord could not be asked.
        """
        known = self._known.get(person_id, {})
        if (person_id, servers) in self._inside or not known.keys().isdisjoint(servers):
            return True
        for server in servers:
            try:
                await client.http.get_member(int(server), person_id)
            except (discord.NotFound, discord.Forbidden):
                continue
            self._inside.add((person_id, servers))
            forget = self._inside.discard
            asyncio.get_running_loop().call_later(KEPT, forget, (person_id, servers))
            return True
        return False


async def _member(guild: discord.Guild, person_id: int) -> discord.Member | None:
    try:
        return await guild.fetch_member(person_id)
    except (discord.NotFound, discord.Forbidden):
        return None
