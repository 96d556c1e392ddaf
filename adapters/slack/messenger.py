"""Posting, editing and finding messages through Slack's Web API."""

from datetime import datetime, timedelta
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.pictures import uploaded
from adapters.slack.present import present
from adapters.slack.web_api import asked
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.errors import DeliveryFailed
from bot.wording.words import Words

EVENT_TYPE = "daybook_delivery"
PAGE = 200
MOST_PAGES = 15
SKEW = timedelta(minutes=1)
"""How far Slack's clock may be behind ours, when looking for what was posted since a moment."""

UNREADABLE = frozenset({"not_in_channel", "channel_not_found", "missing_scope", "is_archived"})
"""Refusals to show a channel's history; the bot posts in channels where it may not read."""


class SlackMessenger:
    """Speaks in Slack's channels; implements ``bot.ports.Messenger``.

    A delivery's nonce is kept in the message's metadata, where ``find`` looks for it. Nothing is
    tried twice here: whether to, and when, is the core's to decide.
    """

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        """Post a message.

        Raises:
            DeliveryFailed: If Slack did not say that it stands.
        """
        picture = await uploaded(self._client, message.picture)
        posted = await asked(
            lambda: self._client.chat_postMessage(
                channel=to.channel_key,
                metadata={"event_type": EVENT_TYPE, "event_payload": {"nonce": nonce}},
                unfurl_links=False,
                unfurl_media=False,
                **present(message, Words(message.language), picture).arguments(),
            )
        )
        return _reference(to, posted["channel"], posted["ts"])

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Let a posted message say this instead.

        Raises:
            DeliveryFailed: If Slack did not say that it does.
        """
        picture = await uploaded(self._client, message.picture)
        await asked(
            lambda: self._client.chat_update(
                channel=ref.channel_key,
                ts=ref.message_key,
                parse="none",
                **present(message, Words(message.language), picture).arguments(),
            )
        )

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:
        """Return the message with this nonce among the latest 3,000 since then, or None.

        Where the bot may post but not read, which is so in a public channel it has not joined,
        Slack can't tell, and the answer is None.

        Raises:
            DeliveryFailed: If Slack could not be asked.
        """
        cursor = ""
        for _ in range(MOST_PAGES):
            page = await self._history(to.channel_key, since - SKEW, cursor)
            for message in page.get("messages", []):
                if _nonce(message) == nonce:
                    return _reference(to, to.channel_key, message["ts"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor", "")
            if not cursor:
                break
        return None

    async def _history(self, channel: str, oldest: datetime, cursor: str) -> dict[str, Any]:
        try:
            answer = await asked(
                lambda: self._client.conversations_history(
                    channel=channel,
                    oldest=f"{oldest.timestamp():.6f}",
                    include_all_metadata=True,
                    limit=PAGE,
                    cursor=cursor or None,
                )
            )
        except DeliveryFailed as failure:
            if failure.reason in UNREADABLE:
                return {}
            raise
        return answer.data if isinstance(answer.data, dict) else {}


def _reference(to: Destination, channel: str, timestamp: str) -> MessageRef:
    return MessageRef(Platform.SLACK, to.workspace_key, channel, timestamp)


def _nonce(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    nonce: str | None = (metadata.get("event_payload") or {}).get("nonce")
    return nonce
