from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.follow_up import FollowUp, FollowUpState, ReminderKind, Snooze
from bot.domain.window import EventWindow, Precision
from bot.errors import Collision
from bot.ports import Store
from tests.adapters.database.world import put_newsroom, put_story
from tests.builders import (
    DAY,
    HOUR,
    NOON,
    OSLO,
    a_follow_up,
    a_minute,
    a_story,
    a_timeline_entry,
    a_week,
    an_evidence,
    an_id,
)

STORY = a_story()


async def test_a_follow_up_is_kept_whole(store: Store) -> None:
    follow_up = a_follow_up(
        STORY,
        was=a_week(approximate=True),
        note="Utsatt – igjen",
        assignees=("Kari", "Åse"),
        evidence=(an_evidence(), an_evidence("Intet nytt.", phrase=None, window=None)),
        source="https://example.org/1",
        snooze=Snooze(NOON + HOUR, ReminderKind.OVERDUE),
        version=3,
    )
    async with store.transaction() as tx:
        await put_story(tx, STORY, follow_ups=0)
        await tx.follow_ups.add(follow_up)
    async with store.view() as view:
        assert await view.follow_ups.get(STORY.id, 1) == follow_up


@pytest.mark.parametrize(
    "window",
    [
        a_minute(datetime(2025, 10, 26, 2, 30, tzinfo=OSLO)),
        a_minute(datetime(2025, 10, 26, 2, 30, tzinfo=OSLO, fold=1)),
        EventWindow(None, datetime(2025, 12, 1, tzinfo=OSLO), Precision.DEADLINE),
        EventWindow(datetime(2025, 12, 1, tzinfo=OSLO), None, Precision.RANGE, approximate=True),
        None,
    ],
    ids=["first-pass", "second-pass", "deadline", "open-end", "undated"],
)
async def test_a_window_comes_back_as_it_was_meant(
    store: Store, window: EventWindow | None
) -> None:
    async with store.transaction() as tx:
        await put_story(tx, STORY, follow_ups=0)
        await tx.follow_ups.add(a_follow_up(STORY, window=window))
        found = await tx.follow_ups.get(STORY.id, 1)
    assert found is not None
    assert found.window == window
    if window is not None and window.start is not None:
        assert found.window is not None
        assert found.window.start is not None
        assert found.window.start.fold == window.start.fold
        assert found.window.zone is OSLO


async def test_a_number_is_given_once_in_a_story(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx, STORY, follow_ups=1)
        with pytest.raises(Collision):
            await tx.follow_ups.add(replace(a_follow_up(STORY, 2), number=1))


async def test_a_changed_follow_up_is_kept(store: Store) -> None:
    changed = a_follow_up(STORY).postponed(None, "Utsatt")
    async with store.transaction() as tx:
        await put_story(tx, STORY)
        await tx.follow_ups.save(changed)
        assert await tx.follow_ups.get(STORY.id, 1) == changed


async def test_of_two_changes_to_one_version_the_second_collides(store: Store) -> None:
    seen = a_follow_up(STORY)
    async with store.transaction() as tx:
        await put_story(tx, STORY)
        await tx.follow_ups.save(seen.happened())
    with pytest.raises(Collision):
        async with store.transaction() as tx:
            await tx.follow_ups.save(seen.cancelled())


async def test_where_one_of_several_was_changed_by_somebody_else_none_is_kept(
    store: Store,
) -> None:
    async with store.transaction() as tx:
        story = await put_story(tx, follow_ups=2)
    one, other = (a_follow_up(story, number) for number in (1, 2))
    async with store.transaction() as tx:
        await tx.follow_ups.save(other.happened())
    with pytest.raises(Collision):
        async with store.transaction() as tx:
            await tx.follow_ups.save(one.cancelled(), other.cancelled())
    async with store.view() as view:
        states = [each.state for each in await view.follow_ups.of_story(story.id)]
    assert states == [FollowUpState.EXPECTED, FollowUpState.HAPPENED]


