"""What stands in Discord's channels, and how interactions are answered there."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.adapters.discord import payloads
from tests.adapters.discord.discord_limits import (
    Refused,
    check_choices,
    check_message,
    check_modal,
)
from tests.adapters.discord.payloads import Body, FakeChannel, Json

EPOCH_MS = 1_420_070_400_000  # of Discord's ids
EPHEMERAL = 1 << 6

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
PING_PONG, SAID, THINKING, THINKING_UPDATE, UPDATED, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9


@dataclass(slots=True)
class Answer:
    """What the bot answered to one interaction, as it comes in.

    Attributes:
        kind: The type of the first answer: 4 a message, 5 thinking, 8 choices, 9 a form.
        data: What the first answer held.
        later: Messages that came after it, edits of the first among them.
        replaced: What the message whose button was pressed says instead, if it was replaced.
        deleted: Whether the first answer was taken away again.
        standing: What it said where others see it, too, as that stands now.
    """

    interaction: Json
    kind: int = 0
    data: Json = field(default_factory=dict)
    later: list[Json] = field(default_factory=list)
    deleted: bool = False
    replaced: Json | None = None
    standing: Json | None = None

    @property
    def message(self) -> Json:
        """The message that stands in the end."""
        return self.later[-1] if self.later else self.data

    @property
    def private(self) -> bool:
        """Whether only the asker sees it."""
        return bool((self.message.get("flags") or 0) & EPHEMERAL)


class FakeMessages:
    """Channels with what stands in them, and answers to what people ask there.

    Attributes:
        nonces_last: How long a nonce is checked: "the past few minutes" in Discord's words.
        posted: Messages that stand in channels, oldest first, as they stand now.
        said: Answers that stand in channels, likewise.
        edited: Each message that was edited, as it stood after the edit.
    """

    def __init__(self, channels: Iterable[FakeChannel], now: Callable[[], datetime]) -> None:
        self._now = now
        self.channels = {place.id: place for place in channels}
        self._forbidden: set[str] = set()
        self._ids = 0
        self._nonces: dict[tuple[str, str], tuple[datetime, Json]] = {}
        self.answers: dict[str, Answer] = {}
        self.nonces_last = timedelta(minutes=5)
        self.posted: list[Json] = []
        self.said: list[Json] = []
        self.edited: list[Json] = []

    def forbid(self, channel_id: str) -> None:
        """Take the bot out of a channel."""
        self._forbidden.add(channel_id)

    def chatter(self, channel_id: str, number: int) -> None:
        """Let so many other messages stand in a channel, after those that stand there."""
        for _ in range(number):
            said = {"content": "chatter"}
            when = self._now().isoformat()
            self.posted.append(payloads.message(self.next_id(), channel_id, said, when))

    def forget_nonces(self) -> None:
        """Be some minutes later: nonces are no longer checked."""
        self._nonces.clear()

    def _open_direct(self, user_id: str) -> Json:
        place = FakeChannel(f"9{user_id}", "", direct=True)
        self.channels[place.id] = place
        return payloads.channel(place)

    def _allowed(self, channel_id: str) -> str:
        if channel_id not in self.channels:
            raise Refused(404, 10003, "Unknown Channel")
        if channel_id in self._forbidden:
            raise Refused(403, 50001, "Missing Access")
        return channel_id

    def _post(self, channel_id: str, said: Json) -> Json:
        check_message(said)
        nonce = str(said.get("nonce") or "")
        known = self._nonces.get((channel_id, nonce)) if said.get("enforce_nonce") else None
        if nonce and known is not None and self._now() - known[0] < self.nonces_last:
            return known[1] | {"nonce": nonce}
        message = payloads.message(self.next_id(), channel_id, said, self._now().isoformat())
        self.posted.append(message)
        self._nonces[channel_id, nonce] = (self._now(), message)
        return message | {"nonce": nonce}

    def _edit(self, channel_id: str, message_id: str, said: Json) -> Json:
        for message in (*self.posted, *self.said):
            if (message["channel_id"], message["id"]) == (channel_id, message_id):
                check_message(message | said)
                message.update(payloads.message(message_id, channel_id, message | said, ""))
                message.update(timestamp=self._now().isoformat())
                self.edited.append(dict(message))
                return message
        raise Refused(404, 10008, "Unknown Message")

    def _history(self, channel_id: str, query: Mapping[str, str]) -> list[Json]:
        after, before = int(query.get("after", 0)), int(query.get("before", sys.maxsize))
        found = [
            message
            for message in self.posted
            if message["channel_id"] == channel_id and after < int(message["id"]) < before
        ]
        limit = int(query.get("limit", 50))
        return (found[:limit] if "after" in query else found[-limit:])[::-1]

    def _first_answer(self, token: str, body: Json) -> Json:
        answer = self._answer(token)
        if answer.kind:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        data = body.get("data") or {}
        match body["type"]:
            case 4:  # SAID; an update is checked where it replaces
                check_message(data)
            case 8:
                check_choices(data["choices"])
            case 9:
                if answer.interaction["type"] == MODAL_SUBMIT:
                    raise Refused(400, 50035, "Invalid Form Body", {"type": "MODAL"})
                check_modal(data)
        answer.kind, answer.data = body["type"], data
        state = {"id": answer.interaction["id"], "type": answer.interaction["type"]}
        resource: Json = {"type": body["type"]}
        if body["type"] == UPDATED:
            resource["message"] = self._replace(answer, data)
        if body["type"] == SAID:
            resource["message"] = self._said(answer, data)
            state["response_message_id"] = resource["message"]["id"]
        return {"interaction": state, "resource": resource}

    def _later_answer(self, method: str, token: str, body: Body) -> Json | None:
        answer = self._answer(token)
        if not answer.kind:
            raise Refused(404, 10015, "Unknown Webhook")
        if method == "DELETE":
            answer.deleted = True
            return None
        check_message(body)
        if method == "PATCH":  # an edit stays as private as what it edits
            body = answer.data | body
        answer.later.append(body)
        return self._said(answer, body)

    def _replace(self, answer: Answer, said: Json) -> Json:
        """Let the message whose button was pressed say this instead."""
        check_message(said)
        answer.replaced = said
        pressed: Json = answer.interaction["message"]
        for message in (*self.posted, *self.said):
            if message["id"] == pressed["id"]:
                return self._edit(message["channel_id"], message["id"], said)
        return payloads.message(pressed["id"], pressed["channel_id"], said, payloads.STARTED)

    def _answer(self, token: str) -> Answer:
        if token not in self.answers:
            raise Refused(404, 10062, "Unknown interaction")
        return self.answers[token]

    def _said(self, answer: Answer, said: Json) -> Json:
        place = answer.interaction["channel_id"]
        message = payloads.message(self.next_id(), place, said, self._now().isoformat())
        if not message["flags"] & EPHEMERAL:
            self.said.append(message)
            answer.standing = message
        return message

    def next_id(self) -> str:
        """Return an id as Discord makes them: the time, and a number."""
        self._ids += 1
        ms = int(self._now().timestamp() * 1000) - EPOCH_MS
        return str((ms << 22) + self._ids)
