"""Which way a phrase looks, as its clause and the phrase itself tell."""

from dataclasses import replace
from datetime import timedelta

from bot.reading.when.lexicon import Match, Words
from bot.reading.when.phrase import (
    Bounded,
    Node,
    Parted,
    Relative,
    Remaining,
    Timed,
    Weekday,
    Yearly,
)
from bot.reading.when.resolve import resolve
from bot.reading.when.stretch import Reference
from bot.reading.when.tense import belongs_to_day, is_called_off, is_granted, is_put_off, tense_at
from bot.reading.when.terms import Bound, Tense, Unit
from bot.reading.when.tokens import BREAK

_DAYS = (Weekday, Yearly, Timed, Parted)
_LONGEST_GRACE = timedelta(days=200)


def direction(words: Words, at: int, match: Match[Node], ref: Reference) -> Tense:
    """Return the tense of a phrase; a line begun by a date and a colon is of a chronology."""
    begins = at == 0 or words.norm(at - 1) in (BREAK, "*", "•", "-")
    if begins and words.norm(match.end) == ":":
        ahead = resolve(match.value, replace(ref, tense=Tense.FUTURE))
        back = resolve(match.value, replace(ref, tense=Tense.PAST))
        if ahead and back and ahead.start and back.start:
            near = ref.now - back.start < ahead.start - ref.now
            return Tense.PAST if near else Tense.FUTURE
    until = isinstance(match.value, Bounded) and match.value.bound in (Bound.BY, Bound.UNTIL)
    if words.norm(at) in words.words.deadlines or _is_yet_to_come(words, at, match.value):
        return Tense.FUTURE
    if is_yet_to_be_held(words, match.end, match.value):
        return Tense.FUTURE
    given = until and (is_granted(words, at) or is_put_off(words, at))
    if given and _is_near(match.value, ref):
        return Tense.FUTURE
    found = tense_at(words, at, match.end, near=until, weak=ref.article)
    if found is Tense.OPEN and isinstance(match.value, Bounded):
        return Tense.FUTURE
    return Tense.FUTURE if _is_put_off(words, at, match) else found


def is_yet_to_be_held(words: Words, after: int, node: Node) -> bool:
    """Whether what a day has lies ahead: "Friday's strike is off", "ahead of Friday's strike"."""
    ahead = isinstance(node, Bounded) and node.bound is Bound.BEFORE
    day = node.node if isinstance(node, Bounded) and ahead else node
    if not isinstance(day, Weekday) or not belongs_to_day(words, after):
        return False
    return ahead or is_called_off(words, after)


def _is_near(node: Node, ref: Reference) -> bool:
    """Whether the next such time ends before long; else the last one is told of."""
    ahead = resolve(node, replace(ref, tense=Tense.FUTURE))
    return ahead is not None and ahead.end is not None and ahead.end - ref.now < _LONGEST_GRACE


def _is_yet_to_come(words: Words, at: int, node: Node) -> bool:
    """Whether what is left of the present is meant, whatever the verb: "later this week"."""
    of = node.of if isinstance(node, Remaining) else None
    here = isinstance(of, Relative) and not of.carried and of.offset == 0
    return here and words.norm(at) in words.words.yet_to_come


def _is_put_off(words: Words, at: int, match: Match[Node]) -> bool:
    """Whether what is told is set for the day named: "fristen til 20. mai", "nytt møte torsdag"."""
    told, node = words.words, match.value
    if isinstance(node, Relative) and node.unit is Unit.WEEKEND:
        return words.norm(at) in told.ahead_openers
    if not isinstance(node, _DAYS):
        return False
    if words.norm(at - 1) in told.gatherings and words.norm(at - 2) in told.renewals:
        return True
    return words.norm(at) in told.ahead_openers and not words.norm(match.end).isalpha()
