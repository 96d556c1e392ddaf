from dataclasses import replace
from datetime import time

from bot.domain.follow_up import ReminderKind
from bot.domain.reminder import LeftOut, Reminder, ReminderState
from bot.domain.rule import Anchor, Owner, OwnerKind, Roll, Rule
from bot.ports import Store
from bot.reading.typed.ladder import read_ladder
from tests.adapters.database.world import put_story
from tests.builders import DAY, HOUR, NOON, a_follow_up, a_reminder, a_story, an_id

FOLLOW_UP = a_follow_up()
EARLY = a_reminder(FOLLOW_UP, ReminderKind.HEADS_UP, NOON - HOUR)
NOW = a_reminder(FOLLOW_UP, ReminderKind.OPENS, NOON)
LATER = a_reminder(FOLLOW_UP, ReminderKind.OVERDUE, NOON + DAY)
HALF_PAST_EIGHT = Rule(Anchor.LAST, days=1, at=time(8, 30), roll=Roll.NEXT)


async def plan(store: Store, *reminders: Reminder) -> None:
    async with store.transaction() as tx:
        await put_story(tx, a_story(), follow_ups=2)
        await tx.reminders.replan({FOLLOW_UP.id: reminders})


async def test_what_is_due_comes_earliest_first(store: Store) -> None:
    await plan(store, LATER, NOW, EARLY)
    async with store.transaction() as tx:
        assert list(await tx.reminders.due(NOON, 10)) == [EARLY, NOW]
        assert list(await tx.reminders.due(NOON, 1)) == [EARLY]


async def test_the_next_one_due_is_the_earliest_planned(store: Store) -> None:
    await plan(store, LATER, NOW)
    async with store.transaction() as tx:
        await tx.reminders.mark([replace(NOW, state=ReminderState.QUEUED)])
        assert await tx.reminders.next_due() == LATER.due_at


async def test_nothing_planned_is_never_due(store: Store) -> None:
    await plan(store)
    async with store.view() as view:
        assert await view.reminders.next_due() is None


async def test_a_queued_reminder_is_not_due_again(store: Store) -> None:
    await plan(store, NOW)
    async with store.transaction() as tx:
        await tx.reminders.mark([replace(NOW, state=ReminderState.QUEUED)])
    async with store.transaction() as tx:
        assert list(await tx.reminders.due(NOON, 10)) == []


async def test_a_new_plan_takes_the_old_ones_place(store: Store) -> None:
    await plan(store, EARLY, NOW)
    async with store.transaction() as tx:
        await tx.reminders.replan({FOLLOW_UP.id: [LATER]})
        state, reason = ReminderState.WITHDRAWN, LeftOut.CHANGED
        assert list(await tx.reminders.of_follow_up(FOLLOW_UP.id)) == [
            replace(EARLY, state=state, left_out=reason),
            replace(NOW, state=state, left_out=reason),
            LATER,
        ]


async def test_what_is_withdrawn_stands_with_the_reason_and_is_not_due(store: Store) -> None:
    await plan(store, NOW)
    async with store.transaction() as tx:
        await tx.reminders.replan({FOLLOW_UP.id: []}, LeftOut.ENDED)
    async with store.transaction() as tx:
        (stands,) = await tx.reminders.of_follow_up(FOLLOW_UP.id)
        assert (stands.state, stands.left_out) == (ReminderState.WITHDRAWN, LeftOut.ENDED)
        assert list(await tx.reminders.due(NOON, 10)) == []


async def test_what_was_withdrawn_can_be_planned_again(store: Store) -> None:
    later = replace(NOW, id=an_id("again"), made_at=NOON - HOUR, rule=HALF_PAST_EIGHT)
    await plan(store, NOW)
    async with store.transaction() as tx:
        await tx.reminders.replan({FOLLOW_UP.id: []}, LeftOut.ENDED)
        await tx.reminders.replan({FOLLOW_UP.id: [later]})
    async with store.transaction() as tx:
        assert list(await tx.reminders.due(NOON, 10)) == [replace(later, id=NOW.id)]


