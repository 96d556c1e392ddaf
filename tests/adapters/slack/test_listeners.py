"""Payloads over the fake's socket, through the real client, to Daybook and back."""

import asyncio

import pytest
from structlog.testing import capture_logs

from adapters.slack import SlackAdapter
from adapters.slack.listeners import READ_SHORTCUT
from bot.domain.mention import Mention, MentionKind
from bot.domain.message import Button, Field, Form, Message
from bot.domain.newsroom import Asker, Inbox, Platform
from tests.adapters.slack.fake_slack import FakeSlack, Fault
from tests.adapters.slack.scripted_daybook import ScriptedDaybook
from tests.adapters.slack.slack_payloads import Json

pytestmark = pytest.mark.usefixtures("adapter")

POSTPONE = Form(
    title="Postpone ukraine-peace#2",
    command="postpone",
    known={"follow_up": "ukraine-peace#2"},
    fields=(
        Field("when", "Until when?", placeholder="next week"),
        Field("reason", "Why?", required=False, multiline=True, value="Not said"),
    ),
    submit="Postpone",
)


async def an_answer_with(slack: FakeSlack, daybook: ScriptedDaybook, message: Message) -> Json:
    """What stands in Slack after a command was answered with this message."""
    daybook.answer = message
    await slack.slash("status ukraine-peace")
    return await slack.next_answer()


async def an_open_form(slack: FakeSlack, daybook: ScriptedDaybook) -> Json:
    daybook.answer = Message(form=POSTPONE)
    await slack.slash("postpone ukraine-peace#2")
    await slack.next_call("views.open")
    return slack.views[-1]


