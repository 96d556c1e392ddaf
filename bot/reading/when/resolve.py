"""From what a phrase says to when that is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.domain.window import Precision
from bot.reading.when import amounts, clocks, weekdays
from bot.reading.when.parts import beside, containing, nth_of, part_of, turn_of_month
from bot.reading.when.phrase import (
    Beside,
    Bounded,
    Containing,
    Counted,
    DayOfMonth,
    Each,
    Ending,
    Hedged,
    Lasting,
    Node,
    Nth,
    Parted,
    PartOf,
    Ranged,
    Relative,
    Remaining,
    Shifted,
    Timed,
    TurnOfMonth,
    Vague,
    Weekday,
    Yearly,
    Years,
)
from bot.reading.when.recurring import each
from bot.reading.when.stretch import (
    DAY,
    MINUTE,
    Reference,
    Stretch,
    day_stretch,
    shift_months,
    unit_stretch,
)
from bot.reading.when.terms import Bound, DayPart, Feast, Ref, Tense, Unit, Which
from bot.reading.when.yearly import yearly


def resolve(node: Node, ref: Reference) -> Stretch | None:
    """Return when a phrase is, or None if there is no such time (31. april, uke 54)."""
    try:
        return _resolve(node, ref)
    except OverflowError:  # before the year 1 or after 9999
        return None


def _resolve(node: Node, ref: Reference) -> Stretch | None:
    match node:
        case Yearly():
            return yearly(node, ref)
        case Relative():
            return _relative(node, ref)
        case Weekday():
            within = resolve(node.within, ref) if node.within else None
            return weekdays.weekday(node, ref, within)
        case DayOfMonth():
            return weekdays.day_of_month(node, ref)
        case Timed():
            day = resolve(node.day, ref) if node.day else None
            return clocks.timed(node, ref, day)
        case Parted():
            return clocks.parted(node, ref, resolve(node.day, ref) if node.day else None)
        case Shifted() | Counted() | Lasting() | Vague() | Years() | Each():
            return _measured(node, ref)
        case Nth() | TurnOfMonth() | PartOf() | Containing() | Ending() | Remaining() | Beside():
            return _cut(node, ref)
        case Ranged():
            return _ranged(node, ref)
        case Bounded():
            return _bounded(node, ref)
        case Hedged():
            found = resolve(node.node, ref)
            return found.hedged() if found else None
        case _:
            assert_never(node)


def _measured(
    node: Shifted | Counted | Lasting | Vague | Years | Each, ref: Reference
) -> Stretch | None:
    match node:
        case Shifted():
            base = resolve(node.base, ref) if node.base else None
            return amounts.shifted(node, ref, base)
        case Counted():
            return amounts.counted(node, ref)
        case Lasting():
            value = amounts.duration_value(node.amount)
            return Stretch(None, None, Precision.RANGE, value, "DURATION")
        case Vague():
            return _vague(node.ref)
        case Years():
            return amounts.years(node)
        case Each():
            return _each(node, replace(ref, tense=Tense.FUTURE), ref)
        case _:
            assert_never(node)


def _each(node: Each, ahead: Reference, ref: Reference) -> Stretch | None:
    """Return the first window of what recurs, inside the period named if there is one."""
    within = resolve(node.within, ahead) if node.within else None
    if within and within.start:
        return each(node, replace(ref, now=within.start - MINUTE), within)
    return each(node, ref, resolve(node.until, ahead) if node.until else None)


def _vague(ref: Ref) -> Stretch:
    return Stretch(None, None, Precision.RANGE, ref.value)


def _cut(
    node: Nth | TurnOfMonth | PartOf | Containing | Ending | Remaining | Beside, ref: Reference
) -> Stretch | None:
    """Cut something out of a period; if that is over but the phrase looks ahead, of the next."""
    match node:
        case Nth():
            return _ahead(node.within, ref, lambda within: nth_of(node.n, node.unit, within))
        case PartOf():
            return _ahead(node.of, ref, lambda of: part_of(node.part, of))
        case TurnOfMonth():
            return turn_of_month(node, ref)
        case Containing():
            day = resolve(node.day, ref)
            return containing(node.unit, day) if day else None
        case Ending():
            return _ahead(node.of, ref, _last_day)
        case Remaining():
            return _remaining(node, ref)
        case Beside():
            return beside(node, resolve(node.base, ref))
        case _:
            assert_never(node)


def _relative(node: Relative, ref: Reference) -> Stretch:
    day = ref.carried if node.carried and ref.carried else ref.today
    if node.year is not None:
        return unit_stretch(node.unit, shift_months(day, 12 * (node.year - day.year)))
    if node.coming:
        this = unit_stretch(node.unit, day)
        begun = this.start is not None and this.start <= ref.now
        return unit_stretch(node.unit, day, 1 if begun else 0)
    if node.unit is Unit.WEEKEND and not node.carried and node.offset == 0 and ref.looks_back:
        this = unit_stretch(Unit.WEEKEND, day)
        if this.start and this.start > ref.now:
            return unit_stretch(Unit.WEEKEND, day, -1)
    return unit_stretch(node.unit, day, node.offset)


def _last_day(of: Stretch) -> Stretch | None:
    return replace(day_stretch((of.end - DAY).date()), value=of.value) if of.end else None


def _ahead(node: Node, ref: Reference, cut: Callable[[Stretch], Stretch | None]) -> Stretch | None:
    """Cut from the nearest such period, or from the one after if that cut is over."""
    whole = resolve(node, ref)
    found = cut(whole) if whole else None
    gone = whole is not None and (found is None or (found.end and found.end <= ref.now))
    if gone and not ref.looks_back and whole and whole.end and whole.end > ref.now:
        again = resolve(node, replace(ref, now=whole.end))
        found = (cut(again) if again else None) or found
    return found


def _remaining(node: Remaining, ref: Reference) -> Stretch | None:
    of = resolve(node.of, ref)
    if of is None or of.start is None or of.end is None:
        return of
    if not of.start < ref.now < of.end:
        return of
    if node.sign < 0:
        return replace(of, end=ref.now)
    return of if ref.looks_back else replace(of, start=ref.now)


def range_ends(node: Ranged, ref: Reference) -> tuple[Stretch, Stretch] | None:
    """Return the first and the last of a span, each as it stands in the light of the other."""
    last_first = _comes_yearly(node.last) and _comes_yearly(node.first)
    if last_first or isinstance(node.last, DayOfMonth):
        last = resolve(node.last, ref)
        if last is None or last.start is None:
            return None
        back = replace(ref, now=last.start, tense=Tense.PAST, article=True)
        told = isinstance(node.first, Yearly) and node.first.years_on is not None
        first = resolve(node.first, ref if told else back)
    else:
        first = resolve(node.first, ref)
        if first is None or first.start is None:
            return None
        on = replace(ref, now=first.start, tense=Tense.FUTURE, article=True)
        last = resolve(node.last, ref if _stands_alone(node.last) else on)
    return (first, last) if first and last else None


def _comes_yearly(node: Node) -> bool:
    inner = node.of if isinstance(node, PartOf) else node
    return isinstance(inner, Yearly)


def _ranged(node: Ranged, ref: Reference) -> Stretch | None:
    ends = range_ends(node, ref)
    if ends is None:
        return None
    first, last = ends
    if first.start is None:
        return None
    end = last.start if last.precision is Precision.MINUTE else last.end
    if end is None or end <= first.start:
        return None
    whole = replace(first, end=end, precision=Precision.RANGE, other=None)
    return whole.hedged() if last.approximate else whole


def _stands_alone(node: Node) -> bool:
    """Whether the end of a span is counted from now, not from the span's beginning."""
    match node:
        case Relative():
            return True
        case Weekday():
            return node.within is not None or node.which is not Which.PLAIN
        case Timed() | Parted():
            return node.day is not None and _stands_alone(node.day)
        case _:
            return False


