"""Amounts of time: to uker, an hour and a half, et par dager, halvtime."""

from bot.reading.when import lexicon as lex
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import Amount
from bot.reading.when.terms import Unit

_HALF = 0.5


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
    number = _and_a_half(words, number)
    place = number.end + 1 if words.norm(number.end) == "-" else number.end
    place = words.skip(place, lex.AMOUNT_ADJECTIVE)
    unit = words.find(place, lex.UNIT)
    if unit is None:
        return None
    if unit.value is Unit.SECOND and _is_ordinal(words, place, unit.end):
        return None
    value, end = number.value, unit.end
    more = words.find(end, lex.AND)
    half = words.find(more.end, lex.NUMBER) if more else None
    if half and half.value == 0.5:
        value, end = value + 0.5, half.end
    return Match(Amount(value, unit.value, vague=number is vague), end)


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
