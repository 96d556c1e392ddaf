"""Moments: a day with a part of it or a time on the clock, in any order."""

from dataclasses import replace

from bot.reading.when import lexicon as lex
from bot.reading.when.grammar.clock import clock_span, plain_hour
from bot.reading.when.grammar.dates import date, iso_date, numeric_date
from bot.reading.when.grammar.days import after_weekday, day
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import (
    Beside,
    Clock,
    DayOfMonth,
    Node,
    Nth,
    Parted,
    PartOf,
    Ranged,
    Relative,
    Timed,
    Weekday,
    Yearly,
)
from bot.reading.when.terms import DayPart, Feast, PeriodPart, Unit, Which

_DAYS_LONG = (
    Feast.EASTER,
    Feast.HOLY_WEEK,
    Feast.WHITSUN,
    Feast.ADVENT,
    Feast.CHRISTMAS,
    Feast.BETWEEN_THE_YEARS,
)


def moment(words: Words, at: int, *, inner: bool = False) -> Match[Node] | None:
    """Read a day, with a part of it or a time on the clock before or after it, or one alone."""
    found = (
        _clock_first(words, at, inner)
        or _part_first(words, at)
        or _edge_first(words, at)
        or _day_first(words, at, inner)
    )
    return _in_zone(words, found) if found else None


