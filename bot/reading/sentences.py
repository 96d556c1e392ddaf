"""Sentences of an article, each where it stands: prose, headlines and the lines of lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[*•·●▪‣◦]\s*|[-–—]\s{2,})")
_STOP = re.compile(r"[.!?…]{1,4}[»”\"')\]]{0,3}(?=\s)")
_ABBREVIATIONS = (
    "kl ca nr bl.a f.eks dvs jf pga evt inkl ekskl tlf adm st mr mrs ms dr prof gen sen rep gov "
    "jan feb apr aug sept okt oct nov des dec jr sr vs u.s u.k u.n a.m p.m e.g i.e t.v f.o.m "
    "t.o.m tirs ons tors hhv mill mrd"
)
_MOST_HEADLINE = 110
_LONGEST = 1_500  # characters; no sentence is longer, and what is gets cut


class Kind(Enum):
    """What part a sentence plays on the page."""

    PROSE = auto()
    HEADLINE = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, as it stands.

    Attributes:
        text: Its words, without a bullet before them.
        start: Offset of its first character in the article.
        end: Offset after its last one.
        line: Number of the line it stands in; the sentences of one paragraph share it.
        kind: Prose, a headline, or a line of a list.
    """

    text: str
    start: int
    end: int
    line: int
    kind: Kind


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Split an article into sentences; no sentence runs over a line's end."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    for number, line in enumerate(_LINE.finditer(text)):
        start, end = line.span()
        bullet = _BULLET.match(text, start, end)
        if bullet is not None:
            start = bullet.end()
        spans = [span for span in _spans(text, start, end) if span[0] < span[1]]
        kind = Kind.ITEM if bullet is not None else Kind.PROSE
        if bullet is None and len(spans) == 1 and is_headline(text[slice(*spans[0])]):
            kind = Kind.HEADLINE
        for first, last in spans:
            yield from _cut(text, first, last, number, kind)


def _cut(text: str, first: int, last: int, line: int, kind: Kind) -> Iterator[Sentence]:
    """Yield a sentence, in pieces where it is none: the work on each must stay small."""
    while last - first > _LONGEST:
        space = text.rfind(" ", first, first + _LONGEST)
        end = space if space > first else first + _LONGEST
        start, stop = _trimmed(text, first, end)
        if start < stop:
            yield Sentence(text[start:stop], start, stop, line, kind)
        first = end
    start, stop = _trimmed(text, first, last)
    if start < stop:
        yield Sentence(text[start:stop], start, stop, line, kind)


def is_headline(line: str) -> bool:
    """Whether a line on its own looks like a headline: short, and without a full stop."""
    return len(line) <= _MOST_HEADLINE and line[-1] not in '.!?…:;,»”"' and line[:1] not in "–-—"


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, first, stop.start(), stop.end(), end):
            yield _trimmed(text, first, stop.end())
            first = stop.end()
    yield _trimmed(text, first, end)


def _ends_sentence(text: str, first: int, dot: int, after: int, end: int) -> bool:
    """Whether a stop is the end of a sentence, and not of a number, a name or a short form."""
    rest = text[after : min(after + 12, end)].lstrip()
    if not rest:
        return True
    if text[dot] in "!?…" or after - dot > 1:
        return not rest[0].islower()
    word = text[max(first, dot - 12) : dot].rsplit(None, 1)
    last = word[-1].lstrip('(«“"') if word else ""
    numbered = last.isdigit() and dot - len(last) <= first + 1
    initial = len(last) == 1 and last.isupper()
    if numbered or initial or f" {last.lower()} " in f" {_ABBREVIATIONS} ":
        return False
    range_goes_on = last.isdigit() and rest.lstrip("-– ")[:1].isdigit()
    return not rest[0].islower() and not range_goes_on


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
