"""Signs that the bot may post again, as Slack tells them."""

import pytest

from bot.domain.newsroom import Platform
from bot.domain.trouble import Returned
from tests.adapters.slack.fake_slack import FakeSlack
from tests.adapters.slack.scripted_daybook import ScriptedDaybook
from tests.adapters.slack.slack_payloads import BOT_USER

pytestmark = pytest.mark.usefixtures("adapter")


async def test_a_channel_that_invites_the_bot_is_back(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    await slack.happen("member_joined_channel", channel="C7", user=BOT_USER)
    assert await daybook.back.get() == Returned(Platform.SLACK, "T1", "C7")


@pytest.mark.parametrize("event", ["channel_unarchive", "group_unarchive"])
async def test_a_channel_that_is_restored_is_back(
    slack: FakeSlack, daybook: ScriptedDaybook, event: str
) -> None:
    await slack.happen(event, channel="C7")
    assert await daybook.back.get() == Returned(Platform.SLACK, "T1", "C7")


async def test_somebody_elses_joining_is_no_sign(
    slack: FakeSlack, daybook: ScriptedDaybook
) -> None:
    await slack.happen("member_joined_channel", channel="C7", user="U1")
    await slack.happen("channel_unarchive", channel="C8")
    assert await daybook.back.get() == Returned(Platform.SLACK, "T1", "C8")
