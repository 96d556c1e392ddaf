"""Tying what a reading proposes to what its story knows already."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz

from bot.domain.follow_up import LONGEST_TITLE, FollowUp
from bot.domain.occurrence import Occurrence
from bot.domain.proposal import (
    FiledReading,
    Proposal,
    ProposalKind,
    ProposalState,
    Tie,
    TieKind,
)
from bot.domain.timeline import TimelineEntry
from bot.domain.window import EventWindow, Precision
from bot.reading.events import is_same_time, one_in_other
from bot.reading.known import Bearing, KnownFollowUp, Match, match_known

_WORDS = re.compile(r"[^\W_]+")
_STEM = 5
_ONE_FACT = 70  # of 100: two titles of one fact of one day


def tied(
    filed: FiledReading,
    zone: ZoneInfo,
    follow_ups: Sequence[FollowUp],
    entries: Sequence[TimelineEntry],
) -> FiledReading:
    """Return a reading with its open proposals tied to what its story knows.

    A fact that stands in the timeline is proposed no more. A sentence that calls a follow-up off
    becomes a proposal of its own.

    Args:
        filed: The reading, aimed at the story or about to be.
        zone: The newsroom's.
        follow_ups: All of the story's.
        entries: The story's timeline, as far as it is looked at.
    """
    filed = filed.with_proposals(_listed(each, entries) for each in _untied(filed.proposals))
    settled = {proposal.kept_as for proposal in filed.proposals}
    known = [
        KnownFollowUp(each.number, each.title, each.window)
        for each in follow_ups
        if not each.has_ended and each.name not in settled
    ]
    matches = match_known(filed.undecided(zone), known)
    by_evidence = {match.evidence: match for match in matches if match.known is not None}
    proposals = [_tied(each, by_evidence.get(each.evidence)) for each in filed.proposals]
    off = [match for match in matches if match.bearing is Bearing.CANCELLED]
    last = max((each.position for each in proposals), default=0)
    return filed.with_proposals([*proposals, *_called_off(off, last)])


def _untied(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield proposals without what the open ones were tied to in another story, or before."""
    for proposal in proposals:
        if proposal.state is not ProposalState.OPEN or proposal.tie is None:
            yield proposal
        elif proposal.tie.kind is not TieKind.CANCELLED:
            yield proposal.untied()


def _listed(proposal: Proposal, entries: Iterable[TimelineEntry]) -> Proposal:
    """Return a proposed fact as settled where the timeline has it."""
    if proposal.kind is not ProposalKind.ENTRY or proposal.state is not ProposalState.OPEN:
        return proposal
    for entry in entries:
        if _is_one_fact(proposal, entry):
            tie = Tie(TieKind.LISTED, 0, entry.title, entry.window)
            return replace(proposal.tied(tie), state=ProposalState.KEPT)
    return proposal


def _is_one_fact(proposal: Proposal, entry: TimelineEntry) -> bool:
    if proposal.window is None or not is_same_time(proposal.window, entry.window):
        return False
    sentences = {piece.sentence for piece in entry.evidence}
    if any(piece.sentence in sentences for piece in proposal.evidence):
        return fuzz.ratio(proposal.title, entry.title) >= _ONE_FACT
    return fuzz.token_set_ratio(_plain(proposal.title), _plain(entry.title)) >= _ONE_FACT


def _plain(title: str) -> str:
    return " ".join(word[:_STEM] for word in _WORDS.findall(title.lower()))


def _tied(proposal: Proposal, match: Match | None) -> Proposal:
    if match is None or match.known is None or proposal.state is not ProposalState.OPEN:
        return proposal
    known = match.known
    tie = Tie(_kind(proposal, match.bearing, known.window), known.number, known.title, known.window)
    return proposal.tied(tie)


def _kind(proposal: Proposal, bearing: Bearing, window: EventWindow | None) -> TieKind:
    """Return the kind of a tie; a time that is known more closely than before is a new time."""
    if bearing is Bearing.SAME and _is_closer(proposal.window, window):
        return TieKind.MOVED
    return TieKind(bearing.value)


def _is_closer(window: EventWindow | None, known: EventWindow | None) -> bool:
    if window is None or known is None or not one_in_other(window, known):
        return False
    if window.precision is known.precision is Precision.DEADLINE and window.end == known.end:
        return False  # from when it counts tells but when it was said
    if known.start is None or known.end is None:
        return window.start is not None and window.end is not None
    if window.start is None or window.end is None:
        return False
    return window.end - window.start < known.end - known.start


def _called_off(matches: Iterable[Match], last: int) -> Iterator[Proposal]:
    """Yield what is called off as proposals, numbered on from the last one."""
    for position, match in enumerate(matches, start=last + 1):
        assert match.known is not None
        known = match.known
        yield Proposal(
            position,
            ProposalKind.FOLLOW_UP,
            known.title[:LONGEST_TITLE],
            known.window,
            Occurrence.CANCELLED,
            match.evidence,
            tie=Tie(TieKind.CANCELLED, known.number, known.title, known.window),
        )
