"""Reading an article and laying what it proposes before the editors."""

import asyncio
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC
from hashlib import sha256
from itertools import count
from uuid import uuid4

from bot.actions.discretion import shown, veil_of
from bot.actions.finding import find_reading, find_story, followed_slugline
from bot.actions.hear import Caught
from bot.actions.hear_article import hear_article, queue_heard
from bot.actions.publication import Published, publication, said_of_publication
from bot.actions.request import Request
from bot.domain.article import Article
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.plain import plain
from bot.domain.proposal import FiledReading, proposals_of
from bot.domain.story import LONGEST_HEADLINE, LONGEST_SLUGLINE, Story, StoryStatus
from bot.errors import BotError
from bot.ports import ArticleSource, Transaction
from bot.reading import names_in, read_article
from bot.reading.belonging import likely_stories
from bot.reading.sentences import split_sentences
from bot.reading.slugline import suggest_slugline
from bot.reading.ties import tied
from bot.wording import readings

LONGEST_ARTICLE = 500_000
LONGEST_PAGE = 5_000_000
_STORIES_LOOKED_AT = 500
_ENTRIES_LOOKED_AT = 500
_LONGEST_BEGINNING = 120
_WORDS_BESIDE_LINK = 5
_LONGEST_WITH_LINK = 3000
_LINK = re.compile(r"\b[a-z][a-z0-9+.-]{0,20}://\S+", re.IGNORECASE)
_NOT_OF_A_LINK = '.,;:!?)>»”"'
_BARE_LINK = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}/\S*")
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|\?xml[^>]*>\s*<(?:!doctype\s+)?html)\b", re.IGNORECASE
)


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


async def read(
    request: Request,
    *,
    article: str,
    story: str = "",
    published: str = "",
    source: str = "",
    heard: bool = False,
) -> Message:
    """Read an article, for a story or to find out which.

    Args:
        request: Who asks.
        article: Its text, its link, or the HTML of its page.
        story: The slugline of the story it belongs to; may be empty.
        published: When it was published, in words or as ISO 8601, where the article itself
            does not say; now if nobody does.
        source: Its link, where its text is given.
        heard: Whether watches have heard it already.

    Raises:
        BotError: If there is no article to be had, or nothing in it to read.
    """
    got = await article_from(request.articles, article, source)
    said = published or said_beside_link(article)
    moment, text = publication(request, said, got.published, got.text)
    async with request.store.view() as tx:
        target = await _target(tx, request, story)
        earlier = await tx.readings.same_article(
            request.newsroom.id, _fingerprint(text), got.source
        )
    if earlier is not None and target is not None and earlier.story_id != target.id:
        earlier = None
    if earlier is not None and _is_known(earlier, text, moment):
        return await _read_before(request, earlier.code)
    filed = await _read(request, replace(got, text=text), moment)
    caught: Sequence[Caught] = ()
    if not heard:
        said_at = moment.at if moment.is_known else None
        caught = await hear_article(request, filed, text, said_at)
    return await _file(request, filed, target, earlier, caught)


def _is_known(earlier: FiledReading, text: str, moment: Published) -> bool:
    """Whether an article was read before as it stands, and as of the same moment."""
    same_moment = not moment.is_known or earlier.published == moment.at
    return same_moment and earlier.fingerprint == _fingerprint(text)


async def _read_before(request: Request, code: str) -> Message:
    """Lay a reading before a channel once more: it is the one that was last read there now.

    What is open of it is held anew against what the story knows by now.
    """
    async with request.store.transaction() as tx:
        earlier = await find_reading(tx, request, code)
        again = earlier.read_again(request.channel.id, request.now)
        story = await _story_of(tx, request, again)
        if story is not None:
            again = await aim(tx, request, again, story)
        await tx.readings.save(again)
        return await lay_before(tx, request, again, note=readings.Note.READ_BEFORE)


async def _file(
    request: Request,
    filed: FiledReading,
    target: Story | None,
    earlier: FiledReading | None,
    caught: Sequence[Caught],
) -> Message:
    """Keep a new reading, as far as that of an earlier version has not decided on it.

    Channels whose stories' watches heard the article are told of it.
    """
    note = readings.Note.NONE
    async with request.store.transaction() as tx:
        if earlier is not None:
            target = target or await _story_of(tx, request, earlier)
            if earlier.fingerprint != filed.fingerprint:
                filed, note = filed.after(earlier), readings.Note.CHANGED
        if target is not None:
            filed = await aim(tx, request, filed, target)
        await tx.readings.add(filed)
        await queue_heard(tx, request, caught)
        return await lay_before(tx, request, filed, note=note)


async def aim(tx: Transaction, request: Request, filed: FiledReading, story: Story) -> FiledReading:
    """Return a reading aimed at a story, with what the story knows already told apart."""
    follow_ups = shown(request, await tx.follow_ups.of_story(story.id))
    entries = shown(request, await tx.timeline.of_story(story.id, _ENTRIES_LOOKED_AT))
    return tied(filed.for_story(story.id), request.newsroom.zone, follow_ups, entries)


