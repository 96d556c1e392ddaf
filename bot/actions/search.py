"""Finding stories by words that stand anywhere in them."""

from uuid import UUID

from bot.actions.discretion import veil_of
from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.passage import search_words
from bot.errors import BotError
from bot.wording import search as wording
from bot.wording.search import Found

MOST_LINES = 300
MOST_STORIES = 10


class NoWords(BotError):
    """A search for nothing."""

    reply = translatable("There is no word to look for. Try: /story search budget vote")


async def search(request: Request, *, words: str) -> Message:
    """Show the stories in which all the words stand, each with the lines that hold them."""
    wanted = search_words(words)
    if not wanted:
        raise NoWords
    async with request.store.view() as tx:
        hidden = (await veil_of(tx, request)).ids
        passages = await tx.passages.find(request.newsroom.id, wanted, MOST_LINES, hidden)
        by_story: dict[UUID, list[tuple[UUID, str]]] = {}
        for passage in passages:
            by_story.setdefault(passage.story_id, []).append((passage.thing_id, passage.line))
        stories = await tx.stories.by_ids(request.newsroom.id, by_story)
        things = {passage.thing_id for passage in passages}
        numbers = {f.id: f.number for f in await tx.follow_ups.by_ids(things)}
    found = [
        Found(story, [(numbers.get(thing), line) for thing, line in by_story[story.id]])
        for story in stories
        if story.merged_into is None
    ]
    best = sorted(found, key=lambda one: -len(one.lines))
    return wording.found(words.strip(), best[:MOST_STORIES], len(found), request.words)
