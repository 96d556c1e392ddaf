"""What one shift leaves to the next."""

from datetime import datetime

import pytest

from bot.domain.message import Message
from tests.stage import OSLO, Stage, text_of


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def headings(message: Message) -> list[str]:
    return [section.heading for section in message.sections]


@pytest.fixture
async def stage() -> Stage:
    """A night shift: begun at 22:30, over at 06:30."""
    stage = Stage(now=at("2025-11-26T12:00"))
    await stage.run("new budget The budget", "expect budget 26 November: Report")
    stage.clock.set(at("2025-11-26T23:00"))
    await stage.run("happened budget#1: All of it", "expect budget tomorrow at 10:00: Vote")
    stage.clock.set(at("2025-11-27T06:30"))
    return stage


async def test_a_handover_tells_what_happened_and_what_is_next(stage: Stage) -> None:
    answer = await stage.run("handover")
    assert answer.title == "Handover: Newsroom T1"
    assert answer.text == "Since Wednesday 26 November at 22:30."
    assert headings(answer) == ["budget: The budget", "Today, Thursday 27 November"]
    happened, coming = answer.sections
    assert [(item.lead, item.details) for item in happened.items] == [
        ("23:00", ("kari",)),
        ("23:00", ("kari",)),
    ]
    assert happened.items[0].text.startswith("#1 Report: happened")
    assert [item.text for item in coming.items] == ["10:00 Vote"]


async def test_what_was_done_before_the_shift_is_left_out(stage: Stage) -> None:
    answer = await stage.run("handover 2h")
    assert answer.text.startswith("Nothing has been changed since Thursday 27 November at 04:30.")


@pytest.mark.parametrize(
    ("words", "began"),
    [
        ("since 23:30", "Wednesday 26 November at 23:30"),
        ("kl. 6", "Thursday 27 November at 06:00"),
        ("6t", "Thursday 27 November at 00:30"),
        ("yesterday", "Wednesday 26 November at 00:00"),
        ("siden i går", "Wednesday 26 November at 00:00"),
    ],
)
async def test_a_shift_began_when_somebody_says(stage: Stage, words: str, began: str) -> None:
    assert f"ince {began}." in (await stage.run(f"handover {words}")).text


@pytest.mark.parametrize("words", ["soonish", "25:00", "tomorrow", "1 October"])
async def test_what_is_no_beginning_of_a_shift_is_refused(stage: Stage, words: str) -> None:
    answer = await stage.type(f"handover {words}")
    assert answer.refused
    assert "8h, 06:00 or yesterday" in answer.text


async def test_what_nobody_answered_is_left_to_the_next_shift(stage: Stage) -> None:
    await stage.run("reopen budget#1")
    assert "Overdue" in headings(await stage.run("handover"))


async def test_a_shift_without_anything_says_so(stage: Stage) -> None:
    await stage.run("drop budget#2")
    stage.clock.set(at("2025-11-28T06:30"))
    assert (await stage.run("handover")).text == (
        "Nothing has been changed since Thursday 27 November at 22:30."
        " The next shift has nothing to do yet."
    )


async def test_a_handover_shows_nothing_of_another_newsroom(stage: Stage) -> None:
    assert "budget" not in text_of(await stage.type("handover 12h", workspace="T2"))


async def test_the_next_shift_gets_its_hours_past_midnight_and_the_early_ones(
    stage: Stage,
) -> None:
    stage.clock.set(at("2025-11-27T14:00"))
    await stage.run(
        "expect budget tomorrow at 00:30: Count",
        "expect budget tomorrow at 08:45: Briefing",
        "expect budget tomorrow at 13:00: Debate",
        "expect budget tomorrow: Report",
    )
    answer = await stage.run("handover")
    assert [item.text for item in answer.sections[-1].items] == ["00:30 Count", "08:45 Briefing"]


async def test_a_night_shift_gets_the_days_that_begin_in_it(stage: Stage) -> None:
    stage.clock.set(at("2025-11-27T23:00"))
    await stage.run(
        "expect budget tomorrow: Report",
        "expect budget tomorrow at 13:00: Debate",
    )
    answer = await stage.run("handover")
    assert [item.text for item in answer.sections[-1].items] == ["Report"]


async def test_what_was_taken_back_in_the_shift_is_no_news(stage: Stage) -> None:
    before = text_of(await stage.run("handover"))
    await stage.run("cancel budget#2: Fog", "undo", "subscribe budget", "unsubscribe budget")
    assert text_of(await stage.run("handover")) == before


async def test_what_is_taken_back_of_an_earlier_shift_is_told(stage: Stage) -> None:
    await stage.run("undo")
    answer = text_of(await stage.run("handover 2h"))
    assert "#2 Vote: as if never written down" in answer


async def test_a_look_back_over_days_tells_the_days(stage: Stage) -> None:
    stage.clock.set(at("2025-11-28T06:30"))
    (story, *_) = (await stage.run("handover 26 November")).sections
    assert [item.lead for item in story.items][-1] == "26 Nov 23:00"


@pytest.mark.parametrize("command", ["handover", "digest"])
async def test_a_channel_that_keeps_all_it_follows_out_of_its_digest_is_shown_it_when_it_asks(
    stage: Stage, command: str
) -> None:
    await stage.run("follow budget reminders updates")
    assert "10:00 Vote" in text_of(await stage.run(command))


async def test_the_end_of_a_series_is_not_told_of_each_time_that_stood(stage: Stage) -> None:
    await stage.run("expect budget every Thursday at 7: Morning call")
    await stage.pass_time(at("2025-11-28T06:30"))
    await stage.run("stop budget#3")
    told = text_of(await stage.run("handover 2h"))
    assert "comes no more: Morning call" in told
    assert "changed" not in told


async def test_a_series_that_begins_is_told_once_with_its_first_time(stage: Stage) -> None:
    await stage.run("expect budget every Thursday at 10: Morning call")
    told = (await stage.run("handover 1h")).sections[0].items
    assert [item.text for item in told] == [
        "#3 Morning call: expected, Thursday 27 November at 10:00 · every Thursday at 10"
    ]
