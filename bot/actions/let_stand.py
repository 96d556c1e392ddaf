"""Letting a message stand in a channel once, whatever became of earlier attempts to post it."""

from datetime import datetime

from bot.actions.attempt_delivery import Posting
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Address


async def let_stand(
    posting: Posting, address: Address, message: Message, nonce: str, since: datetime | None
) -> MessageRef:
    """Return where a message stands: posted by an earlier attempt, or else by this one.

    Args:
        posting: What sending works with.
        address: The channel.
        message: What is posted where nothing is found.
        nonce: By what it is found.
        since: When an earlier attempt may first have posted it; None where none can have.

    Raises:
        DeliveryFailed: If the platform did not do it.
    """
    found = await find_posted(posting, address, nonce, since)
    if found is not None:
        return found
    messenger = posting.messenger(address.channel.platform)
    return await messenger.send(Destination.at(address), message, nonce)


async def find_posted(
    posting: Posting, address: Address, nonce: str, since: datetime | None
) -> MessageRef | None:
    """Return where a message stands that an earlier attempt may have posted; see ``let_stand``.

    Raises:
        DeliveryFailed: If the platform could not be asked.
    """
    if since is None:
        return None
    messenger = posting.messenger(address.channel.platform)
    return await messenger.find(Destination.at(address), nonce, since)
