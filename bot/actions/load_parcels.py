"""Fetching all it takes to render what was claimed, in few questions."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.actions.followers import wishes_for
from bot.domain.delivery import Delivery, Destination, MessageRef
from bot.domain.duty import Duty, to_be_called
from bot.domain.embargo import shown_from
from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.gate import Place
from bot.domain.history import Change
from bot.domain.leads import seen_with
from bot.domain.mention import Mention
from bot.domain.newsroom import Address, Person
from bot.domain.own_policy import OwnPolicy, holders_of, in_force
from bot.domain.policy import ReminderPolicy
from bot.domain.reminder import LOUDER, LeftOut, is_planned
from bot.domain.story import Story
from bot.domain.subscription import Leads, Notice, Wish
from bot.domain.update import DELAY, Update
from bot.errors import BotError
from bot.ports import Transaction

_LONG_AFTER = timedelta(minutes=5)  # no reminder follows another sooner, unless asked for so

CALLS_NOBODY = frozenset({ReminderKind.UPDATE, ReminderKind.LIFT})
"""What only tells of something, and asks for nothing."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A delivery with all it takes to render it.

    Attributes:
        mentions: Keys of the people it calls upon, on the platform it goes to.
        wish: What its channel wants of the story; None where it follows it no longer.
        update: What an update tells of; None for what was planned.
        first: The first message of the follow-up in its channel; None where this is the first.
        own: The newsroom's own reminder policies, where the plan must be looked at again.
    """

    delivery: Delivery
    follow_up: FollowUp
    story: Story
    address: Address
    mentions: tuple[str, ...] = ()
    wish: Wish | None = None
    update: Update | None = None
    first: MessageRef | None = None
    own: Sequence[OwnPolicy] = ()

    @property
    def place(self) -> Place:
        """Where it goes, for keeping pace."""
        return Place.of(self.address.channel)

    @property
    def destination(self) -> Destination:
        """Where it goes, in the platform's keys."""
        return Destination.at(self.address)

    @property
    def thread(self) -> Destination:
        """Where it goes as an answer to the first message of its follow-up in the channel.

        Asking day after day stays in the thread; whatever else is said is seen in the channel.
        """
        if self.first is None:
            return self.destination
        aloud = self.delivery.kind is not ReminderKind.AGAIN
        return replace(self.destination, reply_to=self.first.message_key, aloud=aloud)

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

    @property
    def unwanted(self) -> LeftOut | None:
        """Why its channel does not want it, going by what it wants now; None where it does."""
        if self.wish is None:
            return LeftOut.NOT_FOLLOWED
        is_update = self.delivery.kind is ReminderKind.UPDATE
        wanted = Notice.UPDATES if is_update else Notice.REMINDERS
        return None if wanted in self.wish.notices else LeftOut.NOT_WANTED

    @property
    def called(self) -> tuple[Mention, ...]:
        """Whom its channel wants its reminders to call upon; what has ended calls nobody."""
        if self.wish is None or self.follow_up.has_ended or self.delivery.kind in CALLS_NOBODY:
            return ()
        return self.wish.mentions

    def is_still_meant(self, policy: ReminderPolicy, now: datetime) -> bool:
        """Whether the reminder is still to be said of the follow-up as it stands.

        One that is in time, and has not changed since it was queued, need not be planned again.
        """
        if self.delivery.kind is ReminderKind.UPDATE:
            return self.update is not None and self.update.tells_of(self.follow_up, self.story)
        if not self.is_in_question(now):
            return True
        newsroom = self.address.newsroom
        in_force_here = in_force(policy, newsroom.hours, self.own, holders_of(self.story))
        ladders = self.wish.ladders if self.wish else ()
        return any(self._is_planned(leads, in_force_here, now) for leads in ladders)

    def _is_planned(self, leads: Leads, policy: ReminderPolicy, now: datetime) -> bool:
        return is_planned(
            self.delivery.kind,
            self.delivery.planned_at,
            seen_with(self.follow_up, leads),
            policy,
            self.address.newsroom.calendar,
            self.address.newsroom.zone,
            now,
        )

    def is_in_question(self, now: datetime) -> bool:
        """Whether the follow-up has changed since, or enough time has gone for a later reminder."""
        has_changed = self.delivery.shown_version != self.follow_up.version
        return has_changed or now - self.delivery.planned_at >= _LONG_AFTER


