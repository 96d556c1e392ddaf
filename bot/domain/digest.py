"""A channel's daily list: what is overdue, what comes, and what has gone quiet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Self
from uuid import UUID

from bot.domain.follow_up import FollowUp, FollowUpState
from bot.domain.story import Story, StoryStatus
from bot.domain.window import EventWindow, Precision, require_zone

DAYS_AHEAD = 7
QUIET_AFTER = timedelta(days=7)
CLASHES_UP_TO = 3  # the least urgent stories whose clashes are worth a line
EARLY = time(9)  # what comes before this hour is made ready by the shift of the day before
ABOUT_AS_LONG = timedelta(hours=1)  # what starts to the minute is taken to last this long

_ONE_DAY = timedelta(days=1)
_LONG = frozenset({Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.YEAR})
_VAGUE = frozenset({Precision.WEEKEND, Precision.WEEK, Precision.DEADLINE}) | _LONG


@dataclass(frozen=True, slots=True)
class Listed:
    """A follow-up in a digest.

    Attributes:
        is_new: Whether it was written down after the last digest.
    """

    follow_up: FollowUp
    story: Story
    is_new: bool


@dataclass(frozen=True, slots=True)
class QuietStory:
    """An active story of which nothing has been heard for a while."""

    story: Story
    since: datetime


@dataclass(frozen=True, slots=True)
class Digest:
    """What one digest says.

    Attributes:
        today: The day it is made, where its readers are.
        until: The last of the days ahead.
        overdue: What should have happened, the oldest first.
        days: Each day with something on it, today first, in order of time.
        periods: What comes some time within the days ahead, on no certain day.
        undated: What has no date, or no end.
        later: What is new, and lies beyond the days ahead.
        clashes: Pairs of urgent matters at the same time.
        lapsed: What is overdue and asked about no more; no reason for a digest to come.
        following: Where it is empty, the first matter beyond the days ahead; no reason either.
    """

    today: date
    until: date
    overdue: tuple[Listed, ...] = ()
    days: tuple[tuple[date, tuple[Listed, ...]], ...] = ()
    periods: tuple[Listed, ...] = ()
    undated: tuple[Listed, ...] = ()
    later: tuple[Listed, ...] = ()
    quiet: tuple[QuietStory, ...] = ()
    clashes: tuple[tuple[Listed, Listed], ...] = ()
    lapsed: tuple[Listed, ...] = ()
    following: tuple[Listed, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        parts = (self.overdue, self.days, self.periods, self.undated, self.later, self.quiet)
        return not any(parts)

    def listed(self) -> tuple[FollowUp, ...]:
        """Return all follow-ups that stand in it."""
        on_days = (one for _, listed in self.days for one in listed)
        parts = (self.overdue, on_days, self.periods, self.undated, self.later, self.following)
        return tuple(one.follow_up for part in parts for one in part)

    def of_overdue(self) -> Self:
        """Return only what is overdue."""
        return type(self)(self.today, self.until, overdue=self.overdue, lapsed=self.lapsed)

    def of_no_day(self) -> Self:
        """Return only what stands on no certain day."""
        return type(self)(
            self.today, self.until, periods=self.periods, undated=self.undated, later=self.later
        )

    def of_days(self, first: date, last: date) -> Self:
        """Return only what stands on some days, or may come on one of them; both are included."""
        days = tuple((day, listed) for day, listed in self.days if first <= day <= last)
        periods = tuple(one for one in self.periods if _may_come(one, first, last))
        clashes = _still_clashing(self.clashes, days)
        return type(self)(self.today, self.until, days=days, periods=periods, clashes=clashes)

    def for_shift(self, end: datetime) -> Self:
        """Return what of it a shift must do: all of today, its hours after it, and early ones.

        Early are the next morning's until nine: they are made ready the day before.

        Args:
            end: When the shift ends; aware, in the readers' zone.
        """
        morning = datetime.combine(self.today + _ONE_DAY, EARLY, tzinfo=end.tzinfo)
        hours_until = max(end, morning)

        def concerns(day: date, one: Listed) -> bool:
            hour = _hour(one.follow_up.window)
            in_shift = day <= end.date() if hour is None else hour < hours_until
            return day <= self.today or in_shift

        days = [(day, tuple(o for o in listed if concerns(day, o))) for day, listed in self.days]
        return replace(
            self,
            days=tuple(day for day in days if day[1]),
            clashes=_still_clashing(self.clashes, days),
        )


class _Place(StrEnum):
    """Where in a digest a follow-up stands."""

    DAY = "day"
    PERIOD = "period"
    UNDATED = "undated"
    LATER = "later"


def make_digest(
    stories: Sequence[Story],
    follow_ups: Sequence[FollowUp],
    last_heard: Mapping[UUID, datetime],
    *,
    since: datetime,
    now: datetime,
    until: date,
) -> Digest:
    """Return the digest of some stories.

    Args:
        stories: Those it speaks of.
        follow_ups: Theirs that are open.
        last_heard: When something last changed in a story, by its id.
        since: When the last digest was made; what came after it is new.
        now: Aware, in the readers' zone.
        until: The last of the days ahead.
    """
    by_id = {story.id: story for story in stories}
    listed = [Listed(f, by_id[f.story_id], f.created_at > since) for f in follow_ups]
    behind = sorted((one for one in listed if one.follow_up.is_overdue(now)), key=_turn)
    ahead = sorted((one for one in listed if not one.follow_up.is_overdue(now)), key=_turn)
    places = [(one, *_place(one.follow_up, now, until)) for one in ahead]
    on_days = [(day, one) for one, place, day in places if place is _Place.DAY]
    in_days = tuple(one for _, one in on_days)
    days = sorted({day for day, _ in on_days})
    made = Digest(
        now.date(),
        until,
        tuple(one for one in behind if not one.follow_up.is_lapsed(now)),
        tuple((day, tuple(one for on, one in on_days if on == day)) for day in days),
        tuple(one for one, place, _ in places if place is _Place.PERIOD),
        tuple(one for one, place, _ in places if place is _Place.UNDATED),
        tuple(one for one, place, _ in places if place is _Place.LATER and one.is_new),
        _quiet(stories, last_heard, now),
        _clashes(in_days),
        tuple(one for one in behind if one.follow_up.is_lapsed(now)),
    )
    later = tuple(one for one, place, _ in places if place is _Place.LATER)
    return replace(made, following=later[:1]) if made.is_empty else made


def end_of_next_week(today: date) -> date:
    """Return the last day of the week after a day's."""
    return today + timedelta(days=13 - today.weekday())


