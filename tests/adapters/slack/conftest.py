from collections.abc import AsyncIterator

import pytest
from tenacity import wait_none

from adapters.slack import SlackAdapter
from bot.domain.language import Language
from bot.wording.words import Words
from tests.adapters.slack.fake_slack import APP_TOKEN, BOT_TOKEN, FakeSlack
from tests.adapters.slack.scripted_daybook import ScriptedDaybook
from tests.adapters.slack.slack_payloads import EPOCH


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack(now=lambda: EPOCH) as fake:
        yield fake


@pytest.fixture
def daybook() -> ScriptedDaybook:
    return ScriptedDaybook()


def an_adapter(slack: FakeSlack, daybook: ScriptedDaybook) -> SlackAdapter:
    return SlackAdapter(
        bot_token=BOT_TOKEN,
        app_token=APP_TOKEN,
        daybook=daybook,
        words=Words(Language.EN),
        api_base_url=slack.url,
        ping_interval=0.05,
        wait=wait_none(),
    )


@pytest.fixture
async def adapter(slack: FakeSlack, daybook: ScriptedDaybook) -> AsyncIterator[SlackAdapter]:
    """An adapter that listens, its socket open."""
    started = an_adapter(slack, daybook)
    await started.start()
    await started.connected.wait()  # a busy machine may have needed a second try
    await slack.connected()
    yield started
    await started.stop()
