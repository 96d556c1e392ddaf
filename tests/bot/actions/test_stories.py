"""What editors do with a story as a whole."""

from datetime import datetime, timedelta

import pytest

from tests.stage import OSLO, Stage, commands_of, text_of

PEACE = "new ukraine-peace The peace talks"
ENVOY = "expect ukraine-peace next week: Envoy to Moscow"


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(PEACE, "subscribe ukraine-peace")
    return stage


async def test_a_story_is_renamed_and_followed_on(stage: Stage) -> None:
    await stage.run(ENVOY)
    answer = await stage.run("rename ukraine-peace ukraine-talks")
    assert answer.title == "ukraine-talks: The peace talks"
    assert "Followed by: #foreign" in text_of(await stage.run("status ukraine-talks"))
    (posted,) = await stage.pass_time(datetime(2025, 11, 28, 16, tzinfo=OSLO))
    assert "ukraine-talks#1" in posted.message.footnote


async def test_the_old_slugline_leads_to_the_story_still(stage: Stage) -> None:
    await stage.run(ENVOY, "rename ukraine-peace ukraine-talks", "happened ukraine-peace#1")
    assert (await stage.run("status ukraine-peace")).title.startswith("ukraine-talks")


async def test_a_slugline_that_was_given_up_is_free_for_another_story(stage: Stage) -> None:
    await stage.run("rename ukraine-peace ukraine-talks", "new ukraine-peace Another story")
    assert (await stage.run("status ukraine-peace")).title == "ukraine-peace: Another story"


async def test_a_story_can_not_be_renamed_to_anothers_slugline(stage: Stage) -> None:
    await stage.run("new budget The budget")
    answer = await stage.type("rename budget ukraine-peace")
    assert answer.refused
    assert "already" in answer.text


async def test_what_was_posted_bears_the_new_name(stage: Stage) -> None:
    await stage.run(ENVOY)
    (posted,) = await stage.pass_time(datetime(2025, 11, 28, 16, tzinfo=OSLO))
    await stage.run("rename ukraine-peace ukraine-talks")
    await stage.pass_time(datetime(2025, 11, 28, 16, 1, tzinfo=OSLO))
    assert "ukraine-talks#1" in posted.message.footnote
    assert "happened ukraine-talks#1" in commands_of(posted.message)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("headline ukraine-peace The talks in Moscow", "ukraine-peace: The talks in Moscow"),
        ("headline The talks in Moscow", "ukraine-peace: The talks in Moscow"),
        ("urgency 2", "Urgency: 2"),
        ("desk ukraine-peace Foreign", "Desk: Foreign"),
        ("tags war, diplomacy and peace", "Tags: war, diplomacy and peace"),
        ("tags #War diplomacy", "Tags: war, diplomacy"),
    ],
)
async def test_a_story_is_edited(stage: Stage, typed: str, says: str) -> None:
    assert says in text_of(await stage.run(typed))
    assert says in text_of(await stage.run("status ukraine-peace"))


async def test_what_was_said_of_a_story_can_be_unsaid(stage: Stage) -> None:
    await stage.run("desk Foreign", "tags war", "desk none", "tags none")
    status = text_of(await stage.run("status"))
    assert "Desk" not in status
    assert "Tags" not in status


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("urgency 10", "is no urgency"),
        ("urgency high", "is no urgency"),
        ("rename ukraine-peace Two_words", "can’t be a slugline"),
        ("rename ukraine-peace two words", "“two words” can’t be a slugline"),
        ("headline ukraine-peace " + "x" * 201, "A headline needs"),
        ("desk " + "x" * 41, "up to 40 characters"),
        ("tags " + " ".join(map(str, range(13))), "up to 12 tags"),
        ("close ukraine-peace maybe", "doesn’t say what becomes"),
        ("reopen ukraine-peace", "is open"),
        ("merge ukraine-peace ukraine-peace", "part of itself"),
        ("merge ukraine-peace budget", "There is no story"),
    ],
)
async def test_what_can_not_be_changes_nothing(stage: Stage, typed: str, says: str) -> None:
    await stage.run(ENVOY)
    before = text_of(await stage.run("status ukraine-peace"))
    answer = await stage.type(typed)
    assert answer.refused
    assert says in answer.text
    assert text_of(await stage.run("status ukraine-peace")) == before


