"""Where the console prints: styled for whoever sits there, plain for a script."""

from typing import Protocol, TextIO

from rich.console import Console as Rich
from rich.text import Text

from adapters.console.present import one_line, plain, present
from bot.domain.message import Message
from bot.wording.words import Words


class Screen(Protocol):
    """What the console and its messenger print on."""

    shows_every_channel: bool
    """Whether notices of channels that are not open are shown in full."""

    def show(self, message: Message, *, first: int = 1, where: str = "") -> None:
        """Show a message, its buttons numbered from ``first``.

        Args:
            message: What to show.
            first: The number of its first button.
            where: The place in the script that it answers, for an answer that refuses.
        """
        ...

    def remark(self, text: str) -> None:
        """Show a quiet line of the console's own."""
        ...


class StyledScreen:
    """A terminal, with styles and wrapped to its width."""

    shows_every_channel = False

    def __init__(self, rich: Rich | None = None) -> None:
        """Print on ``rich``; if none is given, on what ``sys.stdout`` is at the time.

        While a prompt is open, that is the guard which keeps the prompt below what is printed.
        """
        self._rich = rich or Rich(highlight=False)

    def show(self, message: Message, *, first: int = 1, where: str = "") -> None:  # noqa: ARG002
        """Show a message and an empty line below it; a terminal needs no ``where``."""
        self._rich.print(present(message, Words(message.language), first=first))
        self._rich.print()

    def remark(self, text: str) -> None:
        """Show a dim line."""
        self._rich.print(Text(one_line(text), style="dim"))


class PlainScreen:
    """Two files: answers go to the one, refusals to the other."""

    shows_every_channel = True

    def __init__(self, output: TextIO, errors: TextIO) -> None:
        """Print without colours or cursor movements."""
        self._output = output
        self._errors = errors

    def show(self, message: Message, *, first: int = 1, where: str = "") -> None:
        """Print a message and an empty line; one that refuses goes, with its place, to errors."""
        text = plain(message, Words(message.language), first=first)
        if message.refused:
            self._errors.write(f"{where}{text}\n")
            self._errors.flush()
        else:
            self._output.write(f"{text}\n\n")
            self._output.flush()

    def remark(self, text: str) -> None:
        """Print a line."""
        self._output.write(f"{one_line(text)}\n")
        self._output.flush()
