"""A person in Discord: the real client against a Discord of our own."""

from collections.abc import Mapping

from tests.adapters.discord.fake_discord import FakeDiscord, buttons_of, text_of
from tests.adapters.discord.fake_messages import MODAL, Answer
from tests.adapters.discord.fake_server import CHANNEL, FOREIGN_CHANNEL
from tests.adapters.discord.payloads import FakeChannel, FakeUser, Json
from tests.conformance.chat import Given, Room, Seen

INBOX = FakeChannel(f"9{FakeUser().id}", "", direct=True)
CHANNELS = {Room.DESK: CHANNEL, Room.FOREIGN: FOREIGN_CHANNEL, Room.DIRECT: INBOX}
ROOMS = {channel.id: room for room, channel in CHANNELS.items()}
KARI = FakeUser(locale="en-GB")


class DiscordPerson:
    """Implements ``tests.conformance.chat.Person``; an alias is given by ``/sak``."""

    completes = True

    def __init__(self, discord: FakeDiscord) -> None:
        self._discord = discord

    async def give(self, given: Given, room: Room) -> Seen:
        group = "sak" if given.word else "story"
        answer = await self._discord.slash(
            given.command, given.values, CHANNELS[room], KARI, group=group
        )
        return _seen(answer, room)

    async def press(self, shown: Seen, label: str) -> Seen:
        buttons = buttons_of(shown.handle)
        named = next(each for each in buttons if each == label or each.endswith(f" {label}"))
        pressed = buttons[named]  # one of a list's bears the number of its line in front
        answer = await self._discord.press(shown.handle, pressed, KARI, CHANNELS[shown.room])
        return _seen(answer, shown.room)

    async def fill(self, form: Seen, values: Mapping[str, str]) -> Seen:
        answer = await self._discord.submit(form.handle, values, KARI, CHANNELS[form.room])
        return _seen(answer, form.room)

    async def complete(self, command: str, parameter: str, typed: str) -> list[str]:
        choices = await self._discord.autocomplete(command, parameter, typed, user=KARI)
        return [choice["value"] for choice in choices]

    def standing(self, seen: Seen) -> Seen:
        (now,) = [each for each in self._discord.said if each["id"] == seen.handle["id"]]
        return _stands(now, seen.room)

    def reminders(self) -> list[Seen]:
        return [_stands(each, ROOMS[each["channel_id"]]) for each in self._discord.posted]


def _seen(answer: Answer, room: Room) -> Seen:
    if answer.kind == MODAL:
        title = answer.data["title"]
        return Seen(title, private=True, room=room, handle=answer.data, asks=True)
    return _stands(answer.standing or answer.message, room, private=answer.private)


def _stands(message: Json, room: Room, *, private: bool = False) -> Seen:
    text = text_of(message).replace("\\", "").replace("*", "").replace("_", "").replace("~", "")
    return Seen(text, tuple(buttons_of(message)), private, room, message)
