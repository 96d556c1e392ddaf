"""A call of Slack's Web API, and what it means when it fails."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import DeliveryFailed

Answer = TypeVar("Answer")

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
