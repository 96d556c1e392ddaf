"""Spans of the calendar: neste uke, week 49, mars neste år, third quarter, the 1990s."""

from bot.reading.when import lexicon as lex
from bot.reading.when.grammar.carried import counts_from_an_event
from bot.reading.when.grammar.dates import (
    date,
    day_number,
    month_name,
    tell_year,
)
from bot.reading.when.grammar.months import led_month, named_month
from bot.reading.when.grammar.numbered import numbered, of_the_year, unit_then_number
from bot.reading.when.grammar.seasons import season
from bot.reading.when.grammar.years import years
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import (
    Containing,
    DayMonth,
    Month,
    Node,
    Numbered,
    PartOf,
    Ranged,
    Relative,
    Yearly,
    Years,
)
from bot.reading.when.terms import Unit, Which

_OFFSETS = {
    Which.THIS: 0,
    Which.NEXT: 1,
    Which.COMING: 1,
    Which.LAST: -1,
    Which.AFTER_NEXT: 2,
}
_CARRIED = {Which.SAME: 0, Which.FOLLOWING: 1, Which.PREVIOUS: -1}
_PARTS_OF_A_YEAR = {Unit.MONTH: 12, Unit.QUARTER: 4, Unit.HALF: 2}
_SMALL_UNITS = (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.WORKDAY, Unit.NIGHT)


def period(
    words: Words, at: int, *, inner: bool = False, whole: bool = False
) -> Match[Node] | None:
    """Read a span of the calendar.

    Args:
        words: The text.
        at: Where to begin.
        inner: Whether the words before show that a time follows ("innen utgangen av …"), so
            that a bare month, year or "uken" is one.
        whole: Whether parts of a period are left out.
    """
    start = at
    at = words.skip(at, lex.OPENER)
    if at == start and not words.known(at):
        return None
    led = inner or words.typed or words.opener(start, lex.MONTH_OPENER) is not None
    found = (
        _chosen(words, at)
        or _relative(words, start)
        or _relative(words, at)
        or (None if whole else _part(words, start))
        or numbered(words, at)
        or season(words, start, inner=inner)
        or named_month(words, at, led)
        or led_month(words, start)
        or years(words, start, inner=inner)
        or (_bare_unit(words, at) if inner else None)
    )
    return _of_relative_year(words, found) if found else None


