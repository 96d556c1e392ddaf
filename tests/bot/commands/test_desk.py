"""The road in chat: from a story to its reminders, over the desk."""

from datetime import datetime, timedelta

import pytest

from bot.domain.language import Language
from tests.stage import OSLO, Stage, an_asker, commands_of, text_of

PEACE = "new ukraine-peace The peace talks"
ARTICLE = (
    "Envoy heads for Oslo\n"
    "The peace envoy Anna Berg is expected to travel to Oslo next week to meet the foreign"
    " minister.\n"
    "Talks broke down on 14 October, when the delegation left Geneva."
)


@pytest.fixture
def stage() -> Stage:
    return Stage()


async def test_a_story_is_opened_and_followed(stage: Stage) -> None:
    answer = await stage.run(PEACE)
    assert answer.title == "New story: ukraine-peace"
    (follow,) = commands_of(answer)
    assert "This channel follows ukraine-peace from now on." in text_of(await stage.type(follow))


async def test_the_same_slugline_is_not_opened_twice(stage: Stage) -> None:
    await stage.run(PEACE)
    answer = await stage.type(PEACE)
    assert answer.refused
    assert answer.private
    assert "already" in answer.text


async def test_what_is_expected_stands_in_the_status_with_the_window_understood(
    stage: Stage,
) -> None:
    await stage.run(PEACE, "expect ukraine-peace next week: Envoy to Moscow")
    said = text_of(await stage.run("status ukraine-peace"))
    assert "#1 Envoy to Moscow\nweek 49, 1–7 December · expected" in said


async def test_overdue_comes_first_in_the_status(stage: Stage) -> None:
    await stage.run(
        PEACE, "expect ukraine-peace tomorrow: Vote", "expect ukraine-peace by Friday: Report"
    )
    stage.clock.set(datetime(2025, 11, 28, 9, tzinfo=OSLO))
    status = await stage.run("status ukraine-peace")
    assert [(s.heading, [i.text for i in s.items]) for s in status.sections] == [
        ("Overdue", ["Vote"]),
        ("Expected", ["Report"]),
    ]


async def test_each_thing_overdue_has_buttons_of_its_own_in_the_status(stage: Stage) -> None:
    await stage.run(
        PEACE, "expect ukraine-peace tomorrow: Vote", "expect ukraine-peace tomorrow: Speech"
    )
    stage.clock.set(datetime(2025, 11, 28, 9, tzinfo=OSLO))
    (overdue,) = (await stage.run("status ukraine-peace")).sections
    assert [item.buttons[0].command for item in overdue.items] == [
        "happened ukraine-peace#1",
        "happened ukraine-peace#2",
    ]


async def test_a_bare_number_means_the_story_the_channel_follows(stage: Stage) -> None:
    await stage.run(
        PEACE, "subscribe ukraine-peace", "expect next week: Envoy to Moscow", "happened #1"
    )
    assert "Nothing is expected" in text_of(await stage.run("status"))


async def test_a_bare_number_is_refused_where_it_could_be_any_story(stage: Stage) -> None:
    await stage.run(PEACE, "expect ukraine-peace next week: Envoy to Moscow")
    answer = await stage.type("happened #1")
    assert answer.refused
    assert "Which story? Name it, as in “ukraine-peace#1”" in answer.text


async def test_a_channel_that_follows_several_stories_is_asked_for_one_of_them(
    stage: Stage,
) -> None:
    await stage.run(PEACE, "new budget The budget", "follow budget", "follow ukraine-peace")
    assert "as in “/story status budget”" in (await stage.type("status")).text
    assert "as in “budget#1”" in (await stage.type("happened #1")).text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("status ukrane-peace", "Did you mean “ukraine-peace”?"),
        ("status zzz", "There is no story called “zzz”"),
        ("statsu", "Did you mean “status”?"),
        ("expect ukraine-peace someday: Peace", "I don’t understand “someday”"),
        ("expect ukraine-peace yesterday: Peace", "has passed"),
        ("expect ukraine-peace next week: ", "Something is missing"),
        ("happened ukraine-peace#9", "no follow-up #9"),
        ("happened two", "names no follow-up"),
        ("new Two_ words", "can’t be a slugline"),
        ("read ukraine-peace 12345 !!!", "There is no text"),
        ("read ukraine-peace abc\x00def", "not text"),
        ("keep all", "no article read here"),
        ("subscribe tag:", "nothing to subscribe to"),
        ("unsubscribe ukraine-peace", "doesn’t follow"),
        ("snooze ukraine-peace#1 soonish", "I don’t understand"),
    ],
)
async def test_bad_input_gets_one_sentence_and_changes_nothing(
    stage: Stage, typed: str, says: str
) -> None:
    await stage.run(PEACE, "expect ukraine-peace next week: Envoy to Moscow")
    before = text_of(await stage.run("status ukraine-peace"))
    answer = await stage.type(typed)
    assert says in answer.text
    assert answer.private
    assert answer.refused
    assert text_of(await stage.run("status ukraine-peace")) == before


