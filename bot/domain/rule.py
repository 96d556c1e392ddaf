"""One moment of a plan: so much from an anchor, at an hour or exactly."""

from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum
from typing import Self, assert_never

from bot.domain.working_hours import WorkingHours


class Anchor(StrEnum):
    """What a reminder's time is reckoned from."""

    START = "start"
    FIRST_MORNING = "first-morning"  # the first time of that hour inside the window
    LAST = "last"  # the window's last day
    END = "end"  # the very end of the window
    OVERDUE = "overdue"  # the day of the overdue reminder
    ESCALATION = "escalation"  # the day of the escalation


EXACT = frozenset({Anchor.START, Anchor.END})
"""Anchors that are a moment, so that hours can be counted from them."""


class Roll(StrEnum):
    """Where to go from a day off."""

    NEXT = "next"
    PREVIOUS = "previous"


class DayHour(StrEnum):
    """An hour of a newsroom's day, whenever that is there."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


class OwnerKind(StrEnum):
    """Who sets rules of their own in place of the house's."""

    NEWSROOM = "newsroom"
    DESK = "desk"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has set a rule.

    Attributes:
        name: The desk's name or the story's slugline; empty for others.
    """

    kind: OwnerKind
    name: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One moment of a policy, or several a step apart.

    Attributes:
        days: Calendar days from the anchor.
        working_days: Working days from it.
        hours: Elapsed hours from the anchor's very moment; only without ``at``.
        minutes: Elapsed minutes, like the hours.
        at: Wall time in the newsroom's zone; None to keep the anchor's own moment.
        roll: Where to go when the day is no working day; None to stay.
        times: How often: the second time lies twice as many days from the anchor, and so on.
        hour: Which hour of the newsroom's day ``at`` stands for; None for that very time.
        whose: Who has set it; None for the house.
    """

    anchor: Anchor
    days: int = 0
    working_days: int = 0
    hours: int = 0
    minutes: int = 0
    at: time | None = None
    roll: Roll | None = None
    times: int = 1
    hour: DayHour | None = None
    whose: Owner | None = None

    def __post_init__(self) -> None:
        """Refuse a rule that contradicts itself."""
        by_day = bool(self.days or self.working_days or self.roll)
        if self.at is None and (by_day or self.anchor not in EXACT):
            raise ValueError("a rule that counts days needs an hour: at = 08:30:00")
        if self.at is not None and (self.hours or self.minutes):
            raise ValueError("a rule has an hour of the day or a number of hours, not both")
        if self.times < 1 or (self.times > 1 and not (self.days or self.working_days)):
            raise ValueError("a rule that comes several times needs days to step by")

    def in_hours(self, hours: WorkingHours) -> Self:
        """Return it as it counts in a newsroom of these hours."""
        match self.hour:
            case None:
                return self
            case DayHour.MORNING:
                return replace(self, at=hours.morning)
            case DayHour.AFTERNOON:
                return replace(self, at=hours.afternoon)
            case _:
                assert_never(self.hour)
