"""When a newsroom works: its weekdays, and the two hours at which it is reminded."""

from dataclasses import dataclass
from datetime import time

MONDAY_TO_FRIDAY = frozenset(range(5))
_EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """The days a newsroom works, and the hours of its day that the house's policy speaks of.

    Attributes:
        weekdays: 0 for Monday to 6 for Sunday; a weekend desk works on Saturdays, too.
        morning: When the day's reminders come, by the newsroom's wall clock.
        afternoon: When heads-ups of what comes the working day after do.
    """

    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    morning: time = time(8, 30)
    afternoon: time = time(15)

    def __post_init__(self) -> None:
        """Refuse a newsroom that never works, and an afternoon before its morning."""
        if not self.weekdays or not self.weekdays <= _EVERY_DAY:
            raise ValueError(f"a newsroom works on weekdays from 0 to 6, not {set(self.weekdays)}")
        if self.afternoon <= self.morning:
            raise ValueError("the afternoon comes after the morning")


USUAL = WorkingHours()
"""What a newsroom has until it says otherwise."""
