"""Posting, editing and finding through the real client against the fake."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import SlackMessenger
from adapters.slack import messenger as posting
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.errors import DeliveryFailed
from tests.adapters.slack.fake_slack import BOT_TOKEN, FakeSlack, Fault
from tests.adapters.slack.slack_payloads import EPOCH

HERE = Destination(Platform.SLACK, "T1", "C1")
NOON = datetime.fromtimestamp(EPOCH, UTC)
REMINDER = Message(title="Witkoff to Moscow", text="Expected this week.")


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
def messenger(slack: FakeSlack, session: aiohttp.ClientSession) -> SlackMessenger:
    return a_messenger(slack, session)


def a_messenger(slack: FakeSlack, session: aiohttp.ClientSession) -> SlackMessenger:
    client = AsyncWebClient(token=BOT_TOKEN, base_url=slack.url, session=session, retry_handlers=[])
    return SlackMessenger(client)


async def the_failure(slack: FakeSlack, messenger: SlackMessenger, fault: Fault) -> DeliveryFailed:
    """How a send fails when Slack fails like this."""
    slack.fail_next("chat.postMessage", fault)
    with pytest.raises(DeliveryFailed) as caught:
        await messenger.send(HERE, REMINDER, "n1")
    return caught.value


async def test_a_reminder_stands_in_its_channel_with_its_nonce(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    ref = await messenger.send(HERE, REMINDER, "n1")
    (posted,) = slack.posted
    assert (posted.channel, posted.nonce) == ("C1", "n1")
    assert ref == MessageRef(Platform.SLACK, "T1", "C1", posted.ts)


async def test_an_answer_stands_in_the_thread_of_the_first_and_in_the_channel(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    first = await messenger.send(HERE, REMINDER, "n1")
    await messenger.send(replace(HERE, reply_to=first.message_key), REMINDER, "n2")
    body = slack.posted[1].body
    assert (body["thread_ts"], body["reply_broadcast"]) == (first.message_key, True)


async def test_a_quiet_answer_stands_in_the_thread_alone_and_is_found_there(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    first = await messenger.send(HERE, REMINDER, "n1")
    thread = replace(HERE, reply_to=first.message_key, aloud=False)
    ref = await messenger.send(thread, REMINDER, "n2")
    assert await messenger.find(HERE, "n2", NOON) is None
    assert await messenger.find(thread, "n2", NOON) == ref


async def test_where_there_are_no_threads_an_answer_stands_in_the_channel(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    slack.threadless.add("C1")
    await messenger.send(replace(HERE, reply_to="1764158400.000001"), REMINDER, "n1")
    assert "thread_ts" not in slack.posted[0].body


async def test_a_thread_whose_first_message_is_gone_holds_nothing(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    thread = replace(HERE, reply_to="1764158400.999999")
    assert await messenger.find(thread, "n2", NOON) is None


async def test_a_link_in_a_reminder_unfolds_nothing(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    await messenger.send(HERE, REMINDER, "n1")
    body = slack.posted[0].body
    assert (body["unfurl_links"], body["unfurl_media"]) == (False, False)


async def test_an_edited_message_says_something_else(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    ref = await messenger.send(HERE, REMINDER, "n1")
    await messenger.edit(ref, Message(title="Witkoff went to Moscow"))
    assert slack.posted[0].body["text"] == "Witkoff went to Moscow"


async def test_a_message_that_is_gone_cannot_be_edited(messenger: SlackMessenger) -> None:
    with pytest.raises(DeliveryFailed) as caught:
        await messenger.edit(MessageRef(Platform.SLACK, "T1", "C1", "1.1"), REMINDER)
    assert (caught.value.reason, caught.value.permanent) == ("message_not_found", True)


async def test_a_message_is_found_again_by_its_nonce(messenger: SlackMessenger) -> None:
    ref = await messenger.send(HERE, REMINDER, "n1")
    await messenger.send(HERE, REMINDER, "n2")
    assert await messenger.find(HERE, "n1", NOON) == ref


async def test_a_message_is_found_although_its_answer_was_lost(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    failure = await the_failure(slack, messenger, Fault(drop_answer=True))
    found = await messenger.find(HERE, "n1", NOON)
    assert failure.posted_perhaps
    assert found is not None
    assert found.message_key == slack.posted[0].ts


async def test_what_was_never_posted_is_not_found(messenger: SlackMessenger) -> None:
    await messenger.send(HERE, REMINDER, "n2")
    assert await messenger.find(HERE, "n1", NOON) is None


async def test_a_message_is_found_behind_several_pages_of_others(
    messenger: SlackMessenger,
) -> None:
    ref = await messenger.send(HERE, REMINDER, "n1")
    for number in range(450):
        await messenger.send(HERE, Message(text="Other"), f"o{number}")
    assert await messenger.find(HERE, "n1", NOON) == ref


async def test_nothing_older_than_the_first_attempt_is_looked_at(
    messenger: SlackMessenger,
) -> None:
    await messenger.send(HERE, REMINDER, "n1")
    assert await messenger.find(HERE, "n1", NOON + timedelta(minutes=5)) is None


async def test_where_the_bot_may_not_read_slack_cannot_tell(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    slack.unjoined.add("C1")
    await messenger.send(HERE, REMINDER, "n1")
    assert await messenger.find(HERE, "n1", NOON) is None


async def test_history_that_cannot_be_asked_for_is_a_failure(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    slack.fail_next("conversations.history", Fault(status=503))
    with pytest.raises(DeliveryFailed) as caught:
        await messenger.find(HERE, "n1", NOON)
    assert not caught.value.permanent


async def test_too_many_requests_say_how_long_to_wait(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    failure = await the_failure(slack, messenger, Fault(status=429, retry_after=7))
    assert (failure.permanent, failure.retry_after, failure.posted_perhaps) == (False, 7.0, False)


async def test_too_many_requests_without_a_time_are_waited_for_half_a_minute(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    failure = await the_failure(slack, messenger, Fault(status=429))
    assert failure.retry_after == 30.0


async def test_a_moment_until_which_to_wait_is_understood(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    moment = "Fri, 01 Jan 2100 00:00:00 GMT"
    failure = await the_failure(slack, messenger, Fault(status=429, retry_after=moment))
    assert failure.retry_after is not None
    assert failure.retry_after > 3600


async def test_too_many_requests_on_a_page_of_a_proxy_say_how_long_to_wait(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    page = Fault(status=429, retry_after=9, body="<html>Slow down</html>")
    failure = await the_failure(slack, messenger, page)
    assert (failure.reason, failure.retry_after) == ("ratelimited", 9.0)


@pytest.mark.parametrize("error", ["", "Blocked by policy: ask Ola\0", "x" * 500])
async def test_a_refusal_that_is_not_slacks_own_is_a_failure_for_now(
    slack: FakeSlack, messenger: SlackMessenger, error: str
) -> None:
    failure = await the_failure(slack, messenger, Fault(status=403, error=error))
    assert (failure.reason, failure.permanent) == ("http_403", False)


async def test_a_refused_message_is_not_tried_again_by_the_library(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    await the_failure(slack, messenger, Fault(status=429, retry_after=0))
    assert slack.posted == []


@pytest.mark.parametrize(
    "error",
    [
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "account_inactive",
        "token_revoked",
        "invalid_auth",
        "restricted_action",
    ],
)
async def test_a_refusal_is_permanent_and_says_why(
    slack: FakeSlack, messenger: SlackMessenger, error: str
) -> None:
    failure = await the_failure(slack, messenger, Fault(error=error))
    assert (failure.reason, failure.permanent, failure.posted_perhaps) == (error, True, False)


@pytest.mark.parametrize(
    "fault",
    [
        Fault(error="internal_error"),
        Fault(status=503),
        Fault(status=502, body="<html>Bad gateway</html>"),
        Fault(status=200, body="<html>Log in to the hotel network</html>"),
        Fault(status=200, body='{"ok": true}'),
        Fault(status=200, body='{"ok": true, "channel": "C1", "ts": null}'),
        Fault(drop=True),
        Fault(drop_answer=True),
    ],
)
async def test_trouble_may_pass_and_the_message_may_stand(
    slack: FakeSlack, messenger: SlackMessenger, fault: Fault
) -> None:
    failure = await the_failure(slack, messenger, fault)
    assert (failure.permanent, failure.posted_perhaps) == (False, True)


async def test_an_answer_that_does_not_come_in_time_is_not_waited_for(slack: FakeSlack) -> None:
    impatient = aiohttp.ClientTimeout(total=0.05)
    async with aiohttp.ClientSession(timeout=impatient) as session:
        failure = await the_failure(slack, a_messenger(slack, session), Fault(hang=True))
    assert (failure.reason, failure.posted_perhaps) == ("no_answer", True)


async def test_several_calls_together_take_no_longer_than_one_message_may(
    slack: FakeSlack, messenger: SlackMessenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posting, "SECONDS", 0.05)
    slack.fail_next("conversations.history", Fault(hang=True))
    with pytest.raises(DeliveryFailed) as caught:
        await messenger.find(HERE, "n1", NOON)
    assert (caught.value.reason, caught.value.posted_perhaps) == ("no_answer", True)
    failure = await the_failure(slack, messenger, Fault(hang=True))
    assert (failure.reason, failure.posted_perhaps) == ("no_answer", True)


async def test_a_slack_that_cannot_be_reached_has_posted_nothing(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    await slack.stop()
    with pytest.raises(DeliveryFailed) as caught:
        await messenger.send(HERE, REMINDER, "n1")
    assert (caught.value.permanent, caught.value.posted_perhaps) == (False, False)


async def test_a_person_is_written_to_in_direct_messages_opened_for_it(
    slack: FakeSlack, messenger: SlackMessenger
) -> None:
    ref = await messenger.send(replace(HERE, channel_key="@U1"), REMINDER, "n1")
    assert (ref.channel_key, slack.posted[0].channel) == ("DU1", "DU1")
    assert await messenger.find(replace(HERE, channel_key="@U1"), "n1", NOON) == ref
