"""What the newsroom follows."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self
from uuid import UUID

from bot.domain.language import translatable
from bot.errors import BotError

LONGEST_SLUGLINE = 40
LONGEST_HEADLINE = 200
LONGEST_NAME = 40
MOST_TAGS = 12
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


class BadUrgency(BotError):
    """An urgency outside IPTC's scale."""

    reply = translatable("“{words}” is no urgency. Write 1 to 9; 1 is the most urgent.")


class BadTags(BotError):
    """More tags, or longer ones, than anyone can look through."""

    reply = translatable("A story has up to {most} tags of up to {longest} characters each.")


class BadDesk(BotError):
    """A desk’s name that is no name."""

    reply = translatable("A desk’s name has up to {longest} characters; this one has {length}.")


class StoryStatus(StrEnum):
    """Where a story stands.

    Dormant is never kept: it follows from time, and ends by itself when something happens.
    """

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
        merged_into: The story it has become part of; None while it stands for itself.
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
    merged_into: UUID | None = None

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
        """Return the story after one more follow-up; its ``last_number`` is the new one's.

        A story of which something is expected is active, whatever it was.
        """
        return replace(self, last_number=self.last_number + 1, status=StoryStatus.ACTIVE)

    def renamed(self, slugline: str) -> Self:
        """Return it under another slugline.

        Raises:
            BadSlugline: If it is none.
        """
        return replace(self, slugline=slugline)

    def headed(self, headline: str) -> Self:
        """Return it under another headline.

        Raises:
            BadHeadline: If it is empty or too long.
        """
        return replace(self, headline=headline)

    def reopened(self) -> Self:
        """Return it as followed again."""
        return replace(self, status=StoryStatus.ACTIVE)

    def with_urgency(self, words: str) -> Self:
        """Return it with another urgency.

        Raises:
            BadUrgency: If the words are no number from 1 to 9.
        """
        if words.strip() not in set("123456789"):
            raise BadUrgency(words=words.strip()[:60])
        return replace(self, urgency=int(words))

    def with_tags(self, tags: tuple[str, ...]) -> Self:
        """Return it with these tags in place of its own.

        Raises:
            BadTags: If there are too many, or one is too long.
        """
        if len(tags) > MOST_TAGS or any(len(tag) > LONGEST_NAME for tag in tags):
            raise BadTags(most=MOST_TAGS, longest=LONGEST_NAME)
        return replace(self, tags=tags)

    def of_desk(self, desk: str) -> Self:
        """Return it as another desk's, or as nobody's for an empty name.

        Raises:
            BadDesk: If the name is too long.
        """
        if len(desk) > LONGEST_NAME:
            raise BadDesk(longest=LONGEST_NAME, length=len(desk))
        return replace(self, desk=desk)

    def closed(self, into: UUID | None = None) -> Self:
        """Return it as followed no longer, or as part of another story from now on."""
        return replace(self, status=StoryStatus.CLOSED, merged_into=into)

    def seen_at(self, now: datetime, last_news: datetime, quiet_days: int, expected: int) -> Self:
        """Return it as it stands at a moment: dormant, where nothing has happened for long.

        Args:
            now: Aware.
            last_news: When it, or something in it, last changed; aware.
            quiet_days: After how many days of quiet a story is dormant.
            expected: How much is still expected of it; while there is any, it is not dormant.
        """
        is_quiet = not expected and last_news + timedelta(days=quiet_days) <= now
        if self.status is not StoryStatus.ACTIVE or not is_quiet:
            return self
        return replace(self, status=StoryStatus.DORMANT)


def require_slugline(text: str) -> str:
    """Return a slugline as it is kept: lower case, without the leading ``#`` of a hashtag.

    Raises:
        BadSlugline: If it is empty, too long, or holds other characters than those of a name.
    """
    slugline = text.strip().removeprefix("#").lower()
    if len(slugline) > LONGEST_SLUGLINE or not _SLUGLINE.fullmatch(slugline):
        raise BadSlugline(slugline=text.strip()[:60])
    return slugline
