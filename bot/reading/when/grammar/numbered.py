"""Weeks, quarters, halves and thirds by their numbers: uke 49, Q3, årets siste kvartal."""

from bot.reading.when import lexicon as lex
from bot.reading.when.grammar.dates import tell_year, year_number
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import Node, Numbered, Yearly
from bot.reading.when.terms import Unit

_MOST = {Unit.WEEK: 53, Unit.QUARTER: 4, Unit.HALF: 2, Unit.THIRD: 3}
_SAID_WITH = 12  # tokens


def numbered(words: Words, at: int) -> Match[Node] | None:
    """Read uke 49, week 49, Q3, third quarter, første halvår, 3. kvartal."""
    at = words.skip(at, lex.ARTICLE)
    found = unit_then_number(words, at) or _number_then_unit(words, at)
    if found is None:
        return _numbered_after_year(words, at)
    year = tell_year(words, found.end)
    if year.end == found.end and (_is_of_something(words, found) or _is_of_a_match(words, found)):
        return None
    if year.end == found.end and words.norm(found.end) == "/":
        told = year_number(words, found.end + 1)
        year = Match((told.value, None), told.end) if told else year
    end = _of_its_year(words, found.end) if year.end == found.end else year.end
    return Match(Yearly(found.value, year=year.value[0], years_on=year.value[1]), end)


def of_the_year(words: Words, at: int, years_on: int) -> Match[Node] | None:
    """Read the "siste kvartal" of "årets siste kvartal", "this year's second half"."""
    if words.norm(at - 1)[-1:] != "s":
        return None
    found = _number_then_unit(words, at, of_year=True)
    return Match(Yearly(found.value, years_on=years_on), found.end) if found else None


def _numbered_after_year(words: Words, at: int) -> Match[Node] | None:
    """Read the 1988 fourth quarter."""
    year = year_number(words, at)
    found = _number_then_unit(words, year.end) if year else None
    return Match(Yearly(found.value, year=year.value), found.end) if year and found else None


def _is_of_something(words: Words, found: Match[Numbered]) -> bool:
    """Whether a part of something else was numbered: "the second half of the book"."""
    joint = words.find(found.end, lex.JOINT)
    if joint is None or words.typed or found.value.unit is Unit.WEEK:
        return False
    if _of_its_year(words, found.end) > found.end:
        return False
    plays = found.value.unit is Unit.HALF and words.words.of_matches  # "the second half in Rome"
    if not plays and words.norm(found.end) not in words.words.partitive:
        return False
    return not words.norm(joint.end).isdecimal()


def _of_its_year(words: Words, at: int) -> int:
    """Return the place after the "of the year" of "the first quarter of the year"."""
    joint = words.find(at, lex.JOINT)
    place = words.skip(joint.end, lex.ARTICLE) if joint else at
    unit = words.find(place, lex.UNIT) if joint else None
    led = joint is not None and bool(words.find(place - 1, lex.ARTICLE))
    return (
        unit.end if unit and unit.value is Unit.YEAR and (led or not words.words.articles) else at
    )


def _is_of_a_match(words: Words, found: Match[Numbered]) -> bool:
    """Whether the half of a match is meant: "a second-half goal", "scored in the second half"."""
    if words.typed or found.value.unit is Unit.WEEK:
        return False
    around = range(max(0, found.end - _SAID_WITH), found.end + _SAID_WITH)
    if any(words.norm(place) in words.words.of_matches for place in around):
        return True
    hyphen = found.value.unit is Unit.HALF and words.norm(found.end - 2) == "-"
    return hyphen and words.norm(found.end).isalpha()


def unit_then_number(words: Words, at: int) -> Match[Numbered] | None:
    """Read uke 49, Q3: the unit first."""
    unit, letter = words.find(at, lex.UNIT), words.find(at, lex.QUARTER_LETTER)
    if unit and unit.value is Unit.WEEK:
        return _number_of(words, unit.end, Unit.WEEK)
    if letter and words.glued(letter.end):
        return _number_of(words, letter.end, letter.value)
    return None


def _number_of(words: Words, at: int, unit: Unit) -> Match[Numbered] | None:
    number = words.number(at)
    if number is None or not 1 <= number <= _MOST[unit] or len(words.norm(at)) > 2:
        return None
    return Match(Numbered(unit, number), at + 1)


def _number_then_unit(words: Words, at: int, *, of_year: bool = False) -> Match[Numbered] | None:
    ordinal = words.find(at, lex.ORDINAL)
    number, after = (ordinal.value, ordinal.end) if ordinal else (words.number(at), at + 1)
    if ordinal is None and number is not None:
        if words.norm(after) == "." or words.norm(after) in words.words.ordinal_ends:
            after += 1
        elif not (words.glued(after) and words.find(after, lex.QUARTER_LETTER)):
            return None
    after = after + 1 if words.norm(after) == "-" and words.glued(after) else after
    unit = words.find(after, lex.UNIT) or words.find(after, lex.QUARTER_LETTER)
    if number is None or unit is None or unit.value not in (Unit.QUARTER, Unit.HALF, Unit.THIRD):
        return None
    if number == -1:
        told = tell_year(words, unit.end)
        number = _MOST[unit.value] if of_year or told.end > unit.end else 0
    fits = 1 <= number <= _MOST[unit.value]
    return Match(Numbered(unit.value, number), unit.end) if fits else None
