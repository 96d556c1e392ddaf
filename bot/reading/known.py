"""What a reading says of follow-ups a story already has: the same, moved, over, or new."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from bot.domain.occurrence import Occurrence
from bot.domain.reading import ProposedEntry, ProposedFollowUp, Reading
from bot.domain.window import EventWindow
from bot.reading.events import is_same_time, one_in_other
from bot.reading.names import names_in, shared_names

_ALIKE = 62  # of 100: the titles of one event, worded by two people
_ALIKE_WITH_NAMES = 45
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class KnownFollowUp:
    """A follow-up the story has, as far as it matters here.

    Attributes:
        number: Its number in the story.
        title: Its title, as an editor left it.
        window: When it is expected; None if undated.
    """

    number: int
    title: str
    window: EventWindow | None


class Bearing(StrEnum):
    """How a proposal bears on what is known."""

    NEW = "new"
    SAME = "same"
    MOVED = "moved"
    HAPPENED = "happened"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Match:
    """A proposal held against the story's follow-ups.

    Attributes:
        bearing: New, the same as a known one, that one moved, over or called off.
        proposal: What the reading proposes; a fact where something has happened.
        known: The follow-up it is about; None where it is new.
    """

    bearing: Bearing
    proposal: ProposedFollowUp | ProposedEntry
    known: KnownFollowUp | None = None


def match_known(reading: Reading, known: Sequence[KnownFollowUp]) -> tuple[Match, ...]:
    """Hold every proposal of a reading against the follow-ups a story has.

    Each known follow-up is met by one proposal at most, the likest one. Facts of the timeline
    are told only where they say that a known follow-up has happened.

    Args:
        reading: A fresh reading into the story.
        known: The story's follow-ups that are still expected or postponed.

    Returns:
        A match for each proposed follow-up, in their order, then one for each that happened.
    """
    left = list(known)
    matches = []
    for proposal in reading.follow_ups:
        nearest = _nearest(proposal, left, reading)
        if nearest is not None:
            left.remove(nearest)
        matches.append(Match(_bearing(proposal, nearest), proposal, nearest))
    for entry in reading.timeline:
        over = _nearest(entry, [each for each in left if _fell_then(entry, each)], reading)
        if over is not None:
            left.remove(over)
            matches.append(Match(Bearing.HAPPENED, entry, over))
    return tuple(matches)


def _bearing(proposal: ProposedFollowUp, known: KnownFollowUp | None) -> Bearing:
    if known is None:
        return Bearing.NEW
    if proposal.occurrence is Occurrence.CANCELLED:
        return Bearing.CANCELLED
    if proposal.window is None or known.window is None:
        return Bearing.SAME if proposal.window is known.window else _dated(proposal)
    together = is_same_time(proposal.window, known.window)
    together = together or one_in_other(proposal.window, known.window)
    return Bearing.SAME if together else Bearing.MOVED


def _dated(proposal: ProposedFollowUp) -> Bearing:
    """A date told for the first time moves a follow-up; none told leaves it as it is."""
    return Bearing.SAME if proposal.window is None else Bearing.MOVED


def _fell_then(entry: ProposedEntry, known: KnownFollowUp) -> bool:
    """Whether a fact lies in, or around, the time when a follow-up was expected."""
    if entry.window is None or known.window is None:
        return False
    return is_same_time(entry.window, known.window) or one_in_other(entry.window, known.window)


def _nearest(
    proposal: ProposedFollowUp | ProposedEntry, known: Sequence[KnownFollowUp], reading: Reading
) -> KnownFollowUp | None:
    """Return the known follow-up that is likest a proposal, if it is like enough."""
    scored = [(likeness(proposal, each, reading), each) for each in known]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] > 0 else None


def likeness(
    proposal: ProposedFollowUp | ProposedEntry, known: KnownFollowUp, reading: Reading
) -> float:
    """Return how like a proposal and a known follow-up are, 0 (too little) to 100.

    Two names in common, in any spelling, make up for titles that are worded differently.
    """
    words = " ".join([proposal.title, *(piece.sentence for piece in proposal.evidence)])
    alike = fuzz.token_set_ratio(_plain(known.title), _plain(proposal.title))
    names = shared_names(names_in(known.title, reading.language), names_in(words, reading.language))
    if names > 1 and alike >= _ALIKE_WITH_NAMES:
        return min(100.0, alike + 10 * names)
    return alike if alike >= _ALIKE else 0.0


def _plain(title: str) -> str:
    return " ".join(_WORDS.findall(title.lower()))
