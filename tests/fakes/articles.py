"""The web as far as a test has written it."""

from dataclasses import dataclass, field

from bot.domain.article import Article
from bot.errors import BotError


class NothingThere(BotError):
    """A link that a test has put nothing behind."""

    reply = "There is nothing at that link."


@dataclass
class FakeArticles:
    """Implements ``bot.ports.ArticleSource``: what stands behind links, and inside pages."""

    behind: dict[str, Article] = field(default_factory=dict)
    inside: dict[str, Article] = field(default_factory=dict)

    async def fetch(self, link: str) -> Article:
        if link not in self.behind:
            raise NothingThere
        return self.behind[link]

    async def extract(self, page: str) -> Article:
        if page not in self.inside:
            raise NothingThere
        return self.inside[page]
