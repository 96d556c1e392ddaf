"""What is expected again and again: a rule from which one time after the other follows."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Self
from uuid import UUID
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from bot.domain.language import translatable
from bot.domain.window import EventWindow, Precision
from bot.errors import BotError

_LONG = frozenset({Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.YEAR})
_TOO_OFTEN = ("FREQ=HOURLY", "FREQ=MINUTELY", "FREQ=SECONDLY")
_MOST_SKIPPED = 1000


class TooOften(BotError):
    """A series of more than one time a day."""

    reply = translatable("Once a day is the most I can expect something. Try “every Thursday”.")


@dataclass(frozen=True, slots=True)
class Series:
    """Something that comes again by a rule. One time of it, the coming one, always stands.

    Moving, snoozing or ending that one time leaves the series as it is.

    Attributes:
        title: What each time of it is called.
        said: The words that set it, as they were typed: "every Thursday at 14:00".
        rule: RFC 5545 recurrence rule, read by the wall clock of the first window's zone.
        first: The window that the rule starts from.
        last: The latest window, as the rule has it, of which a follow-up was made.
        last_id: That follow-up's id.
        next_at: When the one after it is to be made, in UTC; None once the series has ended.
    """

    id: UUID
    newsroom_id: UUID
    title: str
    said: str
    rule: str
    first: EventWindow
    last: EventWindow
    last_id: UUID
    next_at: datetime | None

    def __post_init__(self) -> None:
        """Refuse what would flood a channel.

        Raises:
            TooOften: If it comes more than once a day.
        """
        if self.rule.startswith(_TOO_OFTEN):
            raise TooOften

    def next_window(self, now: datetime) -> EventWindow | None:
        """Return the first window after the latest that is not past; None where the rule ends.

        Args:
            now: Aware. What was missed while nobody looked is passed over.
        """
        begin, after = _wall(self.first), _wall(self.last)
        rule = rrulestr(self.rule, dtstart=begin)
        for _ in range(_MOST_SKIPPED):
            following = rule.after(after)
            if following is None:
                return None
            window = _shifted(self.first, following)
            if not window.is_past(now):
                return window
            after = following
        return None

    def continued(self, window: EventWindow, follow_up_id: UUID) -> Self:
        """Return it with its next time made, in a window of the rule's."""
        return replace(self, last=window, last_id=follow_up_id, next_at=opening(window))

    def rescheduled(self, said: str, rule: str, first: EventWindow, follow_up_id: UUID) -> Self:
        """Return it by another rule, whose first window a follow-up has."""
        changed = replace(self, said=said, rule=rule, first=first)
        return changed.continued(first, follow_up_id)

    def hastened(self, now: datetime) -> Self:
        """Return it with its next time due at once: the one that stood has ended early."""
        return self if self.next_at is None else replace(self, next_at=now.astimezone(UTC))

    def resumed(self) -> Self:
        """Return it with its next time due when the coming one opens: it has not ended early."""
        return self if self.next_at is None else replace(self, next_at=opening(self.last))

    def ended(self) -> Self:
        """Return it as coming no more."""
        return replace(self, next_at=None)


def opening(window: EventWindow) -> datetime:
    """Return when a window opens, in UTC.

    Raises:
        ValueError: If its beginning is open: nothing recurs from there.
    """
    if window.start is None:
        raise ValueError("a series needs windows that begin")
    return window.start.astimezone(UTC)


def _wall(window: EventWindow) -> datetime:
    assert window.start is not None
    return window.start.replace(tzinfo=None)


def _shifted(first: EventWindow, start: datetime) -> EventWindow:
    """Return a window like the first that starts at this wall time; months keep their lengths."""
    assert first.start is not None
    end = None if first.end is None else start + _length(first, first.start, first.end)
    return replace(
        first,
        start=_on_the_wall(start, first.zone),
        end=None if end is None else _on_the_wall(end, first.zone),
    )


def _length(first: EventWindow, start: datetime, end: datetime) -> timedelta | relativedelta:
    if first.precision in _LONG:
        return relativedelta(months=(end.year - start.year) * 12 + end.month - start.month)
    return end.replace(tzinfo=None) - start.replace(tzinfo=None)


def _on_the_wall(naive: datetime, zone: ZoneInfo) -> datetime:
    """Return a wall time in its zone; one that the clocks skip moves on by what they skip."""
    return naive.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
