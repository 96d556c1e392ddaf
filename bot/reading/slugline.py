"""The short name a story is given when an article founds it."""

import re
import unicodedata

from bot.domain.reading import Reading
from bot.reading.grammar import lexicon_of
from bot.reading.names import name_words, names_in

_MOST_WORDS = 3
_SHORTEST = 3
_MOST = 40
_SENTENCE_ENDS = (".", "!", "?", "…")
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ł": "l"})


def suggest_slugline(reading: Reading, text: str) -> str:
    """Return a slugline for a story that begins with an article.

    It is made of what the headline names and says, or of what the first line names where there
    is none, filled up with the names the article repeats most: lower case ASCII words and
    hyphens, 40 characters at most. It need not be free in the newsroom; whoever keeps it sees to
    that.

    Args:
        reading: The article, read.
        text: Its words.
    """
    lexicon = lexicon_of(reading.language)
    head = reading.headline or next(iter(text.strip().splitlines()), "")
    words = [word for name in _names(head, text, reading) for word in _WORD.findall(name)]
    words += [
        word
        for word in _WORD.findall("" if head.endswith(_SENTENCE_ENDS) else head)
        if word.lower() not in lexicon.function_words | lexicon.never_verbs
        and word.lower() not in lexicon.verbs
    ]
    words += [word for name in _by_weight(text, reading) for word in _WORD.findall(name)[-1:]]
    parts = list(dict.fromkeys(_ascii(word) for word in words))
    parts = [part for part in parts if len(part) >= _SHORTEST][:_MOST_WORDS]
    return "-".join(parts)[:_MOST].strip("-") or "story"


def _names(head: str, text: str, reading: Reading) -> list[str]:
    """Return the last word of each name in a headline: what people call it by."""
    names = names_in(head, reading.language, name_words(text))
    return [name.split()[-1] for name in names]


def _by_weight(text: str, reading: Reading) -> list[str]:
    names = names_in(text, reading.language)
    return sorted(names, key=lambda name: -text.count(name.split()[-1]))


def _ascii(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.lower().translate(_LETTERS))
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha())
