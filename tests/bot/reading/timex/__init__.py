"""News documents with every expression of time marked, and how they are read.

A document is a text file: a line ``published 1998-02-06``, an empty line, and the text. An
expression stands in braces with its TIMEX3 type and value, ``{Friday|DATE|1998-02-06}``;
further values, each after a bar, are as right where the guidelines leave room. Marked is what
the TimeML guidelines mark: no prepositions ("in"), but determiners and modifiers ("the",
"at least"). Both ends of a range are marked on their own. ``HELD_OUT`` were written with the
others, but looked at only for the figure.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

_FOLDER = Path(__file__).parent / "documents"
_MARK = re.compile(r"\{([^{}|]+)\|([A-Z]+)\|([^{}]+)\}")
HELD_OUT = "held-"  # how the names of these documents begin


@dataclass(frozen=True, slots=True)
class Marked:
    """An expression of time as it was marked by hand.

    Attributes:
        start: Offset of its first character in the text.
        end: Offset after its last.
        text: The expression as it is written.
        timex_type: DATE, TIME, DURATION or SET.
        values: Its TIMEX3 values, any of which is right.
    """

    start: int
    end: int
    text: str
    timex_type: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its name, when it was published (noon, UTC), its text, what is marked."""

    name: str
    published: datetime
    text: str
    marked: tuple[Marked, ...]

    @property
    def is_held_out(self) -> bool:
        """Whether nothing was tuned on it."""
        return self.name.startswith(HELD_OUT)


def documents() -> list[Document]:
    """Return all documents, by name."""
    return [_document(path) for path in sorted(_FOLDER.glob("*.txt"))]


def _document(path: Path) -> Document:
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    day = date.fromisoformat(head.removeprefix("published "))
    text, marked, last = "", [], 0
    for found in _MARK.finditer(body):
        text += body[last : found.start()]
        words, timex_type, values = found.groups()
        start, end = len(text), len(text) + len(words)
        marked.append(Marked(start, end, words, timex_type, tuple(values.split("|"))))
        text, last = text + words, found.end()
    published = datetime.combine(day, time(12), ZoneInfo("UTC"))
    return Document(path.stem, published, text + body[last:], tuple(marked))
