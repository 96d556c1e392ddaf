"""A call of Slack's Web API, and what it means when it fails."""

import re
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.retry_after import seconds_to_wait
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


_CODE = re.compile(r"\w{1,80}", re.ASCII)
"""What Slack's words for its refusals look like."""


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
    if not isinstance(response, AsyncSlackResponse):
        return DeliveryFailed("unreadable_answer", posted_perhaps=True)
    status = response.status_code
    told = response.data.get("error") if isinstance(response.data, dict) else None
    if status == 429 or told in ("ratelimited", "rate_limited"):
        asked_for = seconds_to_wait(response.headers)
        return DeliveryFailed(
            "ratelimited", retry_after=DEFAULT_PAUSE if asked_for is None else asked_for
        )
    if not isinstance(told, str) or not _CODE.fullmatch(told):  # it is not Slack that speaks
        reason = f"http_{status}" if status >= 400 else "unreadable_answer"
        return DeliveryFailed(reason, posted_perhaps=True)
    if status >= 500 or told in PASSING:
        return DeliveryFailed(told, posted_perhaps=True)
    return DeliveryFailed(told, permanent=True)
