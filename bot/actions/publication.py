"""When an article was published: what its words of time are counted from."""

import re
from dataclasses import dataclass
from datetime import datetime, time

from bot.actions.request import Request
from bot.actions.understanding import understand_past
from bot.domain.window import EventWindow, Precision
from bot.errors import NotUnderstood

_NOON = time(12)
_SAID_FIRST = re.compile(
    r"(?:published|publisert|publiseringsdato)[: ]+(?P<when>.{4,60})", re.IGNORECASE
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
        said: What they wrote about it; empty for nothing.
        told: What the page tells, aware.
        text: The article; its first line may be "Publisert: 26.11.2025 kl. 12.00".

    Raises:
        NotUnderstood: If what they wrote is no time.
    """
    if said:
        return _known(request, _moment(request, said)), text
    if told is not None:
        return _known(request, told), text
    first, _, rest = text.partition("\n")
    if named := said_of_publication(first):
        try:
            return _known(request, _moment(request, named)), rest.strip() or text
        except NotUnderstood:
            pass  # an article may begin with such a word
    return Published(request.now, is_known=False), text


def said_of_publication(line: str) -> str:
    """Return the words of time in "Publisert: 26.11.2025 kl. 12.00"; nothing for another line."""
    said = _SAID_FIRST.fullmatch(line.strip())
    return said["when"] if said else ""


def _known(request: Request, moment: datetime) -> Published:
    """Return a moment that was named; nothing is read before it is published."""
    return Published(min(moment.astimezone(request.newsroom.zone), request.now), is_known=True)


def _moment(request: Request, said: str) -> datetime:
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return _within(understand_past(request, said))
    if len(said) <= len("2025-11-26"):
        moment = datetime.combine(moment, _NOON)
    return moment if moment.tzinfo else moment.replace(tzinfo=request.newsroom.zone)


def _within(window: EventWindow) -> datetime:
    """Return a minute as it is, and noon of the first day of anything longer."""
    moment = window.start or window.end
    assert moment is not None
    if window.precision is Precision.MINUTE:
        return moment
    return moment.replace(hour=12, minute=0)
