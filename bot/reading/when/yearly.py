"""Which year's date, month, week, season or feast is meant."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import assert_never

from bot.domain.window import Precision
from bot.reading.when.feasts import feast_days
from bot.reading.when.phrase import DayMonth, Month, Numbered, Yearly
from bot.reading.when.stretch import (
    DAY,
    Reference,
    Stretch,
    day_stretch,
    midnight,
    season_months,
    season_value,
    unit_precision,
    unit_span,
    unit_stretch,
    unit_value,
    weeks_in,
)
from bot.reading.when.terms import Feast, Season, Tense, Unit, Which

_MOST = {Unit.QUARTER: 4, Unit.HALF: 2, Unit.THIRD: 3}
_LONGEST_WAIT = 9  # years; 29 February may be away that long
_WEEKDAY_SEARCH = 2  # years
_JUST_GONE = timedelta(days=14)
_LONG_GONE = timedelta(days=270)
_SOON = timedelta(days=75)
_ACCOUNTS = timedelta(days=50)  # within which a quarter's results come out


def yearly(node: Yearly, ref: Reference) -> Stretch | None:
    """Return when something that comes once a year is meant to come, or None if it can't."""
    if node.year is not None:
        winter = node.what is Season.WINTER and not node.begins
        return _winter_of(node.year, ref) if winter else _in_year(node.what, node.year, ref)
    if node.years_on is not None:
        return _in_year(node.what, ref.today.year + node.years_on, ref)
    match node.which:
        case Which.NEXT:
            return _next(node, ref)
        case Which.LAST:
            return _latest(node, ref, before=True)
        case Which.PREVIOUS:
            return _latest(node, _from_carried(ref), before=True)
        case Which.FOLLOWING | Which.SAME:
            return _first(node, _from_carried(ref))
        case Which.AFTER_NEXT:
            return _in_year(node.what, ref.today.year + 2, ref)
        case Which.PLAIN | Which.THIS | Which.COMING:
            return _nearest(node, ref)
        case _:
            assert_never(node.which)


def _winter_of(year: int, ref: Reference) -> Stretch | None:
    """The winter of a year is the one most of which lies in it; the other begins in it."""
    most, begun = _in_year(Season.WINTER, year - 1, ref), _in_year(Season.WINTER, year, ref)
    return replace(most, value=season_value(Season.WINTER, year), other=begun) if most else None


def _from_carried(ref: Reference) -> Reference:
    return replace(ref, now=midnight(ref.carried)) if ref.carried else ref


def _nearest(node: Yearly, ref: Reference) -> Stretch | None:
    by_weekday = _by_weekday(node, ref)
    if by_weekday:
        return by_weekday
    behind, ahead = _latest(node, ref, before=False), _first(node, ref)
    if ref.article and ref.tense is Tense.OPEN and _is_reported_on(node.what):
        return _closer(behind, ahead, ref)
    if not ref.article or not isinstance(node.what, DayMonth | Month | Feast):
        return behind if ref.looks_back else ahead
    if ref.looks_back:
        return behind if ref.sure else _unless_long_gone(behind, ahead, ref)
    if ref.tense is Tense.OPEN and not isinstance(node.what, Month):
        return _nearer(behind, ahead, ref)
    return ahead


def _unless_long_gone(
    behind: Stretch | None, ahead: Stretch | None, ref: Reference
) -> Stretch | None:
    """In print, a date most of a year ago is told with its year: the one soon to come is meant."""
    if behind is None or behind.start is None or ahead is None or ahead.start is None:
        return behind
    gone, to_come = ref.now - behind.start, ahead.start - ref.now
    return ahead if gone > _LONG_GONE and to_come < _SOON else behind


def _nearer(behind: Stretch | None, ahead: Stretch | None, ref: Reference) -> Stretch | None:
    """In print, where no verb tells, a date just gone is meant rather than one far ahead."""
    if behind is None or behind.start is None or ahead is None or ahead.start is None:
        return ahead
    gone, to_come = ref.now - behind.start, ahead.start - ref.now
    return behind if gone < _JUST_GONE and to_come > 2 * gone else ahead


def _is_reported_on(what: DayMonth | Month | Numbered | Season | Feast) -> bool:
    return isinstance(what, Numbered) and what.unit is not Unit.WEEK


