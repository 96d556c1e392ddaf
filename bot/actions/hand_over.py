"""Handing a shift over: what happened in it, and what the next one must do."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from bot.actions.discretion import veil_of
from bot.actions.request import Request
from bot.actions.show_digest import digest_of, stories_of
from bot.actions.understanding import understand_past
from bot.domain.embargo import Veil
from bot.domain.history import Change
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.story import Story
from bot.errors import BotError, NotUnderstood
from bot.ports import Transaction
from bot.wording import handover as wording

SHIFT = timedelta(hours=8)
LONGEST_LOOK_BACK = timedelta(days=7)
MOST_CHANGES = 50
_SPAN = re.compile(r"(\d{1,2})\s?(?:h|t|hours?|timer|timar)")
_CLOCK = re.compile(r"(?:kl\.?\s*|at\s+)?(\d{1,2})(?:[:.](\d{2}))?")
_SINCE = re.compile(r"(?:since|siden|sidan|fra|frå|from)\s+", re.IGNORECASE)


class BadShift(BotError):
    """Words that name no beginning of a shift."""

    reply = translatable(
        "“{words}” is no beginning of a shift in the last week. Write 8h, 06:00 or yesterday."
    )


async def hand_over(request: Request, *, since: str = "") -> Message:
    """Show what happened since the shift began, and what the next one must do."""
    began = _began(request, since, request.now) if since else request.now - SHIFT
    async with request.store.view() as tx:
        stories, follows = await stories_of(tx, request.channel, asked=True)
        changes = await _changes(tx, stories, began, await veil_of(tx, request))
        until = request.now.date() + timedelta(days=1)
        ahead = await digest_of(tx, request.channel, stories, request.now, until, began)
    where = request.channel.name if follows else request.newsroom.name
    return wording.handover(
        where,
        changes,
        ahead.for_shift(request.now + SHIFT),
        began,
        request.words,
        request.now,
    )


async def _changes(
    tx: Transaction, stories: Sequence[Story], since: datetime, veil: Veil
) -> list[tuple[Story, list[Change]]]:
    """Return what was changed in each story since a moment; stories left alone are left out."""
    last_heard = await tx.history.last_at([story.id for story in stories])
    never = datetime.min.replace(tzinfo=UTC)
    stirred = [story for story in stories if last_heard.get(story.id, never) >= since]
    found = [(story, await tx.history.of_story(story.id, MOST_CHANGES)) for story in stirred]
    seen = [(story, veil.seen(changes)) for story, changes in found]
    recent = [(story, [each for each in all_ if each.act.at >= since]) for story, all_ in seen]
    return [(story, changes) for story, changes in recent if changes]


def _began(request: Request, words: str, now: datetime) -> datetime:
    """Return when a shift began: so many hours ago, at the latest such hour, or on that day.

    Raises:
        BadShift: If the words name no moment of the last week.
    """
    text = _SINCE.sub("", words.strip(), count=1)
    began = _moment(request, text.lower(), now)
    if began is None or not now - LONGEST_LOOK_BACK <= began < now:
        raise BadShift(words=words.strip()[:60])
    return began


def _moment(request: Request, text: str, now: datetime) -> datetime | None:
    if span := _SPAN.fullmatch(text):
        return (now.astimezone(UTC) - timedelta(hours=int(span[1]))).astimezone(now.tzinfo)
    if clock := _CLOCK.fullmatch(text):
        return _latest(int(clock[1]), int(clock[2] or 0), now)
    try:
        window = understand_past(request, text)
    except NotUnderstood:
        return None
    here = window if window.is_clocked else window.on_days_of(request.channel.zone)
    return here.start


def _latest(hour: int, minute: int, now: datetime) -> datetime | None:
    """Return the latest time that the clock showed an hour; None where no clock does."""
    try:
        at = datetime.combine(now.date(), time(hour, minute), tzinfo=now.tzinfo)
    except ValueError:
        return None
    return at if at < now else at - timedelta(days=1)
