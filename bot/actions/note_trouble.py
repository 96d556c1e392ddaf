"""Noting that a channel refuses what is posted, and that it takes messages again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from bot.domain.newsroom import Address, Newsroom
from bot.domain.trouble import SHUT_OUT, UNFIT, Trouble
from bot.ports import Transaction


@dataclass(frozen=True, slots=True)
class Refusal:
    """A channel refused something for good.

    Attributes:
        reason: The platform's own word for it.
        at: When, in UTC.
    """

    channel_id: UUID
    newsroom_id: UUID
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Recovery:
    """A channel that had refused messages has taken one, at a moment in UTC."""

    channel_id: UUID
    at: datetime


Sign = Refusal | Recovery
"""What one attempt tells of a channel."""


async def note_signs(tx: Transaction, signs: Sequence[Sign]) -> None:
    """Write down what attempts told of channels; of each channel, the latest sign counts."""
    latest = {each.channel_id: each for each in signs}.values()
    await note_refusals(tx, [each for each in latest if isinstance(each, Refusal)])
    for each in latest:
        if isinstance(each, Recovery):
            await note_recovery(tx, [each.channel_id], each.at)


async def note_refusals(tx: Transaction, refusals: Sequence[Refusal]) -> None:
    """Begin or go on with the spell of each channel; the latest refusal is the one that counts."""
    latest = {each.channel_id: each for each in sorted(refusals, key=lambda each: each.at)}
    for channel_id in sorted(latest):  # in one order, so that two workers never wait for each other
        refusal = latest[channel_id]
        spell = await tx.troubles.get(channel_id)
        await tx.troubles.save(
            _begun(refusal) if spell is None else spell.refused(refusal.reason, refusal.at)
        )


async def note_recovery(tx: Transaction, channel_ids: Iterable[UUID], now: datetime) -> int:
    """End the spells of channels, let what they missed be due again, and return how much it is.

    With them come all that their workspace had shut out. What was unfit to be posted stays given
    up: it is refused anew, and told of anew, however often others get through. Where an admin
    channel is back, it is told of what stands.

    Args:
        tx: Where it is kept.
        channel_ids: Those that took a message, or were seen to be back.
        now: Aware, in UTC.
    """
    addresses = await tx.newsrooms.addresses(set(channel_ids))
    back = sorted({a.channel.id for a in addresses} | await _let_in_again(tx, addresses))
    number = await tx.queues.retry(now, back, but=UNFIT)
    for channel_id in back:
        spell = await tx.troubles.get(channel_id)
        if spell is None:
            continue
        over = spell.over(now)
        if over.is_done_with:
            await tx.troubles.remove(channel_id)
        else:
            await tx.troubles.save(over)
    for address in addresses:
        if address.newsroom.admin_channel_id == address.channel.id:
            await tell_standing(tx, address.newsroom, now)
    return number


async def _let_in_again(tx: Transaction, addresses: Sequence[Address]) -> set[UUID]:
    """Return the channels that were shut out with a whole workspace, where these are back."""
    workspaces = {each.workspace.id for each in addresses}
    shut_out = {
        spell.channel_id
        for newsroom_id in {each.newsroom.id for each in addresses}
        for spell in await tx.troubles.of_newsroom(newsroom_id)
        if spell.reason in SHUT_OUT
    }
    found = await tx.newsrooms.addresses(shut_out) if shut_out else ()
    return {each.channel.id for each in found if each.workspace.id in workspaces}


async def tell_standing(tx: Transaction, newsroom: Newsroom, now: datetime) -> None:
    """Let a newsroom's admin channel be told of spells that nobody was told of."""
    for spell in await tx.troubles.of_newsroom(newsroom.id):
        if spell.message is None and spell.due_at is None:
            await tx.troubles.save(replace(spell, due_at=now))


def _begun(refusal: Refusal) -> Trouble:
    return Trouble(
        refusal.channel_id,
        refusal.newsroom_id,
        refusal.reason,
        since=refusal.at,
        refused_at=refusal.at,
        due_at=refusal.at,
    )
