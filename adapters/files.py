"""Texts in files that somebody names."""

import sys
from pathlib import Path

from bot.domain.language import translatable
from bot.errors import BotError

STANDARD_INPUT = "-"
LARGEST = 10_000_000  # bytes


class NoSuchFile(BotError):
    """A path to an article that leads nowhere readable."""

    reply = translatable("{path} can’t be read: {why}. Give a file of text, or - to paste it.")


class NotAText(BotError):
    """A file of something else."""

    reply = translatable("{path} is not a text in UTF-8, so there is nothing to read in it.")


class TooLargeAFile(BotError):
    """A file no article needs."""

    reply = translatable("{path} is larger than {megabytes} MB, so it is no article.")


def text_of(file: str) -> str:
    """Return the text of a file, or of standard input for ``-``.

    Raises:
        NoSuchFile: If there is none, or it can't be read.
        TooLargeAFile: If it is larger than 10 MB.
        NotAText: If it is not text.
    """
    try:
        if file == STANDARD_INPUT:
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(file).expanduser().open("rb") as opened:
                content = opened.read(LARGEST + 1)
    except (OSError, ValueError) as problem:
        raise NoSuchFile(path=file, why=getattr(problem, "strerror", None) or problem) from None
    if len(content) > LARGEST:
        raise TooLargeAFile(path=file, megabytes=LARGEST // 1_000_000)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotAText(path=file) from None
