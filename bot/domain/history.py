"""What was changed: by whom, from where, and how it stood before."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import TypeVar, assert_never
from uuid import UUID

from bot.domain.duty import Duty
from bot.domain.follow_up import FollowUp
from bot.domain.newsroom import Channel, Newsroom, Person
from bot.domain.own_policy import OwnPolicy
from bot.domain.proposal import FiledReading
from bot.domain.series import Series
from bot.domain.story import Story
from bot.domain.subscription import Subscription
from bot.domain.timeline import TimelineEntry
from bot.domain.watch import Watch

Settled = Newsroom | Channel | Person | Duty | OwnPolicy
"""What settings are about."""

Thing = Story | FollowUp | TimelineEntry | Subscription | FiledReading | Series | Watch | Settled
"""What the record follows: each is kept as it stood before and after a change."""

_Thing = TypeVar(
    "_Thing",
    Story,
    FollowUp,
    TimelineEntry,
    Subscription,
    FiledReading,
    Series,
    Watch,
    Newsroom,
    Channel,
    Person,
    Duty,
    OwnPolicy,
)

WHOLE = "whole"
# What counts by itself and is never taken back: a number is given once, a version only grows.
_ONE_BY_ONE = (Story, Newsroom, Channel, Person)
_BOOKKEEPING = frozenset({"last_number", "version", "slugline", "lapses_at"})


@dataclass(frozen=True, slots=True)
class Act:
    """One command that was given, and with it everything it changed: it is taken back whole.

    Attributes:
        at: Aware time in UTC.
        verb: The command's canonical name: ``postpone``.
        person_id: Who gave it; None where Daybook acted by itself.
        person: Their name at the time.
        channel_id: Where it was given; None where Daybook acted by itself.
        channel: The channel's name at the time.
        undoes: The act it took back; None for any other command.
    """

    id: UUID
    newsroom_id: UUID
    at: datetime
    verb: str
    person_id: UUID | None = None
    person: str = ""
    channel_id: UUID | None = None
    channel: str = ""
    undoes: UUID | None = None

    def __post_init__(self) -> None:
        """Refuse a time without a zone."""
        if self.at.tzinfo is None:
            raise ValueError("an act has an aware time")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that an act changed.

    Attributes:
        story_id: The story it belongs to; None for a setting, and for a subscription to more
            than one.
        before: The thing as it stood; None where the act made it.
        after: The thing as the act left it; None where the act removed it.
    """

    act: Act
    story_id: UUID | None
    before: Thing | None
    after: Thing | None

    def __post_init__(self) -> None:
        """Refuse a change of nothing, and one thing turned into another."""
        ids = {thing.id for thing in (self.before, self.after) if thing is not None}
        if len(ids) != 1:
            raise ValueError("a change is of one thing, before or after")

    @property
    def thing(self) -> Thing:
        """The thing it changed, as it stood last."""
        thing = self.after if self.after is not None else self.before
        assert thing is not None
        return thing

    def touched(self) -> frozenset[str]:
        """Return what of the thing it changed.

        A story's fields, settings and an article's proposals are changed one by one; of anything
        else, a change is of the whole.
        """
        before, after = self.before, self.after
        if isinstance(before, _ONE_BY_ONE) and after is not None:
            return frozenset(changed_fields(before, after))
        if isinstance(before, FiledReading) and isinstance(after, FiledReading):
            filed = {"story"} if before.story_id != after.story_id else set()
            decided = {str(p.position) for p in after.proposals if p not in before.proposals}
            return frozenset(filed | decided)
        return frozenset({WHOLE})

    def is_built_on(self, later: "Change") -> bool:
        """Whether a later change of the same thing rests on this one."""
        if self.thing.id != later.thing.id:
            return False
        ours, theirs = self.touched(), later.touched()
        return bool(ours & theirs) or WHOLE in ours | theirs


def changed_fields(before: Thing, after: Thing) -> tuple[str, ...]:
    """Return the names of the fields in which two states of a thing differ.

    What Daybook counts for itself is left out, but for the slugline of a story.
    """
    own = _BOOKKEEPING - {"slugline"} if isinstance(before, Story) else _BOOKKEEPING
    return tuple(
        field.name
        for field in fields(before)
        if field.name not in own and getattr(before, field.name) != getattr(after, field.name)
    )


def restored(before: _Thing, after: _Thing, now: _Thing) -> _Thing:
    """Return a thing as it stands now, with all that a change did to it taken back.

    Args:
        before: As it stood before the change.
        after: As the change left it.
        now: As it stands; what the change did not touch stays as it is here.
    """
    match now:
        case FiledReading():
            return _with_proposals_of(before, after, now)
        case FollowUp():
            return replace(_put_back(before, after, now), version=now.version + 1)
        case Story() | TimelineEntry() | Subscription() | Series() | Watch():
            return _put_back(before, after, now)
        case Newsroom() | Channel() | Person() | Duty() | OwnPolicy():
            return _put_back(before, after, now)
        case _:
            assert_never(now)


def _put_back(before: _Thing, after: _Thing, now: _Thing) -> _Thing:
    old = {name: getattr(before, name) for name in changed_fields(before, after)}
    return replace(now, **old)


def _with_proposals_of(
    before: FiledReading, after: FiledReading, now: FiledReading
) -> FiledReading:
    changed = [old for old in before.proposals if old not in after.proposals]
    for old in changed:
        now = now.with_proposal(old)
    return replace(now, story_id=before.story_id) if before.story_id != after.story_id else now


def built_on(act: Sequence[Change], later: Sequence[Change]) -> Change | None:
    """Return the first later change that rests on one of an act's; None where there is none.

    What Daybook did by itself follows from what stood, and is nobody's work.
    """
    resting = (
        theirs
        for theirs in later
        if theirs.act.person_id is not None and any(ours.is_built_on(theirs) for ours in act)
    )
    return next(resting, None)
