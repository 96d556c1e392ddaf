"""Dates in words and figures: 2. desember, December 2nd, 2.12., 2025-12-02, den 15."""

from calendar import monthrange
from typing import NamedTuple

from bot.reading.when import lexicon as lex
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import DayMonth, DayOfMonth, Month, Yearly
from bot.reading.when.terms import Unit, Which

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_MONTHS = 12
_LEAP_YEAR = 2000  # has every day a month may have


class DayNumber(NamedTuple):
    """A day's number; ``ordinal`` if it was written as one (2., 2nd, second)."""

    day: int
    ordinal: bool


def day_number(words: Words, at: int) -> Match[DayNumber] | None:
    """Read 2, 2., 2nd or "second" as the number of a day."""
    number = words.number(at)
    if number is None:
        word = words.find(at, lex.ORDINAL)
        fits = word and 1 <= word.value <= 31
        return Match(DayNumber(word.value, True), word.end) if word and fits else None
    if not 1 <= number <= 31 or len(words.norm(at)) > 2:
        return None
    if words.glued(at + 1):
        if words.norm(at + 1) in words.words.ordinal_ends:
            return Match(DayNumber(number, True), at + 2)
        if words.norm(at + 1) == "." and words.words.dotted_days:
            return Match(DayNumber(number, True), at + 2)
    return Match(DayNumber(number, False), at + 1)


def year_number(words: Words, at: int) -> Match[int] | None:
    """Read a year in four figures."""
    number = words.number(at)
    if number is None or len(words.norm(at)) != 4 or not _FIRST_YEAR <= number <= _LAST_YEAR:
        return None
    return None if _is_part_of_a_number(words, at) else Match(number, at + 1)


def _is_part_of_a_number(words: Words, at: int) -> bool:
    follows = words.norm(at + 1) in (".", ",", ":", "%") and words.glued(at + 1)
    precedes = words.norm(at - 1) in ("$", "£", "€", "#", "§") or (
        words.norm(at - 1) in (".", ",", ":")
        and words.glued(at)
        and words.glued(at - 1)
        and words.norm(at - 2).isdecimal()
    )
    return (
        precedes
        or (follows and words.glued(at + 2) and words.norm(at + 2).isdecimal())
        or (words.norm(at + 1) == "%")
    )


def month_name(words: Words, at: int) -> Match[int] | None:
    """Read a month, with its hyphen or its genitive if it has one."""
    return words.find(at, lex.MONTH)


def tell_year(words: Words, at: int) -> Match[tuple[int | None, int | None]]:
    """Read the year that closes a date: (year, None), (None, years from now), or neither."""
    inner = at + 1 if words.norm(at) == "," else at
    year = year_number(words, inner)
    if year and not words.find(year.end, lex.ZONE):  # "19 Mar 1830 GMT" is no year 1830
        return Match((year.value, None), year.end)
    inner = words.skip(at, lex.JOINT)
    year = year_number(words, inner)
    if year and not words.find(year.end, lex.ZONE):
        return Match((year.value, None), year.end)
    if words.norm(at) == "'" and words.glued(at + 1) and len(words.norm(at + 1)) == 2:
        short = words.number(at + 1)
        return (
            Match((_century(short), None), at + 2) if short is not None else Match((None, None), at)
        )
    relative = words.find(at, lex.RELATIVE) or words.find(inner, lex.RELATIVE)
    if relative and relative.value[0] is Unit.YEAR:
        return Match((None, relative.value[1]), relative.end)
    return _year_in_words(words, at, inner)


def _year_in_words(words: Words, at: int, inner: int) -> Match[tuple[int | None, int | None]]:
    """Read "neste år", "of this year"."""
    inner = words.skip(inner, lex.ARTICLE)
    which = words.find(inner, lex.WHICH)
    unit = words.find(which.end, lex.UNIT) if which else None
    if which and unit and unit.value is Unit.YEAR:
        on = {Which.THIS: 0, Which.NEXT: 1, Which.LAST: -1, Which.COMING: 1}.get(which.value)
        if on is not None:
            return Match((None, on), unit.end)
    return Match((None, None), at)


def _century(short: int) -> int:
    return 2000 + short if short < 70 else 1900 + short


