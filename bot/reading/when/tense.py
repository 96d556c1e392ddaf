"""Whether a phrase looks back or ahead, as the verbs of its clause tell."""

from bot.reading.when.lexicon import Words
from bot.reading.when.terms import Tense
from bot.reading.when.tokens import BREAK

_SENTENCE_ENDS = frozenset((".", "!", "?", BREAK))
_CLAUSE_ENDS = frozenset((",", ";", ":", "(", ")", "-", '"', "«", "»", "“", "”"))
_REACH = 40  # tokens; a verb further away says nothing of the phrase


def tense_at(words: Words, first: int, after: int) -> Tense:
    """Return the tense of the clause around the tokens from ``first`` to before ``after``.

    The verb nearest before the phrase in its clause decides, then the nearest after it, then
    the clauses before and after within the sentence.
    """
    left = _tokens(words, first - 1, -1, _CLAUSE_ENDS)
    right = _tokens(words, after, 1, _CLAUSE_ENDS)
    for way in (left, right):
        found = _first_sign(words, way)
        if found is not Tense.OPEN:
            return found
    far_left = _tokens(words, first - 1, -1, frozenset())[len(left) :]
    far_right = _tokens(words, after, 1, frozenset())[len(right) :]
    for way in (far_left, far_right):
        found = _first_sign(words, way)
        if found is not Tense.OPEN:
            return found
    return Tense.OPEN


def _tokens(words: Words, at: int, step: int, ends: frozenset[str]) -> list[int]:
    """Return the places from one on until something ends the clause or the sentence."""
    found: list[int] = []
    while 0 <= at < len(words) and len(found) < _REACH:
        norm = words.norm(at)
        if norm in ends or (norm in _SENTENCE_ENDS and _ends_sentence(words, at)):
            break
        found.append(at)
        at += step
    return found


def _ends_sentence(words: Words, at: int) -> bool:
    """Whether a dot closes a sentence rather than an ordinal or an abbreviation."""
    if words.norm(at) != ".":
        return True
    return not words.norm(at - 1).isdecimal() and (
        not words.norm(at + 1).isalnum() or words.capitalised(at + 1)
    )


def _first_sign(words: Words, places: list[int]) -> Tense:
    for place in places:
        sign = _sign(words, place)
        if sign is not Tense.OPEN:
            return sign
    return Tense.OPEN


def _sign(words: Words, at: int) -> Tense:
    told = words.words
    norm = words.norm(at)
    if norm in told.future_words:
        return Tense.FUTURE
    if norm in told.past_verbs:
        return Tense.PAST
    if norm in told.not_past or words.capitalised(at):
        return Tense.OPEN
    return Tense.PAST if len(norm) > 4 and norm.endswith(told.past_endings) else Tense.OPEN  # noqa: PLR2004
