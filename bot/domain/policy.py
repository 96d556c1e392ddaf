"""What reminders a newsroom gives of each kind of window: the policy, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import assert_never

from bot.domain.follow_up import ReminderKind
from bot.domain.rule import Rule
from bot.domain.window import EventWindow, Precision

_ONE_DAY = timedelta(days=1)

Ladder = Mapping[ReminderKind, tuple[Rule, ...]]
"""What is said of one kind of window, and when."""


class PolicyRow(StrEnum):
    """The rows of the policy: windows that are treated alike."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class ReminderPolicy:
    """When a newsroom reminds, by kind of window."""

    ladders: Mapping[PolicyRow, Ladder]

    def __post_init__(self) -> None:
        """Refuse a policy with a row missing."""
        if missing := sorted(set(PolicyRow) - set(self.ladders)):
            raise ValueError(f"the policy says nothing of {', '.join(missing)}")


def row_of(window: EventWindow) -> PolicyRow:
    """Return the row of the policy that a window falls under."""
    match window.precision:
        case Precision.MINUTE:
            return PolicyRow.MINUTE
        case Precision.PART_OF_DAY | Precision.DAY:
            return PolicyRow.DAY
        case Precision.RANGE if _within_a_day(window):
            return PolicyRow.MINUTE
        case Precision.WEEK | Precision.RANGE if _is_one_day(window):
            return PolicyRow.DAY
        case Precision.WEEKEND | Precision.WEEK | Precision.RANGE:
            return PolicyRow.WEEK
        case Precision.MONTH | Precision.SEASON | Precision.QUARTER | Precision.YEAR:
            return PolicyRow.MONTH
        case Precision.DEADLINE:
            return PolicyRow.DEADLINE
        case _:
            assert_never(window.precision)


def _within_a_day(window: EventWindow) -> bool:
    """Whether a range is one of hours ("kl. 14-16") rather than of days."""
    if window.start is None or window.end is None:
        return False
    return _is_one_day(window) and window.end - window.start < _ONE_DAY


def _is_one_day(window: EventWindow) -> bool:
    """Whether a window begins and ends on one day, which would else open and close at once."""
    return window.start is not None and window.last_day == window.start.date()


def is_to_the_minute(window: EventWindow) -> bool:
    """Whether the hour is known at which a window begins, or at which a deadline ends."""
    if window.precision is Precision.DEADLINE:
        return window.end is not None and (window.end.hour, window.end.minute) != (0, 0)
    return row_of(window) is PolicyRow.MINUTE
