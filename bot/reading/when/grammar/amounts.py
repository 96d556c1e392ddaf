"""Amounts of time: to uker, an hour and a half, et par dager, halvtime."""

from dataclasses import replace

from bot.reading.when import lexicon as lex
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import Amount
from bot.reading.when.terms import Unit

_HALF = 0.5
_SMALLER = {
    Unit.YEAR: (Unit.MONTH, 12),
    Unit.WEEK: (Unit.DAY, 7),
    Unit.DAY: (Unit.HOUR, 24),
    Unit.HOUR: (Unit.MINUTE, 60),
}


def amount(words: Words, at: int) -> Match[Amount] | None:
    """Read to uker, an hour and a half, halvannet år, et par dager, three-day."""
    whole = words.find(at, lex.AMOUNT)
    if whole:
        return Match(Amount(*whole.value), whole.end)
    vague = words.find(at, lex.VAGUE_NUMBER)
    number = _number(words, at)
    if vague and (number is None or vague.end > number.end):
        number = vague
    if number is None:
        return None
    number = _and_a_half(words, number)
    most = _most(words, number)
    found = _of_unit(words, most or number)
    if found is None:
        return None
    least = number.value if most else None
    if least is None:
        found = _and_smaller(words, found)
    either = None if most else _or_two(words, found)
    if either:
        least, found = found.value.number, either
    return Match(replace(found.value, vague=number is vague, least=least), found.end)


def _of_unit(words: Words, number: Match[float]) -> Match[Amount] | None:
    """Read the unit of a number: to uker, three-day, fem lange år, ett år og et halvt."""
    place = number.end + 1 if words.norm(number.end) == "-" else number.end
    place = words.skip(place, lex.AMOUNT_ADJECTIVE)
    unit = words.find(place, lex.UNIT)
    if unit is None or (unit.value is Unit.SECOND and _is_ordinal(words, place, unit.end)):
        return None
    more = words.find(unit.end, lex.AND)
    half = words.find(more.end, lex.NUMBER) if more else None
    if half and half.value == _HALF:
        return Match(Amount(number.value + _HALF, unit.value), half.end)
    return Match(Amount(number.value, unit.value), unit.end)


def _and_smaller(words: Words, found: Match[Amount]) -> Match[Amount]:
    """Read the smaller unit told next: én time og 20 minutter, 1h30m, two years and six months."""
    unit = found.value.unit
    if unit not in _SMALLER or found.value.number % 1:
        return found
    smaller, times = _SMALLER[unit]
    join = words.find(found.end, lex.AND)
    place = join.end if join and join.value else found.end
    whole = words.find(place, lex.AMOUNT)
    number = _number(words, place) if join or words.number(place) is not None else None
    more = Match(Amount(*whole.value), whole.end) if whole and join else None
    more = more or (_of_unit(words, number) if number else None)
    if more is None and number and unit is Unit.HOUR and words.glued(place):
        last = number.end + (words.glued(number.end) and words.norm(number.end) == "m")
        more = Match(Amount(number.value, Unit.MINUTE), last)
    if more is None or more.value.unit is not smaller:
        return found
    total = found.value.number * times + more.value.number
    return Match(Amount(total, smaller), more.end)


def _most(words: Words, least: Match[float]) -> Match[float] | None:
    """Read the "til tre" of "to til tre uker", the "–15" of "10–15 minutter"."""
    either = words.find(least.end, lex.AND)
    join = words.find(least.end, lex.THROUGH) or (None if either and either.value else either)
    most = _number(words, join.end) if join else None
    return most if most and most.value > least.value else None


def _or_two(words: Words, least: Match[Amount]) -> Match[Amount] | None:
    """Read the "eller to" of "en dag eller to"."""
    either = words.find(least.end, lex.AND)
    most = words.find(either.end, lex.NUMBER) if either and not either.value else None
    if most is None or most.value <= least.value.number:
        return None
    if words.find(most.end, lex.UNIT):
        return None
    return Match(replace(least.value, number=most.value), most.end)


def _number(words: Words, at: int) -> Match[float] | None:
    figure = words.number(at)
    named = words.find(at, lex.NUMBER)
    return named or (_decimal(words, at, figure) if figure is not None else None)


def _is_ordinal(words: Words, at: int, after: int) -> bool:
    """Whether a word for a second counts things: "a second blast", "a second-hand suit"."""
    if words.norm(after) == "-":
        return True
    known = words.find(after, lex.LATER) or words.find(after, lex.AGO)
    return bool(words.find(at, lex.ORDINAL)) and words.norm(after).isalpha() and not known


def _and_a_half(words: Words, number: Match[float]) -> Match[float]:
    """Read the half of "to og en halv time"."""
    more = words.find(number.end, lex.AND)
    half = words.find(more.end, lex.NUMBER) if more else None
    return Match(number.value + _HALF, half.end) if half and half.value == _HALF else number


def _decimal(words: Words, at: int, figure: int) -> Match[float]:
    """Read 2, 2,5 and 2.5."""
    glued = words.glued(at + 1) and words.glued(at + 2)
    if words.norm(at + 1) in (",", ".") and glued and words.number(at + 2) is not None:
        return Match(float(f"{figure}.{words.norm(at + 2)}"), at + 3)
    return Match(float(figure), at + 1)
