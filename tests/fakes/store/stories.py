"""Stories in memory, what was read for them, and the record of it."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from bot.domain.follow_up import FollowUp, FollowUpState, ReminderKind
from bot.domain.history import Change, Settled
from bot.domain.passage import Passage, findable_words, passages_of
from bot.domain.proposal import FiledReading
from bot.domain.stems import norwegian_stem
from bot.domain.story import Story, StoryStatus
from bot.domain.timeline import TimelineEntry
from bot.errors import Collision
from tests.fakes.store.kept import Kept, first, put


class FakeStories:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def add(self, story: Story) -> None:
        put(self._kept.stories, story, lambda s: (s.newsroom_id, s.slugline))

    async def save(self, story: Story) -> None:
        put(self._kept.stories, story, lambda s: (s.newsroom_id, s.slugline))

    async def remove(self, story_id: UUID) -> bool:
        kept = self._kept
        for table in (kept.follow_ups, kept.entries, kept.readings, kept.watches):
            if any(thing.story_id == story_id for thing in table.values()):
                return False
        del self._kept.stories[story_id]
        return True

    async def remember(self, story: Story) -> None:
        self._kept.former[story.newsroom_id, story.slugline] = story.id

    async def get(self, newsroom_id: UUID, slugline: str) -> Story | None:
        named = first(s for s in self._of(newsroom_id) if s.slugline == slugline)
        former = self._kept.former.get((newsroom_id, slugline))
        return named or (self._kept.stories.get(former) if former else None)

    async def by_ids(self, newsroom_id: UUID, ids: Collection[UUID]) -> Sequence[Story]:
        found = [s for s in self._of(newsroom_id) if s.id in ids]
        return sorted(found, key=lambda story: story.slugline)

    async def across(self, ids: Collection[UUID]) -> Sequence[Story]:
        return [story for story in self._kept.stories.values() if story.id in ids]

    async def of(
        self, newsroom_id: UUID, statuses: Collection[StoryStatus], limit: int
    ) -> Sequence[Story]:
        found = [s for s in self._of(newsroom_id) if s.status in statuses]
        return sorted(found, key=lambda story: (story.urgency, story.slugline))[:limit]

    async def sluglines(self, newsroom_id: UUID, typed: str, limit: int) -> Sequence[str]:
        part = typed.strip().lower()
        found = [s.slugline for s in self._of(newsroom_id) if part in s.slugline]
        return sorted(found, key=lambda slugline: (not slugline.startswith(part), slugline))[:limit]

    def _of(self, newsroom_id: UUID) -> list[Story]:
        return [s for s in self._kept.stories.values() if s.newsroom_id == newsroom_id]


class FakeFollowUps:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def add(self, follow_up: FollowUp) -> None:
        put(self._kept.follow_ups, follow_up, lambda f: (f.story_id, f.number))

    async def save(self, *follow_ups: FollowUp) -> None:
        for follow_up in follow_ups:
            kept = self._kept.follow_ups.get(follow_up.id)
            if kept is None or kept.version != follow_up.version - 1:
                raise Collision
            self._kept.follow_ups[follow_up.id] = follow_up

    async def get(self, story_id: UUID, number: int) -> FollowUp | None:
        return first(f for f in await self.of_story(story_id) if f.number == number)

    async def by_ids(self, ids: Collection[UUID]) -> Sequence[FollowUp]:
        return [self._named(f) for f in self._kept.follow_ups.values() if f.id in ids]

    async def of_story(self, story_id: UUID) -> Sequence[FollowUp]:
        found = [self._named(f) for f in self._kept.follow_ups.values() if f.story_id == story_id]
        return sorted(found, key=lambda follow_up: follow_up.number)

    async def open_of(self, story_ids: Collection[UUID]) -> Sequence[FollowUp]:
        is_open = {FollowUpState.EXPECTED, FollowUpState.POSTPONED}
        follow_ups = self._kept.follow_ups.values()
        return [
            self._named(f) for f in follow_ups if f.story_id in story_ids and f.state in is_open
        ]

    async def count_open(self, story_ids: Collection[UUID]) -> dict[UUID, int]:
        is_open = {FollowUpState.EXPECTED, FollowUpState.POSTPONED}
        follow_ups = self._kept.follow_ups.values()
        return dict(
            Counter(
                f.story_id for f in follow_ups if f.story_id in story_ids and f.state in is_open
            )
        )

    async def embargoed(self, newsroom_id: UUID, now: datetime) -> Sequence[FollowUp]:
        found = [f for f in self._kept.follow_ups.values() if f.newsroom_id == newsroom_id]
        return [self._named(f) for f in found if f.embargoed_until and f.embargoed_until > now]

    async def lapse(self, lapses: Mapping[UUID, datetime | None]) -> None:
        for which, then in lapses.items():
            kept = self._kept.follow_ups[which]
            self._kept.follow_ups[which] = replace(kept, lapses_at=then)

    async def remove(self, follow_up_id: UUID) -> bool:
        deliveries = self._kept.deliveries.values()
        queued = [d for d in deliveries if d.follow_up_id == follow_up_id]
        if any(d.kind is not ReminderKind.UPDATE or d.attempts for d in queued):
            return False
        for delivery in queued:
            del self._kept.deliveries[delivery.id]
        for reminder in list(self._kept.reminders.values()):
            if reminder.follow_up_id == follow_up_id:
                del self._kept.reminders[reminder.id]
        del self._kept.follow_ups[follow_up_id]
        return True

    def _named(self, follow_up: FollowUp) -> FollowUp:
        return replace(follow_up, slugline=self._kept.stories[follow_up.story_id].slugline)


class FakeTimeline:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def add(self, entry: TimelineEntry) -> None:
        self._kept.entries[entry.id] = entry

    async def save(self, *entries: TimelineEntry) -> None:
        self._kept.entries |= {entry.id: entry for entry in entries}

    async def remove(self, entry_id: UUID) -> None:
        self._kept.entries.pop(entry_id, None)

    async def get(self, entry_id: UUID) -> TimelineEntry | None:
        return self._kept.entries.get(entry_id)

    async def embargoed(self, newsroom_id: UUID, now: datetime) -> Sequence[TimelineEntry]:
        found = [e for e in self._kept.entries.values() if e.newsroom_id == newsroom_id]
        return [e for e in found if e.embargoed_until and e.embargoed_until > now]

    async def of_follow_up(self, follow_up_id: UUID) -> Sequence[TimelineEntry]:
        return [e for e in self._kept.entries.values() if e.follow_up_id == follow_up_id]

    async def of_story(self, story_id: UUID, limit: int) -> Sequence[TimelineEntry]:
        found = [e for e in self._kept.entries.values() if e.story_id == story_id]
        return sorted(found, key=_time_of_entry)[-limit:]


class FakeReadings:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def add(self, reading: FiledReading) -> None:
        put(self._kept.readings, reading, lambda r: (r.newsroom_id, r.code))

    async def save(self, *readings: FiledReading) -> None:
        self._kept.readings |= {reading.id: reading for reading in readings}

    async def get(self, newsroom_id: UUID, code: str) -> FiledReading | None:
        readings = self._kept.readings.values()
        return first(r for r in readings if (r.newsroom_id, r.code) == (newsroom_id, code))

    async def of_story(self, story_id: UUID) -> Sequence[FiledReading]:
        return [one for one in self._kept.readings.values() if one.story_id == story_id]

    async def latest(self, channel_id: UUID) -> FiledReading | None:
        return self._newest(lambda reading: reading.channel_id == channel_id)

    async def same_article(
        self, newsroom_id: UUID, fingerprint: str, source: str
    ) -> FiledReading | None:
        def is_same(reading: FiledReading) -> bool:
            same = reading.fingerprint == fingerprint or (source and reading.source == source)
            return reading.newsroom_id == newsroom_id and bool(same)

        return self._newest(is_same)

    def _newest(self, matches: Callable[[FiledReading], bool]) -> FiledReading | None:
        found = filter(matches, self._kept.readings.values())
        return max(found, key=lambda reading: reading.read_at, default=None)


class FakeHistory:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def add(self, *changes: Change) -> None:
        self._kept.changes |= dict(enumerate(changes, len(self._kept.changes)))

    async def of_story(self, story_id: UUID, limit: int) -> Sequence[Change]:
        return [c for c in self._kept.changes.values() if c.story_id == story_id][-limit:]

    async def of_thing(self, thing_id: UUID, limit: int) -> Sequence[Change]:
        return [c for c in self._kept.changes.values() if c.thing.id == thing_id][-limit:]

    async def of_settings(self, newsroom_id: UUID, limit: int) -> Sequence[Change]:
        changes = self._kept.changes.values()
        theirs = [c for c in changes if c.act.newsroom_id == newsroom_id]
        return [c for c in theirs if isinstance(c.thing, Settled)][-limit:]

    async def last_act(self, newsroom_id: UUID, person_id: UUID) -> Sequence[Change]:
        whose = (newsroom_id, person_id)
        theirs = [c for c in self._standing() if (c.act.newsroom_id, c.act.person_id) == whose]
        return [c for c in theirs if c.act.id == theirs[-1].act.id]

    async def later(self, act_id: UUID, thing_ids: Collection[UUID]) -> Sequence[Change]:
        changes = self._kept.changes.items()
        newest = max(number for number, change in changes if change.act.id == act_id)
        after = {change.act.id for number, change in changes if number > newest}
        return [c for c in self._standing() if c.act.id in after and c.thing.id in thing_ids]

    async def of_things(self, thing_ids: Collection[UUID], since: datetime) -> Sequence[Change]:
        changes = self._kept.changes.values()
        return [c for c in changes if c.thing.id in thing_ids and c.act.at >= since]

    async def last_at(self, story_ids: Collection[UUID]) -> dict[UUID, datetime]:
        changes = self._kept.changes.values()
        return {c.story_id: c.act.at for c in changes if c.story_id in story_ids and c.story_id}

    def _standing(self) -> list[Change]:
        undone = {change.act.undoes for change in self._kept.changes.values()}
        return [
            change
            for change in self._kept.changes.values()
            if change.act.undoes is None and change.act.id not in undone
        ]


class FakePassages:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def find(
        self, newsroom_id: UUID, words: Sequence[str], limit: int, without: Collection[UUID] = ()
    ) -> Sequence[Passage]:
        tables = (self._kept.stories, self._kept.follow_ups, self._kept.entries)
        things = [thing for table in tables for thing in table.values() if thing.id not in without]
        lines = [each for thing in things for each in passages_of(thing)]
        held = {word: [p for p in lines if _holds(p.line, word)] for word in words}
        common = set.intersection(*({p.story_id for p in each} for each in held.values()))
        matching = [p for p in lines if any(p in each for each in held.values())]
        found = [
            p for p in matching if (p.newsroom_id, p.story_id in common) == (newsroom_id, True)
        ]
        return found[::-1][:limit]


def _holds(line: str, word: str) -> bool:
    return any(each.startswith(norwegian_stem(word)) for each in findable_words(line))


def _time_of_entry(entry: TimelineEntry) -> tuple[datetime, datetime, str]:
    at = entry.window.start or entry.window.end
    assert at is not None
    return (at, entry.added_at, entry.id.hex)
