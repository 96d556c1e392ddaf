"""Whole phrases: spans of days, deadlines, open ends, so much time on or ago."""

from collections.abc import Iterator
from dataclasses import replace

from bot.reading.when import lexicon as lex
from bot.reading.when.grammar.amounts import amount
from bot.reading.when.grammar.dates import day_number
from bot.reading.when.grammar.days import day
from bot.reading.when.grammar.moments import moment
from bot.reading.when.grammar.periods import period
from bot.reading.when.grammar.recurrence import each
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import (
    Amount,
    Bounded,
    Counted,
    DayMonth,
    DayOfMonth,
    Each,
    Ending,
    Hedged,
    Lasting,
    Month,
    Node,
    Numbered,
    Parted,
    Ranged,
    Relative,
    Remaining,
    Shifted,
    Timed,
    TurnOfMonth,
    Vague,
    Weekday,
    Yearly,
    Years,
)
from bot.reading.when.terms import Bound, Ref, Unit, Which

_CLOCK_UNITS = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
_A_FEW = 3.0  # "the coming days" without a number


def readings(words: Words, at: int) -> Iterator[Match[Node]]:
    """Read the phrase of time that begins at a place: the longest first, then its head alone.

    The head is for where the whole is no time after all ("på lørdag og i går").
    """
    longest = phrase(words, at)
    if longest:
        yield longest
        head = _one(words, at, inner=False)
        if head and head.end < longest.end:
            yield head


def phrase(words: Words, at: int) -> Match[Node] | None:
    """Read the longest phrase of time that begins at a place."""
    candidates = (
        _counted(words, at),
        each(words, at),
        span(words, at),
        _hedged(words, at),
        _bounded(words, at),
        _remaining(words, at),
        _ending(words, at),
        _shifted(words, at),
        _vague(words, at),
    )
    found = [candidate for candidate in candidates if candidate]
    return _bound_after(words, max(found, key=lambda match: match.end)) if found else None


