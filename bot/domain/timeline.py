"""What has happened in a story."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.evidence import Evidence
from bot.domain.follow_up import LONGEST_TITLE, BadTitle
from bot.domain.window import EventWindow


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated fact.

    Attributes:
        window: When it was; approximate or a range where that is all one knows.
        source: Where it was published: a link, or empty.
        added_at: Aware time in UTC.
    """

    id: UUID
    newsroom_id: UUID
    story_id: UUID
    title: str
    window: EventWindow
    added_at: datetime
    evidence: tuple[Evidence, ...] = ()
    source: str = ""

    def __post_init__(self) -> None:
        """Refuse a fact without words.

        Raises:
            BadTitle: If the title is empty or too long.
        """
        if not 0 < len(self.title) <= LONGEST_TITLE:
            raise BadTitle(longest=LONGEST_TITLE, length=len(self.title))
