"""Days and moments: tirsdag, neste onsdag kveld, the first Monday of June at 2 pm."""

from bot.reading.when import lexicon as lex
from bot.reading.when.grammar.clock import clock_span
from bot.reading.when.grammar.dates import (
    date,
    day_of_month,
    iso_date,
    numeric_date,
    tell_year,
)
from bot.reading.when.grammar.periods import period
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import (
    Amount,
    Beside,
    Clock,
    DayOfMonth,
    Node,
    Nth,
    Parted,
    Relative,
    Timed,
    Weekday,
    Yearly,
)
from bot.reading.when.terms import DayPart, PeriodPart, Unit, Which


def moment(words: Words, at: int, *, inner: bool = False) -> Match[Node] | None:
    """Read a day, with a part of it or a time on the clock before or after it, or one alone."""
    return _clock_first(words, at, inner) or _part_first(words, at) or _day_first(words, at, inner)


def _day_first(words: Words, at: int, inner: bool) -> Match[Node] | None:
    found = (
        parted_weekday(words, at) or part_of_a_near_day(words, at) or day(words, at, inner=inner)
    )
    if found is None:
        return None
    return _with_clock(words, _with_part(words, found))


def parted_weekday(words: Words, at: int) -> Match[Node] | None:
    """Read tirsdagskveld, natt til onsdag aside."""
    at = words.skip(at, lex.OPENER)
    which = words.find(at, lex.WHICH)
    found = words.find(which.end if which else at, lex.WEEKDAY_PART)
    if found is None:
        return None
    number, part = found.value
    named = Weekday(number, which.value if which else Which.PLAIN)
    later = _after_weekday(words, Match(named, found.end))
    return Match(Parted(later.value, part), later.end)


def part_of_a_near_day(words: Words, at: int) -> Match[Node] | None:
    """Read i kveld, tonight, last night, this morning."""
    edge = words.find(at, lex.PERIOD_PART)
    place = edge.end if edge else at
    near, carried = words.find(place, lex.PART_OFFSET), words.find(place, lex.CARRIED_PART)
    found = near or carried
    if found is None:
        return None
    offset, part = found.value
    day = Relative(Unit.DAY, offset, carried=near is None)
    node = Parted(day, part, edge=edge.value if edge else None)
    return Match(node, found.end)


def day(words: Words, at: int, *, inner: bool = False) -> Match[Node] | None:
    """Read a day named in any way."""
    start = at
    relative = words.find(at, lex.RELATIVE) or words.find(at, lex.CARRIED)
    if relative and relative.value[0] is Unit.DAY:
        carried = words.find(at, lex.RELATIVE) is None
        node = Relative(Unit.DAY, relative.value[1], carried=carried)
        return beside(words, at) or _apposition(words, Match(node, relative.end))
    at = words.skip(at, lex.OPENER)
    return (
        beside(words, at)
        or nth(words, at)
        or _week_then_weekday(words, start)
        or date(words, at)
        or weekday(words, at)
        or _feast(words, at)
        or _numbered_day(words, start, at, inner)
    )


def beside(words: Words, at: int) -> Match[Node] | None:
    """Read the day after Christmas, uken før jul, the Friday after Thanksgiving."""
    carried = words.find(at, lex.CARRIED)
    if carried and carried.value[1] in (-1, 1):
        what: Unit | int = carried.value[0]
        sign, end = carried.value[1], carried.end
    else:
        weekday = words.find(words.skip(at, lex.ARTICLE), lex.WEEKDAY)
        shift = weekday and words.find(weekday.end, lex.SHIFT)
        if not (weekday and shift):
            return None
        what, sign, end = weekday.value, shift.value, shift.end
    place = words.skip(end, lex.ARTICLE)
    base = date(words, place) or _feast(words, place)
    return Match(Beside(what, sign, base.value), base.end) if base else None


def _week_then_weekday(words: Words, at: int) -> Match[Node] | None:
    """Read neste uke onsdag."""
    unit = words.find(at, lex.WHICH) or words.find(words.skip(at, lex.OPENER), lex.WHICH)
    if unit is None:
        return None
    week = period(words, at)
    if week is None or not _is_week(week.value):
        return None
    place = week.end + 1 if words.norm(week.end) == "," else week.end
    name = words.find(words.skip(place, lex.OPENER), lex.WEEKDAY)
    return Match(Weekday(name.value, within=week.value), name.end) if name else None


