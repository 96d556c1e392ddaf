"""Reminder policies of a newsroom, its desks and its stories, as they are set in chat."""

from datetime import datetime

import pytest

from bot.domain.language import Language
from bot.domain.message import Message
from tests.stage import OSLO, Stage, an_asker, text_of, the_story


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(
        "new budget The budget",
        "desk budget Foreign",
        "subscribe budget",
        "expect budget 10 December: Vote",
    )
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def said(message: Message, row: str, kind: str) -> tuple[str, tuple[str, ...]]:
    """Return what a table says of one kind of reminder, and who has set it."""
    (section,) = (each for each in message.sections if each.heading.startswith(row))
    (item,) = (each for each in section.items if each.lead == kind)
    return item.text, item.details


async def posted(stage: Stage, until: str) -> list[tuple[str, str]]:
    news = await stage.pass_time(at(until))
    return [(f"{p.at.astimezone(OSLO):%d %H:%M}", p.message.title.partition(":")[0]) for p in news]


async def planned(stage: Stage) -> list[str]:
    why = await stage.run("why budget#1")
    items = [item for section in why.sections for item in section.items]
    return [f"{item.lead} {item.text}" for item in items if item.text.endswith(": planned")]


async def test_the_policy_in_force_is_shown_as_a_table(stage: Stage) -> None:
    shown = await stage.type("policy", channel="elsewhere")
    assert shown.title == "Reminders: the newsroom"
    assert shown.private
    assert [each.heading.partition(":")[0] for each in shown.sections] == [
        "Minute",
        "Day",
        "Week",
        "Month",
        "Deadline",
    ]
    assert said(shown, "Minute", "heads-up") == (
        "the working day before at 15:00; 1 hour before",
        (),
    )
    assert said(shown, "Day", "again")[0] == ("the working day after that at 08:30, 5 times in all")


async def test_a_channel_that_follows_one_story_is_shown_that_storys(stage: Stage) -> None:
    assert (await stage.run("policy")).title == "Reminders: budget"


async def test_readers_may_look_and_not_set(stage: Stage) -> None:
    await stage.run("set editors kari")
    assert not (await stage.type("policy week", person="per")).refused
    assert (await stage.type("policy week: overdue off", person="per")).refused


async def test_one_row_can_be_looked_at(stage: Stage) -> None:
    shown = await stage.run("policy newsroom week")
    assert [each.heading for each in shown.sections] == ["Week: a week, a weekend, some days"]


async def test_the_newsrooms_policy_replans_what_is_open(stage: Stage) -> None:
    answer = await stage.run("policy day: heads-up 2d 10:00, opens 07:00")
    assert answer.title == "Reminders: the newsroom"
    assert answer.text == "The reminders of 1 follow-up are planned anew."
    assert said(answer, "Day", "opens") == ("on its first day at 07:00", ("set by the newsroom",))
    assert await posted(stage, "2025-12-10T12:00") == [
        ("08 10:00", "Coming up"),
        ("10 07:00", "Today"),
    ]


async def test_a_policy_counts_for_what_comes_later(stage: Stage) -> None:
    await stage.run("policy day: heads-up off, opens 06:00", "expect budget 2 December: Talks")
    assert await posted(stage, "2025-12-02T12:00") == [("02 06:00", "Today")]


async def test_story_beats_desk_beats_newsroom(stage: Stage) -> None:
    await stage.run("policy budget day: opens 11:00", "policy desk foreign day: opens 10:00")
    await stage.run("policy newsroom day: opens 09:00, heads-up off")
    shown = await stage.run("policy budget day")
    assert said(shown, "Day", "opens") == ("on its first day at 11:00", ("set by budget",))
    assert said(shown, "Day", "heads-up") == ("off", ("set by the newsroom",))
    assert await posted(stage, "2025-12-10T12:00") == [("10 11:00", "Today")]


async def test_another_desk_is_left_alone(stage: Stage) -> None:
    answer = await stage.run("policy desk sport day: opens 10:00")
    assert answer.text == ""
    assert "10 08:30" in dict(await posted(stage, "2025-12-10T12:00"))


async def test_a_story_that_comes_to_another_desk_gets_its_reminders(stage: Stage) -> None:
    await stage.run("policy desk sport day: opens 10:00", "desk budget sport")
    assert ("10 10:00", "Today") in await posted(stage, "2025-12-10T12:00")


async def test_a_change_of_desk_is_taken_back_with_its_reminders(stage: Stage) -> None:
    await stage.run("policy desk sport day: opens 10:00")
    before = await planned(stage)
    await stage.run("desk budget sport", "undo")
    assert await planned(stage) == before


async def test_one_row_or_all_go_back_to_the_default(stage: Stage) -> None:
    before = await planned(stage)
    await stage.run("policy day: opens 10:00", "policy day: default")
    assert await planned(stage) == before
    await stage.run("policy day: opens 10:00", "policy week: overdue off", "policy default")
    assert await planned(stage) == before
    assert "set by" not in text_of(await stage.run("policy"))


async def test_a_default_where_nothing_was_set_changes_nothing(stage: Stage) -> None:
    await stage.run("policy default")
    assert not (await stage.run("history settings")).sections


async def test_nothing_that_was_said_is_said_again(stage: Stage) -> None:
    assert await posted(stage, "2025-12-10T09:00") == [
        ("09 15:00", "Coming up"),
        ("10 08:30", "Today"),
    ]
    await stage.run("policy day: heads-up 2d 10:00, opens 08:00")
    assert await posted(stage, "2025-12-10T20:00") == []


