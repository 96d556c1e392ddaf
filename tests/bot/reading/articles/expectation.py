"""What a careful reader marks in an article: days, mentions and the events behind them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Certainty(StrEnum):
    """How sure the text makes an expected event; what is only possible is never required."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Days:
    """Whole local dates from ``first`` to ``last``, both inclusive; None is open.

    With both sides open it stands for an event without a date.
    """

    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        """Refuse days in the wrong order.

        Raises:
            ValueError: If ``last`` comes before ``first``.
        """
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError(f"{self.last} comes before {self.first}")

    @property
    def undated(self) -> bool:
        """Whether nothing is known of the time."""
        return self.first is None and self.last is None

    def near(self, other: "Days", tolerance: timedelta) -> bool:
        """Whether each end lies within ``tolerance`` of the other's; open fits open alone."""
        return _near(self.first, other.first, tolerance) and _near(self.last, other.last, tolerance)


def _near(one: date | None, other: date | None, tolerance: timedelta) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= tolerance


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text speaks of one event.

    Attributes:
        sentence: The evidence sentence, or a beginning of it that stands once in the text.
        phrase: The words of time.
        start: Where the sentence begins, counted in characters of the text.
        end: Where the sentence, or the phrase if that reaches further, has ended.
        days: The right windows, the first one preferred.
        tolerance: How far each end may lie from a right window.
        certainty: None in a timeline, where all has happened.
        optional: Whether it is right to find it and right to leave it.
        event: Shared by the mentions of one event; None where it is the only one.
    """

    sentence: str
    phrase: str
    start: int
    end: int
    days: tuple[Days, ...]
    tolerance: timedelta = timedelta(0)
    certainty: Certainty | None = None
    optional: bool = False
    event: int | None = None

    @property
    def required(self) -> bool:
        """Whether a reading that leaves it out has missed something."""
        return not self.optional and self.certainty is not Certainty.POSSIBLE

    def touches(self, start: int, end: int) -> bool:
        """Whether the characters from ``start`` to before ``end`` share some with this."""
        return start < self.end and self.start < end

    def fits(self, days: Days) -> bool:
        """Whether ``days`` is one of the right windows, within the tolerance."""
        return any(right.near(days, self.tolerance) for right in self.days)


@dataclass(frozen=True, slots=True)
class Event:
    """Something expected or past, with every mention of it; one required makes it required."""

    mentions: tuple[Mention, ...]

    @property
    def required(self) -> bool:
        """Whether a reading must find it."""
        return any(mention.required for mention in self.mentions)


def span_of(text: str, sentence: str, phrase: str) -> tuple[int, int]:
    """Return where a sentence stands in a text, as far as its words of time.

    Args:
        text: The whole article.
        sentence: A sentence or its beginning, standing once in the text.
        phrase: Words that begin in the sentence, on the same line.

    Returns:
        Start and exclusive end, in characters.

    Raises:
        ValueError: If the sentence stands nowhere, or the phrase not behind its beginning.
    """
    start = text.find(sentence)
    if start < 0:
        raise ValueError(f"not in the text: {sentence!r}")
    line_end = text.find("\n", start)
    line = text[start : line_end if line_end >= 0 else len(text)]
    at = line.find(phrase)
    if at < 0:
        raise ValueError(f"{phrase!r} is not in the line that begins {line[:60]!r}")
    return start, start + max(len(sentence), at + len(phrase))


def events_of(mentions: Iterable[Mention]) -> list[Event]:
    """Gather mentions that share an event's number; those without one stand alone."""
    shared: dict[int, list[Mention]] = {}
    alone: list[Event] = []
    for mention in mentions:
        if mention.event is None:
            alone.append(Event((mention,)))
        else:
            shared.setdefault(mention.event, []).append(mention)
    return alone + [Event(tuple(group)) for group in shared.values()]
