"""What recurs: hver mandag kl. 10, annenhver uke, the first Tuesday of every month, daily."""

from dataclasses import replace

from bot.reading.when import lexicon as lex
from bot.reading.when.feasts import fixed_day
from bot.reading.when.grammar.clock import clock, clock_span
from bot.reading.when.grammar.dates import date, day_number
from bot.reading.when.grammar.periods import period
from bot.reading.when.grammar.spans import one_time
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import Clock, DayMonth, Each, Node, Relative, Timed, Weekday, Yearly
from bot.reading.when.terms import Bound, DayPart, Feast, Unit

_WORKDAYS = (0, 1, 2, 3, 4)
_DAYS_IN_A_WEEK = 7


def each(words: Words, at: int) -> Match[Node] | None:
    """Read a recurrence and the time of day it happens."""
    place = words.skip(at, lex.OPENER)
    found = (
        _adverb(words, at)
        or _workdays(words, place)
        or _weekdays(words, place)
        or _every(words, place)
        or _days_of_every(words, place)
        or _clock_of_every(words, at)
        or _nth_of_every(words, words.skip(place, lex.ARTICLE))
        or _day_of_every(words, words.skip(place, lex.ARTICLE))
    )
    return _ended(words, _timed(words, found)) if found else None


def _adverb(words: Words, at: int) -> Match[Each] | None:
    found = words.find(at, lex.ADVERB)
    if found is None:
        return None
    unit, interval = found.value
    on = _on_its_day(words, Match(Each(unit, interval), found.end))
    if on.end > found.end:
        return on
    counts = words.norm(found.end).isalpha() and not words.meanings(found.end)
    node = Each(unit, interval, adverb=True, attributive=counts and not words.typed)
    return Match(node, found.end)


def _workdays(words: Words, at: int) -> Match[Each] | None:
    found = words.find(at, lex.EVERY_WORKDAY)
    return Match(Each(Unit.WEEK, weekdays=_WORKDAYS), found.end) if found else None


def _weekdays(words: Words, at: int) -> Match[Each] | None:
    """Read Mondays, tirsdager og torsdager."""
    days: list[int] = []
    found = words.find(at, lex.EACH_WEEKDAY)
    end = at
    while found and len(days) < _DAYS_IN_A_WEEK:
        days.append(found.value)
        end = found.end
        join = words.find(end, lex.AND)
        place = join.end if join else end + 1 if words.norm(end) == "," else len(words)
        found = words.find(place, lex.EACH_WEEKDAY)
    return Match(Each(Unit.WEEK, weekdays=tuple(days)), end) if days else None


def _every(words: Words, at: int) -> Match[Each] | None:
    other = words.find(at, lex.EVERY_OTHER)
    every = words.find(at, lex.EVERY)
    if every and (nth := _nth_day(words, every.end)):
        return nth  # "every second Tuesday of the month"
    if other:
        return _recurring(words, other.end, other.value)
    if every is None:
        return None
    if words.number(every.end) and (dated := _of_a_date(words, every.end, 1)):
        return dated  # "hver 17. mai" is no seventeenth May
    number: Match[float] | Match[int] | None = words.find(every.end, lex.NUMBER)
    number = number or words.find(every.end, lex.ORDINAL)
    figure = words.number(every.end)
    if number and number.value == int(number.value) and number.value > 1:
        return _recurring(words, number.end, int(number.value))
    if figure:
        place = every.end + 2 if words.norm(every.end + 1) == "." else every.end + 1
        if found := _recurring(words, place, figure):
            return found
    return _recurring(words, every.end, 1)


