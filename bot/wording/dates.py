"""Dates, hours and windows as a reader's language writes them."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import assert_never
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_location

from bot.domain.language import Language, translatable
from bot.domain.window import INSTANT, EventWindow, Precision, require_zone
from bot.wording.words import Words

_WEEK = timedelta(days=7)
BABEL_LOCALES = {Language.NB: "nb_NO", Language.NN: "nn_NO", Language.EN: "en_GB"}
_NIGHT = (0, 6)
_PARTS = {
    (6, 12): translatable("in the morning"),
    (9, 12): translatable("late in the morning"),
    (12, 18): translatable("in the afternoon"),
    (18, 0): translatable("in the evening"),
}
_SEASONS = {
    3: translatable("spring {year}"),
    6: translatable("summer {year}"),
    9: translatable("autumn {year}"),
    12: translatable("winter {year}–{short}"),
}


def day(moment: date, words: Words, now: date) -> str:
    """Return a day: "tirsdag 2. desember"; the year stands there when it is not this year's."""
    return _with_year("EEEE d. MMMM", "EEEE d MMMM", moment, words, now)


def short_day(moment: date, words: Words, now: date) -> str:
    """Return a day for a narrow column: "2. des."."""
    return _with_year("d. MMM", "d MMM", moment, words, now)


def clock(moment: datetime | time, words: Words) -> str:
    """Return an hour: "kl. 14.30", "14:30"."""
    return words.say("{hour}:{minute}", hour=f"{moment:%H}", minute=f"{moment:%M}")


def day_and_clock(moment: datetime, words: Words, now: date) -> str:
    """Return a minute: "tirsdag 2. desember kl. 14.30"."""
    return words.say(
        "{day} at {clock}", day=day(moment.date(), words, now), clock=clock(moment, words)
    )


def hours(start: datetime, end: datetime, words: Words) -> str:
    """Return hours of one day: "kl. 14.00–16.00"."""
    return f"{clock(start, words)}–{_hour_alone(end, words)}"


def part_of_day(span: EventWindow, words: Words) -> str:
    """Return a part of a day without the day: "om formiddagen"; nothing for any other window."""
    if span.precision is not Precision.PART_OF_DAY or span.start is None or span.end is None:
        return ""
    hours = (span.start.hour, span.end.hour)
    if hours == _NIGHT:
        weekday = _pattern("EEEE", span.start.date(), words)
        return words.say("the night before {day}", day=weekday)
    return words.say(_PARTS[hours]) if hours in _PARTS else ""


def elapsed(time: timedelta, words: Words) -> str:
    """Return a length of time in the largest unit that fits: "3 timer", "2 dager"."""
    minutes = max(1, round(time.total_seconds() / 60))
    if minutes < 60:
        return words.count("{number} minute", "{number} minutes", minutes)
    if minutes < 48 * 60:
        return words.count("{number} hour", "{number} hours", round(minutes / 60))
    return words.count("{number} day", "{number} days", round(minutes / 60 / 24))


def window(span: EventWindow, words: Words, now: datetime) -> str:
    """Return a window as an editor would write it, never finer than it is known.

    Args:
        span: What to write; its hours are said by the reader's clock, and beside them by the
            clock of its own zone, where that shows another hour.
        words: The reader's language.
        now: What tells which year goes without saying; aware, in the reader's zone.
    """
    # Equal windows may stand in different zones, and the hour that comes twice is equal to itself.
    passes = tuple(side.fold for side in (span.start, span.end) if side)
    return _window(span, span.zone, passes, words.language, require_zone(now), now.date())


@lru_cache(maxsize=2_000)  # what is due at one moment is mostly expected in the same few windows
def _window(
    span: EventWindow,
    _zone: ZoneInfo,
    _passes: tuple[int, ...],
    language: Language,
    here: ZoneInfo,
    today: date,
) -> str:
    words, now = Words(language), datetime.combine(today, time(), here)
    said = _span(span.seen_from(here), words, today)
    said = words.say("around {when}", when=said) if span.approximate else said
    there = elsewhere(span, words, now)
    return f"{said} ({there})" if there else said


def elsewhere(span: EventWindow, words: Words, now: datetime) -> str:
    """Return the hours of a window where they were named: "kl. 10.00 i New York".

    Args:
        span: What was named, in the zone in which it was.
        words: The reader's language.
        now: Aware, in the reader's zone.

    Returns:
        Nothing where the reader's clock shows the same, or no hour was named; for a part of a
        day, which is another one elsewhere, the place alone.
    """
    zone = require_zone(now)
    seen = span if zone is span.zone else span.on_days_of(zone)
    if seen.start == span.start and seen.end == span.end:
        return ""
    city = get_timezone_location(
        span.zone, locale=BABEL_LOCALES[words.language], return_city=True
    ).rpartition("/")[2]
    if span.precision is Precision.PART_OF_DAY:
        return words.say("in {place}", place=city)
    if not span.is_clocked:
        return ""
    return words.say("{when} in {place}", when=_hours_there(span, words, now), place=city)


def _hours_there(span: EventWindow, words: Words, now: datetime) -> str:
    """Return the hours alone where the day is the same there; the whole window where it isn't."""
    start = None if span.precision is Precision.DEADLINE else span.start
    end = None if span.precision is Precision.MINUTE else span.end
    sides = [side for side in (start, end) if side is not None]
    days = {day for side in sides for day in (side.date(), side.astimezone(now.tzinfo).date())}
    if len(days) > 1:
        return _span(span, words, now.date())
    if start is not None and end is not None:
        return hours(start, end, words)
    return clock(sides[0], words)