async def lay_before(
    tx: Transaction,
    request: Request,
    filed: FiledReading,
    *,
    note: readings.Note = readings.Note.NONE,
    page: int | None = None,
    position: int | None = None,
) -> Message:
    """Return what a reading proposes, or the question which story it belongs to.

    Args:
        tx: Where to look up the story.
        request: Who is answered.
        filed: The reading.
        note: What is to be said of the reading as a whole.
        page: Which page of it to show, from 1.
        position: A proposal whose page to show instead; the first undecided one's if neither.
    """
    filed = (await veil_of(tx, request)).thinned(filed)
    story = await _story_of(tx, request, filed)
    if story is not None:
        view = readings.Shown(filed, story.slugline, note, page, position)
        return readings.proposed(view, request.words, request.now)
    if not filed.proposals:
        return readings.nothing_found(filed, request.words)
    active = await tx.stories.of(request.newsroom.id, {StoryStatus.ACTIVE}, _STORIES_LOOKED_AT)
    text = "\n".join([filed.headline, *(p.evidence[0].sentence for p in filed.proposals)])
    names = names_in(text, filed.language)
    likely = [found.slugline for found in likely_stories(text, names, active)]
    suggested = suggest_slugline(filed.undecided(request.newsroom.zone), text)
    proposed = await _unused(tx, request, suggested, likely)
    return readings.which_story(filed, likely, proposed, request.words)


async def _unused(
    tx: Transaction, request: Request, slugline: str, offered: Collection[str]
) -> str:
    """Return a slugline, numbered where another story than those offered has it."""
    if slugline in offered or await tx.stories.get(request.newsroom.id, slugline) is None:
        return slugline
    taken = set(await tx.stories.sluglines(request.newsroom.id, slugline, _STORIES_LOOKED_AT))
    numbered = (f"{slugline[: LONGEST_SLUGLINE - 4]}-{number}" for number in count(2))
    return next(each for each in numbered if each not in taken)


async def _story_of(tx: Transaction, request: Request, filed: FiledReading) -> Story | None:
    if filed.story_id is None:
        return None
    (story,) = await tx.stories.by_ids(request.newsroom.id, [filed.story_id])
    return story


async def article_from(articles: ArticleSource, given: str, source: str = "") -> Article:
    """Return the article that was given as a text, a link or a page's HTML.

    Args:
        articles: Where links and pages are read.
        given: What was given.
        source: Its link, where its text is given.

    Raises:
        BotError: If there is none to be had.
    """
    given = given.strip()
    link, _ = _link_in(given)
    if link:
        got = await articles.fetch(link)
    elif _PAGE.match(given):
        if len(given) > LONGEST_PAGE:
            raise TooLong(length=len(given), longest=LONGEST_ARTICLE)
        got = await articles.extract(given)
    else:
        got = Article(given, headline="")
    return replace(got, text=readable(got.text), source=got.source or source)


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
    return plain(text)


def said_beside_link(given: str) -> str:
    """Return what stands beside a link about when its article was published, or nothing."""
    _, beside = _link_in(given)
    return said_of_publication(beside)


def _link_in(given: str) -> tuple[str, str]:
    """Return the link that a text is, and the few words beside it: "Se her: https://…"."""
    given = given.strip()
    if len(given) > _LONGEST_WITH_LINK:
        return "", ""
    if _BARE_LINK.fullmatch(given):
        return f"https://{given}", ""
    links = _LINK.findall(given)
    if len(links) != 1:
        return "", ""
    link = links[0].rstrip(_NOT_OF_A_LINK)
    beside = given.replace(link, "").strip()
    return (link, beside) if len(beside.split()) <= _WORDS_BESIDE_LINK else ("", "")


async def _target(tx: Transaction, request: Request, slugline: str) -> Story | None:
    """Return the story that was named, or the only one the channel follows, or none."""
    if slugline:
        return await find_story(tx, request, slugline)
    try:
        return await find_story(tx, request, await followed_slugline(tx, request))
    except BotError:
        return None


async def _read(request: Request, article: Article, moment: Published) -> FiledReading:
    reading = await asyncio.to_thread(
        read_article, article.text, published=moment.at, country=request.newsroom.country
    )
    headline = article.headline or reading.headline or _beginning(article.text)
    return FiledReading(
        uuid4(),
        request.newsroom.id,
        request.channel.id,
        None,
        shortened(" ".join(headline.split())),
        article.source,
        _fingerprint(article.text),
        request.now.astimezone(UTC),
        proposals_of(reading),
        reading.language,
        moment.at.astimezone(UTC),
        reading.called_off,
    )


def _beginning(text: str) -> str:
    """Return the first sentence of an article without a headline, cut visibly where it is long."""
    first = split_sentences(text[:_LONGEST_BEGINNING])[0].text
    return first if len(first) < _LONGEST_BEGINNING else first.rsplit(" ", 1)[0] + "…"


def shortened(headline: str) -> str:
    """Return a headline that a story can bear, cut visibly where it is too long."""
    if len(headline) <= LONGEST_HEADLINE:
        return headline
    return headline[: LONGEST_HEADLINE - 1].rsplit(" ", 1)[0] + "…"


def _fingerprint(text: str) -> str:
    return sha256(" ".join(text.split()).encode()).hexdigest()
