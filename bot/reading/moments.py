"""Phrases of time in an article, seen both ways: as what has been and as what is to come."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from functools import cache, lru_cache

from bot.domain.language import Language
from bot.domain.window import EventWindow, Precision, require_zone
from bot.reading.grammar import Lexicon as Grammar
from bot.reading.grammar import lexicon_of
from bot.reading.languages import language_words
from bot.reading.time_expressions import TimeExpression, find_time_expressions
from bot.reading.when.grammar.phrases import phrase
from bot.reading.when.lexicon import Lexicon, Words
from bot.reading.when.phrase import (
    Bounded,
    Counted,
    Ending,
    Hedged,
    Node,
    Parted,
    Ranged,
    Remaining,
    Shifted,
    Timed,
    Weekday,
)
from bot.reading.when.resolve import resolve
from bot.reading.when.stretch import Reference, Stretch
from bot.reading.when.terms import Bound, Tense, Unit, Which

_WITHIN_A_DAY = frozenset({Precision.PART_OF_DAY, Precision.MINUTE})
_PHRASES_KEPT = 4_096
_LAST_DAYS = frozenset({Bound.BY, Bound.BEFORE, Bound.UNTIL})


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
        past: Its window where the clause tells of what has been.
        future: Its window where the clause tells of what is to come.
        deixis: Where it points by itself.
        deadline: Whether it sets a last day ("by Friday", "before the end of May").
        until: Whether it tells how long something lasts ("until Friday").
        since: Whether it tells how long something has lasted ("since 1998").
        clock_only: Whether it names an hour and no day.
        recurring: Whether it happens again and again.
        named_past: The past window of the time it names, whatever bounds it ("before *Friday*").
        named_future: The same, to come.
        counted: Whether it counts from now or from something else ("within ten days").
        vague: Whether it counts without a number ("some weeks ago").
        uncounted: Whether it names a span ahead without its length ("in the coming days").
        weekday: Whether it names a day of the week.
        nearer_ahead: Whether its date to come is nearer than its date gone by.
        year_long: Whether it names a year or more.
        just_gone: Whether its date gone by was yesterday, or earlier today.
        today: Whether what it names ahead is a part of the day of publication.
    """

    start: int
    end: int
    text: str
    past: EventWindow
    future: EventWindow
    named_past: EventWindow
    named_future: EventWindow
    deixis: Deixis
    deadline: bool = False
    until: bool = False
    since: bool = False
    clock_only: bool = False
    recurring: bool = False
    counted: bool = False
    vague: bool = False
    uncounted: bool = False
    weekday: bool = False
    nearer_ahead: bool = False
    year_long: bool = False
    just_gone: bool = False
    today: bool = False


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
    wall = published.replace(tzinfo=None)
    reference = Reference(now=wall, zone=require_zone(published), article=True, country=country)
    eyes = _Eyes(
        language,
        reference,
        published,
        lexicon_of(language),
    )
    expressions = find_time_expressions(
        text, now=published, language=language.value, country=country
    )
    found = (eyes.moment(part) for each in expressions for part in eyes.parts(each))
    return [moment for moment in found if moment is not None]


@cache
def _time_words(language: Language) -> Lexicon:
    return Lexicon(language_words(language.value).time)


@lru_cache(maxsize=_PHRASES_KEPT)
def _said(text: str, language: Language) -> Node | None:
    """Return what a phrase says by itself; the same few come again in every article."""
    words = Words(text, _time_words(language))
    found = phrase(words, 0)
    return found.value if found is not None and found.end == len(words) else None


