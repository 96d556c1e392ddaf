"""The digest of a channel: made from what it follows, or from all of its newsroom."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.actions.request import Request
from bot.domain.digest import DAYS_AHEAD, Digest, end_of_next_week, make_digest
from bot.domain.embargo import seen_by
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.newsroom import Channel
from bot.domain.story import Story, StoryStatus
from bot.domain.subscription import Notice, Target, targets_covering
from bot.errors import BotError
from bot.ports import Transaction
from bot.wording import digest as wording

MOST_STORIES = 1000
_ONE_DAY = timedelta(days=1)
_WEEK = frozenset({"week", "uke", "uken", "uka", "veke", "veka"})
_THIS_OR_NEXT = re.compile(r"(?:this|the|next|denne|neste|heile|hele)\s+")


class NoSuchDigest(BotError):
    """Words that name no span a digest can cover."""

    reply = translatable("“{words}” is no digest. Write /story digest, or /story digest week.")


async def show_digest(request: Request, *, span: str = "") -> Message:
    """Show what is overdue, what comes in the coming days, and what has gone quiet."""
    until = request.now.date() + timedelta(days=DAYS_AHEAD)
    if span:
        if _THIS_OR_NEXT.sub("", span.strip().lower()) not in _WEEK:
            raise NoSuchDigest(words=span.strip()[:60])
        until = end_of_next_week(request.now.date())
    async with request.store.view() as tx:
        stories, follows = await stories_of(tx, request.channel)
        since = _last_digest(request)
        made = await digest_of(tx, request.channel, stories, request.now, until, since)
    where = request.channel.name if follows else request.newsroom.name
    return wording.digest(made, where, request.words, request.now)


async def digest_of(
    tx: Transaction,
    channel: Channel,
    stories: Sequence[Story],
    now: datetime,
    until: date,
    since: datetime,
) -> Digest:
    """Return a channel's digest.

    Args:
        tx: Where everything stands.
        channel: Whose it is.
        stories: What stands in it, as ``stories_of`` tells.
        now: Aware, in the channel's zone.
        until: The last of the days ahead.
        since: When the digest before it came; what is younger is new.
    """
    ids = [story.id for story in stories]
    return make_digest(
        stories,
        seen_by(channel, await tx.follow_ups.open_of(ids), now),
        await tx.history.last_at(ids),
        since=since,
        now=now,
        until=until,
    )


async def stories_of(tx: Transaction, channel: Channel) -> tuple[list[Story], bool]:
    """Return the stories that stand in a channel's digest, and whether it follows anything.

    These are what it follows and has not kept out of it; one that follows nothing gets all.
    """
    followed = await tx.subscriptions.of_channel(channel.id)
    shown = {each.target for each in followed if Notice.DIGEST in each.notices}
    wanted = {StoryStatus.ACTIVE, StoryStatus.DORMANT}
    found = await tx.stories.of(channel.newsroom_id, wanted, MOST_STORIES)
    stories = [story for story in found if not followed or _is_covered(story, shown)]
    return stories, bool(followed)


def _is_covered(story: Story, followed: set[Target]) -> bool:
    return not targets_covering(story).isdisjoint(followed)


def _last_digest(request: Request) -> datetime:
    """Return when the channel's digest last came, or the same hour yesterday."""
    channel, now = request.channel, request.now
    if channel.digest is None:
        return now - _ONE_DAY
    return channel.digest.last_before(now, channel.zone, request.calendar)
