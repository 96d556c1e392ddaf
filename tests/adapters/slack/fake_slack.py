"""A small Slack of our own on loopback, for real clients: Web API, Socket Mode, response URLs.

It keeps what is posted, refuses what Slack would refuse, and fails when told to. Tests play its
people: ``slash``, ``press``, ``submit``, ``choose``. As a process of its own:
``python -m tests.adapters.slack.fake_slack --port 8123``; ``GET /fake/posted`` tells what stands.
"""

import argparse
import asyncio
import json
import signal
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from aiohttp import WSCloseCode, WSMsgType, web

from tests.adapters.slack import slack_payloads as payloads
from tests.adapters.slack.fake_workspace import FakeWorkspace, refusal
from tests.adapters.slack.slack_rules import Json, message_problem

BOT_TOKEN = "xoxb-daybook"
APP_TOKEN = "xapp-daybook"
PATIENCE = 20.0
"""Seconds after which a test that waits in vain fails."""


@dataclass(frozen=True, slots=True)
class Fault:
    """How a call fails.

    Attributes:
        error: Refused, by Slack's word for it.
        status: Refused by an HTTP status; 429 with ``retry_after`` seconds, or a moment.
        body: Answered with this, a page or JSON of its own.
        drop: The connection is lost before anything is done.
        drop_answer: It is lost after all is done.
        hang: Nothing is done, and no answer comes.
    """

    error: str = ""
    status: int = 200
    retry_after: float | str | None = None
    body: str = ""
    drop: bool = False
    drop_answer: bool = False
    hang: bool = False


