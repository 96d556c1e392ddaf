"""The tables of time phrases, and how they are read.

A table is a text file that an editor can read and mend. Its lines:

- ``now 2025-11-26T12:00 Europe/Oslo NO`` says from when, and in which zone and country, the
  lines below it are read.
- ``neste uke => 2025-W49`` says what a phrase means.
- ``#`` begins a comment; empty lines separate.

What stands to the right of the arrow is a span, then what is known of it:

- ``2025-12-02`` a day, ``2025-12-02T14:00`` a minute, ``2025-W49`` a week,
  ``2025-W49 weekend`` Friday 18:00 to Monday 00:00 of that week, ``2025-12`` a month,
  ``2026-Q1`` a quarter, ``2026`` a year, ``2025-12-02 evening`` a part of that day;
- ``2025-12-02 .. 2025-12-05 range`` from, up to but not including, and the precision;
  ``now`` is the moment of asking, ``-`` an open side;
- ``any`` a recurrence whose first window isn't judged;
- a precision word after any of these overrides the one that its form implies;
  ``deadline/range`` where either is right;
- ``~`` it is approximate;
- ``| other SPAN`` it is ambiguous, and this is the other reading;
- ``| alt SPAN`` this window is right as well, since the conventions leave room;
- ``| rrule RULE`` it recurs by this rule of RFC 5545.

``\\u00a0`` and its like stand for characters that can't be seen. In the tables of sentences
(``tense_*.txt``) the judged phrases stand in square brackets, and the arrow is followed by one
meaning for each, parted by semicolons. In the tables of what is no time (``negatives_*.txt``)
there is no arrow.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.window import Precision

LANGUAGES = ("nb", "nn", "en")
_FOLDER = Path(__file__).parent
_DAY = timedelta(days=1)
_HOURS = {
    "morning": (6, 12),
    "forenoon": (9, 12),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (0, 6),
}


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open span of local wall time; a side that is None is open."""

    start: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means, by the conventions.

    Attributes:
        span: The window; None where only the rule of a recurrence is judged.
        precisions: What kind of span the words name; any of these is right.
        approximate: Whether the words hedge.
        other: The other reading of an ambiguous phrase.
        alternatives: Windows that are right as well.
        rrule: The rule of a recurrence, as RFC 5545 writes it.
    """

    span: Span | None
    precisions: tuple[Precision, ...]
    approximate: bool = False
    other: Span | None = None
    alternatives: tuple[Span, ...] = ()
    rrule: str | None = None

    def accepts(self, start: datetime | None, end: datetime | None) -> bool:
        """Whether a window from ``start`` to ``end`` is right."""
        return self.span is None or Span(start, end) in (self.span, *self.alternatives)


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a line stands, and from when and where it is read."""

    language: str
    place: str  # file and line, for the name of a failing test
    now: datetime
    country: str


@dataclass(frozen=True, slots=True)
class PhraseCase:
    """One phrase as a person types it, and its meaning."""

    asked: Asked
    text: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class MarkedPhrase:
    """A phrase inside a sentence: ``[start, end)`` in characters, and its meaning."""

    start: int
    end: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class SentenceCase:
    """A sentence of running text with the phrases judged in it."""

    asked: Asked
    text: str
    phrases: tuple[MarkedPhrase, ...]


@dataclass(frozen=True, slots=True)
class NegativeCase:
    """Words that hold no time."""

    asked: Asked
    text: str


def load(language: str) -> list[PhraseCase]:
    """Return the phrases of a language, in the order of its table.

    Raises:
        ValueError: If a line can't be read; it names the file and the line.
    """
    return [_phrase(asked, line) for asked, line in _lines(language, f"{language}.txt")]


def load_sentences(language: str) -> list[SentenceCase]:
    """Return the sentences whose tense, or whose last date, decides; errors as in `load`."""
    return [_sentence(asked, line) for asked, line in _lines(language, f"tense_{language}.txt")]


def load_negatives(language: str) -> list[NegativeCase]:
    """Return the texts in which no time stands; errors as in `load`."""
    lines = _lines(language, f"negatives_{language}.txt")
    return [NegativeCase(asked, _unescape(line)) for asked, line in lines]


def _lines(language: str, name: str) -> Iterator[tuple[Asked, str]]:
    now: datetime | None = None
    country = ""
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("now "):
            _, moment, zone, country = line.split()
            now = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone))
            continue
        place = f"{name}:{number}"
        if now is None:
            raise ValueError(f"{place}: no 'now' stands above it")
        yield Asked(language, place, now, country), line


def _phrase(asked: Asked, line: str) -> PhraseCase:
    text, arrow, meaning = line.partition(" => ")
    if not arrow:
        raise ValueError(f"{asked.place}: no arrow in {line!r}")
    return PhraseCase(asked, _unescape(text), _meaning(asked, meaning))


