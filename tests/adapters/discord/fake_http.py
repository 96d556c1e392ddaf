"""How our own Discord reads a request, answers it, and lets it fail."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import web

from tests.adapters.discord.payloads import Body, Json


@dataclass(slots=True)
class Failure:
    """How one of the next requests fails."""

    method: str
    path_part: str
    status: int
    code: int
    retry_after: float | str | None
    after_posting: bool
    cut: bool
    silent: bool


def failed(request: web.Request, failure: Failure) -> web.Response:
    """Return the answer of a request that fails, or cut its connection."""
    if failure.cut and request.transport is not None:
        request.transport.close()
    body: Json = {"code": failure.code, "message": f"{failure.status}"}
    headers = {"Via": "1.1 google"}  # without it the library takes a 429 for Cloudflare's
    if isinstance(failure.retry_after, str):
        headers = {"Retry-After": failure.retry_after}
    elif failure.retry_after is not None:
        body |= {"retry_after": failure.retry_after, "global": False}
        headers["Retry-After"] = str(failure.retry_after)
    return answer_json(body, status=failure.status, headers=headers)


def answer_json(
    body: Body, status: int = 200, headers: Mapping[str, str] | None = None
) -> web.Response:
    """Return an answer whose type names no character set: the library wants it as Discord does."""
    return web.Response(
        body=json.dumps(body).encode(),
        status=status,
        headers=headers,
        content_type="application/json",
    )


async def read_body(request: web.Request) -> Body:
    """Return what was sent; of a message with files, the message."""
    if request.content_type.startswith("multipart/"):
        form = await request.post()
        return json.loads(str(form["payload_json"]))
    return await request.json() if request.can_read_body else None
