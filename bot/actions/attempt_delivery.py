"""One attempt to let a message stand: find it, post it, or edit it."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from bot.actions.load_parcels import Parcel
from bot.domain.counted import Counted, NoMeter
from bot.domain.delivery import (
    OUTDATED,
    Delivery,
    DeliveryState,
    Destination,
    MessageRef,
    Shown,
    nonce_of,
)
from bot.domain.embargo import lifts_at
from bot.domain.mention import MentionKind
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.domain.pace import Paces
from bot.domain.policy import ReminderPolicy
from bot.domain.retry import TIME_TO_SEND, is_hopeless, wait_after
from bot.errors import DeliveryFailed
from bot.ports import Clock, Messenger, Meter, Store
from bot.wording import notices, updates
from bot.wording.words import Words

NOT_CONNECTED = "platform_not_connected"
_SECONDS_TO_CONNECT = 60.0

log = logging.getLogger(__name__)


class LeaseOver(Exception):
    """So much time has gone that another worker may be making the attempt."""


@dataclass(frozen=True, slots=True)
class Posting:
    """What sending works with.

    Attributes:
        messengers: One for each platform that is connected.
        policy: What tells whether a reminder is still meant when its turn comes.
        paces: How fast each platform may be spoken to.
        chance: What spreads the waits between attempts; None for none of it.
        meter: Counts what becomes of deliveries.
        troubled: Ids of the channels that are known to refuse messages, as last looked up.
        aside: Ids of the reminders that broke in our own hands, and are left to another start.
    """

    store: Store
    messengers: Mapping[Platform, Messenger]
    clock: Clock
    policy: ReminderPolicy
    paces: Paces
    chance: Random | None = None
    meter: Meter = field(default_factory=NoMeter)
    troubled: set[UUID] = field(default_factory=set)
    aside: set[UUID] = field(default_factory=set)

    def messenger(self, platform: Platform) -> Messenger:
        """Return what speaks on a platform.

        Raises:
            DeliveryFailed: If it is not connected.
        """
        found = self.messengers.get(platform)
        if found is None:
            raise DeliveryFailed(NOT_CONNECTED, retry_after=_SECONDS_TO_CONNECT)
        return found

    def wait_after(self, failure: DeliveryFailed, attempts: int) -> timedelta | None:
        """Return how long to wait before another attempt; None where it would be in vain.

        Args:
            failure: How the last one went.
            attempts: How often it has been tried, from 1.
        """
        if failure.permanent or is_hopeless(attempts):
            return None
        return wait_after(attempts, failure.retry_after, self.chance)


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one message says: a notice, or several that share it.

    Attributes:
        claimed: Those whose outcome is to be recorded; never none.
        standing: Others that the message shows already.
    """

    claimed: tuple[Parcel, ...]
    standing: tuple[Parcel, ...] = ()

    @property
    def first(self) -> Parcel:
        """One that stands for all: they go to one place, by one nonce."""
        return self.claimed[0]

    def may_be_sent(self, now: datetime) -> bool:
        """Whether it is held for long enough that nobody else can be sending it."""
        leases = [each.delivery.lease_until for each in self.claimed]
        return all(lease is not None and lease - now >= TIME_TO_SEND for lease in leases)

    @property
    def is_shared(self) -> bool:
        """Whether several notices share it, or did when it was first sent."""
        return len(self.claimed) > 1 or self.first.delivery.joined_id is not None

    @property
    def name(self) -> UUID:
        """What the message is named after: the first notice of those that came to share it."""
        delivery = self.first.delivery
        return delivery.joined_id or delivery.id

    @property
    def nonce(self) -> str:
        """By what the message is found."""
        return nonce_of(self.name)

    @property
    def edited(self) -> dict[UUID, Shown]:
        """What it shows once it is edited, by its name; nothing where none shares it, or none is.

        Of one that is posted nobody else can have written anything.
        """
        if not self.is_shared or _known_message(self) is None:
            return {}
        shown = (*self.claimed, *self.standing)
        return {self.name: {each.delivery.id: each.follow_up.version for each in shown}}

    @property
    def destination(self) -> Destination:
        """Where it goes: alone into its follow-up's thread, joined with others into none."""
        if self.is_shared:
            return self.first.destination
        return self.first.thread


