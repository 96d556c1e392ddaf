from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.digest_time import DigestTime
from bot.domain.follow_up import FollowUpState, ReminderKind, Snooze
from bot.domain.history import Thing
from bot.domain.mention import HERE
from bot.domain.newsroom import QuietHours, Role
from bot.domain.subscription import Notice, TargetKind
from bot.ports import Store
from bot.reading.typed.ladder import read_ladder
from tests.adapters.database.hands import take_up
from tests.adapters.database.world import UTENRIKS, put_newsroom, put_story
from tests.builders import (
    DAY,
    HOUR,
    NOON,
    a_change,
    a_channel,
    a_delivery,
    a_duty,
    a_filed_reading,
    a_follow_up,
    a_newsroom,
    a_person,
    a_reminder,
    a_series,
    a_story,
    a_subscription,
    a_target,
    a_timeline_entry,
    an_act,
    an_id,
    an_own_policy,
)

NEWSROOM = a_newsroom()
DAY_OFF = date(2025, 12, 24)
KARI = a_person("Kari")
STORY = a_story()


@pytest.mark.parametrize(
    "thing",
    [
        a_story(urgency=2, desk="Utenriks", tags=("havn",)),
        a_follow_up(snooze=Snooze(NOON + DAY, ReminderKind.OVERDUE), assignees=("Kari", "Ola")),
        a_follow_up(window=None, was=a_follow_up().window, lapses_at=NOON),
        a_timeline_entry(note="85 against 84"),
        a_subscription(target=a_target("valg", TargetKind.TAG)),
        a_subscription(leads=read_ladder("3d, 2h"), mentions=(HERE,), notices=frozenset(Notice)),
        a_filed_reading(),
        a_series(),
        a_newsroom(days_off=(DAY_OFF,), newcomers=Role.READER, editor_roles=("vaktsjef",)),
        a_channel(quiet=QuietHours(time(23), time(6)), digest=DigestTime(time(7))),
        a_person("Kari", role=Role.READER),
        a_duty("foreign", "Kari", "Ola"),
        an_own_policy(),
    ],
)
async def test_a_thing_of_the_record_comes_back_as_it_stood(store: Store, thing: Thing) -> None:
    change = a_change(before=None, after=thing)
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.history.add(change)
    async with store.view() as view:
        assert await view.history.of_thing(thing.id, 9) == [change]


async def test_a_story_has_the_latest_changes_of_all_that_is_in_it_in_order(store: Store) -> None:
    changes = [a_change(an_act(n), after=a_follow_up(STORY, n)) for n in (1, 2, 3)]
    async with store.transaction() as tx:
        await put_newsroom(tx)
        for change in changes:
            await tx.history.add(change)
        await tx.history.add(a_change(an_act(4), after=a_story("election")))
        assert await tx.history.of_story(STORY.id, 2) == changes[1:]


async def test_settings_have_a_record_of_their_own(store: Store) -> None:
    changes = [
        a_change(an_act(1), before=a_newsroom(), after=a_newsroom(country="SE")),
        a_change(an_act(2), before=None, after=a_duty("foreign", "Kari")),
        a_change(an_act(3), before=a_channel(), after=a_channel(quiet=None)),
    ]
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.history.add(changes[0])
        await tx.history.add(a_change(an_act(4), after=a_follow_up()))
        for change in changes[1:]:
            await tx.history.add(change)
        assert await tx.history.of_settings(NEWSROOM.id, 2) == changes[1:]
        assert await tx.history.of_settings(an_id("elsewhere"), 2) == []


async def test_the_last_act_comes_whole(store: Store) -> None:
    act = an_act(2)
    theirs = [a_change(act, after=a_follow_up(STORY, n)) for n in (2, 3)]
    async with store.transaction() as tx:
        await put_newsroom(tx)
        for change in (a_change(an_act(1), after=a_follow_up()), *theirs):
            await tx.history.add(change)
        assert await tx.history.last_act(NEWSROOM.id, KARI.id) == theirs
        assert await tx.history.last_act(NEWSROOM.id, an_id("Ola")) == []
        assert await tx.history.last_act(an_id("elsewhere"), KARI.id) == []


async def test_what_was_taken_back_is_not_the_last_act(store: Store) -> None:
    first = a_change(an_act(1), after=a_follow_up())
    second = a_change(an_act(2), before=a_follow_up(), after=a_follow_up(note="late"))
    back = a_change(
        an_act(3, undoes=second.act.id), before=a_follow_up(note="late"), after=a_follow_up()
    )
    async with store.transaction() as tx:
        await put_newsroom(tx)
        for change in (first, second, back):
            await tx.history.add(change)
        assert await tx.history.last_act(NEWSROOM.id, KARI.id) == [first]
        assert await tx.history.later(first.act.id, [a_follow_up().id]) == []


