"""Words of time understood as windows: one phrase, or all those of a text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.domain.window import EventWindow, Precision, require_zone
from bot.errors import NotUnderstood
from bot.reading.languages import language_words
from bot.reading.when.direction import direction
from bot.reading.when.grammar.phrases import readings
from bot.reading.when.grammar.spans import last_of_span
from bot.reading.when.lexicon import Lexicon, Match, Words
from bot.reading.when.phrase import (
    Bounded,
    Counted,
    Hedged,
    Lasting,
    Node,
    Ranged,
    Relative,
    Shifted,
    Timed,
)
from bot.reading.when.resolve import range_ends, resolve
from bot.reading.when.stretch import Reference, Stretch
from bot.reading.when.tense import (
    in_next_sentence,
    in_one_sentence,
    is_held_against,
    is_measured,
    is_negated,
    is_of_a_kind,
    is_particle,
    is_postponed_to,
    is_surely_past,
    tells_length,
    tense_at,
)
from bot.reading.when.terms import Bound, Tense, Unit

_WORDS_SHOWN = 6
_PUTTING_OFF = (Bound.BY, Bound.UNTIL, Bound.FROM)
_CLOSING = frozenset(".,;:!?)»”\"'")


@dataclass(frozen=True, slots=True)
class UnderstoodWindow(EventWindow):
    """A window, and how it was read.

    Attributes:
        length: Characters of the text that the phrase took.
        other: The other reading of an ambiguous phrase.
        rrule: The rule (RFC 5545) of what recurs, whose first window this is.
        timex_type: DATE, TIME, DURATION or SET (ISO-TimeML).
        timex_value: The TIMEX3 value, such as ``2025-W49``.
    """

    length: int = 0
    other: EventWindow | None = None
    rrule: str | None = None
    timex_type: str = "DATE"
    timex_value: str = ""

    @property
    def ambiguous(self) -> bool:
        """Whether the phrase has another reading."""
        return self.other is not None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A phrase of time found in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        text: The phrase as it is written.
        timex_type: DATE, TIME, DURATION or SET (ISO-TimeML).
        timex_value: The TIMEX3 value.
        window: When it is; None for what is at no time in particular (a length, "recently") and
            for the last end of a span, which lies within the span.
        other: The other reading of an ambiguous phrase.
        rrule: The rule (RFC 5545) of what recurs.
        tense: Which way its clause looks.
        carried: An hour alone, on the day named before it in its sentence.
    """

    start: int
    end: int
    text: str
    timex_type: str
    timex_value: str
    window: EventWindow | None
    other: EventWindow | None = None
    rrule: str | None = None
    tense: Tense = Tense.OPEN
    carried: bool = False


def parse_when(
    text: str, *, now: datetime, language: str, country: str = "NO", month_first: bool = False
) -> UnderstoodWindow:
    """Understand the time at the head of a text that a person typed.

    What follows the phrase is not judged: ``length`` tells where it ended. A wall time that the
    clocks skip is moved on by the hour they skip; one that they repeat is the first of the two.

    Args:
        text: A phrase of time, alone or with more after it.
        now: The moment of the asking, in the newsroom's zone.
        language: Tag of the language it is written in.
        country: ISO 3166 code, for holidays.
        month_first: Whether dates in figures name the month first.

    Raises:
        NotUnderstood: If the text does not begin with a time.
        ValueError: If ``now`` is in no IANA zone, or the language is unknown.
    """
    zone = require_zone(now)
    words = Words(text, _lexicon(language), typed=True, month_first=month_first)
    ref = _reference(now, zone, words, country)
    for found in _typed_readings(words):
        stretch = resolve(found.value, ref)
        window = _window(stretch, zone) if stretch else None
        if stretch is not None and window is not None:
            break
    else:
        raise NotUnderstood(words=_not_understood(words))
    other = _window(stretch.other, zone) if stretch.other else None
    return UnderstoodWindow(
        window.start,
        window.end,
        window.precision,
        window.approximate,
        words.tokens[found.end - 1].end,
        other,
        stretch.rrule,
        stretch.timex,
        stretch.value,
    )


def _typed_readings(words: Words) -> Iterator[Match[Node]]:
    """Read the phrase at the head of a text; "ikke før fredag" is from Friday on."""
    yield from readings(words, 0)
    if words.norm(0) not in words.words.negations:
        return
    for match in readings(words, 1):
        if isinstance(match.value, Bounded) and match.value.bound is Bound.BEFORE:
            yield _unless_negated(words, 1, match, Tense.FUTURE)


def parse_whole(
    text: str, *, now: datetime, language: str, country: str = "NO", month_first: bool = False
) -> UnderstoodWindow:
    """Understand a text that is nothing but one phrase of time.

    Raises:
        NotUnderstood: If it begins with no time, or goes on after it; it names the words.
        ValueError: As ``parse_when``.
    """
    found = parse_when(text, now=now, language=language, country=country, month_first=month_first)
    rest = text[found.length :].strip()
    if rest.strip("".join(_CLOSING)):
        raise NotUnderstood(words=rest)
    return found


