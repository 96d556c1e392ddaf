"""Pictures, uploaded before a message shows them."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import SlackMessenger
from adapters.slack.pictures import uploaded
from bot.domain.delivery import Destination
from bot.domain.message import Message, Picture
from bot.domain.newsroom import Platform
from tests.adapters.slack.fake_slack import BOT_TOKEN, FakeSlack, Fault
from tests.adapters.slack.scripted_daybook import ScriptedDaybook

HERE = Destination(Platform.SLACK, "T1", "C1")
TIMELINE = Picture("timeline.png", "image/png", b"PNG", "Four events in October")


@pytest.fixture
async def client(slack: FakeSlack) -> AsyncIterator[AsyncWebClient]:
    async with aiohttp.ClientSession() as session:
        yield AsyncWebClient(
            token=BOT_TOKEN, base_url=slack.url, session=session, retry_handlers=[]
        )


async def test_a_picture_stands_in_its_message(slack: FakeSlack, client: AsyncWebClient) -> None:
    messenger = SlackMessenger(client)
    await messenger.send(HERE, Message(title="Timeline", picture=TIMELINE), "n1")
    image = slack.posted[0].body["blocks"][-1]
    assert image["alt_text"] == "Four events in October"
    assert slack.files == {image["slack_file"]["id"]: b"PNG"}


@pytest.mark.usefixtures("adapter")
async def test_a_picture_stands_in_an_answer(slack: FakeSlack, daybook: ScriptedDaybook) -> None:
    daybook.answer = Message(title="Timeline", picture=TIMELINE)
    await slack.slash("timeline")
    answer = await slack.next_answer()
    assert answer["blocks"][-1]["type"] == "image"


async def test_a_picture_is_shown_only_when_slack_has_taken_it_in(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    slack.files_to_wait_for = 2
    assert await uploaded(client, TIMELINE, pause=0)
    assert slack.files_to_wait_for == 0


async def test_a_picture_that_slack_never_takes_in_is_given_up(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    slack.files_to_wait_for = 1000
    assert await uploaded(client, TIMELINE, pause=0) == ""


async def test_a_message_goes_without_a_picture_that_slack_refuses(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    slack.fail_next("files.getUploadURLExternal", Fault(error="missing_scope"))
    messenger = SlackMessenger(client)
    await messenger.send(HERE, Message(title="Timeline", picture=TIMELINE), "n1")
    assert "Four events in October" in str(slack.posted[0].body["blocks"][-1])
