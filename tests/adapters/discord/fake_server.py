"""Discord's servers, our own on loopback: the REST interface, and the gateway beside it."""

import asyncio
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web

from tests.adapters.discord import payloads
from tests.adapters.discord.discord_limits import (
    Refused,
    check_choices,
    check_commands,
    check_message,
    check_modal,
)
from tests.adapters.discord.fake_gateway import FakeGateway
from tests.adapters.discord.fake_http import Failure, answer_json, failed, read_body
from tests.adapters.discord.payloads import FOREIGN, Body, FakeChannel, FakeUser, Json

TOKEN = "fake.discord.token"
EPOCH_MS = 1_420_070_400_000  # of Discord's ids
EPHEMERAL = 1 << 6
ORIGINAL = "@original"
PATIENCE = 20.0  # seconds until a test is told that nothing came

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
PING_PONG, SAID, THINKING, THINKING_UPDATE, UPDATED, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9

CHANNEL = FakeChannel()
FOREIGN_CHANNEL = FakeChannel(FOREIGN, "utenriks")
USER = FakeUser()


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


class FakeServer:
    """Discord without people, as far as Daybook can tell.

    Attributes:
        window: Seconds of the rate limit's window that answers tell of; none when None.
        nonces_last: How long a nonce is checked: "the past few minutes" in Discord's words.
        posted: Messages that stand in channels, oldest first, as they stand now.
        said: Answers that stand in channels, likewise.
        edited: Each message that was edited, as it stood after the edit.
        requests: Every request: method, path below ``/api/v10``, and body.
        commands: The application's commands, as last offered.
        gateway: The websocket's end.
    """

    def __init__(
        self,
        token: str = TOKEN,
        channels: tuple[FakeChannel, ...] = (CHANNEL, FOREIGN_CHANNEL),
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._token = token
        self._now = now
        self.channels = {place.id: place for place in channels}
        self.members: dict[str, dict[str, tuple[str, ...]]] = {payloads.GUILD: {payloads.KARI: ()}}
        self._forbidden: set[str] = set()
        self._ids = 0
        self._nonces: dict[tuple[str, str], tuple[datetime, Json]] = {}
        self.answers: dict[str, Answer] = {}
        self._failures: list[Failure] = []
        self._changed = asyncio.Condition()
        self._runner: web.AppRunner | None = None
        self._port = 0
        self.window: float | None = None
        self.nonces_last = timedelta(minutes=5)
        self.posted: list[Json] = []
        self.said: list[Json] = []
        self.edited: list[Json] = []
        self.requests: list[tuple[str, str, Any]] = []
        self.commands: list[Json] = []
        self.gateway = FakeGateway(token, self._ready, self._notify)

    # Serving

    @property
    def api_url(self) -> str:
        """What ``DISCORD_API_BASE_URL`` is to be."""
        return f"http://127.0.0.1:{self._port}/api/v10"

    @property
    def gateway_url(self) -> str:
        """What ``DISCORD_GATEWAY_URL`` is to be."""
        return f"ws://127.0.0.1:{self._port}"

    async def start(self, port: int = 0) -> None:
        """Serve on loopback; port 0 takes a free one, a later start the one it had."""
        self.gateway.guilds = [payloads.guild("Redaksjonen", list(self.channels.values()))]
        app = web.Application(client_max_size=32 * 1024**2)
        app.router.add_get("/", self.gateway.serve)
        app.router.add_route("*", "/api/v10/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port or self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Be gone, as Discord is when it is down; what was posted is kept."""
        await self.gateway.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    async def until(self, condition: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Wait for something that a request changes.

        Raises:
            TimeoutError: If it does not come true in time.
        """
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: bool(condition()))

    # What goes wrong

    def fail_next(
        self,
        path_part: str,
        *,
        method: str = "POST",
        status: int = 503,
        code: int = 0,
        retry_after: float | str | None = None,
        after_posting: bool = False,
        cut: bool = False,
        silent: bool = False,
    ) -> None:
        """Let the next request to such a path fail.

        Args:
            path_part: A part of its path: ``/messages``.
            method: Its method.
            status: The status it is answered with.
            code: Discord's own code for it.
            retry_after: Seconds, for status 429; as a text, what Cloudflare says.
            after_posting: Whether what was asked is done all the same.
            cut: Whether the connection is cut instead of answered.
            silent: Whether no answer ever comes.
        """
        self._failures.append(
            Failure(method, path_part, status, code, retry_after, after_posting, cut, silent)
        )

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

    # The REST interface

    def _ready(self, session_id: str) -> Json:
        return {
            "v": 10,
            "user": payloads.bot_user(),
            "guilds": [{"id": guild["id"], "unavailable": True} for guild in self.gateway.guilds],
            "session_id": session_id,
            "resume_gateway_url": self.gateway_url,
            "shard": [0, 1],
            "application": {"id": payloads.APPLICATION, "flags": 0},
        }

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        path = f"/{request.match_info['path']}"
        body = await read_body(request)
        failure = self._take_failure(request.method, path)
        self.requests.append((request.method, path, body))
        if failure is None or failure.after_posting:
            response = self._respond(request, path, body)
        else:
            response = web.Response()
        if failure is not None and failure.silent:
            await asyncio.Event().wait()
        if failure is not None:
            response = failed(request, failure)
        await self._notify()
        return response

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def _take_failure(self, method: str, path: str) -> Failure | None:
        for failure in self._failures:
            if failure.method == method and failure.path_part in path:
                self._failures.remove(failure)
                return failure
        return None

    def _respond(self, request: web.Request, path: str, body: Body) -> web.Response:
        try:
            result = self._route(request, path.strip("/").split("/"), body)
        except Refused as refusal:
            return answer_json(refusal.body, status=refusal.status)
        if result is None:
            return web.Response(status=204)
        return answer_json(result, headers=self._rate_limit())

    def _rate_limit(self) -> dict[str, str]:
        """Return the headers that tell of a window with room left, where there is one."""
        if self.window is None:
            return {}
        return {
            "X-RateLimit-Limit": "50",
            "X-RateLimit-Remaining": "49",
            "X-RateLimit-Reset-After": str(self.window),
            "X-RateLimit-Bucket": "messages",
        }

    def _route(self, request: web.Request, path: list[str], body: Body) -> Body:
        match request.method, path:
            case "POST", ["interactions", _, token, "callback"]:
                return self._first_answer(token, body)
            case "PATCH", ["webhooks", _, token, "messages", message_id] if message_id != ORIGINAL:
                return self._replace(self._answer(token), body)
            case method, ["webhooks", _, token, *_]:
                return self._later_answer(method, token, body)
        if request.headers.get("Authorization") != f"Bot {self._token}":
            raise Refused(401, 0, "401: Unauthorized")
        match request.method, path:
            case "GET", ["users", "@me"]:
                return payloads.bot_user()
            case "GET", ["oauth2", "applications", "@me"]:
                return payloads.application()
            case "GET", ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
                return {"url": self.gateway_url, "shards": 1, "session_start_limit": limit}
            case "POST", ["users", "@me", "channels"]:
                return self._open_direct(body["recipient_id"])
            case "GET", ["guilds", guild_id, "members", user_id]:
                return self._member(guild_id, user_id)
            case "PUT", ["applications", _, "commands"]:
                return self._offer(body)
            case "POST", ["channels", channel_id, "messages"]:
                return self._post(self._allowed(channel_id), body)
            case "GET", ["channels", channel_id, "messages"]:
                return self._history(self._allowed(channel_id), request.query)
            case "PATCH", ["channels", channel_id, "messages", message_id]:
                return self._edit(self._allowed(channel_id), message_id, body)
        raise Refused(404, 0, "404: Not Found")

    def _open_direct(self, user_id: str) -> Json:
        place = FakeChannel(f"9{user_id}", "", direct=True)
        self.channels[place.id] = place
        return payloads.channel(place)

    def _member(self, guild_id: str, user_id: str) -> Json:
        members = self.members.get(guild_id, {})
        if user_id not in members:
            raise Refused(404, 10007, "Unknown Member")
        return payloads.member(FakeUser(user_id, roles=members[user_id]))

    def _allowed(self, channel_id: str) -> str:
        if channel_id not in self.channels:
            raise Refused(404, 10003, "Unknown Channel")
        if channel_id in self._forbidden:
            raise Refused(403, 50001, "Missing Access")
        return channel_id

    def _offer(self, commands: list[Json]) -> list[Json]:
        check_commands(commands)
        self.commands = [
            {
                "type": 1,
                "id": self.next_id(),
                "application_id": payloads.APPLICATION,
                "description": "",
                **command,
            }
            | {"version": "1", "default_member_permissions": None}
            for command in commands
        ]
        return self.commands

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