def _bound_after(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the bound said last: fredag senest, Thursday at the earliest, kl. 14 og utover."""
    place = found.end + 1 if words.norm(found.end) == "," else found.end
    bound = words.find(place, lex.BOUND_AFTER)
    if bound and isinstance(found.value, Bounded) and found.value.bound is bound.value:
        return Match(found.value, bound.end)  # "from Monday onwards"
    if bound is None or isinstance(found.value, Bounded | Lasting | Vague | Each):
        return found
    return Match(Bounded(bound.value, found.value), bound.end)


def _hedged(words: Words, at: int) -> Match[Node] | None:
    hedge = words.find(at, lex.HEDGE)
    if hedge is None:
        return None
    found = span(words, hedge.end, inner=True) or _shifted(words, hedge.end)
    return Match(Hedged(found.value), found.end) if found else None


def _bounded(words: Words, at: int) -> Match[Node] | None:
    """Read innen fredag, before the weekend, fra 1. juli, by the end of the month."""
    bound = words.find(at, lex.BOUND)
    if bound is None:
        return _within(words, at) or _period_bounded(words, at)
    place = words.skip(bound.end, lex.HEDGE, lex.REST_OF)
    ending = words.find(place, lex.END_OF)
    if ending:
        of = span(words, words.skip(ending.end, lex.ARTICLE), inner=True)
        if of:
            return Match(Bounded(bound.value, Ending(of.value)), of.end)
    closing = _genitive_end(words, place)
    if closing:
        return Match(Bounded(bound.value, closing.value), closing.end)
    if bound.value is Bound.BY:
        within = _within_amount(words, place)
        if within:
            return within
    found = span(words, place, inner=True) or _shifted(words, place) or _part_today(words, place)
    if found is None:
        return None
    hedged = words.find(bound.end, lex.HEDGE) is not None
    node = Hedged(found.value) if hedged else found.value
    end = words.skip(found.end, lex.BOUND_TAIL) if bound.value is Bound.FROM else found.end
    return Match(Bounded(bound.value, node), end)


def _genitive_end(words: Words, at: int) -> Match[Node] | None:
    """Read årets slutt, the month's end."""
    unit = words.find(words.skip(at, lex.ARTICLE), lex.UNIT)
    end = words.find(unit.end, lex.END_AFTER) if unit else None
    return Match(Ending(Relative(unit.value, 0)), end.end) if unit and end else None


def _period_bounded(words: Words, at: int) -> Match[Node] | None:
    """Read ut november, ut uken."""
    bound = words.find(at, lex.PERIOD_BOUND)
    of = period(words, words.skip(bound.end, lex.ARTICLE), inner=True) if bound else None
    return Match(Bounded(bound.value, of.value), of.end) if bound and of else None


def _ending(words: Words, at: int) -> Match[Node] | None:
    """Read utgangen av juni: the last day of it."""
    ending = words.find(words.skip(at, lex.OPENER), lex.END_OF)
    of = period(words, words.skip(ending.end, lex.ARTICLE), inner=True) if ending else None
    return Match(Ending(of.value), of.end) if of else None


def _within(words: Words, at: int) -> Match[Node] | None:
    within = words.find(at, lex.WITHIN)
    return _within_amount(words, within.end) if within else None


def _within_amount(words: Words, at: int) -> Match[Node] | None:
    """Read the "48 timer" of "innen 48 timer"."""
    found = amount(words, at)
    if found:
        return Match(Bounded(Bound.BY, Shifted(found.value, 1)), found.end)
    unit = words.find(words.skip(at, lex.ARTICLE), lex.UNIT)
    whole = unit is not None and unit.value not in _CLOCK_UNITS and words.find(at, lex.ARTICLE)
    return Match(Bounded(Bound.BY, Relative(unit.value, 0)), unit.end) if unit and whole else None


def _remaining(words: Words, at: int) -> Match[Node] | None:
    """Read i løpet av uken, later this year, resten av måneden, earlier this week."""
    rest = words.find(at, lex.REST_OF)
    if rest is None:
        return None
    place = words.skip(rest.end, lex.ARTICLE)
    found = span(words, place, inner=True) or span(words, rest.end, inner=True)
    found = found or _part_today(words, place)
    if found is None:
        within = _within_amount(words, place) if rest.value > 0 else None
        return _counted(words, rest.end) or within
    return Match(Remaining(found.value, rest.value), found.end)


def _part_today(words: Words, at: int) -> Match[Node] | None:
    """Read the "kvelden" of "i løpet av kvelden"."""
    part = words.find(at, lex.PART)
    return Match(Parted(Relative(Unit.DAY, 0), part.value), part.end) if part else None


def _counted(words: Words, at: int) -> Match[Node] | None:
    """Read de neste tre dagene, over the next four days, in the coming days."""
    gone = words.find(at, lex.PAST_SPAN) or words.find(words.skip(at, lex.OPENER), lex.PAST_SPAN)
    if gone:
        return Match(Counted(Amount(*gone.value), -1), gone.end)
    at = words.skip(at, lex.OPENER)
    ahead = words.find(at, lex.SPAN_AHEAD)
    if ahead is None:
        return None
    lapse = words.find(ahead.end, lex.LAPSE)
    if lapse:
        return Match(Counted(Amount(*lapse.value), ahead.value), lapse.end)
    found = amount(words, ahead.end)
    if found:
        return Match(Counted(found.value, ahead.value), found.end)
    unit = words.find(ahead.end, lex.PLURAL_UNIT)
    if unit is None:
        return None
    return Match(Counted(Amount(_A_FEW, unit.value, vague=True), ahead.value), unit.end)


def _shifted(words: Words, at: int) -> Match[Node] | None:
    """Read om to uker, for tre dager siden, two days later, a week after Easter."""
    lead = words.find(at, lex.AHEAD)
    if lead:
        exactly = words.find(lead.end, lex.EXACTLY)
        place = exactly.end if exactly else words.skip(lead.end, lex.HEDGE)
        found = amount(words, place)
        if found:
            after = words.find(found.end, lex.LATER) or words.find(found.end, lex.AGO)
            node: Node = Shifted(found.value, lead.value, exact=bool(exactly))
            hedged = Hedged(node) if place > lead.end and not exactly else node
            return Match(hedged, after.end if after and after.value > 0 else found.end)
    behind = words.find(at, lex.BEHIND)
    place = words.skip(behind.end, lex.HEDGE) if behind else at
    found = amount(words, place)
    if found is None:
        return None
    ago = words.find(found.end, lex.AGO)
    if ago:
        return Match(Shifted(found.value, ago.value), ago.end)
    return _shift_from(words, found) or (None if behind else Match(Lasting(found.value), found.end))


def _shift_from(words: Words, found: Match[Amount]) -> Match[Node] | None:
    shift = words.find(found.end, lex.SHIFT)
    base = shift and (day(words, shift.end, inner=True) or period(words, shift.end, inner=True))
    if base is None and found.value.unit is Unit.WEEK:
        base, shift = day(words, found.end), Match(1, found.end)  # "a week on Tuesday"
    if shift and base:
        return Match(Shifted(found.value, shift.value, base.value), base.end)
    later = words.find(found.end, lex.LATER)
    if later:
        return Match(Shifted(found.value, later.value, carried=True), later.end)
    return None


def _vague(words: Words, at: int) -> Match[Node] | None:
    found = words.find(at, lex.REF)
    return Match(Vague(found.value), found.end) if found else _some_time(words, at)


def _some_time(words: Words, at: int) -> Match[Node] | None:
    """Read for years, years ago: so much time that nobody counted."""
    place = words.skip(at, lex.OPENER)
    unit = words.find(place, lex.PLURAL_UNIT)
    if unit is None:
        return None
    ago = words.find(unit.end, lex.AGO)
    if ago and ago.value < 0:
        return Match(Vague(Ref.PAST), ago.end)
    amount = Amount(_A_FEW, unit.value, vague=True)
    return Match(Lasting(amount), unit.end) if place > at else None


def span(words: Words, at: int, *, inner: bool = False) -> Match[Node] | None:
    """Read one time, or from one to another."""
    lead = words.find(at, lex.BETWEEN)
    found = _both(words, at, between=False, inner=inner)
    both = _both(words, lead.end, between=True, inner=True) if lead else None
    both = both or (_from_now(words, lead.end) if lead else None)
    return both if both and (found is None or both.end > found.end) else found


def _from_now(words: Words, at: int) -> Match[Node] | None:
    """Read the "now until Friday" of "from now until Friday"."""
    now = words.find(at, lex.REF)
    join = words.find(now.end, lex.THROUGH) if now and now.value is Ref.PRESENT else None
    last = _one(words, join.end, inner=True) if join else None
    return Match(Bounded(Bound.UNTIL, last.value), last.end) if last else None


def _both(words: Words, at: int, *, between: bool, inner: bool) -> Match[Node] | None:
    first = _one(words, at, inner=inner)
    elliptic = _bare_day(words, at)
    for left in (first, elliptic):
        if left is None:
            continue
        join = _join(words, left)
        if join is None:
            continue
        right = _right(words, join.end, left.value)
        joined = right and join_ends(left.value, right.value)
        if joined and right:
            return Match(joined, right.end)
    return None if between else first


def _join(words: Words, left: Match[Node]) -> Match[bool] | None:
    """Read what joins the first of several to the last: til, through, ", 15. og", mars/april."""
    end = left.end
    while words.norm(end) == "," and (day := _bare_day(words, end + 1)):
        end = day.end
    place = end + 1 if words.norm(end) == "," else end
    through = words.find(place, lex.THROUGH)
    if through and (place == end or words.norm(place) != "-"):
        return through
    months = isinstance(left.value, Yearly) and isinstance(left.value.what, Month)
    if months and words.norm(end) == "/":
        return Match(True, end + 1)
    conjunction = words.find(end, lex.AND)
    bound = words.find(conjunction.end, lex.PERIOD_BOUND) if conjunction else None
    return Match(True, bound.end) if bound else conjunction


def _one(words: Words, at: int, *, inner: bool) -> Match[Node] | None:
    found = [
        match
        for match in (
            moment(words, at, inner=inner),
            period(words, at, inner=inner),
            _turn(words, at),
        )
        if match
    ]
    return max(found, key=lambda match: match.end) if found else None


def _turn(words: Words, at: int) -> Match[Node] | None:
    """Read ved månedsskiftet, månedsskiftet mars/april."""
    turn = words.find(words.skip(at, lex.OPENER), lex.TURN)
    if turn is None:
        return None
    month = words.find(words.skip(turn.end, lex.JOINT), lex.MONTH)
    if month is None:
        return Match(TurnOfMonth(), turn.end)
    after = words.find(month.end + 1, lex.MONTH) if words.norm(month.end) in ("/", "-") else None
    return Match(TurnOfMonth(month.value), after.end if after else month.end)


def _bare_day(words: Words, at: int) -> Match[Node] | None:
    """Read the "24." of "24. til 26. oktober"."""
    place = words.skip(words.skip(at, lex.OPENER), lex.ARTICLE)
    weekday = words.find(place, lex.WEEKDAY)
    found = day_number(words, words.skip(weekday.end, lex.ARTICLE) if weekday else place)
    if found is None:
        return None
    return Match(DayOfMonth(found.value.day, weekday.value if weekday else None), found.end)


def _right(words: Words, at: int, left: Node) -> Match[Node] | None:
    if isinstance(left, Years) and (years := period(words, at, inner=True)):
        return years
    found = _one(words, at, inner=True)
    if found:
        return found
    if isinstance(left, Yearly | DayOfMonth | Years):
        number = words.number(at)
        if isinstance(left, Years) or (
            isinstance(left, Yearly) and isinstance(left.what, Numbered)
        ):
            return (
                Match(DayOfMonth(number), at + 1) if number is not None and number < 100 else None
            )
        return _bare_day(words, at)
    return None


def join_ends(left: Node, right: Node) -> Node | None:
    """Complete each end of a span by what the other tells, or None if they don't go together."""
    if isinstance(left, DayOfMonth):
        if isinstance(right, Yearly) and isinstance(right.what, DayMonth):
            what = DayMonth(left.day, right.what.month, left.weekday)
            return Ranged(replace(right, what=what), right)
        return (
            Ranged(left, right)
            if isinstance(right, DayOfMonth) and left.weekday is not None
            else None
        )
    if isinstance(right, DayOfMonth) and isinstance(left, Yearly):
        return _right_number(left, right)
    if isinstance(left, Years) and isinstance(right, DayOfMonth):
        return Ranged(left, Years(left.first // 100 * 100 + right.day))
    if isinstance(left, Weekday) and isinstance(right, Weekday):
        within = left.within or right.within if left.which is Which.PLAIN else left.within
        return Ranged(
            replace(left, within=within), replace(right, within=right.within or left.within)
        )
    if isinstance(left, Yearly) and isinstance(right, Yearly):
        return Ranged(_with_year(left, right), right)
    if type(left) in _JOINABLE and type(right) in _JOINABLE:
        return Ranged(left, right)
    return None


_JOINABLE = (Yearly, Weekday, Relative, Parted, Timed, Years)


def _with_year(left: Yearly, right: Yearly) -> Yearly:
    if right.year is None or left.year is not None:
        return (
            left
            if right.years_on is None or left.years_on is not None
            else replace(left, years_on=right.years_on)
        )
    crosses = _place(left) > _place(right)
    return replace(left, year=right.year - crosses)


def _place(node: Yearly) -> tuple[int, int]:
    what = node.what
    if isinstance(what, DayMonth):
        return what.month, what.day
    number = what.number if isinstance(what, Month | Numbered) else 0
    return number, 0


def _right_number(left: Yearly, right: DayOfMonth) -> Node | None:
    what = left.what
    if isinstance(what, DayMonth):
        last = replace(left, what=DayMonth(right.day, what.month, right.weekday))
        return Ranged(left, last) if right.day > what.day else None
    if isinstance(what, Numbered):
        return Ranged(left, replace(left, what=Numbered(what.unit, right.day)))
    return None
