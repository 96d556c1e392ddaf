"""What a newsroom and a channel set in chat, and what follows from it."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.language import Language
from bot.domain.mention import Mention, MentionKind
from bot.domain.message import Message
from bot.domain.setting import Setting
from bot.errors import DeliveryFailed
from tests.stage import OSLO, Stage, an_asker, text_of


@pytest.fixture
def stage() -> Stage:
    return Stage()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def value_of(settings: Message, lead: str) -> str:
    (item,) = [i for s in settings.sections for i in s.items if i.lead == lead]
    return item.text


@pytest.mark.parametrize(
    ("typed", "lead", "value"),
    [
        ("set quiet 23-6.30", "Quiet hours", "23:00–06:30"),
        ("set quiet off", "Quiet hours", "none"),
        ("set zone europe/london", "Time zone", "Europe/London"),
        ("set digest 07:00 mon-fri", "Digest", "07:00, Mon–Fri except days off"),
        (
            "sett dagsliste 7 man, tor ikke tom",
            "Digest",
            "07:00, Mon, Thu except days off, unless it is empty",
        ),
        ("set digest 06:30", "Digest", "06:30, every day"),
        ("set name  The Daily   Echo", "Name", "The Daily Echo"),
        ("set newsroom-language nynorsk", "Language of new channels", "Norwegian (nynorsk)"),
        ("set newsroom-zone UTC", "Time zone of days and reminders", "UTC"),
        ("set country gb", "Country", "United Kingdom (GB)"),
        ("sett land Sverige", "Country", "Sweden (SE)"),
        ("sett stilletid 23 til 6", "Quiet hours", "23:00–06:00"),
        ("set quiet hours 23-6", "Quiet hours", "23:00–06:00"),
        ("set days-off 24 December, next Monday", "Days off of our own", "1 Dec, 24 Dec"),
        ("set working-hours 7-14", "Working hours", "Mon–Fri; mornings 07:00, heads-ups 14:00"),
        (
            "sett arbeidstid 06.30-15 ons-søn",
            "Working hours",
            "Wed–Sun; mornings 06:30, heads-ups 15:00",
        ),
        ("set admin here", "Told of trouble", "#foreign"),
    ],
)
async def test_what_is_set_is_shown(stage: Stage, typed: str, lead: str, value: str) -> None:
    answer = await stage.run(typed)
    assert value_of(answer, lead) == value
    assert value_of(await stage.run("settings"), lead) == value


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("set quiet soon", "Write them as 23:00-06:00"),
        ("set quiet 23:00-23:00", "Write them as 23:00-06:00"),
        ("set digest 25:00", "07:00 mon-fri"),
        ("set digest 07:00 someday", "07:00 mon-fri"),
        ("set zone Londn", "Did you mean Europe/London?"),
        ("set zone Middle-earth", "such as Europe/Oslo"),
        ("set language sv", "Choose nb"),
        ("set country Atlantis", "NO, SE or GB"),
        ("set days-off someday", "I don’t understand “someday”"),
        ("set days-off next year", "365 days off"),
        ("set working-hours late", "08:30-15:00 mon-fri"),
        ("set working-hours 15:00-08:30", "08:30-15:00 mon-fri"),
        ("set working-hours 08:30-15:00 someday", "08:30-15:00 mon-fri"),
        ("set admin elsewhere", "set admin here"),
        ("set name " + "x" * 81, "1 to 80 characters"),
        ("set quite 23-6", "Did you mean “quiet”?"),
        ("set xyzzy 1", "is no setting"),
        ("set colour blue", "“colour” is no setting. See them all"),
        ("set quiet", "Something is missing"),
        ("set editors @ola", "I haven’t met “@ola” yet"),
    ],
)
async def test_a_bad_value_is_refused_with_one_that_works(
    stage: Stage, typed: str, says: str
) -> None:
    before = await stage.run("settings")
    answer = await stage.type(typed)
    assert answer.refused
    assert says in answer.text
    assert await stage.run("settings") == before


async def test_a_channel_is_answered_in_its_new_language_at_once(stage: Stage) -> None:
    assert "Norsk (bokmål)" in text_of(await stage.run("set language nb"))
    assert (await stage.run("list")).title == "Saker"
    assert (await stage.type("list", channel="sport")).title == "Stories"


async def test_a_new_channel_reads_the_newsrooms_language(stage: Stage) -> None:
    await stage.run("set newsroom-language nb")
    assert (await stage.type("list", channel="sport")).title == "Saker"


async def test_days_off_are_added_and_removed_one_by_one(stage: Stage) -> None:
    lead = "Days off of our own"
    await stage.run("set days-off 24 December")
    assert value_of(await stage.run("set days-off add 2 January"), lead) == "24 Dec, 2 Jan 2026"
    left = await stage.run("sett fridager fjern 24. desember")
    assert value_of(left, lead) == "2 Jan 2026"
    assert value_of(await stage.run("set days-off none"), lead) == "none"


async def test_every_setting_is_shown_once(stage: Stage) -> None:
    shown = await stage.run("settings")
    leads = [item.lead for section in shown.sections for item in section.items]
    assert len(leads) == len(set(leads)) == len(Setting) + 1  # and the reminder policy


async def test_a_day_off_moves_what_is_planned(stage: Stage) -> None:
    await stage.run("new budget The budget", "subscribe budget", "expect budget 5 December: Vote")
    answer = await stage.run("set days-off 4 December")
    assert answer.text == "The reminders of 1 follow-up are planned anew."
    posted = await stage.pass_time(at("2025-12-05T07:00"))
    assert [p.at.astimezone(OSLO) for p in posted] == [at("2025-12-03T15:00")]


async def test_what_was_said_before_a_change_of_zone_is_not_said_again(stage: Stage) -> None:
    await stage.run("new budget The budget", "subscribe budget", "expect budget 5 December: Vote")
    assert len(await stage.pass_time(at("2025-12-04T20:00"))) == 1
    await stage.run("set newsroom-zone Europe/London")
    posted = await stage.pass_time(at("2025-12-05T12:00"))
    assert [p.at.astimezone(OSLO) for p in posted] == [at("2025-12-05T09:30")]


async def test_quiet_hours_hold_back_what_falls_into_them(stage: Stage) -> None:
    await stage.run(
        "new budget The budget",
        "subscribe budget",
        "expect budget 5 December: Vote",
        "set quiet 14:00-16:00",
    )
    (posted,) = await stage.pass_time(at("2025-12-04T20:00"))
    assert posted.at.astimezone(OSLO) == at("2025-12-04T16:00")


async def test_nobody_sets_anything_for_another_newsroom(stage: Stage) -> None:
    await stage.run("set name The Daily Echo")
    assert "Echo" not in text_of(await stage.type("settings", workspace="T2"))


async def test_at_first_everyone_is_an_editor(stage: Stage) -> None:
    assert value_of(await stage.run("settings"), "Editors") == "everyone"
    assert not (await stage.type("new budget The budget", person="ola")).refused


async def test_where_editors_are_named_others_only_look(stage: Stage) -> None:
    await stage.type("help", person="ola")
    await stage.type("help", person="per")
    answer = await stage.run("set editors @ola")
    assert value_of(answer, "Editors") == "kari, ola"  # whoever names them stays one
    assert not (await stage.type("new budget The budget", person="ola")).refused
    for reader in ("per", "newcomer"):
        refusal = await stage.type("new other Another", person=reader)
        assert refusal.text == "Only editors may do this. These can help: kari, ola."
        assert not (await stage.type("status budget", person=reader)).refused


async def test_everyone_can_be_made_an_editor_again(stage: Stage) -> None:
    await stage.run("set editors kari", "set editors everyone")
    assert not (await stage.type("new budget The budget", person="ola")).refused


async def test_a_role_of_the_platform_makes_an_editor(stage: Stage) -> None:
    answer = await stage.run("set editors role:Vaktsjef")
    assert value_of(answer, "Editors") == "kari, those with the role vaktsjef"
    on_duty = replace(an_asker(person="per"), roles=("1234", "Vaktsjef"))
    assert not (await stage.desk.type(on_duty, "new budget The budget")).refused
    assert (await stage.type("new other Another", person="per")).refused


async def held() -> tuple[str, ...]:
    return ("S1", "desken")


async def test_a_group_that_the_platform_must_be_asked_for_makes_an_editor(stage: Stage) -> None:
    await stage.run("set editors role:@Desken")
    asker = replace(an_asker(person="per"), further_roles=held)
    assert not (await stage.desk.type(asker, "new budget The budget")).refused
    assert (await stage.type("new other Another", person="per")).refused


async def test_nobody_is_asked_for_groups_that_nobody_has_named(stage: Stage) -> None:
    async def never() -> tuple[str, ...]:
        raise AssertionError("the platform was asked")

    await stage.run("set editors kari")
    asker = replace(an_asker(person="per"), further_roles=never)
    refusal = await stage.desk.type(asker, "new budget The budget")
    assert refusal.text == "Only editors may do this. These can help: kari."


async def test_a_platform_that_does_not_tell_is_refused_with_who_can_help(stage: Stage) -> None:
    async def away() -> tuple[str, ...]:
        raise DeliveryFailed("ratelimited", retry_after=30)

    await stage.run("set editors role:desken")
    asker = replace(an_asker(person="per"), further_roles=away)
    refusal = await stage.desk.type(asker, "new budget The budget")
    assert refusal.refused
    assert "which groups you are in" in refusal.text
    assert "kari" in refusal.text


@pytest.mark.parametrize("word", ["me", "meg", "Eg"])
async def test_whoever_names_the_editors_may_call_themselves_me(stage: Stage, word: str) -> None:
    assert value_of(await stage.run(f"set editors {word}"), "Editors") == "kari"


async def test_anyone_may_see_who_the_editors_are(stage: Stage) -> None:
    assert (await stage.run("editors")).text == "everyone"
    await stage.run("editors kari, role:desken")
    shown = await stage.type("redaktører", person="per")
    assert shown.text == "kari, those with the role desken"


async def test_only_editors_name_editors(stage: Stage) -> None:
    await stage.run("editors kari")
    refusal = await stage.type("editors per", person="per")
    assert refusal.text == "Only editors may do this. These can help: kari."


async def test_a_group_is_named_by_mentioning_it(stage: Stage) -> None:
    desk = Mention(MentionKind.GROUP, "S1", "Desken")
    asker = replace(an_asker(), mentioned=(desk,))
    answer = await stage.desk.type(asker, "set editors @Desken, @kari")
    assert value_of(answer, "Editors") == "kari, those with the role desken"


async def test_a_name_that_two_people_bear_is_refused(stage: Stage) -> None:
    for key in ("u1", "u2"):
        twin = replace(an_asker(person=key), person_name="Ola")
        await stage.desk.type(twin, "help")
    assert "Several people" in (await stage.type("set editors Ola")).text
    assert value_of(await stage.run("set editors <@u2>"), "Editors") == "kari, Ola"


async def test_settings_are_completed(stage: Stage) -> None:
    found = await stage.desk.complete(an_asker(), "set", "setting", "newsroom")
    assert [choice.value for choice in found] == ["newsroom-language", "newsroom-zone"]


async def test_a_norwegian_channel_reads_norwegian_settings() -> None:
    stage = Stage(language=Language.NB)
    answer = await stage.run("sett stille 23.00-06.00")
    assert value_of(answer, "Stilletid") == "23.00–06.00"


async def test_in_direct_messages_the_settings_are_of_those(stage: Stage) -> None:
    asker = replace(an_asker("@kari"), direct=True)
    first, *_ = (await stage.desk.type(asker, "settings")).sections
    assert first.heading == "Your direct messages with me"
