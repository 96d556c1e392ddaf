"""Months by their names: i mai, into March, juli og august; not the people called like them."""

from bot.reading.when import lexicon as lex
from bot.reading.when.grammar.dates import date, dates_event, month
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import DayMonth, Node


def named_month(words: Words, at: int, led: bool) -> Match[Node] | None:
    """Read a month where the words before it, or beside it, show that it is one."""
    found = month(words, at)
    if found is None:
        return None
    told = found.value.year is not None or found.value.years_on is not None
    name = words.norm(at)
    if not told and (_is_compound(words, found.end) or _is_walk(words, at, found.end)):
        return None
    led = led or _joins_another(words, found.end) or dates_event(words, found.end)
    if not told and (not led or (name in words.words.name_like and _is_name(words, found.end))):
        return None
    return Match(found.value, found.end)


def _joins_another(words: Words, at: int) -> bool:
    """Whether a month stands beside another, so that both surely are: "juli og august"."""
    join = words.find(at, lex.AND) or words.find(at, lex.THROUGH)
    stroke = words.norm(at) == "/"
    place = join.end if join else at + stroke
    part = words.find(place, lex.PERIOD_PART)  # "July – Mid-October"
    place = part.end + (words.norm(part.end) == "-") if part else place
    other = words.find(place, lex.MONTH) if join or stroke else None
    return other is not None and words.norm(at - 1) not in words.words.name_like


def _is_compound(words: Words, at: int) -> bool:
    """Whether a month goes on as a longer word: "mai-opprøret"."""
    hyphen = words.norm(at) == "-" and words.glued(at) and words.glued(at + 1)
    return hyphen and words.norm(at + 1).isalpha() and not words.meanings(at + 1)


def led_month(words: Words, at: int) -> Match[Node] | None:
    """Read into March, ut i mai: after what opens no other time."""
    opener = words.find(at, lex.MONTH_OPENER)
    if opener is None or _is_dated(words, opener.end):
        return None
    return named_month(words, opener.end, led=True)


def _is_dated(words: Words, at: int) -> bool:
    """Whether a day follows the month, which then opens a date: the "June 8" of "to June 8"."""
    dated = date(words, at)
    return dated is not None and isinstance(dated.value.what, DayMonth)


def _is_walk(words: Words, at: int, end: int) -> bool:
    """Whether a month is no month but an event: "the March for Life"."""
    opener = words.find(at - 1, lex.MONTH_OPENER)
    named = words.find(end, lex.OPENER) and words.capitalised(end + 1)
    return bool(opener and not opener.value and named) and words.norm(at) in words.words.name_like


def _is_name(words: Words, at: int) -> bool:
    """Whether a month that is also a name is one, by what follows it."""
    follows = words.norm(at)
    small = not words.capitalised(at - 1)
    if small and words.words.capital_months:
        return follows != "" and not follows.isdecimal()
    if small and not words.typed:
        return False
    if words.find(at, lex.AND):
        goes_on = bool(words.find(at + 1, lex.MONTH)) or bool(words.find(at + 1, lex.PERIOD_PART))
        return not goes_on and (words.typed or words.capitalised(at + 1))
    return follows.isalpha() and (words.capitalised(at) or words.typed) and not words.meanings(at)
