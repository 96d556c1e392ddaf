"""Taking the article out of a page, in a process of its own.

Run as a program, this module reads a page from standard input and prints its article as JSON.
"""

import json
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from adapters.web.apart import BrokenOff, Workbench, limit_memory
from adapters.web.publication import published_at
from bot.domain.article import Article
from bot.domain.language import translatable
from bot.errors import BotError

if TYPE_CHECKING:
    from trafilatura.settings import Document

_SHORTEST_LEAD = 40


class NoArticle(BotError):
    """A page without an article, or with one that only subscribers are shown."""

    reply = translatable(
        "I find no article on that page; it may be for subscribers only. Paste its text instead."
    )


class TooTangled(BotError):
    """A page that no parser comes to an end with."""

    reply = translatable("That page can’t be taken apart. Paste the article’s text instead.")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came.

    Attributes:
        content: Its bytes.
        charset: How they are written, where the server said so; else empty.
        link: Where it stands; may be empty.
    """

    content: bytes
    charset: str = ""
    link: str = ""


class Extractor:
    """Takes pages apart."""

    def __init__(self, seconds: float) -> None:
        """Give up on a page after so many seconds."""
        self._workbench = Workbench("adapters.web.extraction", seconds)

    async def article_of(self, page: Page) -> Article:
        """Return a page's article.

        Raises:
            NoArticle: If it has none.
            TooTangled: If it can't be taken apart in time.
        """
        try:
            printed = await self._workbench.run(page.content, page.charset, page.link)
        except BrokenOff:
            raise TooTangled from None
        found = json.loads(printed or "{}")
        if not found.get("text"):
            raise NoArticle
        published = found["published"]
        return Article(
            text=found["text"],
            headline=found["headline"],
            source=page.link,
            published=datetime.fromisoformat(published) if published else None,
        )


def take_apart(page: Page) -> dict[str, str]:
    """Return a page's ``text``, ``headline`` and ``published``, each empty where it has none."""
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415  only the process needs it

    tree = load_html(_decoded(page))
    if tree is None:
        return {}
    published = published_at(tree)
    found = bare_extraction(tree, url=page.link or None, with_metadata=True, include_comments=False)
    if found is None or isinstance(found, dict):
        return {}
    published = published or published_at(found.date)
    return {
        "text": _text(found),
        "headline": found.title or "",
        "published": published.isoformat() if published else "",
    }


def _decoded(page: Page) -> bytes | str:
    """Return a page as text where its server said how, else as bytes that may say so themselves."""
    try:
        return page.content.decode(page.charset, "replace") if page.charset else page.content
    except LookupError:
        return page.content


def _text(found: "Document") -> str:
    """Return headline, lead and body; the lead of many pages stands outside their article."""
    title, body = (found.title or "").strip(), (found.text or "").strip()
    lead = (found.description or "").strip()
    if not body:
        return ""
    begins = lead[:_SHORTEST_LEAD]
    cut = lead.endswith(("…", "..."))
    head = [] if body.startswith(title) else [title, ""]
    if len(begins) == _SHORTEST_LEAD and not cut and begins not in body:
        head.append(lead)
    return "\n".join([*head, body])


def main() -> None:
    """Print the article of the page on standard input."""
    limit_memory()
    charset, link = sys.argv[1:3]
    page = Page(sys.stdin.buffer.read(), charset, link)
    sys.stdout.write(json.dumps(take_apart(page)))


if __name__ == "__main__":
    main()
