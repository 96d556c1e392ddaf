"""Reading the article of an alert, so that what it expects can be kept."""

from dataclasses import replace
from uuid import UUID

from bot.actions.finding import find_reading
from bot.actions.read_article import lay_before, read
from bot.actions.request import Request
from bot.domain.alert import Hit
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.errors import BotError
from bot.ports import Transaction


class ForgottenAlert(BotError):
    """An alert that is kept no longer."""

    reply = translatable("That alert is too old. Read the article by its link: /story read …")


async def pursue(request: Request, *, alert: str, place: str = "1") -> Message:
    """Read the article of an alert for the story that heard it; the alert stays beside it.

    Args:
        request: Who asks.
        alert: The alert's id in hexadecimal.
        place: Which of its hits, from 1.

    Raises:
        ForgottenAlert: If there is no such alert, or none that may be shown here.
    """
    async with request.store.view() as tx:
        hit = await _hit(tx, request, alert, place)
        if hit.reading:
            filed = await find_reading(tx, request, hit.reading)
            return replace(await lay_before(tx, request, filed), replaces=False)
        slugline = await _story_of(tx, request, hit)
    answer = await read(request, article=hit.link, story=slugline, heard=True)
    return replace(answer, replaces=False)


async def _hit(tx: Transaction, request: Request, alert: str, place: str) -> Hit:
    try:
        alert_id, number = UUID(alert), int(place)
    except ValueError:
        raise ForgottenAlert from None
    found = await tx.alerts.get(request.newsroom.id, alert_id)
    if found is None or not 0 < number <= len(found.hits):
        raise ForgottenAlert
    hit = found.hits[number - 1]
    if hit.guarded and not request.channel.sees_embargoed:
        raise ForgottenAlert
    return hit


async def _story_of(tx: Transaction, request: Request, hit: Hit) -> str:
    """Return the slugline of the most urgent story that heard it; none where none listens still."""
    watches = {watch.id: watch for watch in await tx.watches.across(hit.watch_ids)}
    heard_by = [watches[each].story_id for each in hit.watch_ids if each in watches]
    stories = await tx.stories.by_ids(request.newsroom.id, heard_by) if heard_by else ()
    sluglines = {story.id: story.slugline for story in stories}
    return next((sluglines[each] for each in heard_by if each in sluglines), "")
