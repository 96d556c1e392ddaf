"""Whole phrases: deadlines, open ends, lengths of time, what is left of a period."""

from collections.abc import Iterator

from bot.reading.when import lexicon as lex
from bot.reading.when.grammar.amounts import amount
from bot.reading.when.grammar.clock import clock, plain_hour
from bot.reading.when.grammar.periods import period
from bot.reading.when.grammar.recurrence import each
from bot.reading.when.grammar.shifts import shifted
from bot.reading.when.grammar.spans import one_time, span
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import (
    Amount,
    Beside,
    Bounded,
    Counted,
    DayMonth,
    DayOfMonth,
    Each,
    Ending,
    Hedged,
    Lasting,
    Node,
    Nth,
    Parted,
    Relative,
    Remaining,
    Shifted,
    Timed,
    Vague,
    Weekday,
    Yearly,
)
from bot.reading.when.terms import Bound, DayPart, Feast, Ref, Unit

_CLOCK_UNITS = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
_OF_A_YEAR = (DayMonth, Feast)
_HOUR_BOUNDS = (Bound.BY, Bound.BEFORE, Bound.AFTER, Bound.FROM)
_CLOSING = (Bound.BY, Bound.BEFORE)
_A_FEW = 3.0  # "the coming days" without a number


def readings(words: Words, at: int) -> Iterator[Match[Node]]:
    """Read the phrase of time that begins at a place: the longest first, then its head alone.

    The head is for where the whole is no time after all ("på lørdag og i går").
    """
    longest = phrase(words, at)
    if longest:
        yield longest
        head = one_time(words, at, inner=False)
        if head and head.end < longest.end:
            yield head


def phrase(words: Words, at: int) -> Match[Node] | None:
    """Read the longest phrase of time that begins at a place."""
    candidates = (
        _counted(words, at),
        each(words, at),
        _bounded_in_the_day(words, span(words, at)),
        _hedged(words, at),
        _bounded(words, at),
        _remaining(words, at),
        _ending(words, at),
        shifted(words, at),
        _vague(words, at),
    )
    found = [candidate for candidate in candidates if candidate]
    return _bound_after(words, max(found, key=lambda match: match.end)) if found else None


