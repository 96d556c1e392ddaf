"""Posting, editing and finding messages through Slack's Web API."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.present import present
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.errors import DeliveryFailed
from bot.wording.words import Words

Answer = TypeVar("Answer")

EVENT_TYPE = "daybook_delivery"
PAGE = 200
MOST_PAGES = 15
SKEW = timedelta(minutes=1)
"""How far Slack's clock may be behind ours, when looking for what was posted since a moment."""

DEFAULT_PAUSE = 30.0
"""Seconds to wait when Slack says too many requests, but not for how long."""

PASSING = frozenset(
    {
        "fatal_error",
        "internal_error",
        "request_timeout",
        "service_unavailable",
        "team_added_to_org",
        "accesslimited",
    }
)
"""Errors that mend themselves; Slack says of the first two that part of it may have been done."""

UNREADABLE = frozenset({"not_in_channel", "channel_not_found", "missing_scope", "is_archived"})
"""Refusals to show a channel's history; the bot posts in channels where it may not read."""


class SlackMessenger:
    """Speaks in Slack's channels; implements ``bot.ports.Messenger``.

    A delivery's nonce is kept in the message's metadata, where ``find`` looks for it. Nothing is
    tried twice here: whether to, and when, is the core's to decide.
    """

    def __init__(self, client: AsyncWebClient, words: Words) -> None:
        self._client = client
        self._words = words

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        """Post a message.

        Raises:
            DeliveryFailed: If Slack did not say that it stands.
        """
        posted = await asked(
            lambda: self._client.chat_postMessage(
                channel=to.channel_key,
                metadata={"event_type": EVENT_TYPE, "event_payload": {"nonce": nonce}},
                unfurl_links=False,
                unfurl_media=False,
                **present(message, self._words).arguments(),
            )
        )
        return _reference(to, posted["channel"], posted["ts"])

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Let a posted message say this instead.

        Raises:
            DeliveryFailed: If Slack did not say that it does.
        """
        await asked(
            lambda: self._client.chat_update(
                channel=ref.channel_key,
                ts=ref.message_key,
                parse="none",
                **present(message, self._words).arguments(),
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


async def asked(call: Callable[[], Awaitable[Answer]]) -> Answer:
    """Return Slack's answer to a call of its Web API.

    Raises:
        DeliveryFailed: If it was refused, or did not come; with what that means for another try.
    """
    try:
        return await call()
    except SlackApiError as error:
        raise _refusal(error.response) from error
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        raise DeliveryFailed("unreachable") from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise DeliveryFailed("no_answer", posted_perhaps=True) from error
    except (AttributeError, ValueError) as error:  # how the library meets what is no JSON object
        raise DeliveryFailed("unreadable_answer", posted_perhaps=True) from error


def _refusal(response: object) -> DeliveryFailed:
    """Return what a refusal means for another try.

    Source: https://docs.slack.dev/reference/methods/chat.postMessage#errors and
    https://docs.slack.dev/apis/web-api/rate-limits
    """
    if not isinstance(response, AsyncSlackResponse) or not isinstance(response.data, dict):
        return DeliveryFailed("unreadable_answer", posted_perhaps=True)
    status = response.status_code
    reason = response.data.get("error") or f"http_{status}"
    if status == 429 or reason in {"ratelimited", "rate_limited"}:
        return DeliveryFailed("ratelimited", retry_after=_pause(response.headers))
    if status >= 500 or reason in PASSING or reason == "http_200":
        return DeliveryFailed(reason, posted_perhaps=True)
    return DeliveryFailed(reason, permanent=True)


def _pause(headers: Mapping[str, str]) -> float:
    try:
        return float(headers.get("Retry-After", ""))
    except ValueError:
        return DEFAULT_PAUSE
