"""Saying what has become of a follow-up, in the words that people use for it."""

from datetime import datetime

import pytest

from bot.domain.language import Language
from tests.stage import OSLO, Stage, an_asker, commands_of, text_of


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(
        "new peace The peace talks", "subscribe peace", "expect Friday at 10:00: Briefing"
    )
    return stage


def when_line(said: str) -> str:
    return next(line for line in said.splitlines() if line.startswith("When"))


@pytest.mark.parametrize("command", ["confirm", "move", "postpone"])
@pytest.mark.parametrize("hour", ["at 11:00", "kl. 11", "11:00", "klokken 11", "11 am"])
async def test_an_hour_alone_is_one_of_the_follow_ups_own_day(
    stage: Stage, command: str, hour: str
) -> None:
    said = when_line(text_of(await stage.run(f"{command} #1 {hour}")))
    assert said.endswith("Friday 28 November at 11:00")


async def test_about_an_hour_is_about_that_of_the_follow_ups_own_day(stage: Stage) -> None:
    said = when_line(text_of(await stage.run("confirm #1 ca. kl. 11")))
    assert said.endswith("around Friday 28 November at 11:00")


async def test_an_hour_alone_is_the_next_one_where_the_follow_up_has_no_day(stage: Stage) -> None:
    await stage.run("expect next week: Vote")
    said = when_line(text_of(await stage.run("move #2 at 11:00")))
    assert said.endswith("Thursday 27 November at 11:00")


async def test_an_hour_with_a_day_is_of_that_day(stage: Stage) -> None:
    said = when_line(text_of(await stage.run("move #1 tomorrow at 11:00")))
    assert said.endswith("Thursday 27 November at 11:00")


@pytest.mark.parametrize("command", ["confirm", "move", "postpone"])
async def test_what_had_an_hour_and_gets_a_day_is_offered_that_hour(
    stage: Stage, command: str
) -> None:
    answer = await stage.run(f"{command} #1 Monday")
    assert when_line(text_of(answer)).endswith("Monday 1 December")
    assert "could also mean Monday 1 December at 10:00" in answer.text
    (button,) = commands_of(answer)
    assert when_line(text_of(await stage.run(button))).endswith("Monday 1 December at 10:00")


async def test_hours_from_and_to_are_offered_together(stage: Stage) -> None:
    await stage.run("move #1 Friday at 10:00-12:00")
    assert "Monday 1 December, 10:00–12:00" in (await stage.run("move #1 Monday")).text


async def test_what_had_no_hour_is_offered_none(stage: Stage) -> None:
    await stage.run("expect Friday: Vote")
    assert (await stage.run("move #2 Monday")).text == ""


async def test_a_day_in_figures_is_no_hour(stage: Stage) -> None:
    assert "10 December" in when_line(text_of(await stage.run("move #1 10.12")))


async def test_what_happened_at_an_hour_did_so_on_its_day(stage: Stage) -> None:
    stage.clock.set(datetime(2025, 12, 1, 9, tzinfo=OSLO))
    await stage.run("happened #1 at 10:20")
    assert "Friday 28 November at 10:20" in text_of(await stage.run("timeline"))


@pytest.mark.parametrize(
    "words", ["until further notice", "på ubestemt tid", "inntil videre: Nobody knows"]
)
async def test_put_off_until_further_notice_is_no_reason(stage: Stage, words: str) -> None:
    said = text_of(await stage.run(f"postpone #1 {words}"))
    assert "postponed, no new date" in said
    assert words.partition(":")[0] not in said
    assert ("Nobody knows" in said) == ("Nobody" in words)


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("postpone #1 by two days", "Sunday 30 November at 10:00"),
        ("utsett #1 med en uke: Tåke", "Friday 5 December at 10:00"),
        ("utsett #1 en uke: Tåke", "Friday 5 December at 10:00"),
        ("utsett #1 i to dager", "Sunday 30 November at 10:00"),
        ("utsett #1 to uker: Tåke", "Friday 12 December at 10:00"),
        ("flytt #1 to dager", "Sunday 30 November at 10:00"),
        ("postpone #1 a week", "Friday 5 December at 10:00"),
        ("postpone #1 for 2 days – Tåke", "Sunday 30 November at 10:00"),
        ("utsett #1 2t", "Friday 28 November at 12:00"),
        ("move #1 by 3 hours", "Friday 28 November at 13:00"),
        ("flytt #1 med to timar", "Friday 28 November at 12:00"),
    ],
)
async def test_what_is_put_off_by_so_much_keeps_its_hour(
    stage: Stage, typed: str, until: str
) -> None:
    said = text_of(await stage.run(typed))
    assert when_line(said).endswith(until)
    assert ("Tåke" in said) == ("Tåke" in typed)
    assert "en uke" not in said


async def test_a_deadline_is_put_off_and_a_month_is_not(stage: Stage) -> None:
    await stage.run("expect by Friday: Report", "expect in January: Vote")
    answer = text_of(await stage.run("postpone #2 by a week"))
    assert when_line(answer).endswith("by Friday 5 December")
    assert "I don’t understand" in (await stage.type("postpone #3 by a week")).text


async def test_a_week_is_put_off_by_whole_weeks(stage: Stage) -> None:
    await stage.run("expect next week: Vote")
    assert "week 50" in when_line(text_of(await stage.run("postpone #2 by a week")))
    assert (await stage.type("postpone #2 by two days")).refused


async def test_a_form_takes_until_further_notice_for_a_time() -> None:
    stage = Stage(language=Language.NB)
    await stage.run("ny fred Fredssamtalene", "forvent fred fredag: Møte")
    values = {"follow_up": "fred#1", "when": "på ubestemt tid", "reason": "Tåke"}
    said = text_of(await stage.desk.call(an_asker(), "postpone", values))
    assert "utsatt, ingen ny dato" in said
    assert "Tåke" in said
