"""A person at the terminal: the real console, with someone of ours at its keyboard."""

import asyncio
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from io import StringIO

from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from adapters.console import ConsoleMessenger, Terminal
from adapters.console.completion import CommandCompleter
from adapters.console.keyboard import Cancelled
from adapters.console.present import buttons_of, plain
from adapters.console.screen import PlainScreen
from bot.commands.daybook import Daybook
from bot.commands.declared import COMMANDS
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Form, Message
from bot.domain.newsroom import Values
from bot.wording.words import Words
from tests.conformance.chat import Given, Room, Seen


class Typist:
    """Implements ``adapters.console.listeners.Source``: lines come when someone types them."""

    asks = True
    where = ""

    def __init__(self) -> None:
        self._lines: asyncio.Queue[str] = asyncio.Queue()
        self._answers: asyncio.Queue[Values | None] = asyncio.Queue()
        self._waits = asyncio.Event()
        self.form: Form | None = None

    def opened(self) -> AbstractContextManager[None]:
        return nullcontext()

    async def line(self) -> str:
        self._waits.set()
        return await self._lines.get()

    async def text(self) -> str:
        return await self.line()

    async def answers(self, form: Form) -> Values | None:
        self.form = form
        self._waits.set()
        answers = await self._answers.get()
        if answers is None:
            raise Cancelled
        return answers

    async def type(self, line: str) -> None:
        """Type a line; return when it has been answered, or a form is to be filled in."""
        self._waits.clear()
        self._lines.put_nowait(line)
        await self._waits.wait()

    async def fill(self, values: Mapping[str, str] | None) -> None:
        """Answer the open form; None breaks it off."""
        self.form = None
        self._waits.clear()
        self._answers.put_nowait(values)
        await self._waits.wait()


class WatchedScreen(PlainScreen):
    """Prints as ever, and keeps the number of each message's first button."""

    def __init__(self, words: Words) -> None:
        super().__init__(StringIO(), StringIO())
        self._english = words
        self.shown: list[tuple[Message, int, str]] = []

    def show(self, message: Message, *, first: int = 1, where: str = "") -> None:
        super().show(message, first=first, where=where)
        self.shown.append((message, first, plain(message, self._english, first=first)))


class WatchedMessenger(ConsoleMessenger):
    """Posts as ever, and keeps what stands."""

    def __init__(self, terminal: Terminal) -> None:
        super().__init__(terminal)
        self.standing: dict[MessageRef, tuple[Message, Message]] = {}
        self.answers: dict[str, Message] = {}

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        ref = await super().send(to, message, nonce)
        self.standing[ref] = (message, message)
        return ref

    async def edit(self, ref: MessageRef, message: Message) -> None:
        await super().edit(ref, message)
        if ref in self.standing:
            self.standing[ref] = (self.standing[ref][0], message)
        else:
            self.answers[ref.message_key] = message


class ConsolePerson:
    """Implements ``tests.conformance.chat.Person``; nobody else ever sees their screen."""

    completes = True

    def __init__(
        self,
        daybook: Daybook,
        typist: Typist,
        terminal: Terminal,
        screen: WatchedScreen,
        messenger: WatchedMessenger,
        words: Words,
    ) -> None:
        self._typist = typist
        self._terminal = terminal
        self._screen = screen
        self._messenger = messenger
        self._words = words
        self._completer = CommandCompleter(
            daybook, COMMANDS, words, terminal.asker, lambda: terminal.channels.names
        )

    async def give(self, given: Given, room: Room) -> Seen:
        if self._typist.form is not None:
            await self._typist.fill(None)
        await self._typist.type(f"/join #{room}")
        await self._typist.type(f"{'/sak' if given.word else '/story'} {given.typed}")
        return self._seen(room)

    async def press(self, shown: Seen, label: str) -> Seen:
        message, first, _ = shown.handle
        labels = [button.label for button in buttons_of(message)]
        await self._typist.type(f"/join #{shown.room}")
        await self._typist.type(str(first + labels.index(label)))
        return self._seen(shown.room)

    async def fill(self, form: Seen, values: Mapping[str, str]) -> Seen:
        await self._typist.fill(values)
        return self._seen(form.room)

    async def complete(self, command: str, parameter: str, typed: str) -> list[str]:
        line = Document(f"{command} {typed}")
        found = self._completer.get_completions_async(line, CompleteEvent())
        return [each.text async for each in found]

    def standing(self, seen: Seen) -> Seen:
        message, first, key = seen.handle
        now = self._messenger.answers.get(key, message)
        labels = tuple(button.label for button in buttons_of(now))
        return Seen(plain(now, self._words), labels, room=seen.room, handle=(now, first, key))

    def reminders(self) -> list[Seen]:
        return [
            self._stands(ref, posted, now)
            for ref, (posted, now) in self._messenger.standing.items()
        ]

    def _stands(self, ref: MessageRef, posted: Message, now: Message) -> Seen:
        first = next(first for message, first, _ in self._screen.shown if message is posted)
        labels = tuple(button.label for button in buttons_of(now))
        text = plain(now, self._words)
        return Seen(
            text, labels, room=Room(ref.channel_key), handle=(posted, first, ref.message_key)
        )

    def _seen(self, room: Room) -> Seen:
        if self._typist.form is not None:
            return Seen(self._typist.form.title, private=True, room=room, asks=True)
        message, first, text = self._screen.shown[-1]
        labels = tuple(button.label for button in buttons_of(message))
        key = next(key for (_, key), said in self._terminal._said.items() if said is message)
        return Seen(text, labels, message.private, room, (message, first, key))
