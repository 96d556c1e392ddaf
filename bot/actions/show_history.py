"""Showing the record of a story, of one follow-up, or of the settings."""

import re

from bot.actions.discretion import veil_of
from bot.actions.finding import find_follow_up, find_story
from bot.actions.request import Request
from bot.domain.history import Change
from bot.domain.message import Message
from bot.domain.newsroom import Channel
from bot.domain.story import Story
from bot.ports import Transaction
from bot.wording import history

MOST_CHANGES = 50
SETTINGS = frozenset({"settings", "innstillinger", "innstillingar"})
_NUMBERED = re.compile(r"#\d")


async def show_history(request: Request, *, story: str = "") -> Message:
    """Show who changed what of a story, a follow-up or the settings, and when; the latest last."""
    if story.strip().lower() in SETTINGS:
        return await _of_settings(request)
    async with request.store.view() as tx:
        if _NUMBERED.search(story):
            _, follow_up = await find_follow_up(tx, request, story)
            name = follow_up.name
            changes = await tx.history.of_thing(follow_up.id, MOST_CHANGES)
        else:
            found = await _story(tx, request, story)
            name = found.slugline
            changes = await tx.history.of_story(found.id, MOST_CHANGES)
        seen = (await veil_of(tx, request)).seen(changes)
    return history.record(name, seen, request.words, request.now)


async def _of_settings(request: Request) -> Message:
    """Show who set what, but for what others have set for their direct messages."""
    async with request.store.view() as tx:
        changes = await tx.history.of_settings(request.newsroom.id, MOST_CHANGES)
    shown = [each for each in changes if _concerns(each, request.channel)]
    return history.record(request.words.say("the settings"), shown, request.words, request.now)


def _concerns(change: Change, channel: Channel) -> bool:
    thing = change.thing
    return not isinstance(thing, Channel) or not thing.direct or thing.id == channel.id


async def _story(tx: Transaction, request: Request, slugline: str) -> Story:
    """Return a story somebody named; its record is there even when it is part of another."""
    name = slugline.strip().removeprefix("#").lower()
    named = await tx.stories.get(request.newsroom.id, name) if name else None
    return named or await find_story(tx, request, slugline)