async def test_a_storys_follow_ups_come_by_number(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx, STORY, follow_ups=0)
        for number in (3, 1, 2):
            await tx.follow_ups.add(a_follow_up(STORY, number))
        found = await tx.follow_ups.of_story(STORY.id)
    assert [follow_up.number for follow_up in found] == [1, 2, 3]


async def test_follow_ups_are_found_by_id(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx, STORY, follow_ups=3)
        found = await tx.follow_ups.by_ids({a_follow_up(STORY, n).id for n in (1, 3)})
    assert {follow_up.number for follow_up in found} == {1, 3}


async def test_a_follow_up_bears_its_storys_present_slugline(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx, STORY)
        await tx.stories.save(replace(STORY, slugline="port-strike"))
        found = await tx.follow_ups.get(STORY.id, 1)
    assert found is not None
    assert found.name == "port-strike#1"


async def test_only_open_follow_ups_are_counted(store: Store) -> None:
    other = a_story("quiet")
    ended: list[FollowUp] = [
        a_follow_up(STORY, 1).happened(),
        a_follow_up(STORY, 2).dropped(),
        a_follow_up(STORY, 3).cancelled(),
        a_follow_up(STORY, 4).postponed(None),
    ]
    async with store.transaction() as tx:
        await put_story(tx, STORY, follow_ups=5)
        await tx.stories.add(other)
        for follow_up in ended:
            await tx.follow_ups.save(follow_up)
        assert await tx.follow_ups.count_open([STORY.id, other.id]) == {STORY.id: 2}


async def test_a_timeline_holds_its_latest_entries_in_order_of_time(store: Store) -> None:
    days = [datetime(2025, 10, day, tzinfo=OSLO) for day in (29, 13, 16)]
    entries = [
        a_timeline_entry(
            f"Day {day.day}",
            STORY,
            window=EventWindow(day, day + DAY, Precision.DAY),
            evidence=(an_evidence(),),
        )
        for day in days
    ]
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.stories.add(STORY)
        for entry in entries:
            await tx.timeline.add(entry)
        found = await tx.timeline.of_story(STORY.id, 2)
    assert list(found) == [entries[2], entries[0]]


async def test_an_entry_with_an_open_beginning_stands_at_its_end(store: Store) -> None:
    by_november = EventWindow(None, datetime(2025, 11, 1, tzinfo=OSLO), Precision.DEADLINE)
    late, early = (
        a_timeline_entry("Later", STORY),
        a_timeline_entry("By November", STORY, window=by_november),
    )
    async with store.transaction() as tx:
        await put_story(tx, STORY)
        await tx.timeline.add(late)
        await tx.timeline.add(early)
        assert list(await tx.timeline.of_story(STORY.id, 5)) == [early, late]


async def test_what_is_open_of_several_stories_is_found(store: Store) -> None:
    ended = a_follow_up(number=2).happened()
    async with store.transaction() as tx:
        story = await put_story(tx, follow_ups=2)
        await tx.follow_ups.save(ended)
        found = await tx.follow_ups.open_of([story.id, an_id("no story")])
    assert list(found) == [a_follow_up(number=1)]


async def test_when_asking_ends_is_kept_without_another_version(store: Store) -> None:
    first, second = a_follow_up(STORY, 1), a_follow_up(STORY, 2)
    async with store.transaction() as tx:
        await put_story(tx, STORY, follow_ups=2)
        await tx.follow_ups.lapse({first.id: NOON, second.id: NOON})
        await tx.follow_ups.lapse({second.id: None})
        kept = await tx.follow_ups.of_story(STORY.id)
    assert [(one.version, one.lapses_at) for one in kept] == [
        (first.version, NOON),
        (second.version, None),
    ]


async def test_nothing_to_lapse_is_nothing_to_do(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.follow_ups.lapse({})