def _recurring(words: Words, at: int, interval: int) -> Match[Each] | None:
    """Read what follows "every": a unit, a weekday or several, a part of the day, a date."""
    unit = words.find(at, lex.UNIT)
    if unit and unit.value is Unit.WORKDAY:
        return Match(Each(Unit.WEEK, interval, weekdays=_WORKDAYS), unit.end)
    if unit and unit.value is Unit.WEEKEND:
        return Match(Each(Unit.WEEK, interval, weekdays=(5, 6)), unit.end)
    if unit:
        return _on_its_day(words, Match(Each(unit.value, interval), unit.end))
    compound = words.find(at, lex.WEEKDAY_PART)
    if compound:
        number, part = compound.value
        return Match(Each(Unit.WEEK, interval, weekdays=(number,), part=part), compound.end)
    part_of_day = words.find(at, lex.PART)
    if part_of_day:
        return Match(Each(Unit.DAY, interval, part=part_of_day.value), part_of_day.end)
    if dated := _of_a_date(words, at, interval):
        return dated
    habits = _weekdays(words, at)
    if habits:  # "alternate Wednesdays"
        return Match(replace(habits.value, interval=interval), habits.end)
    return _named_days(words, at, interval) or _of_the_year(words, at, interval)


def _of_a_date(words: Words, at: int, interval: int) -> Match[Each] | None:
    """Read the "17. mai" of "hver 17. mai", or a feast that keeps its date: hver julaften."""
    dated, feast = date(words, at), words.find(at, lex.FEAST)
    if dated and isinstance(dated.value.what, DayMonth) and dated.value.year is None:
        return Match(Each(Unit.YEAR, interval, yearly=dated.value.what), dated.end)
    kept = fixed_day(feast.value) if feast else None
    return (
        Match(Each(Unit.YEAR, interval, yearly=DayMonth(*kept)), feast.end)
        if feast and kept
        else None
    )


def _of_the_year(words: Words, at: int, interval: int) -> Match[Each] | None:
    """Read the "desember" of "hver desember", the "spring" of "every spring"."""
    month = words.find(at, lex.MONTH)
    if month:
        return Match(Each(Unit.YEAR, interval, month=month.value), month.end)
    season = words.find(at, lex.SEASON) or words.find(at, lex.DOUBTFUL_SEASON)
    return Match(Each(Unit.YEAR, interval, season=season.value), season.end) if season else None


def _days_of_every(words: Words, at: int) -> Match[Each] | None:
    """Read mandag og onsdag hver uke, fredag kl. 9 annenhver uke."""
    days = _named_days(words, at, 1) if words.find(at, lex.WEEKDAY) else None
    timed = _timed(words, days) if days else None
    every = _every(words, timed.end) if timed else None
    plain = Each(Unit.WEEK, every.value.interval) if every else None
    if timed is None or every is None or every.value != plain:
        return None
    return Match(replace(timed.value, interval=every.value.interval), every.end)


def _clock_of_every(words: Words, at: int) -> Match[Each] | None:
    """Read kl. 9 hver morgen, at 9 every weekday."""
    if not words.find(at, lex.CLOCK_MARK):
        return None
    first = clock(words, at, marked=True)
    every = _every(words, first.end) if first else None
    if first is None or every is None or every.value.clock:
        return None
    return Match(_at_hours(every.value, first.value, None), every.end)


def _on_its_day(words: Words, found: Match[Each]) -> Match[Each]:
    """Read the day told after the unit: hvert år 17. mai, every month on the 15th."""
    place = words.skip(words.skip(found.end, lex.OPENER), lex.ARTICLE)
    if found.value.unit is Unit.YEAR:
        if dated := _of_a_date(words, place, found.value.interval):
            return dated
        part = _of_the_year(words, place, found.value.interval) if place > found.end else None
        if part:
            return part
    if found.value.unit is Unit.MONTH and place > found.end:
        day = day_number(words, place)
        if day and day.value.ordinal:
            return Match(replace(found.value, month_day=day.value.day), day.end)
    if found.value.unit in (Unit.DAY, Unit.NIGHT) and found.value.interval == 1:
        return _from_day_to_day(words, found)
    if found.value.unit is Unit.WEEK and place > found.end:
        days = _named_days(words, place, found.value.interval)
        habits = _weekdays(words, place)
        if habits:
            return Match(replace(habits.value, interval=found.value.interval), habits.end)
        return days or found
    return found


