"""What may not be shown before a moment, and where it may be seen all the same."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from bot.domain.follow_up import FollowUp
from bot.domain.history import Change
from bot.domain.newsroom import Channel
from bot.domain.proposal import FiledReading, Proposal
from bot.domain.series import Series
from bot.domain.timeline import TimelineEntry


class Embargoed(Protocol):
    """What an embargo can lie on: a follow-up, an entry of a timeline."""

    @property
    def embargoed_until(self) -> datetime | None:
        """When it may be shown everywhere, in UTC; None for what always might."""
        ...


_LEFT_OUT = "…"
_Embargoed = TypeVar("_Embargoed", bound=Embargoed)


def lifts_at(thing: Embargoed, now: datetime) -> datetime | None:
    """Return when the embargo of a thing is lifted, in UTC; None where it is under none now."""
    until = thing.embargoed_until
    return until if until is not None and now < until else None


def may_see(channel: Channel, thing: Embargoed, now: datetime) -> bool:
    """Whether a channel may be shown a thing at a moment: the one rule of embargoes."""
    return channel.sees_embargoed or lifts_at(thing, now) is None


def shown_from(channel: Channel, thing: Embargoed, moment: datetime) -> datetime:
    """Return when a channel may first be shown a thing: at a moment, or at the lift after it."""
    lift = lifts_at(thing, moment)
    return moment if lift is None or channel.sees_embargoed else lift


def seen_by(channel: Channel, things: Iterable[_Embargoed], now: datetime) -> list[_Embargoed]:
    """Return those of the things that a channel may be shown, in their order."""
    return [thing for thing in things if may_see(channel, thing, now)]


@dataclass(frozen=True, slots=True)
class Veil:
    """What of a newsroom one channel may not see at one moment.

    Attributes:
        channel: Who looks.
        now: Aware.
        hidden: The follow-ups and entries that it may not be shown.
    """

    channel: Channel
    now: datetime
    hidden: tuple[FollowUp | TimelineEntry, ...] = ()

    @property
    def ids(self) -> frozenset[UUID]:
        """The ids of all that is hidden."""
        return frozenset(thing.id for thing in self.hidden)

    def seen(self, changes: Iterable[Change]) -> list[Change]:
        """Return the changes that may be shown, in their order.

        A change of something hidden is hidden, whenever it was made; so is one of something
        that was under embargo still when it was forgotten.
        """
        ids = self.ids
        times = [one.series_id for one in self.hidden if isinstance(one, FollowUp)]
        hidden = ids | {series_id for series_id in times if series_id is not None}
        return [change for change in changes if not self._hides(change, hidden)]

    def _hides(self, change: Change, ids: frozenset[UUID]) -> bool:
        match change.thing:
            case FollowUp() as thing:
                return thing.id in ids or not may_see(self.channel, thing, self.now)
            case TimelineEntry() as thing:
                of_hidden = thing.follow_up_id is not None and thing.follow_up_id in ids
                return thing.id in ids or of_hidden or not may_see(self.channel, thing, self.now)
            case Series() as thing:
                return thing.id in ids
            case _:  # nothing else can be under embargo
                return False

    def open_in(self, story_id: UUID) -> int:
        """Return how many open follow-ups of a story are hidden."""
        return sum(
            isinstance(thing, FollowUp) and thing.story_id == story_id and not thing.has_ended
            for thing in self.hidden
        )

    def lift_of(self, headline: str) -> datetime | None:
        """Return when a headline gives nothing hidden away; None where it doesn't now."""
        told = (thing for thing in self.hidden if _tells(headline, thing))
        lifts = (lifts_at(thing, self.now) for thing in told)
        return max((lift for lift in lifts if lift is not None), default=None)

    def thinned(self, reading: FiledReading) -> FiledReading:
        """Return a reading without what may not be shown of it; the rest keeps its numbers."""
        shown = reading.with_proposals(one for one in reading.proposals if not self.covers(one))
        if any(_tells(reading.headline, thing) for thing in self.hidden):
            return replace(shown, headline=_LEFT_OUT)
        return shown

    def covers(self, proposal: Proposal) -> bool:
        """Whether a proposal of an article has become something hidden, or speaks of it."""
        return any(_is_of(proposal, thing) for thing in self.hidden)


def _tells(headline: str, thing: FollowUp | TimelineEntry) -> bool:
    """Whether an article's headline, or the first sentence in its place, gives a thing away."""
    begins = headline.rstrip(_LEFT_OUT)
    return thing.title in headline or any(begins in one.sentence for one in thing.evidence)


def _is_of(proposal: Proposal, thing: FollowUp | TimelineEntry) -> bool:
    tied = proposal.tie.title if proposal.tie else ""
    if thing.title in (proposal.title, tied):
        return True
    if isinstance(thing, FollowUp) and proposal.kept_as == thing.name:
        return True
    said = {piece.sentence for piece in thing.evidence}
    return any(piece.sentence in said for piece in proposal.evidence)
