"""What was read out of one article, waiting for a person's yes."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.evidence import Evidence
from bot.domain.language import Language
from bot.domain.occurrence import Occurrence
from bot.domain.window import EventWindow, require_zone


@dataclass(frozen=True, slots=True)
class ProposedFollowUp:
    """Something the article says is expected.

    Attributes:
        title: A few words that stand alone.
        window: When; the tightest one where several sentences name the event, None if undated.
        occurrence: How sure the wording is.
        evidence: The sentences it was read from, the one the window came from first.
    """

    title: str
    window: EventWindow | None
    occurrence: Occurrence
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        """Refuse a proposal that rests on nothing."""
        require_grounds(self.title, self.evidence)


@dataclass(frozen=True, slots=True)
class ProposedEntry:
    """A dated fact for the story's timeline.

    Attributes:
        title: A few words that stand alone.
        window: When it was.
        evidence: The sentences it was read from, the one the window came from first.
    """

    title: str
    window: EventWindow | None
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        """Refuse a proposal that rests on nothing."""
        require_grounds(self.title, self.evidence)


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, read.

    Attributes:
        language: The language it was read in.
        published: The reference time of its words, in the zone of its windows.
        headline: Its first line, where that is plainly a headline.
        follow_ups: What it expects, in order of time, undated last.
        timeline: Its dated facts, in order of time.
        called_off: Sentences that say something is off, in the order of the text.
    """

    language: Language
    published: datetime
    headline: str | None
    follow_ups: tuple[ProposedFollowUp, ...]
    timeline: tuple[ProposedEntry, ...]
    called_off: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a publication time without an IANA zone."""
        require_zone(self.published)


def require_grounds(title: str, evidence: tuple[Evidence, ...]) -> None:
    """Check that a proposal has a name and something to show for it.

    Raises:
        ValueError: If the title is blank, or no evidence is given.
    """
    if not title.strip():
        raise ValueError("a proposal needs a title")
    if not evidence:
        raise ValueError(f"nothing shows where {title!r} was read")
