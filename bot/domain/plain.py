"""Text from outside, before it is kept: nothing in it steers a screen or is no text at all."""

import re

_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, which PostgreSQL or a terminal refuses, and what turns reading order."""
_HALF = re.compile("[\ud800-\udfff]")  # of a character; no database or network takes it


def plain(text: str) -> str:
    """Return a text without what could hide or turn around the words beside it.

    Line ends and tabs stay, and so do the joiners of emojis and the letters of every script.
    """
    if text.isprintable():
        return text
    return _HALF.sub("\ufffd", _STEERS.sub("", _LINE_END.sub("\n", text)))
