"""Years by their numbers: i 2027, the 1990s, på 1800-tallet, fiscal 2026."""

from bot.reading.when import lexicon as lex
from bot.reading.when.grammar.dates import year_number
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import Node, Years


def years(words: Words, at: int, *, inner: bool) -> Match[Node] | None:
    """Read a year, a decade or a century where its place shows that it is one."""
    fiscal = words.find(at, lex.FISCAL)
    if fiscal:
        year = year_number(words, fiscal.end)
        return Match(Years(year.value, fiscal=True), year.end) if year else None
    opener = words.opener(at, lex.YEAR_OPENER)
    place = words.skip(opener.end if opener else at, lex.ARTICLE)
    # "på" opens a decade, but no year: "på 1990-tallet".
    for start in (place, words.skip(at, lex.OPENER, lex.ARTICLE)):
        figures = words.norm(start).isdecimal() or words.norm(start) == "'"
        if figures or words.find(start, lex.ORDINAL):
            found = _decade(words, start) or _century(words, start)
            if found:
                return found
    year = year_number(words, place)
    if year is None or not 1500 <= year.value <= 2199:
        return None
    bracketed = words.norm(at - 1) in ("(", "/", "-") and words.norm(year.end) in (")", "-")
    named = place > at and 1900 <= year.value <= 2099 and words.words.capital_months
    shown = opener or inner or bracketed or named
    shown = shown or (words.typed and _is_round(words, at, year.value))
    if not shown or words.norm(year.end) in words.words.counters:
        return None
    return Match(Years(year.value), year.end)


def _is_round(words: Words, at: int, year: int) -> bool:
    """Whether four bare figures are a year rather than a time of the day."""
    return 1900 <= year <= 2099 and words.norm(at + 1) != "-" and year >= 2000 + 24


def _decade(words: Words, at: int) -> Match[Node] | None:
    """Read the 1990s, 1990-tallet, '80s."""
    at = at + 1 if words.norm(at) == "'" else at
    number = words.number(at)
    if number is None or number % 10:
        return None
    place = at + 2 if words.norm(at + 1) in ("-", "'") else at + 1
    ending = words.find(place, lex.DECADE)
    if words.norm(at - 1) in words.words.possessives:
        return None  # "a man in his 40s"
    if ending is None or not words.glued(place):
        return None
    if not ending.value:
        return Match(Years(number, 10), ending.end) if len(words.norm(at)) == 4 else None
    if number % 100 == 0 and words.norm(at + 1) == "-" and len(words.norm(at)) == 4:
        return Match(Years(number, 100), ending.end)
    first = number if number >= 1000 else 1900 + number if number >= 30 else 2000 + number
    return Match(Years(first, 10), ending.end) if len(words.norm(at)) in (2, 4) else None


def _century(words: Words, at: int) -> Match[Node] | None:
    number = words.number(at)
    ordinal = words.find(at, lex.ORDINAL)
    value = number if number is not None else ordinal.value if ordinal else None
    after = at + 1 if ordinal is None else ordinal.end
    if number is not None and words.norm(after) in (*words.words.ordinal_ends, "."):
        after += 1
    after = after + 1 if words.norm(after) == "-" else after
    ending = words.find(after, lex.CENTURY)
    if value is None or ending is None or not 1 <= value <= 22:
        return None
    return Match(Years((value - 1) * 100, 100), ending.end)
