"""What is under embargo: who sees it, what waits for its lift, and what the lift says."""

from datetime import datetime

import pytest

from bot.domain.language import Language
from bot.domain.message import Message
from bot.errors import DeliveryFailed
from tests.stage import OSLO, Posted, Stage, an_asker, commands_of, text_of

COURT = (
    "new court The trial",
    "subscribe court",
    "expect court 5 December at 10:00: The verdict falls",
)
UNTIL = "under embargo until Thursday 4 December at 18:00"


@pytest.fixture
async def stage() -> Stage:
    """A newsroom whose channel "secret" may see embargoed matter, and whose "foreign" may not."""
    stage = Stage()
    await stage.run(*COURT)
    await stage.type("set embargo on", channel="secret")
    await stage.type("subscribe court", channel="secret")
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


async def embargoed(stage: Stage, until: str = "4 December at 18:00") -> Message:
    return await stage.type(f"embargo court#1 until {until}", channel="secret")


def told(posted: list[Posted], channel: str) -> list[str]:
    return [
        f"{p.at.astimezone(OSLO):%d %b %H:%M} {p.message.title}"
        for p in posted
        if p.channel == channel
    ]


async def test_it_is_shown_with_its_mark_where_it_may_be_seen(stage: Stage) -> None:
    answer = await embargoed(stage)
    (mark,) = [one for part in answer.sections for one in part.items if one.lead == "🔒 Embargo"]
    assert mark.text == "until Thursday 4 December at 18:00"
    status = text_of(await stage.type("status court", channel="secret"))
    assert "The verdict falls" in status
    assert "🔒 Embargo until Thursday 4 December at 18:00" in status


@pytest.mark.parametrize(
    "command", ["status court", "timeline court", "digest", "digest week", "list", "history court"]
)
async def test_it_is_hidden_everywhere_else(stage: Stage, command: str) -> None:
    await embargoed(stage)
    assert "verdict" not in text_of(await stage.type(command))
    assert "verdict" in text_of(await stage.type(command, channel="secret")) or command == "list"


async def test_nothing_is_said_of_its_notices_that_a_channel_missed(stage: Stage) -> None:
    await embargoed(stage, "5 December at 18:00")
    stage.messenger.refuses["secret"] = DeliveryFailed("channel_not_found", permanent=True)
    await stage.pass_time(at("2025-12-04T15:01"))
    assert "Not delivered" not in text_of(await stage.type("status court"))
    assert "Not delivered" in text_of(await stage.type("status court", channel="secret"))


async def test_a_search_does_not_find_it_elsewhere(stage: Stage) -> None:
    await embargoed(stage)
    assert "No story" in (await stage.type("search verdict")).text
    assert "verdict" in text_of(await stage.type("search verdict", channel="secret"))


async def test_it_is_shown_everywhere_from_the_lift_on(stage: Stage) -> None:
    await embargoed(stage)
    await stage.pass_time(at("2025-12-04T18:00"))
    assert "The verdict falls" in text_of(await stage.type("status court"))


async def test_elsewhere_it_can_be_acted_on_as_little_as_what_is_not_there(stage: Stage) -> None:
    await embargoed(stage)
    answer = await stage.type("happened court#1")
    assert answer.refused
    assert answer.text == (await stage.type("happened court#9")).text.replace("9", "1")


async def test_whoever_puts_an_embargo_on_from_elsewhere_hears_its_name_alone(stage: Stage) -> None:
    answer = await stage.type("embargo court#1 until 4 December at 18:00")
    assert answer.title == f"court#1: {UNTIL}"
    assert "Until then it can be seen in #secret." in answer.text
    assert "verdict" not in text_of(answer)


async def test_without_a_channel_that_may_see_it_one_is_told_how_to_name_one() -> None:
    stage = Stage()
    answer = await stage.run(*COURT, "embargo court#1 until 4 December at 18:00")
    assert "set embargo on" in answer.text


async def test_its_reminders_go_only_where_it_may_be_seen(stage: Stage) -> None:
    await embargoed(stage, "5 December at 09:30")
    posted = await stage.pass_time(at("2025-12-05T09:15"))
    assert told(posted, "secret") == [
        "04 Dec 15:00 Coming up: The verdict falls",
        "05 Dec 09:00 Coming up: The verdict falls",
    ]
    assert told(posted, "foreign") == []


