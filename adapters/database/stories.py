"""Stories, in SQL."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import delete, select, update

from adapters.database import passages
from adapters.database.rows import (
    FollowUpRow,
    FormerSluglineRow,
    ReadingRow,
    StoryRow,
    TimelineEntryRow,
    WatchRow,
)
from adapters.database.work import Work, columns_of
from bot.domain.story import Story, StoryStatus


class SqlStories:
    """Implements ``bot.ports.Stories``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, story: Story) -> None:
        """Keep a new story.

        Raises:
            Collision: If the newsroom has a story of that slugline.
        """
        await self._work.insert(StoryRow, columns_of(story))
        await passages.index(self._work, story)

    async def save(self, story: Story) -> None:
        """Keep a changed story.

        Raises:
            Collision: If its new slugline is another story's.
        """
        await self._work.change(
            update(StoryRow).where(StoryRow.id == story.id).values(columns_of(story))
        )
        await passages.index(self._work, story)

    async def remove(self, story_id: UUID) -> bool:
        """Forget a story; return False, and keep it, where there is something in it."""
        for row in (FollowUpRow, TimelineEntryRow, ReadingRow, WatchRow):
            if await self._work.first(select(row.id).where(row.story_id == story_id).limit(1)):
                return False
        await self._work.change(
            delete(FormerSluglineRow).where(FormerSluglineRow.story_id == story_id)
        )
        await passages.forget(self._work, story_id)
        await self._work.change(delete(StoryRow).where(StoryRow.id == story_id))
        return True

    async def remember(self, story: Story) -> None:
        """Let the slugline of a story lead to it still when it has another."""
        newsroom_id, slugline = story.newsroom_id, story.slugline
        await self._work.change(
            delete(FormerSluglineRow).where(
                FormerSluglineRow.newsroom_id == newsroom_id, FormerSluglineRow.slugline == slugline
            )
        )
        pointer = {"newsroom_id": newsroom_id, "slugline": slugline, "story_id": story.id}
        await self._work.insert(FormerSluglineRow, pointer)

    async def get(self, newsroom_id: UUID, slugline: str) -> Story | None:
        """Return a story by its slugline, or by one it had that is no other's now.

        In a transaction it is locked until its end.
        """
        former = (
            select(FormerSluglineRow.story_id)
            .where(
                FormerSluglineRow.newsroom_id == newsroom_id,
                FormerSluglineRow.slugline == slugline,
            )
            .scalar_subquery()
        )
        for named in (StoryRow.slugline == slugline, StoryRow.id == former):
            row = await self._work.one(
                StoryRow, select(StoryRow).where(StoryRow.newsroom_id == newsroom_id, named)
            )
            if row is not None:
                return Story(**row)
        return None

    async def by_ids(self, newsroom_id: UUID, ids: Collection[UUID]) -> Sequence[Story]:
        """Return those of a newsroom's stories that have these ids, in order of slugline."""
        rows = await self._work.all(
            select(StoryRow)
            .where(StoryRow.newsroom_id == newsroom_id, StoryRow.id.in_(ids))
            .order_by(StoryRow.slugline)
        )
        return [Story(**row) for row in rows]

    async def across(self, ids: Collection[UUID]) -> Sequence[Story]:
        """Return the stories with these ids, of whatever newsroom."""
        rows = await self._work.by_ids(StoryRow, ids)
        return [Story(**row) for row in rows]

    async def of(
        self, newsroom_id: UUID, statuses: Collection[StoryStatus], limit: int
    ) -> Sequence[Story]:
        """Return stories, the most urgent first, then in order of slugline."""
        rows = await self._work.all(
            select(StoryRow)
            .where(StoryRow.newsroom_id == newsroom_id, StoryRow.status.in_(statuses))
            .order_by(StoryRow.urgency, StoryRow.slugline)
            .limit(limit)
        )
        return [Story(**row) for row in rows]

    async def sluglines(self, newsroom_id: UUID, typed: str, limit: int) -> Sequence[str]:
        """Return sluglines that contain what is typed, those that begin with it first."""
        part = typed.strip().lower()
        rows = await self._work.all(
            select(StoryRow.slugline)
            .where(
                StoryRow.newsroom_id == newsroom_id,
                StoryRow.slugline.contains(part, autoescape=True),
            )
            .order_by(StoryRow.slugline.startswith(part, autoescape=True).desc(), StoryRow.slugline)
            .limit(limit)
        )
        return [row["slugline"] for row in rows]