def _from_day_to_day(words: Words, found: Match[Each]) -> Match[Each]:
    """Read the "fra mandag til torsdag" of "hver natt fra mandag til torsdag"."""
    lead = words.find(words.skip(found.end, lex.OPENER), lex.BETWEEN)
    first = words.find(lead.end if lead else found.end, lex.WEEKDAY)
    join = words.find(first.end, lex.THROUGH) if first else None
    last = words.find(join.end, lex.WEEKDAY) if join else None
    if first is None or last is None or last.value <= first.value:
        return found
    part = DayPart.NIGHT if found.value.unit is Unit.NIGHT else found.value.part
    days = tuple(range(first.value, last.value + 1))
    return Match(replace(found.value, unit=Unit.WEEK, weekdays=days, part=part), last.end)


def _named_days(words: Words, at: int, interval: int) -> Match[Each] | None:
    days: list[int] = []
    found, end = words.find(at, lex.WEEKDAY), at
    while found and len(days) < _DAYS_IN_A_WEEK:
        days.append(found.value)
        end = found.end
        join = words.find(end, lex.AND)
        place = join.end if join else end + 1 if words.norm(end) == "," else len(words)
        found = words.find(place, lex.WEEKDAY)
    if not days:
        return None
    part = words.find(end, lex.PART)
    value = Each(Unit.WEEK, interval, weekdays=tuple(days), part=part.value if part else None)
    end = part.end if part else end
    joint = words.find(end, lex.JOINT)
    month = words.find(joint.end, lex.MONTH) if joint else None
    return Match(replace(value, month=month.value), month.end) if month else Match(value, end)


def _nth_day(words: Words, at: int) -> Match[Each] | None:
    """Read første tirsdag i måneden."""
    ordinal = words.find(at, lex.ORDINAL)
    day = words.find(ordinal.end, lex.WEEKDAY) if ordinal else None
    of = words.find(day.end, lex.OF_THE_MONTH) if day else None
    if not (ordinal and day and of):
        return None
    return Match(Each(Unit.MONTH, weekdays=(day.value,), nth=ordinal.value), of.end)


def _nth_of_every(words: Words, at: int) -> Match[Each] | None:
    """Read første tirsdag i hver måned, the last Friday of every month."""
    ordinal = words.find(at, lex.ORDINAL)
    unit = words.find(ordinal.end, lex.UNIT) if ordinal else None
    if ordinal and unit and unit.value is Unit.DAY:
        every = _every_month(words, words.skip(unit.end, lex.JOINT))
        return Match(Each(Unit.MONTH, month_day=ordinal.value), every) if every else None
    day = words.find(ordinal.end, lex.WEEKDAY) if ordinal else None
    of = words.find(day.end, lex.OF_THE_MONTH) if day else None
    end = of.end if of else _every_month(words, words.skip(day.end, lex.JOINT)) if day else None
    if not (ordinal and day and end):
        return None
    return Match(Each(Unit.MONTH, weekdays=(day.value,), nth=ordinal.value), end)


def _day_of_every(words: Words, at: int) -> Match[Each] | None:
    """Read den 15. i hver måned, the 1st of every month."""
    day = day_number(words, at)
    end = _every_month(words, words.skip(day.end, lex.JOINT)) if day else None
    return Match(Each(Unit.MONTH, month_day=day.value.day), end) if day and end else None


def _every_month(words: Words, at: int) -> int | None:
    every = words.find(at, lex.EVERY)
    unit = words.find(every.end, lex.UNIT) if every else None
    return unit.end if unit and unit.value is Unit.MONTH else None


