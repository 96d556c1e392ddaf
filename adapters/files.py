"""Texts in files that somebody names."""

import sys
from pathlib import Path

from bot.domain.language import translatable
from bot.errors import BotError

STANDARD_INPUT = "-"
LARGEST = 10_000_000  # bytes


class Unreadable(BotError):
    """A path to an article that can't be read, for whatever the machine says."""

    reply = translatable("“{path}” can’t be read: {why}. Give a file of text, or - to paste it.")


class NoSuchFile(Unreadable):
    """A path that leads nowhere."""

    reply = translatable("There is no file “{path}”. Give a file of text, or - to paste it.")


class NotAFile(Unreadable):
    """A path that leads to a folder."""

    reply = translatable("“{path}” is a folder. Give a file of text, or - to paste it.")


class NotAllowed(Unreadable):
    """A file that is not for whoever runs Daybook."""

    reply = translatable(
        "You are not allowed to read “{path}”. Give another file of text, or - to paste it."
    )


class NotAText(BotError):
    """A file of something else."""

    reply = translatable(
        "“{path}” is not a text in UTF-8, so there is nothing to read in it. If it is a text,"
        " save it anew as UTF-8."
    )


class Empty(BotError):
    """A file in which nothing stands."""

    reply = translatable("There is no text in “{path}”, so there is nothing to read.")


class NothingPasted(BotError):
    """Standard input that ended before anything came."""

    reply = translatable(
        "There is no text to read. Paste the article, and end it with Ctrl-D on a line of its own."
    )


class TooLargeAFile(BotError):
    """A file no article needs."""

    reply = translatable("“{path}” is larger than {megabytes} MB, so it is no article.")


def text_of(file: str) -> str:
    """Return the text of a file, or of standard input for ``-``.

    Raises:
        Unreadable: If there is none, or it can't be read.
        TooLargeAFile: If it is larger than 10 MB.
        NotAText: If it is not text.
        Empty: If nothing stands in it.
        NothingPasted: If nothing was pasted.
    """
    content = _content(file)
    if len(content) > LARGEST:
        raise TooLargeAFile(path=file, megabytes=LARGEST // 1_000_000)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotAText(path=file) from None
    if not text.strip():
        raise NothingPasted if file == STANDARD_INPUT else Empty(path=file)
    return text


def _content(file: str) -> bytes:
    """Return the bytes of a file, or of standard input; one more than may be, if there are more."""
    try:
        if file == STANDARD_INPUT:
            return sys.stdin.buffer.read(LARGEST + 1)
        if not file:
            raise NoSuchFile(path=file)
        with Path(file).expanduser().open("rb") as opened:
            return opened.read(LARGEST + 1)
    except FileNotFoundError:
        raise NoSuchFile(path=file) from None
    except IsADirectoryError:
        raise NotAFile(path=file) from None
    except PermissionError:
        raise NotAllowed(path=file) from None
    except (OSError, ValueError) as problem:
        raise Unreadable(path=file, why=getattr(problem, "strerror", None) or problem) from None
