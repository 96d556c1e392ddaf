"""So much time on or back: om to uker, for tre dager siden, two days later, a week after Easter."""

from bot.reading.when import lexicon as lex
from bot.reading.when.grammar.amounts import amount
from bot.reading.when.grammar.carried import tells_past
from bot.reading.when.grammar.dates import date
from bot.reading.when.grammar.days import day
from bot.reading.when.grammar.periods import period
from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import Amount, Hedged, Lasting, Node, Relative, Shifted, Weekday
from bot.reading.when.terms import Unit, Which


def shifted(words: Words, at: int) -> Match[Node] | None:
    """Read om to uker, for tre dager siden, two days later, a week after Easter."""
    lead = words.find(at, lex.AHEAD)
    if lead:
        exactly = words.find(lead.end, lex.EXACTLY)
        place = exactly.end if exactly else words.skip(lead.end, lex.HEDGE)
        found = amount(words, place)
        if found and not _is_genitive(words, found.end):
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
        return _weeks_ago(words, found.value, ago) or Match(
            Shifted(found.value, ago.value), ago.end
        )
    return _shift_from(words, at, found) or (
        None if behind else Match(Lasting(found.value), found.end)
    )


def _is_genitive(words: Words, at: int) -> bool:
    """Whether an amount tells how long something is: the "to års" of "om to års fengsel"."""
    ending = words.words.genitive_ending
    genitive = bool(ending) and words.norm(at - 1).endswith(ending)
    return genitive and words.norm(at).isalpha() and not words.find(at, lex.AGO)


def _lasts(words: Words, at: int, shift: Match[int]) -> bool:
    """Whether something lasts so long from then on: "stengt i tre uker fra mandag"."""
    told = words.words
    set_for = words.norm(at - 2) in told.future_words  # "scheduled for two weeks from Monday"
    dated = date(words, words.skip(shift.end, lex.ARTICLE))  # "listed for three weeks from 5 May"
    return words.norm(at - 1) in told.lasting_leads and (not set_for or dated is not None)


def _shift_from(words: Words, at: int, found: Match[Amount]) -> Match[Node] | None:
    shift = words.find(found.end, lex.SHIFT)
    if shift and _lasts(words, at, shift):
        return None
    base = shift and (day(words, shift.end, inner=True) or period(words, shift.end, inner=True))
    if base is None and found.value.unit in (Unit.WEEK, Unit.FORTNIGHT):
        base, shift = _week_on(words, at, found.end), Match(1, found.end)
    if shift and base:
        return Match(Shifted(found.value, shift.value, base.value), base.end)
    later = words.find(found.end, lex.LATER) or _said_last(words, found.end)
    if later is None or words.norm(later.end) in words.words.comparing:
        return None  # "two days earlier than planned"
    event = bool(words.find(later.end - 1, lex.SHIFT)) and words.norm(later.end).isalpha()
    if event and words.norm(later.end) in words.words.that_words:
        return None  # "ti timer etter at de hadde meldt det"
    if event and (words.typed or (later.value < 0 and not tells_past(words, later.end))):
        return None  # "fire dager før valget" counts from what nobody dated
    return Match(Shifted(found.value, later.value, carried=True), later.end)


def _week_on(words: Words, at: int, after: int) -> Match[Node] | None:
    """Read the day of "a week on Tuesday"; not of "out for ten weeks on 9 March"."""
    on = day(words, after)
    fits = on is not None and isinstance(on.value, Weekday | Relative)
    return on if fits and words.norm(at - 1) not in words.words.lasting_leads else None


def _said_last(words: Words, at: int) -> Match[int] | None:
    """Read the "before" of "two years before.", which says before what was last told."""
    shift = words.find(at, lex.SHIFT)
    return shift if shift and not words.norm(shift.end)[:1].isalnum() else None


def _weeks_ago(words: Words, found: Amount, ago: Match[int]) -> Match[Node] | None:
    """Read a week ago Saturday."""
    on = words.find(ago.end, lex.WEEKDAY)
    if on is None or ago.value > 0 or found.unit is not Unit.WEEK or found.number % 1:
        return None
    return Match(Weekday(on.value, Which.LAST, weeks_on=-int(found.number)), on.end)