async def load_parcels(
    tx: Transaction, deliveries: Sequence[Delivery], now: datetime
) -> list[Parcel]:
    """Return each delivery, in their order, with what it speaks of and where it goes.

    It takes five questions in all.

    Where one calls upon people, two more are asked for each newsroom; where a follow-up has changed
    since, or much time has gone, one for the newsrooms' policies.
    """
    found = await tx.follow_ups.by_ids({each.follow_up_id for each in deliveries})
    follow_ups = {each.id: each for each in found}
    stories = {s.id: s for s in await tx.stories.across({f.story_id for f in found})}
    channel_ids = {each.channel_id for each in deliveries}
    addresses = {a.channel.id: a for a in await tx.newsrooms.addresses(channel_ids)}
    wishes = await wishes_for(tx, stories.values())
    first = await tx.deliveries.first_messages([d for d in deliveries if d.message is None])
    parcels = [
        Parcel(
            each,
            follow_up := follow_ups[each.follow_up_id],
            story := stories[follow_up.story_id],
            addresses[each.channel_id],
            wish=wishes[story.id].get(each.channel_id),
            first=first.get((each.follow_up_id, each.channel_id)),
        )
        for each in deliveries
    ]
    parcels = await _with_policies(tx, await _calling(tx, parcels), now)
    return await _telling(tx, parcels)


async def load_what_can_be(
    tx: Transaction, deliveries: Sequence[Delivery], now: datetime
) -> list[Parcel | None]:
    """Return what ``load_parcels`` does, with None for what it breaks on by a defect of ours.

    Raises:
        BotError: If the database fails.
    """
    if not deliveries:  # which can't be halved either
        return []
    try:
        return [*await load_parcels(tx, deliveries, now)]
    except BotError:
        raise
    except Exception:
        if len(deliveries) == 1:
            facts = {"delivery_id": str(deliveries[0].id)}
            log.exception("delivery_not_loaded", extra=facts)
            return [None]
    half = len(deliveries) // 2
    parts = (deliveries[:half], deliveries[half:])
    return [parcel for part in parts for parcel in await load_what_can_be(tx, part, now)]


async def _with_policies(tx: Transaction, parcels: Sequence[Parcel], now: datetime) -> list[Parcel]:
    """Return the parcels, those whose plan is looked at again with what their newsroom has set."""
    newsroom_ids = {p.follow_up.newsroom_id for p in parcels if p.is_in_question(now)}
    if not newsroom_ids:
        return list(parcels)
    own = await tx.newsrooms.policies(newsroom_ids)
    return [
        replace(each, own=[one for one in own if one.newsroom_id == each.follow_up.newsroom_id])
        if each.is_in_question(now)
        else each
        for each in parcels
    ]


async def _calling(tx: Transaction, parcels: Sequence[Parcel]) -> list[Parcel]:
    """Return the parcels, those that nobody has answered for with the people they call upon."""
    calling = {p.address.newsroom.id for p in parcels if p.delivery.kind in LOUDER}
    if not calling:
        return list(parcels)
    people = {one: await tx.newsrooms.people(one) for one in calling}
    duties = {one: await tx.newsrooms.duties(one) for one in calling}
    return [
        replace(each, mentions=_called(each, duties, people))
        if each.delivery.kind in LOUDER
        else each
        for each in parcels
    ]


async def _telling(tx: Transaction, parcels: Sequence[Parcel]) -> list[Parcel]:
    """Return the parcels, updates with what they tell of."""
    since = {
        each.delivery.id: each.delivery.planned_at - DELAY
        for each in parcels
        if each.delivery.kind is ReminderKind.UPDATE
    }
    if not since:
        return list(parcels)
    telling = [each for each in parcels if each.delivery.id in since]
    ids = {one for each in telling for one in (each.follow_up.id, each.story.id)}
    changes = await tx.history.of_things(ids, min(since.values()))
    return [
        replace(each, update=_update(each, changes, at))
        if (at := since.get(each.delivery.id))
        else each
        for each in parcels
    ]


def _update(parcel: Parcel, changes: Sequence[Change], since: datetime) -> Update | None:
    ids = {parcel.follow_up.id, parcel.story.id}
    told = [each for each in changes if each.thing.id in ids and each.act.at >= since]
    return Update.of(told, parcel.follow_up)


def _called(
    parcel: Parcel,
    duties: Mapping[UUID, Sequence[Duty]],
    people: Mapping[UUID, Sequence[Person]],
) -> tuple[str, ...]:
    newsroom_id, workspace = parcel.address.newsroom.id, parcel.address.workspace
    here = [person for person in people[newsroom_id] if person.workspace_id == workspace.id]
    return to_be_called(parcel.follow_up, parcel.story, duties[newsroom_id], here)