async def test_an_article_of_ten_megabytes_is_refused(stage: Stage) -> None:
    await stage.run(PEACE)
    answer = await stage.desk.call(
        an_asker(), "read", {"story": "ukraine-peace", "article": "word " * 2_000_000}
    )
    assert answer.refused
    assert "10000000" not in answer.title
    assert "characters" in answer.text


async def test_ambiguous_words_offer_the_other_reading(stage: Stage) -> None:
    await stage.run(PEACE)
    answer = await stage.run("expect ukraine-peace next Friday: Vote")
    assert "could also mean Friday 28 November" in answer.text
    (other,) = commands_of(answer)
    moved = text_of(await stage.type(other))
    assert "Friday 28 November" in moved
    assert "Friday 5 December" in moved  # struck through: what was understood first


async def test_an_article_is_read_kept_and_reminded_of(stage: Stage) -> None:
    await stage.run(PEACE, "subscribe ukraine-peace")
    proposals = await stage.run(f"read ukraine-peace {ARTICLE}")
    assert "week 49, 1–7 December" in text_of(proposals)
    keep = next(c for c in commands_of(proposals) if c.startswith("keep") and c.endswith(":all"))
    kept = await stage.run(keep)
    assert kept.replaces
    assert "Kept as ukraine-peace#1" in text_of(kept)
    assert "Tuesday 14 October" in text_of(await stage.run("timeline ukraine-peace"))
    posted = await stage.pass_time(stage.clock.now() + timedelta(days=6))
    assert [f"{p.at.astimezone(OSLO):%d %b %H:%M} {p.message.title[:9]}" for p in posted] == [
        "28 Nov 15:00 Coming up",
        "01 Dec 08:30 From now ",
    ]


async def test_reading_the_same_article_again_is_recognised(stage: Stage) -> None:
    await stage.run(PEACE, f"read ukraine-peace {ARTICLE}", "keep 1")
    again = await stage.run(f"read ukraine-peace {ARTICLE}")
    assert "read before" in again.text
    assert "Kept as ukraine-peace#1" in text_of(again)


async def test_an_article_without_a_story_is_asked_where_it_belongs(stage: Stage) -> None:
    question = await stage.run(f"read {ARTICLE}")
    (new,) = [c for c in commands_of(question) if c.startswith("file")]
    proposals = await stage.run(new)
    assert "Keep" in text_of(proposals)
    assert "1 expected" in text_of(await stage.run(commands_of(proposals)[0], "list"))


async def test_a_discarded_proposal_is_not_kept_with_the_rest(stage: Stage) -> None:
    await stage.run(PEACE, f"read ukraine-peace {ARTICLE}", "discard 1", "keep all")
    assert "Nothing is expected" in text_of(await stage.run("status ukraine-peace"))


async def test_where_an_article_proposes_no_fact_none_is_revised(stage: Stage) -> None:
    await stage.run(PEACE, "read ukraine-peace The envoy is due in Moscow next week.")
    assert "“timeline” is none of the open proposals" in (await stage.type("revise timeline")).text


async def test_an_article_with_nothing_in_it_is_asked_no_home(stage: Stage) -> None:
    answer = await stage.run("read The mayor likes cake.")
    assert answer.text == "I found nothing that is expected, and no dated facts."
    assert commands_of(answer) == []
    assert answer.private


async def test_postponing_asks_for_the_new_time_where_none_is_said(stage: Stage) -> None:
    await stage.run(PEACE, "expect ukraine-peace next week: Envoy to Moscow")
    answer = await stage.type("postpone ukraine-peace#1")
    assert answer.form is not None
    assert answer.form.known == {"follow_up": "ukraine-peace#1"}
    done = await stage.desk.call(
        an_asker(), "postpone", {**answer.form.known, "when": "to 10 December", "reason": "Storm"}
    )
    assert "Wednesday 10 December\nweek 49" in text_of(done)
    assert "Storm" in text_of(done)


