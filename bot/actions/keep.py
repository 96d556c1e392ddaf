"""Keeping and dropping what an article proposes."""

from datetime import UTC
from typing import assert_never
from uuid import uuid4

from bot.actions.finding import find_reading
from bot.actions.open_story import new_story
from bot.actions.read_article import lay_before
from bot.actions.record import keep_entry, keep_reading, keep_story
from bot.actions.replan import keep_new
from bot.actions.request import Request
from bot.domain.follow_up import LONGEST_TITLE, FollowUp
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.proposal import FiledReading, Proposal, ProposalKind
from bot.domain.story import Story, require_slugline
from bot.domain.timeline import TimelineEntry
from bot.domain.window import today
from bot.errors import BotError
from bot.ports import Transaction
from bot.wording import readings

ALL = frozenset({"all", "alle", "alt"})
TIMELINE = frozenset({"timeline", "tidslinje", "tidslinjen"})


class NothingProposed(BotError):
    """A number that no open proposal of the reading has."""

    reply = translatable(
        "“{words}” is none of the open proposals. Write their numbers, such as “1 3”, or “all”."
    )


async def keep(request: Request, *, which: str) -> Message:
    """Make follow-ups and timeline entries of proposals."""
    code, chosen = _split(which)
    async with request.store.transaction() as tx:
        reading = await find_reading(tx, request, code)
        if reading.story_id is None:
            return await lay_before(tx, request, reading)
        (story,) = await tx.stories.by_ids(request.newsroom.id, [reading.story_id])
        story = await tx.stories.get(request.newsroom.id, story.slugline) or story
        before = reading
        for proposal in _chosen(reading, chosen):
            story, kept = await _keep(tx, request, story, reading, proposal)
            reading = reading.with_proposal(kept)
        await keep_story(tx, request.act, story)
        await keep_reading(tx, request.act, before, reading)
    return readings.proposed(reading, story.slugline, request.words, request.now)


async def discard(request: Request, *, which: str) -> Message:
    """Put proposals aside."""
    code, chosen = _split(which)
    async with request.store.transaction() as tx:
        reading = await find_reading(tx, request, code)
        before = reading
        for proposal in _chosen(reading, chosen):
            reading = reading.with_proposal(proposal.dropped())
        await keep_reading(tx, request.act, before, reading)
        if reading.story_id is None:
            return await lay_before(tx, request, reading)
        (story,) = await tx.stories.by_ids(request.newsroom.id, [reading.story_id])
    return readings.proposed(reading, story.slugline, request.words, request.now)


async def file(request: Request, *, reading: str, story: str) -> Message:
    """Say which story an article belongs to; one that does not exist is opened."""
    slugline = require_slugline(story)
    async with request.store.transaction() as tx:
        filed = await find_reading(tx, request, reading)
        found = await tx.stories.get(request.newsroom.id, slugline)
        if found is None:
            found = new_story(request, slugline, filed.headline)
            await keep_story(tx, request.act, found)
        before, filed = filed, filed.for_story(found.id)
        await keep_reading(tx, request.act, before, filed)
    return readings.proposed(filed, found.slugline, request.words, request.now)


def _split(which: str) -> tuple[str, str]:
    """Return a reading's code, empty for the channel's latest, and what is chosen of it."""
    code, colon, chosen = which.strip().rpartition(":")
    return (code if colon else ""), chosen.strip()


def _chosen(reading: FiledReading, words: str) -> tuple[Proposal, ...]:
    """Return the open proposals that were named.

    Raises:
        NothingProposed: If a word names none.
    """
    waiting = reading.open_proposals()
    if words.lower() in ALL:
        return waiting
    if words.lower() in TIMELINE:
        return tuple(p for p in waiting if p.kind is ProposalKind.ENTRY)
    by_position = {str(p.position): p for p in waiting}
    numbers = words.replace(",", " ").split()
    for number in numbers:
        if number not in by_position:
            raise NothingProposed(words=number[:60])
    if not numbers:
        raise NothingProposed(words=words[:60])
    return tuple(by_position[number] for number in dict.fromkeys(numbers))


async def _keep(
    tx: Transaction, request: Request, story: Story, reading: FiledReading, proposal: Proposal
) -> tuple[Story, Proposal]:
    """Keep one proposal, and return the story and the proposal after it."""
    match proposal.kind:
        case ProposalKind.FOLLOW_UP:
            story = story.with_next_number()
            follow_up = _follow_up(request, story, reading, proposal)
            await keep_new(tx, request, follow_up)
            return story, proposal.kept(follow_up.name)
        case ProposalKind.ENTRY:
            await keep_entry(tx, request.act, _entry(request, story, reading, proposal))
            return story, proposal.kept()
        case _:
            assert_never(proposal.kind)


def _follow_up(
    request: Request, story: Story, reading: FiledReading, proposal: Proposal
) -> FollowUp:
    assert proposal.occurrence is not None
    return FollowUp(
        uuid4(),
        story.newsroom_id,
        story.id,
        story.last_number,
        story.slugline,
        proposal.title[:LONGEST_TITLE],
        proposal.window,
        request.now.astimezone(UTC),
        occurrence=proposal.occurrence,
        evidence=proposal.evidence,
        source=reading.source,
    )


def _entry(
    request: Request, story: Story, reading: FiledReading, proposal: Proposal
) -> TimelineEntry:
    return TimelineEntry(
        uuid4(),
        story.newsroom_id,
        story.id,
        proposal.title[:LONGEST_TITLE],
        proposal.window or today(request.now),
        request.now.astimezone(UTC),
        evidence=proposal.evidence,
        source=reading.source,
    )
