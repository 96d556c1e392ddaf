"""What comes again and again: one time of it always stands, and each lives its own life."""

from datetime import datetime

import pytest

from bot.domain.language import Language
from tests.stage import OSLO, Stage, text_of

PRESS = (
    "new government The government",
    "subscribe government",
    "expect government every Thursday at 14:00: Press conference",
)


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(*PRESS)
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


async def expected(stage: Stage) -> list[str]:
    status = await stage.run("status government")
    items = [item for section in status.sections for item in section.items]
    return [f"{item.lead} {item.details[0]}" for item in items if item.lead.startswith("#")]


async def test_the_first_time_stands_at_once(stage: Stage) -> None:
    assert await expected(stage) == [
        "#1 Thursday 27 November at 14:00 · expected · every Thursday at 14:00"
    ]


async def test_the_next_one_is_made_when_the_coming_one_opens(stage: Stage) -> None:
    await stage.pass_time(at("2025-11-27T13:59"))
    assert len(await expected(stage)) == 1
    await stage.pass_time(at("2025-11-27T14:00"))
    assert (await expected(stage))[1].startswith("#2 Thursday 4 December at 14:00")


async def test_each_time_takes_the_hours_that_were_told() -> None:
    stage = Stage()
    await stage.run(*PRESS[:2], "expect government every day 14:00–16:00: Negotiations")
    await stage.pass_time(at("2025-11-27T14:00"))
    coming = [line.partition(" · ")[0] for line in await expected(stage)]
    assert coming[-2:] == [
        "#2 Thursday 27 November, 14:00–16:00",
        "#3 Friday 28 November, 14:00–16:00",
    ]


async def test_each_time_is_reminded_of(stage: Stage) -> None:
    posted = await stage.pass_time(at("2025-12-04T14:30"))
    opened = [p for p in posted if p.message.title == "Now: Press conference"]
    assert [f"{p.at.astimezone(OSLO):%d %b %H:%M}" for p in opened] == [
        "27 Nov 14:00",
        "04 Dec 14:00",
    ]


async def test_the_next_one_is_made_when_the_coming_one_is_cancelled(stage: Stage) -> None:
    await stage.run("cancel government#1")
    await stage.pass_time(stage.clock.now())
    (coming,) = await expected(stage)
    assert coming.startswith("#2 Thursday 4 December at 14:00")


async def test_the_end_of_one_time_says_that_the_series_goes_on(stage: Stage) -> None:
    goes_on = "The series goes on. To end it: /story stop government#1"
    assert goes_on in text_of(await stage.run("cancel government#1"))
    await stage.run("reopen government#1")
    assert goes_on in text_of(await stage.run("drop government#1"))


async def test_the_last_time_of_an_ended_series_says_nothing_of_more(stage: Stage) -> None:
    await stage.run("stop government#1", "reopen government#1")
    assert "goes on" not in text_of(await stage.run("cancel government#1"))


async def test_a_reopened_time_of_a_series_that_was_stopped_is_shown_as_the_only_one(
    stage: Stage,
) -> None:
    assert "Series" in text_of(await stage.run("confirm government#1"))
    await stage.run("stop government#1")
    assert "Series" not in text_of(await stage.run("reopen government#1"))
    assert "every Thursday" not in text_of(await stage.run("status government"))


async def test_an_outcome_told_late_makes_no_second_one(stage: Stage) -> None:
    await stage.pass_time(at("2025-11-27T15:00"))
    await stage.run("happened government#1")
    await stage.pass_time(at("2025-11-28T15:00"))
    assert len(await expected(stage)) == 1


async def test_moving_or_snoozing_one_time_never_shifts_the_series(stage: Stage) -> None:
    await stage.run("move government#1 Friday at 10:00", "snooze government#1 2h")
    await stage.pass_time(at("2025-11-27T14:00"))
    assert (await expected(stage))[1].startswith("#2 Thursday 4 December at 14:00")


async def test_words_that_recur_move_the_whole_series(stage: Stage) -> None:
    answer = await stage.run("move government#1 to every Friday at 10:00")
    assert "Friday 28 November at 10:00" in text_of(answer)
    await stage.pass_time(at("2025-11-28T10:00"))
    assert (await expected(stage))[1].startswith(
        "#2 Friday 5 December at 10:00 · expected · every Friday at 10:00"
    )


async def test_what_came_once_can_become_a_series(stage: Stage) -> None:
    await stage.run("expect government tomorrow: Question time")
    await stage.run("move government#2 every Wednesday at 10:00")
    await stage.pass_time(at("2025-12-03T10:00"))
    assert any("Wednesday 10 December at 10:00" in line for line in await expected(stage))


async def test_an_ended_series_brings_nothing_more(stage: Stage) -> None:
    answer = await stage.run("stop government#1 The spokesman left")
    assert "The series has ended" in text_of(answer)
    await stage.pass_time(at("2025-12-20T12:00"))
    assert await expected(stage) == []
    assert (await stage.type("stop government#1")).refused


async def test_a_time_that_has_begun_outlives_its_series(stage: Stage) -> None:
    await stage.pass_time(at("2025-11-27T14:30"))
    await stage.run("stop government#2")
    (standing,) = await expected(stage)
    assert standing.startswith("#1")
    assert "every Thursday" not in standing


async def test_the_same_people_are_on_the_next_one_and_nobody_has_taken_it(stage: Stage) -> None:
    await stage.run("assign government#1 @anna", "take government#1")
    await stage.pass_time(at("2025-11-27T14:00"))
    assert (await expected(stage))[1].endswith("anna · kari")
    posted = await stage.pass_time(at("2025-12-05T15:00"))
    assert posted[-1].message.title == "Nobody has answered: Press conference"


async def test_after_a_long_sleep_only_the_coming_one_is_made(stage: Stage) -> None:
    stage.clock.set(at("2026-01-09T12:00"))
    await stage.pass_time(at("2026-01-09T12:01"))
    assert (await expected(stage))[-1].startswith("#2 Thursday 15 January")
    assert len(await expected(stage)) == 2


async def test_every_hour_is_refused_and_nothing_stands(stage: Stage) -> None:
    refusal = await stage.type("expect government every hour: Bulletin")
    assert refusal.refused
    assert len(await expected(stage)) == 1


async def test_a_series_is_set_in_norwegian() -> None:
    stage = Stage(language=Language.NB)
    await stage.run("ny regjeringen Regjeringen")
    answer = await stage.run(
        "forvent regjeringen hver torsdag kl. 14: Regjeringens pressekonferanse"
    )
    assert "torsdag 27. november kl. 14.00" in text_of(answer)
    assert "Serie hver torsdag kl. 14" in text_of(answer)


async def test_a_series_ends_by_itself_on_its_last_day(stage: Stage) -> None:
    await stage.run("stop government#1")
    await stage.run("expect government every Friday at 10:00 until 5 December: Briefing")
    await stage.pass_time(at("2026-01-09T12:00"))
    shown = await stage.run("status government")
    items = [item for section in shown.sections for item in section.items]
    assert [item.details[0].split(" · ")[0] for item in items if item.text == "Briefing"] == [
        "Friday 28 November 2025 at 10:00",
        "Friday 5 December 2025 at 10:00",
    ]


async def test_a_series_of_so_many_times_ends_after_them(stage: Stage) -> None:
    await stage.run("move government#1 every Thursday at 14:00, 2 times")
    await stage.pass_time(at("2026-01-09T12:00"))
    assert len(await expected(stage)) == 2
