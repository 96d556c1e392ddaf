"""The digest of a channel: made from what it follows, or from all of its newsroom."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions.request import Request
from bot.actions.understanding import understand
from bot.domain.digest import DAYS_AHEAD, Digest, end_of_next_week, make_digest
from bot.domain.embargo import seen_by
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.newsroom import Channel
from bot.domain.story import Story, StoryStatus
from bot.domain.subscription import Notice, Target, targets_covering
from bot.errors import BotError, NotUnderstood
from bot.ports import Transaction
from bot.wording import dates
from bot.wording import digest as wording

MOST_STORIES = 1000
_ONE_DAY = timedelta(days=1)
_WEEK = frozenset({"week", "uke", "uken", "uka", "veke", "veka"})
_OVERDUE = frozenset({"overdue", "på overtid", "overtid", "forfalt", "forfalle"})
_UNDATED = frozenset(
    {"undated", "uten dag", "utan dag", "uten dato", "utan dato", "later", "senere", "seinare"}
)
_THIS_OR_NEXT = re.compile(r"(?:this|the|next|denne|neste|heile|hele)\s+")


class NoSuchDigest(BotError):
    """Words that name nothing a digest can cover."""

    reply = translatable(
        "“{words}” is no digest. Write /story digest week, /story digest friday or "
        "/story digest overdue."
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the digest that somebody asked for.

    Attributes:
        named: What it is, as its title says.
        of: Returns it of the whole.
    """

    named: str
    of: Callable[[Digest], Digest]


async def show_digest(request: Request, *, span: str = "") -> Message:
    """Show what is overdue, what comes in the coming days, and what has gone quiet.

    Args:
        request: Who asks, and when.
        span: "week", to the end of the next one; or what alone is wanted: days, what is overdue,
            or what stands on no day.

    Raises:
        NoSuchDigest: If it is none of these.
    """
    today, named = request.now.date(), span.strip().lower()
    until, part = today + timedelta(days=DAYS_AHEAD), None
    if _THIS_OR_NEXT.sub("", named) in _WEEK:
        until = end_of_next_week(today)
    elif named:
        until, part = _asked_for(request, named, until)
    async with request.store.view() as tx:
        stories, follows = await stories_of(tx, request.channel, asked=True)
        since = _last_digest(request)
        made = await digest_of(tx, request.channel, stories, request.now, until, since)
    where = request.channel.name if follows else request.newsroom.name
    if part is None:
        return wording.digest(made, where, request.words, request.now)
    return wording.part(part.of(made), where, part.named, request.words, request.now)


def _asked_for(request: Request, named: str, until: date) -> tuple[date, _Part]:
    """Return to which day the digest must see, and which part of it was asked for.

    Raises:
        NoSuchDigest: If the words name none.
    """
    if named in _OVERDUE:
        return until, _Part(request.words.say("Overdue"), Digest.of_overdue)
    if named in _UNDATED:
        return until, _Part(request.words.say("Later, or without a set day"), Digest.of_no_day)
    try:
        window = understand(request, named).window
    except NotUnderstood:
        raise NoSuchDigest(words=named[:60]) from None
    here = window.on_days_of(request.channel.zone)
    last = here.last_day
    if last is None:
        raise NoSuchDigest(words=named[:60])
    first = request.now.date() if here.start is None else here.start.date()
    said = dates.window(window, request.words, request.now)
    return last, _Part(said, lambda made: made.of_days(first, last))


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


async def stories_of(
    tx: Transaction, channel: Channel, *, asked: bool = False
) -> tuple[list[Story], bool]:
    """Return the stories that stand in a channel's digest, and whether it follows anything.

    These are what it follows and has not kept out of it; one that follows nothing gets all. A
    channel that has kept out all it follows, and asks, is shown it: "nothing" would not be true.
    """
    followed = await tx.subscriptions.of_channel(channel.id)
    shown = {each.target for each in followed if Notice.DIGEST in each.notices}
    if asked and not shown:
        shown = {each.target for each in followed}
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
