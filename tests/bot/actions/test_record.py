"""What the record keeps, shows and takes back."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.message import Message
from tests.stage import OSLO, Stage, an_asker, text_of

PEACE = "new ukraine-peace The peace talks"
ENVOY = "expect ukraine-peace next week: Envoy to Moscow"
ROOT = Path(__file__).parents[3]
KEEPING = {"record.py", "replan.py"}


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(PEACE, "subscribe ukraine-peace")
    return stage


def lines(message: Message) -> list[str]:
    return [item.text for section in message.sections for item in section.items]


async def shown(stage: Stage) -> str:
    """Return all that is seen of the story."""
    seen = ("status ukraine-peace", "timeline ukraine-peace", "list", "subscriptions")
    return "\n".join([text_of(await stage.run(typed)) for typed in seen])


def test_nothing_is_kept_without_its_record() -> None:
    keeps = re.compile(r"tx\.(stories|follow_ups|timeline|subscriptions)\.(add|save|remove)\(")
    found = {
        path.name for path in (ROOT / "bot").rglob("*.py") if keeps.search(path.read_text("utf-8"))
    }
    assert found <= {*KEEPING, "undo.py", "rewind_series.py"}


async def test_the_history_tells_who_did_what_oldest_first(stage: Stage) -> None:
    await stage.run(ENVOY)
    stage.clock.set(datetime(2025, 11, 27, 9, 30, tzinfo=OSLO))
    await stage.type("postpone ukraine-peace#1 to 10 December: Storm", person="ola")
    history = await stage.run("history ukraine-peace")
    assert lines(history) == [
        "story opened: The peace talks",
        "followed here: ukraine-peace (reminders, a place in the digest, alerts)",
        "#1 Envoy to Moscow: expected, week 49, 1–7 December",
        "#1 Envoy to Moscow: moved from week 49, 1–7 December to Wednesday 10 December, “Storm”",
    ]
    last = history.sections[0].items[-1]
    assert (last.lead, last.details) == ("27 Nov 09:30", ("ola · foreign",))


async def test_a_follow_up_has_a_history_of_its_own(stage: Stage) -> None:
    await stage.run(ENVOY, "expect ukraine-peace tomorrow: Vote", "happened #2: 85 to 84")
    assert lines(await stage.run("history #2")) == [
        "#2 Vote: expected, Thursday 27 November",
        "#2 Vote: happened, “85 to 84”",
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("snooze #1 2h", "taken back: #1 Envoy to Moscow: snoozed no longer"),
        ("take #1", "taken back: #1 Envoy to Moscow: kari is on it no longer"),
        ("assign #1 me", "taken back: #1 Envoy to Moscow: assigned to nobody"),
    ],
)
async def test_the_history_tells_what_a_taking_back_took(
    stage: Stage, typed: str, said: str
) -> None:
    await stage.run(ENVOY, typed, "undo")
    assert lines(await stage.run("history #1"))[-1] == said


async def test_the_history_of_another_newsroom_is_not_shown(stage: Stage) -> None:
    answer = await stage.type("history ukraine-peace", workspace="T2")
    assert answer.refused


@pytest.mark.parametrize(
    "typed",
    [
        "expect ukraine-peace Friday: Vote",
        "note ukraine-peace yesterday: The talks in Geneva ended",
        "postpone #1 to 10 December: Storm",
        "postpone #1",
        "move #1 10 December",
        "confirm #1 Tuesday at 14:00",
        "happened #1: It went well",
        "cancel #1: Called off",
        "drop #1",
        "snooze #1 2h",
        "subscribe everything",
        "unsubscribe ukraine-peace",
    ],
)
async def test_what_is_taken_back_is_as_if_it_had_not_been(stage: Stage, typed: str) -> None:
    await stage.run(ENVOY)
    before = await shown(stage)
    if typed == "postpone #1":
        open_form = {"follow_up": "ukraine-peace#1", "when": "", "reason": ""}
        await stage.desk.call(an_asker(), "postpone", open_form)
    else:
        await stage.run(typed)
    assert await shown(stage) != before or typed.startswith("snooze")
    answer = await stage.run("undo")
    assert answer.title.startswith("Taken back")
    assert await shown(stage) == before


@pytest.mark.parametrize(
    "typed",
    ["stop #1: No more", "move #1 every Monday at 10:00", "expect every Friday: Briefing"],
)
async def test_a_change_of_a_series_is_taken_back_with_what_would_follow(
    stage: Stage, typed: str
) -> None:
    await stage.run("expect every Thursday at 14:00: Press conference")
    before = await shown(stage)
    await stage.run(typed, "undo")
    assert await shown(stage) == before
    posted = await stage.pass_time(datetime(2025, 12, 12, tzinfo=OSLO))
    told = [p.at.astimezone(OSLO).strftime("%d %b") for p in posted if "Now:" in p.message.title]
    assert told == ["27 Nov", "04 Dec", "11 Dec"]


async def test_what_was_taken_back_is_told_by_its_storys_name(stage: Stage) -> None:
    await stage.run(ENVOY, "urgency ukraine-peace 2")
    assert "ukraine-peace: urgency 5 → 2" in text_of(await stage.run("undo"))
    assert "ukraine-peace#1 Envoy to Moscow: expected" in text_of(await stage.run("undo"))


async def coming(stage: Stage) -> list[str]:
    """Let what is due be made; return the open follow-ups."""
    await stage.pass_time(stage.clock.now())
    status = await stage.run("status ukraine-peace")
    return [item.text for section in status.sections for item in section.items if item.text]


@pytest.mark.parametrize(
    "typed", ["happened #1", "cancel #1: Fog", "drop #1", "close ukraine-peace drop"]
)
async def test_the_time_that_came_instead_goes_when_the_first_is_taken_back(
    stage: Stage, typed: str
) -> None:
    await stage.run("expect every Thursday at 14:00: Press conference")
    before = await coming(stage)
    await stage.run(typed)
    await coming(stage)
    await stage.run("undo")
    assert await coming(stage) == before
    posted = await stage.pass_time(datetime(2025, 12, 12, tzinfo=OSLO))
    told = [p.at.astimezone(OSLO).strftime("%d %b") for p in posted if "Now:" in p.message.title]
    assert told == ["27 Nov", "04 Dec", "11 Dec"]


async def test_another_rule_is_taken_back_with_the_times_it_made(stage: Stage) -> None:
    await stage.run("expect every Thursday at 14:00: Press conference", "move #1 daily at 10:00")
    await stage.pass_time(datetime(2025, 11, 29, 12, tzinfo=OSLO))
    await stage.run("undo")
    posted = await stage.pass_time(datetime(2025, 12, 12, tzinfo=OSLO))
    told = [p.at.astimezone(OSLO).strftime("%d %b") for p in posted if "Now:" in p.message.title]
    assert told[-2:] == ["04 Dec", "11 Dec"]


async def test_a_time_that_somebody_has_touched_stays(stage: Stage) -> None:
    await stage.run("expect every Thursday at 14:00: Press conference", "cancel #1")
    await coming(stage)
    await stage.type("assign #2 ola", person="ola")
    await stage.run("undo")
    assert len(await coming(stage)) == 2


async def test_what_daybook_goes_on_with_is_nobodys_work(stage: Stage) -> None:
    await stage.run("expect every Thursday at 14:00: Press conference", "stop #1")
    assert not (await stage.type("undo")).refused
    await stage.pass_time(datetime(2025, 11, 27, 15, tzinfo=OSLO))
    answer = await stage.type("undo")
    assert not answer.refused


async def test_a_merger_is_taken_back_with_the_articles_that_were_read(stage: Stage) -> None:
    await stage.run("new talks Talks", "read talks The talks are expected to resume on 9 December.")
    await stage.run("merge talks ukraine-peace", "undo", "keep 1")
    assert "#1 The talks to resume" in text_of(await stage.run("status talks"))


async def test_a_reopening_is_taken_back(stage: Stage) -> None:
    await stage.run(ENVOY, "happened #1: It went well")
    before = await shown(stage)
    await stage.run("reopen #1", "undo")
    assert await shown(stage) == before


async def test_what_is_taken_back_has_its_reminders_again(stage: Stage) -> None:
    await stage.run(ENVOY, "cancel #1", "undo")
    posted = await stage.pass_time(datetime(2025, 12, 1, 12, tzinfo=OSLO))
    assert [p.message.title for p in posted] == [
        "Coming up: Envoy to Moscow",
        "From now on: Envoy to Moscow",
    ]


async def test_what_is_taken_back_is_seen_where_it_was_posted(stage: Stage) -> None:
    await stage.run(ENVOY)
    (posted,) = await stage.pass_time(datetime(2025, 11, 28, 16, tzinfo=OSLO))
    await stage.run("cancel #1")
    await stage.pass_time(datetime(2025, 11, 28, 16, 1, tzinfo=OSLO))
    assert "cancelled" in posted.message.title
    await stage.run("undo")
    await stage.pass_time(datetime(2025, 11, 28, 16, 2, tzinfo=OSLO))
    assert posted.message.title == "Coming up: Envoy to Moscow"
    assert posted.message.buttons


async def test_a_new_follow_up_that_was_told_of_is_dropped_when_taken_back(stage: Stage) -> None:
    await stage.run(ENVOY)
    (posted,) = await stage.pass_time(datetime(2025, 11, 28, 16, tzinfo=OSLO))
    await stage.run("undo")
    await stage.pass_time(datetime(2025, 12, 20, tzinfo=OSLO))
    assert posted.message.title == "Envoy to Moscow: no longer followed"
    assert len(stage.messenger.posted) == 1


async def test_one_can_go_back_step_by_step_to_the_beginning(stage: Stage) -> None:
    await stage.run(ENVOY, "undo", "undo", "undo")
    assert "No story is open" in text_of(await stage.run("list"))
    assert "nothing of yours" in (await stage.type("undo")).text


async def test_a_slugline_is_free_again_when_its_story_is_taken_back(stage: Stage) -> None:
    await stage.run("undo", "undo", PEACE)


async def test_only_ones_own_change_is_taken_back(stage: Stage) -> None:
    await stage.run(ENVOY)
    answer = await stage.type("undo", person="ola")
    assert "nothing of yours" in answer.text


async def test_what_somebody_has_built_on_is_not_taken_back(stage: Stage) -> None:
    await stage.run(ENVOY)
    await stage.type("confirm #1 Tuesday at 14:00", person="ola")
    before = await shown(stage)
    answer = await stage.type("undo")
    assert answer.refused
    assert answer.text.startswith("ola has changed this since (Wednesday 26 November at 12:00")
    assert await shown(stage) == before


async def test_what_was_built_and_taken_back_stands_in_nobodys_way(stage: Stage) -> None:
    await stage.run(ENVOY)
    await stage.type("confirm #1 Tuesday at 14:00", person="ola")
    await stage.type("undo", person="ola")
    assert not (await stage.type("undo")).refused


async def test_a_story_with_something_of_others_in_it_is_not_taken_back(stage: Stage) -> None:
    await stage.type("expect ukraine-peace next week: Envoy to Moscow", person="ola")
    await stage.run("undo")  # the subscription
    answer = await stage.type("undo")
    assert answer.refused
    assert "/story close ukraine-peace" in answer.text


async def test_a_kept_proposal_can_be_kept_again_after_it_is_taken_back(stage: Stage) -> None:
    article = (
        "Envoy heads for Oslo\nThe peace envoy Anna Berg is expected to travel to Oslo next week"
        " to meet the foreign minister.\nTalks broke down on 14 October."
    )
    proposed = await stage.run(f"read ukraine-peace {article}")
    await stage.run("keep all", "undo")
    assert "Nothing is expected" in text_of(await stage.run("status"))
    assert (await stage.run("proposals")).sections == proposed.sections
    await stage.run("keep all")
    assert "#2" in text_of(await stage.run("status"))  # a number is given once


async def test_taking_back_is_written_down(stage: Stage) -> None:
    await stage.run(ENVOY, "cancel #1", "undo")
    assert lines(await stage.run("history #1"))[-1] == (
        "taken back: #1 Envoy to Moscow: expected again"
    )


async def test_what_happened_stands_in_the_timeline_by_itself(stage: Stage) -> None:
    await stage.run("expect ukraine-peace tomorrow: Vote")
    stage.clock.set(datetime(2025, 11, 28, 9, tzinfo=OSLO))
    await stage.run("happened #1: 85 to 84")
    (section,) = (await stage.run("timeline")).sections
    (item,) = section.items
    assert (item.lead, item.text, item.details) == (
        "Thursday 27 November",
        "Vote",
        ("85 to 84",),
    )


async def test_one_can_say_when_it_happened(stage: Stage) -> None:
    await stage.run(ENVOY, "happened #1 yesterday: Earlier than expected")
    (section,) = (await stage.run("timeline")).sections
    assert section.items[0].lead == "Tuesday 25 November"


async def test_nothing_has_happened_in_a_time_to_come(stage: Stage) -> None:
    await stage.run(ENVOY)
    answer = await stage.type("happened #1 tomorrow: Sure")
    assert "has not come yet" in answer.text


async def test_a_day_to_come_is_not_taken_for_last_years(stage: Stage) -> None:
    await stage.run(ENVOY)
    answer = await stage.type("happened #1 2 December: All went well")
    assert "Tuesday 2 December has not come yet" in answer.text


async def test_the_answer_says_when_it_was_if_not_when_it_was_expected(stage: Stage) -> None:
    await stage.run(ENVOY)
    assert "In the timeline under Monday 24 November." in text_of(
        await stage.run("happened #1 on Monday: Earlier than expected")
    )


async def test_a_fact_of_a_time_to_come_is_not_noted(stage: Stage) -> None:
    answer = await stage.type("note ukraine-peace tomorrow: The talks end")
    assert "has not come yet" in answer.text
    assert "The timeline is empty" in text_of(await stage.run("timeline"))


@pytest.mark.parametrize("verb", ["happened #1", "cancel #1", "postpone #1"])
async def test_a_note_is_one_line_and_no_article(stage: Stage, verb: str) -> None:
    await stage.run(ENVOY)
    refused = await stage.type(f"{verb}: {'word ' * 300}")
    assert "up to 1000 characters; this one has 1499" in refused.text
    assert "Note It snowed all day" in text_of(await stage.run(f"{verb}: It snowed\n\nall day"))


async def test_what_is_put_off_is_confirmed_only_with_a_time(stage: Stage) -> None:
    await stage.run(ENVOY, "postpone #1: Storm")
    answer = await stage.type("confirm #1")
    assert "has no new date" in answer.text
    assert "postponed, no new date" in text_of(await stage.run("status"))
    assert "confirmed" in text_of(await stage.run("confirm #1 10 December"))


async def test_what_was_cancelled_stands_in_the_timeline_of_today(stage: Stage) -> None:
    await stage.run(ENVOY, "cancel #1: Fog")
    (section,) = (await stage.run("timeline")).sections
    assert [(i.lead, i.text, i.details) for i in section.items] == [
        ("Wednesday 26 November", "Envoy to Moscow: cancelled", ("Fog",))
    ]


async def test_what_is_reopened_leaves_the_timeline(stage: Stage) -> None:
    await stage.run(ENVOY, "happened #1", "reopen #1")
    assert "What has happened" not in text_of(await stage.run("timeline"))
