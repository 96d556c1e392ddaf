"""What the newsroom follows."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from bot.domain.language import translatable
from bot.errors import BotError

LONGEST_SLUGLINE = 40
LONGEST_HEADLINE = 200
_SLUGLINE = re.compile(r"[a-z0-9æøåäöü]+(-[a-z0-9æøåäöü]+)*")


class BadSlugline(BotError):
    """A name no story can have."""

    reply = translatable(
        "“{slugline}” can’t be a slugline. Use up to 40 small letters, digits and hyphens,"
        " such as “ukraine-peace”."
    )


class BadHeadline(BotError):
    """A headline that is empty or an article."""

    reply = translatable("A headline needs 1 to {longest} characters; this one has {length}.")


class StoryStatus(StrEnum):
    """Where a story stands."""

    ACTIVE = "active"
    DORMANT = "dormant"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Story:
    """A story and what it is called.

    Attributes:
        slugline: Its short name, unique in the newsroom.
        urgency: 1 to 9, 1 the most urgent (IPTC ``urgency``).
        desk: Who works on it; empty where nobody has said.
        last_number: The number of its newest follow-up; numbers are never used again.
        opened_at: Aware time in UTC.
    """

    id: UUID
    newsroom_id: UUID
    slugline: str
    headline: str
    opened_at: datetime
    urgency: int = 5
    desk: str = ""
    tags: tuple[str, ...] = ()
    status: StoryStatus = StoryStatus.ACTIVE
    last_number: int = 0

    def __post_init__(self) -> None:
        """Refuse an urgency outside IPTC's scale and a time without a zone.

        Raises:
            BadSlugline: If the slugline is none.
            BadHeadline: If the headline is empty or too long.
            ValueError: If the urgency or the time can't be.
        """
        require_slugline(self.slugline)
        if not 0 < len(self.headline) <= LONGEST_HEADLINE:
            raise BadHeadline(longest=LONGEST_HEADLINE, length=len(self.headline))
        if not 1 <= self.urgency <= 9:
            raise ValueError(f"urgency is 1 to 9, not {self.urgency}")
        if self.opened_at.tzinfo is None:
            raise ValueError("a story is opened at an aware time")

    def with_next_number(self) -> Self:
        """Return the story after one more follow-up; its ``last_number`` is the new one's."""
        return replace(self, last_number=self.last_number + 1)


def require_slugline(text: str) -> str:
    """Return a slugline as it is kept: lower case, without the leading ``#`` of a hashtag.

    Raises:
        BadSlugline: If it is empty, too long, or holds other characters than those of a name.
    """
    slugline = text.strip().removeprefix("#").lower()
    if len(slugline) > LONGEST_SLUGLINE or not _SLUGLINE.fullmatch(slugline):
        raise BadSlugline(slugline=text.strip()[:60])
    return slugline
