"""Letting a channel follow, or follow no longer."""

from uuid import uuid4

from bot.actions.finding import find_story
from bot.actions.record import forget_subscription, keep_subscription
from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.subscription import Subscription, Target, TargetKind, read_target
from bot.errors import BotError
from bot.ports import Transaction
from bot.wording import stories


class NotSubscribed(BotError):
    """A wish to stop following what the channel doesn't follow."""

    reply = translatable(
        "This channel doesn’t follow “{what}”. See what it follows: /story subscriptions"
    )


async def subscribe(request: Request, *, target: str) -> Message:
    """Let the channel follow a story, a tag, a desk or everything."""
    async with request.store.transaction() as tx:
        wanted = await _target(tx, request, target)
        subscription = Subscription(uuid4(), request.newsroom.id, request.channel.id, wanted)
        anew = await keep_subscription(tx, request.act, subscription)
    return stories.subscribed(subscription, request.words, anew=anew)


async def unsubscribe(request: Request, *, target: str) -> Message:
    """Let the channel follow something no longer."""
    wanted = read_target(target)
    async with request.store.transaction() as tx:
        if not await forget_subscription(tx, request.act, request.channel.id, wanted):
            raise NotSubscribed(what=target.strip()[:60])
    return stories.unsubscribed(str(wanted), request.words)


async def show_subscriptions(request: Request) -> Message:
    """Show what the channel follows."""
    async with request.store.view() as tx:
        followed = await tx.subscriptions.of_channel(request.channel.id)
    return stories.subscriptions(followed, request.words)


async def _target(tx: Transaction, request: Request, words: str) -> Target:
    """Return what was named; a story must exist."""
    target = read_target(words)
    if target.kind is TargetKind.STORY:
        story = await find_story(tx, request, target.value)
        return Target(TargetKind.STORY, story.slugline)
    return target
