"""What has happened in a story."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from bot.domain.evidence import Evidence
from bot.domain.follow_up import LONGEST_TITLE, BadTitle, FollowUp, FollowUpState
from bot.domain.window import INSTANT, EventWindow, Precision, today


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated fact.

    Attributes:
        window: When it was; approximate or a range where that is all one knows.
        source: Where it was published: a link, or empty.
        added_at: Aware time in UTC.
        follow_up_id: The follow-up of which this tells what became; None for any other fact.
        outcome: What became of it: it happened, or it was cancelled.
        note: How it went, or why not.
        embargoed_until: Before when only channels that may see embargoed matter are shown it;
            aware, in UTC. None for what was never under embargo.
    """

    id: UUID
    newsroom_id: UUID
    story_id: UUID
    title: str
    window: EventWindow
    added_at: datetime
    evidence: tuple[Evidence, ...] = ()
    source: str = ""
    follow_up_id: UUID | None = None
    outcome: FollowUpState | None = None
    note: str = ""
    embargoed_until: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse a fact without words.

        Raises:
            BadTitle: If the title is empty or too long.
        """
        if not 0 < len(self.title) <= LONGEST_TITLE:
            raise BadTitle(longest=LONGEST_TITLE, length=len(self.title))


TOLD = frozenset({FollowUpState.HAPPENED, FollowUpState.CANCELLED})
"""The outcomes that are facts of their story."""

_BY_THE_DAY = frozenset({Precision.MINUTE, Precision.PART_OF_DAY, Precision.DAY})


def outcome_entry(
    entry_id: UUID, follow_up: FollowUp, now: datetime, window: EventWindow | None = None
) -> TimelineEntry:
    """Return the fact that a follow-up happened or was cancelled.

    Args:
        entry_id: The new entry's.
        follow_up: As its outcome left it.
        now: Aware, in the newsroom's zone: when the outcome was told.
        window: When it was, where somebody said so; else what one can tell.
    """
    return TimelineEntry(
        entry_id,
        follow_up.newsroom_id,
        follow_up.story_id,
        follow_up.title,
        window or _when_it_was(follow_up, now),
        now.astimezone(UTC),
        evidence=follow_up.evidence,
        source=follow_up.source,
        follow_up_id=follow_up.id,
        outcome=follow_up.state,
        note=follow_up.note,
        embargoed_until=follow_up.embargoed_until,
    )


def _when_it_was(follow_up: FollowUp, now: datetime) -> EventWindow:
    """Return when it was as far as one can tell, from when it was expected and when it was told.

    A cancellation is of the day it is told. What was expected for a day was that day; of a
    longer time, it was today while that lasts, and some time in it once it is over.
    """
    expected = follow_up.window
    if follow_up.state is FollowUpState.CANCELLED or expected is None:
        return today(now)
    if not expected.is_past(now):
        begun = expected.start is not None and expected.start <= now
        return expected if begun and expected.precision in _BY_THE_DAY else today(now)
    if expected.precision is Precision.DEADLINE and expected.end is not None:
        return today(expected.end - INSTANT).approximately()
    return expected
