"""Heads-ups that a channel asked for in place of the policy's: whom a reminder reaches."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.moments import Moment
from bot.domain.reminder import Plan, Reminder
from bot.domain.subscription import Leads, Notice, Wish

PlanOf = Callable[[FollowUp], Plan]
"""Gives the plan of a follow-up as it stands."""


def seen_with(follow_up: FollowUp, leads: Leads) -> FollowUp:
    """Return a follow-up as a channel with these leads has it planned.

    They take the place of the policy's heads-ups. What somebody set for this very follow-up is
    said to all.
    """
    return replace(follow_up, ladder=(*follow_up.ladder, *leads)) if leads else follow_up


def plan_for_all(follow_up: FollowUp, asked: Iterable[Leads], plan_of: PlanOf) -> Plan:
    """Return one plan for every channel that follows, each moment once.

    Args:
        follow_up: As it stands.
        asked: The leads that channels asked for; empty ones are the policy's.
        plan_of: What plans a follow-up.

    Returns:
        The general plan, with the heads-ups that some channels alone get marked as theirs.
    """
    general = plan_of(follow_up)
    moments = {(one.due_at, one.kind): one for one in general.moments}
    unsaid = {(one.due_at, one.kind): (one, why) for one, why in general.left_out}
    for leads in sorted({each for each in asked if each}, key=repr):
        special = plan_of(seen_with(follow_up, leads))
        for one in _heads_ups(special.moments):
            known = moments.get((one.due_at, one.kind), replace(one, general=False))
            moments[one.due_at, one.kind] = replace(known, leads=(*known.leads, leads))
        for one, why in special.left_out:
            if one.kind is ReminderKind.HEADS_UP:
                alone = (replace(one, leads=(leads,), general=False), why)
                unsaid.setdefault((one.due_at, one.kind), alone)
    left_out = tuple(each for key, each in unsaid.items() if key not in moments)
    return replace(general, moments=tuple(sorted(moments.values())), left_out=left_out)


def _heads_ups(moments: Iterable[Moment]) -> list[Moment]:
    return [one for one in moments if one.kind is ReminderKind.HEADS_UP and one.rule is not None]


def reaches(reminder: Reminder, follow_up: FollowUp, wish: Wish) -> bool:
    """Whether a channel gets a reminder of a follow-up, going by what it wants of the story."""
    if Notice.REMINDERS not in wish.notices:
        return False
    if reminder.kind is not ReminderKind.HEADS_UP or reminder.rule is None:
        return True
    if reminder.general and (follow_up.ladder or () in wish.ladders):
        return True
    return not wish.ladders.isdisjoint(reminder.leads)
