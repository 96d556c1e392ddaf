"""The words and marks of a sentence, each where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'./][^\W\d_]+)*|\d+(?:[.,:–-]\d+)*|\S")
_SUBJECTS = frozenset({"he", "she", "it", "that", "there", "who"})
BREAKS = frozenset(',;:–—()«»“”"…?!')


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, with its place in the sentence.

    Attributes:
        word: In lower case.
        start: Offset of its first character in the sentence.
        end: Offset after its last one.
        timed: Whether it is part of a phrase of time.
        capital: Whether it begins with a capital.
    """

    word: str
    start: int
    end: int
    timed: bool
    capital: bool


def tokenise(sentence: str, times: Sequence[tuple[int, int]]) -> Iterator[Token]:
    """Yield the words and marks of a sentence; ``times`` are the offsets of its phrases of time."""
    pending = list(reversed(times))
    for match in _TOKEN.finditer(sentence):
        start, end = match.span()
        while pending and pending[-1][1] <= start:
            pending.pop()
        timed = bool(pending) and pending[-1][0] < end
        word = match.group()
        for piece, offset in _contractions(word):
            first, last = start + offset, start + offset + len(piece)
            yield Token(piece.lower(), first, last, timed, piece[0].isupper())


def _contractions(word: str) -> Iterator[tuple[str, int]]:
    """Cut "they'll" and "she's" in two: the second half is a verb; that of "Ola's" is not."""
    plain = word.replace("’", "'")
    cut = plain.find("'")
    ending = plain[cut:].lower()
    is_verb = ending in {"'ll", "'re", "'ve"} or (
        ending == "'s" and plain[:cut].lower() in _SUBJECTS
    )
    if cut > 0 and is_verb:
        yield plain[:cut], 0
        yield plain[cut:], cut
    else:
        yield plain, 0