def _span(span: EventWindow, words: Words, now: date) -> str:
    if span.precision is Precision.DEADLINE and span.end is not None:
        return words.say("by {when}", when=_last(span.end, words, now))
    if span.end is None:
        assert span.start is not None
        return words.say("from {when}", when=_first(span.start, words, now))
    if span.start is None:
        return words.say("until {when}", when=_last(span.end, words, now))
    return _closed_span(span, span.start, span.end, words, now)


def _closed_span(span: EventWindow, start: datetime, end: datetime, words: Words, now: date) -> str:
    last = (end - INSTANT).date()
    match span.precision:
        case Precision.MINUTE:
            return day_and_clock(start, words, now)
        case Precision.PART_OF_DAY:
            return _part_of_day(start, end, words, now)
        case Precision.WEEKEND:
            return words.say("the weekend of {days}", days=_days(start.date(), last, words, now))
        case Precision.WEEK if _is_calendar_week(start, end):
            number = start.isocalendar().week
            days = _days(start.date(), last, words, now)
            return words.say("week {number}, {days}", number=number, days=days)
        case Precision.MONTH if start.day == 1 and end.day == 1 and last.month == start.month:
            return _pattern("LLLL y", start.date(), words)
        case Precision.SEASON if start.day == 1 and start.month in _SEASONS:
            short = f"{last:%y}"
            return words.say(_SEASONS[start.month], year=start.year, short=short)
        case Precision.QUARTER if start.day == 1:
            quarter = (start.month + 2) // 3
            return words.say("Q{quarter} {year}", quarter=quarter, year=start.year)
        case Precision.YEAR if (start.month, start.day, last.year) == (1, 1, start.year):
            return str(start.year)
        case (
            Precision.DAY
            | Precision.WEEK
            | Precision.MONTH
            | Precision.SEASON
            | Precision.QUARTER
            | Precision.YEAR
        ):  # one that is under way began at some minute, which means nothing
            return _days(start.date(), last, words, now)
        case Precision.RANGE | Precision.DEADLINE:
            return _range(start, end, words, now)
        case _:
            assert_never(span.precision)


def _is_calendar_week(start: datetime, end: datetime) -> bool:
    monday = start.weekday() == 0 and start.time() == end.time() == datetime.min.time()
    return monday and end.date() - start.date() == _WEEK


def _range(start: datetime, end: datetime, words: Words, now: date) -> str:
    last = (end - INSTANT).date()
    if _is_midnight(start) and _is_midnight(end):
        return _days(start.date(), last, words, now)
    if last == start.date():
        return words.say(
            "{day}, {begin}–{end}",
            day=day(last, words, now),
            begin=clock(start, words),
            end=_hour_alone(end, words),
        )
    return words.say(
        "{begin} to {end}", begin=_first(start, words, now), end=_last(end, words, now)
    )


def _part_of_day(start: datetime, end: datetime, words: Words, now: date) -> str:
    said = day(start.date(), words, now)
    match start.hour, end.hour:
        case 6, 12:
            return words.say("{day}, in the morning", day=said)
        case 9, 12:
            return words.say("{day}, late in the morning", day=said)
        case 12, 18:
            return words.say("{day}, in the afternoon", day=said)
        case 18, 0:
            return words.say("{day}, in the evening", day=said)
        case 0, 6:
            return words.say("the night before {day}", day=said)
        case _:
            return _range(start, end, words, now)


def _days(first: date, last: date, words: Words, now: date) -> str:
    """Return a span of days: "24.–26. oktober", "1. mars–31. mai 2026", or the one day."""
    if first == last:
        return day(last, words, now)
    dotted = words.language is not Language.EN
    if (first.year, first.month) == (last.year, last.month):
        begin = f"{first.day}." if dotted else f"{first.day}"
    else:
        begin = _with_year("d. MMMM", "d MMMM", first, words, last)  # one year is said once
    return f"{begin}–{_with_year('d. MMMM', 'd MMMM', last, words, now)}"


def _first(start: datetime, words: Words, now: date) -> str:
    if _is_midnight(start):
        return day(start.date(), words, now)
    return day_and_clock(start, words, now)


def _last(end: datetime, words: Words, now: date) -> str:
    if _is_midnight(end):
        return day((end - INSTANT).date(), words, now)
    return day_and_clock(end, words, now)


def _hour_alone(moment: datetime, words: Words) -> str:
    """Return an hour that follows another: the "16" of "kl. 14–16"."""
    separator = ":" if words.language is Language.EN else "."
    hour = "24" if _is_midnight(moment) else f"{moment:%H}"
    return f"{hour}{separator}{moment:%M}"


def _is_midnight(moment: datetime) -> bool:
    return (moment.hour, moment.minute) == (0, 0)


def _with_year(dotted: str, plain: str, moment: date, words: Words, now: date) -> str:
    pattern = plain if words.language is Language.EN else dotted
    return _pattern(pattern if moment.year == now.year else f"{pattern} y", moment, words)


def _pattern(pattern: str, moment: date, words: Words) -> str:
    return _formatted(moment, pattern, BABEL_LOCALES[words.language])


@lru_cache(maxsize=2_000)  # what is due at one moment names the same few days
def _formatted(moment: date, pattern: str, locale: str) -> str:
    return format_date(moment, pattern, locale=locale)