def _apposition(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the weekday or date that repeats a day: "tomorrow, Thursday", "i morgen 2. mai"."""
    after = found.end + 1 if words.norm(found.end) == "," else found.end
    again = date(words, after) or weekday(words, words.skip(after, lex.OPENER))
    if again is None:
        return found
    if isinstance(again.value, Yearly):
        return Match(again.value, again.end)
    plain = isinstance(again.value, Weekday) and again.value.which is Which.PLAIN
    return Match(found.value, again.end) if plain else found


def weekday(words: Words, at: int) -> Match[Node] | None:
    """Read a weekday: which one, its date, the week it lies in."""
    at = words.skip(at, lex.ARTICLE)
    which = words.find(at, lex.WHICH)
    place = which.end if which else at
    name = words.find(place, lex.WEEKDAY) or _short_weekday(words, place)
    if name is None or _is_title(words, place, name.end):
        return None
    after = words.skip(name.end + 1 if words.norm(name.end) == "," else name.end, lex.ARTICLE)
    dated = date(words, after, name.value) or day_of_month(words, after, name.value)
    if dated:
        return Match(dated.value, dated.end)
    node = Weekday(name.value, which.value if which else Which.PLAIN)
    return _after_weekday(words, Match(node, name.end))


def _short_weekday(words: Words, at: int) -> Match[int] | None:
    """Read "tors", "Tue.": only where it can't be a common word."""
    found = words.find(at, lex.SHORT_WEEKDAY)
    if found is None:
        return None
    known = not words.norm(found.end).isalpha() or _goes_on(words, found.end)
    return found if (words.typed and known) or date(words, found.end) else None


def _goes_on(words: Words, at: int) -> bool:
    """Whether a word that may follow a weekday follows."""
    kinds = (lex.PART, lex.CLOCK_MARK, lex.OPENER, lex.JOINT, lex.THROUGH, lex.AND, lex.WHICH)
    return any(words.find(at, kind) for kind in kinds)


def _is_title(words: Words, at: int, end: int) -> bool:
    """Whether a weekday is part of a name: Sunday Times, Bloody Sunday."""
    if words.capitalised(end) and words.norm(end) in words.words.titles:
        return True
    return words.norm(at - 1) in words.words.titles and words.capitalised(at - 1)


def _after_weekday(words: Words, found: Match[Weekday]) -> Match[Node]:
    """Read what follows a weekday and moves it: neste uke, i uke 50, week, om en uke."""
    node, at = found
    later = words.find(at, lex.WEEK_LATER)
    if later:
        return Match(Weekday(node.number, Which.COMING, weeks_on=later.value), later.end)
    ahead = words.find(at, lex.AHEAD)
    unit = ahead and _weeks(words, ahead.end)
    if unit:
        return Match(Weekday(node.number, Which.COMING, weeks_on=unit.value), unit.end)
    place = at + 1 if words.norm(at) == "," else at
    for inside in (place, words.skip(place, lex.JOINT), words.skip(place, lex.OPENER)):
        week = period(words, inside)
        if week and _is_week(week.value):
            return Match(Weekday(node.number, within=week.value), week.end)
    after = words.find(at, lex.WHICH_AFTER)
    if after:
        return Match(Weekday(node.number, after.value), after.end)
    return Match(node, at)


def _is_week(node: Node) -> bool:
    if isinstance(node, Relative):
        return node.unit is Unit.WEEK
    return isinstance(node, Yearly) and getattr(node.what, "unit", None) is Unit.WEEK


def _weeks(words: Words, at: int) -> Match[int] | None:
    number = words.find(at, lex.NUMBER)
    figure = words.number(at)
    value, after = (number.value, number.end) if number else (figure, at + 1)
    unit = words.find(after, lex.UNIT)
    if value is None or unit is None or unit.value is not Unit.WEEK or value != int(value):
        return None
    return Match(int(value), unit.end)


def nth(words: Words, at: int) -> Match[Node] | None:
    """Read første mandag i august, the last week of March, andre helg i mai."""
    at = words.skip(at, lex.ARTICLE)
    ordinal = words.find(at, lex.ORDINAL) or _dotted_ordinal(words, at)
    if ordinal is None:
        return None
    unit = words.find(ordinal.end, lex.UNIT)
    what: Match[int] | Match[Unit] | None = words.find(ordinal.end, lex.WEEKDAY) or unit
    if what is None or what.value in (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.YEAR):
        return None
    joint = words.find(what.end, lex.JOINT)
    within = joint and period(words, words.skip(joint.end, lex.ARTICLE), inner=True)
    if within is None or isinstance(within.value, Nth):
        return None
    return Match(Nth(ordinal.value, what.value, within.value), within.end)


def _dotted_ordinal(words: Words, at: int) -> Match[int] | None:
    number = words.number(at)
    if number is None or number > 5:  # noqa: PLR2004
        return None
    ends = (*words.words.ordinal_ends, ".") if words.words.dotted_days else words.words.ordinal_ends
    return Match(number, at + 2) if words.glued(at + 1) and words.norm(at + 1) in ends else None


def _feast(words: Words, at: int) -> Match[Node] | None:
    at = words.skip(at, lex.ARTICLE)
    which = words.find(at, lex.WHICH)
    found = words.find(which.end if which else at, lex.FEAST) or words.find(at, lex.FEAST)
    if found is None:
        return None
    year = tell_year(words, found.end)
    node = Yearly(
        found.value,
        which.value if which else Which.PLAIN,
        year=year.value[0],
        years_on=year.value[1],
    )
    return Match(node, year.end)


def _numbered_day(words: Words, start: int, at: int, inner: bool) -> Match[Node] | None:
    """Read den 15., the 12th of this month: where nothing shows them to number things."""
    place = words.skip(at, lex.ARTICLE)
    found = day_of_month(words, place)
    if found is None:
        return None
    of = words.find(found.end, lex.OF_THE_MONTH)
    if of:
        return Match(found.value, of.end)
    joint = words.find(found.end, lex.JOINT)
    month = joint and period(words, joint.end)
    if month and isinstance(month.value, Relative) and month.value.unit is Unit.MONTH:
        return Match(Nth(found.value.day, Unit.DAY, month.value), month.end)
    alone = words.norm(found.end) in ("", ",", ".", "\n", ")", ";") or _starts_time(
        words, found.end
    )
    led = place > start or inner
    figure = words.norm(place).isdecimal() or place > at
    return found if led and alone and figure and (words.typed or place > at) else None


def _starts_time(words: Words, at: int) -> bool:
    return bool(words.find(at, lex.CLOCK_MARK) or words.find(at, lex.THROUGH))


def _part_first(words: Words, at: int) -> Match[Node] | None:
    """Read natt til onsdag, on the morning of 3 June, morgenen 3. juni."""
    leading = words.find(at, lex.LEADING_PART) or words.find(
        words.skip(at, lex.OPENER), lex.LEADING_PART
    )
    if leading:
        of = day(words, leading.end, inner=True)
        if of is None:
            return None
        node: Node = Parted(of.value, leading.value, leading=True)
        return _with_clock(words, Match(node, of.end))
    place = words.skip(words.skip(at, lex.OPENER), lex.ARTICLE)
    edge = words.find(place, lex.PERIOD_PART)
    part = words.find(edge.end if edge else place, lex.PART)
    if part is None:
        return None
    of = day(words, words.skip(part.end, lex.JOINT), inner=True)
    if of is None:
        return None
    node = Parted(of.value, part.value, edge=edge.value if edge else None)
    return _with_clock(words, Match(node, of.end))


def _with_part(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the part of the day that follows a day: tirsdag kveld, tomorrow in the morning."""
    if isinstance(found.value, Parted):
        return found
    place = found.end
    edge = words.find(place, lex.PERIOD_PART)
    place = edge.end if edge else place
    part = words.find(place, lex.PART) or words.find(words.skip(place, lex.OPENER), lex.PART)
    if part:
        base = _told_late(words, Match(found.value, part.end))
        node = Parted(base.value, part.value, edge=edge.value if edge else None)
        return Match(node, base.end)
    if edge and edge.value in (PeriodPart.EARLY,) and isinstance(found.value, Relative):
        return Match(Parted(found.value, DayPart.MORNING, edge=edge.value), edge.end)
    return found


def _told_late(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the date or the week told after the part of a weekday: tirsdag kveld i uke 50."""
    node = found.value
    if not isinstance(node, Weekday) or node.which is not Which.PLAIN or node.within:
        return found
    dated = date(words, words.skip(found.end, lex.ARTICLE), node.number)
    return Match(dated.value, dated.end) if dated else _after_weekday(words, Match(node, found.end))


def _with_clock(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the time on the clock that follows a day."""
    place = found.end + 1 if words.norm(found.end) == "," else found.end
    for start in (place, words.skip(place, lex.OPENER)):
        span = clock_span(words, start, marked=True)
        if span:
            return _late_part(words, found.value, span)
    return found


def _late_part(words: Words, of: Node, span: Match[tuple[Clock, Clock | None]]) -> Match[Node]:
    """Join a day and a clock, with the part of the day said last: "tirsdag kl. 8 om kvelden"."""
    first, last = span.value
    end = span.end
    part = of.part if isinstance(of, Parted) else None
    if part is None:
        late = words.find(words.skip(end, lex.OPENER), lex.PART)
        part, end = (late.value, late.end) if late else (None, end)
    base = of.day if isinstance(of, Parted) and not of.leading else of
    return Match(Timed(base, first, last, part), end)


def _clock_first(words: Words, at: int, inner: bool) -> Match[Node] | None:
    """Read kl. 12 i dag, 2 pm on Tuesday, from 9 to 11 a.m. Thursday, midnight."""
    place = words.skip(at, lex.OPENER)
    if iso_date(words, place) or numeric_date(words, place):
        return None
    span = clock_span(words, at, marked=words.typed or inner)
    if span is None and place > at:
        span = clock_span(words, place, marked=words.typed or inner)
    if span is None:
        return None
    first, last = span.value
    end = span.end + 1 if words.norm(span.end) == "," else span.end
    near = words.find(words.skip(end, lex.OPENER), lex.PART)
    of = parted_weekday(words, end) or part_of_a_near_day(words, end)
    of = of or _part_first(words, end) or day(words, end)
    if of and isinstance(of.value, DayOfMonth):
        of = None
    if of and not isinstance(of.value, Timed):
        found = _with_part(words, of)
        part = found.value.part if isinstance(found.value, Parted) else None
        base = (
            found.value.day
            if isinstance(found.value, Parted) and not found.value.leading
            else found.value
        )
        return Match(Timed(base, first, last, part), found.end)
    if near:
        return Match(Timed(None, first, last, near.value), near.end)
    return Match(Timed(None, first, last), span.end)


def amount(words: Words, at: int) -> Match[Amount] | None:
    """Read to uker, an hour and a half, halvannet år, et par dager, three-day."""
    whole = words.find(at, lex.AMOUNT)
    if whole:
        return Match(Amount(*whole.value), whole.end)
    number: Match[float] | None = words.find(at, lex.NUMBER)
    vague = words.find(at, lex.VAGUE_NUMBER)
    figure = words.number(at)
    if vague and (number is None or vague.end > number.end):
        number = vague
    if number is None and figure is not None:
        number = _decimal(words, at, figure)
    if number is None:
        return None
    place = number.end + 1 if words.norm(number.end) == "-" else number.end
    unit = words.find(place, lex.UNIT)
    if unit is None:
        return None
    value, end = number.value, unit.end
    more = words.find(end, lex.AND)
    half = more and words.find(more.end, lex.NUMBER)
    if half and half.value == 0.5:  # noqa: PLR2004
        value, end = value + 0.5, half.end
    return Match(Amount(value, unit.value, vague=number is vague), end)


def _decimal(words: Words, at: int, figure: int) -> Match[float]:
    """Read 2, 2,5 and 2.5."""
    fraction = words.number(at + 2)
    if words.norm(at + 1) in (",", ".") and words.glued(at + 1) and words.glued(at + 2):
        if fraction is not None:
            return Match(float(f"{figure}.{words.norm(at + 2)}"), at + 3)
    return Match(float(figure), at + 1)
