from dataclasses import replace

import pytest

from bot.domain.passage import search_words
from bot.ports import Store, Transaction
from tests.adapters.database.world import put_newsroom
from tests.builders import (
    a_follow_up,
    a_newsroom,
    a_story,
    a_timeline_entry,
    an_evidence,
)

NEWSROOM = a_newsroom()
STRIKE = a_story("harbour-strike", headline="Streiken i havna", tags=("lønn",))
VOTE = a_story("budget", headline="Budsjettet")


async def put(tx: Transaction) -> None:
    await put_newsroom(tx)
    await tx.stories.add(STRIKE)
    await tx.stories.add(VOTE)
    await tx.follow_ups.add(
        a_follow_up(
            STRIKE, title="Forhandlingene fortsetter", evidence=(an_evidence("Møte i Oslo."),)
        )
    )
    await tx.timeline.add(a_timeline_entry("Havnearbeiderne møtte arbeidsgiverne", STRIKE))
    await tx.follow_ups.add(a_follow_up(VOTE, title="Avstemning i Stortinget", evidence=()))


async def found(tx: Transaction, *words: str) -> list[str]:
    return [each.line for each in await tx.passages.find(NEWSROOM.id, words, 20)]


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("forhandling", "Forhandlingene fortsetter"),
        ("forhandlinger", "Forhandlingene fortsetter"),
        ("havnearbeider", "Havnearbeiderne møtte arbeidsgiverne"),
        ("oslo", "Møte i Oslo."),
        ("lønn", "lønn"),
        ("strike", "harbour-strike"),
        ("budsjett", "Budsjettet"),
        ("lonn", "lønn"),
    ],
)
async def test_a_word_is_found_in_another_form_wherever_it_stands(
    store: Store, word: str, line: str
) -> None:
    async with store.transaction() as tx:
        await put(tx)
        assert await found(tx, word) == [line]


async def test_all_words_must_stand_somewhere_in_the_story(store: Store) -> None:
    async with store.transaction() as tx:
        await put(tx)
        assert set(await found(tx, "streik", "forhandling")) == {
            "Streiken i havna",
            "Forhandlingene fortsetter",
        }
        assert await found(tx, "streik", "storting") == []


async def test_a_changed_line_is_found_by_its_new_words_alone(store: Store) -> None:
    async with store.transaction() as tx:
        await put(tx)
        before = a_follow_up(VOTE, title="Avstemning i Stortinget", evidence=())
        await tx.follow_ups.save(replace(before, title="Debatt", version=2))
        assert await found(tx, "avstemning") == []
        assert await found(tx, "debatten") == ["Debatt"]


async def test_accents_make_no_difference_but_letters_do(store: Store) -> None:
    async with store.transaction() as tx:
        await put(tx)
        await tx.timeline.add(a_timeline_entry("Delegasjonen forlot Genève", STRIKE))
        await tx.timeline.add(a_timeline_entry("Dom etter lov", VOTE))
        for typed in ("geneve", "Genève", "GENÉVE"):
            assert await found(tx, *search_words(typed)) == ["Delegasjonen forlot Genève"]
        assert await found(tx, *search_words("løv")) == []


async def test_what_is_forgotten_is_not_found(store: Store) -> None:
    async with store.transaction() as tx:
        await put(tx)
        await tx.follow_ups.remove(a_follow_up(VOTE).id)
        await tx.timeline.remove(
            a_timeline_entry("Havnearbeiderne møtte arbeidsgiverne", STRIKE).id
        )
        assert await found(tx, "avstemning") == []
        assert await found(tx, "havnearbeider") == []
        await tx.stories.remove(VOTE.id)
        assert await found(tx, "budsjett") == []


async def test_nothing_of_another_newsroom_is_found(store: Store) -> None:
    other = a_newsroom("Bygdebladet")
    async with store.transaction() as tx:
        await put(tx)
        await tx.newsrooms.save(other)
        assert await tx.passages.find(other.id, ["streik"], 20) == []


@pytest.mark.parametrize("word", ["'", '"', "*", "or", "and", "not", "near", "a:b", "%", "\\"])
async def test_no_sign_or_word_is_taken_for_a_command(store: Store, word: str) -> None:
    async with store.transaction() as tx:
        await put(tx)
        for one in search_words(word):
            assert await found(tx, one, "zzz") == []