@dataclass(frozen=True, slots=True)
class _Eyes:
    """What a phrase is read by: its language's words, and from when it is read.

    Phrases come again and again in a long article; ``_spans`` keeps when they were found to be.
    """

    language: Language
    reference: Reference
    published: datetime
    lexicon: Grammar
    _spans: dict[Node, tuple[EventWindow | None, EventWindow | None]] = field(default_factory=dict)

    def parts(self, expression: TimeExpression) -> list[TimeExpression]:
        """Return two times joined by "and" one by one: "1. september og 15. desember".

        What follows one another is left whole: "torsdag og fredag" is a span.
        """
        joiner = f" {self.lexicon.grammar.and_} "
        first, found, last = expression.text.partition(joiner)
        if not found or not self._stands_apart(first, last):
            return [expression]
        behind = expression.start + len(first) + len(found)
        halves = ((expression.start, first), (behind, last))
        return [
            replace(expression, start=start, end=start + len(text), text=text)
            for start, text in halves
        ]

    def _stands_apart(self, first: str, last: str) -> bool:
        """Whether two phrases are each a time of its own, and time passes between them."""
        one, other = self._parsed(first), self._parsed(last)
        if one is None or other is None:
            return False
        stretches = [
            resolve(each, replace(self.reference, tense=Tense.FUTURE)) for each in (one, other)
        ]
        begins, goes_on = stretches
        if begins is None or goes_on is None or begins.end is None or goes_on.start is None:
            return False
        return begins.end < goes_on.start

    def moment(self, expression: TimeExpression) -> Moment | None:
        """Return a phrase read both ways, or None if it is at no time in particular."""
        window = expression.window
        if window is None:
            return None
        expression = self._without_stop(self._without_particle(expression))
        node = self._node(expression)
        if expression.carried:  # its words alone tell the hour and no day
            node = None
        inner, bound = (None, None) if node is None else _unbound(node)
        if _is_from_an_hour(inner):
            return None  # "en halvtime senere": nobody knows which hour it counts from
        named_past, named_future = self._both_ways(window, inner)
        past, future = named_past, named_future
        since = bound is Bound.SINCE or (bound is Bound.FROM and self._is_over(named_future))
        if not since and bound is not Bound.FROM:
            past, future = self._both_ways(window, node)
        return Moment(
            expression.start,
            expression.end,
            expression.text,
            past,
            future,
            named_past,
            named_future,
            self._deixis(expression, past, future, inner),
            deadline=bound in _LAST_DAYS or isinstance(node, Remaining),
            until=bound is Bound.UNTIL,
            since=since,
            clock_only=isinstance(inner, Timed) and inner.day is None,
            recurring=expression.rrule is not None,
            counted=isinstance(inner, Shifted | Counted),
            vague=isinstance(inner, Shifted | Counted) and inner.amount.vague,
            uncounted=isinstance(inner, Counted) and inner.amount.vague,
            weekday=_names_weekday(inner),
            nearer_ahead=_is_nearer_ahead(past, future, self.published),
            year_long=future.precision is Precision.YEAR,
            just_gone=self._is_just_gone(past),
            today=self._is_part_of_today(future),
        )

    def _without_stop(self, expression: TimeExpression) -> TimeExpression:
        """Leave the stop that ends a sentence out: "før jul." is no month of July."""
        bare = expression.text.removesuffix(".")
        if bare == expression.text or self._parsed(bare) is None:
            return expression
        return replace(expression, end=expression.end - 1, text=bare)

    def _without_particle(self, expression: TimeExpression) -> TimeExpression:
        """Leave the "ut" of "kommer ut i mars" to the verb; that of "ut mars" is the time's."""
        first, _, rest = expression.text.partition(" ")
        if first.lower() not in self.lexicon.particles or not rest:
            return expression
        if not (rest[0].isdigit() or rest.split()[0].lower() in self.lexicon.never_verbs):
            return expression
        return replace(expression, start=expression.end - len(rest), text=rest)

    def _node(self, expression: TimeExpression) -> Node | None:
        """Return what the phrase says, if it says so out of its sentence too."""
        return self._parsed(expression.text)

    def _parsed(self, text: str) -> Node | None:
        return _said(text, self.language)

    def _both_ways(self, found: EventWindow, node: Node | None) -> tuple[EventWindow, EventWindow]:
        """Read a phrase as of the past and as of what is to come."""
        if node is None or getattr(node, "carried", False):
            return found, found
        if node not in self._spans:
            past = resolve(node, replace(self.reference, tense=Tense.PAST))
            future = resolve(node, replace(self.reference, tense=Tense.FUTURE))
            self._spans[node] = self._window(past), self._window(future)
        back, ahead = self._spans[node]
        return back or found, ahead or found

    def _window(self, stretch: Stretch | None) -> EventWindow | None:
        if stretch is None or (stretch.start is None and stretch.end is None):
            return None
        start, end = (self._on_the_wall(side) for side in (stretch.start, stretch.end))
        return EventWindow(start, end, stretch.precision, stretch.approximate)

    def _on_the_wall(self, naive: datetime | None) -> datetime | None:
        """Hang a wall time in its zone; one that the clocks skip moves on by what they skip."""
        if naive is None:
            return None
        zone = self.reference.zone
        return naive.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)

    def _is_over(self, window: EventWindow) -> bool:
        return window.end is not None and window.end <= self._today

    def _is_just_gone(self, past: EventWindow) -> bool:
        if past.start is None or past.end is None:
            return False
        return past.start >= self._today - timedelta(days=1) and past.end <= self.published

    def _is_part_of_today(self, window: EventWindow) -> bool:
        if window.precision not in _WITHIN_A_DAY or window.start is None:
            return False
        return window.start.date() == self._today.date()

    @property
    def _today(self) -> datetime:
        return self.published.replace(hour=0, minute=0, second=0, microsecond=0)

    def _deixis(
        self, expression: TimeExpression, past: EventWindow, future: EventWindow, node: Node | None
    ) -> Deixis:
        if expression.text.lower().split()[0] in self.lexicon.later:
            return Deixis.FUTURE
        if past != future or _names_weekday(node):
            return Deixis.EITHER
        if self._is_over(past):
            return Deixis.PAST
        if past.start is not None and past.start >= self._today + timedelta(days=1):
            return Deixis.FUTURE
        return Deixis.CURRENT


def _is_from_an_hour(node: Node | None) -> bool:
    """Whether a phrase counts hours or minutes from an hour named before it."""
    if not isinstance(node, Shifted) or not node.carried:
        return False
    return node.amount.unit in {Unit.HOUR, Unit.MINUTE}


def _is_nearer_ahead(past: EventWindow, future: EventWindow, published: datetime) -> bool:
    if past.end is None or future.start is None:
        return past.end is None
    return future.start - published < published - past.end


def _names_weekday(node: Node | None) -> bool:
    match node:
        case Weekday():
            return node.within is None and node.which is Which.PLAIN
        case Timed() | Parted():
            return _names_weekday(node.day)
        case Ranged():
            return _names_weekday(node.first) and _names_weekday(node.last)
        case _:
            return False


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
