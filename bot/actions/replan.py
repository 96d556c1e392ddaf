"""Keeping a changed follow-up, with everything that hangs on it, in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Self
from uuid import UUID, uuid4

from bot.actions.followers import leads_asked_for
from bot.actions.hold_back import hold_back
from bot.actions.queue_updates import queue_updates
from bot.actions.record import forget_entry, keep_entry, record, record_each
from bot.actions.request import Request
from bot.domain.calendar import WorkingCalendar
from bot.domain.counted import Counted, NoMeter
from bot.domain.follow_up import FollowUp
from bot.domain.history import Change
from bot.domain.leads import plan_for_all
from bot.domain.moments import Moment
from bot.domain.newsroom import Newsroom
from bot.domain.own_policy import OwnPolicy, holders_of, in_force
from bot.domain.policy import ReminderPolicy
from bot.domain.posted_digest import EDITED_AFTER
from bot.domain.reminder import LeftOut, Plan, Reminder, ReminderState, plan_in_full
from bot.domain.story import Story
from bot.domain.timeline import TOLD, TimelineEntry, outcome_entry
from bot.ports import Meter, Transaction


@dataclass(frozen=True, slots=True)
class Planning:
    """What a plan is reckoned with.

    Attributes:
        policy: The house's, or the one in force for a story.
        now: Aware, in UTC.
        meter: Counts what is planned.
    """

    newsroom: Newsroom
    policy: ReminderPolicy
    calendar: WorkingCalendar
    now: datetime
    meter: Meter = field(default_factory=NoMeter)

    def for_story(self, own: Sequence[OwnPolicy], story: Story) -> Self:
        """Return it as it counts for a story, by what its newsroom, desk and itself have set."""
        policy = in_force(self.policy, self.newsroom.hours, own, holders_of(story))
        return replace(self, policy=policy)

    def of(self, follow_up: FollowUp) -> Plan:
        """Return the plan of a follow-up as it stands."""
        return plan_in_full(follow_up, self.policy, self.calendar, self.newsroom.zone, self.now)


async def planning(tx: Transaction, request: Request, story_id: UUID) -> Planning:
    """Return what the plans of a story's follow-ups are reckoned with at a request's moment."""
    own = await tx.newsrooms.policies([request.newsroom.id])
    (story,) = await tx.stories.by_ids(request.newsroom.id, [story_id])
    return house_planning(request, request.newsroom).for_story(own, story)


def house_planning(request: Request, newsroom: Newsroom) -> Planning:
    """Return what plans are reckoned with where nobody has set anything."""
    now = request.now.astimezone(UTC)
    return Planning(newsroom, request.policy, newsroom.calendar, now, request.meter)


async def keep_new(tx: Transaction, request: Request, follow_up: FollowUp) -> None:
    """Keep a new follow-up and plan its reminders."""
    await add_planned(tx, await planning(tx, request, follow_up.story_id), follow_up)
    await record(tx, request.act, follow_up.story_id, None, follow_up)
    await queue_updates(tx, request, [(None, follow_up)])


async def keep_changed(
    tx: Transaction, request: Request, follow_up: FollowUp, told: TimelineEntry | None = None
) -> None:
    """Keep a changed follow-up with its plan, its posted messages and what the timeline tells.

    Args:
        tx: Where it is kept.
        request: Who changed it, where and when.
        follow_up: As it stands now.
        told: What the timeline shall tell of its outcome, where that is known better than from
            the follow-up itself.
    """
    (before,) = await tx.follow_ups.by_ids([follow_up.id])
    await put_changed(tx, request, [(before, follow_up)])
    if follow_up.state in TOLD and before.state is not follow_up.state:
        entry = told or outcome_entry(uuid4(), follow_up, request.now)
        await keep_entry(tx, request.act, entry)
    elif before.state in TOLD and follow_up.state not in TOLD:
        for entry in await tx.timeline.of_follow_up(follow_up.id):
            await forget_entry(tx, request.act, entry)


async def put_changed(
    tx: Transaction, request: Request, changes: Sequence[tuple[FollowUp, FollowUp]]
) -> None:
    """Keep changed follow-ups, plan their reminders anew, and have their posted messages edited.

    The timeline is left as it stands. However many they are, the database is asked as often.

    Args:
        tx: Where they are kept.
        request: Who changed them, where and when.
        changes: Each as it was and as it is.
    """
    if not changes:
        return
    now = request.now.astimezone(UTC)
    follow_ups = [after for _, after in changes]
    plans = await _plans(tx, request, follow_ups)
    await tx.follow_ups.save(*(one.lapsing(plans[one.id].lapses_at) for one in follow_ups))
    await _put(tx, request, follow_ups, plans)
    await tx.deliveries.refresh(plans, now)
    await tx.posted_digests.refresh(request.newsroom.id, now, now + EDITED_AFTER)
    things = {each for change in changes for one in change for each in (one.id, one.story_id)}
    await tx.answers.refresh(things, now + EDITED_AFTER)
    veiled = [one for before, one in changes if one.embargoed_until != before.embargoed_until]
    if veiled:
        await hold_back(tx, veiled, now)
    await _pace_series(tx, [one for old, one in changes if one.has_ended is not old.has_ended], now)
    await record_each(
        tx, [Change(request.act, after.story_id, before, after) for before, after in changes]
    )
    await queue_updates(tx, request, changes)


async def take_out(tx: Transaction, request: Request, follow_up: FollowUp) -> None:
    """Forget a follow-up; one that channels were told of is dropped instead."""
    if await tx.follow_ups.remove(follow_up.id):
        await record(tx, request.act, follow_up.story_id, follow_up, None)
        things = (follow_up.id, follow_up.story_id)
        await tx.answers.refresh(things, request.now.astimezone(UTC) + EDITED_AFTER)
    else:
        await put_changed(tx, request, [(follow_up, follow_up.dropped())])


async def _pace_series(tx: Transaction, follow_ups: Sequence[FollowUp], now: datetime) -> None:
    """Have the next time of a series made at once where the coming one has ended, else later."""
    by_id = {one.id: one for one in follow_ups}
    for series_id in sorted({one.series_id for one in follow_ups if one.series_id is not None}):
        series = await tx.recurrences.get(series_id)
        if series is not None and series.last_id in by_id:
            ended = by_id[series.last_id].has_ended
            await tx.recurrences.save(series.hastened(now) if ended else series.resumed())


async def add_planned(tx: Transaction, reckoned: Planning, follow_up: FollowUp) -> None:
    """Keep a new follow-up and plan its reminders, whoever made it."""
    leads = await leads_asked_for(tx, await tx.stories.across([follow_up.story_id]))
    plan = plan_for_all(follow_up, leads[follow_up.story_id], reckoned.of)
    await tx.follow_ups.add(follow_up.lapsing(plan.lapses_at))
    await tx.reminders.replan({follow_up.id: reminders_of(follow_up, plan, reckoned.now)})
    await tx.answers.refresh([follow_up.story_id], reckoned.now + EDITED_AFTER)
    reckoned.meter.count(Counted.PLANNED, len(plan.moments))


async def replan(tx: Transaction, request: Request, follow_ups: Sequence[FollowUp]) -> None:
    """Plan follow-ups anew that have not changed, for others who follow them now, or otherwise."""
    plans = await _plans(tx, request, follow_ups)
    await tx.follow_ups.lapse(
        {
            one.id: plans[one.id].lapses_at
            for one in follow_ups
            if plans[one.id].lapses_at != one.lapses_at
        }
    )
    await _put(tx, request, follow_ups, plans)


async def _plans(
    tx: Transaction, request: Request, follow_ups: Sequence[FollowUp]
) -> dict[UUID, Plan]:
    """Return one plan of each for all who follow, with the heads-ups that channels asked for."""
    ids = {one.story_id for one in follow_ups}
    stories = {one.id: one for one in await tx.stories.by_ids(request.newsroom.id, ids)}
    own = await tx.newsrooms.policies([request.newsroom.id])
    leads = await leads_asked_for(tx, stories.values())
    house = house_planning(request, request.newsroom)
    reckoned = {story.id: house.for_story(own, story) for story in stories.values()}
    return {
        one.id: plan_for_all(one, leads[one.story_id], reckoned[one.story_id].of)
        for one in follow_ups
    }


async def _put(
    tx: Transaction, request: Request, follow_ups: Sequence[FollowUp], plans: Mapping[UUID, Plan]
) -> None:
    """Keep plans, with what they leave out and why."""
    now = request.now.astimezone(UTC)
    for ended, why in ((False, LeftOut.CHANGED), (True, LeftOut.ENDED)):
        planned = [one for one in follow_ups if one.has_ended is ended]
        if planned:
            reminders = {one.id: reminders_of(one, plans[one.id], now) for one in planned}
            await tx.reminders.replan(reminders, why)
    request.meter.count(Counted.PLANNED, sum(len(plan.moments) for plan in plans.values()))


def reminders_of(follow_up: FollowUp, plan: Plan, now: datetime) -> list[Reminder]:
    """Return a plan's reminders, those that it leaves out among them.

    Args:
        follow_up: Whose plan it is.
        plan: As it was reckoned.
        now: Aware; when it was.
    """
    said = [_reminder(follow_up, moment, now) for moment in plan.moments]
    return said + [_reminder(follow_up, moment, now, why) for moment, why in plan.left_out]


def _reminder(
    follow_up: FollowUp, moment: Moment, now: datetime, why: LeftOut | None = None
) -> Reminder:
    return Reminder(
        uuid4(),
        follow_up.newsroom_id,
        follow_up.id,
        moment.kind,
        moment.due_at,
        now,
        state=ReminderState.PLANNED if why is None else ReminderState.WITHDRAWN,
        rule=moment.rule,
        left_out=why,
        leads=moment.leads,
        general=moment.general,
    )
