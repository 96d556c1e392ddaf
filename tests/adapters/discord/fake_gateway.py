"""The websocket of our own Discord: says hello, identifies, beats, resumes, tells of events."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
HEARTBEAT_MS = 41_250
UNKNOWN_ERROR, TOKEN_REFUSED = 4000, 4004


@dataclass(slots=True)
class Session:
    """One client's session: what it was told, so that it can be told again."""

    id: str
    intents: int
    told: list[dict[str, Any]] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None


class FakeGateway:
    """Serves the websocket.

    Attributes:
        refusals: How many of the next clients are turned away at the door.
        identified: How often a client began a session.
        resumed: How often a client took one up again.
        connected: Set as long as a client is there.
    """

    def __init__(
        self,
        token: str,
        ready: Callable[[str], Mapping[str, Any]],
        changed: Callable[[], Awaitable[None]],
    ) -> None:
        self._token = token
        self._ready = ready
        self._changed = changed
        self._sessions: dict[str, Session] = {}
        self.guilds: list[Mapping[str, Any]] = []
        self.refusals = 0
        self.identified = 0
        self.resumed = 0
        self.connected = asyncio.Event()

    @property
    def intents(self) -> int:
        """The intents of the latest session."""
        return list(self._sessions.values())[-1].intents

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Speak with one client until it leaves."""
        if self.refusals:
            self.refusals -= 1
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_MS}})
        session: Session | None = None
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            frame = json.loads(message.data)
            if frame["op"] == HEARTBEAT:
                await socket.send_json({"op": ACK})
            elif frame["op"] == IDENTIFY:
                session = await self._identify(socket, frame["d"])
            elif frame["op"] == RESUME:
                session = await self._resume(socket, frame["d"])
        if session and session.socket is socket:
            session.socket = None
            self.connected.clear()
        return socket

    async def _identify(
        self, socket: web.WebSocketResponse, said: dict[str, Any]
    ) -> Session | None:
        if said["token"] != self._token:
            await socket.close(code=TOKEN_REFUSED, message=b"Authentication failed.")
            return None
        session = Session(f"session-{len(self._sessions)}", said["intents"], socket=socket)
        self._sessions[session.id] = session
        self.identified += 1
        await self._tell(session, "READY", self._ready(session.id))
        for guild in self.guilds:
            await self._tell(session, "GUILD_CREATE", guild)
        self.connected.set()
        await self._changed()
        return session

    async def _resume(self, socket: web.WebSocketResponse, said: dict[str, Any]) -> Session | None:
        session = self._sessions.get(said["session_id"])
        if session is None:
            await socket.send_json({"op": INVALID, "d": False})
            return None
        session.socket = socket
        for frame in [frame for frame in session.told if frame["s"] > said["seq"]]:
            await socket.send_json(frame)
        self.resumed += 1
        await self._tell(session, "RESUMED", {})
        self.connected.set()
        await self._changed()
        return session

    async def tell(self, event: str, data: Mapping[str, Any]) -> None:
        """Tell every session of an event; one whose client is away hears it when it resumes."""
        if not self._sessions:
            raise LookupError("no client has ever been here")
        await self._tell(list(self._sessions.values())[-1], event, data)

    async def _tell(self, session: Session, event: str, data: Mapping[str, Any]) -> None:
        frame = {"op": DISPATCH, "t": event, "s": len(session.told) + 1, "d": dict(data)}
        session.told.append(frame)
        if session.socket is not None and not session.socket.closed:
            await session.socket.send_json(frame)

    async def ask_to_reconnect(self) -> None:
        """Ask every client to come again, as Discord does before it restarts a server."""
        for session in self._sessions.values():
            if session.socket is not None:
                self.connected.clear()
                await session.socket.send_json({"op": RECONNECT, "d": None})

    async def drop(self) -> None:
        """Close every client's connection in the middle."""
        for session in self._sessions.values():
            if session.socket is not None:
                self.connected.clear()
                await session.socket.close(code=UNKNOWN_ERROR)

    async def forget(self) -> None:
        """Close every client's connection, and know their sessions no more."""
        await self.drop()
        self._sessions.clear()

    async def stop(self) -> None:
        """Say goodbye to all."""
        for session in self._sessions.values():
            if session.socket is not None:
                await session.socket.close(code=WSCloseCode.GOING_AWAY)