def _sentence(asked: Asked, line: str) -> SentenceCase:
    marked, _, right = line.partition(" => ")
    meanings = [_meaning(asked, each) for each in right.split(" ; ")]
    pieces = re.split(r"[\[\]]", _unescape(marked))
    if len(pieces) != 2 * len(meanings) + 1:
        raise ValueError(f"{asked.place}: not one meaning for each bracket in {line!r}")
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    phrases = [
        MarkedPhrase(offsets[2 * nth + 1], offsets[2 * nth + 2], meaning)
        for nth, meaning in enumerate(meanings)
    ]
    return SentenceCase(asked, "".join(pieces), tuple(phrases))


def _unescape(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def _meaning(asked: Asked, text: str) -> Meaning:
    first, *extras = (part.strip() for part in text.split(" | "))
    try:
        span, implied, words = _span(first, asked.now)
        said = dict.fromkeys(words)
        approximate = "~" in said
        said.pop("~", None)
        named = next(iter(said), implied)
        precisions = tuple(Precision(each) for each in named.split("/"))
        notes = _notes(extras)
        others = _spans(notes["other"], asked.now)
        alternatives = _spans(notes["alt"], asked.now)
    except ValueError as unread:
        raise ValueError(f"{asked.place}: {unread}") from unread
    return Meaning(
        span=span,
        precisions=precisions,
        approximate=approximate,
        other=next(iter(others), None),
        alternatives=tuple(alternatives),
        rrule=next(iter(notes["rrule"]), None),
    )


def _notes(extras: list[str]) -> dict[str, list[str]]:
    notes: dict[str, list[str]] = {"other": [], "alt": [], "rrule": []}
    for extra in extras:
        key, _, value = extra.partition(" ")
        if key not in notes:
            raise ValueError(f"{key!r} is none of {sorted(notes)}")
        notes[key].append(value)
    return notes


def _spans(texts: list[str], now: datetime) -> list[Span]:
    return [span for text in texts if (span := _span(text, now)[0])]


def _span(text: str, now: datetime) -> tuple[Span | None, str, list[str]]:
    """Return the span at the head of ``text``, the precision it implies, and the words left."""
    words = text.split()
    if words[0] == "any":
        return None, "", words[1:]
    if words[1:2] == [".."]:
        return Span(_moment(words[0], now), _moment(words[2], now)), "", words[3:]
    if words[1:2] == ["weekend"]:
        monday = date.fromisoformat(f"{words[0]}-1")
        friday_evening = datetime.combine(monday + 4 * _DAY, time(18), now.tzinfo)
        return Span(friday_evening, _midnight(monday + 7 * _DAY, now)), "weekend", words[2:]
    if words[1:2] and words[1] in _HOURS:
        return _part_of_day(words[0], words[1], now), "part_of_day", words[2:]
    for pattern, precision, reader in _FORMS:
        if pattern.fullmatch(words[0]):
            return reader(words[0], now), precision, words[1:]
    raise ValueError(f"no span: {text!r}")


def _midnight(day: date, now: datetime) -> datetime:
    return datetime.combine(day, time(), now.tzinfo)


def _moment(word: str, now: datetime) -> datetime | None:
    if word == "-":
        return None
    if word == "now":
        return now
    return datetime.fromisoformat(word).replace(tzinfo=now.tzinfo)


def _part_of_day(word: str, part: str, now: datetime) -> Span:
    midnight = _midnight(date.fromisoformat(word), now)
    first, last = _HOURS[part]
    return Span(midnight + timedelta(hours=first), midnight + timedelta(hours=last))


def _minute(word: str, now: datetime) -> Span:
    start = datetime.fromisoformat(word).replace(tzinfo=now.tzinfo)
    return Span(start, start + timedelta(minutes=1))


def _day(word: str, now: datetime) -> Span:
    day = date.fromisoformat(word)
    return Span(_midnight(day, now), _midnight(day + _DAY, now))


def _week(word: str, now: datetime) -> Span:
    monday = date.fromisoformat(f"{word}-1")
    return Span(_midnight(monday, now), _midnight(monday + 7 * _DAY, now))


def _months(first: date, count: int, now: datetime) -> Span:
    later = first.month - 1 + count
    end = date(first.year + later // 12, later % 12 + 1, 1)
    return Span(_midnight(first, now), _midnight(end, now))


def _month(word: str, now: datetime) -> Span:
    return _months(date.fromisoformat(f"{word}-01"), 1, now)


def _quarter(word: str, now: datetime) -> Span:
    year, number = word.split("-Q")
    return _months(date(int(year), 3 * int(number) - 2, 1), 3, now)


def _year(word: str, now: datetime) -> Span:
    return _months(date(int(word), 1, 1), 12, now)


_FORMS: tuple[tuple[re.Pattern[str], str, Callable[[str, datetime], Span]], ...] = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d"), "minute", _minute),
    (re.compile(r"\d{4}-\d\d-\d\d"), "day", _day),
    (re.compile(r"\d{4}-W\d\d"), "week", _week),
    (re.compile(r"\d{4}-\d\d"), "month", _month),
    (re.compile(r"\d{4}-Q[1-4]"), "quarter", _quarter),
    (re.compile(r"\d{4}"), "year", _year),
)
