"""The article in a message: what it says, and the file that Discord makes of a long paste."""

import asyncio

import discord

from adapters.discord.parse import text_of

LARGEST = 5_000_000  # bytes
SECONDS = 2.0  # of the three within which Discord wants to hear from us
_KINDS = ("text/plain", "text/html")


async def article_of(message: discord.Message) -> str:
    """Return all that a message says, and the text of its first file of text or HTML.

    A file that does not come in time is left out: what the message itself says is read then.
    """
    said = text_of(message)
    file = next((each for each in message.attachments if _is_text(each)), None)
    if file is None:
        return said
    try:
        async with asyncio.timeout(SECONDS):
            content = await file.read()
    except (TimeoutError, discord.DiscordException, OSError):
        return said
    text = content.decode("utf-8-sig", "replace")
    return text if _is_page(file) or not said else f"{said}\n\n{text}"


def _is_text(file: discord.Attachment) -> bool:
    return (file.content_type or "").startswith(_KINDS) and file.size <= LARGEST


def _is_page(file: discord.Attachment) -> bool:
    return (file.content_type or "").startswith("text/html")
