"""Pictures, which Slack wants to have before a message shows them."""

import structlog
from slack_sdk.web.async_client import AsyncWebClient
from tenacity import AsyncRetrying, RetryError, retry_if_result, stop_after_attempt, wait_fixed

from adapters.slack.web_api import asked
from bot.domain.message import Picture
from bot.errors import DeliveryFailed

LONGEST_DESCRIPTION = 1000
TRIES = 10

log = structlog.get_logger(__name__)


async def uploaded(client: AsyncWebClient, picture: Picture | None, pause: float = 0.5) -> str:
    """Return the id of an uploaded picture, ready to be shown; or empty.

    A message is worth more than its picture: where Slack doesn't take the picture, the message
    goes without it, and its description stands there instead.

    Args:
        client: Calls the Web API.
        picture: What to upload; None is no picture.
        pause: Seconds between asking whether Slack has taken it in; ten times at the most.

    Source: https://docs.slack.dev/messaging/working-with-files#upload
    """
    if picture is None:
        return ""
    try:
        key = await _upload(client, picture)
        await _taken_in(client, key, pause)
    except (DeliveryFailed, RetryError) as failure:
        log.warning("slack_picture_left_out", reason=str(failure))
        return ""
    return key


async def _upload(client: AsyncWebClient, picture: Picture) -> str:
    place = await asked(
        lambda: client.files_getUploadURLExternal(
            filename=picture.name,
            length=len(picture.data),
            alt_txt=picture.description[:LONGEST_DESCRIPTION],
        )
    )
    await asked(lambda: _put(client, place["upload_url"], picture))
    key: str = place["file_id"]
    await asked(
        lambda: client.files_completeUploadExternal(files=[{"id": key, "title": picture.name}])
    )
    return key


async def _put(client: AsyncWebClient, url: str, picture: Picture) -> None:
    assert client.session is not None  # opened when the adapter starts
    async with client.session.post(url, data=picture.data) as answer:
        answer.raise_for_status()


async def _taken_in(client: AsyncWebClient, key: str, pause: float) -> None:
    """Wait until Slack knows what kind of file it is; before that, no message may show it.

    Raises:
        RetryError: If that took too long.
    """

    async def kind() -> str:
        answer = await asked(lambda: client.files_info(file=key))
        return answer["file"].get("mimetype") or ""

    asking = AsyncRetrying(
        retry=retry_if_result(lambda known: not known),
        wait=wait_fixed(pause),
        stop=stop_after_attempt(TRIES),
    )
    await asking(kind)
