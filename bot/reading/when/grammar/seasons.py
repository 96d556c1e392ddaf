"""Seasons: til våren, i høst, in the spring, fall 2026; not the verbs and coats like them."""

from bot.reading.when import lexicon as lex
from bot.reading.when.grammar.dates import tell_year, year_number
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import Node, Yearly
from bot.reading.when.terms import Season


def season(words: Words, at: int, *, inner: bool) -> Match[Node] | None:
    """Read til våren, i høst, in the spring, fall 2026."""
    led = words.find(at, lex.MONTH_OPENER)
    after = words.skip(led.end, lex.ARTICLE) if led else words.skip(at, lex.ARTICLE)
    sure, doubtful = words.find(after, lex.SEASON), words.find(after, lex.DOUBTFUL_SEASON)
    found = sure or doubtful
    if found is None:
        return None
    both = _winter_of_two_years(words, found)
    if both:
        return both
    year = tell_year(words, found.end)
    if year.value[0] is None and sure is None and _is_verb(words, after, bool(led) or inner):
        return None
    if year.end == found.end:
        if not (led or inner or words.typed):
            return None
        surely_led = inner or (led is not None and led.value)
        if not (sure and surely_led) and not _may_follow(words, found.end):
            return None
    return Match(Yearly(found.value, year=year.value[0], years_on=year.value[1]), year.end)


def _winter_of_two_years(words: Words, found: Match[Season]) -> Match[Node] | None:
    """Read vinteren 2026/27."""
    first = year_number(words, words.skip(found.end, lex.JOINT))
    if found.value is not Season.WINTER or first is None:
        return None
    parted = words.norm(first.end) in ("/", "-") and words.glued(first.end)
    second = words.number(first.end + 1) if parted else None
    if second is None or (second - first.value) % 100 != 1:
        return None
    return Match(Yearly(found.value, year=first.value, begins=True), first.end + 2)


def _is_verb(words: Words, at: int, led: bool) -> bool:
    """Whether a season that is also a verb is one: "to fall this year", "will fall next year"."""
    if words.norm(at - 1) in words.words.infinitive_marks:
        return True
    alone = led or words.typed or words.capitalised(at)
    return not alone and words.norm(at - 1).isalpha()


def _may_follow(words: Words, at: int) -> bool:
    following = words.norm(at)
    return not following.isalpha() or following in words.words.verbs_after
