"""Starting and stopping."""

import asyncio

import pytest
from structlog.testing import capture_logs

from adapters.slack import SlackAdapter, TokenRefused
from bot.domain.delivery import Destination
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from tests.adapters.slack.conftest import an_adapter
from tests.adapters.slack.fake_slack import FakeSlack, Fault
from tests.adapters.slack.scripted_daybook import ScriptedDaybook

HERE = Destination(Platform.SLACK, "T1", "C1")


async def test_a_refused_bot_token_is_one_clear_sentence(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    slack.bot_token = "xoxb-another"
    with pytest.raises(TokenRefused) as caught:
        await an_adapter(slack, daybook).start()
    assert str(caught.value).startswith("Slack refuses SLACK_BOT_TOKEN (invalid_auth).")


async def test_a_refused_app_token_is_named_too(slack: FakeSlack, daybook: ScriptedDaybook) -> None:
    slack.app_token = "xapp-another"
    with pytest.raises(TokenRefused) as caught:
        await an_adapter(slack, daybook).start()
    assert caught.value.facts == {"key": "SLACK_APP_TOKEN", "reason": "invalid_auth"}


async def test_a_slack_that_does_not_answer_at_start_is_asked_until_it_does(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    slack.fail_next("auth.test", Fault(status=503), times=3)
    slack.fail_next("apps.connections.open", Fault(drop=True))
    slack.fail_next("socket", Fault(status=503))
    adapter = an_adapter(slack, daybook)
    await adapter.start()
    await asyncio.wait_for(adapter.connected.wait(), 5)
    await slack.connected()
    await slack.slash("list")
    assert (await slack.next_answer())["text"] == "Done."
    await adapter.stop()


async def test_a_token_refused_later_is_written_in_the_log(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    slack.fail_next("auth.test", Fault(status=503))
    slack.fail_next("auth.test", Fault(error="token_revoked"))
    adapter = an_adapter(slack, daybook)
    with capture_logs() as lines:
        await adapter.start()
        assert adapter._connecting is not None
        await asyncio.wait_for(adapter._connecting, 5)
    await adapter.stop()
    assert {"event": "slack_token_refused", "reason": "token_revoked"}.items() <= lines[-1].items()


async def test_a_slack_that_cannot_be_reached_does_not_hold_up_stopping(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    await slack.stop()
    adapter = an_adapter(slack, daybook)
    await adapter.start()
    await adapter.stop()
    assert not adapter.connected.is_set()


async def test_a_worker_posts_without_listening(slack: FakeSlack, daybook: ScriptedDaybook) -> None:
    adapter = an_adapter(slack, daybook)
    await adapter.start(listening=False)
    await adapter.messenger.send(HERE, Message(text="Due."), "n1")
    await adapter.stop()
    assert (len(slack.posted), slack.connections) == (1, 0)


async def test_an_adapter_can_be_stopped_twice(adapter: SlackAdapter) -> None:
    await adapter.stop()
    await adapter.stop()