def date(words: Words, at: int, weekday: int | None = None) -> Match[Yearly] | None:
    """Read a date that tells its month.

    Args:
        words: The text.
        at: Where to begin.
        weekday: The weekday already read before it, 0 for Monday.
    """
    named = words.find(at, lex.ORDINAL) or words.find(at, lex.MONTH)
    if not named and not words.norm(at).isdecimal():
        return None
    return (
        iso_date(words, at)
        or _day_then_month(words, at, weekday)
        or _month_then_day(words, at, weekday)
        or numeric_date(words, at, weekday)
    )


def _day_then_month(words: Words, at: int, weekday: int | None) -> Match[Yearly] | None:
    day = day_number(words, at)
    if day is None:
        return None
    after = day.end
    month = month_name(words, after)
    if month is None and words.norm(after) == "-" and words.glued(after):
        month = month_name(words, after + 1)
    if month is None:
        joint = words.find(after, lex.JOINT)
        month = month_name(words, joint.end) if joint and day.value.ordinal else None
    if month is None or not _exists(day.value.day, month.value):
        return None
    if words.capitalised(month.end) and words.norm(month.end) in words.words.titles:
        return None  # "3 May Street"
    year = _short_year(words, month.end) or tell_year(words, month.end)
    return _yearly(day.value.day, month.value, weekday, year)


def _short_year(words: Words, at: int) -> Match[tuple[int | None, int | None]] | None:
    """Read the "26" of "1 Dec 26", as a person types it: no hour is that late."""
    short = words.number(at)
    if not words.typed or short is None or not 24 < short < 70 or words.glued(at + 1):
        return None
    return Match((2000 + short, None), at + 1)


def _month_then_day(words: Words, at: int, weekday: int | None) -> Match[Yearly] | None:
    month = month_name(words, at)
    if month is None or words.words.dotted_days:
        return None
    after = words.skip(month.end, lex.ARTICLE)
    day = day_number(words, after)
    if day is None or not _exists(day.value.day, month.value):
        return None
    if words.norm(after).isalpha() and not _is_date_ordinal(words, after, month.end, day.end):
        return None
    if words.norm(day.end) in (":", ".") and words.glued(day.end + 1) and words.number(day.end + 1):
        return None
    return _yearly(day.value.day, month.value, weekday, tell_year(words, day.end))


def _is_date_ordinal(words: Words, at: int, month_end: int, end: int) -> bool:
    """Whether "March the second" is meant and not "March second-half results"."""
    return at > month_end or words.norm(end) in ("", ",", ".", "\n")


def _yearly(
    day: int, month: int, weekday: int | None, year: Match[tuple[int | None, int | None]]
) -> Match[Yearly]:
    told, on = year.value
    return Match(Yearly(DayMonth(day, month, weekday), year=told, years_on=on), year.end)


def _exists(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]


def iso_date(words: Words, at: int) -> Match[Yearly] | None:
    """Read 2025-12-02."""
    year = words.number(at)
    if year is None or len(words.norm(at)) != 4:
        return None
    parts = [words.norm(at + n) for n in range(1, 5)]
    if not all(words.glued(at + n) for n in range(1, 5)):
        return None
    if parts[0] != parts[2] or parts[0] not in "-/." or [len(parts[1]), len(parts[3])] != [2, 2]:
        return None
    month, day = words.number(at + 2), words.number(at + 4)
    if month is None or day is None or not _exists(day, month):
        return None
    return Match(Yearly(DayMonth(day, month), year=year), at + 5)


def numeric_date(words: Words, at: int, weekday: int | None = None) -> Match[Yearly] | None:
    """Read 2.12., 2/12, 02.12.2025, 2-12-2025: the day first, unless the text is month first."""
    first, sign = words.number(at), words.norm(at + 1)
    if first is None or sign not in (".", "/", "-"):
        return None
    second = words.number(at + 2)
    if second is None:
        return None
    if words.norm(at - 1) in words.words.numbering:
        return None
    if not (words.glued(at + 1) and words.glued(at + 2)) and not (
        sign == "." and words.glued(at + 1) and words.norm(at + 3) == "."
    ):
        return None
    month_first = words.month_first or (sign == "/" and _must_be_month_first(words, first, second))
    day, month = (second, first) if month_first else (first, second)
    if not _exists(day, month) or max(len(words.norm(at)), len(words.norm(at + 2))) > 2:
        return None
    return _numeric_tail(words, at, Yearly(DayMonth(day, month, weekday)))


