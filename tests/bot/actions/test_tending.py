"""Who is on a follow-up, whether it is covered, and when it is reminded of."""

from datetime import datetime

import pytest

from bot.domain.language import Language
from tests.stage import OSLO, Stage, an_asker, commands_of, text_of

VOTE = ("new budget The budget", "subscribe budget", "expect budget 5 December: Vote")


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(*VOTE)
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


async def test_a_doubted_follow_up_is_highly_uncertain(stage: Stage) -> None:
    await stage.run("confirm budget#1")
    assert "highly uncertain" in text_of(await stage.run("doubt budget#1"))


async def test_one_can_put_oneself_on_a_follow_up(stage: Stage) -> None:
    assert "Assigned to kari" in text_of(await stage.run("assign budget#1"))
    assert "Friday 5 December · expected · kari" in text_of(await stage.run("status budget"))


async def test_several_can_be_put_on_it_and_taken_off_again(stage: Stage) -> None:
    await stage.type("list", person="Anna Berg")
    answer = await stage.run("assign budget#1 me, anna berg and @bo @ida")
    assert "kari, Anna Berg, bo, ida" in text_of(answer)
    assert "Assigned" not in text_of(await stage.run("assign budget#1 nobody"))


@pytest.mark.parametrize("word", ["nobody", "off", "av", "ingen", "inga"])
async def test_anyone_can_be_taken_off_it(stage: Stage, word: str) -> None:
    await stage.run("assign budget#1 @bo")
    assert "Assigned" not in text_of(await stage.run(f"assign budget#1 {word}"))


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("2h", "Wednesday 26 November at 14:00"),
        ("two hours", "Wednesday 26 November at 14:00"),
        ("en time", "Wednesday 26 November at 13:00"),
        ("i 3 timer", "Wednesday 26 November at 15:00"),
        ("to dager", "Friday 28 November at 08:30"),
        ("until friday 9", "Friday 28 November at 09:00"),
        ("til fredag 9", "Friday 28 November at 09:00"),
        ("til 14", "Wednesday 26 November at 14:00"),
        ("til mandag", "Monday 1 December at 08:30"),
    ],
)
async def test_a_snooze_is_told_as_one_speaks(stage: Stage, words: str, until: str) -> None:
    assert until in text_of(await stage.run(f"snooze budget#1 {words}"))


@pytest.mark.parametrize("words", ["a while", "0h", "yesterday"])
async def test_a_snooze_to_no_time_to_come_is_refused(stage: Stage, words: str) -> None:
    assert (await stage.type(f"snooze budget#1 {words}")).refused


async def test_a_crowd_is_refused(stage: Stage) -> None:
    crowd = ", ".join(f"@person{number}" for number in range(11))
    assert (await stage.type(f"assign budget#1 {crowd}")).refused


async def test_an_unanswered_question_offers_to_be_on_it(stage: Stage) -> None:
    posted = await stage.pass_time(at("2025-12-06T12:00"))
    assert "take budget#1" not in commands_of(posted[0].message)
    assert "take budget#1" in commands_of(posted[-1].message)


async def test_nobody_is_asked_louder_while_somebody_is_on_it(stage: Stage) -> None:
    await stage.pass_time(at("2025-12-06T12:00"))
    assert "kari is on it" in text_of(await stage.run("take budget#1"))
    assert await stage.pass_time(at("2025-12-20T12:00")) == []
    shown = stage.messenger.posted[-1].message
    assert "On it kari" in text_of(shown)
    assert "take budget#1" not in commands_of(shown)


async def test_a_new_date_asks_anew_whoever_was_on_the_old_one(stage: Stage) -> None:
    await stage.run("take budget#1", "postpone budget#1 to 10 December")
    posted = await stage.pass_time(at("2025-12-12T12:00"))
    assert posted[-1].message.title == "Nobody has answered: Vote"


async def test_what_somebody_put_off_asking_about_does_not_lapse_before_that(
    stage: Stage,
) -> None:
    await stage.pass_time(at("2025-12-06T12:00"))
    await stage.run("snooze budget#1 until 7 January")
    await stage.pass_time(at("2026-01-05T12:00"))
    assert "lapsed" not in text_of(await stage.run("status budget"))
    (asked,) = await stage.pass_time(at("2026-01-07T12:00"))
    assert asked.message.title == "Did it happen? Vote"
    await stage.pass_time(at("2026-01-08T12:00"))
    assert "lapsed" in text_of(await stage.run("status budget"))


