"""When a page says that it was published."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Protocol

_NAMES = frozenset(
    {
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "date_published",
        "publishdate",
        "pubdate",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.created",
        "cxenseparse:recs:publishtime",
    }
)
_IN_JSON = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_WITH_OFFSET = re.compile(r"([+-]\d\d)(\d\d)$")
_OLDEST = 1990


class Element(Protocol):
    """One of a parsed page's elements, as lxml has them."""

    @property
    def text(self) -> str | None:
        """Return the text before its first child."""
        ...

    def get(self, name: str) -> str | None:
        """Return an attribute."""
        ...

    def iter(self, tag: str) -> Iterator["Element"]:
        """Return it and what is inside it, as far as it has this tag."""
        ...


def published_at(page: Element | str | None) -> datetime | None:
    """Return when a page, or a date found on it, says it was published.

    Returns:
        An aware time; noon UTC where only the day is named, or no zone: then it is that day
        in every newsroom.
    """
    written = [page] if isinstance(page, str) else [] if page is None else _written_on(page)
    return next(filter(None, map(_moment, written)), None)


def _written_on(page: Element) -> Iterator[str]:
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name.lower() in _NAMES:
            yield meta.get("content") or ""
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from _IN_JSON.findall(script.text or "")
    for stamp in page.iter("time"):
        if (stamp.get("itemprop") or "").lower() == "datepublished":
            yield stamp.get("datetime") or ""


def _moment(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(_WITH_OFFSET.sub(r"\1:\2", written.strip()))
    except ValueError:
        return None
    if moment.year < _OLDEST:
        return None
    if moment.tzinfo is None:
        return datetime.combine(moment.date(), time(12), UTC)
    return moment
