"""Discord's servers, our own on loopback: the REST interface, and the gateway beside it."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from tests.adapters.discord import payloads
from tests.adapters.discord.discord_limits import (
    Refused,
    check_commands,
)
from tests.adapters.discord.fake_gateway import FakeGateway
from tests.adapters.discord.fake_http import Failure, answer_json, failed, read_body
from tests.adapters.discord.fake_messages import FakeMessages
from tests.adapters.discord.payloads import FOREIGN, Body, FakeChannel, FakeUser, Json

TOKEN = "fake.discord.token"
ORIGINAL = "@original"
PATIENCE = 20.0  # seconds until a test is told that nothing came


CHANNEL = FakeChannel()
FOREIGN_CHANNEL = FakeChannel(FOREIGN, "utenriks")
USER = FakeUser()


class FakeServer(FakeMessages):
    """Discord without people, as far as Daybook can tell.

    Attributes:
        window: Seconds of the rate limit's window that answers tell of; none when None.
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
        super().__init__(channels, now)
        self._token = token
        self.members: dict[str, dict[str, tuple[str, ...]]] = {payloads.GUILD: {payloads.KARI: ()}}
        self._failures: list[Failure] = []
        self._changed = asyncio.Condition()
        self._runner: web.AppRunner | None = None
        self._port = 0
        self.window: float | None = None
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

    def _member(self, guild_id: str, user_id: str) -> Json:
        members = self.members.get(guild_id, {})
        if user_id not in members:
            raise Refused(404, 10007, "Unknown Member")
        return payloads.member(FakeUser(user_id, roles=members[user_id]))

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
