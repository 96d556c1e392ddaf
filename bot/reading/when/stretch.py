"""Stretches of wall time, before a zone is put on them, and the calendar they are cut from."""

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.domain.window import Precision
from bot.reading.when.terms import Season, Tense, Unit

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
WEEKEND_HOUR = 18  # on Friday
_FIRST_MONTH = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open stretch of wall time.

    Attributes:
        start: Its first moment, naive; None if open.
        end: The moment after it, naive; None if open.
        precision: What kind of span was named.
        value: The TIMEX3 value.
        timex: The TIMEX3 type.
        approximate: Whether it was hedged.
        other: The other reading of what is ambiguous.
        rrule: The rule (RFC 5545) of what recurs.
    """

    start: datetime | None
    end: datetime | None
    precision: Precision
    value: str
    timex: str = "DATE"
    approximate: bool = False
    other: "Stretch | None" = None
    rrule: str | None = None

    def hedged(self) -> "Stretch":
        """Return the same stretch, approximate."""
        return replace(self, approximate=True, other=self.other and self.other.hedged())


@dataclass(frozen=True, slots=True)
class Reference:
    """From where a phrase is read.

    Attributes:
        now: Wall time of the asking or the publication, naive.
        zone: Where that wall hangs.
        tense: Which way the phrase looks.
        sure: Whether the phrase's own clause tells of the past, and not only the sentence.
        article: Read in a text, so that the day of publication itself may be meant.
        carried: The day last mentioned; today if none was.
        country: ISO 3166 code, for its holidays.
        lunch: From which hour to which lunch is had.
    """

    now: datetime
    zone: ZoneInfo
    tense: Tense = Tense.OPEN
    sure: bool = True
    article: bool = False
    carried: date | None = None
    country: str = "NO"
    lunch: tuple[int, int] = field(default=(11, 13))

    @property
    def today(self) -> date:
        """The day of the asking."""
        return self.now.date()

    def in_exactly(self, elapsed: timedelta) -> datetime:
        """Return the wall time after so much time has passed, whatever the clocks do."""
        moment = self.now.replace(tzinfo=self.zone).astimezone(UTC) + elapsed
        return moment.astimezone(self.zone).replace(tzinfo=None)

    @property
    def looks_back(self) -> bool:
        """Whether the phrase is read in the past."""
        return self.tense is Tense.PAST


def midnight(day: date) -> datetime:
    """Return the moment a day begins."""
    return datetime.combine(day, time())


def shift_months(day: date, months: int) -> date:
    """Return the same day some months on, or the last of a shorter month.

    Raises:
        OverflowError: If that is before the year 1 or after 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(year)
    last = 31 if month in (0, 2, 4, 6, 7, 9, 11) else monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def monday_of(day: date) -> date:
    """Return the Monday of a day's calendar week."""
    return day - day.weekday() * DAY


def weeks_in(year: int) -> int:
    """Return how many ISO weeks a year has."""
    return date(year, 12, 28).isocalendar().week


def season_months(season: Season, year: int) -> tuple[date, date]:
    """Return the first day of a season that begins in a year, and the day after its last."""
    first = date(year, _FIRST_MONTH[season], 1)
    return first, shift_months(first, 3)


def unit_span(unit: Unit, day: date, offset: int = 0) -> tuple[date, date]:
    """Return the first day of the calendar unit that holds a day, and the day after its last.

    Args:
        unit: A day or a longer unit.
        day: A day inside the unit counted from.
        offset: How many units later (or, below zero, earlier).
    """
    match unit:
        case Unit.DAY | Unit.WORKDAY | Unit.NIGHT | Unit.SECOND | Unit.MINUTE | Unit.HOUR:
            return day + offset * DAY, day + (offset + 1) * DAY
        case Unit.WEEK | Unit.FORTNIGHT:
            weeks = 2 if unit is Unit.FORTNIGHT else 1
            first = monday_of(day) + 7 * offset * weeks * DAY
            return first, first + 7 * weeks * DAY
        case Unit.WEEKEND:
            first = monday_of(day) + (4 + 7 * offset) * DAY
            return first, first + 3 * DAY
        case Unit.MONTH | Unit.QUARTER | Unit.THIRD | Unit.HALF:
            return _months_span(unit, day, offset)
        case Unit.YEAR | Unit.DECADE | Unit.CENTURY:
            length = _YEARS[unit]
            year = day.year - day.year % length + offset * length
            first = shift_months(date(day.year, 1, 1), 12 * (year - day.year))
            return first, shift_months(first, 12 * length)
        case _:
            assert_never(unit)


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.THIRD: 4, Unit.HALF: 6}
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}


def _months_span(unit: Unit, day: date, offset: int) -> tuple[date, date]:
    months = _MONTHS[unit]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return shift_months(first, offset * months), shift_months(first, (offset + 1) * months)


def unit_precision(unit: Unit) -> Precision:
    """Return the precision of a window that is one unit long."""
    match unit:
        case Unit.SECOND | Unit.MINUTE | Unit.HOUR:
            return Precision.MINUTE
        case Unit.DAY | Unit.WORKDAY:
            return Precision.DAY
        case Unit.NIGHT:
            return Precision.PART_OF_DAY
        case Unit.WEEK | Unit.FORTNIGHT:
            return Precision.WEEK
        case Unit.WEEKEND:
            return Precision.WEEKEND
        case Unit.MONTH:
            return Precision.MONTH
        case Unit.QUARTER:
            return Precision.QUARTER
        case Unit.YEAR:
            return Precision.YEAR
        case Unit.THIRD | Unit.HALF | Unit.DECADE | Unit.CENTURY:
            return Precision.RANGE
        case _:
            assert_never(unit)


def unit_stretch(unit: Unit, day: date, offset: int = 0) -> Stretch:
    """Return the stretch of the calendar unit that holds a day, or one counted from it."""
    first, after = unit_span(unit, day, offset)
    start = midnight(first)
    if unit is Unit.WEEKEND:
        start += timedelta(hours=WEEKEND_HOUR)
    return Stretch(start, midnight(after), unit_precision(unit), unit_value(unit, first))


def unit_value(unit: Unit, first: date) -> str:
    """Return the TIMEX3 value of a calendar unit, by its first day."""
    match unit:
        case Unit.WEEK | Unit.FORTNIGHT | Unit.WEEKEND:
            iso = first.isocalendar()
            return f"{iso.year}-W{iso.week:02}" + ("-WE" if unit is Unit.WEEKEND else "")
        case Unit.MONTH:
            return f"{first:%Y-%m}"
        case Unit.QUARTER | Unit.THIRD | Unit.HALF:
            return f"{first:%Y}-{unit.value}{(first.month - 1) // _MONTHS[unit] + 1}"
        case Unit.YEAR:
            return f"{first.year:04}"
        case Unit.DECADE:
            return f"{first.year // 10:03}"
        case Unit.CENTURY:
            return f"{first.year // 100:02}"
        case Unit.SECOND | Unit.MINUTE | Unit.HOUR | Unit.DAY | Unit.WORKDAY | Unit.NIGHT:
            return first.isoformat()
        case _:
            assert_never(unit)


def season_value(season: Season, year: int) -> str:
    """Return the TIMEX3 value of a season; winter is named by the year in which it began."""
    return f"{year}-{season.value}"


def day_stretch(day: date) -> Stretch:
    """Return one whole day."""
    return unit_stretch(Unit.DAY, day)
