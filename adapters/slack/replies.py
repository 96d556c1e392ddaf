"""Where an answer goes in Slack, and how it gets there.

What is to be kept true is posted by the bot itself, for only a message of which Slack tells the
timestamp can be edited later. All else goes to the ``response_url``, and so does what the bot may
not post: it takes answers in channels, too, that the bot is not in, and tells nothing of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import ClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack.pictures import uploaded
from adapters.slack.present import Presented, present
from adapters.slack.web_api import asked
from bot.domain.delivery import MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.errors import DeliveryFailed
from bot.wording.words import Words

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Reply:
    """Where an answer goes.

    Attributes:
        url: Slack's ``response_url``: it takes answers for half an hour, also in channels that
            the bot has not joined.
        channel: ``id`` and ``name`` of the channel it leads to.
        trigger: What opens a form, within three seconds of what the person did; or empty.
        thread: The message whose thread takes public answers, or empty.
        pressed: Whether a button was pressed, so that the answer may replace its message.
        held: The timestamp of the message that held the button; empty where the asker alone saw
            it.
        asked: The command that is answered, without what was said behind it: what that was may
            come under embargo.
    """

    url: str
    channel: Mapping[str, str]
    trigger: str = ""
    thread: str = ""
    pressed: bool = False
    held: str = ""
    asked: str = ""


class Replies:
    """Gives answers."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def give(self, workspace: str, reply: Reply, message: Message) -> MessageRef | None:
        """Give an answer; return where it stands, or None where Slack does not tell.

        Args:
            workspace: Slack's id of the workspace.
            reply: Where it goes.
            message: What it says.
        """
        picture = await uploaded(self._client, message.picture)
        presented = present(message, Words(message.language), picture)
        channel = reply.channel.get("id", "")
        if reply.pressed and message.replaces:
            await self._respond(reply, {**presented.arguments(), "replace_original": True})
            stands = reply.held
        elif message.given is not None:
            stands = await self._post(reply, presented, channel)
        else:
            stands = await self._show(reply, presented, private=message.private)
        return MessageRef(Platform.SLACK, workspace, channel, stands) if stands else None

    async def _post(self, reply: Reply, presented: Presented, channel: str) -> str:
        """Let the bot post an answer, or the URL where it may not; return its timestamp, or ""."""
        try:
            posted = await asked(
                lambda: self._client.chat_postMessage(
                    channel=channel,
                    unfurl_links=False,
                    unfurl_media=False,
                    thread_ts=reply.thread or None,
                    **presented.arguments(),
                )
            )
        except DeliveryFailed as failure:
            if failure.posted_perhaps:
                log.warning("slack_answer_lost", channel=channel, reason=failure.reason)
                return ""
            log.info("slack_answer_not_kept", channel=channel, reason=failure.reason)
            return await self._show(reply, presented, private=False)
        timestamp: str = posted["ts"]
        return timestamp

    async def _show(self, reply: Reply, presented: Presented, *, private: bool) -> str:
        """Send an answer to the URL, to all or to the asker alone; Slack tells no timestamp."""
        thread = {"thread_ts": reply.thread} if reply.thread else {}
        seen: dict[str, Any] = {"response_type": "ephemeral"}
        if not private:
            seen = {"response_type": "in_channel", **thread}
        place = {"replace_original": False, "unfurl_links": False, **seen}
        await self._respond(reply, {**presented.arguments(), **place})
        return ""

    async def _respond(self, reply: Reply, body: dict[str, Any]) -> None:
        webhook = AsyncWebhookClient(
            reply.url, session=self._client.session, retry_handlers=[], logger=self._client.logger
        )
        try:
            answer = await webhook.send_dict(body)
        except (ClientError, TimeoutError, OSError) as error:
            log.warning("slack_answer_lost", channel=reply.channel.get("id"), reason=repr(error))
            return
        if answer.status_code != HTTPStatus.OK:
            log.warning("slack_answer_refused", channel=reply.channel.get("id"), reason=answer.body)