class FakeSlack(FakeWorkspace):
    """A workspace that real clients can reach.

    Attributes:
        answers: Bodies sent to response URLs, each with the ``channel`` it leads to; and what
            the bot posts without a nonce.
        connections: How many sockets have been opened in all.
        bot_token: What is accepted; likewise ``app_token``.

    Args:
        port: Where to listen; any free one when 0.
        now: Slack's clock, in seconds since 1970, for the timestamps of messages.
    """

    def __init__(self, *, port: int = 0, now: Callable[[], float] = time.time) -> None:
        super().__init__(now)
        self._port = port
        self.bot_token = BOT_TOKEN
        self.app_token = APP_TOKEN
        self.answers: list[Json] = []
        self.connections = 0
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._calls: dict[str, asyncio.Queue[Json]] = defaultdict(asyncio.Queue)
        self._sockets: list[web.WebSocketResponse] = []
        self._connected = asyncio.Condition()
        self._acks: dict[str, asyncio.Future[Json]] = {}
        self._urls: dict[str, str] = {}
        self._tickets: set[str] = set()
        self._stopped = asyncio.Event()
        self._runner: web.AppRunner | None = None

    # Life

    async def start(self) -> Self:
        app = web.Application(client_max_size=2**24)
        app.router.add_post("/api/{method}", self._on_api)
        app.router.add_get("/api/{method}", self._on_api)
        app.router.add_post("/api/upload/{id}", self._on_upload)
        app.router.add_post("/respond/{id}", self._on_response)
        app.router.add_get("/socket", self._on_socket)
        app.router.add_get("/fake/posted", self._on_posted)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def stop(self) -> None:
        self._stopped.set()
        await self.drop_sockets()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        """What ``SLACK_API_BASE_URL`` shall be."""
        return f"http://127.0.0.1:{self._port}/api/"

    # What people do

    async def slash(
        self, text: str, *, command: str = "/story", channel: str = "C1", user: str = "U1"
    ) -> Json:
        """Give a slash command; return the payload of its acknowledgement."""
        body = payloads.slash_command(command, text, channel, user)
        return await self._envelope("slash_commands", self._with_urls(body, channel))

    async def press(self, message: Json, value: str, *, user: str = "U1") -> Json:
        """Press the button with this value on a message: a ``Posted.body`` or an answer."""
        body = payloads.button_press(message, value, user)
        return await self._envelope("interactive", self._with_urls(body, message["channel"]))

    async def submit(self, view: Json, values: Json, *, user: str = "U1") -> Json:
        """Send an opened form with these answers."""
        body = payloads.form_sent(view, values, user)
        body["trigger_id"] = self._trigger()
        return await self._envelope("interactive", body)

    async def choose(
        self, callback_id: str, message: Json, *, channel: str = "C1", user: str = "U1"
    ) -> Json:
        """Choose a shortcut on a message."""
        body = payloads.message_shortcut(callback_id, message, channel, user)
        return await self._envelope("interactive", self._with_urls(body, channel))

    async def happen(self, event: str, *, channel: str = "C1", user: str = "U1") -> None:
        """Let something happen that the app has asked to hear of."""
        await self._envelope("events_api", payloads.event(event, channel, user))

    # What happens to Slack

    def fail_next(self, method: str, fault: Fault, *, times: int = 1) -> None:
        """Let the next calls of a method fail.

        ``response_url``, ``answers``, which the bot posts, and ``socket``, the opening of one,
        count as methods too.
        """
        self._faults[method].extend([fault] * times)

    async def drop_sockets(self, *, rudely: bool = False) -> None:
        """Close every socket, with a goodbye or, ``rudely``, without one."""
        for socket in self._sockets:
            if rudely and socket._req is not None and socket._req.transport is not None:
                socket._req.transport.abort()
            elif not rudely:
                await socket.close(code=WSCloseCode.GOING_AWAY)
        self._sockets.clear()

    async def ask_to_reconnect(self) -> None:
        """Say what Slack says before it closes an old socket."""
        for socket in self._sockets:
            await socket.send_json({"type": "disconnect", "reason": "refresh_requested"})

    # What was heard

    async def next_call(self, method: str) -> Json:
        """Return the body of the next call of a method that was not refused; wait for it.

        What is posted without a nonce is an answer, which ``next_answer`` returns.
        """
        return await asyncio.wait_for(self._calls[method].get(), PATIENCE)

    async def next_answer(self) -> Json:
        """Return what is answered next, whichever way."""
        return await self.next_call("answers")

    async def connected(self, times: int = 1) -> None:
        """Wait until sockets have been opened this many times in all."""
        async with self._connected:
            await asyncio.wait_for(
                self._connected.wait_for(lambda: self.connections >= times), PATIENCE
            )

    # The Web API

    async def _on_api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        body = await body_of(request)
        faults = self._faults["answers" if is_answer(method, body) else method]
        fault = faults.popleft() if faults else Fault()
        if fault.hang:
            await self._stopped.wait()
        if fault.drop or fault.hang:
            return _lose(request)
        if fault.status != 200 or fault.error or fault.body:
            return _refuse(fault)
        answer = self._answer(method, body, request.headers.get("Authorization", ""))
        if answer["ok"] and is_answer(method, body):
            self._answered({**body, "ts": answer["ts"]})
        elif answer["ok"]:
            self._calls[method].put_nowait(body)
        return _lose(request) if fault.drop_answer else web.json_response(answer)

    def _answer(self, method: str, body: Json, authorization: str) -> Json:
        expected = self.app_token if method == "apps.connections.open" else self.bot_token
        if authorization != f"Bearer {expected}":
            return refusal("invalid_auth")
        if method == "apps.connections.open":
            ticket = str(next(self.numbers))
            self._tickets.add(ticket)
            return {"ok": True, "url": f"ws://127.0.0.1:{self._port}/socket?ticket={ticket}"}
        return self.call(method, body, self.url)

    async def _on_upload(self, request: web.Request) -> web.Response:
        self.files[request.match_info["id"]] = await request.read()
        return web.Response(text="OK")

    async def _on_posted(self, request: web.Request) -> web.Response:
        """Tell another process what stands, and by which nonce."""
        return web.json_response(
            [{**each.body, "channel": each.channel, "nonce": each.nonce} for each in self.posted]
        )

    # Response URLs

    async def _on_response(self, request: web.Request) -> web.StreamResponse:
        key = request.match_info["id"]
        body = await body_of(request)
        if key not in self._urls:
            return web.Response(status=404, text="expired_url")
        if fault := self._faults["response_url"]:
            return _refuse(fault.popleft())
        if problem := message_problem(body):
            return web.Response(status=400, text=problem)
        answer = {**body, "channel": self._urls[key], "ts": f"{int(self.now())}.{key:0>6}"}
        self._answered(answer)
        return web.Response(text="ok")

    def _answered(self, answer: Json) -> None:
        self.answers.append(answer)
        self._calls["answers"].put_nowait(answer)

    def _with_urls(self, body: Json, channel: str) -> Json:
        key = str(next(self.numbers))
        self._urls[key] = channel
        url = f"http://127.0.0.1:{self._port}/respond/{key}"
        return {**body, "response_url": url, "trigger_id": self._trigger()}

    def _trigger(self) -> str:
        trigger = f"{next(self.numbers)}.1.trigger"
        self.triggers.add(trigger)
        return trigger

    # Socket Mode

    async def _on_socket(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query["ticket"]
        if ticket not in self._tickets:
            return web.Response(status=403, text="an address is good once")
        self._tickets.discard(ticket)
        if faults := self._faults["socket"]:
            return _refuse(faults.popleft())
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json(payloads.hello())
        self._sockets.append(socket)
        async with self._connected:
            self.connections += 1
            self._connected.notify_all()
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                self._on_ack(json.loads(message.data))
        return socket

    def _on_ack(self, answer: Json) -> None:
        waiting = self._acks.pop(answer["envelope_id"], None)
        if waiting is not None and not waiting.done():
            waiting.set_result(answer.get("payload") or {})

    async def _envelope(self, kind: str, body: Json) -> Json:
        """Send a payload to the newest socket; return what it was acknowledged with.

        Raises:
            TimeoutError: If that took more than three seconds, as people then see an error.
        """
        key = f"E{next(self.numbers)}"
        self._acks[key] = asyncio.get_running_loop().create_future()
        envelope = payloads.envelope(kind, key, body)
        await self._sockets[-1].send_json(envelope)
        return await asyncio.wait_for(self._acks[key], 3)


def _refuse(fault: Fault) -> web.Response:
    headers = {"Retry-After": str(fault.retry_after)} if fault.retry_after is not None else {}
    if fault.body:
        kind = "application/json" if fault.body.startswith("{") else "text/html"
        return web.Response(
            status=fault.status, text=fault.body, content_type=kind, headers=headers
        )
    error = fault.error or ("ratelimited" if fault.status == 429 else "")
    body = refusal(error) if error else {}
    return web.json_response(body, status=fault.status, headers=headers)


def _lose(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def is_answer(method: str, body: Json) -> bool:
    """Whether a call posts an answer: it bears no nonce, as notices do."""
    return method == "chat.postMessage" and "metadata" not in body


async def body_of(request: web.Request) -> Json:
    if request.content_type == "application/json":
        body: Json = await request.json()
        return body
    return {**request.query, **(await request.post())}


async def _serve(port: int) -> None:
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    async with FakeSlack(port=port) as slack:
        print(slack.url, flush=True)
        await stopped.wait()


def main(arguments: list[str] | None = None) -> None:
    """Serve until SIGTERM; the first line printed is the base URL."""
    parser = argparse.ArgumentParser(description="A small Slack on loopback.")
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(_serve(parser.parse_args(arguments).port))


if __name__ == "__main__":
    main()
