"""Finding what somebody named, or saying what comes nearest."""

import re

from rapidfuzz import process

from bot.actions.discretion import shows
from bot.actions.request import Request
from bot.domain.follow_up import FollowUp
from bot.domain.language import translatable
from bot.domain.proposal import FiledReading
from bot.domain.story import Story
from bot.domain.subscription import TargetKind
from bot.errors import BotError
from bot.ports import Transaction

_FOLLOW_UP = re.compile(r"(?P<slugline>[^#\s]*)#(?P<number>\d{1,6})")
_CLOSE_ENOUGH = 60
_CANDIDATES = 1000
_A_STORY = "ukraine-peace"


class UnknownStory(BotError):
    """A slugline no story of the newsroom has."""

    reply = translatable("There is no story called “{slugline}”. See them all: /story list")


class UnknownStoryNear(BotError):
    """A slugline that is nearly one the newsroom has."""

    reply = translatable("There is no story called “{slugline}”. Did you mean “{nearest}”?")


class MergedAway(BotError):
    """A story that has become part of another, in which its follow-ups have other numbers."""

    reply = translatable("{slugline} has become part of {into}. See it: /story status {into}")


class WhichStory(BotError):
    """A command about a story, in a channel that follows none or several."""

    reply = translatable(
        "Which story? Name it, as in “{example}”. "
        "It may be left out only where the channel follows just one."
    )


class UnknownFollowUp(BotError):
    """A number that no follow-up of the story has."""

    reply = translatable(
        "{slugline} has no follow-up #{number}. See what it has: /story status {slugline}"
    )


class UnderEmbargo(BotError):
    """A follow-up that stood in this channel once and may not be shown in it now."""

    reply = translatable("{follow_up} is under embargo; this channel can’t see it before the lift.")


class NoFollowUpName(BotError):
    """Words that name no follow-up."""

    reply = translatable(
        "“{words}” names no follow-up. Write its story and number, such as “ukraine-peace#2”,"
        " or “#2” in a channel that follows one story."
    )


class UnknownReading(BotError):
    """A reading nobody has made here."""

    reply = translatable(
        "I find no article read here. Paste one: /story read ukraine-peace and then the text"
    )


async def find_story(tx: Transaction, request: Request, slugline: str) -> Story:
    """Return the story somebody named, or the one the channel follows where none was named.

    Raises:
        UnknownStory: If there is none of that name.
        UnknownStoryNear: If there is none, but one of nearly that name.
        MergedAway: If it has become part of another.
        WhichStory: If none was named and the channel doesn't follow just one.
    """
    if not slugline:
        slugline = await followed_slugline(tx, request)
    name = slugline.strip().removeprefix("#").lower()
    story = await tx.stories.get(request.newsroom.id, name)
    if story is not None and story.merged_into is not None:
        (into,) = await tx.stories.by_ids(request.newsroom.id, [story.merged_into])
        raise MergedAway(slugline=story.slugline, into=into.slugline)
    if story is not None:
        return story
    known = await tx.stories.sluglines(request.newsroom.id, "", _CANDIDATES)
    nearest = process.extractOne(name, known, score_cutoff=_CLOSE_ENOUGH)
    if nearest is None:
        raise UnknownStory(slugline=name[:60])
    raise UnknownStoryNear(slugline=name[:60], nearest=nearest[0])


async def followed_slugline(tx: Transaction, request: Request) -> str:
    """Return the slugline of the only story the channel follows.

    Raises:
        WhichStory: If it follows none, or more than one.
    """
    targets = [s.target for s in await tx.subscriptions.of_channel(request.channel.id)]
    stories = [target.value for target in targets if target.kind is TargetKind.STORY]
    if len(stories) != 1:
        named = stories[0] if stories else _A_STORY
        raise WhichStory(example=f"/story status {named}", slugline=named)
    return stories[0]


def names_follow_up(words: str) -> bool:
    """Whether words are the name of a follow-up: ``ukraine-peace#2``, ``#2``."""
    return _FOLLOW_UP.fullmatch(words) is not None


async def find_follow_up(tx: Transaction, request: Request, name: str) -> tuple[Story, FollowUp]:
    """Return the follow-up somebody named, ``ukraine-peace#2`` or ``#2``, and its story.

    Raises:
        NoFollowUpName: If the words name none.
        UnknownFollowUp: If the story has none of that number, or none that may be shown here.
        UnderEmbargo: If it may not be shown here any longer.
    """
    named = _FOLLOW_UP.fullmatch(name.strip())
    if named is None:
        raise NoFollowUpName(words=name.strip()[:60])
    number = int(named["number"])
    try:
        story = await find_story(tx, request, named["slugline"])
    except WhichStory as unnamed:
        raise WhichStory(example=f"{unnamed.facts['slugline']}#{number}") from None
    follow_up = await tx.follow_ups.get(story.id, number)
    if follow_up is not None and shows(request, follow_up):
        return story, follow_up
    if follow_up is not None:
        told = await tx.deliveries.of_follow_up(follow_up.id, request.channel.id)
        if any(each.message is not None for each in told):
            raise UnderEmbargo(follow_up=follow_up.name)
    raise UnknownFollowUp(slugline=story.slugline, number=number)


async def find_reading(tx: Transaction, request: Request, code: str) -> FiledReading:
    """Return the reading of that code, or the latest one of the channel where none is given.

    Raises:
        UnknownReading: If there is none.
    """
    if code:
        reading = await tx.readings.get(request.newsroom.id, code)
    else:
        reading = await tx.readings.latest(request.channel.id)
    if reading is None or reading.newsroom_id != request.newsroom.id:
        raise UnknownReading
    return reading
