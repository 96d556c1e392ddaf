"""What editors say of the proposals of a reading: keep, drop, put right, file."""

import re
from collections.abc import Sequence

from bot.actions.accept import keep_one
from bot.actions.discretion import veil_of
from bot.actions.finding import find_reading
from bot.actions.open_story import new_story
from bot.actions.read_article import aim, lay_before
from bot.actions.record import keep_reading, keep_story
from bot.actions.request import Request
from bot.actions.understanding import understand, understand_past
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.proposal import FiledReading, Proposal, ProposalKind
from bot.domain.story import require_slugline
from bot.domain.window import EventWindow
from bot.errors import BotError
from bot.ports import Transaction
from bot.wording import readings

ALL = frozenset({"all", "alle", "alt"})
TIMELINE = frozenset({"timeline", "tidslinje", "tidslinjen"})
NEW = frozenset({"new", "ny", "nye", "nytt"})
_NUMBER = re.compile(r"[0-9]{1,4}")
_SPAN = re.compile(r"(\d)\s*[-–]\s*(\d)")


class NothingProposed(BotError):
    """A number that no open proposal of the reading has."""

    reply = translatable(
        "“{words}” is none of the open proposals. Write their numbers, such as “1 3”, or “all”."
    )


async def keep(request: Request, *, which: str) -> Message:
    """Make follow-ups and timeline entries of proposals, and accept what they change."""
    code, chosen = split_which(which)
    async with request.store.transaction() as tx:
        reading = await find_reading(tx, request, code)
        if reading.story_id is None:
            return await lay_before(tx, request, reading)
        (story,) = await tx.stories.by_ids(request.newsroom.id, [reading.story_id])
        story = await tx.stories.get(request.newsroom.id, story.slugline) or story
        proposals = await _chosen_of(tx, request, reading, chosen)
        after = reading
        for proposal in proposals:
            story, kept = await keep_one(tx, request, story, reading, proposal)
            after = after.with_proposal(kept)
        await keep_story(tx, request.act, story)
        await keep_reading(tx, request.act, reading, after)
        return await _shown_again(tx, request, after, proposals)


async def discard(request: Request, *, which: str) -> Message:
    """Put proposals aside."""
    code, chosen = split_which(which)
    async with request.store.transaction() as tx:
        reading = await find_reading(tx, request, code)
        proposals = await _chosen_of(tx, request, reading, chosen)
        after = reading
        for proposal in proposals:
            after = after.with_proposal(proposal.dropped())
        await keep_reading(tx, request.act, reading, after)
        return await _shown_again(tx, request, after, proposals)


async def revise(request: Request, *, which: str, when: str = "", title: str = "") -> Message:
    """Put a proposal's title and window right; asks for both where neither is given."""
    code, chosen = split_which(which)
    async with request.store.transaction() as tx:
        reading = await find_reading(tx, request, code)
        proposals = await _chosen_of(tx, request, reading, chosen)
        if not proposals:
            raise NothingProposed(words=chosen[:60])
        proposal = proposals[0]
        if not when and not title:
            return readings.revision(reading, proposal, request.words, request.now)
        window = _window(request, proposal, when)
        title = " ".join(title.split()) or proposal.title
        after = reading.with_proposal(proposal.revised(title, window))
        await keep_reading(tx, request.act, reading, after)
        return await _shown_again(tx, request, after, (proposal,))


async def show_proposals(request: Request, *, which: str = "") -> Message:
    """Show again what an article proposes: a page of the latest reading, or of the one named."""
    code, page = split_which(which)
    async with request.store.view() as tx:
        reading = await find_reading(tx, request, code)
        number = int(page) if page.isdecimal() and len(page) < 4 else None
        return await lay_before(tx, request, reading, page=number)


async def file(request: Request, *, reading: str, story: str) -> Message:
    """Say which story an article belongs to; one that does not exist is opened."""
    slugline = require_slugline(story)
    async with request.store.transaction() as tx:
        filed = await find_reading(tx, request, reading)
        found = await tx.stories.get(request.newsroom.id, slugline)
        if found is None:
            found = new_story(request, slugline, filed.headline)
            await keep_story(tx, request.act, found)
        aimed = await aim(tx, request, filed, found)
        await keep_reading(tx, request.act, filed, aimed)
        return await lay_before(tx, request, aimed)


async def _shown_again(
    tx: Transaction, request: Request, reading: FiledReading, changed: Sequence[Proposal]
) -> Message:
    """Return the page on which changes begin; of more than a page holds, the first undecided."""
    position = changed[0].position if 0 < len(changed) <= readings.ON_A_PAGE else None
    return await lay_before(tx, request, reading, position=position)


def _window(request: Request, proposal: Proposal, when: str) -> EventWindow | None:
    """Return the window that words name; the proposal's own where they are the form's own."""
    if not when or when == readings.said_when(proposal, request.words, request.now):
        return proposal.window
    if proposal.kind is ProposalKind.ENTRY:
        return understand_past(request, when)
    return understand(request, when).window


def split_which(which: str) -> tuple[str, str]:
    """Return a reading's code, empty for the channel's latest, and what is chosen of it."""
    code, colon, chosen = which.strip().rpartition(":")
    return (code if colon else ""), chosen.strip()


async def _chosen_of(
    tx: Transaction, request: Request, reading: FiledReading, words: str
) -> tuple[Proposal, ...]:
    """Return the proposals that words name, of those that may be shown here."""
    return _chosen((await veil_of(tx, request)).thinned(reading), words)


def _chosen(reading: FiledReading, words: str) -> tuple[Proposal, ...]:
    """Return the open proposals that were named.

    "All" are those that leave the follow-ups there are as they stand: what changes one is
    accepted by its number. Behind numbers, "new" means: as something new, whatever it is tied to.

    Raises:
        NothingProposed: If a word names none.
    """
    waiting = reading.open_proposals()
    unchanging = tuple(p for p in waiting if p.tie is None or not p.tie.changes)
    if words.lower() in ALL:
        return unchanging
    if words.lower() in TIMELINE:
        return tuple(p for p in unchanging if p.kind is ProposalKind.ENTRY)
    by_position = {p.position: p for p in waiting}
    named, as_new = _numbers(words)
    for number in named:
        if number not in by_position:
            raise NothingProposed(words=number)
    proposals = (by_position[number] for number in named)
    return tuple(proposal.untied() if as_new else proposal for proposal in proposals)


def _numbers(words: str) -> tuple[tuple[int, ...], bool]:
    """Return the numbers in "1 3-5, 7", in order, and whether "new" stands behind them.

    Raises:
        NothingProposed: If there is none, or something else among them.
    """
    parts = _SPAN.sub(r"\1-\2", words.lower()).replace(",", " ").split()
    as_new = len(parts) > 1 and parts[-1] in NEW
    numbers: dict[int, None] = {}
    for part in parts[:-1] if as_new else parts:
        first, dash, last = part.partition("-")
        if not _NUMBER.fullmatch(first) or (dash and not _NUMBER.fullmatch(last)):
            raise NothingProposed(words=part[:60])
        numbers |= dict.fromkeys(range(int(first), int(last or first) + 1))
    if not numbers:
        raise NothingProposed(words=words[:60])
    return tuple(numbers), as_new
