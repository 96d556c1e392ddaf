"""Showing the record of a story, or of one follow-up."""

import re

from bot.actions.finding import find_follow_up, find_story
from bot.actions.request import Request
from bot.domain.message import Message
from bot.domain.story import Story
from bot.ports import Transaction
from bot.wording import history

MOST_CHANGES = 50
_NUMBERED = re.compile(r"#\d")


async def show_history(request: Request, *, story: str = "") -> Message:
    """Show who changed what of a story, or of a follow-up of it, and when; the latest last."""
    async with request.store.view() as tx:
        if _NUMBERED.search(story):
            _, follow_up = await find_follow_up(tx, request, story)
            name = follow_up.name
            changes = await tx.history.of_thing(follow_up.id, MOST_CHANGES)
        else:
            found = await _story(tx, request, story)
            name = found.slugline
            changes = await tx.history.of_story(found.id, MOST_CHANGES)
    return history.record(name, changes, request.words, request.now)


async def _story(tx: Transaction, request: Request, slugline: str) -> Story:
    """Return a story somebody named; its record is there even when it is part of another."""
    name = slugline.strip().removeprefix("#").lower()
    named = await tx.stories.get(request.newsroom.id, name) if name else None
    return named or await find_story(tx, request, slugline)
