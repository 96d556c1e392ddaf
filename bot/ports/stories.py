"""Stories and all that is in them, what was read for them, and the record of it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from bot.domain.follow_up import FollowUp
from bot.domain.history import Change
from bot.domain.passage import Passage
from bot.domain.proposal import FiledReading
from bot.domain.story import Story, StoryStatus
from bot.domain.timeline import TimelineEntry


class Stories(Protocol):
    """A newsroom's stories."""

    async def add(self, story: Story) -> None:
        """Keep a new story.

        Raises:
            Collision: If the newsroom has a story of that slugline.
        """
        ...

    async def save(self, story: Story) -> None:
        """Keep a changed story."""
        ...

    async def remove(self, story_id: UUID) -> bool:
        """Forget a story; return False, and keep it, where there is something in it."""
        ...

    async def remember(self, story: Story) -> None:
        """Let the slugline of a story lead to it still when it has another."""
        ...

    async def get(self, newsroom_id: UUID, slugline: str) -> Story | None:
        """Return a story by its slugline, or by one it had that is no other's now.

        In a transaction it is locked until its end.
        """
        ...

    async def by_ids(self, newsroom_id: UUID, ids: Collection[UUID]) -> Sequence[Story]:
        """Return those of a newsroom's stories that have these ids, in order of slugline."""
        ...

    async def across(self, ids: Collection[UUID]) -> Sequence[Story]:
        """Return the stories with these ids, of whatever newsroom: for sending."""
        ...

    async def of(
        self, newsroom_id: UUID, statuses: Collection[StoryStatus], limit: int
    ) -> Sequence[Story]:
        """Return stories, the most urgent first, then in order of slugline."""
        ...

    async def sluglines(self, newsroom_id: UUID, typed: str, limit: int) -> Sequence[str]:
        """Return sluglines that contain what is typed, those that begin with it first."""
        ...


class FollowUps(Protocol):
    """The follow-ups of stories."""

    async def add(self, follow_up: FollowUp) -> None:
        """Keep a new follow-up."""
        ...

    async def save(self, *follow_ups: FollowUp) -> None:
        """Keep changed follow-ups, each of a version that is one above the kept one's.

        Raises:
            Collision: If somebody changed one in the meantime.
        """
        ...

    async def get(self, story_id: UUID, number: int) -> FollowUp | None:
        """Return a follow-up by its number; in a transaction, locked until its end."""
        ...

    async def by_ids(self, ids: Collection[UUID]) -> Sequence[FollowUp]:
        """Return the follow-ups with these ids, in no order."""
        ...

    async def of_story(self, story_id: UUID) -> Sequence[FollowUp]:
        """Return all of a story's follow-ups, by number."""
        ...

    async def open_of(self, story_ids: Collection[UUID]) -> Sequence[FollowUp]:
        """Return these stories' follow-ups that are expected or postponed, in no order."""
        ...

    async def count_open(self, story_ids: Collection[UUID]) -> dict[UUID, int]:
        """Return how many follow-ups of each story are expected or postponed; 0s left out."""
        ...

    async def embargoed(self, newsroom_id: UUID, now: datetime) -> Sequence[FollowUp]:
        """Return a newsroom's follow-ups that are under embargo at a moment, in no order."""
        ...

    async def lapse(self, lapses: Mapping[UUID, datetime | None]) -> None:
        """Keep, by follow-up, when it has been asked about often enough, and nothing else.

        Their versions stay: what is reckoned anew was not changed by anybody.
        """
        ...

    async def remove(self, follow_up_id: UUID) -> bool:
        """Forget a follow-up and its plan; return False, and keep it, where it was told of."""
        ...


class Timeline(Protocol):
    """The dated facts of stories."""

    async def add(self, entry: TimelineEntry) -> None:
        """Keep a new entry."""
        ...

    async def save(self, *entries: TimelineEntry) -> None:
        """Keep changed entries."""
        ...

    async def remove(self, entry_id: UUID) -> None:
        """Forget an entry."""
        ...

    async def get(self, entry_id: UUID) -> TimelineEntry | None:
        """Return an entry by its id."""
        ...

    async def of_follow_up(self, follow_up_id: UUID) -> Sequence[TimelineEntry]:
        """Return the entries that tell what became of a follow-up."""
        ...

    async def embargoed(self, newsroom_id: UUID, now: datetime) -> Sequence[TimelineEntry]:
        """Return a newsroom's entries that are under embargo at a moment, in no order."""
        ...

    async def of_story(self, story_id: UUID, limit: int) -> Sequence[TimelineEntry]:
        """Return a story's latest entries, in order of time, at most ``limit``."""
        ...


class Readings(Protocol):
    """Articles that were read."""

    async def add(self, reading: FiledReading) -> None:
        """Keep a new reading with its proposals."""
        ...

    async def save(self, *readings: FiledReading) -> None:
        """Keep changed readings with their proposals."""
        ...

    async def get(self, newsroom_id: UUID, code: str) -> FiledReading | None:
        """Return a reading by its code; in a transaction, locked until its end."""
        ...

    async def of_story(self, story_id: UUID) -> Sequence[FiledReading]:
        """Return the readings that are filed with a story, in no order."""
        ...

    async def latest(self, channel_id: UUID) -> FiledReading | None:
        """Return the one last read in a channel; in a transaction, locked until its end."""
        ...

    async def same_article(
        self, newsroom_id: UUID, fingerprint: str, source: str
    ) -> FiledReading | None:
        """Return the newest reading of the same text, or of the same non-empty source."""
        ...


class History(Protocol):
    """The record of all that was changed. What was written into it is never altered."""

    async def add(self, *changes: Change) -> None:
        """Keep what was changed, in this order."""
        ...

    async def of_story(self, story_id: UUID, limit: int) -> Sequence[Change]:
        """Return the latest changes of a story and of all that is in it, in order."""
        ...

    async def of_thing(self, thing_id: UUID, limit: int) -> Sequence[Change]:
        """Return the latest changes of one thing, in order."""
        ...

    async def of_settings(self, newsroom_id: UUID, limit: int) -> Sequence[Change]:
        """Return the latest changes of what a newsroom and its channels set, in order."""
        ...

    async def last_act(self, newsroom_id: UUID, person_id: UUID) -> Sequence[Change]:
        """Return, in order, what a person's latest act that still stands has changed.

        An act that was taken back no longer stands; taking back is none that can be.
        """
        ...

    async def later(self, act_id: UUID, thing_ids: Collection[UUID]) -> Sequence[Change]:
        """Return, in order, what acts after this one have changed of these things.

        Acts that no longer stand are left out.
        """
        ...

    async def of_things(self, thing_ids: Collection[UUID], since: datetime) -> Sequence[Change]:
        """Return, in order, all changes of these things from a moment on."""
        ...

    async def last_at(self, story_ids: Collection[UUID]) -> dict[UUID, datetime]:
        """Return when each of these stories, or something in it, last changed; in UTC."""
        ...


class Passages(Protocol):
    """The lines of all that stories hold, kept with it: they are only looked up."""

    async def find(
        self, newsroom_id: UUID, words: Sequence[str], limit: int, without: Collection[UUID] = ()
    ) -> Sequence[Passage]:
        """Return lines that hold any of the words, of stories that hold them all; newest first.

        Args:
            newsroom_id: Whose stories.
            words: As ``search_words`` gives them; each is found in its other forms too.
            limit: How many lines at most.
            without: Follow-ups and entries whose lines are as if they were not there.
        """
        ...
