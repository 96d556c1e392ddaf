"""The transcript: what stands in the channels, as somebody would read it afterwards."""

from dataclasses import dataclass, field
from datetime import datetime
from textwrap import indent
from zoneinfo import ZoneInfo

from adapters.console.present import headline, plain
from bot.domain.language import Language
from bot.domain.message import Message
from bot.wording.words import Words
from tests.stage import OSLO

WASHINGTON = ZoneInfo("America/New_York")
CHANNELS = ("vakt", "utenriks", "washington", "politikk", "vest", "sport")
ELSEWHERE = {"washington": ("New York", WASHINGTON)}
INDENT = " " * 7
LINES_TYPED = 2


@dataclass
class Page:
    """Gathers what is said, and says once what several channels are told alike.

    What falls into one moment is written in the order of ``CHANNELS``, so that the page depends
    on nothing but the play.
    """

    lines: list[str] = field(default_factory=list)
    _day: str = ""
    _answer: str = ""
    _posted: dict[str, list[str]] = field(default_factory=dict)
    _edited: dict[str, list[str]] = field(default_factory=dict)

    def typed(self, at: datetime, channel: str, person: str, text: str) -> None:
        """Write what somebody typed; of a long text, its first lines."""
        self._header(at, person, [channel])
        first, *rest = text.splitlines()
        self._write(f"/story {first}", *rest[:LINES_TYPED], *["…"][: len(rest) - LINES_TYPED])

    def pressed(self, at: datetime, channel: str, person: str, label: str) -> None:
        """Write which button somebody pressed."""
        self._header(at, person, [channel])
        self._write(f"▸ {label}")

    def answered(self, message: Message) -> None:
        """Write an answer; of one that takes another's place, only what it says anew."""
        text = shown(message)
        if message.replaces:
            before = self._answer.splitlines()
            text = "\n".join(f"↻ {line}" for line in text.splitlines() if line not in before)
        self._answer = shown(message)
        self._write("", text)

    def posted(self, channel: str, message: Message) -> None:
        """Remember what Daybook says by itself until the moment is over."""
        self._posted.setdefault(shown(message), []).append(channel)

    def edited(self, channel: str, message: Message) -> None:
        """Remember that an earlier message has been put right."""
        channels = self._edited.setdefault(_first_words(message), [])
        if channel not in channels:
            channels.append(channel)

    def close_moment(self, at: datetime) -> None:
        """Write what was posted and edited at a moment."""
        for text, channels in sorted(self._posted.items(), key=_turn):
            self._header(at, "Daybook", channels)
            self._write(text)
        for text, channels in sorted(self._edited.items()):
            named = ", ".join(f"#{channel}" for channel in sorted(channels, key=CHANNELS.index))
            self._write("", f"↻ {named}: {text}")
        self._posted.clear()
        self._edited.clear()

    def text(self) -> str:
        """Return the whole page."""
        return "\n".join(line.rstrip() for line in self.lines) + "\n"

    def _header(self, at: datetime, person: str, channels: list[str]) -> None:
        local = at.astimezone(OSLO)
        day = f"{local:%A} {local.day} {local:%B %Y}"
        if day != self._day:
            self._day = day
            self.lines += ["", f"═══ {day} ═══"]
        ordered = sorted(channels, key=CHANNELS.index)
        named = ", ".join(_named(channel, at) for channel in ordered)
        self.lines += ["", f"{local:%H.%M}  {person} in {named}"]

    def _write(self, *texts: str) -> None:
        for text in texts:
            self.lines += indent(text, INDENT).splitlines() or [""]


def shown(message: Message) -> str:
    """Return a message as the terminal shows it, without colours."""
    return plain(message, Words(message.language or Language.EN))


def _first_words(message: Message) -> str:
    """Return what an edited message says first, and of a window that moved, from where to."""
    items = [item for section in message.sections for item in section.items]
    moved = [f" ({item.was} → {item.text})" for item in items if item.was]
    return headline(message) + "".join(moved)


def _turn(posted: tuple[str, list[str]]) -> tuple[int, str]:
    text, channels = posted
    return min(map(CHANNELS.index, channels)), text


def _named(channel: str, at: datetime) -> str:
    if channel not in ELSEWHERE:
        return f"#{channel}"
    place, zone = ELSEWHERE[channel]
    return f"#{channel} ({at.astimezone(zone):%H.%M} in {place})"