async def test_the_lift_is_told_once_and_then_the_latest_that_was_held_back(stage: Stage) -> None:
    await embargoed(stage, "5 December at 09:30")
    posted = await stage.pass_time(at("2025-12-05T10:05"))
    assert told(posted, "foreign") == [
        "05 Dec 09:30 The embargo was lifted at 09:30: The verdict falls",
        "05 Dec 09:30 Coming up: The verdict falls",
        "05 Dec 10:00 Now: The verdict falls",
    ]
    assert told(posted, "secret")[2:] == [
        "05 Dec 09:30 The embargo was lifted at 09:30: The verdict falls",
        "05 Dec 10:00 Now: The verdict falls",
    ]
    assert not any("late" in p.message.footnote for p in posted)


async def test_a_lift_at_the_very_minute_is_told_by_the_notice_that_it_begins(
    stage: Stage,
) -> None:
    await embargoed(stage, "5 December at 10:00")
    posted = await stage.pass_time(at("2025-12-05T10:05"))
    assert told(posted, "foreign") == ["05 Dec 10:00 Now: The verdict falls"]
    assert told(posted, "secret")[2:] == ["05 Dec 10:00 Now: The verdict falls"]
    assert posted[-1].message.text == "The embargo was lifted at 10:00."
    assert "the notice of the same moment tells it" in text_of(await stage.run("why court#1"))


async def test_a_lift_at_the_very_minute_of_what_was_called_off_is_told(stage: Stage) -> None:
    await embargoed(stage, "5 December at 10:00")
    await stage.type("cancel court#1", channel="secret")
    posted = await stage.pass_time(at("2025-12-05T10:05"))
    assert told(posted, "foreign") == [
        "05 Dec 10:00 The embargo was lifted at 10:00: The verdict falls: cancelled"
    ]


async def test_what_is_over_at_the_lift_is_not_reminded_of(stage: Stage) -> None:
    await embargoed(stage)
    await stage.pass_time(at("2025-12-04T16:00"))
    await stage.type("cancel court#1 Settled", channel="secret")
    posted = await stage.pass_time(at("2025-12-05T12:00"))
    assert told(posted, "foreign") == [
        "04 Dec 18:00 The embargo was lifted at 18:00: The verdict falls: cancelled"
    ]


async def test_a_sleeping_channel_hears_of_the_lift_when_it_wakes(stage: Stage) -> None:
    await stage.run("set quiet 17:00-20:00")
    await embargoed(stage)
    posted = await stage.pass_time(at("2025-12-04T21:00"))
    assert told(posted, "foreign")[0] == (
        "04 Dec 20:00 The embargo was lifted at 18:00: The verdict falls"
    )


async def test_a_message_that_showed_it_says_only_that_it_is_under_embargo(stage: Stage) -> None:
    posted = await stage.pass_time(at("2025-12-04T15:30"))
    (foreign,) = [p for p in posted if p.channel == "foreign"]
    await embargoed(stage)
    await stage.pass_time(at("2025-12-04T15:31"))
    assert foreign.message.title == "🔒 Embargo until Thursday 4 December at 18:00"
    assert "verdict" not in text_of(foreign.message)
    assert not commands_of(foreign.message)


async def test_that_message_shows_it_again_after_the_lift(stage: Stage) -> None:
    posted = await stage.pass_time(at("2025-12-04T15:30"))
    (foreign,) = [p for p in posted if p.channel == "foreign"]
    await embargoed(stage)
    await stage.pass_time(at("2025-12-04T18:00"))
    assert foreign.message.title == "Coming up: The verdict falls"
    assert "🔒" not in text_of(foreign.message)


async def test_a_channel_that_saw_it_before_is_told_why_it_may_not_act(stage: Stage) -> None:
    await stage.pass_time(at("2025-12-04T15:30"))
    await embargoed(stage)
    answer = await stage.type("happened court#1")
    assert "court#1 is under embargo" in answer.text


async def test_the_mark_goes_from_a_message_at_the_lift(stage: Stage) -> None:
    await embargoed(stage)
    posted = await stage.pass_time(at("2025-12-04T15:30"))
    (marked,) = [p for p in posted if p.channel == "secret"]
    assert "🔒" in text_of(marked.message)
    await stage.pass_time(at("2025-12-04T18:00"))
    assert "🔒" not in text_of(marked.message)


async def test_an_embargo_lifted_by_hand_is_told_at_once(stage: Stage) -> None:
    await embargoed(stage)
    await stage.type("embargo court#1 off", channel="secret")
    posted = await stage.pass_time(at("2025-11-26T12:05"))
    assert told(posted, "foreign") == [
        "26 Nov 12:00 The embargo was lifted at 12:00: The verdict falls"
    ]


