"""Letting a channel follow, or follow no longer."""

from dataclasses import replace
from uuid import uuid4

from bot.actions.find_inbox import find_inbox
from bot.actions.finding import find_story
from bot.actions.follow import ALL_STORIES, follow, follow_no_longer, followed
from bot.actions.mentions import find_mentions
from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.newsroom import Channel
from bot.domain.story import StoryStatus
from bot.domain.subscription import (
    Subscription,
    Target,
    TargetKind,
    at_first,
    read_target,
    targets_covering,
)
from bot.errors import BotError
from bot.ports import Transaction
from bot.reading.typed.wishes import Wishes, read_wishes, split_target
from bot.wording import subscriptions as wording


class NotSubscribedYourself(BotError):
    """A wish to stop hearing in direct messages of what is not heard of there."""

    reply = translatable(
        "You don’t follow “{what}” in your direct messages with me. See there what you follow:"
        " /story subscriptions"
    )


class NotSubscribed(BotError):
    """A wish to stop following what the channel doesn't follow."""

    reply = translatable(
        "This channel doesn’t follow “{what}”. See what it follows: /story subscriptions"
    )


async def subscribe(request: Request, *, target: str, wishes: str = "") -> Message:
    """Let the channel follow a story, a tag, a desk or everything, or hear other things of it.

    What the wishes don't speak of stays as it is.
    """
    wished = read_wishes(wishes)
    async with request.store.transaction() as tx:
        wanted = await _target(tx, request, target)
        channel = await find_inbox(tx, request) if wished.to_self else request.channel
        heard = at_first(wanted)
        plain = Subscription(uuid4(), request.newsroom.id, channel.id, wanted, heard)
        before = await followed(tx, plain) or plain
        after = await _as_wished(tx, request, channel, before, wished)
        anew = await follow(tx, request, after)
        reaches = await _reaches_a_story(tx, request, wanted)
    said = wording.subscribed(after, channel, request.words, anew=anew, reaches=reaches)
    return _for_its_readers(request, channel, said)


async def unsubscribe(request: Request, *, target: str) -> Message:
    """Let the channel follow something no longer; with "me" behind it, the asker."""
    named, behind = split_target(target)
    wanted, wished = read_target(named), read_wishes(behind)
    async with request.store.transaction() as tx:
        channel = await find_inbox(tx, request) if wished.to_self else request.channel
        gone = Subscription(uuid4(), request.newsroom.id, channel.id, wanted)
        if not await follow_no_longer(tx, request, gone):
            refusal = NotSubscribedYourself if channel.direct else NotSubscribed
            raise refusal(what=named.strip()[:60])
        still = await _still_reaching(tx, request, channel, wanted)
    said = wording.unsubscribed(str(wanted), channel, request.words, still)
    return _for_its_readers(request, channel, said)


async def show_subscriptions(request: Request) -> Message:
    """Show what the channel follows, and what it hears of each."""
    async with request.store.view() as tx:
        found = await tx.subscriptions.of_channel(request.channel.id)
    return wording.subscriptions(found, request.channel, request.words)


def _for_its_readers(request: Request, channel: Channel, said: Message) -> Message:
    """Return an answer that is the asker's alone where it is of their direct messages."""
    return said if channel.id == request.channel.id else replace(said, private=True)


async def _target(tx: Transaction, request: Request, words: str) -> Target:
    """Return what was named; a story must exist."""
    target = read_target(words)
    if target.kind is TargetKind.STORY:
        story = await find_story(tx, request, target.value)
        return Target(TargetKind.STORY, story.slugline)
    return target


async def _reaches_a_story(tx: Transaction, request: Request, wanted: Target) -> bool:
    """Whether there is a story behind a tag or a desk; it may be misspelt where there is none."""
    if wanted.kind in {TargetKind.STORY, TargetKind.EVERYTHING}:
        return True
    stories = await tx.stories.of(request.newsroom.id, set(StoryStatus), ALL_STORIES)
    return any(wanted in targets_covering(story) for story in stories)


async def _still_reaching(
    tx: Transaction, request: Request, channel: Channel, gone: Target
) -> list[Subscription]:
    """Return by what else a channel hears of what it follows no longer."""
    left = await tx.subscriptions.of_channel(channel.id)
    covering = {Target(TargetKind.EVERYTHING)}
    if left and gone.kind is TargetKind.STORY:
        story = await tx.stories.get(request.newsroom.id, gone.value)
        covering |= targets_covering(story) if story else frozenset()
    return [each for each in left if each.target in covering]


async def _as_wished(
    tx: Transaction, request: Request, channel: Channel, before: Subscription, wished: Wishes
) -> Subscription:
    """Return a subscription with all that was wished, and the rest as it was."""
    mentions = before.mentions
    if wished.mentions is not None:
        mentions = await find_mentions(tx, request, channel.workspace_id, wished.mentions)
    return replace(
        before,
        notices=before.notices if wished.notices is None else wished.notices,
        leads=before.leads if wished.leads is None else wished.leads,
        mentions=mentions,
    )
