"""What a channel's digest says, on demand."""

from datetime import datetime

import pytest

from bot.domain.language import Language
from bot.domain.message import Message, Tone
from tests.stage import OSLO, Stage, commands_of, text_of

PEACE = "new ukraine-peace The peace talks"


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(PEACE)
    return stage


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def parts(message: Message) -> dict[str, list[str]]:
    return {
        section.heading: [
            " | ".join(filter(None, [item.lead, item.text, *item.details]))
            for item in section.items
        ]
        for section in message.sections
    }


async def test_a_digest_puts_everything_on_its_day(stage: Stage) -> None:
    await stage.run(
        "expect ukraine-peace tomorrow at 09:00: Vote",
        "expect ukraine-peace tomorrow: Report",
        "expect ukraine-peace next week: Envoy to Moscow",
        "expect ukraine-peace by Friday: Answer",
        "expect ukraine-peace next Tuesday: Budget",
        "postpone ukraine-peace#5 until further notice",
    )
    stage.clock.set(at("2025-11-27T06:30"))
    digest = await stage.run("digest")
    assert digest.title == "Newsroom T1: Thursday 27 November"
    assert parts(digest) == {
        "Today, Thursday 27 November": [
            "ukraine-peace#2 | Report | new",
            "ukraine-peace#1 | 09:00 Vote | new",
        ],
        "Tomorrow, Friday 28 November": [
            "ukraine-peace#4 | Answer | deadline · new",
        ],
        "Some time soon": ["ukraine-peace#3 | Envoy to Moscow | week 49, 1–7 December · new"],
        "No date": ["ukraine-peace#5 | Budget | postponed, no new date · new"],
    }


async def test_what_is_overdue_comes_first_with_its_buttons(stage: Stage) -> None:
    await stage.run("expect ukraine-peace tomorrow: Vote", "expect ukraine-peace Friday: Report")
    stage.clock.set(at("2025-11-28T06:30"))
    digest = await stage.run("digest")
    assert list(parts(digest)) == ["Overdue", "Today, Friday 28 November"]
    assert commands_of(digest)[0] == "happened ukraine-peace#1"


async def test_a_week_that_ends_today_stands_under_today(stage: Stage) -> None:
    await stage.run("expect ukraine-peace this week: Envoy to Moscow")
    stage.clock.set(at("2025-11-30T06:30"))
    assert list(parts(await stage.run("digest"))) == ["Today, Sunday 30 November"]


async def test_a_digest_of_the_week_sees_to_the_end_of_the_next(stage: Stage) -> None:
    await stage.run("expect ukraine-peace 7 December: Vote")
    stage.clock.set(at("2025-11-28T06:30"))
    assert list(parts(await stage.run("digest"))) == ["Next"]
    assert list(parts(await stage.run("digest week"))) == ["Sunday 7 December"]


async def test_what_is_new_is_told_even_where_it_lies_far_ahead(stage: Stage) -> None:
    await stage.run("expect ukraine-peace 20 January: Summit")
    assert list(parts(await stage.run("digest"))) == ["Later, and new"]
    stage.clock.set(at("2025-11-28T06:30"))
    assert "Later, and new" not in parts(await stage.run("digest"))


async def test_an_empty_digest_says_what_comes_after_its_days(stage: Stage) -> None:
    await stage.run("expect ukraine-peace 20 January: Summit", "expect ukraine-peace May: Vote")
    stage.clock.set(at("2025-11-28T06:30"))
    digest = await stage.run("digest")
    assert digest.text == "Nothing is set for the coming 7 days, and nothing is overdue."
    (line,) = parts(digest)["Next"]
    assert "Summit" in line


async def test_where_nothing_is_expected_at_all_a_digest_says_so(stage: Stage) -> None:
    assert (await stage.run("digest")).text == "Nothing is expected, and nothing is overdue."


async def test_new_is_what_came_after_the_channels_last_digest(stage: Stage) -> None:
    await stage.run("set digest 07:00 mon", "expect ukraine-peace 20 January: Summit")
    stage.clock.set(at("2025-11-30T12:00"))
    assert "Summit" in text_of(await stage.run("digest"))


@pytest.fixture
async def crowded(stage: Stage) -> Stage:
    """A newsroom with nine matters on each of four days, the first behind, and in a week."""
    for hour in range(10, 19):
        for day in range(27, 31):
            await stage.run(f"expect ukraine-peace {day} November at {hour}:00: Meeting")
        await stage.run(f"expect ukraine-peace next week: Visit {hour}")
    stage.clock.set(at("2025-11-28T06:30"))
    return stage


