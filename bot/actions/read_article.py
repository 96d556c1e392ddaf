"""Reading an article and laying what it proposes before the editors."""

import asyncio
from collections.abc import Sequence
from datetime import UTC
from hashlib import sha256
from uuid import uuid4

from bot.actions.finding import find_story, followed_slugline
from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.proposal import FiledReading, proposals_of
from bot.domain.sluglines import suggest_slugline
from bot.domain.story import LONGEST_HEADLINE, Story, StoryStatus
from bot.errors import BotError
from bot.ports import Transaction
from bot.reading import names_in, read_article
from bot.wording import readings

LONGEST_ARTICLE = 500_000
_MOST_SUGGESTED = 4
_STORIES_LOOKED_AT = 500


class NoText(BotError):
    """An article that holds none."""

    reply = translatable(
        "There is no text to read. Paste the article: /story read ukraine-peace and then the text"
    )


class NotText(BotError):
    """An article of bytes that are no letters."""

    reply = translatable("This is not text, so there is nothing to read. Paste the article itself.")


class TooLong(BotError):
    """An article longer than any."""

    reply = translatable(
        "This text has {length} characters; an article may have {longest}. Paste a part of it."
    )


async def read(request: Request, *, article: str, story: str = "", source: str = "") -> Message:
    """Read an article published now, for a story or to find out which."""
    text = readable(article)
    async with request.store.view() as tx:
        target = await _target(tx, request, story)
        filed = await tx.readings.same_article(request.newsroom.id, _fingerprint(text), source)
    known = filed is not None and (target is None or filed.story_id == target.id)
    if filed is None or not known:
        filed = await _read(request, text, source)
        if target is not None:
            filed = filed.for_story(target.id)
        async with request.store.transaction() as tx:
            await tx.readings.add(filed)
    async with request.store.view() as tx:
        return await lay_before(tx, request, filed, known=known)


async def lay_before(
    tx: Transaction, request: Request, filed: FiledReading, *, known: bool = False
) -> Message:
    """Return what a reading proposes, or the question which story it belongs to."""
    if filed.story_id is not None:
        (story,) = await tx.stories.by_ids(request.newsroom.id, [filed.story_id])
        return readings.proposed(filed, story.slugline, request.words, request.now, known=known)
    active = await tx.stories.of(request.newsroom.id, {StoryStatus.ACTIVE}, _STORIES_LOOKED_AT)
    text = "\n".join([filed.headline, *(p.evidence[0].sentence for p in filed.proposals)])
    names = names_in(text, request.words.language)
    proposed = suggest_slugline(names, filed.headline)
    return readings.which_story(filed, likely_stories(text, active), proposed, request.words)


def readable(article: str) -> str:
    """Return an article's text.

    Raises:
        NoText: If it holds no words.
        NotText: If it is no text at all.
        TooLong: If it is longer than an article may be.
    """
    text = article.strip()
    if not any(character.isalpha() for character in text):
        raise NoText
    if len(text) > LONGEST_ARTICLE:
        raise TooLong(length=len(text), longest=LONGEST_ARTICLE)
    if "\x00" in text or text.count("\ufffd") > len(text) // 100:
        raise NotText
    return text


def likely_stories(text: str, stories: Sequence[Story]) -> tuple[str, ...]:
    """Return the sluglines of the stories whose own words an article uses most."""
    words = {word.strip(".,:;!?«»\"'()–-").lower() for word in text.split()}
    scored = [(_overlap(story, words), story.slugline) for story in stories]
    best = sorted((-score, slugline) for score, slugline in scored if score)
    return tuple(slugline for _, slugline in best[:_MOST_SUGGESTED])


def _overlap(story: Story, words: set[str]) -> int:
    own = {*story.slugline.split("-"), *story.headline.lower().split(), *story.tags}
    return sum(len(word) > 3 and word in words for word in own)


async def _target(tx: Transaction, request: Request, slugline: str) -> Story | None:
    """Return the story that was named, or the only one the channel follows, or none."""
    if slugline:
        return await find_story(tx, request, slugline)
    try:
        return await find_story(tx, request, await followed_slugline(tx, request))
    except BotError:
        return None


async def _read(request: Request, text: str, source: str) -> FiledReading:
    reading = await asyncio.to_thread(
        read_article, text, published=request.now, country=request.newsroom.country
    )
    headline = reading.headline or " ".join(text.split())
    return FiledReading(
        uuid4(),
        request.newsroom.id,
        request.channel.id,
        None,
        shortened(headline),
        source,
        _fingerprint(text),
        request.now.astimezone(UTC),
        proposals_of(reading),
    )


def shortened(headline: str) -> str:
    """Return a headline that a story can bear, cut visibly where it is too long."""
    if len(headline) <= LONGEST_HEADLINE:
        return headline
    return headline[: LONGEST_HEADLINE - 1].rsplit(" ", 1)[0] + "…"


def _fingerprint(text: str) -> str:
    return sha256(" ".join(text.split()).encode()).hexdigest()
