"""Plain text as Discord's markup: nothing that came from outside means anything there.

``discord.utils.escape_markdown`` leaves a masked link alone when it follows an address
(``http://a[click](http://b)``), and headings in the middle of a text; so this is our own.
"""

import re

import discord

ELLIPSIS = "…"

# An address stands as it is, or its underscores would break it; only characters that mean
# nothing may be part of it.
_MEANINGFUL = re.compile(
    r"(?P<address>https?://[A-Za-z0-9._/:?=&%#+,;~-]+)"
    r"|(?P<anywhere>[\\*_~|`\[<])"
    r"|^(?P<at_start>\s*(?:[-+](?=\s)|-?#{1,3}(?=\s)|>))"
    r"|^(?P<number>\s*\d+)(?=[.)]\s)",
    re.MULTILINE,
)


def escape(text: str) -> str:
    """Return text that Discord shows word for word, and that calls upon nobody."""
    return discord.utils.escape_mentions(_MEANINGFUL.sub(_escaped, text))


def _escaped(match: re.Match[str]) -> str:
    found = match[0]
    if match["address"] is not None:
        return found.replace("~~", r"\~\~").replace("__", r"\_\_")
    if match["number"] is not None:
        return found + "\\"
    space = len(found) - len(found.lstrip())
    return found[:space] + "\\" + found[space:]


def cut(text: str, limit: int) -> str:
    """Return plain text of at most ``limit`` characters, ending in an ellipsis if shortened."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS


def escape_within(text: str, limit: int) -> str:
    """Return escaped text of at most ``limit`` characters; no escape is cut in two."""
    kept = cut(text, limit)
    while len(escaped := escape(kept)) > limit:
        kept = cut(kept, len(kept) - max(1, (len(escaped) - limit) // 2))
    return escaped
