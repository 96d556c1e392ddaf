"""Changing what a story is called, how urgent it is, whose it is and what it is about."""

from collections.abc import Callable

from bot.actions.finding import find_story
from bot.actions.follow import replan_covered
from bot.actions.keep_settings import keep_desk
from bot.actions.open_story import StoryExists
from bot.actions.record import keep_story, redirect_followers
from bot.actions.request import Request
from bot.domain.message import Message
from bot.domain.story import Story, require_slugline
from bot.errors import Collision
from bot.wording import stories

NONE = frozenset({"none", "ingen", "nobody", "off", "av", "inga", "-"})


async def rename(request: Request, *, story: str = "", slugline: str) -> Message:
    """Give a story another slugline; the old one leads to it still."""
    name = require_slugline(slugline)
    try:
        async with request.store.transaction() as tx:
            before = await find_story(tx, request, story)
            after = before.renamed(name)
            if after != before:
                await keep_story(tx, request.act, after)
                await redirect_followers(tx, request.act, before, after)
    except Collision:
        raise StoryExists(slugline=name) from None
    return stories.edited(after, request.words)


async def set_headline(request: Request, *, story: str = "", headline: str) -> Message:
    """Give a story another headline."""
    return await _edit(request, story, lambda it: it.headed(" ".join(headline.split())))


async def set_urgency(request: Request, *, story: str = "", urgency: str) -> Message:
    """Say how urgent a story is."""
    return await _edit(request, story, lambda it: it.with_urgency(urgency))


async def set_desk(request: Request, *, story: str = "", desk: str) -> Message:
    """Say which desk works on a story, or none."""
    name = " ".join(desk.split())
    return await _edit(request, story, lambda it: it.of_desk("" if name.lower() in NONE else name))


async def set_tags(request: Request, *, story: str = "", tags: str) -> Message:
    """Say what a story is about, in place of what was said before."""
    read = read_tags(tags)
    return await _edit(request, story, lambda it: it.with_tags(read))


def read_tags(words: str) -> tuple[str, ...]:
    """Return tags typed with commas or spaces between them, each once, in lower case."""
    if words.strip().lower() in NONE:
        return ()
    words = words.replace(";", ",")
    parts = words.split(",") if "," in words else words.split()
    tags = (" ".join(part.split()).removeprefix("#").lower() for part in parts)
    return tuple(dict.fromkeys(tag for tag in tags if tag))


async def _edit(request: Request, name: str, change: Callable[[Story], Story]) -> Message:
    async with request.store.transaction() as tx:
        before = await find_story(tx, request, name)
        after = change(before)
        await keep_story(tx, request.act, after)
        await replan_covered(tx, request, before, after)
        await keep_desk(tx, request, before, after)
    return stories.edited(after, request.words)
