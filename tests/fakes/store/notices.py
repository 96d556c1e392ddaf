"""Digests, lifts and troubles in memory: what is told beside the reminders."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from bot.domain.lift import Lift
from bot.domain.posted_digest import PostedDigest
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.trouble import Trouble
from tests.fakes.store.due import FakeDue


class FakeDigests(FakeDue[ScheduledDigest]):
    table = "digests"

    async def schedule(self, digest: ScheduledDigest) -> None:
        self._kept.digests[digest.channel_id] = digest
        self._kept.wakes = True

    async def unschedule(self, channel_id: UUID) -> None:
        self._kept.digests.pop(channel_id, None)

    async def of_channel(self, channel_id: UUID) -> ScheduledDigest | None:
        return self._kept.digests.get(channel_id)

    async def record(self, claimed: ScheduledDigest, outcome: ScheduledDigest) -> None:
        kept = self._kept.digests.get(claimed.channel_id)
        if kept and (kept.planned_at, kept.attempts) == (claimed.planned_at, claimed.attempts):
            self._kept.digests[claimed.channel_id] = outcome


class FakePostedDigests(FakeDue[PostedDigest]):
    table = "posted_digests"

    async def keep(self, digest: PostedDigest) -> None:
        self._kept.posted_digests[digest.channel_id] = digest
        self._kept.wakes |= digest.due_at is not None

    async def refresh(self, newsroom_id: UUID, now: datetime, due_at: datetime) -> None:
        for each in list(self._kept.posted_digests.values()):
            is_later = each.due_at is None or each.due_at > due_at or each.lease_until is not None
            if each.newsroom_id == newsroom_id and each.expires_at > now and is_later:
                self._kept.posted_digests[each.channel_id] = replace(each, due_at=due_at)
                self._kept.wakes = True

    async def record(self, claimed: PostedDigest, outcome: PostedDigest) -> None:
        kept = self._kept.posted_digests.get(claimed.channel_id)
        if kept and (kept.planned_at, kept.attempts) == (claimed.planned_at, claimed.attempts):
            due_at = outcome.due_at if kept.due_at == claimed.due_at else kept.due_at
            self._kept.posted_digests[kept.channel_id] = replace(outcome, due_at=due_at)
        self._kept.wakes = True


class FakeLifts(FakeDue[Lift]):
    table = "lifts"

    async def plan(self, lift: Lift) -> None:
        await self.forget(lift.entry_id)
        await self.add([lift])

    async def forget(self, entry_id: UUID) -> None:
        for lift in list(self._kept.lifts.values()):
            if lift.entry_id == entry_id:
                del self._kept.lifts[lift.id]

    async def add(self, lifts: Sequence[Lift]) -> None:
        self._kept.lifts = {lift.id: lift for lift in lifts} | self._kept.lifts
        self._kept.wakes |= bool(lifts)

    async def put_off(self, lift: Lift) -> None:
        kept = self._kept.lifts.get(lift.id)
        if kept is not None and kept.attempts == lift.attempts:
            self._kept.lifts[lift.id] = replace(kept, due_at=lift.due_at, lease_until=None)
        self._kept.wakes = True

    async def remove(self, lift: Lift) -> None:
        self._kept.lifts.pop(lift.id, None)


class FakeTroubles(FakeDue[Trouble]):
    table = "troubles"

    async def get(self, channel_id: UUID) -> Trouble | None:
        return self._kept.troubles.get(channel_id)

    async def of_newsroom(self, newsroom_id: UUID) -> Sequence[Trouble]:
        found = [t for t in self._standing() if t.newsroom_id == newsroom_id]
        return sorted(found, key=lambda trouble: trouble.since)

    async def standing(self) -> Sequence[Trouble]:
        return self._standing()

    async def save(self, trouble: Trouble) -> None:
        self._kept.troubles[trouble.channel_id] = trouble
        self._kept.wakes |= trouble.due_at is not None

    async def remove(self, channel_id: UUID) -> None:
        self._kept.troubles.pop(channel_id, None)

    def _standing(self) -> list[Trouble]:
        return [trouble for trouble in self._kept.troubles.values() if trouble.over_at is None]
