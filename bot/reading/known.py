"""What a reading says of follow-ups a story already has: the same, moved, over, or new."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter

from rapidfuzz import fuzz

from bot.domain.evidence import Evidence
from bot.domain.reading import ProposedEntry, ProposedFollowUp, Reading
from bot.domain.window import EventWindow
from bot.reading.events import is_same_time, one_in_other
from bot.reading.names import names_in, shared_names

_ALIKE = 62  # of 100: the titles of one event, worded by two people
_ALIKE_WITH_NAMES = 45
_ALIKE_WITHOUT_NAMES = 95
_STEM = 5
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
        evidence: The sentences that say so.
        known: The follow-up it is about; None where it is new.
        proposal: The proposed follow-up; None where something is over or called off.
    """

    bearing: Bearing
    evidence: tuple[Evidence, ...]
    known: KnownFollowUp | None = None
    proposal: ProposedFollowUp | None = None


def match_known(reading: Reading, known: Sequence[KnownFollowUp]) -> tuple[Match, ...]:
    """Hold every proposal of a reading against the follow-ups a story has.

    Each known follow-up is met once at most, by the likest. Facts of the timeline and sentences
    that call something off are told only where they are about a known follow-up.

    Args:
        reading: A fresh reading into the story.
        known: The story's follow-ups that are still expected or postponed.

    Returns:
        A match for each proposed follow-up, in their order, then those that are called off,
        then those that have happened.
    """
    left = list(known)
    matches = []
    for proposal in reading.follow_ups:
        words = _words(proposal.evidence)
        nearest = _taken(proposal.title, words, left, left, reading)
        bearing = _bearing(proposal, nearest)
        matches.append(Match(bearing, proposal.evidence, nearest, proposal))
    matches.extend(
        Match(Bearing.CANCELLED, (off,), met)
        for off in reading.called_off
        if (met := _taken(off.sentence, off.sentence, left, left, reading))
    )
    for entry in reading.timeline:
        then = [each for each in left if _fell_then(entry, each)]
        if met := _taken(entry.title, _words(entry.evidence), then, left, reading):
            matches.append(Match(Bearing.HAPPENED, entry.evidence, met))
    return tuple(matches)


def _words(evidence: Sequence[Evidence]) -> str:
    return " ".join(piece.sentence for piece in evidence)


def _taken(
    title: str,
    words: str,
    among: Sequence[KnownFollowUp],
    left: list[KnownFollowUp],
    reading: Reading,
) -> KnownFollowUp | None:
    """Return the likest of some known follow-ups, if it is like enough, and take it away."""
    scored = [(likeness(title, words, each, reading), each) for each in among]
    best = max(scored, key=itemgetter(0), default=None)
    if best is None or best[0] == 0:
        return None
    left.remove(best[1])
    return best[1]


def _bearing(proposal: ProposedFollowUp, known: KnownFollowUp | None) -> Bearing:
    if known is None:
        return Bearing.NEW
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


def likeness(title: str, words: str, known: KnownFollowUp, reading: Reading) -> float:
    """Return how like something read and a known follow-up are, 0 (too little) to 100.

    Two names in common, in any spelling, make up for titles that are worded differently; where
    both tell names and share none, they are unlike.

    Args:
        title: The title of what was read.
        words: The sentences it was read from.
        known: The follow-up.
        reading: Whose language tells names from words.
    """
    alike = fuzz.token_set_ratio(_plain(known.title), _plain(title))
    known_names, told = names_in(known.title, reading.language), names_in(words, reading.language)
    names = shared_names(known_names, told)
    if known_names and told and not names and alike < _ALIKE_WITHOUT_NAMES:
        return 0.0  # "Kari reiser til Oslo" is no news of a journey to Moskva
    if names > 1 and alike >= _ALIKE_WITH_NAMES:
        return min(100.0, alike + 10 * names)
    return alike if alike >= _ALIKE else 0.0


def _plain(title: str) -> str:
    """Return the beginnings of a title's words, so that "besøk" is like "besøker"."""
    return " ".join(word[:_STEM] for word in _WORDS.findall(title.lower()))