async def test_what_waited_for_the_lift_comes_when_it_is_lifted_by_hand(stage: Stage) -> None:
    await embargoed(stage)
    await stage.pass_time(at("2025-12-04T15:30"))
    await stage.type("embargo court#1 off", channel="secret")
    posted = await stage.pass_time(at("2025-12-04T15:31"))
    assert [line[13:] for line in told(posted, "foreign")] == [
        "The embargo was lifted at 15:30: The verdict falls",
        "Coming up: The verdict falls",
    ]


async def test_a_longer_embargo_holds_what_waited_until_its_own_lift(stage: Stage) -> None:
    await embargoed(stage)
    await stage.pass_time(at("2025-12-04T15:30"))
    await embargoed(stage, "5 December at 12:00")
    assert told(await stage.pass_time(at("2025-12-05T11:59")), "foreign") == []
    assert told(await stage.pass_time(at("2025-12-05T12:00")), "foreign")


async def test_an_embargo_that_was_taken_back_is_as_if_it_had_not_been(stage: Stage) -> None:
    await embargoed(stage)
    await stage.pass_time(at("2025-12-04T15:30"))
    await stage.type("undo", channel="secret")
    posted = await stage.pass_time(at("2025-12-05T10:05"))
    assert told(posted, "foreign") == [
        "04 Dec 15:30 Coming up: The verdict falls",
        "05 Dec 09:00 Coming up: The verdict falls",
        "05 Dec 10:00 Now: The verdict falls",
    ]


async def test_what_was_done_to_it_is_not_taken_back_unseen(stage: Stage) -> None:
    await embargoed(stage)
    await stage.type("doubt court#1", channel="secret")
    answer = await stage.type("undo")
    assert answer.refused
    assert "Take it back where you did it, in secret." in answer.text
    assert "verdict" not in answer.text
    assert "highly uncertain" in text_of(await stage.type("status court", channel="secret"))


async def test_no_word_of_it_is_in_the_answer_to_an_undo_where_it_was_done(stage: Stage) -> None:
    await stage.run("embargo court#1 until 5 December at 10:00")
    answer = await stage.run("undo")
    assert answer.title == "Taken back"
    assert "verdict" not in text_of(answer)


async def test_it_can_be_expected_under_embargo_from_the_start(stage: Stage) -> None:
    answer = await stage.run(
        "expect court Friday: The appeal is filed, embargo until Thursday 06:00"
    )
    assert answer.title == "court#2: under embargo until Thursday 27 November at 06:00"
    assert "appeal" not in text_of(answer) + text_of(await stage.type("status court"))
    seen = text_of(await stage.type("status court", channel="secret"))
    assert "The appeal is filed" in seen
    assert "filed, embargo" not in seen


async def test_a_fact_can_be_noted_under_embargo(stage: Stage) -> None:
    answer = await stage.run("note court: The jury was bribed – sperrefrist fredag kl. 6")
    assert answer.title == "court: under embargo until Friday 28 November at 06:00"
    assert "jury" not in text_of(await stage.type("timeline court"))
    assert "The jury was bribed" in text_of(await stage.type("timeline court", channel="secret"))


async def test_the_fact_noted_last_is_put_under_embargo_by_its_story(stage: Stage) -> None:
    await stage.run("note court: The trial began")
    await stage.pass_time(at("2025-11-26T12:01"))
    await stage.run("note court: The jury was bribed", "embargo court until Friday 06:00")
    seen = text_of(await stage.type("timeline court"))
    assert "The trial began" in seen
    assert "jury" not in seen


async def test_what_came_of_it_is_hidden_with_it(stage: Stage) -> None:
    await stage.type("happened court#1: Guilty", channel="secret")
    await embargoed(stage)
    assert "verdict" not in text_of(await stage.type("timeline court"))
    assert "verdict" not in text_of(await stage.type("history court"))


async def test_an_embargo_in_the_news_is_no_embargo(stage: Stage) -> None:
    answer = await stage.run("note court: The court upheld the oil embargo")
    assert "The court upheld the oil embargo" in text_of(answer)


@pytest.mark.parametrize(
    ("command", "because"),
    [
        ("embargo court#1 until yesterday", "has passed"),
        ("embargo court#1 until whenever", "whenever"),
        ("embargo court#1 off", "under no embargo"),
        ("embargo court until Friday", "no entry of its own"),
        ("note court: It began, embargo until whenever", "whenever"),
        ("expect court Friday: It ends, embargo until yesterday", "has passed"),
        ("set embargo perhaps", "neither on nor off"),
    ],
)
async def test_what_can_not_be_meant_is_refused(stage: Stage, command: str, because: str) -> None:
    answer = await stage.type(command)
    assert answer.refused
    assert because in answer.text


