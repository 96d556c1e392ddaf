"""A reading laid before the editors, who keep or drop what it proposes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Self
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.evidence import Evidence
from bot.domain.follow_up import LONGEST_TITLE, BadTitle
from bot.domain.language import Language
from bot.domain.occurrence import Occurrence
from bot.domain.reading import ProposedEntry, ProposedFollowUp, Reading
from bot.domain.window import EventWindow


class ProposalKind(StrEnum):
    """What a proposal would become."""

    FOLLOW_UP = "follow_up"
    ENTRY = "entry"


class ProposalState(StrEnum):
    """What the editors have said of it."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


class TieKind(StrEnum):
    """What a proposal says of something the story knows already."""

    SAME = "same"
    MOVED = "moved"
    HAPPENED = "happened"
    CANCELLED = "cancelled"
    LISTED = "listed"  # a fact that stands in the timeline


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a proposal to something the story knows.

    Attributes:
        number: The follow-up's number in its story; 0 for a fact of the timeline.
        title: What the follow-up or the fact is called.
        window: When it was expected as the article was read; None if that was open.
    """

    kind: TieKind
    number: int
    title: str
    window: EventWindow | None

    @property
    def changes(self) -> bool:
        """Whether accepting it changes a follow-up, beyond one more piece of evidence."""
        return self.kind in (TieKind.MOVED, TieKind.HAPPENED, TieKind.CANCELLED)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing an article proposes.

    Attributes:
        position: Its number in the list the editors see, from 1.
        occurrence: How sure the wording is; None for a timeline entry.
        kept_as: The name of the follow-up it became or changed, empty for an entry or while open.
        tie: What it says of something the story knows; None where it is new.
        added: Whether an article that was read before says it only now.
    """

    position: int
    kind: ProposalKind
    title: str
    window: EventWindow | None
    occurrence: Occurrence | None
    evidence: tuple[Evidence, ...]
    state: ProposalState = ProposalState.OPEN
    kept_as: str = ""
    tie: Tie | None = None
    added: bool = False

    def kept(self, name: str = "") -> Self:
        """Return it as kept, under the name it got."""
        return replace(self, state=ProposalState.KEPT, kept_as=name)

    def dropped(self) -> Self:
        """Return it as not wanted."""
        return replace(self, state=ProposalState.DROPPED)

    def untied(self) -> Self:
        """Return it as something new, whatever it was taken for."""
        return replace(self, tie=None)

    def tied(self, tie: Tie) -> Self:
        """Return it as speaking of something the story knows."""
        return replace(self, tie=tie)

    def revised(self, title: str, window: EventWindow | None) -> Self:
        """Return it under another title or in another window; its evidence stays.

        Raises:
            BadTitle: If the title is empty or too long.
        """
        if not 0 < len(title) <= LONGEST_TITLE:
            raise BadTitle(longest=LONGEST_TITLE, length=len(title))
        return replace(self, title=title, window=window)

    def is_again(self, earlier: Self) -> bool:
        """Whether an earlier version of the article proposed the same."""
        same_sentence = self.evidence[0].sentence == earlier.evidence[0].sentence
        same_time = self.window == earlier.window
        return self.kind is earlier.kind and (
            (same_time and self.title == earlier.title) or (same_sentence and same_time)
        )


@dataclass(frozen=True, slots=True)
class FiledReading:
    """One article's reading, as it was laid before a channel.

    Attributes:
        story_id: The story it is meant for; None until somebody says.
        channel_id: Where it was read.
        source: The article's link, or empty.
        fingerprint: SHA-256 of the article's text, hexadecimal: the same article is recognised.
        read_at: Aware time in UTC.
        language: What it was read in.
        published: What its words of time were counted from, aware, in UTC; None for one that
            was kept before that was noted.
        called_off: Sentences that say something is off.
    """

    id: UUID
    newsroom_id: UUID
    channel_id: UUID
    story_id: UUID | None
    headline: str
    source: str
    fingerprint: str
    read_at: datetime
    proposals: tuple[Proposal, ...]
    language: Language = Language.NB
    published: datetime | None = None
    called_off: tuple[Evidence, ...] = ()

    @property
    def code(self) -> str:
        """A short name for it, for buttons and commands."""
        return self.id.hex[:8]

    def open_proposals(self) -> tuple[Proposal, ...]:
        """Return what nobody has decided on yet."""
        return tuple(p for p in self.proposals if p.state is ProposalState.OPEN)

    def with_proposal(self, changed: Proposal) -> Self:
        """Return it with one proposal replaced, by position."""
        proposals = tuple(changed if p.position == changed.position else p for p in self.proposals)
        return replace(self, proposals=proposals)

    def with_proposals(self, changed: Iterable[Proposal]) -> Self:
        """Return it with these in place of its proposals."""
        return replace(self, proposals=tuple(changed))

    def undecided(self, zone: ZoneInfo) -> Reading:
        """Return what is still open of it, as it was read.

        Args:
            zone: The newsroom's.
        """
        waiting = self.open_proposals()
        return Reading(
            language=self.language,
            published=(self.published or self.read_at).astimezone(zone),
            headline=self.headline,
            follow_ups=tuple(
                ProposedFollowUp(p.title, p.window, p.occurrence, p.evidence)
                for p in waiting
                if p.occurrence is not None
            ),
            timeline=tuple(
                ProposedEntry(p.title, p.window, p.evidence)
                for p in waiting
                if p.kind is ProposalKind.ENTRY
            ),
            called_off=self.called_off,
        )

    def read_again(self, channel_id: UUID, now: datetime) -> Self:
        """Return it as laid before a channel at another moment, with what was said of it since."""
        return replace(self, channel_id=channel_id, read_at=now.astimezone(UTC))

    def for_story(self, story_id: UUID) -> Self:
        """Return it aimed at a story."""
        return replace(self, story_id=story_id)

    def after(self, earlier: Self) -> Self:
        """Return it with what the editors said of an earlier version of the same article.

        What that version did not propose is marked as added.
        """
        return self.with_proposals(_after(each, earlier.proposals) for each in self.proposals)


def _after(proposal: Proposal, earlier: Iterable[Proposal]) -> Proposal:
    for before in earlier:
        if proposal.is_again(before):
            return replace(
                proposal,
                title=before.title,
                state=before.state,
                kept_as=before.kept_as,
                tie=before.tie,
            )
    return replace(proposal, added=True)


def proposals_of(reading: Reading) -> tuple[Proposal, ...]:
    """Number what a reading found: what it expects first, then its timeline."""
    follow_ups = [
        Proposal(position, ProposalKind.FOLLOW_UP, p.title, p.window, p.occurrence, p.evidence)
        for position, p in enumerate(reading.follow_ups, start=1)
    ]
    entries = [
        Proposal(position, ProposalKind.ENTRY, p.title, p.window, None, p.evidence)
        for position, p in enumerate(reading.timeline, start=len(follow_ups) + 1)
    ]
    return (*follow_ups, *entries)
