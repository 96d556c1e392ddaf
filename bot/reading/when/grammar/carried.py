"""What carries on from the date last told: dagen etter; not from what happened on it."""

from bot.reading.when import lexicon as lex
from bot.reading.when.lexicon import Words


def counts_from_an_event(words: Words, at: int) -> bool:
    """Whether a phrase that ends before a place counts from something that happened.

    "Dagen etter reiste han" carries on from a date; "dagen etter begravelsen" is at no date told.
    """
    told, follows = words.words, words.norm(at)
    if words.find(at - 1, lex.SHIFT) is None or not follows.isalpha():
        return False
    if follows in told.event_leads:
        return True
    verb = follows in told.past_verbs or follows in told.future_words
    return not verb and follows.endswith(told.event_endings)


def tells_past(words: Words, at: int) -> bool:
    """Whether a verb in the past stands at a place: "to dager før *hadde* han sagt ja"."""
    told, norm = words.words, words.norm(at)
    return norm in told.past_verbs or norm.endswith(told.past_endings)