async def test_what_a_new_policy_would_have_said_by_now_is_said_once(stage: Stage) -> None:
    await posted(stage, "2025-12-08T12:00")
    await stage.run("policy day: heads-up 5d, 2d 10:00, 1d 11:00")
    assert await posted(stage, "2025-12-09T12:00") == [
        ("08 12:00", "Coming up"),
        ("09 11:00", "Coming up"),
    ]


async def test_a_follow_up_of_other_heads_ups_keeps_them(stage: Stage) -> None:
    await stage.run("remind budget#1 3d 12:00", "policy day: heads-up 1d 10:00")
    assert await posted(stage, "2025-12-09T20:00") == [("05 12:00", "Coming up")]


async def test_why_names_whose_rule_it_is(stage: Stage) -> None:
    await stage.run("policy desk Foreign day: opens 10:00")
    assert "Rule of desk Foreign: on its first day at 10:00" in text_of(await stage.run("why #1"))


async def test_when_asking_ends_is_reckoned_anew(stage: Stage) -> None:
    assert await lapses_at(stage) == at("2025-12-22T08:30")
    await stage.run("policy day: escalation 08:30, again 1x 08:30")
    assert await lapses_at(stage) == at("2025-12-16T08:30")
    await stage.run("policy day: again off")
    assert await lapses_at(stage) is None


async def lapses_at(stage: Stage) -> datetime | None:
    async with stage.store.view() as tx:
        story = await the_story(tx, "budget")
        (vote,) = await tx.follow_ups.of_story(story.id)
    return vote.lapses_at


async def test_a_policy_is_taken_back_exactly(stage: Stage) -> None:
    before = await planned(stage)
    await stage.run("policy day: opens 10:00, heads-up off", "undo")
    assert await planned(stage) == before
    assert "set by" not in text_of(await stage.run("policy"))
    await stage.run("policy day: opens 10:00", "policy day: opens 11:00", "undo")
    assert said(await stage.run("policy"), "Day", "opens")[0] == "on its first day at 10:00"


async def test_a_policy_others_have_set_since_is_not_taken_back(stage: Stage) -> None:
    await stage.run("policy day: opens 10:00")
    await stage.type("policy day: opens 11:00", person="ola")
    answer = await stage.type("undo")
    assert answer.refused
    assert "ola has changed this since" in answer.text


async def test_the_record_tells_what_was_set(stage: Stage) -> None:
    await stage.run("policy week: overdue off", "policy budget day: opens 10:00")
    history = text_of(await stage.run("history settings"))
    assert "reminders of the newsroom, week: is overdue off" in history
    assert "reminders of budget, day: opens on its first day at 10:00" in history
    assert "opens on its first day at 10:00" in text_of(await stage.run("history budget"))


async def test_the_settings_tell_who_has_a_policy_of_their_own(stage: Stage) -> None:
    assert "Reminder policy as usual" in text_of(await stage.run("settings"))
    await stage.run("policy desk sport day: opens 10:00", "policy week: overdue off")
    shown = text_of(await stage.run("settings"))
    assert "Reminder policy other than usual for the newsroom, desk sport" in shown


async def test_another_newsrooms_policy_is_its_own(stage: Stage) -> None:
    await stage.type("policy day: opens 10:00", workspace="T2")
    assert said(await stage.run("policy"), "Day", "opens")[0] == "on its first day at 08:30"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("policy fortnight: opens 10", "Write one of: minute, day, week, month, deadline"),
        ("policy week: opens soon", "I don’t understand “soon” as reminders"),
        ("policy week: heads-up 3h", "Count in days"),
        ("policy deadline: opens 8", "makes no sense for “deadline”"),
        ("policy budgte day: opens 10:00", "Did you mean “budget”?"),
    ],
)
async def test_a_bad_policy_is_refused_with_what_works(stage: Stage, typed: str, says: str) -> None:
    answer = await stage.type(typed)
    assert answer.refused
    assert says in answer.text


async def test_the_hours_of_a_working_day_move_the_reminders(stage: Stage) -> None:
    answer = await stage.run("set working-hours 07:00-14:00 mon-sun")
    assert "every day; mornings 07:00, heads-ups 14:00" in text_of(answer)
    assert await posted(stage, "2025-12-10T12:00") == [
        ("09 14:00", "Coming up"),
        ("10 07:00", "Today"),
    ]


async def test_a_weekend_desk_is_told_on_the_day_before(stage: Stage) -> None:
    await stage.run("set working-hours 08:30-15:00 daily", "expect budget 1 December: Talks")
    assert await posted(stage, "2025-11-30T20:00") == [("30 15:00", "Coming up")]


async def test_owners_of_a_policy_are_completed(stage: Stage) -> None:
    await stage.run("duty sport me")
    found = await stage.desk.complete(an_asker(), "policy", "whose", "")
    assert [choice.value for choice in found] == ["newsroom", "desk sport", "budget"]


async def test_a_norwegian_channel_reads_and_sets_its_policy_in_norwegian() -> None:
    stage = Stage(language=Language.NB)
    answer = await stage.run("varslingsplan uke: forvarsel 3d 15.00, åpner 07.00, forfalt av")
    assert answer.title == "Varsler: redaksjonen"
    assert said(answer, "Uke", "forvarsel")[0] == "3 virkedager før kl. 15.00"
    assert said(answer, "Uke", "forfalt")[0] == "av"


@pytest.mark.parametrize("change", ["doubt #1", "assign #1 me", "note today: A leak"])
async def test_what_a_new_policy_kept_quiet_about_is_not_said_at_the_next_change(
    stage: Stage, change: str
) -> None:
    await stage.pass_time(at("2025-12-09T16:00"))  # the heads-up of 15:00 has been said
    await stage.run("policy day: heads-up 1d 11:00", change)
    assert await posted(stage, "2025-12-10T08:00") == []