def _not_understood(words: Words) -> str:
    shown = words.tokens[:_WORDS_SHOWN]
    return words.text[shown[0].start : shown[-1].end] if shown else ""


@cache
def _lexicon(language: str) -> Lexicon:
    return Lexicon(language_words(language).time)


def _reference(
    now: datetime, zone: ZoneInfo, words: Words, country: str, *, article: bool = False
) -> Reference:
    wall = now.replace(tzinfo=None)
    return Reference(wall, zone, article=article, country=country, lunch=words.words.lunch)


def find_time_expressions(
    text: str,
    *,
    now: datetime,
    language: str,
    country: str = "NO",
    month_first: bool = False,
    typed: bool = False,
) -> list[TimeExpression]:
    """Find all phrases of time in a running text, in their order.

    A span ("from Monday to Friday") is followed by its last end, which TIMEX3 marks on its own.
    Weekdays and dates look back or ahead as their clause does, the day of publication included;
    "dagen etter" and its like carry on from the day last mentioned.

    Args:
        text: The text; offsets are into it as given.
        now: When it was published, in the zone of its place.
        language: Tag of the language it is written in.
        country: ISO 3166 code, for holidays.
        month_first: Whether dates in figures name the month first.
        typed: Whether it is a command typed now, so that a weekday is never the day itself.

    Raises:
        ValueError: If ``now`` is in no IANA zone, or the language is unknown.
    """
    zone = require_zone(now)
    words = Words(text, _lexicon(language), month_first=month_first)
    ref = _reference(now, zone, words, country, article=not typed)
    found: list[TimeExpression] = []
    end = 0
    for at in words.beginnings():
        if at < end or not words.may_begin(at) or is_particle(words, at):
            continue
        last = found[-1] if found and not typed and _names_day(found[-1]) else None
        for each in readings(words, at):
            match = _on_its_day(each) if last and _goes_on(words, last, end, at, each) else each
            expression = _expression(words, at, match, ref)
            if expression:
                found.append(expression)
                found.extend(_last_ends(words, at, match, replace(ref, tense=expression.tense)))
                ref = _carry_on(ref, match.value, expression)
                end = match.end
                break
    return found


def _goes_on(words: Words, last: TimeExpression, end: int, at: int, match: Match[Node]) -> bool:
    """Whether an hour alone is of the day named before it, in its sentence or the one before."""
    if in_one_sentence(words, end, at):
        return True
    if not in_next_sentence(words, end, at):
        return False
    tense = tense_at(words, at, match.end)
    return tense is last.tense or (_is_whole_day(last) and Tense.PAST not in (tense, last.tense))


def _is_whole_day(expression: TimeExpression) -> bool:
    return expression.window is not None and expression.window.precision is Precision.DAY


def _names_day(expression: TimeExpression) -> bool:
    """Whether an hour told after it in its sentence is of the same day."""
    window = expression.window
    if window is None or expression.rrule or window.start is None or window.end is None:
        return False
    return window.end - window.start <= timedelta(days=1) and not expression.other


def _on_its_day(match: Match[Node]) -> Match[Node]:
    """Put an hour alone on the day last named: "åpner kl. 9 søndag og stenger kl. 20"."""
    node = match.value
    if isinstance(node, Bounded):
        inner = _on_its_day(Match(node.node, match.end))
        return Match(replace(node, node=inner.value), match.end)
    if not isinstance(node, Timed) or node.day is not None:
        return match
    return Match(replace(node, day=Relative(Unit.DAY, 0, carried=True)), match.end)


def _is_carried(node: Node) -> bool:
    if isinstance(node, Bounded):
        return _is_carried(node.node)
    day = node.day if isinstance(node, Timed) else None
    return isinstance(day, Relative) and day.carried


def _expression(words: Words, at: int, match: Match[Node], ref: Reference) -> TimeExpression | None:
    if words.glued(at) and words.norm(at - 1).isalnum():
        return None
    node = match.value
    if isinstance(node, Bounded) and node.bound in _PUTTING_OFF and is_postponed_to(words, at):
        match = Match(node.node, match.end)
    tense = direction(words, at, match, ref)
    held = tense is Tense.PAST and is_held_against(words, at)
    if held and isinstance(node, Bounded) and node.bound is Bound.FROM:
        match = Match(node.node, match.end)
    match = _unless_negated(words, at, match, tense)
    match = Match(_if_it_lasts(words, at, match, tense), match.end)
    sure = tense is not Tense.PAST or is_surely_past(words, at, match.end)
    looking = (
        ref if (tense, sure) == (ref.tense, ref.sure) else replace(ref, tense=tense, sure=sure)
    )
    stretch = resolve(match.value, looking)
    if stretch is None:
        return None
    start, end = words.tokens[at].start, words.tokens[match.end - 1].end
    past_length = isinstance(match.value, Counted) and match.value.sign < 0
    return TimeExpression(
        start,
        end,
        words.text[start:end],
        stretch.timex,
        stretch.value,
        None if past_length else _window(stretch, ref.zone),
        _window(stretch.other, ref.zone) if stretch.other else None,
        stretch.rrule,
        tense,
        _is_carried(match.value),
    )


