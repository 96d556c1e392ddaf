"""Recurrences as rules of RFC 5545, with their first window."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from bot.reading.when.clocks import parted, timed
from bot.reading.when.phrase import Each, Month, Parted, Timed, Yearly
from bot.reading.when.stretch import (
    DAY,
    Reference,
    Stretch,
    day_stretch,
    midnight,
    season_months,
    unit_precision,
    unit_stretch,
)
from bot.reading.when.terms import DayPart, Tense, Unit
from bot.reading.when.yearly import yearly

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = {
    Unit.SECOND: ("SECONDLY", 1),
    Unit.MINUTE: ("MINUTELY", 1),
    Unit.HOUR: ("HOURLY", 1),
    Unit.DAY: ("DAILY", 1),
    Unit.NIGHT: ("DAILY", 1),
    Unit.WEEK: ("WEEKLY", 1),
    Unit.FORTNIGHT: ("WEEKLY", 2),
    Unit.MONTH: ("MONTHLY", 1),
    Unit.QUARTER: ("MONTHLY", 3),
    Unit.THIRD: ("MONTHLY", 4),
    Unit.HALF: ("MONTHLY", 6),
    Unit.YEAR: ("YEARLY", 1),
    Unit.DECADE: ("YEARLY", 10),
    Unit.CENTURY: ("YEARLY", 100),
}
_ANY_YEAR = 2000
_ANY_ZONE = ZoneInfo("UTC")
_SMALL = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)


def each(node: Each, ref: Reference, until: Stretch | None = None) -> Stretch | None:
    """Return the first window of what recurs, with its rule; None if it never comes.

    Args:
        node: What was said.
        ref: When and where.
        until: When the phrase says that it comes for the last time.
    """
    rule = rule_of(node)
    if node.attributive or (node.adverb and ref.article):
        return replace(_nowhere(node), rrule=rule)
    first = _first_window(node, ref, rule)
    if first is None or _ends_before(node, until, first):
        return None
    whole = ";".join([rule, *_end_parts(node, until)])
    return replace(first, rrule=whole, timex="SET", value=_set_value(node), other=None)


def _ends_before(node: Each, until: Stretch | None, first: Stretch) -> bool:
    """Whether the last day named lies before the first time, or can't be found."""
    if node.until is None and node.within is None:
        return False
    if until is None or until.end is None or first.start is None:
        return True
    return until.end <= first.start


def _end_parts(node: Each, until: Stretch | None) -> list[str]:
    """Return where the rule ends, by the wall clock of its zone, like the rest of it."""
    if until is not None and until.end is not None:
        return [f"UNTIL={until.end - timedelta(seconds=1):%Y%m%dT%H%M%S}"]
    return [f"COUNT={node.count}"] if node.count else []


def _nowhere(node: Each) -> Stretch:
    return Stretch(None, None, unit_precision(node.unit), _set_value(node), "SET")


def rule_of(node: Each) -> str:
    """Return the rule (RFC 5545, section 3.3.10) of what recurs."""
    frequency, times = _FREQUENCIES[node.unit]
    if node.month_day is not None or node.nth is not None:
        frequency, times = "MONTHLY", 1
    parts = [f"FREQ={frequency}"]
    interval = node.interval * times
    if interval > 1:
        parts.append(f"INTERVAL={interval}")
    parts += _by_parts(node)
    return ";".join(parts)


def _by_parts(node: Each) -> list[str]:
    parts = []
    if node.month is not None:
        parts.append(f"BYMONTH={node.month}")
    if node.season is not None:
        parts.append(f"BYMONTH={season_months(node.season, _ANY_YEAR)[0].month}")
    if node.yearly:
        parts += [f"BYMONTH={node.yearly.month}", f"BYMONTHDAY={node.yearly.day}"]
    if node.month_day is not None:
        parts.append(f"BYMONTHDAY={node.month_day}")
    if node.weekdays:
        nth = "" if node.nth is None else str(node.nth)
        parts.append("BYDAY=" + ",".join(f"{nth}{_DAYS[day]}" for day in node.weekdays))
    if node.clock:
        moment = _clock_time(node)
        parts += [f"BYHOUR={moment.hour}", f"BYMINUTE={moment.minute}"]
    return parts


def _clock_time(node: Each) -> datetime:
    """Return the clock on some day, its half of the day decided."""
    assert node.clock is not None
    anyday = Reference(datetime(2024, 1, 1), _ANY_ZONE)  # noqa: DTZ001
    at = timed(Timed(None, node.clock, part=node.part), anyday, day_stretch(anyday.today))
    assert at is not None
    assert at.start is not None
    return at.start


def _first_window(node: Each, ref: Reference, rule: str) -> Stretch | None:
    if node.unit in _SMALL:
        start = ref.now
        return Stretch(start, start + timedelta(minutes=1), unit_precision(node.unit), "", "SET")
    whole = node.season or (Month(node.month) if node.month else None)
    if node.unit is Unit.YEAR and whole and not node.clock:
        return yearly(Yearly(whole), replace(ref, tense=Tense.FUTURE))
    on_days = node.weekdays or node.month_day or node.yearly or node.unit in (Unit.DAY, Unit.NIGHT)
    if not on_days and not node.clock:
        return unit_stretch(node.unit, ref.today, 1)
    begin = ref.now if node.clock else midnight(ref.today + DAY)
    plain = rule.replace(f"INTERVAL={node.interval}", "INTERVAL=1")
    times = rrulestr(plain, dtstart=begin.replace(second=0, microsecond=0))
    try:
        first = times.after(begin, inc=not node.clock)
    except ValueError:  # after the year 9999
        return None
    return _window_at(node, ref, first) if first else None


def _window_at(node: Each, ref: Reference, first: datetime) -> Stretch | None:
    day = day_stretch(first.date())
    if node.clock:
        return timed(Timed(None, node.clock, node.closing, node.part), ref, day)
    part = DayPart.NIGHT if node.unit is Unit.NIGHT else node.part
    return parted(Parted(None, part), ref, day) if part else day


def _set_value(node: Each) -> str:
    """Return the TIMEX3 value of a set: P1W, XXXX-WXX-1, XXXX-WXX-1TMO."""
    if node.weekdays and len(node.weekdays) == 1 and node.nth is None:
        return f"XXXX-WXX-{node.weekdays[0] + 1}"
    if node.month_day is not None:
        return f"XXXX-XX-{node.month_day:02}"
    if node.yearly:
        return f"XXXX-{node.yearly.month:02}-{node.yearly.day:02}"
    unit = Unit.DAY if node.unit is Unit.NIGHT else node.unit
    if unit in _SMALL:
        return f"PT{node.interval}{unit.value[1]}"
    return f"P{node.interval}{unit.value}"
