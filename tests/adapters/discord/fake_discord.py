"""A Discord of our own on loopback: its servers, and people who use it.

Started by itself, it serves until stopped: ``python -m tests.adapters.discord.fake_discord 8899``.
"""

import asyncio
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from tests.adapters.discord import payloads
from tests.adapters.discord.fake_messages import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL_SUBMIT,
    Answer,
)
from tests.adapters.discord.fake_server import (
    CHANNEL,
    FOREIGN_CHANNEL,
    TOKEN,
    USER,
    FakeServer,
)
from tests.adapters.discord.payloads import FakeChannel, FakeUser, Json

__all__ = ["CHANNEL", "FOREIGN_CHANNEL", "TOKEN", "USER", "Answer", "FakeDiscord"]


class FakeDiscord(FakeServer):
    """Discord, with people who give commands, press buttons and fill in forms."""

    async def slash(
        self,
        subcommand: str,
        options: Mapping[str, str] | None = None,
        channel: FakeChannel = CHANNEL,
        user: FakeUser = USER,
        *,
        group: str = "story",
    ) -> Answer:
        """Give a slash command, and return once there is a first answer.

        Raises:
            LookupError: If the bot does not offer it so; Discord would not let one type it.
        """
        name, offered = self._offered(group, subcommand)
        known = {option["name"]: option for option in offered.get("options", ())}
        given = options or {}
        lacking = {n for n, option in known.items() if option.get("required")} - set(given)
        if lacking or set(given) - set(known):
            raise LookupError(f"/{name} {subcommand} takes {sorted(known)}; got {sorted(given)}")
        values = [{"name": n, "type": 3, "value": value} for n, value in given.items()]
        return await self._interact(COMMAND, _command_data(name, subcommand, values), channel, user)

    async def autocomplete(
        self,
        subcommand: str,
        parameter: str,
        typed: str,
        channel: FakeChannel = CHANNEL,
        user: FakeUser = USER,
        *,
        group: str = "story",
    ) -> list[Json]:
        """Return the choices offered while a parameter is being typed."""
        name, _ = self._offered(group, subcommand)
        values = [{"name": parameter, "type": 3, "value": typed, "focused": True}]
        data = _command_data(name, subcommand, values)
        answer = await self._interact(AUTOCOMPLETE, data, channel, user)
        choices: list[Json] = answer.data["choices"]
        return choices

    async def press(
        self,
        message: Json,
        custom_id: str,
        user: FakeUser = USER,
        channel: FakeChannel | None = None,
    ) -> Answer:
        """Press one of a message's buttons."""
        buttons = buttons_of(message)
        if custom_id not in buttons.values():
            raise LookupError(f"no button {custom_id!r} among {buttons}")
        place = channel or self.channels.get(message.get("channel_id", ""), CHANNEL)
        data = {"custom_id": custom_id, "component_type": 2}
        shown = payloads.message("0", place.id, {}, payloads.STARTED) | dict(message)
        return await self._interact(COMPONENT, data, place, user, message=shown)

    async def submit(
        self,
        modal: Json,
        values: Mapping[str, str],
        user: FakeUser = USER,
        channel: FakeChannel = CHANNEL,
    ) -> Answer:
        """Fill in a form and send it; fields not named keep what stood in them."""
        components = []
        for label in modal["components"]:
            asked = label["component"]
            value = values.get(asked["custom_id"], asked.get("value") or "")
            if asked.get("required", True) and not value:
                raise LookupError(f"the form requires {asked['custom_id']}")
            filled = {"type": 4, "id": 3, "custom_id": asked["custom_id"], "value": value}
            components.append({"type": 18, "id": 2, "component": filled})
        data = {"custom_id": modal["custom_id"], "components": components}
        return await self._interact(MODAL_SUBMIT, data, channel, user)

    async def menu(
        self,
        name: str,
        text: str,
        channel: FakeChannel = CHANNEL,
        user: FakeUser = USER,
        attached: Sequence[Json] = (),
    ) -> Answer:
        """Choose the application's entry in a message's menu."""
        if not any(c["name"] == name and c["type"] == 3 for c in self.commands):
            raise LookupError(f"no menu entry {name!r}")
        said = {"content": text, "attachments": attached}
        target = payloads.message("77", channel.id, said, payloads.STARTED)
        data = {"id": "1", "name": name, "type": 3, "target_id": "77"}
        data["resolved"] = {"messages": {"77": target}}
        return await self._interact(COMMAND, data, channel, user)

    async def _interact(
        self,
        kind: int,
        data: Mapping[str, Any],
        channel: FakeChannel,
        user: FakeUser,
        **more: Json,
    ) -> Answer:
        self.channels.setdefault(channel.id, channel)  # direct messages are open once used
        happened = payloads.interaction(self.next_id(), kind, data, channel, user) | more
        answer = self.answers[happened["token"]] = Answer(happened)
        await self.gateway.tell("INTERACTION_CREATE", happened)
        await self.until(lambda: answer.kind)
        return answer

    def _offered(self, group: str, subcommand: str) -> tuple[str, Json]:
        for command in self.commands:
            if command["name"] == group or command["name"].startswith(f"{group}-"):
                for option in command.get("options", ()):
                    if option["name"] == subcommand:
                        return command["name"], option
        raise LookupError(f"/{group} {subcommand} is not offered")


def _command_data(name: str, subcommand: str, values: list[Json]) -> Json:
    inner = {"name": subcommand, "type": 1, "options": values}
    return {"id": "1", "name": name, "type": 1, "options": [inner]}


def buttons_of(message: Mapping[str, Any]) -> dict[str, str]:
    """Return a message's buttons: the ids by what stands on them."""
    rows = message.get("components") or []
    return {b["label"]: b["custom_id"] for row in rows for b in row["components"]}


def text_of(message: Mapping[str, Any]) -> str:
    """Return all that a message says, markup and all."""
    parts = [message.get("content") or ""]
    for embed in message.get("embeds") or []:
        footer = (embed.get("footer") or {}).get("text", "")
        parts += [embed.get("title") or "", embed.get("description") or "", footer]
    return "\n".join(part for part in parts if part)


async def main(port: int) -> None:
    """Serve until stopped."""
    fake = FakeDiscord()
    await fake.start(port)
    sys.stdout.write(f"{fake.api_url} {fake.gateway_url} {TOKEN}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
