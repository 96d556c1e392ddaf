"""Deciding what goes into one message, and what has to wait for its pace."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from bot.actions.attempt_delivery import Bundle
from bot.actions.load_parcels import Parcel
from bot.domain.delivery import Delivery
from bot.domain.follow_up import ReminderKind

WORTH_JOINING = 3
"""Notices due at once in one channel from which on they share a message."""

UPDATES_WORTH_JOINING = 2
"""Updates from which on they share a message: what one act changed is told at once."""

STANDS_ALONE = 2
"""Stories of this urgency and above share no message with others.

What they say ahead and what was changed in them may be said at once; the rest stands alone.
"""


def by_channel(parcels: Iterable[Parcel]) -> dict[UUID, list[Parcel]]:
    """Return what goes to each channel, in the order in which it is to be said."""
    sorted_out: defaultdict[UUID, list[Parcel]] = defaultdict(list)
    for parcel in parcels:
        sorted_out[parcel.address.channel.id].append(parcel)
    for waiting in sorted_out.values():
        waiting.sort(key=lambda parcel: parcel.turn)
    return sorted_out


def bundle(parcels: Sequence[Parcel], most: int, standing: Sequence[Parcel]) -> list[Bundle]:
    """Return the messages that say what goes to one channel, in order.

    What was joined before stays joined; what may stand already is asked for alone.

    Args:
        parcels: All for one channel, in turn.
        most: How many one message may join.
        standing: What else the messages of these parcels show.
    """
    bundles: list[Bundle] = []
    fresh: defaultdict[tuple[UUID | None, bool], list[Parcel]] = defaultdict(list)
    joined: defaultdict[UUID, list[Parcel]] = defaultdict(list)
    for parcel in parcels:
        key = parcel.delivery.joined_id
        if key is not None:
            joined[key].append(parcel)
        elif _is_new(parcel):
            is_update = parcel.delivery.kind is ReminderKind.UPDATE
            fresh[_company(parcel), is_update].append(parcel)
        else:
            bundles.append(Bundle((parcel,)))
    for key, members in joined.items():
        others = tuple(each for each in standing if each.delivery.joined_id == key)
        bundles.append(Bundle(tuple(members), others))
    for (_, is_update), together in fresh.items():
        bundles += _joined(together, most, UPDATES_WORTH_JOINING if is_update else WORTH_JOINING)
    return sorted(bundles, key=lambda each: each.first.turn)


def waits_for_leader(bundle: Bundle, held_elsewhere: Collection[UUID]) -> bool:
    """Whether the notice that named a shared message is in another worker's hands.

    Whoever holds that notice posts the message; the others wait until it stands.
    """
    return bundle.first.delivery.joined_id in held_elsewhere


def names_of_shared(bundles: Iterable[Bundle]) -> dict[UUID, UUID]:
    """Return the name of the message that each notice is to share, by the delivery's id.

    It is written down before it is sent, so that the message can be found by it.
    """
    return {
        parcel.delivery.id: each.name
        for each in bundles
        if len(each.claimed) > 1
        for parcel in each.claimed
    }


def put_back(parcels: Iterable[Parcel], until: datetime) -> list[Delivery]:
    """Return deliveries let go until a moment."""
    return [parcel.delivery.put_back(until) for parcel in parcels]


def _company(parcel: Parcel) -> UUID | None:
    """Return what names those that may share a message; None for all that is not urgent."""
    if parcel.story.urgency > STANDS_ALONE:
        return None
    may_share = parcel.delivery.kind in {ReminderKind.HEADS_UP, ReminderKind.UPDATE}
    return parcel.story.id if may_share else parcel.delivery.id


def _is_new(parcel: Parcel) -> bool:
    return parcel.delivery.message is None and not parcel.delivery.may_stand


def _joined(parcels: Sequence[Parcel], most: int, least: int) -> list[Bundle]:
    if most < 2 or len(parcels) < least:
        return [Bundle((parcel,)) for parcel in parcels]
    starts = range(0, len(parcels), most)
    return [Bundle(tuple(parcels[start : start + most])) for start in starts]
