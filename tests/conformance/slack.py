"""A person in Slack: the real client against a Slack of our own."""

import asyncio
from collections.abc import Iterator, Mapping

from adapters.slack.parse import unescape
from tests.adapters.slack.fake_slack import FakeSlack
from tests.adapters.slack.slack_payloads import Json, buttons
from tests.conformance.chat import Given, Room, Seen

CHANNELS = {Room.DESK: "C1", Room.FOREIGN: "C2", Room.DIRECT: "DU1"}
ROOMS = {key: room for room, key in CHANNELS.items()}


class SlackPerson:
    """Implements ``tests.conformance.chat.Person``."""

    completes = False  # Slack completes nothing behind a slash command

    def __init__(self, slack: FakeSlack) -> None:
        self._slack = slack

    async def give(self, given: Given, room: Room) -> Seen:
        await self._slack.slash(
            given.typed, command="/sak" if given.word else "/story", channel=CHANNELS[room]
        )
        return await self._answer(room)

    async def press(self, shown: Seen, label: str) -> Seen:
        pressed = next(b for b in buttons(shown.handle) if b["text"]["text"] == label)
        await self._slack.press(shown.handle, pressed["value"])
        return await self._answer(shown.room)

    async def fill(self, form: Seen, values: Mapping[str, str]) -> Seen:
        await self._slack.submit(form.handle, dict(values))
        return _seen(await self._slack.next_answer())

    async def complete(self, command: str, parameter: str, typed: str) -> list[str]:
        raise NotImplementedError("Slack completes nothing behind a slash command")

    def standing(self, seen: Seen) -> Seen:
        place = (seen.handle["channel"], seen.handle["ts"])
        (now,) = [each for each in self._slack.said if (each.channel, each.ts) == place]
        return _seen({**now.body, "channel": now.channel})

    def reminders(self) -> list[Seen]:
        return [_seen({**each.body, "channel": each.channel}) for each in self._slack.posted]

    async def _answer(self, room: Room) -> Seen:
        """Return what comes first: an answer, or a form that opens."""
        answer = asyncio.ensure_future(self._slack.next_answer())
        form = asyncio.ensure_future(self._slack.next_call("views.open"))
        done, waiting = await asyncio.wait({answer, form}, return_when=asyncio.FIRST_COMPLETED)
        for each in waiting:
            each.cancel()
        if answer in done:
            return _seen(answer.result())
        view = self._slack.views[-1]
        return Seen(_text(view["blocks"]), private=True, room=room, handle=view, asks=True)


def _seen(body: Json) -> Seen:
    return Seen(
        _text([body.get("text", ""), body.get("blocks", [])]),
        tuple(button["text"]["text"] for button in buttons({"blocks": [], **body})),
        private=body.get("response_type") == "ephemeral",
        room=ROOMS[body["channel"]],
        handle=body,
    )


def _text(part: object) -> str:
    return unescape("\n".join(_words(part))).replace("*", "").replace("_", "").replace("~", "")


def _words(part: object) -> Iterator[str]:
    match part:
        case str():
            yield part
        case list():
            for each in part:
                yield from _words(each)
        case dict():
            for key in ("text", "label", "fields", "elements"):
                yield from _words(part.get(key, []))
