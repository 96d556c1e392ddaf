"""Parts of a period, and the nth day or week inside one."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from bot.domain.window import Precision
from bot.reading.when.phrase import Beside, TurnOfMonth
from bot.reading.when.stretch import (
    DAY,
    Reference,
    Stretch,
    day_stretch,
    midnight,
    shift_months,
    unit_span,
    unit_stretch,
)
from bot.reading.when.terms import PeriodPart, Unit

_WEEK = 7
_MONTHS = range(28, 32)  # days
_SATURDAY = 5
_TUESDAY = 1
Cut = tuple[date, date]


def part_of(part: PeriodPart, whole: Stretch) -> Stretch | None:
    """Return the early, middle or late part of a period, approximate.

    Months are cut at the 10th and the 20th; weeks into Monday to Wednesday, Tuesday to Thursday
    and Friday to Sunday; longer periods into thirds of whole months or years, shorter ones of
    days.
    """
    if whole.start is None or whole.end is None:
        return None
    first, after = whole.start.date(), whole.end.date()
    days = (after - first).days
    if days <= 1:
        return whole.hedged()
    if days == _WEEK:
        cut = _of_week(part, first, after)
    elif days in _MONTHS:
        cut = _of_month(part, first, after)
    elif days < _MONTHS.start:
        cut = _of_days(part, first, after)
    else:
        cut = _of_longer(part, first, after)
    hedged = part not in (PeriodPart.FIRST_HALF, PeriodPart.SECOND_HALF)
    value = _half_of_year(part, whole) or whole.value
    start = max(midnight(cut[0]), whole.start)  # a weekend begins in the evening
    return Stretch(start, midnight(cut[1]), Precision.RANGE, value, approximate=hedged)


def _half_of_year(part: PeriodPart, whole: Stretch) -> str | None:
    """Return the TIMEX3 value of a half of one year."""
    halves = {PeriodPart.FIRST_HALF: "H1", PeriodPart.SECOND_HALF: "H2"}
    one_year = whole.precision is Precision.YEAR and part in halves
    return f"{whole.value}-{halves[part]}" if one_year else None


def _of_days(part: PeriodPart, first: date, after: date) -> Cut:
    days = (after - first).days
    third, half = max(days // 3, 1) * DAY, (days + 1) // 2 * DAY
    match part:
        case PeriodPart.EARLY:
            return first, first + third
        case PeriodPart.MID:
            middle = first + third, after - third
            return middle if middle[0] < middle[1] else (first, after)
        case PeriodPart.LATE:
            return after - third, after
        case PeriodPart.FIRST_HALF:
            return first, first + half
        case PeriodPart.SECOND_HALF:
            return first + half, after
        case _:
            assert_never(part)


def _of_week(part: PeriodPart, first: date, after: date) -> Cut:
    match part:
        case PeriodPart.EARLY | PeriodPart.FIRST_HALF:
            return first, first + 3 * DAY
        case PeriodPart.MID:
            return first + DAY, first + 4 * DAY
        case PeriodPart.LATE:
            return after - 3 * DAY, after
        case PeriodPart.SECOND_HALF:
            return first + 3 * DAY, after
        case _:
            assert_never(part)


def _of_month(part: PeriodPart, first: date, after: date) -> Cut:
    match part:
        case PeriodPart.EARLY:
            return first, first + 10 * DAY
        case PeriodPart.MID:
            return first + 10 * DAY, first + 20 * DAY
        case PeriodPart.LATE:
            return first + 20 * DAY, after
        case PeriodPart.FIRST_HALF:
            return first, first + 15 * DAY
        case PeriodPart.SECOND_HALF:
            return first + 15 * DAY, after
        case _:
            assert_never(part)


def _of_longer(part: PeriodPart, first: date, after: date) -> Cut:
    months = (after.year - first.year) * 12 + after.month - first.month
    third = max(months // 3, 1)
    match part:
        case PeriodPart.EARLY:
            return first, shift_months(first, third)
        case PeriodPart.MID:
            return shift_months(first, third), shift_months(after, -third)
        case PeriodPart.LATE:
            return shift_months(after, -third), after
        case PeriodPart.FIRST_HALF:
            return first, shift_months(first, months // 2)
        case PeriodPart.SECOND_HALF:
            return shift_months(first, months // 2), after
        case _:
            assert_never(part)


def nth_of(n: int, unit: Unit | int, whole: Stretch) -> Stretch | None:
    """Return the nth (-1 is the last) unit or weekday inside a period.

    A week counts by its Monday, a weekend by its Saturday.
    """
    if whole.start is None or whole.end is None:
        return None
    first, after = whole.start.date(), whole.end.date()
    if isinstance(unit, int):
        day = _nth_weekday(n, unit, first, after)
        return day_stretch(day) if day else None
    if unit in (Unit.WEEK, Unit.WEEKEND):
        day = _nth_weekday(n, 0 if unit is Unit.WEEK else _SATURDAY, first, after)
        return unit_stretch(unit, day) if day else None
    return _nth_unit(n, unit, first, after)


def containing(unit: Unit, day: Stretch) -> Stretch | None:
    """Return the unit that holds a day; a weekend reaches to a Monday or Tuesday beside it."""
    if day.start is None or day.end is None:
        return None
    first = day.start.date()
    one_day = day.precision is Precision.DAY
    beside_it = one_day and unit is Unit.WEEKEND and first.weekday() <= _TUESDAY
    stretch = unit_stretch(unit, first, -1 if beside_it else 0)
    return replace(stretch, end=max(stretch.end, day.end)) if beside_it and stretch.end else stretch


def turn_of_month(node: TurnOfMonth, ref: Reference) -> Stretch | None:
    """Return the two days around the end of a month: the nearest, or of the month named."""
    step = -1 if ref.looks_back else 1
    first = ref.today.replace(day=1)
    for months in range(-1, 14):
        turn = shift_months(first, step * months + 1)
        start, end = midnight(turn - DAY), midnight(turn + DAY)
        met = start <= ref.now if ref.looks_back else end > ref.now
        if met and node.month in (None, (turn - DAY).month):
            value = f"{turn - DAY:%Y-%m-%d}"
            return Stretch(start, end, Precision.RANGE, value, approximate=True)
    return None


def beside(node: Beside, base: Stretch | None) -> Stretch | None:
    """Return the day, week or weekday just after or before a base."""
    if base is None or base.start is None or base.end is None:
        return None
    first, last = base.start.date(), base.end.date() - DAY
    if isinstance(node.what, int):
        number = node.what
        if node.sign > 0:
            return day_stretch(last + ((number - last.weekday() - 1) % 7 + 1) * DAY)
        return day_stretch(first - ((first.weekday() - number - 1) % 7 + 1) * DAY)
    if node.what is Unit.DAY:
        return day_stretch(last + DAY if node.sign > 0 else first - DAY)
    if node.what is Unit.WEEKEND:
        return unit_stretch(Unit.WEEKEND, _saturday_beside(first, last, node.sign))
    return unit_stretch(node.what, first, node.sign)


def _saturday_beside(first: date, last: date, sign: int) -> date:
    """Return the Saturday of the weekend that is over before a span, or that begins after it."""
    if sign > 0:
        return last + ((_SATURDAY - last.weekday() - 1) % 7 + 1) * DAY
    return first - ((first.weekday() - _SATURDAY - 2) % 7 + 2) * DAY


def _nth_weekday(n: int, weekday: int, first: date, after: date) -> date | None:
    if n > 0:
        day = first + ((weekday - first.weekday()) % 7 + 7 * (n - 1)) * DAY
    else:
        last = after - DAY
        day = last - ((last.weekday() - weekday) % 7 + 7 * (-n - 1)) * DAY
    return day if first <= day < after else None


def _nth_unit(n: int, unit: Unit, first: date, after: date) -> Stretch | None:
    anchor, offset = (first, n - 1) if n > 0 else (after - DAY, n + 1)
    begin, _ = unit_span(unit, anchor, offset)
    return unit_stretch(unit, begin) if first <= begin < after else None
