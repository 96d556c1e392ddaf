"""A console on files, with everything around it at hand."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import StringIO
from typing import TextIO
from zoneinfo import ZoneInfo

from rich.console import Console as Rich

from adapters.clock import RunningClock, SteppedClock
from adapters.console import Streams, Terminal, open_console, open_terminal
from adapters.console.channels import Channels
from adapters.console.screen import StyledScreen
from bot.domain.delivery import Destination
from bot.domain.newsroom import Platform
from tests.adapters.console.daybook import COMMANDS, ENGLISH, FakeDaybook

OSLO = ZoneInfo("Europe/Oslo")
NOON = datetime(2025, 11, 26, 11, tzinfo=UTC)  # noon in Oslo


def to(channel: str) -> Destination:
    return Destination(Platform.CONSOLE, "console", channel)


@dataclass
class Played:
    """What came of a script."""

    status: int
    output: str
    errors: str


@dataclass
class Stage:
    """A console that reads a script; its parts can be looked at while it runs."""

    daybook: FakeDaybook = field(default_factory=FakeDaybook)
    clock: RunningClock = field(default_factory=lambda: SteppedClock(NOON))

    async def play(self, *lines: str) -> Played:
        """Run a script to its end."""
        return await self.play_file(StringIO("\n".join(lines)))

    async def play_file(self, script: TextIO) -> Played:
        """Run a script from a file."""
        streams = Streams(script, StringIO(), StringIO())
        terminal = open_terminal(
            streams, words=ENGLISH, clock=self.clock, zone=OSLO, person="Kari Nord"
        )
        console = open_console(
            self.daybook, COMMANDS, terminal, streams, words=ENGLISH, clock=self.clock
        )
        status = await console.run()
        return Played(status, read(streams.output), read(streams.errors))


@dataclass
class Seat:
    """A terminal with someone in front of it, who sees ``page``."""

    clock: SteppedClock = field(default_factory=lambda: SteppedClock(NOON))
    page: StringIO = field(default_factory=StringIO)
    terminal: Terminal = field(init=False)

    def __post_init__(self) -> None:
        rich = Rich(file=self.page, width=80, force_terminal=False, _environ={})
        screen = StyledScreen(rich)
        self.terminal = Terminal(screen, Channels("desk"), ENGLISH, self.clock, OSLO, "Kari Nord")

    def seen(self) -> str:
        """Return what came on the screen since last asked."""
        text = self.page.getvalue()
        self.page.seek(0)
        self.page.truncate()
        return text


def read(stream: object) -> str:
    assert isinstance(stream, StringIO)
    return stream.getvalue()