async def test_asking_in_vain_ends_and_the_status_says_so(stage: Stage) -> None:
    posted = await stage.pass_time(at("2025-12-31T12:00"))
    assert [
        f"{p.at.astimezone(OSLO):%d %b}" for p in posted if "Still no answer" in p.message.title
    ] == [
        "09 Dec",
        "10 Dec",
        "11 Dec",
        "12 Dec",
        "15 Dec",
    ]
    assert "lapsed: nobody answered" in text_of(await stage.run("status budget"))


async def test_coverage_is_shown(stage: Stage) -> None:
    assert "Coverage we cover it" in text_of(await stage.run("cover budget#1 yes"))
    assert "we cover it" in text_of(await stage.run("status budget"))
    assert (await stage.type("cover budget#1 perhaps")).refused


async def test_status_and_list_can_be_narrowed_to_a_coverage(stage: Stage) -> None:
    await stage.run("expect budget next week: Debate", "cover budget#1 yes", "new other Another")
    covered = text_of(await stage.run("status budget yes"))
    assert "Vote" in covered
    assert "Debate" not in covered
    assert "Only where: we cover it" in covered
    listed = text_of(await stage.run("list yes"))
    assert "budget The budget\n1 expected" in listed
    assert "other" not in listed
    assert "Nothing that is expected is covered so." in text_of(await stage.run("list request"))


async def test_a_misspelt_story_is_told_so_where_a_coverage_or_a_look_could_stand(
    stage: Stage,
) -> None:
    for typed in ("status buget", "timeline buget"):
        assert "Did you mean “budget”?" in (await stage.type(typed)).text
    assert "no answer to whether we cover it" in (await stage.type("status budget perhaps")).text


async def test_coverage_is_completed(stage: Stage) -> None:
    found = await stage.desk.complete(an_asker(), "cover", "coverage", "we ")
    assert [choice.value for choice in found] == ["int", "notint"]
    assert not (await stage.type("cover budget#1 notint")).refused


async def test_own_heads_ups_are_shown_back_in_words_and_come(stage: Stage) -> None:
    answer = await stage.run("remind budget#1 3d, 1d 16:00")
    assert "Tuesday 2 December at 15:00 3 working days before at 15:00" in text_of(answer)
    posted = await stage.pass_time(at("2025-12-04T23:00"))
    assert [f"{p.at.astimezone(OSLO):%d %b %H:%M}" for p in posted] == [
        "02 Dec 15:00",
        "04 Dec 16:00",
    ]


async def test_the_policys_heads_ups_can_be_had_back(stage: Stage) -> None:
    await stage.run("remind budget#1 3d", "remind budget#1 default")
    (posted,) = await stage.pass_time(at("2025-12-04T23:00"))
    assert posted.at.astimezone(OSLO) == at("2025-12-04T15:00")


async def test_hours_before_a_day_are_refused_and_nothing_changes(stage: Stage) -> None:
    refusal = await stage.type("remind budget#1 1h")
    assert refusal.refused
    assert "no hour" in refusal.text
    assert len(await stage.pass_time(at("2025-12-04T23:00"))) == 1


async def test_own_heads_ups_are_said_in_norwegian() -> None:
    stage = Stage(language=Language.NB)
    await stage.run("ny budsjett Budsjettet", "forvent budsjett 5. desember kl. 10: Votering")
    answer = text_of(await stage.run("påminn budsjett#1 3d, 1d 16:00, 1t"))
    assert "3 virkedager før kl. 15.00" in answer
    assert "virkedagen før kl. 16.00" in answer
    assert "1 time før" in answer


async def test_the_end_of_a_snooze_is_called_so_among_the_heads_ups(stage: Stage) -> None:
    await stage.run("snooze budget#1 until Monday")
    (section,) = (await stage.run("remind budget#1 1d")).sections
    assert [(item.lead, item.text) for item in section.items] == [
        ("Monday 1 December at 08:30", "the end of a snooze"),
        ("Thursday 4 December at 15:00", "the working day before at 15:00"),
    ]


async def test_it_can_be_said_to_whom_it_is_assigned(stage: Stage) -> None:
    answer = text_of(await stage.run("assign budget#1 to @anna and me"))
    assert "Assigned to anna, kari" in answer


async def test_a_heads_up_whose_time_has_passed_is_said_to_come_at_once(stage: Stage) -> None:
    await stage.run("expect budget tomorrow: Speech")
    (heads_ups,) = (await stage.run("remind budget#2 3d")).sections
    assert [(item.lead, item.text) for item in heads_ups.items] == [
        ("at once", "3 working days before at 15:00")
    ]
    (posted,) = await stage.pass_time(at("2025-11-26T12:01"))
    assert posted.message.title == "Coming up: Speech"
