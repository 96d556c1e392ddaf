"""The console: what someone types, or a script holds → Daybook → the screen."""

import asyncio
from collections.abc import Awaitable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from typing import Protocol, assert_never

import structlog

from adapters.answering import unbroken
from adapters.clock import MovableClock, RunningClock
from adapters.console.channels import written
from adapters.console.keyboard import Cancelled
from adapters.console.parse import (
    OWN_HELP,
    Entry,
    Nothing,
    Own,
    OwnCommand,
    Press,
    TextBegins,
    TextInFile,
    Typed,
    channel_name,
    parse,
    span,
)
from adapters.console.terminal import Terminal
from adapters.files import text_of
from bot.commands.daybook import Daybook
from bot.domain.language import translatable
from bot.domain.message import Form, Item, Message, Section, Tone
from bot.domain.newsroom import Asker, Values
from bot.errors import BotError
from bot.wording.refusals import refused
from bot.wording.words import Words

GREETING = translatable("Daybook. /help shows what it does, Tab completes, Ctrl-D leaves.")

_log = structlog.get_logger()


class Source(Protocol):
    """Where entries come from: a keyboard or a script."""

    asks: bool
    """Whether someone is there to be asked, and greeted."""

    @property
    def where(self) -> str:
        """The place of the last entry, to stand before what is said of it."""
        ...

    def opened(self) -> AbstractContextManager[None]:
        """Return what must surround the reading of entries."""
        ...

    async def line(self) -> str:
        """Return the next entry; raises EOFError when there is none."""
        ...

    async def text(self) -> str:
        """Return a text of many lines; raises ``Cancelled`` if it was broken off."""
        ...

    async def answers(self, form: Form) -> Values | None:
        """Return a form's answers; None where nobody can be asked; raises ``Cancelled``."""
        ...


