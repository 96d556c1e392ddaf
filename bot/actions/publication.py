"""When an article was published: what its words of time are counted from."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time

from bot.actions.request import Request
from bot.actions.understanding import understand_past
from bot.domain.window import EventWindow, Precision
from bot.errors import NotUnderstood

_NOON = time(12)
_HEAD = 6  # lines
_SAID_FIRST = re.compile(
    r"(?:published|publisert|publiseringsdato)[: ]+(?P<when>.{4,60}?)"
    r"(?:[ ,.·|-]*\b(?:updated|oppdatert|sist endret)\b.*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Published:
    """A moment of publication.

    Attributes:
        at: Aware, in the newsroom's zone.
        is_known: Whether somebody or the page said so; else it is the moment of reading.
    """

    at: datetime
    is_known: bool


def publication(
    request: Request, said: str, told: datetime | None, text: str
) -> tuple[Published, str]:
    """Return when an article was published, and its text without the line that says so.

    Args:
        request: Who asks, and when.
        said: What they wrote about it, by their own clock; empty for nothing.
        told: What the page tells, aware.
        text: The article; one of its first lines, where headline and byline stand, may be
            "Publisert: 26.11.2025 kl. 12.00", by the newsroom's clock.

    Raises:
        NotUnderstood: If what they wrote is no time.
    """
    if said:
        return _known(request, _moment(request, said)), text
    if told is not None:
        return _known(request, told), text
    at_home = replace(request, now=request.now.astimezone(request.newsroom.zone))
    lines = text.split("\n", _HEAD)
    for place, line in enumerate(lines[:_HEAD]):
        if named := said_of_publication(line):
            try:
                moment = _moment(at_home, named)
            except NotUnderstood:
                continue  # an article may begin with such a word
            rest = "\n".join([*lines[:place], *lines[place + 1 :]])
            return _known(request, moment), rest.strip() or text
    return Published(at_home.now, is_known=False), text


def said_of_publication(line: str) -> str:
    """Return the words of time in "Publisert: 26.11.2025 kl. 12.00"; nothing for another line."""
    said = _SAID_FIRST.fullmatch(line.strip())
    return said["when"] if said else ""


def _known(request: Request, moment: datetime) -> Published:
    """Return a moment that was named; nothing is read before it is published."""
    at = min(moment, request.now).astimezone(request.newsroom.zone)
    return Published(at, is_known=True)


def _moment(request: Request, said: str) -> datetime:
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return _within(understand_past(request, said))
    if len(said) <= len("2025-11-26"):
        moment = datetime.combine(moment, _NOON)
    return moment if moment.tzinfo else moment.replace(tzinfo=request.now.tzinfo)


def _within(window: EventWindow) -> datetime:
    """Return a minute as it is, and noon of the first day of anything longer."""
    moment = window.start or window.end
    assert moment is not None
    if window.precision is Precision.MINUTE:
        return moment
    return moment.replace(hour=12, minute=0)