@pytest.mark.parametrize(
    "typed",
    [
        "rename ukraine-peace ukraine-talks",
        "headline Another",
        "urgency 1",
        "desk Foreign",
        "tags war",
        "close ukraine-peace drop",
        "close ukraine-peace keep",
        "merge ukraine-peace budget",
    ],
)
async def test_a_change_of_a_story_is_taken_back(stage: Stage, typed: str) -> None:
    await stage.run("new budget The budget", ENVOY, "note ukraine-peace yesterday: They met")
    seen = ("status ukraine-peace", "timeline ukraine-peace", "status budget", "subscriptions")
    before = [text_of(await stage.run(one)) for one in seen]
    await stage.run(typed, "undo")
    assert [text_of(await stage.run(one)) for one in seen] == before


async def test_closing_asks_what_becomes_of_open_follow_ups(stage: Stage) -> None:
    await stage.run(ENVOY)
    question = await stage.run("close ukraine-peace")
    assert "#1 Envoy to Moscow" in text_of(question)
    assert "Status: active" in text_of(await stage.run("status"))
    drop, keep = commands_of(question)
    assert (await stage.run(drop)).text == "1 follow-up dropped."
    assert await stage.pass_time(datetime(2025, 12, 20, tzinfo=OSLO)) == []
    assert keep == "close ukraine-peace keep"


async def test_a_story_can_be_closed_and_its_follow_ups_reminded_of(stage: Stage) -> None:
    await stage.run(ENVOY, "close ukraine-peace keep")
    assert "No story is open" in text_of(await stage.run("list"))
    assert len(await stage.pass_time(datetime(2025, 11, 28, 16, tzinfo=OSLO))) == 1


async def test_a_closed_story_is_taken_up_again(stage: Stage) -> None:
    await stage.run("close ukraine-peace")
    assert (await stage.type("close ukraine-peace")).refused
    await stage.run("reopen ukraine-peace")
    assert "ukraine-peace" in text_of(await stage.run("list"))


async def test_what_is_expected_of_a_closed_story_says_that_it_is_open_again(
    stage: Stage,
) -> None:
    await stage.run("close ukraine-peace")
    assert "ukraine-peace was closed, and is open again." in text_of(await stage.run(ENVOY))
    assert "was closed" not in text_of(await stage.run(ENVOY))


async def test_what_is_expected_of_a_closed_story_takes_it_up_again(stage: Stage) -> None:
    await stage.run("close ukraine-peace", ENVOY)
    assert "Status: active" in text_of(await stage.run("status"))


async def test_a_long_list_says_how_many_there_are_and_how_to_find_the_others(
    stage: Stage,
) -> None:
    for number in range(60):
        await stage.run(f"new budget-{number:02} Budget number {number}")
    listed = await stage.run("list")
    assert len(listed.sections[0].items) == 50
    assert "These are the 50 most urgent of 61." in listed.text
    assert "/story search …" in listed.text


async def test_a_list_is_narrowed_before_it_is_cut(stage: Stage) -> None:
    for number in range(50):
        await stage.run(f"new budget-{number:02} Budget number {number}")
    await stage.run(ENVOY, "cover ukraine-peace#1 yes")
    assert "ukraine-peace" in text_of(await stage.run("list yes"))


async def test_a_story_without_news_is_dormant_by_itself(stage: Stage) -> None:
    stage.clock.set(stage.clock.now() + timedelta(days=14))
    assert "Status: dormant" in text_of(await stage.run("status"))
    assert "dormant · 0 expected" in text_of(await stage.run("list"))


