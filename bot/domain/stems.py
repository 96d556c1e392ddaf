"""What is left of a word when its endings are taken off, so that its forms are one word."""

from functools import cache, lru_cache
from typing import Any

_SHORTEST = 4
"""Letters of a word whose endings are looked at; a shorter one may be an abbreviation."""


def norwegian_stem(word: str) -> str:
    """Return the Norwegian stem of a word in lower case."""
    stem: str = _stemmer("norwegian").stemWord(word)
    return stem


@lru_cache(maxsize=20_000)  # the same words stand in every article
def stems(word: str) -> tuple[str, str]:
    """Return the Norwegian and the English stem of a word in lower case."""
    return norwegian_stem(word), _stemmer("english").stemWord(word)


def are_alike(word: str, other: str) -> bool:
    """Whether two words in lower case are forms of one, in Norwegian or in English.

    Short words are alike only when they are the same, but for the s of a genitive: "eu", "eus".
    """
    shorter, longer = (word, other) if len(word) <= len(other) else (other, word)
    if longer in (shorter, f"{shorter}s"):
        return True
    if len(shorter) < _SHORTEST:
        return False
    return any(one == two for one, two in zip(stems(word), stems(other), strict=True))


@cache
def _stemmer(language: str) -> Any:  # noqa: ANN401  the library has no types
    from snowballstemmer import stemmer  # type: ignore[import-untyped]  # noqa: PLC0415  slow

    return stemmer(language)
