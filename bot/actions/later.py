"""Moving the window of a follow-up on by so many days or hours."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.window import EventWindow, Precision
from bot.reading.typed.shift import Shift

_BY_DAYS = frozenset({Precision.MINUTE, Precision.PART_OF_DAY, Precision.DAY, Precision.RANGE})
_BY_WEEKS = frozenset({Precision.WEEK, Precision.WEEKEND})


def later(window: EventWindow | None, shift: Shift) -> EventWindow | None:
    """Return a window that much later; days to the same hour, hours by the clock's own passing.

    Of a deadline, its end alone moves. None where there is no window, or it would be another kind
    of one: a week some days on is no week, and a day has no hours.
    """
    if window is None or (shift.hours and not window.is_clocked):
        return None
    if window.precision in _BY_WEEKS and shift.days % 7:
        return None
    if window.precision not in _BY_DAYS | _BY_WEEKS | {Precision.DEADLINE}:
        return None
    end = None if window.end is None else _later(window.end, shift)
    if window.precision is Precision.DEADLINE or window.start is None:
        return replace(window, end=end)
    return replace(window, start=_later(window.start, shift), end=end)


def _later(moment: datetime, shift: Shift) -> datetime:
    wall = moment + timedelta(days=shift.days)
    if not shift.hours:
        return wall
    return (wall.astimezone(UTC) + timedelta(hours=shift.hours)).astimezone(moment.tzinfo)