def _must_be_month_first(words: Words, first: int, second: int) -> bool:
    """Whether figures that are no date day first are one month first: "Mon 11/16"."""
    return words.words.capital_months and second > _MONTHS >= first


def _numeric_tail(words: Words, at: int, date: Yearly) -> Match[Yearly] | None:
    """Read the year or the dot that closes a date in figures."""
    sign = words.norm(at + 1)
    what = date.what
    if sign == "/" and words.norm(at + 3) == "-" and words.glued(at + 3) and words.glued(at + 4):
        short = words.number(at + 4)
        spans = words.norm(at + 5) == "/" and words.glued(at + 5)
        if short is not None and not spans and len(words.norm(at + 4)) in (2, 4):
            year = short if short >= _FIRST_YEAR else _century(short)
            return Match(Yearly(what, year=year), at + 5)
    if words.norm(at + 3) == sign and words.glued(at + 3):
        after = at + 4
        number = words.number(after)
        if (
            number is not None
            and len(words.norm(after)) in (2, 4)
            and (words.glued(after) or (sign == "." and number >= _FIRST_YEAR))
        ):
            year = number if number >= _FIRST_YEAR else _century(number)
            return Match(Yearly(what, year=year), after + 1)
        known = sign == "." and (words.words.dotted_days or words.typed)
        return Match(date, after) if known and words.norm(at - 1) not in ("$", "£", "€") else None
    if sign == "-":
        return None
    following = year_number(words, at + 3)
    if following and sign == ".":
        return Match(Yearly(what, year=following.value), following.end)
    if words.norm(at + 3) == "%" or words.norm(at + 3) in words.words.counters:
        return None
    weekday = what.weekday if isinstance(what, DayMonth) else None
    shown = words.typed or weekday is not None or words.find(at - 1, lex.MONTH_OPENER)
    return Match(date, at + 3) if shown or (sign == "/" and _closes(words, at + 3)) else None


def _closes(words: Words, at: int) -> bool:
    """Whether nothing follows that would make the figures before it a fraction or a number."""
    return not words.norm(at)[:1].isalnum() and words.norm(at) not in ("%", "-", "/", "+")


def day_of_month(words: Words, at: int, weekday: int | None = None) -> Match[DayOfMonth] | None:
    """Read a day whose month is not told: 15., the 12th; "fredag første runde" tells none."""
    day = day_number(words, at)
    if day is None or _is_of_a_clock(words, day.end):
        return None
    if not day.value.ordinal:
        return _plain_day(words, day, weekday)
    if weekday is not None and words.number(at) is None and words.find(at - 1, lex.WEEKDAY):
        return None
    return Match(DayOfMonth(day.value.day, weekday), day.end)


def _plain_day(
    words: Words, day: Match[DayNumber], weekday: int | None
) -> Match[DayOfMonth] | None:
    """Read the "13" of "Friday 13", as a person types it where hours go to twelve."""
    no_hour = words.words.twelve_hours and day.value.day > _MONTHS
    if weekday is None or not (words.typed and no_hour):
        return None
    if words.norm(day.end) not in ("", ".", ",") or words.glued(day.end + 1):
        return None
    end = day.end + 1 if words.norm(day.end) == "." else day.end
    return Match(DayOfMonth(day.value.day, weekday), end)


def _is_of_a_clock(words: Words, at: int) -> bool:
    """Whether figures follow a dot without a space: "16.00" is no 16th."""
    return words.norm(at - 1) == "." and words.glued(at) and words.norm(at).isdecimal()


def month(words: Words, at: int) -> Match[Yearly] | None:
    """Read a month and the year told with it."""
    name = month_name(words, at)
    if name is None:
        return None
    tail = words.find(name.end, lex.MONTH_TAIL)
    year = tell_year(words, tail.end if tail else name.end)
    return Match(Yearly(Month(name.value), year=year.value[0], years_on=year.value[1]), year.end)


def dates_event(words: Words, at: int) -> bool:
    """Whether an event follows, perhaps after a word more: "a Tuesday *press conference*"."""
    events = words.words.dated_events
    if words.norm(at) in events:
        return True
    named = words.norm(at).isalpha() and not words.meanings(at)
    return named and words.norm(at + 1) in events
