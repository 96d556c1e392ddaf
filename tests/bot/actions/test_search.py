"""Finding stories by the words in them."""

import pytest

from bot.domain.message import Message
from tests.stage import Stage, text_of


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(
        "new ukraine-peace Fredssamtalene",
        "expect ukraine-peace next week: Witkoff til Moskva",
        "note ukraine-peace yesterday: Delegasjonen forlot Genève",
        "new budget Budsjettet",
        "expect budget tomorrow: Avstemning i Stortinget",
    )
    return stage


def sluglines(message: Message) -> list[str]:
    return [item.lead for section in message.sections for item in section.items]


async def test_a_story_is_found_with_the_line_that_matched(stage: Stage) -> None:
    answer = await stage.run("search witkoff moskva")
    (item,) = answer.sections[0].items
    assert (item.lead, item.text, item.details) == (
        "ukraine-peace",
        "Fredssamtalene",
        ("#1 Witkoff til Moskva",),
    )


async def test_all_words_must_stand_in_the_story_though_in_different_lines(stage: Stage) -> None:
    assert sluglines(await stage.run("search witkoff delegasjon")) == ["ukraine-peace"]
    assert "No story holds" in (await stage.run("search witkoff stortinget")).text


async def test_a_word_is_found_without_its_accents(stage: Stage) -> None:
    assert sluglines(await stage.run("search geneve")) == ["ukraine-peace"]


async def test_small_words_are_not_looked_for(stage: Stage) -> None:
    assert sluglines(await stage.run("søk avstemning i stortinget")) == ["budget"]


async def test_a_closed_story_is_found_and_said_to_be(stage: Stage) -> None:
    await stage.run("close budget drop")
    assert sluglines(await stage.run("search budsjett")) == ["budget (closed)"]


async def test_a_story_is_found_once_after_a_merger(stage: Stage) -> None:
    await stage.run("merge budget ukraine-peace")
    assert sluglines(await stage.run("search avstemninger")) == ["ukraine-peace"]


async def test_a_search_for_nothing_is_refused(stage: Stage) -> None:
    answer = await stage.type("search !!!")
    assert answer.refused
    assert "no word to look for" in answer.text


async def test_nothing_of_another_newsroom_is_found(stage: Stage) -> None:
    answer = await stage.type("search witkoff", workspace="T2")
    assert "Moskva" not in text_of(answer)


async def test_more_stories_than_one_can_read_are_counted(stage: Stage) -> None:
    for number in range(12):
        await stage.run(f"new strike-{number} Streik nummer {number}")
    answer = await stage.run("search streik")
    assert answer.footnote == "These are 10 of 12. One word more finds fewer."


async def test_what_a_follow_up_says_already_is_not_said_again_by_the_timeline(
    stage: Stage,
) -> None:
    await stage.run(
        "new ferry The ferry", "expect ferry tomorrow: Inquest opens", "happened ferry#1"
    )
    (item,) = (await stage.run("search inquest")).sections[0].items
    assert item.details == ("#1 Inquest opens",)


async def test_the_title_of_a_follow_up_is_not_said_beside_the_sentence_it_stands_in(
    stage: Stage,
) -> None:
    await stage.run(
        "read budget Wells will meet the investors in London on 16 December.", "keep all"
    )
    (item,) = (await stage.run("search Wells London")).sections[0].items
    assert item.details == ("#2 Wells will meet the investors in London on 16 December.",)