async def test_a_digest_that_is_too_long_shows_today_whole_and_counts_the_rest(
    crowded: Stage,
) -> None:
    listed = parts(await crowded.run("digest"))
    assert {heading: (len(lines), lines[-1]) for heading, lines in listed.items()} == {
        "Overdue": (6, "… and 4 more"),
        "Today, Friday 28 November": (9, "ukraine-peace#42 | 18:00 Meeting"),
        "Tomorrow, Saturday 29 November": (5, "… and 5 more"),
        "Sunday 30 November": (2, "… and 8 more"),
        "Some time soon": (2, "… and 8 more"),
    }


async def test_what_a_digest_leaves_out_is_a_button_away(crowded: Stage) -> None:
    digest = await crowded.run("digest")
    assert [(button.label, button.command) for button in digest.buttons] == [
        ("All: Overdue", "digest overdue"),
        ("All: Tomorrow, Saturday 29 November", "digest 2025-11-29"),
        ("All: Sunday 30 November", "digest 2025-11-30"),
        ("All: Later, or without a set day", "digest undated"),
    ]
    lists = [parts(await crowded.run(button.command)) for button in digest.buttons]
    assert [{heading: len(lines) for heading, lines in found.items()} for found in lists] == [
        {"Overdue": 9},
        {"Tomorrow, Saturday 29 November": 9},
        {"Sunday 30 November": 9},
        {"Some time soon": 9},
    ]


async def test_a_digest_that_is_short_enough_needs_no_buttons(stage: Stage) -> None:
    await stage.run(*(f"expect ukraine-peace Friday at {hour}: Talks" for hour in range(10, 24)))
    assert (await stage.run("digest")).buttons == ()


@pytest.mark.parametrize("span", ["friday", "Fredag", "28 November", "på fredag"])
async def test_one_day_is_asked_for_by_its_name(stage: Stage, span: str) -> None:
    await stage.run(
        "expect ukraine-peace Friday: Vote",
        "expect ukraine-peace tomorrow: Report",
        "expect ukraine-peace this week: Envoy to Moscow",
        "expect ukraine-peace 20 January: Summit",
    )
    digest = await stage.run(f"digest {span}")
    assert digest.title == "Newsroom T1: Friday 28 November"
    assert list(parts(digest)) == ["Friday 28 November", "Some time soon"]


async def test_a_day_far_ahead_can_be_asked_for(stage: Stage) -> None:
    await stage.run("expect ukraine-peace 20 January: Summit")
    assert "Summit" in text_of(await stage.run("digest 20 January"))


@pytest.mark.parametrize("span", ["undated", "later", "Senere", "utan dag"])
async def test_what_stands_on_no_coming_day_is_asked_for_by_itself(stage: Stage, span: str) -> None:
    await stage.run(
        "expect ukraine-peace Friday: Vote",
        "expect ukraine-peace this week: Envoy to Moscow",
        "expect ukraine-peace 20 January: Summit",
    )
    digest = await stage.run(f"digest {span}")
    assert list(parts(digest)) == ["Some time soon", "Later, and new"]


async def test_a_day_with_nothing_on_it_says_so(stage: Stage) -> None:
    assert (await stage.run("digest tomorrow")).text == "Nothing."


async def test_urgent_matters_clash_in_the_digest_of_their_day_alone(stage: Stage) -> None:
    await stage.run(
        "urgency ukraine-peace 2",
        "expect ukraine-peace tomorrow at 14:00: Vote",
        "expect ukraine-peace tomorrow at 14:30: Talks",
    )
    assert "At the same time" in (await stage.run("digest tomorrow")).text
    assert (await stage.run("digest friday")).text == "Nothing."


async def test_a_story_that_has_gone_quiet_is_told_of(stage: Stage) -> None:
    stage.clock.set(at("2025-12-05T12:00"))
    assert parts(await stage.run("digest")) == {
        "Gone quiet": ["ukraine-peace | last news 9 days ago"]
    }


@pytest.mark.parametrize("span", ["week", "neste uke", "denne veka", "the week", "hele uken"])
async def test_a_week_is_asked_for_in_many_words(stage: Stage, span: str) -> None:
    assert await stage.run(f"digest {span}") == await stage.run("digest week")


async def test_the_days_of_quiet_are_counted_by_the_calendar(stage: Stage) -> None:
    for hour in ("08:00", "12:00", "18:00"):
        stage.clock.set(at(f"2025-12-05T{hour}"))
        assert parts(await stage.run("digest")) == {
            "Gone quiet": ["ukraine-peace | last news 9 days ago"]
        }


