"""Which Tuesday, which 15th."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import assert_never

from bot.reading.when.phrase import DayOfMonth, Weekday
from bot.reading.when.stretch import DAY, Reference, Stretch, day_stretch, monday_of, shift_months
from bot.reading.when.terms import Which

WEEK = timedelta(days=7)
_MONTHS_SEARCHED = 14


def weekday(node: Weekday, ref: Reference, within: Stretch | None) -> Stretch | None:
    """Return the weekday meant.

    Args:
        node: What was said.
        ref: From where.
        within: The week it lies in, where one was named.
    """
    if within is not None and within.start is not None:
        first = within.start.date()
        return day_stretch(first + (node.number - first.weekday()) % 7 * DAY)
    if node.weeks_on < 0:
        latest = ref.today - (ref.today.weekday() - node.number) % 7 * DAY
        return day_stretch(latest + node.weeks_on * WEEK)
    if node.weeks_on and node.which is Which.PLAIN and ref.today.weekday() == node.number:
        return day_stretch(ref.today + node.weeks_on * WEEK)  # "mandag om en uke", said on a Monday
    if node.weeks_on:
        return day_stretch(_to_come(node.number, ref.today) + node.weeks_on * WEEK)
    today, number = ref.today, node.number
    carried = ref.carried or today
    match node.which:
        case Which.PLAIN | Which.THIS:
            return day_stretch(_plain(number, ref))
        case Which.COMING:
            return day_stretch(_to_come(number, today))
        case Which.NEXT:
            return _next(number, today)
        case Which.LAST:
            return day_stretch(_gone(number, today))
        case Which.AFTER_NEXT:
            return day_stretch(monday_of(today) + 2 * WEEK + number * DAY)
        case Which.FOLLOWING:
            return day_stretch(_to_come(number, carried))
        case Which.PREVIOUS:
            return day_stretch(_gone(number, carried))
        case Which.SAME:
            return day_stretch(monday_of(carried) + number * DAY)
        case _:
            assert_never(node.which)


def _plain(number: int, ref: Reference) -> date:
    if ref.looks_back:
        return ref.today - (ref.today.weekday() - number) % 7 * DAY
    if ref.article and ref.today.weekday() == number:
        return ref.today
    return _to_come(number, ref.today)


def _to_come(number: int, after: date) -> date:
    return after + ((number - after.weekday() - 1) % 7 + 1) * DAY


def _gone(number: int, before: date) -> date:
    return before - ((before.weekday() - number - 1) % 7 + 1) * DAY


def _next(number: int, today: date) -> Stretch:
    """The one of the following calendar week; the first to come is the other reading."""
    chosen = day_stretch(monday_of(today) + WEEK + number * DAY)
    first = day_stretch(_to_come(number, today))
    return chosen if first == chosen else replace(chosen, other=first)


def day_of_month(node: DayOfMonth, ref: Reference) -> Stretch | None:
    """Return the nearest such day of a month, today included, that is the weekday said."""
    step = -1 if ref.looks_back else 1
    found: list[date] = []
    for months in range(_MONTHS_SEARCHED):
        first = shift_months(ref.today.replace(day=1), step * months)
        if node.day > monthrange(first.year, first.month)[1]:
            continue
        day = first.replace(day=node.day)
        if (day - ref.today).days * step >= 0:
            found.append(day)
    fitting = [day for day in found if node.weekday in (None, day.weekday())]
    return day_stretch((fitting or found)[0]) if found else None
