"""Which language a text is written in."""

from collections import Counter
from functools import cache

from bot.reading.languages import language_words, tags
from bot.reading.when.tokens import tokenise

_ENOUGH = 4000  # characters; a paragraph tells, an article tells no more


def detect_language(text: str) -> str:
    """Return the tag of the language whose own words a text uses most.

    A word that several languages count among theirs speaks for each of them a little. Where
    nothing tells, it is the first by its tag of those that lead.
    """
    counts = Counter(token.norm for token in tokenise(text[:_ENOUGH]))
    shares = _shares()
    scores = dict.fromkeys(tags(), 0.0)
    for word, times in counts.items():
        for tag in shares.get(word, ()):
            scores[tag] += times / len(shares[word])
    return max(scores, key=lambda tag: scores[tag])


@cache
def _shares() -> dict[str, tuple[str, ...]]:
    """Return for each telling word the languages it speaks for."""
    found: dict[str, tuple[str, ...]] = {}
    for tag in tags():
        for word in _telling_words(tag):
            found[word] = (*found.get(word, ()), tag)
    return found


def _telling_words(tag: str) -> frozenset[str]:
    """Return a language's own small words, its numbers, days, months and units."""
    words = language_words(tag)
    time = words.time
    keys = [*time.numbers, *time.ordinals, *time.weekdays, *time.months, *time.units]
    return words.markers.union(*(key.split("|") for key in keys))
