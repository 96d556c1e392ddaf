"""What has become of each reminder of a follow-up, in one channel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.leads import reaches
from bot.domain.reminder import LeftOut, Reminder, ReminderState
from bot.domain.rule import Rule
from bot.domain.subscription import Notice, Wish


class Fate(StrEnum):
    """What has become of a reminder, as one channel sees it."""

    PLANNED = "planned"
    WAITING = "waiting"  # its time has come, and something holds it back
    SENT = "sent"
    LEFT_OUT = "left-out"
    OUTDATED = "outdated"  # no longer true when its turn came
    UNDELIVERABLE = "undeliverable"


@dataclass(frozen=True, slots=True)
class Entry:
    """One reminder accounted for.

    Attributes:
        due_at: When the plan wants or wanted it said, in UTC.
        rule: Which rule put it there; None for the end of a snooze.
        at: When it was or will be said here; None where it is not.
        held_back: Whether quiet hours keep or kept it from its time.
        embargoed: Whether an embargo did.
        left_out: Why it is not said; None where it is, or where ``reason`` says why.
        reason: The record's own word for a skip or failure; empty for none.
        asked_for: Whether it is one of the heads-ups that the channel asked for.
    """

    kind: ReminderKind
    due_at: datetime
    rule: Rule | None
    fate: Fate
    at: datetime | None = None
    held_back: bool = False
    left_out: LeftOut | None = None
    reason: str = ""
    embargoed: bool = False
    asked_for: bool = False


def account(
    reminders: Sequence[Reminder],
    deliveries: Sequence[Delivery],
    expected_at: dict[datetime, datetime],
    *,
    follow_up: FollowUp,
    wish: Wish | None,
) -> tuple[Entry, ...]:
    """Return what has become of each reminder in one channel, in order of time.

    Args:
        reminders: All of one follow-up's, in every state.
        deliveries: Those of the follow-up to this channel.
        expected_at: When the channel would hear of what is planned, by planned time: at once,
            or when its quiet hours end.
        follow_up: As it stands.
        wish: What the channel wants of the story now; None where it doesn't follow it.

    The heads-ups that other channels alone asked for are left out.
    """
    by_moment = {(one.kind, one.planned_at): one for one in deliveries}
    updates = [_as_reminder(one) for one in deliveries if one.kind is ReminderKind.UPDATE]
    in_order = sorted([*reminders, *updates], key=lambda each: (each.due_at, each.kind))
    told = [(one, by_moment.get((one.kind, one.due_at))) for one in in_order]
    return tuple(
        replace(
            _entry(one, delivery, expected_at, _unheard(one, follow_up, wish)),
            embargoed=_was_held(delivery, follow_up.embargoed_until),
            asked_for=wish is not None and not wish.ladders.isdisjoint(one.leads),
        )
        for one, delivery in told
        if one.general or delivery or (wish and reaches(one, follow_up, wish))
    )


def _as_reminder(update: Delivery) -> Reminder:
    """Return an update, which was never planned, as what was queued at once."""
    return Reminder(
        update.id,
        update.newsroom_id,
        update.follow_up_id,
        update.kind,
        update.planned_at,
        update.planned_at,
        state=ReminderState.QUEUED,
    )


def _unheard(reminder: Reminder, follow_up: FollowUp, wish: Wish | None) -> LeftOut | None:
    """Return why a channel is not to hear of a reminder; None where it is."""
    if wish is None:
        return LeftOut.NOT_FOLLOWED
    if Notice.REMINDERS not in wish.notices:
        return LeftOut.NOT_WANTED
    return None if reaches(reminder, follow_up, wish) else LeftOut.OWN_LEADS


def _was_held(delivery: Delivery | None, lift: datetime | None) -> bool:
    """Whether a delivery waited, or waits, for the lift of an embargo."""
    if delivery is None or lift is None:
        return False
    return delivery.planned_at < lift <= delivery.promised_at


def _entry(
    reminder: Reminder,
    delivery: Delivery | None,
    expected_at: dict[datetime, datetime],
    unheard: LeftOut | None,
) -> Entry:
    match reminder.state:
        case ReminderState.PLANNED if unheard is None:
            at = expected_at.get(reminder.due_at, reminder.due_at)
            return _of(reminder, Fate.PLANNED, at=at, held_back=at > reminder.due_at)
        case ReminderState.PLANNED:
            return _of(reminder, Fate.LEFT_OUT, left_out=unheard)
        case ReminderState.SKIPPED if reminder.left_out is LeftOut.NOT_FOLLOWED:
            return _of(reminder, Fate.LEFT_OUT, left_out=unheard or LeftOut.NOT_FOLLOWED)
        case ReminderState.WITHDRAWN | ReminderState.SKIPPED:
            return _of(reminder, Fate.LEFT_OUT, left_out=reminder.left_out)
        case ReminderState.QUEUED if delivery is None:
            return _of(reminder, Fate.LEFT_OUT, left_out=unheard or LeftOut.NOT_FOLLOWED)
        case ReminderState.QUEUED:
            assert delivery is not None
            return _delivered(reminder, delivery)
        case _:
            assert_never(reminder.state)


def _delivered(reminder: Reminder, delivery: Delivery) -> Entry:
    held_back = delivery.promised_at > max(reminder.due_at, reminder.made_at)
    match delivery.state:
        case DeliveryState.PENDING:
            return _of(
                reminder,
                Fate.WAITING,
                at=delivery.due_at,
                held_back=held_back,
                reason=delivery.reason,
            )
        case DeliveryState.SENT:
            return _of(reminder, Fate.SENT, at=delivery.tried_at, held_back=held_back)
        case DeliveryState.SKIPPED:
            return _of(reminder, Fate.OUTDATED, held_back=held_back, reason=delivery.reason)
        case DeliveryState.UNDELIVERABLE:
            return _of(reminder, Fate.UNDELIVERABLE, reason=delivery.reason)
        case _:
            assert_never(delivery.state)


def _of(
    reminder: Reminder,
    fate: Fate,
    *,
    at: datetime | None = None,
    held_back: bool = False,
    left_out: LeftOut | None = None,
    reason: str = "",
) -> Entry:
    return Entry(
        reminder.kind, reminder.due_at, reminder.rule, fate, at, held_back, left_out, reason
    )