def _in_zone(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the zone told after a part of a day: "torsdag kveld norsk tid"."""
    zone, node = words.find(found.end, lex.ZONE), found.value
    if zone is None:
        return found
    if isinstance(node, Timed):
        if node.clock.zone or (node.until and node.until.zone):
            return found
        return Match(replace(node, clock=replace(node.clock, zone=zone.value or None)), zone.end)
    if not isinstance(node, Parted):
        return found
    return Match(replace(node, zone=zone.value or None), zone.end)


def _day_first(words: Words, at: int, inner: bool) -> Match[Node] | None:
    found = (
        parted_weekday(words, at) or part_of_a_near_day(words, at) or day(words, at, inner=inner)
    )
    if found is None:
        return None
    whole = _with_clock(words, _with_part(words, found))
    titled = words.capitalised(whole.end) and words.norm(whole.end) in words.words.titles
    return None if titled else whole


def parted_weekday(words: Words, at: int) -> Match[Node] | None:
    """Read tirsdagskveld, natt til onsdag aside."""
    at = words.skip(at, lex.OPENER)
    which = words.find(at, lex.WHICH)
    found = words.find(which.end if which else at, lex.WEEKDAY_PART)
    if found is None:
        return None
    number, part = found.value
    named = Weekday(number, which.value if which else Which.PLAIN)
    later = after_weekday(words, Match(named, found.end))
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
    of = day(words, words.skip(part.end, lex.JOINT), inner=True) or day(words, part.end)
    if of is None:
        return None
    node = Parted(of.value, part.value, edge=edge.value if edge else None)
    return _with_clock(words, Match(node, of.end))


def _edge_first(words: Words, at: int) -> Match[Node] | None:
    """Read tidlig fredag, late Friday evening, early on 3 June."""
    edge = words.find(at, lex.PERIOD_PART)
    if edge is None or words.find(at, lex.FEAST):
        return None
    if edge.value not in (PeriodPart.EARLY, PeriodPart.LATE):
        return None
    after = edge.end if day(words, edge.end) else at + 1  # "tidlig" of "tidlig i morgen"
    of = parted_weekday(words, after) or day(words, after)
    if of is None or isinstance(of.value, Nth | Beside):
        return None
    long = isinstance(of.value, Yearly) and of.value.what in _DAYS_LONG
    if long and words.find(after - 1, lex.JOINT):  # "i slutten av påsken"
        return Match(PartOf(edge.value, of.value), of.end)
    found = _with_part(words, of)
    if isinstance(found.value, Parted):
        node = replace(found.value, edge=edge.value)
    else:
        early = edge.value is PeriodPart.EARLY
        part = DayPart.MORNING if early else DayPart.EVENING
        plain = early and isinstance(of.value, Relative)  # "tidlig i morgen" is its morning
        node = Parted(of.value, part, edge=None if plain else edge.value, told=False)
    return _with_clock(words, Match(node, found.end))


def _with_part(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the part of the day that follows a day: tirsdag kveld, tomorrow in the morning."""
    if isinstance(found.value, Parted):
        return found
    place = found.end
    named = words.find(place, lex.PART)  # "mid-morning" is one, whatever "mid" means
    edge = None if named else words.find(place, lex.PERIOD_PART)
    place = edge.end if edge else place
    part = words.find(place, lex.PART) or words.find(words.skip(place, lex.OPENER), lex.PART)
    part = part or _lunch(words, words.skip(place, lex.HEDGE)) or _half_day(words, place)
    if part:
        base = _told_late(words, Match(found.value, part.end))
        node = Parted(base.value, part.value, edge=edge.value if edge else None)
        return _to_another_part(words, Match(node, base.end))
    if edge and edge.value is PeriodPart.EARLY and isinstance(found.value, Relative):
        return Match(Parted(found.value, DayPart.MORNING, edge=edge.value), edge.end)
    return found


def _to_another_part(words: Words, found: Match[Parted]) -> Match[Node]:
    """Read the "og kveld" of "lørdag ettermiddag og kveld"."""
    join = words.find(found.end, lex.AND) or words.find(found.end, lex.THROUGH)
    last = words.find(join.end, lex.PART) if join else None
    leads = join is not None and words.find(join.end, lex.LEADING_PART)  # "til natt til mandag"
    if last is None or leads or found.value.part is last.value:
        return Match(found.value, found.end)
    return Match(Ranged(found.value, Parted(found.value.day, last.value)), last.end)


def _lunch(words: Words, at: int) -> Match[DayPart] | None:
    """Read the "lunsj" of "i morgen rundt lunsj", which is never sharp."""
    part = words.find(at, lex.PART)
    return part if part and part.value is DayPart.LUNCH else None


def _half_day(words: Words, at: int) -> Match[DayPart] | None:
    """Read the "pm" of "Weds pm", as a person types it."""
    half = words.find(at, lex.MERIDIEM) if words.typed else None
    if half is None:
        return None
    return Match(DayPart.AFTERNOON if half.value else DayPart.MORNING, half.end)


def _hour_of_a_near_day(words: Words, at: int) -> Match[tuple[Clock, Clock | None]] | None:
    """Read the "9" of "9 tomorrow", as a person types it."""
    near = words.find(at + 1, lex.RELATIVE)
    if not words.typed or not (words.find(at + 1, lex.PART_OFFSET) or near):
        return None
    if near and near.value[0] is not Unit.DAY:
        return None
    hour = plain_hour(words, at)
    return Match((hour.value, None), hour.end) if hour else None


def _hours_of_a_near_day(words: Words, at: int) -> Match[tuple[Clock, Clock | None]] | None:
    """Read the "7 to 9" of "7 to 9 tonight", as a person types it."""
    first = words.number(at)
    join = words.find(at + 1, lex.THROUGH) if words.typed and first is not None else None
    last = _hour_of_a_near_day(words, join.end) if join else None
    hour = plain_hour(words, at) if last else None
    return Match((hour.value, last.value[0]), last.end) if hour and last else None


def _hours_before_a_day(words: Words, at: int) -> Match[tuple[Clock, Clock | None]] | None:
    """Read the bare hours of "mellom 10 og 12 på mandag", which the day shows to be hours."""
    lead = words.find(at, lex.BETWEEN)
    hour = words.number(lead.end) if lead else None
    if lead is None or hour is None or not (words.typed or words.find(lead.end + 1, lex.AND)):
        return None  # in print "from 9 to 11 on Thursday" may be what something rose to
    span = clock_span(words, at, marked=False, after_day=True)
    shown = span and (parted_weekday(words, span.end) or day(words, span.end))
    return span if shown and isinstance(shown.value, Weekday | Relative | Parted) else None


def _told_late(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the date or the week told after the part of a weekday: tirsdag kveld i uke 50."""
    node = found.value
    if not isinstance(node, Weekday) or node.which is not Which.PLAIN or node.within:
        return found
    place = found.end + 1 if words.norm(found.end) == "," else found.end
    dated = date(words, words.skip(place, lex.ARTICLE), node.number)
    return Match(dated.value, dated.end) if dated else after_weekday(words, Match(node, found.end))


def _with_clock(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the time on the clock that follows a day."""
    place = found.end + 1 if words.norm(found.end) in (",", "t") else found.end
    for start in (place, words.skip(place, lex.OPENER)):
        span = clock_span(words, start, marked=True, after_day=True)
        if span:
            return _late_part(words, found.value, span)
    return found


def _late_part(words: Words, of: Node, span: Match[tuple[Clock, Clock | None]]) -> Match[Node]:
    """Join a day and a clock, with the part of the day said last: "tirsdag kl. 8 om kvelden"."""
    first, last = span.value
    end = span.end
    leading = isinstance(of, Parted) and of.leading
    part = of.part if isinstance(of, Parted) and not leading else None
    if leading:  # "natt til torsdag klokken to" is at two in the night
        first = replace(first, half_day=False)
        last = replace(last, half_day=False) if last else None
    if part is None:
        late = words.find(words.skip(end, lex.OPENER), lex.PART)
        part, end = (late.value, late.end) if late else (None, end)
    base = of.day if isinstance(of, Parted) and not of.leading else of
    return Match(Timed(base, first, last, part), end)


def _is_led(words: Words, at: int) -> bool:
    """Whether an article shows that a number is a day: the "the" of "noon on the 24th"."""
    return bool(words.find(words.skip(at, lex.OPENER) - 1, lex.ARTICLE)) or bool(
        words.find(words.skip(at, lex.OPENER), lex.ARTICLE)
    )


def _clock_first(words: Words, at: int, inner: bool) -> Match[Node] | None:
    """Read kl. 12 i dag, 2 pm on Tuesday, from 9 to 11 a.m. Thursday, midnight."""
    place = words.skip(at, lex.OPENER)
    if iso_date(words, place) or numeric_date(words, place):
        return None
    span = clock_span(words, at, marked=words.typed or inner)
    if span is None and place > at:
        span = clock_span(words, place, marked=words.typed or inner)
    span = span or _hour_of_a_near_day(words, at) or _hours_of_a_near_day(words, at)
    span = span or _hours_before_a_day(words, at)
    if span is None:
        return None
    first, last = span.value
    end = span.end + 1 if words.norm(span.end) == "," else span.end
    near = words.find(words.skip(end, lex.OPENER), lex.PART)
    of = parted_weekday(words, end) or part_of_a_near_day(words, end)
    of = of or _part_first(words, end) or day(words, end)
    if of and isinstance(of.value, DayOfMonth) and not _is_led(words, end):
        of = None
    if of and not isinstance(of.value, Timed):
        found = _with_part(words, of)
        node = found.value
        if isinstance(node, Parted) and node.leading:  # "kl. 2 natt til søndag" is in that night
            first = replace(first, half_day=False)
            return Match(Timed(node, first, last), found.end)
        if isinstance(node, Parted):
            return Match(Timed(node.day, first, last, node.part), found.end)
        return Match(Timed(node, first, last), found.end)
    if near:
        return Match(Timed(None, first, last, near.value), near.end)
    return Match(Timed(None, first, last), span.end)
