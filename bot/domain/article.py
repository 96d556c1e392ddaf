"""An article as it was fetched from where it was published."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Article:
    """A page's article, without what stands around it.

    Attributes:
        text: The headline, a blank line, and the article, a paragraph or a point of a list on
            each line. Never blank.
        headline: What the page calls it; may be empty.
        source: Its link after all redirects, or empty where it came from no link.
        published: Aware; noon UTC where the page names only the day; None where it names none.
    """

    text: str
    headline: str
    source: str = ""
    published: datetime | None = None
