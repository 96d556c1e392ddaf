"""What a channel hears of what it follows: chosen, changed, taken back."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.mention import HERE, Mention, MentionKind
from bot.domain.newsroom import Asker, Inbox
from bot.domain.subscription import Notice, Subscription
from tests.stage import OSLO, Posted, Stage, an_asker, commands_of, text_of, the_channel

STORY = ("new budget The budget",)


@pytest.fixture
async def stage() -> Stage:
    stage = Stage()
    await stage.run(*STORY)
    return stage


async def told(stage: Stage, text: str, channel: str = "desk", person: str = "kari") -> str:
    answer = await stage.type(text, channel=channel, person=person)
    assert not answer.refused, answer.text
    return text_of(answer)


async def refused(stage: Stage, text: str) -> str:
    answer = await stage.type(text)
    assert answer.refused
    return answer.text


async def kept(stage: Stage, channel: str = "desk") -> list[Subscription]:
    async with stage.store.view() as tx:
        found = await the_channel(tx, channel)
        return list(await tx.subscriptions.of_channel(found.id))


async def until(stage: Stage, moment: str) -> list[Posted]:
    return await stage.pass_time(datetime.fromisoformat(moment).replace(tzinfo=OSLO))


async def test_a_new_subscription_brings_reminders_and_a_place_in_the_digest(
    stage: Stage,
) -> None:
    answer = await told(stage, "follow tag:tax")
    assert "What it hears: reminders, a place in the digest" in answer
    [one] = await kept(stage)
    assert one.notices == {Notice.REMINDERS, Notice.DIGEST}


async def test_who_follows_one_story_is_told_of_what_its_watches_hear(stage: Stage) -> None:
    answer = await told(stage, "follow budget")
    assert "What it hears: reminders, a place in the digest, alerts" in answer
    [one] = await kept(stage)
    assert one.notices == {Notice.REMINDERS, Notice.DIGEST, Notice.ALERTS}


async def test_what_to_hear_is_shown_back_in_words(stage: Stage) -> None:
    answer = await told(stage, "følg budget påminnelser oppdateringer varsle 3d, 1d 16:00")
    assert "What it hears: reminders, updates" in answer
    assert "3 working days before at 15:00, the working day before at 16:00" in answer


async def test_following_again_changes_what_is_spoken_of_and_nothing_else(stage: Stage) -> None:
    await told(stage, "follow budget lead 3d mention me")
    await told(stage, "follow budget reminders updates")
    [one] = await kept(stage)
    assert one.notices == {Notice.REMINDERS, Notice.UPDATES}
    assert len(one.leads) == 1
    assert [mention.name for mention in one.mentions] == ["kari"]


async def test_following_again_just_so_says_so(stage: Stage) -> None:
    await told(stage, "follow budget")
    assert "follows budget already" in await told(stage, "follow budget")


async def test_one_button_lets_a_channel_hear_of_changes_too(stage: Stage) -> None:
    answer = await stage.type("follow budget", channel="desk")
    assert commands_of(answer) == ["subscribe budget reminders updates digest alerts"]
    answer = await stage.type(commands_of(answer)[0], channel="desk")
    assert commands_of(answer) == ["subscribe budget reminders digest alerts"]


async def test_the_list_shows_what_is_heard_of_each(stage: Stage) -> None:
    await told(stage, "follow budget updates reminders lead 2d mention @kari")
    await told(stage, "follow tag:tax")
    shown = await told(stage, "following")
    assert "reminders, updates · heads-ups 2 working days before at 15:00 · @kari" in shown
    assert "tag:tax\nreminders, a place in the digest" in shown


async def test_a_change_is_taken_back_exactly(stage: Stage) -> None:
    await told(stage, "follow budget lead 3d")
    await told(stage, "expect budget 10 December: Vote")
    before = await kept(stage), await why(stage)
    await told(stage, "follow budget updates lead 5d mention here")
    await told(stage, "undo")
    assert (await kept(stage), await why(stage)) == before


async def test_following_no_longer_is_taken_back_with_all_that_was_wanted(stage: Stage) -> None:
    await told(stage, "follow budget reminders lead 3d mention here")
    before = await kept(stage)
    await told(stage, "unfollow budget")
    assert await kept(stage) == []
    await told(stage, "undo")
    assert await kept(stage) == before


async def test_the_record_tells_what_was_chosen(stage: Stage) -> None:
    await told(stage, "follow budget updates")
    assert "followed here: budget (updates)" in await told(stage, "history budget")


# Leads


async def why(stage: Stage, channel: str = "desk") -> list[str]:
    answer = await stage.type("why budget#1", channel=channel)
    items = [item for section in answer.sections for item in section.items]
    return [" | ".join([item.lead, item.text, *item.details]) for item in items]


async def test_each_channel_gets_the_heads_ups_it_asked_for(stage: Stage) -> None:
    await told(stage, "follow budget lead 3d, 1d", channel="desk")
    await told(stage, "follow budget", channel="sport")
    await told(stage, "expect budget 10 December: Vote")
    posted = await until(stage, "2025-12-09T16:00")
    told_at = {(each.at.astimezone(OSLO).day, each.channel) for each in posted}
    assert len(posted) == 3
    assert told_at == {(5, "desk"), (9, "desk"), (9, "sport")}


async def test_leads_asked_for_later_are_planned_for_what_is_expected_already(
    stage: Stage,
) -> None:
    await told(stage, "expect budget 10 December: Vote")
    await told(stage, "follow everything lead 3d")
    posted = await until(stage, "2025-12-10T09:00")
    assert [each.message.title for each in posted] == ["Coming up: Vote", "Today: Vote"]
    assert posted[0].at.astimezone(OSLO).day == 5


async def test_a_story_that_comes_under_a_followed_tag_is_planned_by_its_leads(
    stage: Stage,
) -> None:
    await told(stage, "expect budget 10 December: Vote")
    await told(stage, "follow tag:tax lead 3d")
    await told(stage, "tags budget tax")
    [heads_up] = await until(stage, "2025-12-09T16:00")
    assert heads_up.at.astimezone(OSLO).day == 5


async def test_it_is_explained_who_asked_for_a_heads_up(stage: Stage) -> None:
    await told(stage, "follow budget lead 3d")
    await told(stage, "follow budget", channel="sport")
    await told(stage, "expect budget 10 December: Vote")
    asked, left_out = (await why(stage))[:2]
    assert asked.endswith("Rule: 3 working days before at 15:00 | This channel asked for it.")
    assert left_out.endswith("Because this channel asked for other heads-ups")
    others = "\n".join(await why(stage, "sport"))
    assert "3 working days before" not in others
    assert "this channel asked for other heads-ups" not in others


async def test_a_heads_up_of_ones_own_outlives_a_change_of_who_is_on_it(stage: Stage) -> None:
    await told(stage, "set quiet 14:00-06:00")
    await told(stage, "follow budget lead 3d")
    await told(stage, "expect budget 10 December: Vote")
    await until(stage, "2025-12-05T15:30")
    await told(stage, "assign budget#1 me")
    [heads_up] = await until(stage, "2025-12-06T07:00")
    assert heads_up.message.title == "Coming up: Vote"


# Whom to call upon


async def test_reminders_of_a_channel_call_upon_those_it_named(stage: Stage) -> None:
    await told(stage, "list", person="ola")
    await told(stage, "follow budget reminders updates mention @ola and here")
    await told(stage, "follow everything", channel="sport")
    await stage.run("expect budget 27 November: Vote")
    posted = await until(stage, "2025-11-27T09:00")
    called = {(p.message.title, p.channel): (p.message.mentions, p.message.groups) for p in posted}
    assert called == {
        ("New: Vote", "desk"): ((), ()),
        ("Coming up: Vote", "desk"): (("ola",), (HERE,)),
        ("Coming up: Vote", "sport"): ((), ()),
        ("Today: Vote", "desk"): (("ola",), (HERE,)),
        ("Today: Vote", "sport"): ((), ()),
    }


async def test_what_has_ended_calls_nobody(stage: Stage) -> None:
    await told(stage, "follow budget mention here")
    await stage.run("expect budget 27 November: Vote")
    [heads_up] = await until(stage, "2025-11-26T16:00")
    await stage.run("happened budget#1")
    await until(stage, "2025-11-26T16:01")
    assert heads_up.message.groups == ()


async def test_a_group_is_called_by_the_key_its_platform_gives(stage: Stage) -> None:
    desk = Mention(MentionKind.GROUP, "S1", "Vakt øst")
    asker = replace(an_asker("desk"), mentioned=(desk,))
    answer = await stage.desk.type(asker, "follow budget mention @Vakt øst, kari")
    assert "Reminders call upon: @Vakt øst @kari" in text_of(answer)


@pytest.mark.parametrize("word", ["@everyone", "@channel", "alle"])
async def test_nobody_calls_a_whole_channel(stage: Stage, word: str) -> None:
    assert "never on everyone" in await refused(stage, f"follow budget mention {word}")


async def test_an_unknown_name_is_refused(stage: Stage) -> None:
    assert "“nemo”" in await refused(stage, "follow budget mention @nemo")


async def test_nobody_is_called_any_more_once_that_is_said(stage: Stage) -> None:
    await told(stage, "follow budget mention here")
    await told(stage, "follow budget mention nobody")
    [one] = await kept(stage)
    assert one.mentions == ()


# One notice a channel


async def test_a_channel_that_follows_by_several_targets_hears_everything_once(
    stage: Stage,
) -> None:
    await stage.run("tags budget tax")
    await told(stage, "follow budget reminders lead 3d mention here")
    await told(stage, "follow tag:tax reminders updates mention @kari")
    await told(stage, "follow everything digest")
    await stage.run("expect budget 10 December: Vote")
    posted = await until(stage, "2025-12-10T09:00")
    at = [(p.at.astimezone(OSLO).day, p.message.title) for p in posted if p.channel == "desk"]
    assert at == [
        (26, "New: Vote"),
        (5, "Coming up: Vote"),
        (9, "Coming up: Vote"),
        (10, "Today: Vote"),
    ]
    assert {(p.message.mentions, p.message.groups) for p in posted[1:]} == {(("kari",), (HERE,))}


async def test_a_channel_that_asked_for_no_reminders_is_told_why_it_got_none(
    stage: Stage,
) -> None:
    await told(stage, "follow budget digest")
    await told(stage, "expect budget 27 November: Vote")
    assert await until(stage, "2025-11-27T09:00") == []
    assert all("asked for no reminders" in line for line in await why(stage))


async def test_what_is_held_back_is_not_sent_to_a_channel_that_wants_it_no_longer(
    stage: Stage,
) -> None:
    await told(stage, "set quiet 14:00-06:00")
    await told(stage, "follow budget")
    await told(stage, "expect budget next week: Vote")
    await until(stage, "2025-11-28T15:30")
    await told(stage, "follow budget digest")
    assert await until(stage, "2025-11-29T07:00") == []
    assert "did not want it any more" in "\n".join(await why(stage))


async def test_a_story_kept_out_of_the_digest_is_not_in_it(stage: Stage) -> None:
    await stage.run("new strike The strike", "expect strike tomorrow: Talks")
    await stage.run("expect budget tomorrow: Vote")
    await told(stage, "follow budget reminders")
    await told(stage, "follow strike")
    digest = await told(stage, "digest")
    assert "Talks" in digest
    assert "Vote" not in digest


# Direct messages


async def test_a_person_subscribes_in_direct_messages_from_a_channel(stage: Stage) -> None:
    asker = with_inbox("desk")
    answer = await stage.desk.type(asker, "follow budget me")
    assert "You follow budget from now on" in answer.text
    await stage.run("expect budget 27 November: Vote")
    [heads_up] = await until(stage, "2025-11-26T16:00")
    assert heads_up.channel == "@kari"


async def test_direct_messages_show_what_was_subscribed_to_from_a_channel(stage: Stage) -> None:
    await stage.desk.type(with_inbox("desk"), "follow budget me")
    answer = await stage.desk.type(with_inbox("@kari", direct=True), "following")
    assert "budget" in text_of(answer)
    assert answer.title == "You follow"


async def test_what_a_person_follows_is_told_to_nobody_else_in_the_channel(stage: Stage) -> None:
    answer = await stage.desk.type(with_inbox("desk"), "follow budget me")
    gone = await stage.desk.type(with_inbox("desk"), "unfollow budget me")
    own = await stage.desk.type(with_inbox("@kari", direct=True), "follow budget")
    assert (answer.private, gone.private, own.private) == (True, True, False)


async def test_a_person_unsubscribes_in_direct_messages_from_a_channel(stage: Stage) -> None:
    asker = with_inbox("desk")
    assert "What you hear" in text_of(await stage.desk.type(asker, "follow budget me"))
    gone = await stage.desk.type(asker, "unfollow budget me")
    assert gone.text == "You no longer follow budget."
    again = await stage.desk.type(asker, "unfollow budget me")
    assert "You don’t follow “budget” in your direct messages" in again.text


@pytest.mark.parametrize("typed", ["emneord:krig", "emneord krig", "tag krig", "Emne: krig"])
async def test_a_tag_is_followed_in_the_words_people_have_for_it(stage: Stage, typed: str) -> None:
    assert "follows tag:krig from now on" in (await stage.run(f"subscribe {typed}")).text


async def test_a_wish_that_is_none_is_named_alone(stage: Stage) -> None:
    assert "I don’t understand “tull”" in await refused(stage, "subscribe budget tull")


async def test_where_there_are_no_direct_messages_that_is_said(stage: Stage) -> None:
    assert "can’t write to you directly" in await refused(stage, "follow budget me")


def with_inbox(channel: str, *, direct: bool = False) -> Asker:
    return replace(an_asker(channel), inbox=Inbox("T1", "@kari"), direct=direct)


async def test_a_message_calls_upon_no_crowd(stage: Stage) -> None:
    crowd = tuple(Mention(MentionKind.PERSON, f"U{n}", f"name{n}") for n in range(11))
    asker = replace(an_asker("desk"), mentioned=crowd)
    names = " ".join(f"@{mention.name}" for mention in crowd)
    answer = await stage.desk.type(asker, f"follow budget mention {names}")
    assert answer.refused
    assert "up to 10" in answer.text


async def test_who_stops_following_a_story_is_told_by_what_else_it_is_heard_of(
    stage: Stage,
) -> None:
    await told(stage, "tags budget tax")
    for followed in ("budget", "tag:tax", "tag:war", "everything"):
        await told(stage, f"follow {followed}")
    assert "But it still hears of it, for it follows everything, tag:tax." in await told(
        stage, "unfollow budget"
    )


async def test_who_stops_following_all_that_reached_a_story_is_told_no_more(stage: Stage) -> None:
    await told(stage, "follow budget")
    await told(stage, "follow tag:war")
    assert "But it still" not in await told(stage, "unfollow budget")


@pytest.mark.parametrize(
    ("followed", "says"),
    [
        ("tag:elektions", "No story has that tag yet."),
        ("desk:foriegn", "No story is of that desk yet."),
    ],
)
async def test_who_follows_what_no_story_has_is_told_so(
    stage: Stage, followed: str, says: str
) -> None:
    await told(stage, "tags budget elections")
    await told(stage, "desk budget foreign")
    assert says in await told(stage, f"follow {followed}")
    assert "No story" not in await told(stage, "follow tag:elections")
    assert "No story" not in await told(stage, "follow desk:foreign")
