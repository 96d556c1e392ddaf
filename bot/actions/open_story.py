"""Opening a story."""

from datetime import UTC
from uuid import uuid4

from bot.actions.record import keep_story
from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.story import Story, require_slugline
from bot.errors import BotError, Collision
from bot.wording import stories


class StoryExists(BotError):
    """A slugline that is taken."""

    reply = translatable(
        "There is a story called “{slugline}” already. See it: /story status {slugline}"
    )


async def open_story(request: Request, *, slugline: str, headline: str) -> Message:
    """Open a story under a slugline nobody has used."""
    story = new_story(request, slugline, headline)
    try:
        async with request.store.transaction() as tx:
            await keep_story(tx, request.act, story)
    except Collision:
        raise StoryExists(slugline=story.slugline) from None
    return stories.opened(story, request.words)


def new_story(request: Request, slugline: str, headline: str) -> Story:
    """Return a story that is not kept yet.

    Raises:
        BadSlugline: If the slugline is none.
        BadHeadline: If the headline is empty or too long.
    """
    return Story(
        uuid4(),
        request.newsroom.id,
        require_slugline(slugline),
        " ".join(headline.split()),
        request.now.astimezone(UTC),
    )
