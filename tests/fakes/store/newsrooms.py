"""Newsrooms in memory, and which workspace belongs to which."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.delivery import UNLINKED, Delivery, DeliveryState
from bot.domain.duty import Duty
from bot.domain.link import LinkCode
from bot.domain.newsroom import (
    Address,
    Channel,
    Newsroom,
    Person,
    Platform,
    Workspace,
    homes_of,
)
from bot.domain.own_policy import OwnPolicy
from tests.fakes.store.kept import Kept, first, put


class FakeNewsrooms:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def newsroom(self, newsroom_id: UUID) -> Newsroom:
        return self._kept.newsrooms[newsroom_id]

    async def workspace(self, platform: Platform, key: str) -> Workspace | None:
        return first(
            w for w in self._kept.workspaces.values() if (w.platform, w.key) == (platform, key)
        )

    async def workspace_of(self, channel: Channel) -> Workspace:
        return self._kept.workspaces[channel.workspace_id]

    async def channel(self, workspace_id: UUID, key: str) -> Channel | None:
        return first(
            c
            for c in self._kept.channels.values()
            if (c.workspace_id, c.key) == (workspace_id, key)
        )

    async def channels(self, newsroom_id: UUID, ids: Collection[UUID]) -> Sequence[Channel]:
        channels = self._kept.channels.values()
        found = [c for c in channels if c.newsroom_id == newsroom_id and c.id in ids]
        return sorted(found, key=lambda channel: channel.name)

    async def channels_in(self, newsroom_id: UUID, zone: ZoneInfo) -> Sequence[Channel]:
        channels = self._kept.channels.values()
        found = [c for c in channels if (c.newsroom_id, c.zone) == (newsroom_id, zone)]
        return sorted(found, key=lambda channel: channel.name)

    async def seeing_embargoed(self, newsroom_id: UUID) -> Sequence[Channel]:
        channels = self._kept.channels.values()
        found = [c for c in channels if c.newsroom_id == newsroom_id and c.sees_embargoed]
        return sorted(found, key=lambda channel: channel.name)

    async def addresses(self, channel_ids: Collection[UUID]) -> Sequence[Address]:
        kept = self._kept
        found = [kept.channels[id_] for id_ in channel_ids]
        ids = {channel.workspace_id for channel in kept.channels.values() if not channel.direct}
        shared = [kept.workspaces[id_] for id_ in ids]
        return [
            Address(
                kept.newsrooms[c.newsroom_id],
                kept.workspaces[c.workspace_id],
                c,
                homes_of(c, shared),
            )
            for c in found
        ]

    async def person(self, workspace_id: UUID, key: str) -> Person | None:
        return first(
            p for p in self._kept.people.values() if (p.workspace_id, p.key) == (workspace_id, key)
        )

    async def people(self, newsroom_id: UUID) -> Sequence[Person]:
        found = [p for p in self._kept.people.values() if p.newsroom_id == newsroom_id]
        return sorted(found, key=lambda person: person.name)

    async def duties(self, newsroom_id: UUID) -> Sequence[Duty]:
        found = [d for d in self._kept.duties.values() if d.newsroom_id == newsroom_id]
        return sorted(found, key=lambda duty: duty.desk)

    async def policies(self, newsroom_ids: Collection[UUID]) -> Sequence[OwnPolicy]:
        return [p for p in self._kept.policies.values() if p.newsroom_id in newsroom_ids]

    async def save(self, what: Newsroom | Workspace | Channel | Person | Duty | OwnPolicy) -> None:
        match what:
            case Newsroom():
                self._kept.newsrooms[what.id] = what
            case Workspace():
                put(self._kept.workspaces, what, lambda w: (w.platform, w.key))
            case Channel():
                put(self._kept.channels, what, lambda c: (c.workspace_id, c.key))
            case Person():
                put(self._kept.people, what, lambda p: (p.workspace_id, p.key))
            case Duty():
                put(self._kept.duties, what, lambda d: (d.newsroom_id, d.desk))
            case OwnPolicy():
                put(self._kept.policies, what, lambda p: (p.newsroom_id, p.kind, p.key, p.row))

    async def remove(self, duty: Duty) -> None:
        self._kept.duties.pop(duty.id, None)


class FakeLinks:
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def save(self, code: LinkCode) -> None:
        put(self._kept.codes, code, lambda c: c.name)

    async def code(self, name: str) -> LinkCode | None:
        return first(code for code in self._kept.codes.values() if code.name == name)

    async def workspaces(self, newsroom_id: UUID) -> Sequence[Workspace]:
        shared = {c.workspace_id for c in self._kept.channels.values() if not c.direct}
        found = [
            workspace
            for workspace in self._kept.workspaces.values()
            if workspace.newsroom_id == newsroom_id and workspace.id in shared
        ]
        return sorted(found, key=lambda workspace: (workspace.name, workspace.key))

    async def move(self, workspace: Workspace, to: Newsroom) -> None:
        kept = self._kept
        kept.workspaces[workspace.id] = replace(workspace, newsroom_id=to.id)
        for channel in list(kept.channels.values()):
            if channel.workspace_id == workspace.id:
                moved = replace(channel, newsroom_id=to.id, sees_embargoed=False)
                kept.channels[channel.id] = moved
                self._cut(channel.id, to)
        for person in list(kept.people.values()):
            if person.workspace_id == workspace.id:
                kept.people[person.id] = replace(person, newsroom_id=to.id, role=to.newcomers)

    def _cut(self, channel_id: UUID, to: Newsroom) -> None:
        kept = self._kept
        if digest := kept.digests.get(channel_id):
            kept.digests[channel_id] = replace(digest, newsroom_id=to.id)
        kept.troubles.pop(channel_id, None)
        kept.posted_digests.pop(channel_id, None)
        kept.answers = {k: one for k, one in kept.answers.items() if one.channel_id != channel_id}
        kept.alerts = {k: one for k, one in kept.alerts.items() if one.channel_id != channel_id}
        kept.told_items = {k: at for k, at in kept.told_items.items() if k[0] != channel_id}
        kept.lifts = {k: lift for k, lift in kept.lifts.items() if lift.channel_id != channel_id}
        follows = [s.id for s in kept.subscriptions.values() if s.channel_id == channel_id]
        for subscription_id in follows:
            del kept.subscriptions[subscription_id]
        for delivery in list(kept.deliveries.values()):
            if delivery.channel_id == channel_id:
                kept.deliveries[delivery.id] = _let_go(delivery)


def _let_go(delivery: Delivery) -> Delivery:
    if delivery.state in {DeliveryState.PENDING, DeliveryState.UNDELIVERABLE}:
        return delivery.skipped(UNLINKED)
    if delivery.state is DeliveryState.SENT:
        return replace(delivery, due_at=None, lease_until=None, message=None, reason=UNLINKED)
    return delivery