class Console:
    """Takes entries one by one until there are no more."""

    def __init__(
        self,
        daybook: Daybook,
        *,
        terminal: Terminal,
        source: Source,
        help_words: frozenset[str],
        clock: RunningClock,
        words: Words,
    ) -> None:
        """Answer on ``terminal`` what comes from ``source``.

        Args:
            daybook: Who answers.
            terminal: Where it is shown.
            source: Where it comes from.
            help_words: The words that ask Daybook for help; the console adds its own to it.
            clock: Daybook's clock, which can be moved if it is simulated.
            words: The language of the console's own sentences.
        """
        self._daybook = daybook
        self._terminal = terminal
        self._source = source
        self._help_words = help_words
        self._clock = clock
        self._words = words

    async def run(self) -> int:
        """Answer every entry; return the exit status.

        Returns:
            0, or 2 where a script held a line that was refused; the others have run all the same.
        """
        with self._source.opened():
            if self._source.asks:
                self._terminal.screen.remark(self._words.say(GREETING))
            refused = False
            while (entry := await self._next()) is not None:
                understood = await self._obey(entry)
                refused = refused or not understood
        return 2 if refused and not self._source.asks else 0

    async def _next(self) -> Entry | None:
        """Return the next entry, or None when there are no more."""
        try:
            entry = parse(await self._source.line())
        except EOFError:
            return None
        leaves = isinstance(entry, OwnCommand) and entry.what is Own.QUIT
        return None if leaves else entry

    async def _obey(self, entry: Entry) -> bool:
        """Do what an entry says; return whether it was understood."""
        asker = self._terminal.asker()
        try:
            match entry:
                case Nothing():
                    return True
                case OwnCommand(what, argument):
                    return await self._own(what, argument)
                case Press(number):
                    return await self._press(number)
                case TextBegins(command):
                    text = f"{command}\n{await self._source.text()}"
                    return await self._answer(self._daybook.type(asker, text))
                case TextInFile(command, path):
                    return await self._answer(self._of_file(asker, command, path))
                case Typed(text):
                    answer = self._daybook.type(asker, text)
                    return await self._answer(answer, is_help=text.lower() in self._help_words)
                case _:
                    assert_never(entry)
        except Cancelled:
            self._terminal.screen.remark(self._words.say("Cancelled."))
            return True

    async def _of_file(self, asker: Asker, command: str, path: str) -> Message:
        """Answer a command whose text stands in a file."""
        try:
            text = await asyncio.to_thread(text_of, path)
        except BotError as error:
            return refused(error, self._words)
        return await self._daybook.type(asker, f"{command}\n{text}")

    async def _press(self, number: int) -> bool:
        button = self._terminal.channels.button(number)
        if button is None:
            return self._refuse(
                translatable("There is no button {number} here. Type the number beside a button."),
                number=number,
            )
        answer = self._daybook.type(self._terminal.asker(), button.command)
        return await self._answer(answer, typed=False)

    async def _answer(
        self, answer: Awaitable[Message], *, typed: bool = True, is_help: bool = False
    ) -> bool:
        """Show an answer, once its forms are filled in; return whether it is no refusal."""
        message = await unbroken(answer, self._words)
        while (form := message.form) is not None:
            answers = await self._source.answers(form)
            if answers is None:
                message = replace(message, refused=True)  # it shows what the form would ask
                break
            call = self._daybook.call(
                self._terminal.asker(), form.command, {**form.known, **answers}
            )
            message = await unbroken(call, self._words)
        if is_help:
            message = replace(message, sections=(*message.sections, self._own_help()))
        ref = self._terminal.answer(message, typed=typed, where=self._source.where)
        if not (message.private or message.refused):
            await self._daybook.stands(message, ref)
        return not message.refused

    async def _own(self, what: Own, argument: str) -> bool:
        match what:
            case Own.JOIN:
                return self._join(argument)
            case Own.CHANNELS:
                return self._list_channels()
            case Own.ME:
                return self._speak_as(argument)
            case Own.CLOCK:
                return await self._move_clock(argument)
            case Own.QUIT:
                return True
            case _:
                assert_never(what)

    def _join(self, argument: str) -> bool:
        name = channel_name(argument)
        if name is None:
            return self._refuse(
                translatable(
                    "A channel’s name is made of letters, digits and hyphens. Try /join #utenriks"
                )
            )
        self._terminal.open(name)
        return True

    def _list_channels(self) -> bool:
        channels = self._terminal.channels
        items = []
        for name in channels.names:
            unread = channels.unread(name)
            said = self._words.count("{number} unread", "{number} unread", unread) if unread else ""
            here = self._words.say("you are here") if name == channels.opened else ""
            items.append(Item(lead=written(name), text=here or said))
        section = Section(self._words.say("Channels"), tuple(items))
        self._terminal.answer(Message(sections=(section,)), typed=True)
        return True

    def _speak_as(self, name: str) -> bool:
        if name:
            self._terminal.person = " ".join(name.split())
        said = self._words.say("You speak as {name}.", name=self._terminal.person)
        self._terminal.screen.remark(said)
        return True

    async def _move_clock(self, argument: str) -> bool:
        if argument:
            by = span(argument)
            if by is None:
                return self._refuse(
                    translatable("“{span}” is no span of time. Try /clock +2d or /clock +1h 30m"),
                    span=argument,
                )
            if not await self._advance(by):
                return self._refuse(
                    translatable(
                        "The clock shows the real time. Only a simulated one can be moved: "
                        "daybook run --clock-start 2025-11-26T12:00"
                    )
                )
        self._terminal.screen.remark(self._terminal.time())
        return True

    async def _advance(self, by: timedelta) -> bool:
        if not isinstance(self._clock, MovableClock):
            return False
        await self._clock.advance(by)
        return True

    def _refuse(self, text: str, **values: object) -> bool:
        message = Message(text=self._words.say(text, **values), tone=Tone.WARNING, refused=True)
        self._terminal.answer(message, typed=True, where=self._source.where)
        return False

    def _own_help(self) -> Section:
        items = (
            Item(lead=usage, text=self._words.say(text))
            for usage, text in OWN_HELP
            if not usage.startswith("/clock") or isinstance(self._clock, MovableClock)
        )
        return Section(self._words.say("In the terminal"), tuple(items))