def _bounded(node: Bounded, ref: Reference) -> Stretch | None:
    if node.bound is Bound.SINCE:
        return resolve(node.node, replace(ref, tense=Tense.PAST))
    ahead = ref if ref.looks_back else replace(ref, tense=Tense.FUTURE)
    of = resolve(node.node, ahead)
    if of is None:
        return None
    edge = _edge(node, of)
    if edge and edge <= ref.now and not ref.looks_back and node.bound in _DEADLINES and of.end:
        again = resolve(node.node, replace(ahead, now=max(of.end, ref.now)))
        of, edge = (again, _edge(node, again)) if again else (of, edge)
    if edge is None:
        return None
    return _within(node, _bound_stretch(node, edge, of, ref))


def _within(node: Bounded, found: Stretch) -> Stretch:
    """Let "within 48 hours" be a length of time to TIMEX3, whatever its window."""
    inner = node.node
    if node.bound is not Bound.BY or not isinstance(inner, Shifted) or inner.base or inner.carried:
        return found
    return replace(found, timex="DURATION", value=amounts.duration_value(inner.amount))


_DEADLINES = (Bound.BY, Bound.BEFORE, Bound.UNTIL)


def _edge(node: Bounded, of: Stretch) -> datetime | None:
    """Return the moment that bounds the phrase."""
    if _is_turn(node.node) and of.end:
        return of.end - DAY
    if of.precision is Precision.MINUTE and of.start:
        return of.start
    if isinstance(node.node, Parted) and node.node.part is DayPart.LUNCH and of.start and of.end:
        return of.start + (of.end - of.start) / 2
    match node.bound:
        case Bound.BY | Bound.UNTIL | Bound.AFTER:
            return of.end
        case Bound.BEFORE:
            return of.end if isinstance(node.node, Ending) else of.start
        case Bound.FROM | Bound.SINCE:
            return of.start
        case _:
            assert_never(node.bound)


def _is_turn(node: Node) -> bool:
    inner = node.node if isinstance(node, Hedged) else node
    return isinstance(inner, TurnOfMonth) or (
        isinstance(inner, Yearly) and inner.what is Feast.TURN_OF_THE_YEAR
    )


def _is_hedged(node: Bounded) -> bool:
    inner = node.node
    if isinstance(inner, Shifted):
        return inner.amount.vague or inner.amount.least is not None
    return isinstance(inner, Hedged | PartOf) or (
        isinstance(inner, Timed) and inner.clock.approximate
    )


def _bound_stretch(node: Bounded, edge: datetime, of: Stretch, ref: Reference) -> Stretch:
    other = of.other and _edge(node, of.other)
    plain = replace(of, other=None, rrule=None, approximate=_is_hedged(node))
    bound = node.bound
    if bound in _DEADLINES:
        precision = Precision.RANGE if bound is Bound.UNTIL else Precision.DEADLINE
        start = ref.now if edge > ref.now else None
        bounded = replace(plain, start=start, end=edge, precision=precision)
        return replace(bounded, other=replace(bounded, end=other)) if other else bounded
    return replace(plain, start=edge, end=None, precision=Precision.RANGE)