def _timed(words: Words, found: Match[Each]) -> Match[Each]:
    """Add the time of the day that follows."""
    on_days = bool(found.value.weekdays) or found.value.unit is Unit.DAY
    for place in (found.end, words.skip(found.end, lex.OPENER)):
        first = clock(words, place, marked=True)
        if first and _last_day(words, first.end):  # kl. 12 til 20. desember: no hour 20
            return Match(replace(found.value, clock=first.value, adverb=False), first.end)
        span = clock_span(words, place, marked=True, after_day=on_days)
        if span and not words.find(span.end, lex.MONTH):  # from 10 to 20 December: no hours
            part = words.find(words.skip(span.end, lex.OPENER), lex.PART)
            node = _at_hours(found.value, *span.value)
            node = replace(node, part=part.value) if part else node
            return Match(node, part.end if part else span.end)
    return Match(found.value, found.end)


def _at_hours(node: Each, first: Clock, last: Clock | None) -> Each:
    """Return what recurs at a time of the day, or from one to another."""
    return replace(node, clock=first, closing=last, adverb=False)


def _ended(words: Words, found: Match[Each]) -> Match[Node]:
    """Read how long it goes on: til 20. desember, until 18 December, ut mars, tre ganger."""
    place = found.end + 1 if words.norm(found.end) == "," else found.end
    number = words.find(place, lex.NUMBER)
    figure = words.number(place)
    count = figure if number is None else int(number.value)
    times = words.find(number.end if number else place + 1, lex.TIMES)
    if count and times:
        return Match(replace(found.value, count=count), times.end)
    if to_come := _next_period(words, place):
        return Match(replace(found.value, within=to_come.value), to_come.end)
    last = _whole_period(words, place) or _last_day(words, place) or _this_period(words, place)
    if last is None:
        return Match(found.value, found.end)
    if isinstance(last.value, Timed):  # the hour said last is that of each time
        if found.value.clock:
            return Match(found.value, found.end)
        node = _at_hours(found.value, last.value.clock, last.value.until)
        return Match(replace(node, until=last.value.day), last.end)
    return Match(replace(found.value, until=last.value), last.end)


def _this_period(words: Words, at: int) -> Match[Node] | None:
    """Read the "this week" of "every night this week", as a person types it."""
    found = (
        period(words, at)
        if words.typed and words.find(words.skip(at, lex.OPENER), lex.WHICH)
        else None
    )
    node = found.value if found else None
    now = isinstance(node, Relative) and not (node.offset or node.carried or node.coming)
    return found if now else None


def _next_period(words: Words, at: int) -> Match[Node] | None:
    """Read the "next week" of "every day next week"."""
    chosen = words.find(words.skip(at, lex.OPENER), lex.WHICH)
    found = period(words, at) if chosen else None
    node = found.value if found else None
    ahead = isinstance(node, Relative) and node.offset > 0 and not node.carried
    return found if ahead else None


def _whole_period(words: Words, at: int) -> Match[Node] | None:
    """Read ut november, until the end of March."""
    bound, until = words.find(at, lex.PERIOD_BOUND), _until(words, at)
    ending = words.find(until.end, lex.END_OF) if until else None
    place = bound.end if bound else ending.end if ending else None
    return None if place is None else period(words, words.skip(place, lex.ARTICLE), inner=True)


def _last_day(words: Words, at: int) -> Match[Node] | None:
    """Read til 20. desember, fram til jul, until Friday; no longer period.

    "Til mars" may end when March begins or when it is over, and "mandag til fredag" is no end.
    """
    until = _until(words, at)
    found = one_time(words, until.end, inner=True) if until else None
    day = found.value.day if found and isinstance(found.value, Timed) else found and found.value
    if isinstance(day, Yearly) and isinstance(day.what, DayMonth | Feast):
        return found
    if isinstance(day, Weekday):
        return None if words.find(at, lex.THROUGH) and not words.find(at, lex.BOUND) else found
    return found if isinstance(day, Relative) and day.unit is Unit.DAY else None


def _until(words: Words, at: int) -> Match[bool] | None:
    through = words.find(at, lex.THROUGH)
    if through and words.norm(at) != "-":
        return through
    bound = words.find(at, lex.BOUND)
    return Match(True, bound.end) if bound and bound.value is Bound.UNTIL else None