async def test_what_was_no_news_when_it_was_planned_is_none_later(store: Store) -> None:
    passed = replace(EARLY, state=ReminderState.WITHDRAWN, left_out=LeftOut.PASSED)
    await plan(store, passed, NOW)
    async with store.transaction() as tx:
        await tx.reminders.replan({FOLLOW_UP.id: [replace(EARLY, made_at=NOON), NOW]})
        assert (await tx.reminders.of_follow_up(FOLLOW_UP.id))[0] == passed


async def test_what_passed_by_a_clock_that_was_set_back_is_planned_again(store: Store) -> None:
    before = EARLY.due_at - HOUR
    passed = replace(EARLY, state=ReminderState.WITHDRAWN, left_out=LeftOut.PASSED)
    await plan(store, passed)
    async with store.transaction() as tx:
        await tx.reminders.replan({FOLLOW_UP.id: [replace(EARLY, made_at=before)]})
        (stands,) = await tx.reminders.of_follow_up(FOLLOW_UP.id)
    assert stands.state is ReminderState.PLANNED


async def test_a_skipped_reminder_keeps_its_reason(store: Store) -> None:
    skipped = replace(NOW, state=ReminderState.SKIPPED, left_out=LeftOut.NOT_FOLLOWED)
    await plan(store, NOW)
    async with store.transaction() as tx:
        await tx.reminders.mark([skipped])
        await tx.reminders.replan({FOLLOW_UP.id: [NOW]})
        assert list(await tx.reminders.of_follow_up(FOLLOW_UP.id)) == [skipped]


async def test_a_new_plan_leaves_other_follow_ups_alone(store: Store) -> None:
    other = a_follow_up(number=2)
    await plan(store, NOW)
    async with store.transaction() as tx:
        await tx.reminders.replan({other.id: [a_reminder(other)]})
        await tx.reminders.replan({other.id: []})
        assert list(await tx.reminders.of_follow_up(FOLLOW_UP.id)) == [NOW]


async def test_many_are_planned_anew_at_once_and_each_alone(store: Store) -> None:
    other = a_follow_up(number=2)
    await plan(store, NOW, LATER)
    async with store.transaction() as tx:
        await tx.reminders.replan({other.id: [a_reminder(other)]})
        await tx.reminders.replan({FOLLOW_UP.id: [LATER], other.id: []})
        assert await tx.reminders.due(NOON + 2 * DAY, 10) == [LATER]
        (withdrawn, _) = await tx.reminders.of_follow_up(FOLLOW_UP.id)
    assert withdrawn == replace(NOW, state=ReminderState.WITHDRAWN, left_out=LeftOut.CHANGED)


async def test_a_rule_remembers_who_has_set_it(store: Store) -> None:
    rule = replace(HALF_PAST_EIGHT, whose=Owner(OwnerKind.DESK, "Foreign"))
    owned = replace(NOW, rule=rule)
    await plan(store, owned)
    async with store.view() as view:
        assert await view.reminders.of_follow_up(FOLLOW_UP.id) == [owned]


async def test_planning_again_never_repeats_what_was_queued(store: Store) -> None:
    queued = replace(NOW, state=ReminderState.QUEUED)
    again = replace(NOW, id=an_id("again"))
    await plan(store, NOW, LATER)
    async with store.transaction() as tx:
        await tx.reminders.mark([queued])
        await tx.reminders.replan({FOLLOW_UP.id: [again, LATER]})
        assert list(await tx.reminders.of_follow_up(FOLLOW_UP.id)) == [queued, LATER]


async def test_planning_the_same_again_changes_nothing(store: Store) -> None:
    await plan(store, NOW, LATER)
    async with store.transaction() as tx:
        await tx.reminders.replan({FOLLOW_UP.id: [NOW, LATER]})
        assert list(await tx.reminders.of_follow_up(FOLLOW_UP.id)) == [NOW, LATER]


async def test_who_asked_for_a_reminder_is_kept_and_renewed(store: Store) -> None:
    leads = (read_ladder("3d, 1d 16:00"), read_ladder("2h"))
    asked = replace(EARLY, leads=leads, general=False)
    await plan(store, EARLY, NOW)
    async with store.transaction() as tx:
        await tx.reminders.replan({FOLLOW_UP.id: [replace(asked, id=an_id("again")), NOW]})
        assert list(await tx.reminders.of_follow_up(FOLLOW_UP.id)) == [asked, NOW]