async def test_a_newsroom_says_how_long_a_story_may_be_quiet(stage: Stage) -> None:
    await stage.run("set dormant 3 days")
    assert "after 3 days without news" in text_of(await stage.run("settings"))
    stage.clock.set(stage.clock.now() + timedelta(days=3))
    assert "Status: dormant" in text_of(await stage.run("status"))


@pytest.mark.parametrize("typed", ["0", "soon", "366"])
async def test_a_quiet_time_that_can_not_be_is_refused(stage: Stage, typed: str) -> None:
    answer = await stage.type(f"set dormant {typed}")
    assert answer.refused
    assert "is no number of days" in answer.text


async def test_a_dormant_story_is_active_when_something_happens(stage: Stage) -> None:
    stage.clock.set(stage.clock.now() + timedelta(days=14))
    await stage.run("note ukraine-peace today: They met again")
    assert "Status: active" in text_of(await stage.run("status"))


async def test_a_story_of_which_something_is_expected_is_not_dormant(stage: Stage) -> None:
    await stage.run("expect ukraine-peace in 2027: Peace")
    stage.clock.set(stage.clock.now() + timedelta(days=60))
    assert "Status: active" in text_of(await stage.run("status"))


async def test_two_stories_become_one(stage: Stage) -> None:
    await stage.run(
        ENVOY,
        "note ukraine-peace yesterday: They met",
        "new diplomacy Diplomacy",
        "expect diplomacy tomorrow: Summit",
    )
    answer = await stage.run("merge ukraine-peace diplomacy")
    (item,) = answer.sections[0].items
    assert (item.lead, item.text) == ("ukraine-peace#1 → #2", "Envoy to Moscow")
    status = text_of(await stage.run("status diplomacy"))
    assert "#2 Envoy to Moscow" in status
    assert "They met" in status
    assert "Followed by: #foreign" in status


async def test_a_story_that_became_part_of_another_says_of_which(stage: Stage) -> None:
    await stage.run(ENVOY, "new diplomacy Diplomacy", "merge ukraine-peace into diplomacy")
    for typed in ("status ukraine-peace", "happened ukraine-peace#1"):
        assert "has become part of diplomacy" in (await stage.type(typed)).text


async def test_the_record_of_a_story_that_became_part_of_another_can_be_read(
    stage: Stage,
) -> None:
    await stage.run(ENVOY, "new diplomacy Diplomacy", "merge ukraine-peace diplomacy")
    assert "#1 Envoy to Moscow: expected" in text_of(await stage.run("history ukraine-peace"))
    moved = "#1 Envoy to Moscow: was ukraine-peace#1 until then"
    assert moved in text_of(await stage.run("history diplomacy"))


async def test_what_moved_to_another_story_is_reminded_of_once(stage: Stage) -> None:
    await stage.run(
        ENVOY, "new diplomacy Diplomacy", "subscribe diplomacy", "merge ukraine-peace diplomacy"
    )
    (posted,) = await stage.pass_time(datetime(2025, 11, 28, 16, tzinfo=OSLO))
    assert "diplomacy#1" in posted.message.footnote


async def test_a_colon_behind_the_story_is_no_part_of_what_is_noted() -> None:
    stage = Stage()
    await stage.run("new budget The budget", "subscribe budget")
    answer = await stage.run("note budget: The vote was counted")
    assert "budget: The vote" not in text_of(answer)
    assert "The vote was counted" in text_of(answer)


@pytest.mark.parametrize("typed", ["war, peace talks", "war; peace talks", "#war, peace  talks;"])
async def test_tags_are_typed_with_commas_or_semicolons(stage: Stage, typed: str) -> None:
    assert "Tags: war, peace talks" in text_of(await stage.run(f"tags ukraine-peace {typed}"))
