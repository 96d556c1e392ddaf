"""Showing how something stands: a story, or one follow-up of it."""

from bot.actions.finding import find_follow_up, names_follow_up
from bot.actions.request import Request
from bot.actions.show_stories import show_status
from bot.domain.message import Message
from bot.wording import stories


async def show_standing(request: Request, *, story: str = "", coverage: str = "") -> Message:
    """Show where a story stands, or what of it is covered so; by its number, one follow-up."""
    name = "".join(f"{story}{coverage}".split())
    if not names_follow_up(name):
        return await show_status(request, story=story, coverage=coverage)
    async with request.store.view() as tx:
        _, found = await find_follow_up(tx, request, name)
    return stories.one_of_it(found, request.words, request.now)
