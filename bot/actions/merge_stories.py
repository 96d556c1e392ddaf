"""Making one story of two."""

from dataclasses import replace

from bot.actions.discretion import shows
from bot.actions.finding import find_story
from bot.actions.keep_watches import move_watches
from bot.actions.record import keep_entries, keep_readings, keep_story, redirect_followers
from bot.actions.replan import put_changed
from bot.actions.request import Request
from bot.domain.follow_up import FollowUp
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.story import Story
from bot.errors import BotError
from bot.ports import Transaction
from bot.wording import stories

_ALL_ENTRIES = 100_000


class SameStory(BotError):
    """A wish to merge a story with itself."""

    reply = translatable("{slugline} can’t become part of itself. Name two stories.")


async def merge(request: Request, *, story: str = "", into: str) -> Message:
    """Let a story become part of another: its follow-ups get new numbers there."""
    async with request.store.transaction() as tx:
        target = await find_story(tx, request, into)
        source = await find_story(tx, request, story)
        if source.id == target.id:
            raise SameStory(slugline=source.slugline)
        await redirect_followers(tx, request.act, source, target)
        merged, moved = await _move_follow_ups(tx, request, source, target)
        entries = await tx.timeline.of_story(source.id, _ALL_ENTRIES)
        moved_entries = [(each, replace(each, story_id=target.id)) for each in entries]
        await keep_entries(tx, request.act, moved_entries)
        readings = await tx.readings.of_story(source.id)
        await keep_readings(tx, request.act, [(one, one.for_story(target.id)) for one in readings])
        await move_watches(tx, request.act, source, target)
        await keep_story(tx, request.act, source.closed(into=target.id))
    seen = [each for each in moved if shows(request, each[1])]
    return stories.merged(source, merged, seen, request.words)


async def _move_follow_ups(
    tx: Transaction, request: Request, source: Story, target: Story
) -> tuple[Story, list[tuple[FollowUp, FollowUp]]]:
    """Give a story's follow-ups to another, numbered on from its own.

    Returns:
        That other story as it is then, and each follow-up as it was and as it is.
    """
    moved = []
    for before in await tx.follow_ups.of_story(source.id):
        target = target.with_next_number()
        after = before.in_story(target.id, target.slugline, target.last_number)
        moved.append((before, after))
    await put_changed(tx, request, moved)
    await keep_story(tx, request.act, target)
    return target, moved
