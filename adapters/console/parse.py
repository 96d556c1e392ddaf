"""One entry typed in the console → what it is."""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.language import translatable

ROOTS = ("story", "sak")
TEXT_FOLLOWS = "<<"
TEXT_ENDS = "."

_CHANNEL_NAME = re.compile(r"@?[\w-]{1,80}")  # with @, someone’s direct messages
_COMMENT = re.compile(r"#(?!\d)")  # "#2" is a follow-up
_FILE = re.compile(r"(?P<command>\w+(?: \S+)?) < ?(?P<path>[^<>\n]+)")
_SPAN = re.compile(r"(\d{1,4})\s*([wdhm])")
_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes"}


class Own(StrEnum):
    """What the console itself can do; the rest is Daybook's."""

    JOIN = "join"
    CHANNELS = "channels"
    ME = "me"
    CLOCK = "clock"
    QUIT = "quit"


OWN_WORDS = {
    "join": Own.JOIN,
    "gå": Own.JOIN,
    "channels": Own.CHANNELS,
    "kanaler": Own.CHANNELS,
    "me": Own.ME,
    "jeg": Own.ME,
    "clock": Own.CLOCK,
    "klokke": Own.CLOCK,
    "quit": Own.QUIT,
    "exit": Own.QUIT,
    "avslutt": Own.QUIT,
}
"""The words behind the slash."""

OWN_HELP = (
    ("/join #utenriks", translatable("Go to a channel; it is made if there is none")),
    ("/channels", translatable("List the channels, and what is unread in each")),
    ("/me Kari", translatable("Speak as someone else")),
    ("/clock +2d", translatable("Let simulated time pass: w, d, h or m")),
    ("1", translatable("Press the button with this number")),
    ("read <<", translatable("Begin a text of many lines; a line with only a dot ends it")),
    ("read < article.html", translatable("Read a file of text or HTML")),
    ("/quit", translatable("Leave; so does Ctrl-D")),
)


@dataclass(frozen=True, slots=True)
class Nothing:
    """A blank line or a comment."""


@dataclass(frozen=True, slots=True)
class OwnCommand:
    """Something for the console itself."""

    what: Own
    argument: str


@dataclass(frozen=True, slots=True)
class Press:
    """The number of a button."""

    number: int


@dataclass(frozen=True, slots=True)
class TextBegins:
    """A command whose text comes on the lines that follow."""

    command: str


@dataclass(frozen=True, slots=True)
class TextInFile:
    """A command whose text stands in a file."""

    command: str
    path: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A command for Daybook, without its ``/story``."""

    text: str


Entry = Nothing | OwnCommand | Press | TextBegins | TextInFile | Typed


def parse(entry: str) -> Entry:
    """Return what an entry is; one that was pasted may be of many lines."""
    entry = entry.strip()
    if not entry or _COMMENT.match(entry):
        return Nothing()
    if entry.isascii() and entry.isdigit() and len(entry) <= 3:
        return Press(int(entry))
    word, _, argument = entry.partition(" ")
    own = OWN_WORDS.get(word.removeprefix("/").lower())
    if own is not None and (word.startswith("/") or (own is Own.QUIT and not argument)):
        return OwnCommand(own, argument.strip())
    text = without_root(entry)
    if text.endswith(TEXT_FOLLOWS) and "\n" not in text:
        return TextBegins(text.removesuffix(TEXT_FOLLOWS).rstrip())
    if (named := _FILE.fullmatch(text)) is not None:
        return TextInFile(named["command"], _unquoted(named["path"]))
    return Typed(text)


def _unquoted(path: str) -> str:
    """Return a path without the quotes that a shell would want around it."""
    quoted = len(path) > 1 and path[0] == path[-1] and path[0] in "\"'"
    return path[1:-1] if quoted else path


def without_root(entry: str) -> str:
    """Return an entry without the ``/story``, ``story`` or bare slash before its command.

    ``/story`` alone asks for help.
    """
    bare = entry.removeprefix("/")
    word, *rest = bare.split(maxsplit=1)[:2] or [""]
    if word.lower() not in ROOTS:
        return bare
    return rest[0] if rest else "help"


def channel_name(argument: str) -> str | None:
    """Return a channel's name as it is kept, without its ``#``; None if it can't be one."""
    name = argument.removeprefix("#").lower()
    return name if _CHANNEL_NAME.fullmatch(name) else None


def span(argument: str) -> timedelta | None:
    """Return the time that ``+2d``, ``+1d 12h`` or ``+30m`` spans; None if it is no span."""
    pieces = argument.removeprefix("+").strip()
    if not pieces or _SPAN.sub("", pieces).strip():
        return None
    return sum(
        (timedelta(**{_UNITS[unit]: int(number)}) for number, unit in _SPAN.findall(pieces)),
        timedelta(),
    )