async def test_a_command_reaches_daybook_with_who_gave_it_and_where(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    await slack.slash("status ukraine-peace", channel="C7", user="U3")
    await slack.next_answer()
    inbox = Inbox("T1", "@U3")
    asker = Asker(Platform.SLACK, "T1", "avisa", "C7", "channel-c7", "U3", "name-u3", inbox=inbox)
    assert daybook.typed == [(asker, "status ukraine-peace")]


async def test_the_norwegian_name_of_the_command_is_heard_too(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    await slack.slash("status ukraine-peace", command="/sak")
    await slack.next_answer()
    assert [text for _, text in daybook.typed] == ["status ukraine-peace"]


async def test_a_command_in_direct_messages_says_so(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    await slack.slash("list", channel="D1")
    await slack.next_answer()
    asker = daybook.typed[0][0]
    assert asker.direct
    assert asker.channel_key == f"@{asker.person_key}"


async def test_whom_a_command_names_is_told_with_slacks_ids(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    await slack.slash("subscribe everything mention <@U7|ola> <!subteam^S1|@desk> <!here>")
    await slack.next_answer()
    asker, text = daybook.typed[0]
    assert text == "subscribe everything mention @ola @desk @here"
    assert asker.mentioned == (
        Mention(MentionKind.PERSON, "U7", "ola"),
        Mention(MentionKind.GROUP, "S1", "desk"),
    )


async def test_a_command_is_acknowledged_before_it_is_answered(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    daybook.may_answer.clear()
    await slack.slash("status ukraine-peace")
    assert slack.answers == []
    daybook.may_answer.set()
    await slack.next_answer()


async def test_what_slack_encoded_is_decoded_before_it_is_read(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    await slack.slash("note fisk &lt;-&gt; olje &amp; gass: ring <@U9|anna>, se <https://ntb.no>")
    await slack.next_answer()
    assert daybook.typed[0][1] == "note fisk <-> olje & gass: ring @anna, se https://ntb.no"


async def test_an_answer_stands_in_the_channel(slack: FakeSlack, daybook: ScriptedDaybook) -> None:
    answer = await an_answer_with(slack, daybook, Message(title="Ukraine peace talks"))
    assert (answer["response_type"], answer["channel"]) == ("in_channel", "C1")
    assert answer["text"] == "Ukraine peace talks"


async def test_a_private_answer_is_for_the_asker_alone(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    answer = await an_answer_with(slack, daybook, Message(text="No such story.", private=True))
    assert answer["response_type"] == "ephemeral"


async def test_pressing_a_button_gives_its_command(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    button = Button("It happened", "happened ukraine-peace#2")
    answer = await an_answer_with(slack, daybook, Message(text="Did it?", buttons=(button,)))
    await slack.press(answer, "happened ukraine-peace#2", user="U4")
    await slack.next_answer()
    asker, text = daybook.typed[-1]
    assert (asker.person_key, asker.channel_key, text) == ("U4", "C1", "happened ukraine-peace#2")


async def test_the_answer_to_a_press_stands_in_the_thread_of_its_message(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    button = Button("It happened", "happened ukraine-peace#2")
    asked = await an_answer_with(slack, daybook, Message(text="Did it?", buttons=(button,)))
    daybook.answer = Message(text="Noted.")
    await slack.press(asked, "happened ukraine-peace#2")
    answer = await slack.next_answer()
    assert (answer["thread_ts"], answer["replace_original"]) == (asked["ts"], False)


async def test_an_answer_that_replaces_takes_the_place_of_the_pressed_message(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    button = Button("Keep", "keep 1")
    await an_answer_with(slack, daybook, Message(text="Read", private=True, buttons=(button,)))
    daybook.answer = Message(text="Kept.", private=True, replaces=True)
    await slack.press(slack.answers[0], "keep 1")
    answer = await slack.next_answer()
    assert (answer["text"], answer["replace_original"]) == ("Kept.", True)


async def test_an_answer_to_a_typed_command_replaces_nothing(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    answer = await an_answer_with(slack, daybook, Message(text="Kept.", replaces=True))
    assert (answer["replace_original"], answer["response_type"]) == (False, "in_channel")


async def test_a_press_that_is_refused_tells_the_presser_alone(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    button = Button("It happened", "happened ukraine-peace#2")
    asked = await an_answer_with(slack, daybook, Message(text="Did it?", buttons=(button,)))
    daybook.answer = Message(text="It has ended already.", private=True, refused=True)
    await slack.press(asked, "happened ukraine-peace#2")
    answer = await slack.next_answer()
    assert answer["response_type"] == "ephemeral"
    assert "thread_ts" not in answer


async def test_a_form_opens_in_place_of_an_answer(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    view = await an_open_form(slack, daybook)
    labels = [block["label"]["text"] for block in view["blocks"] if block["type"] == "input"]
    assert labels == ["Until when?", "Why?"]
    assert slack.answers == []


async def test_a_sent_form_completes_its_command(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    view = await an_open_form(slack, daybook)
    daybook.answer = Message(text="Postponed.")
    await slack.submit(view, {"when": " 10. desember ", "reason": None}, user="U4")
    answer = await slack.next_answer()
    asker, command, values = daybook.called[0]
    assert (asker.person_key, asker.channel_key, asker.channel_name) == ("U4", "C1", "channel-c1")
    assert command == "postpone"
    assert values == {"follow_up": "ukraine-peace#2", "when": "10. desember", "reason": ""}
    assert (answer["channel"], answer["text"]) == ("C1", "Postponed.")


async def test_a_form_that_is_refused_stays_open_with_the_reason_in_its_field(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    view = await an_open_form(slack, daybook)
    daybook.answer = Message(text="I don’t understand “x”.", refused=True, about="when")
    acknowledged = await slack.submit(view, {"when": "x", "reason": "Storm"})
    assert acknowledged == {
        "response_action": "errors",
        "errors": {"when": "I don’t understand “x”."},
    }
    assert slack.answers == []


async def test_what_is_wrong_beside_a_forms_fields_is_answered_in_the_channel(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    view = await an_open_form(slack, daybook)
    daybook.answer = Message(text="It has ended.", refused=True, private=True, about="follow_up")
    assert await slack.submit(view, {"when": "10. desember"}) == {}
    assert (await slack.next_answer())["text"] == "It has ended."


async def test_a_form_that_slack_does_not_open_is_answered_with_another_way(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    slack.fail_next("views.open", Fault(error="expired_trigger_id"))
    daybook.answer = Message(form=POSTPONE)
    await slack.slash("postpone ukraine-peace#2")
    answer = await slack.next_answer()
    assert answer["response_type"] == "ephemeral"
    assert "“/story postpone”" in answer["text"]


async def test_a_form_that_must_remember_too_much_is_answered_with_another_way(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    form = Form("Note", "note", {"text": "x" * 300_000}, POSTPONE.fields, "Save")
    answer = await an_answer_with(slack, daybook, Message(form=form))
    assert "“/story note”" in answer["text"]


async def test_a_message_is_read_by_its_shortcut_in_its_thread(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    message = {"ts": "1764158400.000500", "text": "Møtet er ventet &amp; varslet <!here>"}
    await slack.choose(READ_SHORTCUT, message, channel="C2")
    answer = await slack.next_answer()
    asker, command, values = daybook.called[0]
    assert (asker.channel_key, command) == ("C2", "read")
    assert values == {"article": "Møtet er ventet & varslet @here"}
    assert answer["thread_ts"] == "1764158400.000500"


async def test_a_long_article_waits_in_the_form_that_asks_for_its_story(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    article = "\n".join(f"Avsnitt {number}: <b> & {'ord ' * 300}." for number in range(20))
    form = Form("Read", "read", {"article": article}, (Field("story", "Which?"),), "Read")
    daybook.answer = Message(form=form)
    await slack.choose(READ_SHORTCUT, {"ts": "1764158400.000500", "text": "…"})
    await slack.next_call("views.open")
    daybook.answer = Message(text="Read.")
    await slack.submit(slack.views[-1], {"story": "ukraine-peace"})
    await slack.next_answer()
    assert daybook.called[-1][1:] == ("read", {"article": article, "story": "ukraine-peace"})


async def test_what_breaks_is_told_to_the_asker_by_a_reference_alone(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    daybook.answer = RuntimeError("the secret of the house")
    await slack.slash("status ukraine-peace")
    answer = await slack.next_answer()
    assert answer["response_type"] == "ephemeral"
    assert "Something went wrong" in answer["text"]
    assert "secret" not in str(answer)


async def test_what_breaks_behind_a_form_is_told_where_its_answer_would_stand(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    view = await an_open_form(slack, daybook)
    daybook.answer = RuntimeError("the secret of the house")
    await slack.submit(view, {"when": "10. desember"})
    answer = await slack.next_answer()
    assert (answer["channel"], answer["response_type"]) == ("C1", "ephemeral")


async def test_an_answer_that_slack_refuses_is_written_in_the_log(
    slack: FakeSlack, daybook: ScriptedDaybook, adapter: SlackAdapter
) -> None:
    slack.fail_next("response_url", Fault(status=404, body="expired_url"))
    with capture_logs() as lines:
        await slack.slash("list")
        await adapter.stop()
    refused = {"event": "slack_answer_refused", "channel": "C1", "reason": "expired_url"}
    assert refused.items() <= lines[-1].items()


async def test_commands_are_answered_after_the_socket_was_dropped(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    await slack.drop_sockets()
    await slack.connected(times=2)
    await slack.slash("list")
    assert (await slack.next_answer())["text"] == "Done."


async def test_commands_are_answered_after_the_connection_broke_without_a_goodbye(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    await slack.drop_sockets(rudely=True)
    await slack.connected(times=2)
    await slack.slash("list")
    assert (await slack.next_answer())["text"] == "Done."


async def test_a_socket_that_failed_to_open_is_given_a_fresh_address(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    slack.fail_next("socket", Fault(status=503))
    await slack.drop_sockets()
    await slack.connected(times=2)
    await slack.slash("list")
    assert (await slack.next_answer())["text"] == "Done."


async def test_the_socket_is_renewed_when_slack_asks(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    await slack.ask_to_reconnect()
    await slack.connected(times=2)
    await slack.slash("list")
    assert (await slack.next_answer())["text"] == "Done."


async def test_stopping_finishes_the_answer_being_given(
    slack: FakeSlack, daybook: ScriptedDaybook, adapter: SlackAdapter
) -> None:
    daybook.may_answer.clear()
    await slack.slash("list")
    stopping = asyncio.create_task(adapter.stop())
    stopped, _ = await asyncio.wait({stopping}, timeout=0.1)
    assert not stopped
    daybook.may_answer.set()
    await stopping
    assert [answer["text"] for answer in slack.answers] == ["Done."]


async def test_stopping_finishes_the_form_being_looked_at(
    slack: FakeSlack, daybook: ScriptedDaybook, adapter: SlackAdapter
) -> None:
    view = await an_open_form(slack, daybook)
    daybook.answer = Message(text="Done.")
    daybook.may_answer.clear()
    submitted = asyncio.create_task(slack.submit(view, {"when": "10. desember"}))
    await daybook.holds_back.wait()
    stopping = asyncio.create_task(adapter.stop())
    stopped, _ = await asyncio.wait({stopping}, timeout=0.1)
    assert not stopped
    daybook.may_answer.set()
    await stopping
    submitted.cancel()
    assert [answer["text"] for answer in slack.answers] == ["Done."]