async def test_later_changes_are_those_of_the_same_things(store: Store) -> None:
    first = a_change(an_act(1), after=a_follow_up(STORY, 1))
    other = a_change(an_act(2), after=a_follow_up(STORY, 2))
    later = a_change(
        an_act(3), before=a_follow_up(STORY, 1), after=a_follow_up(STORY, 1, note="late")
    )
    async with store.transaction() as tx:
        await put_newsroom(tx)
        for change in (first, other, later):
            await tx.history.add(change)
        assert await tx.history.later(first.act.id, [a_follow_up(STORY, 1).id]) == [later]
        assert await tx.history.later(later.act.id, [a_follow_up(STORY, 1).id]) == []


async def test_a_story_is_known_by_its_last_change(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.history.add(a_change(an_act(1), after=STORY))
        await tx.history.add(a_change(an_act(2, at=NOON + HOUR), after=a_follow_up(STORY)))
        found = await tx.history.last_at([STORY.id, an_id("unknown")])
    assert found == {STORY.id: NOON + HOUR}


async def test_a_follow_up_nobody_was_told_of_is_forgotten_with_its_plan(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.reminders.replan({a_follow_up().id: [a_reminder()]})
        assert await tx.follow_ups.remove(a_follow_up().id)
        assert await tx.follow_ups.of_story(STORY.id) == []
        assert await tx.reminders.of_follow_up(a_follow_up().id) == []


async def test_a_follow_up_somebody_was_told_of_is_kept(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.deliveries.queue([a_delivery(channel=UTENRIKS)])
        assert not await tx.follow_ups.remove(a_follow_up().id)
        assert len(await tx.follow_ups.of_story(STORY.id)) == 1


async def test_a_follow_up_of_which_an_update_only_waits_is_forgotten(store: Store) -> None:
    update = a_delivery(channel=UTENRIKS, kind=ReminderKind.UPDATE)
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.deliveries.queue([update])
        assert await tx.follow_ups.remove(a_follow_up().id)
        assert await tx.deliveries.of_follow_up(a_follow_up().id, UTENRIKS.id) == []


async def test_a_follow_up_of_which_an_update_is_on_its_way_is_kept(store: Store) -> None:
    update = a_delivery(channel=UTENRIKS, kind=ReminderKind.UPDATE)
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.deliveries.queue([update])
        await take_up(tx, NOON + HOUR)
        assert not await tx.follow_ups.remove(a_follow_up().id)


async def test_an_empty_story_is_forgotten(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx, follow_ups=0)
        assert await tx.stories.remove(STORY.id)
        assert await tx.stories.get(NEWSROOM.id, STORY.slugline) is None


async def test_a_story_with_something_in_it_is_kept(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx, follow_ups=1)
        assert not await tx.stories.remove(STORY.id)
        assert await tx.stories.get(NEWSROOM.id, STORY.slugline) == STORY


async def test_what_became_of_a_follow_up_is_found_by_it(store: Store) -> None:
    entry = a_timeline_entry(follow_up_id=a_follow_up().id, outcome=FollowUpState.HAPPENED)
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.timeline.add(entry)
        await tx.timeline.add(a_timeline_entry("Another"))
        assert await tx.timeline.of_follow_up(a_follow_up().id) == [entry]
        await tx.timeline.save(replace(entry, note="late"))
        assert await tx.timeline.get(entry.id) == replace(entry, note="late")
        await tx.timeline.remove(entry.id)
        assert await tx.timeline.get(entry.id) is None


async def test_changes_of_several_things_are_found_from_a_moment_on(store: Store) -> None:
    first, second = a_follow_up(), a_follow_up(number=2)
    early = a_change(an_act(1, at=NOON - HOUR), first, replace(first, title="A"))
    late = a_change(an_act(2), first, replace(first, title="B"))
    other = a_change(an_act(3, at=NOON + HOUR), second, replace(second, title="C"))
    async with store.transaction() as tx:
        await put_story(tx)
        for change in (early, late, other):
            await tx.history.add(change)
        assert await tx.history.of_things({first.id, second.id}, NOON) == [late, other]
        assert await tx.history.of_things({second.id}, NOON - HOUR) == [other]
