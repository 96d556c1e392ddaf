"""When a follow-up speaks up: the plan, as data and a pure function."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import assert_never
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.calendar import WorkingCalendar
from bot.domain.follow_up import FollowUp, FollowUpState, ReminderKind
from bot.domain.window import EventWindow, Precision

_INSTANT = timedelta(microseconds=1)
_ONE_DAY = timedelta(days=1)


class ReminderState(StrEnum):
    """What has become of a planned reminder."""

    PLANNED = "planned"
    QUEUED = "queued"  # its deliveries stand
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One planned alert of a follow-up.

    Unique by follow-up, kind and time: planning again never repeats one that was queued.

    Attributes:
        due_at: When it should be said; aware, in UTC.
        made_at: When this was planned; aware, in UTC. One planned after its time is not late.
    """

    id: UUID
    newsroom_id: UUID
    follow_up_id: UUID
    kind: ReminderKind
    due_at: datetime
    made_at: datetime
    state: ReminderState = ReminderState.PLANNED


class Anchor(StrEnum):
    """What a reminder's time is reckoned from."""

    START = "start"
    FIRST_MORNING = "first-morning"  # the first time of that hour inside the window
    LAST = "last"  # the window's last day
    OVERDUE = "overdue"  # the day of the overdue reminder


class Roll(StrEnum):
    """Where to go from a day off."""

    NEXT = "next"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Rule:
    """One moment of a policy: so much from an anchor, at an hour or exactly.

    Attributes:
        days: Calendar days from the anchor.
        working_days: Working days from it.
        hours: Elapsed hours from the anchor's very moment; only without ``at``.
        at: Wall time in the newsroom's zone; None to keep the anchor's own moment.
        roll: Where to go when the day is no working day; None to stay.
    """

    anchor: Anchor
    days: int = 0
    working_days: int = 0
    hours: int = 0
    at: time | None = None
    roll: Roll | None = None

    def __post_init__(self) -> None:
        """Refuse a rule that contradicts itself."""
        by_day = bool(self.days or self.working_days or self.roll)
        if self.at is None and (by_day or self.anchor is not Anchor.START):
            raise ValueError("a rule that counts days needs an hour: at = 08:30:00")
        if self.at is not None and self.hours:
            raise ValueError("a rule has an hour of the day or a number of hours, not both")


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


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A reminder's time, in UTC, and its kind."""

    due_at: datetime
    kind: ReminderKind


def plan(
    follow_up: FollowUp,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    zone: ZoneInfo,
    now: datetime,
) -> tuple[Moment, ...]:
    """Return when a follow-up is to be reminded of, in order of time.

    Of the moments that are past already only the latest is kept: a plan made late speaks once.

    Args:
        follow_up: As it stands; one that is not expected, or has no window, has no plan.
        policy: The rules, by kind of window.
        calendar: The newsroom's working days.
        zone: The newsroom's zone, in which the policy's hours are read.
        now: Aware; what divides past from to come.
    """
    if follow_up.state is not FollowUpState.EXPECTED or follow_up.window is None:
        return ()
    moments = set(_moments(follow_up.window, policy, calendar, zone))
    if follow_up.snooze is not None:
        quiet_until = follow_up.snooze.until.astimezone(UTC)
        moments = {moment for moment in moments if moment.due_at > quiet_until}
        moments.add(Moment(quiet_until, follow_up.snooze.kind))
    past = sorted(moment for moment in moments if moment.due_at <= now)
    to_come = sorted(moment for moment in moments if moment.due_at > now)
    return (*past[-1:], *to_come)


def is_planned(
    kind: ReminderKind,
    planned_at: datetime,
    follow_up: FollowUp,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    zone: ZoneInfo,
) -> bool:
    """Whether a reminder that was planned once still belongs to the follow-up as it stands.

    It no longer does when the follow-up has ended, moved to another window or been snoozed.
    """
    plans = plan(follow_up, policy, calendar, zone, planned_at)
    return Moment(planned_at, kind) in plans


def row_of(window: EventWindow) -> PolicyRow:
    """Return the row of the policy that a window falls under."""
    match window.precision:
        case Precision.MINUTE:
            return PolicyRow.MINUTE
        case Precision.PART_OF_DAY | Precision.DAY:
            return PolicyRow.DAY
        case Precision.RANGE if _within_a_day(window):
            return PolicyRow.MINUTE
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
    return (
        window.end - _INSTANT
    ).date() == window.start.date() and window.end - window.start < _ONE_DAY


def _moments(
    window: EventWindow, policy: ReminderPolicy, calendar: WorkingCalendar, zone: ZoneInfo
) -> Iterator[Moment]:
    """Yield every moment the policy knows for a window, past and to come."""
    ladder = policy.ladders[row_of(window)]
    overdue: date | None = None
    for kind in ReminderKind:
        for rule in ladder.get(kind, ()):
            due_at = _moment(rule, window, overdue, calendar, zone)
            if due_at is None:
                continue
            if kind is ReminderKind.OPENS:
                due_at = _inside(due_at, window)
            if kind is ReminderKind.OVERDUE:
                overdue = due_at.astimezone(zone).date()
            yield Moment(due_at.astimezone(UTC), kind)


def _moment(
    rule: Rule,
    window: EventWindow,
    overdue: date | None,
    calendar: WorkingCalendar,
    zone: ZoneInfo,
) -> datetime | None:
    """Return a rule's moment, or None where the window has no such side."""
    if rule.at is None:
        if window.start is None:
            return None
        return window.start.astimezone(UTC) + timedelta(hours=rule.hours)
    day = _anchor_day(rule, window, overdue)
    if day is None:
        return None
    day += timedelta(days=rule.days)
    day = calendar.shift(day, rule.working_days)
    if rule.roll is Roll.NEXT:
        day = calendar.on_or_after(day)
    elif rule.roll is Roll.PREVIOUS:
        day = calendar.on_or_before(day)
    return datetime.combine(day, rule.at, tzinfo=zone)


def _anchor_day(rule: Rule, window: EventWindow, overdue: date | None) -> date | None:
    match rule.anchor:
        case Anchor.START:
            return window.start.date() if window.start else None
        case Anchor.FIRST_MORNING:
            if window.start is None or rule.at is None:
                return None
            late = window.start.time() > rule.at
            return window.start.date() + (_ONE_DAY if late else timedelta())
        case Anchor.LAST:
            return (window.end - _INSTANT).date() if window.end else None
        case Anchor.OVERDUE:
            return overdue
        case _:
            assert_never(rule.anchor)


def _inside(due_at: datetime, window: EventWindow) -> datetime:
    """Return the moment, or the window's start where the hour would come after its end."""
    if window.start is not None and window.is_past(due_at):
        return window.start
    return due_at
