"""When a channel gets its digest."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import WorkingCalendar

EVERY_DAY = frozenset(range(7))
_WORKING_WEEK = frozenset(range(5))
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DigestTime:
    """An hour on some weekdays, by the channel's own wall clock.

    Attributes:
        at: Wall time in the channel's zone.
        weekdays: 0 for Monday to 6 for Sunday.
        unless_empty: Whether a digest with nothing in it stays away.
    """

    at: time
    weekdays: frozenset[int] = EVERY_DAY
    unless_empty: bool = False

    def __post_init__(self) -> None:
        """Refuse a digest that never comes."""
        if not self.weekdays or not self.weekdays <= EVERY_DAY:
            raise ValueError(f"a digest comes on weekdays from 0 to 6, not {set(self.weekdays)}")

    @property
    def is_for_working_days(self) -> bool:
        """Whether it stays away on days off: it comes from Monday to Friday at most."""
        return self.weekdays <= _WORKING_WEEK

    def comes_on(self, day: date, calendar: WorkingCalendar) -> bool:
        """Whether a day has a digest."""
        if day.weekday() not in self.weekdays:
            return False
        return not self.is_for_working_days or calendar.is_working(day)

    def next_after(self, moment: datetime, zone: ZoneInfo, calendar: WorkingCalendar) -> datetime:
        """Return the first digest after an aware moment, in UTC."""
        day = moment.astimezone(zone).date()
        while (at := self._on(day, zone, calendar)) is None or at <= moment:
            day += _ONE_DAY
        return at

    def last_before(self, moment: datetime, zone: ZoneInfo, calendar: WorkingCalendar) -> datetime:
        """Return the last digest before an aware moment, in UTC."""
        day = moment.astimezone(zone).date()
        while (at := self._on(day, zone, calendar)) is None or at >= moment:
            day -= _ONE_DAY
        return at

    def _on(self, day: date, zone: ZoneInfo, calendar: WorkingCalendar) -> datetime | None:
        if not self.comes_on(day, calendar):
            return None
        return datetime.combine(day, self.at, tzinfo=zone).astimezone(UTC)
