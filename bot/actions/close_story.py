"""Following a story no longer, and taking it up again."""

from bot.actions.discretion import shown
from bot.actions.finding import find_story
from bot.actions.queue_updates import queue_story_update
from bot.actions.record import keep_story
from bot.actions.replan import put_changed
from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.story import StoryStatus
from bot.errors import BotError
from bot.wording import stories

DROP = frozenset({"drop", "dropp", "slipp"})
KEEP = frozenset({"keep", "behold", "behald"})


class ClosedAlready(BotError):
    """A wish to close what is closed."""

    reply = translatable(
        "{slugline} is closed already. To take it up again: /story reopen {slugline}"
    )


class IsOpen(BotError):
    """A wish to take up what was never closed."""

    reply = translatable("{slugline} is open; there is nothing to take up again.")


class DropOrKeep(BotError):
    """Words that don't say what becomes of open follow-ups."""

    reply = translatable(
        "“{words}” doesn’t say what becomes of the open follow-ups. Write: /story close {slugline}"
        " drop, or: /story close {slugline} keep"
    )


async def close(request: Request, *, story: str = "", follow_ups: str = "") -> Message:
    """Close a story; asks what becomes of follow-ups that are still open."""
    choice = follow_ups.strip().lower()
    async with request.store.transaction() as tx:
        found = await find_story(tx, request, story)
        if found.status is StoryStatus.CLOSED:
            raise ClosedAlready(slugline=found.slugline)
        if choice and choice not in DROP | KEEP:
            raise DropOrKeep(words=follow_ups.strip()[:60], slugline=found.slugline)
        listed = shown(request, await tx.follow_ups.of_story(found.id))
        still_open = [each for each in listed if not each.has_ended]
        if still_open and not choice:
            return stories.close_what(found, still_open, request.words, request.now)
        if choice in DROP:
            await put_changed(tx, request, [(each, each.dropped()) for each in still_open])
        after = found.closed()
        await keep_story(tx, request.act, after)
        await queue_story_update(tx, request, found, after)
    return stories.closed(found, len(still_open), request.words, dropped=choice in DROP)


async def reopen_story(request: Request, name: str) -> Message:
    """Take a closed story up again."""
    async with request.store.transaction() as tx:
        found = await find_story(tx, request, name)
        if found.status is not StoryStatus.CLOSED:
            raise IsOpen(slugline=found.slugline)
        after = found.reopened()
        await keep_story(tx, request.act, after)
        await queue_story_update(tx, request, found, after)
    return stories.edited(after, request.words)
