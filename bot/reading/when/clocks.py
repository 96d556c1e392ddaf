"""Times on the clock and parts of the day, on the day they are said of."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.domain.window import Precision
from bot.reading.when.phrase import LAST_AFTERNOON_HOUR, Clock, Parted, Relative, Timed
from bot.reading.when.stretch import DAY, MINUTE, Reference, Stretch, midnight
from bot.reading.when.terms import DayPart, Tense, Unit

_NIGHT_ENDS = 6
_FIRST_MORNING_HOUR = 5  # "at six" is in the afternoon, but people are up at six, too
_NOON = 12
_EVENING = 18
_MIDNIGHT = 24  # that ends the day
_LATE_PARTS = (DayPart.AFTERNOON, DayPart.EVENING, DayPart.TONIGHT)


def part_hours(part: DayPart, ref: Reference) -> tuple[int, int]:
    """Return from which hour to which a part of the day lasts; 24 and more is the day after."""
    match part:
        case DayPart.MORNING:
            return 6, 12
        case DayPart.FORENOON:
            return 9, 12
        case DayPart.LUNCH:
            return ref.lunch
        case DayPart.AFTERNOON:
            return 12, 18
        case DayPart.EVENING | DayPart.TONIGHT:
            return 18, 24
        case DayPart.NIGHT:
            return 24, 30
        case _:
            assert_never(part)


def _part_mark(part: DayPart) -> str:
    """Return the TIMEX3 mark of a part of the day, which knows no forenoon."""
    match part:
        case DayPart.MORNING | DayPart.FORENOON:
            return "MO"
        case DayPart.LUNCH:
            return "MI"
        case DayPart.AFTERNOON:
            return "AF"
        case DayPart.EVENING:
            return "EV"
        case DayPart.NIGHT | DayPart.TONIGHT:
            return "NI"
        case _:
            assert_never(part)


def parted(node: Parted, ref: Reference, day: Stretch | None) -> Stretch | None:
    """Return a part of a day, of today if none was named."""
    if day is not None and day.start is None:
        return None
    base = day.start if day and day.start else midnight(ref.today)
    base = midnight(base.date())
    first, after = part_hours(node.part, ref)
    if node.part is DayPart.NIGHT and (node.leading or _is_this_night(node, ref)):
        first, after = first - 24, after - 24
    start, end = base + timedelta(hours=first), base + timedelta(hours=after)
    start, end = (_from_zone(side, node.zone, ref) for side in (start, end))
    value, kind = f"{base:%Y-%m-%d}T{_part_mark(node.part)}", "TIME"
    if not node.told:
        value, kind = f"{base:%Y-%m-%d}", "DATE"
    approximate = node.edge is not None or node.part is DayPart.LUNCH
    found = Stretch(start, end, Precision.PART_OF_DAY, value, kind, approximate)
    if day and day.other and day.other.start:
        return replace(
            found, other=parted(replace(node, day=None), ref, replace(day.other, other=None))
        )
    return found


def _is_this_night(node: Parted, ref: Reference) -> bool:
    """Whether "i natt" is the night that has been, or that still is."""
    today = node.day is None or node.day == Relative(Unit.DAY, 0)
    return today and (ref.looks_back or ref.now.hour < _NIGHT_ENDS)


def timed(node: Timed, ref: Reference, day: Stretch | None) -> Stretch | None:
    """Return the minute of a clock, or the span from one clock to another."""
    if day is not None and day.start is None:
        return None
    base = midnight((day.start if day and day.start else ref.now).date())
    part = node.part
    if part is DayPart.NIGHT and day is None:
        base += DAY if ref.now.hour >= _NIGHT_ENDS and not ref.looks_back else timedelta()
    if isinstance(node.day, Parted) and node.day.leading and node.clock.hour >= _EVENING:
        base -= DAY  # "kl. 23 natt til søndag" is on Saturday
    clock = _as_said(node)
    start = _moment(base, clock, part, follows=day is not None)
    passed = day is None and start <= ref.now and not ref.article
    if passed and _looks_ahead(ref) and part is not DayPart.NIGHT:
        start += DAY
        base += DAY
    if day is None and clock.hour == _MIDNIGHT and not node.until and not _looks_ahead(ref):
        start -= DAY  # "like over midnatt ble han pågrepet"
        base -= DAY
    value = start.isoformat(timespec="minutes")
    if clock.hour == _MIDNIGHT and not clock.minute:
        value = f"{start - DAY:%Y-%m-%d}T24:00"
    start = _from_zone(start, node.clock.zone, ref)
    found = Stretch(start, start + MINUTE, Precision.MINUTE, value, "TIME")
    if node.until:
        end = _moment(base, node.until, part, follows=day is not None)
        end = _from_zone(end, node.until.zone or node.clock.zone, ref)
        end = end if end > start else end + DAY
        found = replace(found, end=end, precision=Precision.RANGE)
    found = found.hedged() if node.clock.approximate else found
    if day and day.other and day.other.start:
        other = timed(node, ref, replace(day.other, other=None))
        return replace(found, other=other)
    other_half = None if ref.article else _other_half(node)
    return replace(found, other=timed(other_half, ref, day)) if other_half else found


def _as_said(node: Timed) -> Clock:
    """Return the clock as its phrase means it; hours from midnight on begin with their day."""
    clock = node.clock
    if node.until:
        return replace(clock, hour=0) if clock.hour == _MIDNIGHT else clock
    return replace(clock, half_day=False) if clock.as_written else clock


def _other_half(node: Timed) -> Timed | None:
    """Return a typed time in the half of the day that was not taken; None where that is clear."""
    clock = node.clock
    told = node.part is not None or (isinstance(node.day, Parted) and node.day.leading)
    by_habit = clock.half_day and _FIRST_MORNING_HOUR <= clock.hour <= LAST_AFTERNOON_HOUR
    if told or node.until or not (by_habit or clock.as_written):
        return None
    hour = clock.hour + _NOON if clock.as_written else clock.hour
    return replace(node, clock=replace(clock, hour=hour, half_day=False, as_written=False))


def _from_zone(moment: datetime, zone: str | None, ref: Reference) -> datetime:
    """Return a wall time of another zone as the wall here shows it."""
    if zone is None:
        return moment
    return moment.replace(tzinfo=ZoneInfo(zone)).astimezone(ref.zone).replace(tzinfo=None)


def _looks_ahead(ref: Reference) -> bool:
    return ref.tense is not Tense.PAST


def _moment(base: datetime, clock: Clock, part: DayPart | None, *, follows: bool) -> datetime:
    """Return a clock's moment on a day, the half of the day told by its part or by habit."""
    hour = clock.hour
    if part in _LATE_PARTS and hour < _NOON:
        hour += _NOON
    elif part is DayPart.NIGHT:
        late = hour >= 9 and follows  # "tirsdag natt kl. 01" is after midnight, kl. 23 before
        hour = hour % 24 + (0 if late else 24 if follows else 0)
    elif part is None and clock.half_day and hour <= LAST_AFTERNOON_HOUR:
        hour += _NOON
    return base + timedelta(hours=hour, minutes=clock.minute)
