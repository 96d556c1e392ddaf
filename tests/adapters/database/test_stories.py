from dataclasses import replace

import pytest

from bot.domain.story import StoryStatus
from bot.errors import Collision
from bot.ports import Store, Transaction
from tests.adapters.database.world import put_newsroom
from tests.builders import a_newsroom, a_story, an_id

NEWSROOM = a_newsroom()


async def put(tx: Transaction, *sluglines: str) -> None:
    await put_newsroom(tx)
    for slugline in sluglines:
        await tx.stories.add(a_story(slugline))


async def test_a_story_is_kept_whole(store: Store) -> None:
    story = a_story(urgency=2, desk="Utenriks", tags=("havn", "lønn"), last_number=7)
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.stories.add(story)
    async with store.view() as view:
        assert await view.stories.get(NEWSROOM.id, story.slugline) == story


async def test_a_slugline_is_unique_in_its_newsroom(store: Store) -> None:
    async with store.transaction() as tx:
        await put(tx, "harbour-strike")
        with pytest.raises(Collision):
            await tx.stories.add(a_story("harbour-strike", id=an_id("second")))


async def test_two_newsrooms_may_follow_stories_of_one_slugline(store: Store) -> None:
    other = a_newsroom("Bygdebladet")
    async with store.transaction() as tx:
        await put(tx, "election")
        await tx.newsrooms.save(other)
        await tx.stories.add(a_story("election", other, headline="Theirs"))
        ours = await tx.stories.get(NEWSROOM.id, "election")
        assert await tx.stories.by_ids(other.id, [a_story("election").id]) == []
    assert ours == a_story("election")


async def test_a_changed_story_is_kept(store: Store) -> None:
    changed = a_story().with_next_number()
    async with store.transaction() as tx:
        await put(tx, a_story().slugline)
        await tx.stories.save(changed)
        assert await tx.stories.by_ids(NEWSROOM.id, [changed.id]) == [changed]


async def test_a_story_can_not_take_anothers_slugline(store: Store) -> None:
    renamed = replace(a_story("election"), slugline="harbour-strike")
    async with store.transaction() as tx:
        await put(tx, "election", "harbour-strike")
    with pytest.raises(Collision):
        async with store.transaction() as tx:
            await tx.stories.save(renamed)


async def test_stories_come_by_urgency_and_then_by_slugline(store: Store) -> None:
    stories = [
        a_story("b-calm", urgency=5),
        a_story("a-calm", urgency=5),
        a_story("z-urgent", urgency=1),
        a_story("closed", urgency=1, status=StoryStatus.CLOSED),
    ]
    async with store.transaction() as tx:
        await put_newsroom(tx)
        for story in stories:
            await tx.stories.add(story)
        found = await tx.stories.of(NEWSROOM.id, [StoryStatus.ACTIVE], limit=2)
    assert [story.slugline for story in found] == ["z-urgent", "a-calm"]


async def test_completion_puts_first_what_begins_with_the_words_typed(store: Store) -> None:
    async with store.transaction() as tx:
        await put(tx, "peace-talks", "ukraine-peace", "budget", "peace")
        assert await tx.stories.sluglines(NEWSROOM.id, "Peace", 3) == [
            "peace",
            "peace-talks",
            "ukraine-peace",
        ]


async def test_completion_takes_no_sign_for_a_wildcard(store: Store) -> None:
    async with store.transaction() as tx:
        await put(tx, "peace-talks")
        assert await tx.stories.sluglines(NEWSROOM.id, "p%", 3) == []
        assert await tx.stories.sluglines(NEWSROOM.id, "p_ace", 3) == []


async def test_sluglines_sort_alike_on_every_store(store: Store) -> None:
    async with store.transaction() as tx:
        await put(tx, "ås-valg", "ab-c", "abc", "ab", "ære")
        assert await tx.stories.sluglines(NEWSROOM.id, "", 9) == sorted(
            ["ab", "ab-c", "abc", "ås-valg", "ære"]
        )


async def test_a_former_slugline_leads_to_its_story(store: Store) -> None:
    renamed = replace(a_story("harbour-strike"), slugline="port-strike")
    async with store.transaction() as tx:
        await put(tx, "harbour-strike")
        await tx.stories.remember(a_story("harbour-strike"))
        await tx.stories.save(renamed)
        assert await tx.stories.get(NEWSROOM.id, "harbour-strike") == renamed
        assert await tx.stories.get(NEWSROOM.id, "port-strike") == renamed


async def test_a_slugline_leads_to_the_story_that_has_it_now(store: Store) -> None:
    async with store.transaction() as tx:
        await put(tx, "harbour-strike")
        await tx.stories.remember(a_story("harbour-strike"))
        await tx.stories.save(replace(a_story("harbour-strike"), slugline="port-strike"))
        newer = a_story("harbour-strike", id=an_id("newer"))
        await tx.stories.add(newer)
        assert await tx.stories.get(NEWSROOM.id, "harbour-strike") == newer


async def test_a_former_slugline_leads_to_whoever_had_it_last(store: Store) -> None:
    first, second = a_story("first"), a_story("second")
    async with store.transaction() as tx:
        await put(tx, "first", "second")
        for story in (first, second):
            await tx.stories.remember(replace(story, slugline="talks"))
        assert await tx.stories.get(NEWSROOM.id, "talks") == second
        assert await tx.stories.get(an_id("elsewhere"), "talks") is None