def _of_relative_year(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the season or month told after the year: i fjor sommer, neste år i mars."""
    node = found.value
    if not isinstance(node, Relative) or node.unit is not Unit.YEAR or node.carried:
        return found
    place = words.skip(found.end, lex.OPENER)
    named = words.find(place, lex.SEASON) or words.find(place, lex.DOUBTFUL_SEASON)
    if named:
        return Match(Yearly(named.value, years_on=node.offset), named.end)
    month = month_name(words, place)
    return Match(Yearly(Month(month.value), years_on=node.offset), month.end) if month else found


def _relative(words: Words, at: int) -> Match[Node] | None:
    found, carried = words.find(at, lex.RELATIVE), words.find(at, lex.CARRIED)
    if found and not (carried and carried.end > found.end):
        unit, offset = found.value
        part = of_the_year(words, found.end, offset) if unit is Unit.YEAR else None
        return part or Match(Relative(unit, offset), found.end)
    if carried and counts_from_an_event(words, carried.end):
        return None
    if carried and carried.value[0] is not Unit.DAY:
        unit, offset = carried.value
        return Match(Relative(unit, offset, carried=True), carried.end)
    return None


def _part(words: Words, at: int) -> Match[Node] | None:
    """Read i begynnelsen av mars, mid-March, late next week."""
    single = words.find(words.skip(at, lex.OPENER), lex.PART_PERIOD)
    if single:
        part, unit = single.value
        return Match(PartOf(part, Relative(unit, 0)), single.end)
    seasonal = words.find(at, lex.PART_SEASON)
    if seasonal:
        part, time_of_year = seasonal.value
        year, on = (told := tell_year(words, seasonal.end)).value
        return Match(PartOf(part, Yearly(time_of_year, year=year, years_on=on)), told.end)
    place = at if words.find(at, lex.PERIOD_PART) else words.skip(at, lex.OPENER)
    return _to_another_part(words, place) or _part_told(words, place)


def _to_another_part(words: Words, at: int) -> Match[Node] | None:
    """Read mid-to-late December, early to mid May."""
    first = words.find(at, lex.PERIOD_PART)
    if first is None:
        return None
    hyphen = words.norm(first.end) == "-" and not words.find(first.end + 1, lex.PERIOD_PART)
    through = words.find(first.end + hyphen, lex.THROUGH)
    if through is None:
        return None
    last = _part_told(words, through.end + (words.norm(through.end) == "-"))
    if last is None or not isinstance(last.value, PartOf):
        return None
    return Match(Ranged(PartOf(first.value, last.value.of), last.value), last.end)


def _part_told(words: Words, at: int) -> Match[Node] | None:
    """Read a part of a period by its words: i begynnelsen av mars, mid-March."""
    found = words.find(at, lex.PERIOD_PART)
    if found is None:
        return None
    after = found.end + 1 if words.norm(found.end) == "-" else found.end
    joint = words.find(after, lex.JOINT)
    for place in (joint.end if joint else after, after):
        of = period(words, words.skip(place, lex.ARTICLE), inner=True, whole=True)
        if of and isinstance(of.value, Years) and words.norm(at) in words.words.last_times:
            return None  # "det hendte sist i 2009"
        if of and words.norm(of.end) == "-" and words.glued(of.end + 1):
            return None  # "the end of the 2025-26 season"
        if of:
            return Match(PartOf(found.value, of.value), of.end)
    return None


def _chosen(words: Words, at: int) -> Match[Node] | None:
    """Read neste uke, this month, den kommende sommeren, next March."""
    at = words.skip(at, lex.ARTICLE)
    which = words.find(at, lex.WHICH)
    if which is None:
        return _chosen_after(words, at)
    unit = words.find(which.end, lex.UNIT)
    if unit and unit.value is Unit.DAY and which.value in (Which.LAST, Which.NEXT):
        return None  # "the last day" is the last of something
    if unit and unit.value not in _SMALL_UNITS and not _is_last_of_a_year(words, which, unit):
        return _unit(words, which.value, unit)
    season = words.find(which.end, lex.SEASON) or words.find(which.end, lex.DOUBTFUL_SEASON)
    if season:
        return Match(Yearly(season.value, which.value), season.end)
    name = month_name(words, which.end)
    dated = date(words, which.end) if name else None
    if dated and isinstance(dated.value.what, DayMonth) and dated.value.year is None:
        return Match(Yearly(dated.value.what, which.value), dated.end)
    if name:
        return Match(Yearly(Month(name.value), which.value), name.end)
    return None


def _is_last_of_a_year(words: Words, which: Match[Which], unit: Match[Unit]) -> bool:
    """Whether the last quarter of a year is meant, and not the latest: "siste kvartal i år"."""
    parts = (Unit.QUARTER, Unit.HALF, Unit.THIRD)
    told = tell_year(words, unit.end).end > unit.end
    return told and which.value is Which.LAST and unit.value in parts


def _unit(words: Words, which: Which, unit: Match[Unit]) -> Match[Node] | None:
    after = words.find(unit.end, lex.WHICH_AFTER)
    if which is Which.FOLLOWING and after:
        which = after.value
    if which in _CARRIED:
        offset, end = Match(_CARRIED[which], unit.end)
        year = tell_year(words, unit.end) if which is Which.SAME else None
        if year and year.value[0] is not None and unit.value in _PARTS_OF_A_YEAR:
            return Match(Relative(unit.value, 0, carried=True, year=year.value[0]), year.end)
        if which is Which.SAME:
            offset, end = _of_another_year(words, unit) or (offset, end)
        return Match(Relative(unit.value, offset, carried=True), end)
    if which not in _OFFSETS:
        return None
    part = of_the_year(words, unit.end, _OFFSETS[which]) if unit.value is Unit.YEAR else None
    if part:
        return part
    if which is Which.COMING:
        return Match(Relative(unit.value, 0, coming=True), unit.end)
    return Match(Relative(unit.value, _OFFSETS[which]), unit.end)


def _of_another_year(words: Words, unit: Match[Unit]) -> Match[int] | None:
    """Read the year of "samme måned i fjor", "the same quarter a year earlier", as units."""
    told, carried = tell_year(words, unit.end), words.find(unit.end, lex.CARRIED)
    on, end = told.value[1], told.end
    if carried and carried.value[0] is Unit.YEAR:
        on, end = carried.value[1], carried.end
    return (
        Match(on * _PARTS_OF_A_YEAR[unit.value], end)
        if on is not None and unit.value in _PARTS_OF_A_YEAR
        else None
    )


def _chosen_after(words: Words, at: int) -> Match[Node] | None:
    """Read uken etter neste, the week after next, the week of December 8."""
    lead = words.find(at, lex.WEEK_LEAD)
    if lead:
        return _week_of(words, lead.end)
    unit = words.find(at, lex.UNIT)
    if unit is None or unit.value in _SMALL_UNITS:
        return None
    part = of_the_year(words, unit.end, 0) if unit.value is Unit.YEAR else None
    if part:
        return part
    after = words.find(unit.end, lex.WHICH_AFTER)
    if after and after.value is Which.COMING:
        return Match(Relative(unit.value, 0, coming=True), after.end)
    if after and after.value in _OFFSETS:
        return Match(Relative(unit.value, _OFFSETS[after.value]), after.end)
    if after and after.value in _CARRIED:
        return Match(Relative(unit.value, _CARRIED[after.value], carried=True), after.end)
    joint = words.find(unit.end, lex.WEEK_OF) or words.find(unit.end, lex.JOINT)
    week_of = unit_then_number(words, unit.end) if unit.value is Unit.WEEKEND else None
    if week_of:  # "helga veke 40"
        return Match(Containing(unit.value, Yearly(week_of.value)), week_of.end)
    if unit.value is Unit.WEEKEND and (days := _dates(words, joint.end if joint else unit.end)):
        return Match(Containing(unit.value, days.value), days.end)
    closes = words.find(unit.end, lex.WEEK_OF) if unit.value is Unit.QUARTER else None
    ended = date(words, closes.end) if closes else None
    if ended:  # "the quarter ended Sept. 30"
        return Match(Containing(unit.value, ended.value), ended.end)
    if unit.value not in (Unit.WEEK, Unit.WEEKEND) or joint is None:
        return None
    if unit.value is Unit.WEEK:
        return _week_of(words, joint.end)
    day = date(words, words.skip(words.skip(joint.end, lex.ARTICLE), lex.OPENER))
    if day:
        return Match(Containing(unit.value, day.value), day.end)
    week = _week(words, joint.end)
    return Match(Containing(unit.value, week.value), week.end) if week else None


def _week_of(words: Words, at: int) -> Match[Node] | None:
    """Read the day that a week begins with or holds: mandag 5. oktober, December 8."""
    place = words.skip(at, lex.ARTICLE, lex.OPENER, lex.ARTICLE)
    weekday = words.find(place, lex.WEEKDAY)
    place = words.skip(weekday.end, lex.ARTICLE) if weekday else place
    day = date(words, place, weekday.value if weekday else None)
    return Match(Containing(Unit.WEEK, day.value), day.end) if day else None


def _dates(words: Words, at: int) -> Match[Yearly] | None:
    """Read the days of a weekend: 14.–15. februar, Feb. 21-22."""
    first = date(words, at)
    number = None if first else day_number(words, at)
    end = first.end if first else number.end if number else at
    join = words.find(end, lex.THROUGH) or words.find(end, lex.AND)
    if join is None or end == at:
        return first
    if first:
        last = day_number(words, join.end)
        return Match(first.value, last.end) if last else first
    return date(words, join.end)


def _week(words: Words, at: int) -> Match[Node] | None:
    """Read a week by its number, or neste uke."""
    week = numbered(words, at)
    if week and isinstance(week.value, Yearly):
        what = week.value.what
        return week if isinstance(what, Numbered) and what.unit is Unit.WEEK else None
    place = words.skip(at, lex.OPENER, lex.ARTICLE)
    chosen = _chosen(words, place) if words.find(place, lex.WHICH) else None
    node = chosen.value if chosen else None
    return chosen if isinstance(node, Relative) and node.unit is Unit.WEEK else None


def _bare_unit(words: Words, at: int) -> Match[Node] | None:
    unit = words.find(words.skip(at, lex.ARTICLE), lex.UNIT)
    if unit is None or unit.value in _SMALL_UNITS:
        return None
    if words.find(unit.end - 1, lex.PLURAL_UNIT):
        return None  # "by weeks of evidence"
    if words.norm(unit.end) == "-" and words.glued(unit.end):
        return None  # "half-term"
    if _is_repeated(words, at, unit):
        return None
    return Match(Relative(unit.value, 0), unit.end)


def _is_repeated(words: Words, at: int, unit: Match[Unit]) -> bool:
    """Whether a unit is told twice, for any such: "fra år til år", "uke etter uke"."""
    join = words.find(unit.end, lex.THROUGH)
    following = words.find(join.end, lex.UNIT) if join else None
    before = words.find(at - 2, lex.UNIT) if at > 1 else None
    return any(other is not None and other.value is unit.value for other in (following, before))
