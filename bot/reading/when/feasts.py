"""When a holiday falls: by the public holidays of the country, by Easter, or on a fixed day."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from bot.reading.when.terms import Feast

Days = tuple[date, date]  # from the first to the last, both within

_DAY = timedelta(days=1)
_EASTER_OFFSETS: Mapping[Feast, tuple[int, int]] = {
    Feast.SHROVE_TUESDAY: (-47, -47),
    Feast.ASH_WEDNESDAY: (-46, -46),
    Feast.PALM_SUNDAY: (-7, -7),
    Feast.HOLY_WEEK: (-6, 0),
    Feast.MAUNDY_THURSDAY: (-3, -3),
    Feast.GOOD_FRIDAY: (-2, -2),
    Feast.EASTER_EVE: (-1, -1),
    Feast.EASTER: (-2, 1),
    Feast.EASTER_SUNDAY: (0, 0),
    Feast.EASTER_MONDAY: (1, 1),
    Feast.ASCENSION: (39, 39),
    Feast.WHIT_EVE: (48, 48),
    Feast.WHITSUN: (49, 50),
    Feast.WHIT_SUNDAY: (49, 49),
    Feast.WHIT_MONDAY: (50, 50),
}
_FIXED: Mapping[Feast, tuple[int, int]] = {
    Feast.NEW_YEARS_DAY: (1, 1),
    Feast.EPIPHANY: (1, 6),
    Feast.SAMI_DAY: (2, 6),
    Feast.VALENTINES: (2, 14),
    Feast.WOMENS_DAY: (3, 8),
    Feast.ST_PATRICKS: (3, 17),
    Feast.LABOUR_DAY: (5, 1),
    Feast.LIBERATION_DAY: (5, 8),
    Feast.NATIONAL_DAY: (5, 17),
    Feast.JUNETEENTH: (6, 19),
    Feast.MIDSUMMER_EVE: (6, 23),
    Feast.MIDSUMMER_DAY: (6, 24),
    Feast.INDEPENDENCE_DAY: (7, 4),
    Feast.ST_OLAVS_DAY: (7, 29),
    Feast.HALLOWEEN: (10, 31),
    Feast.GUY_FAWKES: (11, 5),
    Feast.VETERANS_DAY: (11, 11),
    Feast.ST_LUCY: (12, 13),
    Feast.LITTLE_CHRISTMAS_EVE: (12, 23),
    Feast.CHRISTMAS_EVE: (12, 24),
    Feast.CHRISTMAS_DAY: (12, 25),
    Feast.BOXING_DAY: (12, 26),
    Feast.THIRD_DAY_OF_CHRISTMAS: (12, 27),
    Feast.NEW_YEARS_EVE: (12, 31),
}
_SPANS: Mapping[Feast, tuple[tuple[int, int], tuple[int, int]]] = {
    Feast.CHRISTMAS: ((12, 24), (12, 26)),
    Feast.EARLY_IN_THE_YEAR: ((1, 1), (1, 31)),
    Feast.BETWEEN_THE_YEARS: ((12, 27), (12, 30)),
}
_BY_WEEKDAY: Mapping[Feast, tuple[int, int, int]] = {  # month, weekday, which one (-1 the last)
    Feast.MLK_DAY: (1, 0, 3),
    Feast.PRESIDENTS_DAY: (2, 0, 3),
    Feast.EARLY_MAY_BANK_HOLIDAY: (5, 0, 1),
    Feast.SPRING_BANK_HOLIDAY: (5, 0, -1),
    Feast.MEMORIAL_DAY: (5, 0, -1),
    Feast.SUMMER_BANK_HOLIDAY: (8, 0, -1),
    Feast.COLUMBUS_DAY: (10, 0, 2),
    Feast.REMEMBRANCE_SUNDAY: (11, 6, 2),
    Feast.THANKSGIVING: (11, 3, 4),
}
_NAMES_IN_LAW: Mapping[Feast, tuple[str, ...]] = {  # as the holidays library names them
    Feast.LABOUR_DAY: ("Labor Day", "Labour Day", "Workers' Day", "May Day"),
    Feast.NATIONAL_DAY: ("Constitution Day", "National Day", "Independence Day"),
    Feast.THANKSGIVING: ("Thanksgiving Day", "Thanksgiving"),
    Feast.EARLY_MAY_BANK_HOLIDAY: ("May Day",),
    Feast.SPRING_BANK_HOLIDAY: ("Spring Bank Holiday",),
    Feast.SUMMER_BANK_HOLIDAY: ("Summer Bank Holiday",),
    Feast.ALL_SAINTS: ("All Saints' Day",),
    Feast.MIDSUMMER_EVE: ("Midsummer Eve",),
    Feast.MIDSUMMER_DAY: ("Midsummer Day",),
}
_THURSDAY_COUNTRIES = frozenset({"NO", "DK", "IS", "FO", "ES", "PH"})  # Easter from Thursday on


def feast_days(feast: Feast, year: int, country: str) -> Days:
    """Return the first and the last day of a feast in a year, as a country keeps it.

    Args:
        feast: Which.
        year: The year it begins in.
        country: ISO 3166 code; unknown ones keep the days that most do.
    """
    if feast in _EASTER_OFFSETS:
        first, last = _EASTER_OFFSETS[feast]
        if feast is Feast.EASTER and country in _THURSDAY_COUNTRIES:
            first = -3
        return easter(year) + first * _DAY, easter(year) + last * _DAY
    if feast in _SPANS:
        begins, ends = _SPANS[feast]
        return date(year, *begins), date(year, *ends)
    if feast is Feast.TURN_OF_THE_YEAR:
        return date(year, 12, 31), date(year + 1, 1, 1)
    if feast is Feast.ADVENT:
        return _advent(year, 1), date(year, 12, 24)
    day = _legal_day(feast, year, country) or _single_day(feast, year, country)
    return day, day


def fixed_day(feast: Feast) -> tuple[int, int] | None:
    """Return the day and the month of a feast that keeps its date, wherever it is kept."""
    if feast not in _FIXED or feast in _NAMES_IN_LAW:
        return None
    month, day = _FIXED[feast]
    return day, month


def _single_day(feast: Feast, year: int, country: str) -> date:
    if feast in _FIXED:
        return date(year, *_FIXED[feast])
    if feast in _BY_WEEKDAY:
        return nth_weekday(year, *_BY_WEEKDAY[feast])
    return _MOVING[feast](year, country)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """Return the nth (-1 is the last) such weekday of a month."""
    if n > 0:
        first = date(year, month, 1)
        return first + ((weekday - first.weekday()) % 7 + 7 * (n - 1)) * _DAY
    last = date(year + month // 12, month % 12 + 1, 1) - _DAY
    return last - ((last.weekday() - weekday) % 7 + 7 * (-n - 1)) * _DAY


def _advent(year: int, n: int) -> date:
    """Return the nth Sunday of Advent; the fourth is the last Sunday before Christmas Day."""
    fourth = date(year, 12, 24)
    fourth -= (fourth.weekday() + 1) % 7 * _DAY
    return fourth - 7 * (4 - n) * _DAY


def _mothers_day(year: int, country: str) -> date:
    if country in ("GB", "IE"):
        return easter(year) - 21 * _DAY
    return nth_weekday(year, 2, 6, 2) if country == "NO" else nth_weekday(year, 5, 6, 2)


def _fathers_day(year: int, country: str) -> date:
    nordic = country in ("NO", "SE", "FI", "IS")
    return nth_weekday(year, 11, 6, 2) if nordic else nth_weekday(year, 6, 6, 3)


def _all_saints(year: int, country: str) -> date:
    return nth_weekday(year, 11, 6, 1) if country == "NO" else date(year, 11, 1)


_MOVING: Mapping[Feast, Callable[[int, str], date]] = {
    Feast.FIRST_ADVENT: lambda year, _: _advent(year, 1),
    Feast.SECOND_ADVENT: lambda year, _: _advent(year, 2),
    Feast.THIRD_ADVENT: lambda year, _: _advent(year, 3),
    Feast.FOURTH_ADVENT: lambda year, _: _advent(year, 4),
    Feast.MOTHERS_DAY: _mothers_day,
    Feast.FATHERS_DAY: _fathers_day,
    Feast.ALL_SAINTS: _all_saints,
    Feast.BLACK_FRIDAY: lambda year, _: nth_weekday(year, 11, 3, 4) + _DAY,
    Feast.CYBER_MONDAY: lambda year, _: nth_weekday(year, 11, 3, 4) + 4 * _DAY,
    Feast.ELECTION_DAY: lambda year, _: nth_weekday(year, 11, 0, 1) + _DAY,
}


def _legal_day(feast: Feast, year: int, country: str) -> date | None:
    """Return the day on which a country's law keeps a feast, where it names it."""
    names = _NAMES_IN_LAW.get(feast)
    if names is None:
        return None
    kept = _kept_days(year, country)
    return next((kept[name] for name in names if name in kept), None)


@lru_cache(maxsize=64)
def _kept_days(year: int, country: str) -> dict[str, date]:
    import holidays  # costs more than all of the reading, and few phrases need it  # noqa: PLC0415

    try:
        kept = holidays.country_holidays(country, years=year, observed=False, language="en_US")
    except NotImplementedError:
        return {}
    return {name: day for day in sorted(kept, reverse=True) for name in kept[day].split("; ")}
