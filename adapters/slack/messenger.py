"""Posting, editing and finding messages through Slack's Web API."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.pictures import uploaded
from adapters.slack.present import present
from adapters.slack.web_api import asked
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.errors import DeliveryFailed
from bot.wording.words import Words

SECONDS = 45.0
"""For all the calls together that one message takes, its pictures and pages of history included.

Less than must be left of a lease: whoever takes it over finds nothing under way.
"""

EVENT_TYPE = "daybook_delivery"
PAGE = 200
MOST_PAGES = 15
SKEW = timedelta(minutes=1)
"""How far Slack's clock may be behind ours, when looking for what was posted since a moment."""

Ask = Callable[..., Awaitable[AsyncSlackResponse]]
"""One of the Web API's methods that give messages page by page."""

THREADLESS = frozenset(
    {
        "cannot_reply_to_message",
        "restricted_action_non_threadable_channel",
        "restricted_action_thread_locked",
        "thread_not_found",
    }
)
"""Refusals to let a message stand in a thread, which might stand in the channel."""

UNREADABLE = frozenset(
    {"not_in_channel", "channel_not_found", "missing_scope", "is_archived", "thread_not_found"}
)
"""Refusals to show a channel's history; the bot posts in channels where it may not read."""


class SlackMessenger:
    """Speaks in Slack's channels; implements ``bot.ports.Messenger``.

    A delivery's nonce is kept in the message's metadata, where ``find`` looks for it. Nothing is
    tried twice here: whether to, and when, is the core's to decide.
    """

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._inboxes: dict[str, str] = {}

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        """Post a message; beside its thread where Slack takes no answers there.

        Raises:
            DeliveryFailed: If Slack did not say that it stands.
        """
        async with _in_time():
            to = await self._opened(to)
            try:
                return await self._post(to, message, nonce)
            except DeliveryFailed as failure:
                if not to.reply_to or failure.reason not in THREADLESS:
                    raise
                return await self._post(replace(to, reply_to=""), message, nonce)

    async def _post(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        picture = await uploaded(self._client, message.picture)
        posted = await asked(
            lambda: self._client.chat_postMessage(
                channel=to.channel_key,
                metadata={"event_type": EVENT_TYPE, "event_payload": {"nonce": nonce}},
                **_thread(to),
                unfurl_links=False,
                unfurl_media=False,
                **present(message, Words(message.language), picture).arguments(),
            )
        )
        return _standing(to, posted)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Let a posted message say this instead.

        Raises:
            DeliveryFailed: If Slack did not say that it does.
        """
        async with _in_time():
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

        Where it would stand in a thread, the thread is looked through as well: an answer that
        was not sent to the channel too stands there alone.

        Where the bot may post but not read, which is so in a public channel it has not joined,
        Slack can't tell, and the answer is None.

        Raises:
            DeliveryFailed: If Slack could not be asked.
        """
        places: list[tuple[Ask, dict[str, str]]] = [(self._client.conversations_history, {})]
        if to.reply_to:
            places.append((self._client.conversations_replies, {"ts": to.reply_to}))
        async with _in_time():
            to = await self._opened(to)
            for ask, thread in places:
                timestamp = await self._find(ask, to.channel_key, nonce, since - SKEW, thread)
                if timestamp is not None:
                    return _reference(to, to.channel_key, timestamp)
        return None

    async def _opened(self, to: Destination) -> Destination:
        """Return where a message really goes: a person's direct messages are opened first."""
        person = to.channel_key.removeprefix("@")
        if person == to.channel_key:
            return to
        if to.channel_key not in self._inboxes:
            opened = await asked(lambda: self._client.conversations_open(users=person))
            self._inboxes[to.channel_key] = opened["channel"]["id"]
        return replace(to, channel_key=self._inboxes[to.channel_key])

    async def _find(
        self, ask: Ask, channel: str, nonce: str, oldest: datetime, thread: dict[str, str]
    ) -> str | None:
        """Return the timestamp of the message with this nonce, asked for page by page."""
        cursor = ""
        for _ in range(MOST_PAGES):
            page = await self._page(
                lambda: ask(
                    channel=channel,
                    oldest=f"{oldest.timestamp():.6f}",
                    include_all_metadata=True,
                    limit=PAGE,
                    cursor=cursor or None,  # noqa: B023  it is called at once
                    **thread,
                )
            )
            for message in page.get("messages", []):
                if _nonce(message) == nonce:
                    timestamp: str = message["ts"]
                    return timestamp
            cursor = (page.get("response_metadata") or {}).get("next_cursor", "")
            if not cursor:
                break
        return None

    async def _page(self, call: Callable[[], Awaitable[AsyncSlackResponse]]) -> dict[str, Any]:
        try:
            answer = await asked(call)
        except DeliveryFailed as failure:
            if failure.reason in UNREADABLE:
                return {}
            raise
        return answer.data if isinstance(answer.data, dict) else {}


@asynccontextmanager
async def _in_time() -> AsyncIterator[None]:
    """Break off what takes too long altogether, though each call may be answered in time.

    Raises:
        DeliveryFailed: Then.
    """
    try:
        async with asyncio.timeout(SECONDS):
            yield
    except TimeoutError as error:
        raise DeliveryFailed("no_answer", posted_perhaps=True) from error


def _thread(to: Destination) -> dict[str, Any]:
    """Return what lets a message stand in the thread of another, and be seen in the channel too."""
    return {"thread_ts": to.reply_to, "reply_broadcast": to.aloud} if to.reply_to else {}


def _reference(to: Destination, channel: str, timestamp: str) -> MessageRef:
    return MessageRef(Platform.SLACK, to.workspace_key, channel, timestamp)


def _standing(to: Destination, posted: AsyncSlackResponse) -> MessageRef:
    """Return where a message stands, by the answer to its posting.

    Raises:
        DeliveryFailed: If the answer does not say; without it nothing could be edited later.
    """
    channel, timestamp = posted.get("channel"), posted.get("ts")
    if not channel or not timestamp:
        raise DeliveryFailed("unreadable_answer", posted_perhaps=True)
    return _reference(to, channel, timestamp)


def _nonce(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    nonce: str | None = (metadata.get("event_payload") or {}).get("nonce")
    return nonce
