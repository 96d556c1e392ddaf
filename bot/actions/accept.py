"""What becomes of a proposal that an editor keeps."""

from dataclasses import replace
from datetime import UTC
from typing import assert_never
from uuid import uuid4

from bot.actions.finding import UnknownFollowUp
from bot.actions.record import keep_entry
from bot.actions.replan import keep_changed, keep_new
from bot.actions.request import Request
from bot.actions.understanding import kept_window
from bot.domain.follow_up import LONGEST_TITLE, FollowUp
from bot.domain.proposal import FiledReading, Proposal, ProposalKind, Tie, TieKind
from bot.domain.story import Story
from bot.domain.timeline import TOLD, TimelineEntry
from bot.domain.window import today
from bot.ports import Transaction


async def keep_one(
    tx: Transaction, request: Request, story: Story, reading: FiledReading, proposal: Proposal
) -> tuple[Story, Proposal]:
    """Keep one proposal, and return the story and the proposal after it.

    Raises:
        HasEnded: If it changes a follow-up that has ended since.
    """
    if proposal.tie is not None:
        name = await _accept(tx, request, story, reading, proposal, proposal.tie)
        return story, proposal.kept(name)
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


async def _accept(
    tx: Transaction,
    request: Request,
    story: Story,
    reading: FiledReading,
    proposal: Proposal,
    tie: Tie,
) -> str:
    """Let a follow-up be what the article says of it, and return its name."""
    if tie.kind is TieKind.LISTED:
        return ""
    before = await tx.follow_ups.get(story.id, tie.number)
    if before is None:
        raise UnknownFollowUp(slugline=story.slugline, number=tie.number)
    after = before.backed_by(proposal.evidence, reading.source)
    after = _as_said(after, proposal, tie)
    told = None
    if proposal.kind is ProposalKind.ENTRY:
        told = _entry(request, story, reading, proposal)
    if told is not None and after.state in TOLD:
        told = replace(told, follow_up_id=after.id, outcome=after.state)
    elif told is not None:
        await keep_entry(tx, request.act, told)
    await keep_changed(tx, request, after, told)
    return before.name


def _as_said(follow_up: FollowUp, proposal: Proposal, tie: Tie) -> FollowUp:
    match tie.kind:
        case TieKind.SAME | TieKind.LISTED:
            return follow_up
        case TieKind.MOVED:
            changed = follow_up.postponed(proposal.window, follow_up.note)
        case TieKind.HAPPENED:
            changed = follow_up.happened()
        case TieKind.CANCELLED:
            changed = follow_up.cancelled(proposal.title)
        case _:
            assert_never(tie.kind)
    return replace(changed, version=follow_up.version)  # one change, together with the evidence


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
        proposal.window or kept_window(request, today(request.now)),
        request.now.astimezone(UTC),
        evidence=proposal.evidence,
        source=reading.source,
    )
