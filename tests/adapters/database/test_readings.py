from dataclasses import replace
from uuid import UUID

import pytest

from bot.domain.language import Language
from bot.domain.proposal import ProposalKind, Tie, TieKind
from bot.errors import Collision
from bot.ports import Store
from tests.adapters.database.world import SPORT, put_newsroom, put_story
from tests.builders import (
    HOUR,
    NOON,
    a_filed_reading,
    a_newsroom,
    a_proposal,
    a_story,
    a_week,
    an_evidence,
    an_id,
)

NEWSROOM = a_newsroom()


async def test_a_reading_is_kept_whole(store: Store) -> None:
    entry = a_proposal(2, kind=ProposalKind.ENTRY, occurrence=None, window=None, added=True)
    moved = a_proposal(3, tie=Tie(TieKind.MOVED, 4, "The parties meet", a_week()))
    undated = a_proposal(4, tie=Tie(TieKind.SAME, 5, "The parties meet", None))
    reading = a_filed_reading(
        story_id=a_story().id,
        source="https://example.org/1",
        proposals=(a_proposal(), entry, moved, undated),
        language=Language.NN,
        published=NOON - HOUR,
        called_off=(an_evidence(),),
    )
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.readings.add(reading)
        assert await tx.readings.get(NEWSROOM.id, reading.code) == reading


async def test_what_the_editors_said_is_kept(store: Store) -> None:
    reading = a_filed_reading()
    decided = reading.with_proposal(reading.proposals[0].kept("harbour-strike#1"))
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.readings.add(reading)
        await tx.readings.save(decided)
        assert await tx.readings.get(NEWSROOM.id, reading.code) == decided


async def test_a_code_is_looked_up_in_its_newsroom_alone(store: Store) -> None:
    reading = a_filed_reading()
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.readings.add(reading)
        assert await tx.readings.get(an_id("another"), reading.code) is None


async def test_two_readings_never_share_a_code(store: Store) -> None:
    reading = a_filed_reading()
    twin = replace(reading, id=UUID(reading.code + "f" * 24))
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.readings.add(reading)
        with pytest.raises(Collision):
            await tx.readings.add(twin)


async def test_a_channels_latest_reading_is_its_own(store: Store) -> None:
    first = a_filed_reading("First", read_at=NOON)
    second = a_filed_reading("Second", read_at=NOON + HOUR)
    elsewhere = a_filed_reading("Elsewhere", SPORT, read_at=NOON + 2 * HOUR)
    async with store.transaction() as tx:
        await put_newsroom(tx)
        for reading in (second, first, elsewhere):
            await tx.readings.add(reading)
        assert await tx.readings.latest(second.channel_id) == second


async def test_an_article_is_known_again_by_its_text_or_its_source(store: Store) -> None:
    reading = a_filed_reading(source="https://example.org/1", fingerprint="f00")
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.readings.add(reading)
        find = tx.readings.same_article
        assert await find(NEWSROOM.id, "f00", "") == reading
        assert await find(NEWSROOM.id, "other", "https://example.org/1") == reading
        assert await find(an_id("another"), "f00", "https://example.org/1") is None


async def test_two_articles_without_a_source_are_not_the_same(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.readings.add(a_filed_reading(source="", fingerprint="f00"))
        assert await tx.readings.same_article(NEWSROOM.id, "other", "") is None


async def test_a_story_has_the_readings_that_are_filed_with_it(store: Store) -> None:
    old, new = a_story("harbour-strike"), a_story("port")
    async with store.transaction() as tx:
        await put_story(tx, old)
        await tx.stories.add(new)
        await tx.readings.add(a_filed_reading(story_id=old.id))
        assert await tx.readings.of_story(old.id) == [a_filed_reading(story_id=old.id)]
        assert await tx.readings.of_story(new.id) == []
