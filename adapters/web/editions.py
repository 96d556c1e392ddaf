"""Taking the items out of a feed, whatever it is written in: RSS, Atom or JSON Feed.

Run as a program, this module reads a feed from standard input and prints it as JSON.
"""

import json
import sys
from calendar import timegm
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from html.parser import HTMLParser
from time import struct_time
from typing import Any
from urllib.parse import urljoin

from adapters.web.apart import limit_memory

MOST_ITEMS = 500
LONGEST_TITLE = 300
LONGEST_SUMMARY = 2_000
LONGEST_LINK = 2_000
_JSON_FEED = "https://jsonfeed.org/version/"

Json = dict[str, Any]


def take_apart(content: bytes, kind: str, link: str) -> Json:
    """Return a feed's ``title`` and ``items``; nothing where it is none.

    Each item has ``key``, ``headline``, ``summary``, ``link`` and ``published``, each empty
    where there is none.

    Args:
        content: As it came.
        kind: Its media type with its charset, as the site has it; may be empty.
        link: Where it stands.
    """
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _of_json(content, link)
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415  only the process needs it

    headers = {"content-location": link} | ({"content-type": kind} if kind else {})
    found = feedparser.parse(content, response_headers=headers)
    if not found.get("version"):
        return {}
    items = (_of_entry(entry) for entry in found.entries[:MOST_ITEMS])
    return _feed(_text(found.feed.get("title_detail")), items)


def _of_entry(entry: Mapping[str, Any]) -> Json:
    contents = entry.get("content") or [entry.get("summary_detail")]
    return _item(
        key=entry.get("id", ""),
        headline=_text(entry.get("title_detail")),
        summary=_text(entry.get("summary_detail") or contents[0]),
        link=entry.get("link", ""),
        published=_in_utc(entry.get("published_parsed") or entry.get("updated_parsed")),
    )


def _of_json(content: bytes, link: str) -> Json:
    """Return what a JSON Feed holds.

    Source: https://www.jsonfeed.org/version/1.1/
    """
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    if not str(found.get("version", "")).startswith(_JSON_FEED):
        return {}
    items = found.get("items")
    listed = items[:MOST_ITEMS] if isinstance(items, list) else []
    made = (_of_json_item(item, link) for item in listed if isinstance(item, dict))
    return _feed(_said(found, "title"), made)


def _of_json_item(item: Json, link: str) -> Json:
    html = _said(item, "content_html")
    leads_to = _said(item, "url") or _said(item, "external_url")
    return _item(
        key=_said(item, "id"),
        headline=_said(item, "title"),
        summary=_said(item, "summary") or _said(item, "content_text") or _stripped(html),
        link=urljoin(link, leads_to) if leads_to else "",
        published=_moment(_said(item, "date_published")),
    )


def _feed(title: str, items: Iterable[Json]) -> Json:
    return {
        "title": _line(title, LONGEST_TITLE),
        "items": [item for item in items if item["key"] and item["headline"]],
    }


def _item(*, key: str, headline: str, summary: str, link: str, published: str) -> Json:
    """Return an item that is no longer than any reader needs; one without a title is its text."""
    summary = _line(summary, LONGEST_SUMMARY)
    headline = _line(headline, LONGEST_TITLE) or _line(summary, LONGEST_TITLE)
    is_web = link.startswith(("http://", "https://")) and link.isprintable()
    link = link if is_web and len(link) <= LONGEST_LINK else ""
    return {
        "key": key or link or f"{headline} {published}".strip(),
        "headline": headline,
        "summary": summary,
        "link": link,
        "published": published,
    }


def _said(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    return str(value) if isinstance(value, str | int) else ""


def _in_utc(published: struct_time | None) -> str:
    """Return a time in ISO 8601, or nothing where it lies beyond all calendars."""
    try:
        return datetime.fromtimestamp(timegm(published), UTC).isoformat() if published else ""
    except (ValueError, OverflowError, OSError):
        return ""


def _moment(written: str) -> str:
    """Return a time in ISO 8601, or nothing where it is none or has no zone."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return ""
    return moment.isoformat() if moment.tzinfo else ""


def _text(detail: Mapping[str, Any] | None) -> str:
    """Return a piece of a feed as plain text, as feedparser describes it."""
    if not detail:
        return ""
    value: str = detail.get("value") or ""
    return value if detail.get("type") == "text/plain" else _stripped(value)


def _line(text: str, most: int) -> str:
    """Return a text as one line, cut visibly where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"


def _stripped(html: str) -> str:
    """Return the text of a piece of HTML."""
    gatherer = _Gatherer()
    gatherer.feed(html)
    gatherer.close()
    return "".join(gatherer.pieces)


class _Gatherer(HTMLParser):
    """Gathers what stands between tags; what stands in two of them does not run together."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  the library's
        if tag in {"p", "br", "li", "div", "tr", "h1", "h2", "h3"}:
            self.pieces.append(" ")


def main() -> None:
    """Print the feed on standard input."""
    limit_memory()
    kind, link = sys.argv[1:3]
    sys.stdout.write(json.dumps(take_apart(sys.stdin.buffer.read(), kind, link)))


if __name__ == "__main__":
    main()
