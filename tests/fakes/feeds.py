"""Feeds as far as a test has written them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.domain.feed import Edition, FeedFailed, FeedFault, FeedItem, Stamp


@dataclass
class FakeFeedSource:
    """Implements ``bot.ports.FeedSource``: what stands in feeds, by link, the newest first.

    Attributes:
        asked: Each link that was asked for, in order.
        faults: How these links fail, as long as it stands here.
        meanwhile: Done once, after the next answer was made and before it arrives.
    """

    standing: dict[str, list[FeedItem]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    faults: dict[str, FeedFailed] = field(default_factory=dict)
    meanwhile: Callable[[], Awaitable[object]] | None = None

    def put(self, link: str, *headlines: str, summary: str = "") -> None:
        """Let items stand at the top of a feed, the last one on top."""
        items = self.standing.setdefault(link, [])
        for headline in headlines:
            leads_to = f"https://news.example/{headline.replace(' ', '-').lower()}"
            items.insert(0, FeedItem(headline, headline, summary, leads_to))

    async def fetch(self, link: str, stamp: Stamp | None = None) -> Edition | None:
        self.asked.append(link)
        if link in self.faults:
            raise self.faults[link]
        if link not in self.standing:
            raise FeedFailed(FeedFault.NO_FEED, "news.example")
        items = self.standing[link]
        etag = str(len(items))
        if stamp is not None and stamp.etag == etag:
            return None
        edition = Edition("The Wire", tuple(items), Stamp(etag))
        if self.meanwhile is not None:
            doing, self.meanwhile = self.meanwhile, None
            await doing()
        return edition
