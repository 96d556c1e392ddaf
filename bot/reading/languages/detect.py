"""Which language a text is written in."""

from collections import Counter
from functools import cache

from bot.reading.languages import language_words, tags
from bot.reading.when.tokens import tokenise

_ENOUGH = 4000  # characters; a paragraph tells, an article tells no more


def detect_language(text: str) -> str:
    """Return the tag of the language whose own words a text uses most.

    A word that several languages count among theirs speaks for each of them a little; a word
    in capitals may be a name, and tells nothing. Where nothing tells, it is the first by its
    tag of those that lead.
    """
    counts = Counter(
        token.norm for token in tokenise(text[:_ENOUGH]) if not text[token.start].isupper()
    )
    shares = _shares()
    scores = dict.fromkeys(tags(), 0.0)
    for word, times in counts.items():
        for tag in shares.get(word, ()):
            scores[tag] += times / len(shares[word])
    return max(scores, key=lambda tag: scores[tag])


@cache
def _shares() -> dict[str, tuple[str, ...]]:
    """Return for each telling word the languages it speaks for.

    A marker speaks for those that mark it, though others know it as a word of time as well:
    nynorsk understands "uke", and writes "veke".
    """
    markers = {tag: language_words(tag).markers for tag in tags()}
    marked = frozenset().union(*markers.values())
    found: dict[str, tuple[str, ...]] = {}
    for tag in tags():
        for word in markers[tag] | (_words_of_time(tag) - marked):
            found[word] = (*found.get(word, ()), tag)
    return found


def _words_of_time(tag: str) -> frozenset[str]:
    """Return a language's numbers, days, months and units."""
    time = language_words(tag).time
    keys = [*time.numbers, *time.ordinals, *time.weekdays, *time.months, *time.units]
    return frozenset().union(*(key.split("|") for key in keys))
