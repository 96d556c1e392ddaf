"""What has happened in a story."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.evidence import Evidence
from bot.domain.follow_up import LONGEST_TITLE, BadTitle, FollowUpState
from bot.domain.window import EventWindow


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated fact.

    Attributes:
        window: When it was; approximate or a range where that is all one knows.
        source: Where it was published: a link, or empty.
        added_at: Aware time in UTC.
        follow_up_id: The follow-up of which this tells what became; None for any other fact.
        outcome: What became of it: it happened, or it was cancelled.
        note: How it went, or why not.
    """

    id: UUID
    newsroom_id: UUID
    story_id: UUID
    title: str
    window: EventWindow
    added_at: datetime
    evidence: tuple[Evidence, ...] = ()
    source: str = ""
    follow_up_id: UUID | None = None
    outcome: FollowUpState | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a fact without words.

        Raises:
            BadTitle: If the title is empty or too long.
        """
        if not 0 < len(self.title) <= LONGEST_TITLE:
            raise BadTitle(longest=LONGEST_TITLE, length=len(self.title))