def _closer(behind: Stretch | None, ahead: Stretch | None, ref: Reference) -> Stretch | None:
    """In print, where no verb tells, a quarter is the one on, or one of which accounts come now."""
    if behind is None or behind.end is None or ahead is None or ahead.start is None:
        return ahead
    gone = ref.now - behind.end
    return behind if gone < min(_ACCOUNTS, ahead.start - ref.now) else ahead


def _next(node: Yearly, ref: Reference) -> Stretch | None:
    """The one of the next calendar year for seasons and feasts, else the first yet to begin."""
    if isinstance(node.what, Season | Feast):
        chosen = _in_year(node.what, ref.today.year + 1, ref)
        first = _first_to_begin(node, ref)
        if chosen and first and first.start != chosen.start:
            return replace(chosen, other=first)
        return chosen
    return _first_to_begin(node, ref)


def _first_to_begin(node: Yearly, ref: Reference) -> Stretch | None:
    return next((s for s in _from(node, ref) if s.start and s.start > ref.now), None)


def _first(node: Yearly, ref: Reference) -> Stretch | None:
    """The first not over yet; a single day is not over on the day itself."""
    return next((s for s in _from(node, ref) if s.end and s.end > ref.now), None)


def _latest(node: Yearly, ref: Reference, *, before: bool) -> Stretch | None:
    """The latest that has begun, or that is over if ``before``."""
    for stretch in _back(node, ref):
        side = stretch.end if before else stretch.start
        if side and side <= ref.now:
            return stretch
    return None


def _from(node: Yearly, ref: Reference) -> Iterator[Stretch]:
    for year in range(ref.today.year - 1, ref.today.year + _LONGEST_WAIT):
        if stretch := _in_year(node.what, year, ref):
            yield stretch


def _back(node: Yearly, ref: Reference) -> Iterator[Stretch]:
    for year in range(ref.today.year + 1, ref.today.year - _LONGEST_WAIT, -1):
        if stretch := _in_year(node.what, year, ref):
            yield stretch


def _by_weekday(node: Yearly, ref: Reference) -> Stretch | None:
    """The nearest year in which the date falls on the weekday said, if one is near."""
    what = node.what
    if not isinstance(what, DayMonth) or what.weekday is None:
        return None
    years = [ref.today.year + n for n in range(-_WEEKDAY_SEARCH, _WEEKDAY_SEARCH + 1)]
    days = [day for year in years if (day := _day(what, year)) and day.weekday() == what.weekday]
    ahead = [day for day in days if day >= ref.today]
    behind = [day for day in reversed(days) if day <= ref.today]
    ordered = behind + ahead if ref.tense is Tense.PAST else ahead + behind
    return day_stretch(ordered[0]) if ordered else None


def _day(what: DayMonth, year: int) -> date | None:
    try:
        return date(year, what.month, what.day)
    except ValueError:  # 29 February
        return None


def _in_year(
    what: DayMonth | Month | Numbered | Season | Feast, year: int, ref: Reference
) -> Stretch | None:
    if not MINYEAR < year < MAXYEAR:
        return None  # it may begin in the year before, or end in the one after
    match what:
        case DayMonth():
            day = _day(what, year)
            return day_stretch(day) if day else None
        case Month():
            return unit_stretch(Unit.MONTH, date(year, what.number, 1))
        case Numbered():
            return _numbered(what, year)
        case Season():
            first, after = season_months(what, year)
            value = season_value(what, year)
            return Stretch(midnight(first), midnight(after), Precision.SEASON, value)
        case Feast():
            return _feast(what, year, ref.country)
        case _:
            assert_never(what)


def _numbered(what: Numbered, year: int) -> Stretch | None:
    if not 1 <= what.number <= _MOST.get(what.unit, weeks_in(year)):
        return None
    if what.unit is Unit.WEEK:
        return unit_stretch(Unit.WEEK, date.fromisocalendar(year, what.number, 1))
    first, after = unit_span(what.unit, date(year, 1, 1), what.number - 1)
    precision = unit_precision(what.unit)
    return Stretch(midnight(first), midnight(after), precision, unit_value(what.unit, first))


def _feast(feast: Feast, year: int, country: str) -> Stretch:
    first, last = feast_days(feast, year, country)
    if first == last:
        return day_stretch(first)
    value = f"{year}" if feast is Feast.TURN_OF_THE_YEAR else first.isoformat()
    stretch = Stretch(midnight(first), midnight(last + DAY), Precision.RANGE, value)
    vague = feast in (Feast.TURN_OF_THE_YEAR, Feast.EARLY_IN_THE_YEAR)
    return stretch.hedged() if vague else stretch
