"""What the channel of a request may be shown of its newsroom, by ``bot.domain.embargo``."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from bot.actions.request import Onlooker, Request
from bot.domain.embargo import Embargoed, Veil, may_see, seen_by
from bot.domain.newsroom import Channel
from bot.ports import Transaction

_Embargoed = TypeVar("_Embargoed", bound=Embargoed)


async def veil_over(tx: Transaction, channel: Channel, now: datetime) -> Veil:
    """Return what of its newsroom a channel may not be shown at a moment: two questions at most."""
    if channel.sees_embargoed:
        return Veil(channel, now)
    follow_ups = await tx.follow_ups.embargoed(channel.newsroom_id, now)
    entries = await tx.timeline.embargoed(channel.newsroom_id, now)
    return Veil(channel, now, (*follow_ups, *entries))


async def veil_of(tx: Transaction, request: Request) -> Veil:
    """Return what a request's channel may not be shown."""
    return await veil_over(tx, request.channel, request.now)


def shows(request: Request, thing: Embargoed) -> bool:
    """Whether a thing may be shown in the answer to a request."""
    return may_see(request.channel, thing, request.now)


def shown(onlooker: Onlooker, things: Iterable[_Embargoed]) -> list[_Embargoed]:
    """Return those of the things that may be shown to somebody."""
    return seen_by(onlooker.channel, things, onlooker.now)