@pytest.mark.parametrize(
    ("when", "about"), [("someday", "when"), ("yesterday", "when"), ("next week", "")]
)
async def test_a_refusal_names_the_parameter_at_fault(stage: Stage, when: str, about: str) -> None:
    await stage.run(PEACE, "expect ukraine-peace next week: Envoy to Moscow")
    values = {"follow_up": "ukraine-peace#1", "when": when, "reason": "Storm"}
    answer = await stage.desk.call(an_asker(), "postpone", values)
    assert (answer.about, answer.refused) == (about, bool(about))


async def test_a_form_sent_empty_postpones_until_further_notice(stage: Stage) -> None:
    await stage.run(PEACE, "expect ukraine-peace next week: Envoy to Moscow")
    sent = {"follow_up": "ukraine-peace#1", "when": "", "reason": ""}
    await stage.desk.call(an_asker(), "postpone", sent)
    status = await stage.run("status ukraine-peace")
    assert [s.heading for s in status.sections] == ["Waiting for a new date"]


async def test_an_option_without_a_time_is_asked_for_one(stage: Stage) -> None:
    await stage.run(PEACE, "expect ukraine-peace next week: Envoy to Moscow")
    answer = await stage.desk.call(an_asker(), "postpone", {"follow_up": "ukraine-peace#1"})
    assert answer.form is not None
    assert "week 49" in text_of(await stage.run("status ukraine-peace"))


async def test_nothing_of_another_newsroom_is_shown(stage: Stage) -> None:
    await stage.run(PEACE, "expect ukraine-peace next week: Secret")
    for typed in ("status ukraine-peace", "happened ukraine-peace#1", "list"):
        answer = await stage.type(typed, workspace="T2")
        assert "Secret" not in text_of(answer)
        assert "ukraine-peace:" not in text_of(answer)


async def test_a_norwegian_newsroom_is_answered_in_norwegian() -> None:
    stage = Stage(language=Language.NB)
    await stage.run("ny fredssamtaler Fredssamtalene")
    answer = await stage.run("forvent fredssamtaler neste uke: Utsendingen til Moskva")
    assert "uke 49, 1.–7. desember" in text_of(answer)
    refusal = await stage.type("forvent fredssamtaler en gang: Fred")
    assert refusal.text.startswith("Jeg forstår ikke «en gang»")


async def test_norwegian_words_are_understood_in_an_english_channel(stage: Stage) -> None:
    await stage.run(PEACE)
    answer = await stage.run("expect ukraine-peace neste uke: Witkoff til Moskva")
    assert "week 49, 1–7 December" in text_of(answer)


async def test_what_is_typed_is_completed(stage: Stage) -> None:
    await stage.run(PEACE, "expect ukraine-peace next week: Envoy to Moscow")
    asker = an_asker()

    async def completions(command: str, parameter: str, typed: str) -> list[str]:
        return [c.value for c in await stage.desk.complete(asker, command, parameter, typed)]

    assert await completions("status", "story", "ukr") == ["ukraine-peace"]
    assert await completions("happened", "follow_up", "ukr") == ["ukraine-peace#1"]
    assert await completions("help", "command", "exp") == ["expect"]
    assert "next week" in await completions("expect", "when", "next")
    assert await completions("status", "nonsense", "x") == []


