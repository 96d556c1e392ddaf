"""Phrases of time in an article, seen both ways: as what has been and as what is to come."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from bot.domain.language import Language
from bot.domain.window import EventWindow, Precision, require_zone
from bot.reading.languages import language_words
from bot.reading.time_expressions import TimeExpression, find_time_expressions
from bot.reading.when.grammar.phrases import phrase
from bot.reading.when.lexicon import Lexicon, Words
from bot.reading.when.phrase import (
    Bounded,
    Ending,
    Hedged,
    Node,
    Remaining,
    Timed,
)
from bot.reading.when.resolve import resolve
from bot.reading.when.stretch import Reference, Stretch
from bot.reading.when.terms import Bound, Tense


class Deixis(Enum):
    """Where a phrase points by itself, before any verb is asked."""

    PAST = auto()
    CURRENT = auto()  # holds the day of publication: "this year", "today"
    FUTURE = auto()
    EITHER = auto()  # "Tuesday", "5 March": the verb decides


@dataclass(frozen=True, slots=True)
class Moment:
    """One phrase of time in a text.

    Attributes:
        start: Offset of its first character in the text.
        end: Offset after its last one.
        text: The phrase.
        past: Its window where the clause tells of what has been; None where it can't.
        future: Its window where the clause tells of what is to come; None where it can't.
        deixis: Where it points by itself.
        deadline: Whether it sets a last day ("by Friday", "before the end of May").
        since: Whether it tells how long something has lasted ("since 1998").
        clock_only: Whether it names an hour and no day.
        recurring: Whether it happens again and again.
    """

    start: int
    end: int
    text: str
    past: EventWindow | None
    future: EventWindow | None
    deixis: Deixis
    deadline: bool = False
    since: bool = False
    clock_only: bool = False
    recurring: bool = False


def find_moments(
    text: str, *, published: datetime, language: Language, country: str
) -> list[Moment]:
    """Find the phrases of time in an article and read each both ways.

    Args:
        text: The article.
        published: When it was published, aware, in an IANA zone.
        language: The language it is written in.
        country: ISO 3166-1 alpha-2, whose holidays are meant.
    """
    zone = require_zone(published)
    reference = Reference(
        now=published.replace(tzinfo=None), zone=zone, article=True, country=country
    )
    words = Lexicon(language_words(language.value).time)
    expressions = find_time_expressions(
        text, now=published, language=language.value, country=country
    )
    found = (_moment(each, words, reference, published) for each in expressions)
    return [moment for moment in found if moment is not None]


def _moment(
    expression: TimeExpression, lexicon: Lexicon, reference: Reference, published: datetime
) -> Moment | None:
    if expression.window is None:
        return None
    node = _node(expression, lexicon)
    inner, bound = _unbound(node) if node is not None else (None, None)
    since = bound is Bound.SINCE
    past = future = expression.window
    if node is not None and inner is not None and not getattr(inner, "carried", False):
        kept = inner if since else node
        past = _window(resolve(kept, replace(reference, tense=Tense.PAST)), reference) or past
        future = _window(resolve(kept, replace(reference, tense=Tense.FUTURE)), reference) or future
    return Moment(
        expression.start,
        expression.end,
        expression.text,
        past,
        future,
        _deixis(past, future, published),
        deadline=bound in {Bound.BY, Bound.BEFORE, Bound.UNTIL} or isinstance(node, Remaining),
        since=since,
        clock_only=isinstance(inner, Timed) and inner.day is None,
        recurring=expression.rrule is not None,
    )


def _node(expression: TimeExpression, lexicon: Lexicon) -> Node | None:
    """Return what the phrase says, if it says so out of its sentence too."""
    words = Words(expression.text, lexicon)
    found = phrase(words, 0)
    return found.value if found is not None and found.end == len(words) else None


def _unbound(node: Node) -> tuple[Node, Bound | None]:
    match node:
        case Bounded():
            return node.node, node.bound
        case Hedged():
            return _unbound(node.node)
        case Ending():
            return node, None
        case _:
            return node, None


def _window(stretch: Stretch | None, reference: Reference) -> EventWindow | None:
    if stretch is None or (stretch.start is None and stretch.end is None):
        return None
    start, end = (
        None if side is None else side.replace(tzinfo=reference.zone)
        for side in (stretch.start, stretch.end)
    )
    return EventWindow(start, end, stretch.precision, stretch.approximate)


def _deixis(past: EventWindow | None, future: EventWindow | None, published: datetime) -> Deixis:
    if past != future:
        return Deixis.EITHER
    window = past
    day = published.replace(hour=0, minute=0, second=0, microsecond=0)
    if window is None:
        return Deixis.EITHER
    if window.end is not None and window.end <= day:
        return Deixis.PAST
    if window.start is not None and window.start >= day + timedelta(days=1):
        return Deixis.FUTURE
    return Deixis.CURRENT


def clipped(window: EventWindow | None, published: datetime) -> EventWindow | None:
    """Return what of an expected window is still to come.

    A window inside the day of publication stays whole; a longer one that has begun starts at
    the moment of publication.

    Returns:
        The window, or None if it is over.
    """
    if window is None:
        return None
    today = published.replace(hour=0, minute=0, second=0, microsecond=0)
    if window.end is not None and window.end <= today:
        return None
    begun = window.start is None or window.start < today
    if not begun or window.precision is Precision.DEADLINE:
        return window
    if window.end is not None and window.end <= published:
        return None
    return replace(window, start=published)
