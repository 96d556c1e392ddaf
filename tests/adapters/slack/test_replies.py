"""Where Slack's answers stand, so that they can be edited there."""

from dataclasses import replace

from structlog.testing import capture_logs

from adapters.slack import SlackAdapter
from bot.domain.delivery import MessageRef
from bot.domain.message import Button, Given, Message
from bot.domain.newsroom import Platform
from tests.adapters.slack.fake_slack import FakeSlack, Fault
from tests.adapters.slack.scripted_daybook import ScriptedDaybook
from tests.builders import NOON, an_id

SAID = Message(title="Peace", buttons=(Button("Close", "close peace"),))
TO_KEEP = replace(SAID, given=Given(an_id("newsroom"), an_id("channel"), NOON))
"""An answer that is to be kept true."""


async def test_an_answer_to_be_kept_true_is_posted_by_the_bot_and_can_be_edited(
    slack: FakeSlack, adapter: SlackAdapter, daybook: ScriptedDaybook
) -> None:
    daybook.answer = TO_KEEP
    await slack.slash("status peace", channel="C7")
    message, ref = await daybook.standing.get()
    (posted,) = slack.said
    assert replace(message, footnote="") == TO_KEEP
    assert ref == MessageRef(Platform.SLACK, "T1", "C7", posted.ts)
    await adapter.messenger.edit(ref, Message(title="Peace: happened"))
    assert slack.said[0].body["text"] == "Peace: happened"


async def test_what_the_bot_posts_says_who_asked_by_which_command_and_no_more(
    slack: FakeSlack, adapter: SlackAdapter, daybook: ScriptedDaybook
) -> None:
    daybook.answer = replace(TO_KEEP, footnote="peace · The talks")
    await slack.slash("forvent peace i morgen: Hemmelig møte", command="/sak")
    message, _ = await daybook.standing.get()
    assert message.footnote == "peace · The talks · name-u1: /sak forvent"
    await slack.press(await slack.next_answer(), "close peace")
    message, _ = await daybook.standing.get()
    assert message.footnote == "peace · The talks · name-u1: /story close"


async def test_in_direct_messages_nobody_need_be_told_who_asked(
    slack: FakeSlack, adapter: SlackAdapter, daybook: ScriptedDaybook
) -> None:
    daybook.answer = TO_KEEP
    await slack.slash("status peace", channel="D7")
    assert (await daybook.standing.get())[0] == TO_KEEP


async def test_any_other_answer_goes_to_the_response_url(
    slack: FakeSlack, adapter: SlackAdapter, daybook: ScriptedDaybook
) -> None:
    daybook.answer = SAID
    await slack.slash("list")
    assert (await slack.next_answer())["response_type"] == "in_channel"
    assert slack.said == []
    assert daybook.standing.empty()


async def test_where_the_bot_may_not_post_the_answer_goes_to_the_response_url(
    slack: FakeSlack, adapter: SlackAdapter, daybook: ScriptedDaybook
) -> None:
    slack.refusing["C7"] = "channel_not_found"
    daybook.answer = TO_KEEP
    with capture_logs() as logged:
        await slack.slash("status peace", channel="C7")
        answer = await slack.next_answer()
    assert answer["response_type"] == "in_channel"
    assert answer["text"].startswith("Peace")
    assert daybook.standing.empty()
    (told,) = [entry for entry in logged if entry["event"] == "slack_answer_not_kept"]
    assert told["reason"] == "channel_not_found"


async def test_an_answer_that_stands_perhaps_is_not_given_twice(
    slack: FakeSlack, adapter: SlackAdapter, daybook: ScriptedDaybook
) -> None:
    slack.fail_next("answers", Fault(drop_answer=True))
    daybook.answer = TO_KEEP
    await slack.slash("status peace")
    await slack.next_answer()
    daybook.answer = Message(text="Next.")
    await slack.slash("list")
    assert (await slack.next_answer())["text"] == "Next."
    assert daybook.standing.empty()


async def test_the_answer_to_a_button_stands_in_the_thread_of_its_message(
    slack: FakeSlack, adapter: SlackAdapter, daybook: ScriptedDaybook
) -> None:
    daybook.answer = TO_KEEP
    await slack.slash("status peace")
    first = await slack.next_answer()
    await slack.press(first, "close peace")
    await slack.next_answer()
    assert slack.said[1].body["thread_ts"] == slack.said[0].ts


async def test_an_answer_that_replaces_a_message_stands_in_its_place(
    slack: FakeSlack, adapter: SlackAdapter, daybook: ScriptedDaybook
) -> None:
    daybook.answer = TO_KEEP
    await slack.slash("status peace")
    shown = await slack.next_answer()
    _, first = await daybook.standing.get()
    daybook.answer = Message(title="Closed", replaces=True)
    await slack.press(shown, "close peace")
    assert (await slack.next_answer())["replace_original"] is True
    message, ref = await daybook.standing.get()
    assert (message.title, ref) == ("Closed", first)


async def test_what_replaces_a_message_that_one_alone_saw_stands_nowhere(
    slack: FakeSlack, adapter: SlackAdapter, daybook: ScriptedDaybook
) -> None:
    daybook.answer = replace(SAID, private=True)
    await slack.slash("status peace")
    shown = await slack.next_answer()
    daybook.answer = Message(title="Closed", replaces=True)
    await slack.press(shown, "close peace")
    await slack.next_answer()
    assert daybook.standing.empty()