def _place(follow_up: FollowUp, now: datetime, until: date) -> tuple[_Place, date]:
    """Return where a follow-up that is not overdue stands, and on which day."""
    today, window = now.date(), follow_up.window
    if follow_up.state is FollowUpState.POSTPONED or window is None or window.end is None:
        return _Place.UNDATED, today
    first, last = _days(window.seen_from(require_zone(now)))
    if window.precision is Precision.DEADLINE:
        first = last
    if last == today or first == last:
        day = max(first, today)
        return (_Place.DAY, day) if day <= until else (_Place.LATER, day)
    within = first <= until
    if window.precision in _LONG:  # a month says something when it begins and when it ends
        within = today <= first <= until or last <= until
    return (_Place.PERIOD if within else _Place.LATER), first


def _days(window: EventWindow) -> tuple[date, date]:
    """Return the first and the last day of a window that ends."""
    last = window.last_day
    assert last is not None
    return (last if window.start is None else window.start.date()), last


def _may_come(one: Listed, first: date, last: date) -> bool:
    """Whether something that comes on no certain day may come on one of these."""
    window = one.follow_up.window
    if window is None or window.last_day is None:
        return False
    begins, ends = _days(window)
    return begins <= last and first <= ends


def _hour(window: EventWindow | None) -> datetime | None:
    """Return when a matter begins, or when its deadline ends; None where no hour was named."""
    if window is None or not (window.is_clocked or window.precision is Precision.PART_OF_DAY):
        return None
    return window.end if window.precision is Precision.DEADLINE else window.start or window.end


def _turn(one: Listed) -> tuple[datetime, int, int, str]:
    """Sort by the beginning of the window, what lasts all day first, then by urgency and name."""
    window = one.follow_up.window
    at = (window.start or window.end) if window else None
    if window is not None and window.precision is Precision.DEADLINE:
        at = window.end
    first = at or one.follow_up.created_at
    return (first, one.story.urgency, one.follow_up.number, one.story.slugline)


def _quiet(
    stories: Sequence[Story], last_heard: Mapping[UUID, datetime], now: datetime
) -> tuple[QuietStory, ...]:
    found = [
        QuietStory(story, last_heard.get(story.id, story.opened_at))
        for story in stories
        if story.status is StoryStatus.ACTIVE
    ]
    return tuple(
        sorted((one for one in found if now - one.since >= QUIET_AFTER), key=lambda one: one.since)
    )


def _clashes(listed: Sequence[Listed]) -> tuple[tuple[Listed, Listed], ...]:
    """Return each pair of urgent matters whose hours overlap."""
    urgent = [
        (one, hours)
        for one in listed
        if one.story.urgency <= CLASHES_UP_TO and (hours := _hours(one.follow_up.window))
    ]
    return tuple(
        (one, other)
        for index, (one, (begin, end)) in enumerate(urgent)
        for other, (other_begin, other_end) in urgent[index + 1 :]
        if begin < other_end and other_begin < end
    )


def _still_clashing(
    clashes: Sequence[tuple[Listed, Listed]], days: Sequence[tuple[date, Sequence[Listed]]]
) -> tuple[tuple[Listed, Listed], ...]:
    """Return the clashes of which both matters stand on these days."""
    kept = [one for _, listed in days for one in listed]
    return tuple((one, other) for one, other in clashes if one in kept and other in kept)


def _hours(window: EventWindow | None) -> tuple[datetime, datetime] | None:
    """Return the hours that a matter takes, or None where only its day is known."""
    if window is None or window.start is None or window.end is None:
        return None
    if window.precision is Precision.MINUTE:
        return (window.start, window.start + ABOUT_AS_LONG)
    if window.precision in _VAGUE or window.end - window.start >= _ONE_DAY:
        return None
    return (window.start, window.end)