async def attempt(posting: Posting, bundle: Bundle) -> list[Delivery]:
    """Return the deliveries as they stand after one attempt.

    A message that an earlier attempt may have posted is looked for first; found, it is only
    written down: what it says may be edited later, but an edit could wipe out by what it was
    found. What is no longer meant is skipped.

    Raises:
        DeliveryFailed: If the platform did not do it.
        LeaseOver: If nothing was found, but looking for it took too long.
    """
    messenger = posting.messenger(bundle.first.place.platform)
    now = posting.clock.now()
    to, nonce = bundle.destination, bundle.nonce
    ref = _known_message(bundle)
    tried = [each.delivery.tried_at for each in bundle.claimed if each.delivery.may_stand]
    if ref is None and (since := min(filter(None, tried), default=None)):
        ref = await messenger.find(to, nonce, since)
        if ref is not None:
            posting.meter.count(Counted.FOUND, len(bundle.claimed))
            log.info("delivery_found", extra={"delivery_id": str(bundle.first.delivery.id)})
            return _found(bundle, ref, since)
        if not bundle.may_be_sent(posting.clock.now()):
            raise LeaseOver
    if ref is not None:
        shown = sorted((*bundle.claimed, *bundle.standing), key=lambda parcel: parcel.turn)
        await messenger.edit(ref, _render(shown, now))
        return [_standing(each, ref, now) for each in bundle.claimed]
    meant, outcomes = _sift(bundle.claimed, posting.policy, now)
    if meant:
        ref = await messenger.send(to, _render(meant, now), nonce)
        outcomes += [_standing(each, ref, now) for each in meant]
    return outcomes


def _standing(parcel: Parcel, ref: MessageRef, now: datetime) -> Delivery:
    """Return a delivery whose message stands; what it says of an embargo is true to its lift."""
    lift = lifts_at(parcel.follow_up, now)
    return parcel.delivery.sent(ref, parcel.follow_up.version, until=lift)


def _found(bundle: Bundle, ref: MessageRef, posted: datetime) -> list[Delivery]:
    """Return the deliveries whose message was found; it shows at least what they were queued for.

    Where a follow-up has changed since, that makes it due to be edited. So does a message that
    is shared: who posted it may have held only some of those that are to share it.
    """
    return [
        each.delivery.sent(
            ref,
            each.delivery.shown_version,
            until=posted if bundle.is_shared else lifts_at(each.follow_up, posted),
        )
        for each in bundle.claimed
    ]


def _known_message(bundle: Bundle) -> MessageRef | None:
    shown = (*bundle.claimed, *bundle.standing)
    return next((each.delivery.message for each in shown if each.delivery.message), None)


def _sift(
    parcels: Sequence[Parcel], policy: ReminderPolicy, now: datetime
) -> tuple[list[Parcel], list[Delivery]]:
    """Part what is still meant from what is not, which is skipped, and what must wait."""
    meant: list[Parcel] = []
    others: list[Delivery] = []
    for each in parcels:
        shown_from = each.shown_from(now)
        if (unwanted := each.unwanted) is not None:
            others.append(each.delivery.skipped(unwanted))
        elif not each.is_still_meant(policy, now):
            others.append(each.delivery.skipped(OUTDATED))
        elif shown_from > now:
            others.append(each.delivery.held(shown_from))
        else:
            meant.append(each)
    return meant, others


def _render(shown: Sequence[Parcel], now: datetime) -> Message:
    """Return the message as it reads now; one sent late says so."""
    channel = shown[0].address.channel
    words = Words(channel.language)
    local = now.astimezone(channel.zone)
    message = _together(shown, words, local) if len(shown) > 1 else _alone(shown[0], words, local)
    message = replace(_calling(message, shown), language=words.language)
    unsent = [p for p in shown if p.delivery.state is DeliveryState.PENDING]
    if not unsent:
        return message
    return notices.late(message, now - min(each.promised_at for each in unsent), words)


def _calling(message: Message, shown: Sequence[Parcel]) -> Message:
    """Return the message with all whom it calls upon, each once."""
    wanted = dict.fromkeys(mention for each in shown for mention in each.called)
    people = [key for each in shown for key in each.mentions]
    people += [mention.key for mention in wanted if mention.kind is MentionKind.PERSON]
    groups = [mention for mention in wanted if mention.kind is not MentionKind.PERSON]
    return replace(message, mentions=tuple(dict.fromkeys(people)), groups=tuple(groups))


def _together(shown: Sequence[Parcel], words: Words, local: datetime) -> Message:
    """Return what shares a message: updates, or what was planned, but never both."""
    hidden = {each.follow_up.id for each in shown if each.shown_from(local) > local}
    changes = [
        (each.update, each.follow_up, each.story) for each in shown if each.update is not None
    ]
    if changes:
        return updates.together(changes, hidden, words, local)
    told = [(each.delivery.kind, each.follow_up, each.story) for each in shown]
    return notices.together(told, words, local, hidden)


def _alone(parcel: Parcel, words: Words, local: datetime) -> Message:
    follow_up, story = parcel.follow_up, parcel.story
    if parcel.shown_from(local) > local:
        return notices.veiled(follow_up, story, words, local)
    if parcel.update is not None:
        return updates.update(parcel.update, follow_up, story, words, local)
    return notices.reminder(parcel.delivery.kind, follow_up, story, words, local)
