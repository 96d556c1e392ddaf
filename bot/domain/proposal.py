"""A reading laid before the editors, who keep or drop what it proposes."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from bot.domain.evidence import Evidence
from bot.domain.occurrence import Occurrence
from bot.domain.reading import Reading
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


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing an article proposes.

    Attributes:
        position: Its number in the list the editors see, from 1.
        occurrence: How sure the wording is; None for a timeline entry.
        kept_as: The name of the follow-up it became, empty for an entry or while open.
    """

    position: int
    kind: ProposalKind
    title: str
    window: EventWindow | None
    occurrence: Occurrence | None
    evidence: tuple[Evidence, ...]
    state: ProposalState = ProposalState.OPEN
    kept_as: str = ""

    def kept(self, name: str = "") -> Self:
        """Return it as kept, under the name it got."""
        return replace(self, state=ProposalState.KEPT, kept_as=name)

    def dropped(self) -> Self:
        """Return it as not wanted."""
        return replace(self, state=ProposalState.DROPPED)


@dataclass(frozen=True, slots=True)
class FiledReading:
    """One article's reading, as it was laid before a channel.

    Attributes:
        story_id: The story it is meant for; None until somebody says.
        channel_id: Where it was read.
        source: The article's link, or empty.
        fingerprint: SHA-256 of the article's text, hexadecimal: the same article is recognised.
        read_at: Aware time in UTC.
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

    def for_story(self, story_id: UUID) -> Self:
        """Return it aimed at a story."""
        return replace(self, story_id=story_id)


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
