"""Editors by user group, through the real client against the fake."""

from collections.abc import AsyncIterator

import pytest

from adapters.slack import SlackAdapter
from bot.domain.language import Language
from bot.wording.words import Words
from tests.adapters.slack.fake_slack import APP_TOKEN, BOT_TOKEN, FakeSlack, Fault
from tests.stage import Stage

DESK = {"id": "S1", "handle": "desken", "name": "Utenriks", "users": ["U2"]}


@pytest.fixture
async def adapter(slack: FakeSlack) -> AsyncIterator[SlackAdapter]:
    """Daybook itself, in a workspace whose desk is a user group."""
    slack.groups.append(DESK)
    started = SlackAdapter(
        bot_token=BOT_TOKEN,
        app_token=APP_TOKEN,
        daybook=Stage().desk,
        words=Words(Language.EN),
        api_base_url=slack.url,
    )
    await started.start()
    await slack.connected()
    await said(slack, "set editors <!subteam^S1|@desken>")
    yield started
    await started.stop()


async def said(slack: FakeSlack, text: str, user: str = "U1") -> str:
    """Give a command, and return all that its answer says."""
    await slack.slash(text, user=user)
    return str(await slack.next_answer())


@pytest.mark.usefixtures("adapter")
async def test_those_in_the_group_are_editors(slack: FakeSlack) -> None:
    assert "New story" in await said(slack, "new budget The budget", user="U2")


@pytest.mark.usefixtures("adapter")
async def test_others_are_told_who_can_help(slack: FakeSlack) -> None:
    refusal = await said(slack, "new budget The budget", user="U3")
    assert "Only editors may do this" in refusal
    assert "desken" in refusal


@pytest.mark.usefixtures("adapter")
async def test_readers_are_answered_without_asking_slack(slack: FakeSlack) -> None:
    slack.fail_next("usergroups.list", Fault(status=500))
    assert "Stories" in await said(slack, "list", user="U3")


@pytest.mark.usefixtures("adapter")
async def test_a_slack_that_does_not_tell_is_said_so(slack: FakeSlack) -> None:
    slack.fail_next("usergroups.list", Fault(error="missing_scope"))
    assert "which groups you are in" in await said(slack, "new budget The budget", user="U2")
    assert "New story" in await said(slack, "new budget The budget", user="U2")


@pytest.mark.usefixtures("adapter")
async def test_what_slack_told_is_known_for_a_while(slack: FakeSlack) -> None:
    await said(slack, "new budget The budget", user="U2")
    slack.fail_next("usergroups.list", Fault(status=500))
    assert "New story" in await said(slack, "new election The election", user="U2")
