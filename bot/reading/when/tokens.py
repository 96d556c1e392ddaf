"""A text cut into words, numbers and signs, each with its place in the text as given."""

import re
import unicodedata
from typing import NamedTuple

BREAK = "\n"  # the norm of a line end that no phrase reaches across

_TOKEN = re.compile(r"\d+|(?:[^\W\d_]+|[\u0300-\u036f\u00ad]+)+|\n|\S")
_SIGNS = dict.fromkeys("-–—−‐‑‒", "-") | dict.fromkeys("'’‘ʼ´`", "'") | {"…": "."}
_CLOSES_A_LINE = frozenset(".!?:;*•\n")
_FULL_LINE = 40  # characters; a shorter line was ended on purpose, not wrapped


class Token(NamedTuple):
    """A word, a number or a sign.

    Attributes:
        norm: How it is compared: composed, folded to lower case, one dash, one apostrophe.
        start: Offset of its first character.
        end: Offset after its last.
    """

    norm: str
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """Cut a text into tokens, in time linear in its length."""
    tokens: list[Token] = []
    norms: dict[str, str] = {}
    line_start = 0
    for found in _TOKEN.finditer(text):
        raw = found[0]
        start, end = found.span()
        if raw != "\n":
            norm = norms.get(raw)
            if norm is None:
                norm = norms[raw] = _norm(raw)
            tokens.append(Token(norm, start, end))
            continue
        if tokens and _breaks(text, tokens[-1], start, line_start):
            tokens.append(Token(BREAK, start, end))
        line_start = end
    return tokens


def _breaks(text: str, last: Token, at: int, line_start: int) -> bool:
    """Whether the line end at ``at`` ends what was being said, or only wraps it."""
    return (
        at - line_start < _FULL_LINE
        or last.norm in _CLOSES_A_LINE
        or not text[at + 1 : at + 2].strip()
        or text[at + 1] in "*•-–—"
    )


def _norm(raw: str) -> str:
    if raw.isascii():
        return _SIGNS.get(raw) or raw.lower()
    return _SIGNS.get(raw) or unicodedata.normalize("NFC", raw.replace("\u00ad", "")).casefold()