async def test_our_own_mistake_is_told_with_a_reference(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.run(PEACE)

    def broken() -> None:
        raise RuntimeError("secret inner workings")

    monkeypatch.setattr(stage.store, "view", broken)
    answer = await stage.type("list")
    assert answer.refused
    assert "secret" not in answer.text
    assert "reference" in answer.text


@pytest.mark.parametrize(
    "typed",
    ["headline valdria Talks at last", "note valdria the talks began", "headline val-dora Talks"],
)
async def test_a_mistyped_story_is_not_taken_for_the_one_the_channel_follows(
    stage: Stage, typed: str
) -> None:
    await stage.run("new harbour The harbour", "new valdoria Valdoria", "subscribe harbour")
    answer = await stage.type(typed)
    assert answer.refused
    assert "Did you mean “valdoria”?" in answer.text


@pytest.mark.parametrize("text", ["valdorian talks begin", "Valdria on the brink", "vale of tears"])
async def test_words_are_not_taken_for_a_mistyped_story(stage: Stage, text: str) -> None:
    await stage.run("new harbour The harbour", "new valdoria Valdoria", "subscribe harbour")
    assert text in (await stage.run(f"headline {text}")).title


async def test_a_follow_ups_status_shows_it_with_what_can_be_done(stage: Stage) -> None:
    await stage.run(PEACE, "expect ukraine-peace next week: Envoy to Moscow")
    answer = await stage.run("status ukraine-peace#1")
    assert answer.title == "ukraine-peace#1: Envoy to Moscow"
    assert commands_of(answer)[0] == "happened ukraine-peace#1"
    assert await stage.run("status ukraine-peace #1") == answer


@pytest.mark.parametrize("typed", ["ukraine-peace", "/story Ukraine-Peace", "show ukraine-peace"])
async def test_a_storys_name_alone_asks_for_its_status(stage: Stage, typed: str) -> None:
    await stage.run(PEACE)
    assert await stage.run(typed) == await stage.run("status ukraine-peace")


async def test_a_follow_ups_name_alone_asks_for_its_status(stage: Stage) -> None:
    await stage.run(PEACE, "subscribe ukraine-peace", "expect next week: Envoy to Moscow")
    assert (await stage.run("#1")).title == "ukraine-peace#1: Envoy to Moscow"


async def test_what_is_missing_is_named_where_the_story_goes_without_saying(stage: Stage) -> None:
    await stage.run(PEACE, "subscribe ukraine-peace")
    assert "missing. When: next week" in (await stage.type("expect")).text
    assert "missing. What is expected, in a line." in (await stage.type("expect next week")).text


async def test_where_no_form_opens_an_example_names_the_follow_up(stage: Stage) -> None:
    await stage.run(PEACE, "expect ukraine-peace next week: Envoy to Moscow")
    said = (await stage.type("postpone ukraine-peace#1")).text
    assert said == (
        "There is more to say of it, for instance:"
        " /story postpone ukraine-peace#1 to 10 December: The trip is delayed"
    )


async def test_deadlines_stand_among_the_expected_by_their_end(stage: Stage) -> None:
    await stage.run(
        PEACE,
        "expect ukraine-peace by Sunday: Report",
        "expect ukraine-peace tomorrow: Vote",
    )
    (expected,) = (await stage.run("status ukraine-peace")).sections
    assert [item.text for item in expected.items] == ["Vote", "Report"]


async def test_what_is_expected_stands_in_order_of_time_across_zones(stage: Stage) -> None:
    await stage.run(PEACE, "expect ukraine-peace tomorrow at 16:00: Vote in Oslo")
    await stage.run("set zone America/New_York")
    await stage.run("expect ukraine-peace tomorrow at 12:00: Speech in New York")
    (expected,) = (await stage.run("status ukraine-peace")).sections
    assert [item.text for item in expected.items] == ["Vote in Oslo", "Speech in New York"]


async def test_a_slugline_typed_with_its_norwegian_letters_is_no_time() -> None:
    stage = Stage()
    await stage.run("new sandoy The strike on Sandøy", "follow sandoy")
    refusal = await stage.type("expect sandøy tomorrow: The mediator speaks")
    assert refusal.text == "There is no story called “sandøy”. Did you mean “sandoy”?"


@pytest.mark.parametrize(
    "typed", ["#1 happened", "ukraine-peace#1 skjedde i dag", "/story #1 happened: In the end"]
)
async def test_a_follow_up_may_be_named_before_what_is_said_of_it(stage: Stage, typed: str) -> None:
    await stage.run(PEACE, "follow ukraine-peace", "expect today: Envoy to Moscow")
    assert "happened" in text_of(await stage.run(typed))


async def test_what_is_said_of_a_follow_up_named_first_must_be_a_command(stage: Stage) -> None:
    await stage.run(PEACE, "follow ukraine-peace", "expect today: Envoy to Moscow")
    assert (
        "“hapened” is no command. Did you mean “happened”?" in (await stage.type("#1 hapened")).text
    )


@pytest.mark.parametrize("command", ["doubt", "drop", "reopen", "take"])
async def test_a_reason_that_nobody_would_keep_is_not_lost_in_silence(
    stage: Stage, command: str
) -> None:
    await stage.run(PEACE, "follow ukraine-peace", "expect tomorrow: Envoy to Moscow")
    before = text_of(await stage.run("status"))
    answer = await stage.type(f"{command} #1: the source is shaky")
    assert answer.refused
    assert f"“the source is shaky” would be lost: /story {command} takes" in answer.text
    assert text_of(await stage.run("status")) == before


async def test_a_setting_without_its_value_is_answered_with_an_example_of_it(stage: Stage) -> None:
    answer = await stage.type("set days-off")
    assert "/story set days-off 24 December, 31 December" in answer.text
    assert "/story set quiet" in (await stage.type("set")).text
