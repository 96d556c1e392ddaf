"""Turning reminders that are due into deliveries, one for each channel that follows."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from bot.actions.followers import Wishes, wishes_for
from bot.domain.delivery import EMBARGOED, OUTLIVED, SUPERSEDED, TOLD_WITH_ANOTHER, Delivery
from bot.domain.embargo import may_see, shown_from
from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.leads import reaches
from bot.domain.newsroom import Channel
from bot.domain.policy import PolicyRow, row_of
from bot.domain.reminder import LeftOut, Reminder, ReminderState
from bot.domain.story import Story
from bot.errors import BotError
from bot.ports import Store, Transaction

BATCH = 500
BREAKS_THROUGH = 2  # stories of this urgency and above wake a sleeping channel

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Matter:
    """A due reminder with all it takes to address it."""

    reminder: Reminder
    follow_up: FollowUp
    story: Story


@dataclass(frozen=True, slots=True)
class _Batch:
    """What becomes of reminders that are due.

    Attributes:
        deliveries: Notices to channels.
        handled: The reminders, as they stand now.
        broken: Those that could not be addressed, by a defect of ours.
    """

    deliveries: Sequence[Delivery] = ()
    handled: Sequence[Reminder] = ()
    broken: Sequence[Reminder] = ()


async def queue_reminders(store: Store, now: datetime, aside: set[UUID] | None = None) -> int:
    """Queue what is due, a batch in one transaction, and return how many were queued or skipped.

    Args:
        store: Where the plan stands.
        now: Aware, in UTC.
        aside: Ids of reminders that broke in our own hands, which hold up no other; those that
            do are put there. They stay planned, for a Daybook without that defect.

    Raises:
        BotError: If the database fails.
    """
    aside = set() if aside is None else aside
    try:
        return await _queue(store, now, aside, careful=False)
    except BotError:
        raise
    except Exception:
        log.exception("queueing_broke")
        return await _queue(store, now, aside, careful=True)


async def _queue(store: Store, now: datetime, aside: set[UUID], *, careful: bool) -> int:
    async with store.transaction() as tx:
        due = await tx.reminders.due(now, BATCH, aside)
        if not due:
            return 0
        batch = await (_what_can_be if careful else _addressed)(tx, due, now)
        await tx.deliveries.queue(batch.deliveries)
        await _supersede(tx, [each for each in batch.deliveries if each.reason == EMBARGOED])
        await tx.reminders.mark(batch.handled)
        if batch.broken:
            await tx.reminders.next_due()  # fails where it was the database that broke
    aside.update(each.id for each in batch.broken)
    return len(batch.handled)


async def _what_can_be(tx: Transaction, due: Sequence[Reminder], now: datetime) -> _Batch:
    """Return what becomes of reminders that are due, but for those that break."""
    try:
        return await _addressed(tx, due, now)
    except BotError:
        raise
    except Exception:
        if len(due) == 1:
            log.exception("reminder_not_queued", extra={"reminder_id": str(due[0].id)})
            return _Batch(broken=due)
    half = len(due) // 2
    parts = [await _what_can_be(tx, part, now) for part in (due[:half], due[half:])]
    return _Batch(
        [each for part in parts for each in part.deliveries],
        [each for part in parts for each in part.handled],
        [each for part in parts for each in part.broken],
    )


async def _addressed(tx: Transaction, due: Sequence[Reminder], now: datetime) -> _Batch:
    """Return what becomes of reminders that are due; nothing is written yet."""
    deliveries: list[Delivery] = []
    handled: list[Reminder] = []
    matters = await _matters(tx, due)
    wishes = await wishes_for(tx, {matter.story for matter in matters})
    channels = await _channels(tx, wishes.values())
    for matter in matters:
        notices = _notices(matter, wishes[matter.story.id], channels, now)
        deliveries.extend(notices)
        handled.append(_handled(matter.reminder, addressed=bool(notices)))
    deliveries = await _without_outlived(tx, deliveries, matters, channels, now)
    return _Batch(await _without_doubled(tx, deliveries), handled)


def _handled(reminder: Reminder, *, addressed: bool) -> Reminder:
    if addressed:
        return replace(reminder, state=ReminderState.QUEUED)
    return replace(reminder, state=ReminderState.SKIPPED, left_out=LeftOut.NOT_FOLLOWED)


async def _matters(tx: Transaction, due: Sequence[Reminder]) -> list[_Matter]:
    follow_ups = {f.id: f for f in await tx.follow_ups.by_ids({r.follow_up_id for r in due})}
    story_ids = {each.story_id for each in follow_ups.values()}
    stories = {story.id: story for story in await tx.stories.across(story_ids)}
    return [
        _Matter(reminder, follow_up, stories[follow_up.story_id])
        for reminder in due
        if (follow_up := follow_ups.get(reminder.follow_up_id)) is not None
    ]


async def _channels(tx: Transaction, wishes: Iterable[Wishes]) -> dict[UUID, Channel]:
    ids = {channel_id for found in wishes for channel_id in found}
    return {a.channel.id: a.channel for a in await tx.newsrooms.addresses(ids)}


def _notices(
    matter: _Matter, wishes: Wishes, channels: Mapping[UUID, Channel], now: datetime
) -> list[Delivery]:
    return [
        _delivery(matter, channels[channel_id], now)
        for channel_id, wish in wishes.items()
        if reaches(matter.reminder, matter.follow_up, wish)
    ]


def _delivery(matter: _Matter, channel: Channel, now: datetime) -> Delivery:
    reminder = matter.reminder
    promised_at = shown_from(channel, matter.follow_up, max(reminder.due_at, reminder.made_at))
    due_at = shown_from(channel, matter.follow_up, now)
    reason = "" if may_see(channel, matter.follow_up, now) else EMBARGOED
    if matter.story.urgency > BREAKS_THROUGH:
        promised_at, due_at = channel.awake_at(promised_at), channel.awake_at(due_at)
    return Delivery(
        uuid4(),
        reminder.newsroom_id,
        channel.id,
        reminder.follow_up_id,
        reminder.kind,
        planned_at=reminder.due_at,
        promised_at=promised_at,
        due_at=max(promised_at, due_at),
        shown_version=matter.follow_up.version,
        reason=reason,
    )


async def _without_outlived(
    tx: Transaction,
    deliveries: Sequence[Delivery],
    matters: Sequence[_Matter],
    channels: Mapping[UUID, Channel],
    now: datetime,
) -> list[Delivery]:
    """Skip heads-ups that a channel would hear the same morning as that the day has come."""
    follow_ups = {matter.follow_up.id: matter.follow_up for matter in matters}
    late = [d for d in deliveries if _waits(d, now) and _is_of_days(follow_ups[d.follow_up_id])]
    opens = {
        follow_up_id: [
            each.due_at
            for each in await tx.reminders.of_follow_up(follow_up_id)
            if each.kind is ReminderKind.OPENS and each.state is ReminderState.PLANNED
        ]
        for follow_up_id in {each.follow_up_id for each in late}
    }

    def is_outlived(held: Delivery) -> bool:
        zone = channels[held.channel_id].zone
        mornings = {moment.astimezone(zone).date() for moment in opens[held.follow_up_id]}
        return held.promised_at.astimezone(zone).date() in mornings

    outlived = {each.id for each in late if is_outlived(each)}
    return [each.skipped(OUTLIVED) if each.id in outlived else each for each in deliveries]


def _waits(delivery: Delivery, now: datetime) -> bool:
    """Whether it is a heads-up that waits for the end of quiet hours."""
    is_heads_up = delivery.kind is ReminderKind.HEADS_UP and delivery.reason != EMBARGOED
    return is_heads_up and delivery.promised_at > now


def _is_of_days(follow_up: FollowUp) -> bool:
    """Whether no hour is known: its day's own notice says all that a heads-up would."""
    return follow_up.window is not None and row_of(follow_up.window) is not PolicyRow.MINUTE


