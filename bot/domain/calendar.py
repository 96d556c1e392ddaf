"""A newsroom's working days."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from bot.domain.working_hours import MONDAY_TO_FRIDAY

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days a newsroom's office works.

    Attributes:
        country: ISO 3166-1 alpha-2 code; its public holidays are days off.
        days_off: Further days off of the newsroom's own.
        weekdays: On which it works, 0 for Monday to 6 for Sunday.
    """

    country: str
    days_off: frozenset[date] = frozenset()
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY

    def is_working(self, day: date) -> bool:
        """Whether the office works on a day."""
        return (
            day.weekday() in self.weekdays
            and day not in self.days_off
            and day not in public_holidays(self.country, day.year)
        )

    def shift(self, day: date, working_days: int) -> date:
        """Return the day that many working days later, or earlier for a negative number.

        The day itself never counts: one working day before a Monday is the Friday.
        """
        step = _ONE_DAY if working_days > 0 else -_ONE_DAY
        for _ in range(abs(working_days)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def on_or_after(self, day: date) -> date:
        """Return the first working day from this one on."""
        return day if self.is_working(day) else self.shift(day, 1)

    def on_or_before(self, day: date) -> date:
        """Return the last working day up to this one."""
        return day if self.is_working(day) else self.shift(day, -1)


@cache
def public_holidays(country: str, year: int) -> frozenset[date]:
    """Return a country's public holidays in one year; none for a country nobody has listed."""
    from holidays import country_holidays  # noqa: PLC0415  a slow import, and few need it

    try:
        return frozenset(country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()


def has_listed_holidays(country: str) -> bool:
    """Whether anybody has listed the public holidays of a country, by its two letters."""
    from holidays import list_supported_countries  # noqa: PLC0415  a slow import, and few need it

    return len(country) == len("NO") and country in list_supported_countries()