def _bound_after(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the bound said last: fredag senest, Thursday at the earliest, kl. 14 og utover."""
    found = _hedge_after(words, found)
    place = found.end + 1 if words.norm(found.end) == "," else found.end
    bound = words.find(place, lex.BOUND_AFTER)
    if bound and isinstance(found.value, Bounded) and found.value.bound is bound.value:
        return Match(found.value, bound.end)  # "from Monday onwards"
    if bound is None or isinstance(found.value, Bounded | Lasting | Vague | Each):
        return found
    return Match(Bounded(bound.value, found.value), bound.end)


def _hedge_after(words: Words, found: Match[Node]) -> Match[Node]:
    """Read the hedge said last: om ti dager eller så, i helga en gang, ten days or so."""
    some_time = words.find(found.end, lex.SOME_TIME_AFTER)
    if some_time and words.typed:
        found = Match(found.value, some_time.end)
    hedge = words.find(found.end, lex.HEDGE_AFTER)
    if hedge is None or isinstance(found.value, Lasting | Vague | Each):
        return found
    return Match(Hedged(found.value), hedge.end)


def _hedged(words: Words, at: int) -> Match[Node] | None:
    hedge = words.find(at, lex.HEDGE)
    if hedge is None:
        return None
    found = span(words, hedge.end, inner=True) or shifted(words, hedge.end)
    if found and not words.typed and isinstance(found.value, Timed):
        bare = words.norm(hedge.end).isdecimal() and found.end == hedge.end + 1
        found = None if bare else found  # "rundt 1400 personer"
    return Match(Hedged(found.value), found.end) if found else None


def _bounded(words: Words, at: int) -> Match[Node] | None:
    """Read innen fredag, before the weekend, fra 1. juli, by the end of the month."""
    bound = words.find(at, lex.BOUND)
    if bound is None:
        return _within(words, at) or _period_bounded(words, at) or _near_bounded(words, at)
    if bound.value is Bound.FROM and (after := _after_something(words, bound.end)):
        return after
    place = words.skip(bound.end, lex.HEDGE, lex.REST_OF)
    ending = words.find(place, lex.END_OF)
    if ending:
        of = span(words, words.skip(ending.end, lex.ARTICLE), inner=True)
        if of:
            return Match(Bounded(bound.value, Ending(of.value)), of.end)
    closing = _genitive_end(words, place)
    if closing:
        return Match(Bounded(bound.value, closing.value), closing.end)
    moved = words.norm(at - 1) in words.words.postponing  # "flyttet fra torsdag til fredag"
    found = one_time(words, place, inner=True) if moved else span(words, place, inner=True)
    if bound.value is Bound.BY:
        within = _within_amount(words, place)
        if within and not (found and found.end > within.end):
            return within
    found = found or shifted(words, place) or _part_today(words, place)
    found = found or _bare_hour(words, place)
    if found is None or (bound.value is Bound.FROM and _is_compared_with(found.value)):
        return None
    over = words.find(found.end, lex.OVER) if bound.value in _CLOSING else None
    if over:  # "før året er omme"
        return Match(Bounded(bound.value, Ending(found.value)), over.end)
    hedged = words.find(bound.end, lex.HEDGE) is not None
    node = Hedged(found.value) if hedged else found.value
    end = words.skip(found.end, lex.BOUND_TAIL) if bound.value is Bound.FROM else found.end
    return Match(Bounded(bound.value, node), end)


def _after_something(words: Words, at: int) -> Match[Node] | None:
    """Read the "etter helgen" of "tidligst etter helgen"."""
    after = words.find(at, lex.BOUND)
    return _bounded(words, at) if after and after.value is Bound.AFTER else None


def _is_compared_with(node: Node) -> bool:
    """Whether what was so long ago is no beginning: "down from a week ago"."""
    return isinstance(node, Shifted) and node.sign < 0 and node.base is None


def _bare_hour(words: Words, at: int) -> Match[Node] | None:
    """Read the "10" of "before 10", as a person types it."""
    hour = plain_hour(words, at) if words.typed else None
    if hour is None or (words.norm(hour.end).isalpha() and not words.meanings(hour.end)):
        return None
    return Match(Timed(None, hour.value), hour.end)


def _bounded_in_the_day(words: Words, named: Match[Node] | None) -> Match[Node] | None:
    """Read fredag innen kl. 12, tomorrow by 5pm, i kveld etter kl. 20, mandag før lunsj."""
    bound = words.find(named.end, lex.BOUND) if named else None
    if named is None or bound is None or bound.value not in _HOUR_BOUNDS:
        return named
    node = named.value
    part = node.part if isinstance(node, Parted) else None
    on = node.day if isinstance(node, Parted) else node
    if not _is_day(on):
        return named
    place = words.skip(bound.end, lex.HEDGE)
    lunch = words.find(place, lex.PART)
    if lunch and lunch.value is DayPart.LUNCH:
        return Match(Bounded(bound.value, Parted(on, lunch.value)), lunch.end)
    hour = clock(words, place, marked=True) or (plain_hour(words, place) if words.typed else None)
    if hour is None:
        return named
    return Match(Bounded(bound.value, Timed(on, hour.value, part=part)), hour.end)


def _is_day(node: Node | None) -> bool:
    """Whether a phrase names one day."""
    match node:
        case Relative() | Beside():
            return (node.unit if isinstance(node, Relative) else node.what) is Unit.DAY
        case Yearly():
            return isinstance(node.what, _OF_A_YEAR)
        case Nth():
            return isinstance(node.unit, int)
        case _:
            return isinstance(node, Weekday | DayOfMonth)


def _near_bounded(words: Words, at: int) -> Match[Node] | None:
    """Read like etter kl. 14, shortly before midnight: about that time; rett før jul: before it."""
    near = words.find(at, lex.NEAR_BOUND)
    bound = words.find(near.end, lex.BOUND) if near else None
    if bound is None or bound.value not in (Bound.AFTER, Bound.BEFORE):
        return None
    found = span(words, words.skip(bound.end, lex.HEDGE), inner=True)
    if found is None:
        return None
    node = Hedged(found.value)
    at_once = isinstance(found.value, Timed)
    return Match(node if at_once else Bounded(bound.value, node), found.end)


def _genitive_end(words: Words, at: int) -> Match[Node] | None:
    """Read årets slutt, the month's end."""
    unit = words.find(words.skip(at, lex.ARTICLE), lex.UNIT)
    end = words.find(unit.end, lex.END_AFTER) if unit else None
    return Match(Ending(Relative(unit.value, 0)), end.end) if unit and end else None


def _period_bounded(words: Words, at: int) -> Match[Node] | None:
    """Read ut november, ut uken."""
    bound = words.find(at, lex.PERIOD_BOUND)
    of = period(words, words.skip(bound.end, lex.ARTICLE), inner=True) if bound else None
    if bound is None or of is None or of.value == Relative(Unit.DAY, 0):
        return None  # "raste ut i dag"
    return Match(Bounded(bound.value, of.value), of.end)


def _ending(words: Words, at: int) -> Match[Node] | None:
    """Read utgangen av juni: the last day of it."""
    ending = words.find(words.skip(at, lex.OPENER), lex.END_OF)
    of = period(words, words.skip(ending.end, lex.ARTICLE), inner=True) if ending else None
    return Match(Ending(of.value), of.end) if of else None


def _within(words: Words, at: int) -> Match[Node] | None:
    within = words.find(at, lex.WITHIN)
    if within is None:
        return None
    days = words.find(within.end, lex.PLURAL_UNIT)
    if days and words.words.bare_lengths:  # "within days"
        few = Shifted(Amount(_A_FEW, days.value, vague=True), 1)
        return Match(Bounded(Bound.BY, few), days.end)
    return _within_amount(words, within.end)


def _within_amount(words: Words, at: int) -> Match[Node] | None:
    """Read the "48 timer" of "innen 48 timer"."""
    found = amount(words, at)
    if found:
        return Match(Bounded(Bound.BY, Shifted(found.value, 1)), found.end)
    unit = words.find(words.skip(at, lex.ARTICLE), lex.UNIT)
    if unit is None or not words.find(at, lex.ARTICLE):
        return None
    if unit.value in _CLOCK_UNITS:  # "within the hour", as a person types it
        node = Bounded(Bound.BY, Shifted(Amount(1, unit.value), 1))
        return Match(node, unit.end) if words.typed else None
    return Match(Bounded(Bound.BY, Relative(unit.value, 0)), unit.end)


def _remaining(words: Words, at: int) -> Match[Node] | None:
    """Read i løpet av uken, later this year, resten av måneden, earlier this week."""
    rest = words.find(at, lex.REST_OF)
    if rest is None:
        return None
    place = words.skip(rest.end, lex.ARTICLE)
    found = span(words, place, inner=True) or span(words, rest.end, inner=True)
    found = found or _part_today(words, place)
    counted = _counted(words, rest.end)
    if counted and (found is None or counted.end >= found.end):
        return counted  # "i løpet av de nærmeste dagene"
    if found is None:
        return _within_amount(words, place) if rest.value > 0 else None
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
        later = words.find(found.end, lex.LATER) or words.find(found.end, lex.AGO)
        return None if later else Match(Counted(found.value, ahead.value), found.end)
    unit = words.find(ahead.end, lex.PLURAL_UNIT)
    if unit is None:
        return None
    return Match(Counted(Amount(_A_FEW, unit.value, vague=True), ahead.value), unit.end)


def _vague(words: Words, at: int) -> Match[Node] | None:
    found = words.find(at, lex.REF)
    return Match(Vague(found.value), found.end) if found else _some_time(words, at)


def _some_time(words: Words, at: int) -> Match[Node] | None:
    """Read for years, years ago: so much time that nobody counted."""
    place = words.skip(at, lex.OPENER)
    unit = words.find(place, lex.PLURAL_UNIT)
    if unit is None or (words.norm(place - 1) == "-" and words.glued(place)):
        return None  # "after-hours"
    ago = words.find(unit.end, lex.AGO)
    if ago and ago.value < 0:
        return Match(Vague(Ref.PAST), ago.end)
    if place == at and not words.words.bare_lengths:
        return None
    return Match(Lasting(Amount(_A_FEW, unit.value, vague=True)), unit.end)