async def _without_doubled(tx: Transaction, deliveries: Sequence[Delivery]) -> list[Delivery]:
    """Skip the lift of an embargo that ends as the matter begins: the notice of that tells it."""
    lifted = {each.follow_up_id for each in deliveries if each.kind is ReminderKind.LIFT}
    said = {ReminderState.PLANNED, ReminderState.QUEUED}
    opened = {
        (follow_up_id, each.due_at)
        for follow_up_id in lifted
        for each in await tx.reminders.of_follow_up(follow_up_id)
        if each.kind is ReminderKind.OPENS and each.state in said
    }

    def is_doubled(each: Delivery) -> bool:
        is_lift = each.kind is ReminderKind.LIFT
        return is_lift and (each.follow_up_id, each.planned_at) in opened

    return [each.skipped(TOLD_WITH_ANOTHER) if is_doubled(each) else each for each in deliveries]


async def _supersede(tx: Transaction, held: Sequence[Delivery]) -> None:
    """Skip what waits for the lift of an embargo where a later notice waits for it as well.

    So the lift is not followed by everything that was not said in weeks.
    """
    if not held:
        return
    latest = {(each.follow_up_id, each.channel_id): each.planned_at for each in held}
    waiting = await tx.deliveries.waiting({each.follow_up_id for each in held})
    outdone = [
        each
        for each in waiting
        if each.reason == EMBARGOED
        and each.planned_at < latest.get((each.follow_up_id, each.channel_id), each.planned_at)
    ]
    await tx.deliveries.amend([each.skipped(SUPERSEDED) for each in outdone])
