"""Fetching all it takes to render what was claimed, in few questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from bot.domain.delivery import Delivery, Destination
from bot.domain.duty import Duty, to_be_called
from bot.domain.embargo import shown_from
from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.gate import Place
from bot.domain.newsroom import Address, Person
from bot.domain.reminder import LOUDER, ReminderPolicy, is_planned
from bot.domain.story import Story
from bot.domain.subscription import Target, targets_covering
from bot.ports import Transaction


@dataclass(frozen=True, slots=True)
class Parcel:
    """A delivery with all it takes to render it.

    Attributes:
        mentions: Keys of the people it calls upon, on the platform it goes to.
        followed: Whether its channel follows the story now.
    """

    delivery: Delivery
    follow_up: FollowUp
    story: Story
    address: Address
    mentions: tuple[str, ...] = ()
    followed: bool = True

    @property
    def place(self) -> Place:
        """Where it goes, for keeping pace."""
        channel = self.address.channel
        return Place(channel.id, channel.workspace_id, channel.platform)

    @property
    def destination(self) -> Destination:
        """Where it goes, in the platform's keys."""
        channel = self.address.channel
        return Destination(channel.platform, self.address.workspace.key, channel.key)

    @property
    def promised_at(self) -> datetime:
        """When it should stand: as promised, but for what an embargo has held back since."""
        return self.shown_from(self.delivery.promised_at)

    def shown_from(self, moment: datetime) -> datetime:
        """Return when its channel may be shown it: at a moment, or at a lift that is to come."""
        return shown_from(self.address.channel, self.follow_up, moment)

    @property
    def turn(self) -> tuple[int, bool, datetime, str, int]:
        """Sorts what goes to one channel: urgent stories first, then as it was planned.

        The lift of an embargo comes before what it has held back.
        """
        follow_up = self.follow_up
        return (
            self.story.urgency,
            self.delivery.kind is not ReminderKind.LIFT,
            self.delivery.planned_at,
            follow_up.slugline,
            follow_up.number,
        )

    def is_still_meant(self, policy: ReminderPolicy) -> bool:
        """Whether the reminder still belongs to the follow-up as it stands.

        One that has not changed since the reminder was queued need not be planned again.
        """
        return self.delivery.shown_version == self.follow_up.version or is_planned(
            self.delivery.kind,
            self.delivery.planned_at,
            self.follow_up,
            policy,
            self.address.newsroom.calendar,
            self.address.newsroom.zone,
        )


async def load_parcels(tx: Transaction, deliveries: Sequence[Delivery]) -> list[Parcel]:
    """Return each delivery with what it speaks of and where it goes: four questions in all.

    Where one calls upon people, two more are asked for each newsroom.
    """
    found = await tx.follow_ups.by_ids({each.follow_up_id for each in deliveries})
    follow_ups = {each.id: each for each in found}
    stories = {s.id: s for s in await tx.stories.across({f.story_id for f in found})}
    channel_ids = {each.channel_id for each in deliveries}
    addresses = {a.channel.id: a for a in await tx.newsrooms.addresses(channel_ids)}
    follows = await _follows(tx, list(stories.values()))
    parcels = [
        Parcel(
            each,
            follow_up := follow_ups[each.follow_up_id],
            story := stories[follow_up.story_id],
            addresses[each.channel_id],
            followed=any((each.channel_id, one) in follows for one in targets_covering(story)),
        )
        for each in deliveries
    ]
    return await _calling(tx, parcels)


async def _follows(tx: Transaction, stories: Sequence[Story]) -> set[tuple[UUID, Target]]:
    """Return which channels follow what covers any of these stories."""
    newsroom_ids = {story.newsroom_id for story in stories}
    targets = {target for story in stories for target in targets_covering(story)}
    found = await tx.subscriptions.following(newsroom_ids, targets)
    return {(each.channel_id, each.target) for each in found}


async def _calling(tx: Transaction, parcels: Sequence[Parcel]) -> list[Parcel]:
    """Return the parcels, those that nobody has answered for with the people they call upon."""
    calling = {p.address.newsroom.id for p in parcels if p.delivery.kind in LOUDER}
    people = {one: await tx.newsrooms.people(one) for one in calling}
    duties = {one: await tx.newsrooms.duties(one) for one in calling}
    return [
        replace(each, mentions=_called(each, duties, people))
        if each.delivery.kind in LOUDER
        else each
        for each in parcels
    ]


def _called(
    parcel: Parcel,
    duties: Mapping[UUID, Sequence[Duty]],
    people: Mapping[UUID, Sequence[Person]],
) -> tuple[str, ...]:
    newsroom_id, workspace = parcel.address.newsroom.id, parcel.address.workspace
    here = [person for person in people[newsroom_id] if person.workspace_id == workspace.id]
    return to_be_called(parcel.follow_up, parcel.story, duties[newsroom_id], here)