async def test_a_story_that_something_happened_in_has_not_gone_quiet(stage: Stage) -> None:
    stage.clock.set(at("2025-12-04T12:00"))
    await stage.run("note ukraine-peace today: Talks in Geneva")
    stage.clock.set(at("2025-12-05T12:00"))
    assert "quiet" not in text_of(await stage.run("digest"))


async def test_a_channel_that_follows_something_gets_that_alone(stage: Stage) -> None:
    await stage.run(
        "new budget The budget",
        "expect budget tomorrow: Vote",
        "expect ukraine-peace tomorrow: Talks",
        "subscribe budget",
    )
    digest = await stage.run("digest")
    assert digest.title.startswith("foreign:")
    assert "Vote" in text_of(digest)
    assert "Talks" not in text_of(digest)


async def test_urgent_matters_at_the_same_time_are_told_of(stage: Stage) -> None:
    await stage.run(
        "new budget The budget",
        "expect budget tomorrow at 14:00: Vote",
        "expect ukraine-peace tomorrow at 14:30: Talks",
        "expect ukraine-peace tomorrow at 15:30: Press conference",
    )
    assert "At the same time" not in text_of(await stage.run("digest"))
    await stage.run("urgency budget 2", "urgency ukraine-peace 3")
    digest = await stage.run("digest")
    assert digest.text == "At the same time: budget#1 and ukraine-peace#1."


async def test_of_many_urgent_matters_at_the_same_time_the_first_are_named(stage: Stage) -> None:
    await stage.run("urgency ukraine-peace 2")
    await stage.run(*(f"expect ukraine-peace tomorrow at 14: Talks {n}" for n in range(4)))
    assert (await stage.run("digest")).text == (
        "At the same time: ukraine-peace#1 and ukraine-peace#2. "
        "At the same time: ukraine-peace#1 and ukraine-peace#3. "
        "At the same time: ukraine-peace#1 and ukraine-peace#4. … and 3 more"
    )


async def test_a_span_that_no_digest_has_is_refused(stage: Stage) -> None:
    assert "digest week" in (await stage.type("digest decade")).text


async def test_a_digest_shows_nothing_of_another_newsroom(stage: Stage) -> None:
    await stage.run("expect ukraine-peace tomorrow: Secret")
    assert "Secret" not in text_of(await stage.type("digest", workspace="T2"))


async def test_a_norwegian_digest_reads_as_norwegian() -> None:
    stage = Stage(language=Language.NB)
    await stage.run("ny budsjett Budsjettet", "forvent budsjett i morgen kl. 14: Votering")
    assert parts(await stage.run("dagsliste uke")) == {
        "I morgen, torsdag 27. november": ["budsjett#1 | kl. 14.00 Votering | ny"]
    }


async def test_under_its_day_a_part_of_it_goes_without_the_date(stage: Stage) -> None:
    await stage.run(
        "expect ukraine-peace tomorrow morning: Hearing",
        "expect ukraine-peace around 28 November: Talks",
        "expect ukraine-peace by Friday at 14: Answer",
        "expect ukraine-peace around Saturday at 14: Speech",
        "expect ukraine-peace in one week: Summit",
    )
    digest = await stage.run("digest")
    assert [line.split(" | ", 1)[1] for lines in parts(digest).values() for line in lines] == [
        "Hearing | in the morning · new",
        "Talks | around this day · new",
        "Answer | deadline 14:00 · new",
        "around 14:00 Speech | new",
        "Summit | around this day · new",
    ]


async def test_what_nobody_will_answer_any_more_is_one_line_at_the_end(stage: Stage) -> None:
    await stage.run("expect ukraine-peace tomorrow: Report", "subscribe ukraine-peace")
    await stage.pass_time(at("2025-12-20T08:00"))
    await stage.run("expect ukraine-peace today at 09:00: Vote")
    stage.clock.set(at("2025-12-20T12:00"))
    digest = await stage.run("digest")
    (overdue, *_) = digest.sections
    assert [item.text for item in overdue.items] == [
        "Vote",
        "Never answered, and asked about no more: ukraine-peace#1",
    ]
    assert not overdue.items[-1].buttons


async def test_what_was_never_answered_is_no_reason_to_warn(stage: Stage) -> None:
    await stage.run("expect ukraine-peace tomorrow: Report")
    stage.clock.set(at("2025-12-20T08:00"))
    digest = await stage.run("digest")
    assert digest.tone is Tone.PLAIN
    assert "ukraine-peace#1" in text_of(digest)
