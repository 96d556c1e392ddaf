"""Which channels follow a story, and what each of them wants to hear of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from bot.domain.story import Story
from bot.domain.subscription import (
    Leads,
    Notice,
    Subscription,
    Target,
    Wish,
    targets_covering,
    wish_of,
)
from bot.ports import Transaction

Wishes = Mapping[UUID, Wish]
"""What channels want of one story, by the channel's id; of those that follow it alone."""


async def wishes_for(tx: Transaction, stories: Iterable[Story]) -> dict[UUID, Wishes]:
    """Return what each channel wants of each story, by the story's id: one question in all."""
    reaching = await _reaching(tx, stories)
    return {story_id: _by_channel(found) for story_id, found in reaching.items()}


async def leads_asked_for(tx: Transaction, stories: Iterable[Story]) -> dict[UUID, set[Leads]]:
    """Return the heads-ups that channels asked for which are to be reminded of each story."""
    return {
        story_id: {each.leads for each in found if Notice.REMINDERS in each.notices}
        for story_id, found in (await _reaching(tx, stories)).items()
    }


async def _reaching(tx: Transaction, stories: Iterable[Story]) -> dict[UUID, list[Subscription]]:
    """Return the subscriptions that reach each story, by the story's id: one question in all."""
    covering = {story.id: (story.newsroom_id, targets_covering(story)) for story in stories}
    newsroom_ids = {newsroom_id for newsroom_id, _ in covering.values()}
    targets = {target for _, found in covering.values() for target in found}
    by_target: defaultdict[tuple[UUID, Target], list[Subscription]] = defaultdict(list)
    for each in await tx.subscriptions.following(newsroom_ids, targets):
        by_target[each.newsroom_id, each.target].append(each)
    return {
        story_id: [each for target in found for each in by_target.get((newsroom_id, target), ())]
        for story_id, (newsroom_id, found) in covering.items()
    }


def _by_channel(subscriptions: Iterable[Subscription]) -> Wishes:
    through: defaultdict[UUID, list[Subscription]] = defaultdict(list)
    for each in subscriptions:
        through[each.channel_id].append(each)
    return {channel_id: wish_of(found) for channel_id, found in through.items()}
