"""How well a reading agrees with what a careful editor marked: precision, recall and F1.

A proposal is right if one of its pieces of evidence lies in a sentence of an event, and its
dates are among the event's right ones. What is optional or only possible is neither required
nor false, several proposals of one event count once, and a proposal without a date is never
counted for or against: the marks do not cover such ones, so they are listed apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.domain.language import Language
from bot.domain.window import EventWindow

from . import Article
from .expectation import Days, Event, Mention, events_of


class Piece(Protocol):
    """A sentence of the article and its place there, in characters."""

    @property
    def sentence(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Proposal(Protocol):
    """A follow-up or a timeline entry, as a reading proposes it."""

    @property
    def title(self) -> str: ...
    @property
    def window(self) -> EventWindow | None: ...
    @property
    def evidence(self) -> Sequence[Piece]: ...


class Reading(Protocol):
    """What a reader found in one article."""

    @property
    def follow_ups(self) -> Sequence[Proposal]: ...
    @property
    def timeline(self) -> Sequence[Proposal]: ...


@dataclass(frozen=True, slots=True)
class Score:
    """Proposals held against events.

    Attributes:
        found: Required events with at least one right proposal.
        missed: Required events without one.
        false: Dated proposals that are right of no event.
        undated: Proposals without a date that no event without a date accounts for.
    """

    found: tuple[Event, ...] = ()
    missed: tuple[Event, ...] = ()
    false: tuple[Proposal, ...] = ()
    undated: tuple[Proposal, ...] = ()

    @property
    def precision(self) -> float:
        """Share of what was proposed that is right; 1 where nothing was proposed."""
        return _share(len(self.found), len(self.false))

    @property
    def recall(self) -> float:
        """Share of what was required that was found; 1 where nothing was required."""
        return _share(len(self.found), len(self.missed))

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _share(2 * len(self.found), len(self.missed) + len(self.false))

    def __add__(self, other: "Score") -> "Score":
        """Return both together, every event and proposal weighing the same."""
        return Score(
            self.found + other.found,
            self.missed + other.missed,
            self.false + other.false,
            self.undated + other.undated,
        )


def _share(right: int, wrong: int) -> float:
    return right / (right + wrong) if right + wrong else 1.0


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """One article's reading, scored."""

    article: Article
    follow_ups: Score
    timeline: Score

    @property
    def disagreements(self) -> list[str]:
        """A line for each miss and each false proposal, for people to read."""
        return [
            f"{self.article.name}: {kind} {line}"
            for kind, score in (("follow-up", self.follow_ups), ("timeline", self.timeline))
            for line in _lines(score)
        ]


@dataclass(frozen=True, slots=True)
class LanguageScore:
    """Every article of one language together."""

    follow_ups: Score
    timeline: Score


def score(proposals: Iterable[Proposal], mentions: Iterable[Mention]) -> Score:
    """Hold proposals against the mentions of one article."""
    events = events_of(mentions)
    right: list[Event] = []
    wrong: list[Proposal] = []
    for proposal in proposals:
        met = [event for event in events if _is_right(proposal, event)]
        right += met
        if not met:
            wrong.append(proposal)
    required = [event for event in events if event.required]
    return Score(
        found=tuple(event for event in required if event in right),
        missed=tuple(event for event in required if event not in right),
        false=tuple(proposal for proposal in wrong if proposal.window is not None),
        undated=tuple(proposal for proposal in wrong if proposal.window is None),
    )


def score_reading(article: Article, reading: Reading) -> ArticleScore:
    """Hold a reading against its article's marks."""
    return ArticleScore(
        article,
        score(reading.follow_ups, article.expected),
        score(reading.timeline, article.timeline),
    )


def by_language(scores: Iterable[ArticleScore]) -> dict[Language, LanguageScore]:
    """Sum scores for each language that has an article."""
    sums: dict[Language, LanguageScore] = {}
    for one in scores:
        so_far = sums.get(one.article.language, LanguageScore(Score(), Score()))
        sums[one.article.language] = LanguageScore(
            so_far.follow_ups + one.follow_ups, so_far.timeline + one.timeline
        )
    return sums


def days_of(window: EventWindow | None) -> Days:
    """Return the local dates that a window touches."""
    if window is None:
        return Days(None, None)
    return Days(_first_day(window.start), _last_day(window.end))


def _first_day(start: datetime | None) -> date | None:
    return None if start is None else start.date()


def _last_day(end: datetime | None) -> date | None:
    return None if end is None else (end - timedelta(microseconds=1)).date()


def _is_right(proposal: Proposal, event: Event) -> bool:
    days = days_of(proposal.window)
    return any(mention.fits(days) for mention in event.mentions) and any(
        mention.touches(piece.start, piece.end)
        for mention in event.mentions
        for piece in proposal.evidence
    )


def _lines(score: Score) -> list[str]:
    return [
        *(f"missed: {_event_line(event)}" for event in score.missed),
        *(f"false: {_proposal_line(proposal)}" for proposal in score.false),
        *(f"undated: {_proposal_line(proposal)}" for proposal in score.undated),
    ]


def _event_line(event: Event) -> str:
    return " / ".join(
        f"“{mention.phrase}” {_dates(mention.days[0])} in “{mention.sentence}”"
        for mention in event.mentions
    )


def _proposal_line(proposal: Proposal) -> str:
    evidence = " / ".join(piece.sentence for piece in proposal.evidence)
    return f"“{proposal.title}” {_dates(days_of(proposal.window))} from “{evidence}”"


def _dates(days: Days) -> str:
    return "undated" if days.undated else f"{days.first or '-'}..{days.last or '-'}"
