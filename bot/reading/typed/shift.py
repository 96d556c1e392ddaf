"""How far something is put off, as it is typed: "by two days", "med en uke", "en uke"."""

import re
from dataclasses import dataclass

_NUMBERS = {
    **dict.fromkeys(("a", "an", "one", "en", "ein", "ei", "én", "éin"), 1),
    **dict.fromkeys(("two", "to"), 2),
    **dict.fromkeys(("three", "tre"), 3),
    **dict.fromkeys(("four", "fire"), 4),
    **dict.fromkeys(("five", "fem"), 5),
    **dict.fromkeys(("six", "seks"), 6),
}
_DAYS = frozenset({"d", "day", "days", "dag", "dager", "dagar", "døgn"})
_WEEKS = frozenset({"w", "week", "weeks", "u", "uke", "uker", "veke", "veker"})
_HOURS = frozenset({"h", "hour", "hours", "t", "time", "timer", "timar"})
_SO_MUCH = rf"(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})\s*(?P<unit>[a-zæøå]+)"
_BY = re.compile(rf"(?:by|med)\s+{_SO_MUCH}(?:[\s:,.;–—-]+|$)", re.IGNORECASE)
_BARE = re.compile(rf"(?:(?:for|i)\s+)?{_SO_MUCH}(?:\s*[:,.;–—-]\s*|\s*$)", re.IGNORECASE)
"""Alone, or in front of a reason; "two hours after the vote" is none of this."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How much later something is to be.

    Attributes:
        days: Calendar days, to the same hour.
        hours: Elapsed hours.
    """

    days: int = 0
    hours: int = 0


def read_shift(text: str) -> tuple[Shift, str] | None:
    """Return how far the head of a text puts something off, and the rest; None for no such words.

    "By Friday" and "by 14:00" are deadlines, and none of this.
    """
    found = _BY.match(text.strip()) or _BARE.match(text.strip())
    if found is None:
        return None
    said, unit = found["number"].lower(), found["unit"].lower()
    number = int(said) if said.isdecimal() else _NUMBERS[said]
    rest = text.strip()[found.end() :]
    if unit in _DAYS:
        return Shift(days=number), rest
    if unit in _WEEKS:
        return Shift(days=7 * number), rest
    return (Shift(hours=number), rest) if unit in _HOURS else None
