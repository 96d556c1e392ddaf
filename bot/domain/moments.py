"""The moments that the rules of a policy have for a follow-up: a pure function of its window."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.domain.calendar import WorkingCalendar
from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.policy import ReminderPolicy, is_to_the_minute, row_of
from bot.domain.rule import EXACT, Anchor, Roll, Rule
from bot.domain.window import EventWindow, Precision

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A reminder's time, in UTC, its kind, and the rule that put it there.

    Attributes:
        leads: The heads-ups of their own, of those channels that asked for it so.
        general: Whether it is for the channels, too, that asked for none of their own.
    """

    due_at: datetime
    kind: ReminderKind
    rule: Rule | None = field(default=None, compare=False)
    leads: tuple[tuple[Rule, ...], ...] = field(default=(), compare=False)
    general: bool = field(default=True, compare=False)


def moments_of(
    follow_up: FollowUp,
    window: EventWindow,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    zone: ZoneInfo,
) -> Iterator[Moment]:
    """Yield every moment the rules know for a follow-up, past and to come."""
    window = window.seen_from(zone)
    ladder = dict(policy.ladders[row_of(window)])
    if follow_up.ladder:
        ladder[ReminderKind.HEADS_UP] = tuple(own_rules(follow_up.ladder, window))
    asked: dict[ReminderKind, date] = {}
    for kind in ReminderKind:
        for rule in (step for one in ladder.get(kind, ()) for step in _steps(one)):
            due_at = _moment(rule, window, asked, calendar, zone)
            if due_at is None:
                continue
            if kind is ReminderKind.OPENS:
                due_at = _inside(due_at, window)
            elif kind is ReminderKind.OVERDUE and rule.at is not None and window.end is not None:
                due_at = max(due_at, window.end)  # days end later, west of the newsroom
            asked[kind] = due_at.astimezone(zone).date()
            yield Moment(due_at.astimezone(UTC), kind, rule)


def own_rules(ladder: tuple[Rule, ...], window: EventWindow) -> Iterator[Rule]:
    """Yield a follow-up's own heads-ups as they count for a window: a deadline's from its end.

    Hours before a window whose hour nobody knows are left out.
    """
    by_end = window.start is None or window.precision is Precision.DEADLINE
    for rule in ladder:
        if rule.at is not None:
            yield replace(rule, anchor=Anchor.LAST) if by_end else rule
        elif is_to_the_minute(window):
            yield replace(rule, anchor=Anchor.END) if by_end else rule


def _steps(rule: Rule) -> Iterator[Rule]:
    """Yield the rule once for each of its times, each as far from the anchor as it lies."""
    for step in range(1, rule.times + 1):
        yield (
            replace(rule, days=rule.days * step, working_days=rule.working_days * step, times=1)
            if rule.times > 1
            else rule
        )


def _moment(
    rule: Rule,
    window: EventWindow,
    asked: Mapping[ReminderKind, date],
    calendar: WorkingCalendar,
    zone: ZoneInfo,
) -> datetime | None:
    """Return a rule's moment, or None where the window has no such side."""
    if rule.at is None:
        minute = window.precision is Precision.MINUTE  # it is one moment, and ends as it begins
        by_end = rule.anchor is Anchor.END and not minute
        side = window.end if by_end else window.start
        if side is None or rule.anchor not in EXACT:
            return None
        return side.astimezone(UTC) + timedelta(hours=rule.hours, minutes=rule.minutes)
    day = _anchor_day(rule, window, asked)
    if day is None:
        return None
    day += timedelta(days=rule.days)
    day = calendar.shift(day, rule.working_days)
    if rule.roll is Roll.NEXT:
        day = calendar.on_or_after(day)
    elif rule.roll is Roll.PREVIOUS:
        day = calendar.on_or_before(day)
    return datetime.combine(day, rule.at, tzinfo=zone)


def _anchor_day(rule: Rule, window: EventWindow, asked: Mapping[ReminderKind, date]) -> date | None:
    match rule.anchor:
        case Anchor.START:
            return window.start.date() if window.start else None
        case Anchor.FIRST_MORNING:
            if window.start is None or rule.at is None:
                return None
            late = window.start.time() > rule.at
            return window.start.date() + (_ONE_DAY if late else timedelta())
        case Anchor.LAST | Anchor.END:
            return window.last_day
        case Anchor.OVERDUE:
            return asked.get(ReminderKind.OVERDUE)
        case Anchor.ESCALATION:
            return asked.get(ReminderKind.ESCALATION)
        case _:
            assert_never(rule.anchor)


def _inside(due_at: datetime, window: EventWindow) -> datetime:
    """Return the moment, or the window's start where the hour would come after its end.

    Nothing opens before its first day has begun where it was named, west of the newsroom.
    """
    if window.start is None:
        return due_at
    if window.is_past(due_at):
        return window.start
    return max(due_at, window.start.replace(hour=0, minute=0))