def _last_ends(
    words: Words, at: int, match: Match[Node], ref: Reference
) -> Iterator[TimeExpression]:
    """Return the last end of a span, if its words say a time by themselves."""
    node = match.value.node if isinstance(match.value, Bounded) else match.value
    first = last_of_span(words, at, match.end) if isinstance(node, Ranged) else None
    ends = range_ends(node, ref) if first is not None and isinstance(node, Ranged) else None
    if first is None or ends is None:
        return
    start, end, last = words.tokens[first].start, words.tokens[match.end - 1].end, ends[1]
    text = words.text[start:end]
    yield TimeExpression(start, end, text, last.timex, last.value, None, tense=ref.tense)


def _unless_negated(words: Words, at: int, match: Match[Node], tense: Tense) -> Match[Node]:
    """Read "ikke før fredag" as from Friday on or, of what has been, as that Friday."""
    node = match.value
    until = words.words.until_may_be_negated and Bound.UNTIL
    if not isinstance(node, Bounded) or node.bound not in (Bound.BEFORE, until):
        return match
    if not is_negated(words, at):
        return match
    past = tense is Tense.PAST
    return Match(node.node if past else Bounded(Bound.FROM, node.node), match.end)


def _is_of_years(words: Words, at: int, match: Match[Node]) -> bool:
    """Whether years tell how rare something is, even if it lies ahead: "the first in 20 years"."""
    node = match.value.node if isinstance(match.value, Hedged) else match.value
    ahead = node.amount.unit if isinstance(node, Shifted) else None
    return ahead in (Unit.YEAR, Unit.DECADE, Unit.CENTURY) and is_of_a_kind(words, at)


def _if_it_lasts(words: Words, at: int, match: Match[Node], tense: Tense) -> Node:
    """Read "the first in 20 years", "freed within days" as lengths, where nothing lies ahead."""
    node, past = match.value, tense is Tense.PAST
    within = _within(node)
    if within and (is_measured(words, match.end) or (past and tells_length(words, at))):
        return Lasting(within.amount)
    return _as_length(words, at, node) if past or _is_of_years(words, at, match) else node


def _within(node: Node) -> Shifted | None:
    """Return the time that is given: the "two days" of "within two days"."""
    inner = node.node if isinstance(node, Bounded) and node.bound is Bound.BY else None
    return inner if isinstance(inner, Shifted) and not (inner.base or inner.carried) else None


def _as_length(words: Words, at: int, node: Node) -> Node:
    within = _within(node) if words.norm(at) in words.words.ahead else None
    inner = within or (node.node if isinstance(node, Hedged) else node)
    if not words.words.ahead_may_last or not isinstance(inner, Shifted) or inner.sign < 0:
        return node
    return node if inner.base or inner.carried else Lasting(inner.amount)


def _carry_on(ref: Reference, node: Node, expression: TimeExpression) -> Reference:
    """Remember the day last mentioned, for "dagen etter" and its like."""
    window = expression.window
    if window is None or window.start is None or expression.rrule:
        return ref
    if isinstance(node, Hedged) and isinstance(node.node, Shifted):
        return ref
    day: date = window.start.date()
    return ref if day == ref.carried else replace(ref, carried=day)


def _window(stretch: Stretch, zone: ZoneInfo) -> EventWindow | None:
    """Hang a stretch on the wall of its zone; None if it is at no time, or at none to speak of."""
    sides = [side for side in (stretch.start, stretch.end) if side]
    if not sides or not all(MINYEAR < side.year < MAXYEAR for side in sides):
        return None
    start = _on_the_wall(stretch.start, zone) if stretch.start else None
    end = _on_the_wall(stretch.end, zone) if stretch.end else None
    if start and end and end.astimezone(UTC) <= start.astimezone(UTC):
        assert stretch.start is not None
        assert stretch.end is not None
        lasts = stretch.end - stretch.start
        end = (start.astimezone(UTC) + lasts).astimezone(zone)
    precision: Precision = stretch.precision
    return EventWindow(start, end, precision, stretch.approximate)


def _on_the_wall(naive: datetime, zone: ZoneInfo) -> datetime:
    """Return a wall time in its zone; one that the clocks skip moves on by what they skip."""
    return naive.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
