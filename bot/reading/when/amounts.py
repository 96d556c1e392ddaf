"""So much time on, so much time ago, the next so much, and years as numbers."""

from dataclasses import replace
from datetime import date, timedelta
from typing import assert_never

from bot.domain.window import Precision
from bot.reading.when.phrase import Amount, Counted, Shifted, Years
from bot.reading.when.stretch import (
    DAY,
    MINUTE,
    Reference,
    Stretch,
    day_stretch,
    midnight,
    shift_months,
    unit_precision,
    unit_stretch,
    unit_value,
)
from bot.reading.when.terms import Unit

_SECONDS = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}
_DAYS = {Unit.DAY: 1, Unit.NIGHT: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.FORTNIGHT: 14}
_MONTHS = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.THIRD: 4,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}
_MOST_MONTHS = 12 * 1000
_WHOLE_YEARS = (Unit.YEAR, Unit.DECADE, Unit.CENTURY)
_SATURDAY = 5
_MOST_HOURS = 24 * 1000


def moved(day: date, amount: Amount, sign: int) -> date | None:
    """Return the day so much later (or, at sign -1, earlier); None beyond all calendars."""
    number = amount.number
    try:
        if amount.unit is Unit.WORKDAY:
            return _workdays_on(day, int(number), sign) if number < 1000 else None
        if amount.unit in _DAYS:
            return day + sign * int(number * _DAYS[amount.unit]) * DAY
        months = int(number * _MONTHS[amount.unit])
        return shift_months(day, sign * months) if months <= _MOST_MONTHS else None
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return None


def _workdays_on(day: date, number: int, sign: int) -> date:
    while number:
        day += sign * DAY
        number -= day.weekday() < _SATURDAY
    return day


def shifted(node: Shifted, ref: Reference, base: Stretch | None) -> Stretch | None:
    """Return the time so much after or before a base, now, or the date last mentioned."""
    amount, sign = node.amount, node.sign
    if amount.least is not None:
        return _between(node, amount.least, ref, base)
    if amount.unit in _SECONDS:
        return _to_the_minute(node, ref, base)
    day = _base_day(node, ref, base)
    if amount.unit is Unit.DAY and amount.number % 1 and node.base is None and not node.carried:
        return _a_day_and_a_half(node, ref)
    found = moved(day, amount, sign) if day else None
    if found is None:
        return None
    precision = unit_precision(amount.unit)
    if node.carried and amount.unit in _WHOLE_YEARS and not amount.number % 1:
        return unit_stretch(Unit.YEAR, found)
    exact = precision is Precision.DAY or _is_day(base)
    value = unit_value(amount.unit, found) if not (exact or amount.number % 1) else ""
    stretch = day_stretch(found)
    approximate = amount.vague or not (exact or node.exact)
    return replace(
        stretch,
        precision=Precision.DAY if exact else precision,
        approximate=approximate,
        value=value or stretch.value,
    )


def _between(node: Shifted, least: float, ref: Reference, base: Stretch | None) -> Stretch | None:
    """Return from the least to the most: "in two to three weeks"."""
    fewest = replace(node.amount, number=least, least=None)
    most = replace(node.amount, least=None)
    near = shifted(replace(node, amount=fewest), ref, base)
    far = shifted(replace(node, amount=most), ref, base)
    if near is None or far is None or near.start is None or far.start is None:
        return None
    first, last = (near, far) if node.sign > 0 else (far, near)
    return replace(far, start=first.start, end=last.end, precision=Precision.RANGE).hedged()


def _a_day_and_a_half(node: Shifted, ref: Reference) -> Stretch | None:
    """Return the day that part of a day on falls on: half a day from noon may be tomorrow."""
    hours = int(node.amount.number * 24)
    if hours > _MOST_HOURS:
        return None
    return day_stretch((ref.now + node.sign * timedelta(hours=hours)).date()).hedged()


def _is_day(base: Stretch | None) -> bool:
    return base is not None and base.precision is Precision.DAY


def _base_day(node: Shifted, ref: Reference, base: Stretch | None) -> date | None:
    if node.base is None:
        return ref.carried if node.carried and ref.carried else ref.today
    if base is None or base.start is None or base.end is None:
        return None
    return (base.end - DAY).date() if node.sign > 0 else base.start.date()


def _to_the_minute(node: Shifted, ref: Reference, base: Stretch | None) -> Stretch | None:
    elapsed = timedelta(seconds=node.sign * node.amount.number * _SECONDS[node.amount.unit])
    if abs(elapsed.days) > 36500:
        return None
    at = base.start if base and base.start else None
    start = at + elapsed if at else ref.in_exactly(elapsed)
    value = start.isoformat(timespec="minutes")
    return Stretch(start, start + MINUTE, Precision.MINUTE, value, "TIME", node.amount.vague)


def counted(node: Counted, ref: Reference) -> Stretch | None:
    """Return the next so much time from tomorrow on, or the past so much up to today."""
    amount = node.amount
    value = duration_value(amount)
    if not amount.number:
        return None
    if amount.unit in _SECONDS:
        elapsed = timedelta(seconds=amount.number * _SECONDS[amount.unit])
        if elapsed.days > 36500:
            return None
        there = ref.in_exactly(node.sign * elapsed)
        sides = (ref.now, there) if node.sign > 0 else (there, ref.now)
    else:
        first = ref.today + DAY if node.sign > 0 else ref.today
        far = moved(first, amount, node.sign)
        if far is None:
            return None
        sides = (midnight(min(first, far)), midnight(max(first, far)))
    hedged = amount.vague or amount.least is not None
    return Stretch(*sides, Precision.RANGE, value, "DURATION", hedged)


def years(node: Years) -> Stretch | None:
    """Return a year, a decade or a century."""
    first = node.first
    if not first >= 1 or first + node.length > 9999:
        return None
    unit = {1: Unit.YEAR, 10: Unit.DECADE, 100: Unit.CENTURY}[node.length]
    start, end = date(first, 1, 1), date(first + node.length, 1, 1)
    value = ("FY" if node.fiscal else "") + unit_value(unit, start)
    return Stretch(midnight(start), midnight(end), unit_precision(unit), value)


def duration_value(amount: Amount) -> str:
    """Return the TIMEX3 value of a length of time: P2W, PT48H, P2.5Y, PXD where it is vague."""
    number = "X" if amount.vague and amount.number != 2 else f"{amount.number:g}"
    unit = amount.unit
    match unit:
        case Unit.SECOND | Unit.MINUTE | Unit.HOUR:
            return f"P{unit.value[0]}{number}{unit.value[1]}"
        case Unit.FORTNIGHT:
            return f"P{amount.number * 2:g}W"
        case Unit.WORKDAY | Unit.DAY | Unit.NIGHT:
            return f"P{number}D"
        case Unit.HALF:
            return f"P{amount.number * 6:g}M"
        case Unit.THIRD:
            return f"P{amount.number * 4:g}M"
        case (
            Unit.WEEK
            | Unit.WEEKEND
            | Unit.MONTH
            | Unit.QUARTER
            | Unit.YEAR
            | Unit.DECADE
            | Unit.CENTURY
        ):
            return f"P{number}{unit.value}"
        case _:
            assert_never(unit)
