"""The console: a terminal as a chat, and what is piped into it as a script."""

from dataclasses import dataclass
from getpass import getuser
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO
from zoneinfo import ZoneInfo

from adapters.clock import MovableClock, RunningClock
from adapters.console.channels import Channels
from adapters.console.completion import CommandCompleter
from adapters.console.keyboard import Keyboard
from adapters.console.listeners import Console, Source
from adapters.console.messenger import ConsoleMessenger
from adapters.console.screen import PlainScreen, StyledScreen
from adapters.console.script import Script
from adapters.console.terminal import Terminal
from bot.commands.daybook import Daybook
from bot.commands.grammar import Command
from bot.wording.words import Words

FIRST_CHANNEL = "redaksjonen"
NOBODY = "redaktør"  # where the machine can't tell who sits there


@dataclass(frozen=True, slots=True)
class Streams:
    """What a process reads from and writes to."""

    input: TextIO
    output: TextIO
    errors: TextIO

    def __post_init__(self) -> None:
        """Let a byte that is no text, or a sign that can't be printed, become a mark, no crash."""
        for stream in (self.input, self.output, self.errors):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")

    @property
    def interactive(self) -> bool:
        """Whether a person sits at both ends; a script may have either end in a file."""
        return self.input.isatty() and self.output.isatty()


def open_terminal(
    streams: Streams,
    *,
    words: Words,
    clock: RunningClock,
    zone: ZoneInfo,
    known_channels: tuple[str, ...] = (),
    person: str | None = None,
) -> Terminal:
    """Return the terminal of a process: styled for a person, plain for a script.

    Args:
        streams: The process's own.
        words: The language of the console's own sentences.
        clock: Daybook's clock.
        zone: Whose wall time is shown.
        known_channels: Channels there are already, besides the first.
        person: Who sits there; the machine's word for them if none is given.
    """
    styled = streams.interactive
    screen = StyledScreen() if styled else PlainScreen(streams.output, streams.errors)
    channels = Channels(FIRST_CHANNEL, known_channels)
    return Terminal(screen, channels, words, clock, zone, person or _whoever())


def open_console(
    daybook: Daybook,
    commands: tuple[Command, ...],
    terminal: Terminal,
    streams: Streams,
    *,
    words: Words,
    clock: RunningClock,
    history: Path | None = None,
) -> Console:
    """Return the console of a process, ready to run.

    Args:
        daybook: Who answers.
        commands: What can be asked, for completion.
        terminal: Where it is shown.
        streams: The process's own.
        words: The language of the console's own sentences.
        clock: Daybook's clock; if it is simulated, it is shown, and ``/clock`` moves it.
        history: The file that remembers what was typed; None forgets.
    """
    source: Source = Script(streams.input)
    if streams.interactive:
        completer = CommandCompleter(
            daybook, commands, words, terminal.asker, lambda: terminal.channels.names
        )
        simulated = isinstance(clock, MovableClock)
        source = Keyboard(terminal, words, completer, history=history, clock_shown=simulated)
    asks_help = [name for each in commands if each.name == "help" for name in each.aliases]
    return Console(
        daybook,
        terminal=terminal,
        source=source,
        help_words=frozenset(("help", *asks_help)),
        clock=clock,
        words=words,
    )


def _whoever() -> str:
    try:
        return getuser()
    except (ImportError, KeyError, OSError):  # a process without a name or an account
        return NOBODY


__all__ = ["Console", "ConsoleMessenger", "Streams", "Terminal", "open_console", "open_terminal"]
