"""When a follow-up speaks up: the plan, as data and a pure function."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.calendar import WorkingCalendar
from bot.domain.follow_up import FollowUp, FollowUpState, ReminderKind, Snooze
from bot.domain.moments import Moment, moments_of
from bot.domain.policy import ReminderPolicy
from bot.domain.rule import Rule


class ReminderState(StrEnum):
    """What has become of a planned reminder."""

    PLANNED = "planned"
    QUEUED = "queued"  # its deliveries stand
    SKIPPED = "skipped"  # its time came, and nobody was to be told
    WITHDRAWN = "withdrawn"  # it was taken out of the plan; a later plan may take it up again


class LeftOut(StrEnum):
    """Why a reminder is not said although the rules know its moment."""

    PASSED = "passed"  # its time was past when the plan was made
    SNOOZED = "snoozed"
    TAKEN = "taken"  # somebody is on it
    ENDED = "ended"
    CHANGED = "changed"  # another time, or other reminders, were set since
    NOT_FOLLOWED = "not_followed"  # no channel wanted it when its time came
    NOT_WANTED = "not_wanted"  # the channel follows, and asked for no reminders
    OWN_LEADS = "own_leads"  # the channel asked for other heads-ups


@dataclass(frozen=True, slots=True)
class Reminder:
    """One planned alert of a follow-up.

    Unique by follow-up, kind and time: planning again never repeats one that was queued.

    Attributes:
        due_at: When it should be said; aware, in UTC.
        made_at: When this was planned; aware, in UTC. One planned after its time is not late.
        rule: The rule it follows from; None for the end of a snooze.
        left_out: Why it is skipped or withdrawn; None for any other.
        leads: The heads-ups of their own, of those channels that asked for it so.
        general: Whether it is for the channels, too, that asked for none of their own.
    """

    id: UUID
    newsroom_id: UUID
    follow_up_id: UUID
    kind: ReminderKind
    due_at: datetime
    made_at: datetime
    state: ReminderState = ReminderState.PLANNED
    rule: Rule | None = None
    left_out: LeftOut | None = None
    leads: tuple[tuple[Rule, ...], ...] = ()
    general: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the rules say of a follow-up as it stands.

    Attributes:
        moments: What is to be said, in order of time.
        left_out: What the rules know but is not to be said, and why.
        lapses_at: When it has been asked about often enough; None where that never ends.
    """

    moments: tuple[Moment, ...] = ()
    left_out: tuple[tuple[Moment, LeftOut], ...] = ()
    lapses_at: datetime | None = None


LOUDER = frozenset({ReminderKind.ESCALATION, ReminderKind.AGAIN})


def plan(
    follow_up: FollowUp,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    zone: ZoneInfo,
    now: datetime,
) -> tuple[Moment, ...]:
    """Return when a follow-up is to be reminded of, in order of time: ``plan_in_full`` in short."""
    return plan_in_full(follow_up, policy, calendar, zone, now).moments


def plan_in_full(
    follow_up: FollowUp,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    zone: ZoneInfo,
    now: datetime,
) -> Plan:
    """Return when a follow-up is to be reminded of, what is left out of it, and when it lapses.

    Of the moments that are past already only the latest is kept: a plan made late speaks once.

    Args:
        follow_up: As it stands; one that is not expected, or has no window, has no plan but for
            the end of its embargo.
        policy: The rules, by kind of window.
        calendar: The newsroom's working days.
        zone: The newsroom's zone, in which the policy's hours are read.
        now: Aware; what divides past from to come.
    """
    lift = _lift(follow_up)
    if follow_up.state is not FollowUpState.EXPECTED or follow_up.window is None:
        return Plan(lift)
    known = sorted(set(moments_of(follow_up, follow_up.window, policy, calendar, zone)))
    left_out = {one: why for one in known if (why := _hushed(one, follow_up))}
    moments = [one for one in known if one not in left_out]
    if follow_up.snooze is not None:
        again = Moment(follow_up.snooze.until.astimezone(UTC), follow_up.snooze.kind)
        moments = sorted({*moments, again})
        left_out.pop(again, None)
    past = [moment for moment in moments if moment.due_at <= now]
    left_out |= dict.fromkeys(past[:-1], LeftOut.PASSED)
    to_come = [moment for moment in moments if moment.due_at > now]
    lapses_at = (
        None if follow_up.taken_by else _end_of_asking(known, follow_up.snooze, calendar, zone)
    )
    said = sorted((*past[-1:], *to_come, *lift))
    return Plan(tuple(said), tuple(left_out.items()), lapses_at)


def under_new_rules(old: Plan, new: Plan, now: datetime) -> Plan:
    """Return a plan whose rules have changed, without what is no news by now.

    What lies behind is said late only where neither a reminder of its kind nor a later one lay
    behind under the old rules already.

    Args:
        old: As the old rules have it at this moment.
        new: As the new ones do.
        now: Aware; what divides past from to come.
    """
    behind = [one for one in (*old.moments, *dict(old.left_out)) if one.due_at <= now]
    known = {
        one
        for one in new.moments
        if one.due_at <= now
        and one not in old.moments  # whether it was said already, its row tells
        and any(one.kind is said.kind or one.due_at <= said.due_at for said in behind)
    }
    moments = tuple(one for one in new.moments if one not in known)
    passed = tuple((one, LeftOut.PASSED) for one in sorted(known))
    return replace(new, moments=moments, left_out=(*new.left_out, *passed))


def _lift(follow_up: FollowUp) -> tuple[Moment, ...]:
    """Return the end of its embargo, which is told of whatever became of it meanwhile."""
    if follow_up.embargoed_until is None or follow_up.state is FollowUpState.DROPPED:
        return ()
    return (Moment(follow_up.embargoed_until, ReminderKind.LIFT),)


def _hushed(moment: Moment, follow_up: FollowUp) -> LeftOut | None:
    """Return why a follow-up does not want a moment of its plan; None where it does."""
    if follow_up.taken_by and moment.kind in LOUDER:
        return LeftOut.TAKEN
    if follow_up.snooze and moment.due_at <= follow_up.snooze.until:
        return LeftOut.SNOOZED
    return None


def _end_of_asking(
    moments: list[Moment], snooze: Snooze | None, calendar: WorkingCalendar, zone: ZoneInfo
) -> datetime | None:
    """Return the working day after the last time of asking, at the same hour.

    What somebody wants to be reminded of later is asked about then, and lapses no sooner.
    """
    asked = [moment.due_at for moment in moments if moment.kind is ReminderKind.AGAIN]
    if not asked:
        return None
    until = asked[-1] if snooze is None else max(asked[-1], snooze.until)
    last = until.astimezone(zone)
    day = calendar.shift(last.date(), 1)
    return datetime.combine(day, last.time(), tzinfo=zone).astimezone(UTC)


def is_planned(
    kind: ReminderKind,
    planned_at: datetime,
    follow_up: FollowUp,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    zone: ZoneInfo,
    now: datetime,
) -> bool:
    """Whether a reminder that was planned once is still to be said at a moment.

    It no longer is when the follow-up has ended, moved to another window or been snoozed, nor
    when a later one has come due meanwhile: a heads-up of what has begun is no news.
    """
    plans = plan(follow_up, policy, calendar, zone, max(now, planned_at))
    return Moment(planned_at, kind) in plans