async def test_a_channel_marked_later_gets_what_was_held_back(stage: Stage) -> None:
    await embargoed(stage)
    await stage.pass_time(at("2025-12-04T15:30"))
    await stage.run("set embargo on")
    posted = await stage.pass_time(at("2025-12-04T15:31"))
    assert told(posted, "foreign") == ["04 Dec 15:30 Coming up: The verdict falls"]


async def test_a_channel_marked_no_longer_loses_what_it_was_shown(stage: Stage) -> None:
    await embargoed(stage)
    posted = await stage.pass_time(at("2025-12-04T15:30"))
    (shown,) = [p for p in posted if p.channel == "secret"]
    await stage.type("set embargo off", channel="secret")
    await stage.pass_time(at("2025-12-04T15:31"))
    assert "verdict" not in text_of(shown.message)


async def test_why_says_that_an_embargo_held_a_reminder_back(stage: Stage) -> None:
    await embargoed(stage)
    await stage.pass_time(at("2025-12-04T18:30"))
    said = text_of(await stage.type("why court#1"))
    assert "Because it was under embargo" in said
    assert "Lift of the embargo: sent" in said


async def test_the_settings_say_whether_a_channel_may_see_it(stage: Stage) -> None:
    assert "not shown here before its lift" in text_of(await stage.type("settings"))
    seen = await stage.type("settings", channel="secret")
    assert "shown here, with its mark" in text_of(seen)


async def test_the_mark_of_a_channel_can_be_taken_back(stage: Stage) -> None:
    await embargoed(stage)
    await stage.run("set embargo on", "undo")
    assert "verdict" not in text_of(await stage.type("status court"))


async def test_norwegians_call_it_sperrefrist() -> None:
    stage = Stage(language=Language.NB)
    answer = await stage.run(
        *COURT, "set sperrefrist på", "sperrefrist court#1 til fredag 5. desember kl. 06"
    )
    lines = [one for part in answer.sections for one in part.items]
    (mark,) = [one for one in lines if one.lead == "🔒 Sperrefrist"]
    assert mark.text == "til fredag 5. desember kl. 06.00"
    (lifted,) = [
        p
        for p in await stage.pass_time(at("2025-12-05T06:00"))
        if "Sperrefristen" in p.message.title
    ]
    assert lifted.message.title == "Sperrefristen ble opphevet kl. 06.00: The verdict falls"


async def test_whoever_lifts_it_hears_that_all_are_told(stage: Stage) -> None:
    await embargoed(stage)
    answer = await stage.type("embargo court#1 off", channel="secret")
    assert answer.text == "The embargo is lifted. Those who follow the story are told."


async def test_a_line_of_a_shared_message_is_hidden_alone(stage: Stage) -> None:
    await stage.run(
        "expect court 5 December at 10:00: The jury", "expect court 5 December at 10:00: The judge"
    )
    posted = await stage.pass_time(at("2025-12-04T15:30"))
    (together,) = [p for p in posted if p.channel == "foreign"]
    assert together.message.title == "3 reminders"
    await embargoed(stage)
    await stage.pass_time(at("2025-12-04T15:31"))
    assert "verdict" not in text_of(together.message)
    assert "The jury" in text_of(together.message)
    assert "🔒 Embargo until" in text_of(together.message)


async def test_a_form_can_set_it_as_well(stage: Stage) -> None:
    values = {"story": "court", "text": "The jury was bribed", "embargo": "Friday 06:00"}
    answer = await stage.desk.call(an_asker(), "note", values)
    assert answer.title == "court: under embargo until Friday 28 November at 06:00"


async def test_what_an_article_proposed_is_hidden_once_it_is_kept_and_embargoed(
    stage: Stage,
) -> None:
    await stage.run("read court The judge is expected to resign next week.", "keep all")
    assert "resign" in text_of(await stage.type("proposals"))
    await stage.type("embargo court#2 until 4 December at 18:00", channel="secret")
    assert "resign" not in text_of(await stage.type("proposals"))


async def test_one_story_of_two_platforms_hides_it_in_both(stage: Stage) -> None:
    code = next(word for word in text_of(await stage.type("link")).split() if "-" in word)
    await stage.type(f"link {code.strip('.,“”')}", channel="world", workspace="T2")
    await embargoed(stage)
    seen = await stage.type("status court", channel="world", workspace="T2")
    assert "verdict" not in text_of(seen)


async def test_the_picture_marks_it_in_letters(stage: Stage) -> None:
    await embargoed(stage)
    await stage.type("note court: The jury was bribed, embargo until Friday 06:00", "secret")
    answer = await stage.type("timeline court svg", channel="secret")
    assert answer.picture is not None
    assert answer.picture.data.count(b"under embargo") == 2
