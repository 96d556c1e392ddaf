"""The lines of stories in which one can search."""

import re
import unicodedata
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from bot.domain.follow_up import FollowUp
from bot.domain.story import Story
from bot.domain.timeline import TimelineEntry

MOST_WORDS = 8
_WORD = re.compile(r"[^\W_]+")
SMALL = frozenset(
    {"og", "i", "på", "til", "av", "for", "med", "om", "en", "ei", "et", "eit", "er", "som"}
    | {"the", "a", "an", "of", "and", "in", "to", "on", "is", "at"}
)
"""Words that stand in every text."""

_OWN_LETTERS = frozenset("æøå")  # no letter with an accent, but one of its own
_WITHOUT_THEM = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})

Searchable = Story | FollowUp | TimelineEntry
"""What holds lines that can be found."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of a story, of a follow-up or of an entry of its timeline.

    Attributes:
        thing_id: The story, follow-up or entry that it is a line of.
        line: Its words, as they stand there.
    """

    newsroom_id: UUID
    story_id: UUID
    thing_id: UUID
    line: str


def passages_of(thing: Searchable) -> tuple[Passage, ...]:
    """Return the lines of a thing, each once."""
    story_id = thing.id if isinstance(thing, Story) else thing.story_id
    lines = dict.fromkeys(line for line in _lines(thing) if line)
    return tuple(Passage(thing.newsroom_id, story_id, thing.id, line) for line in lines)


def search_words(text: str) -> tuple[str, ...]:
    """Return the words to look for in what somebody typed, as ``words_of`` does, at most eight.

    Words that stand in every text are left out, unless there are no others.
    """
    words = tuple(dict.fromkeys(words_of(text)))
    telling = tuple(word for word in words if word not in SMALL)
    return (telling or words)[:MOST_WORDS]


def words_of(line: str) -> list[str]:
    """Return the words of a line, in lower case and without accents; æ, ø and å stay."""
    return _WORD.findall(_folded(line))


def findable_words(line: str) -> list[str]:
    """Return the words by which a line is found: its own, and how æ, ø and å are typed abroad."""
    words = words_of(line)
    return [*words, *(each for word in words if (each := typed_abroad(word)) != word)]


def typed_abroad(word: str) -> str:
    """Return a word in lower case as it is typed where there is no æ, ø and å."""
    return word.translate(_WITHOUT_THEM)


def _folded(text: str) -> str:
    lowered = unicodedata.normalize("NFC", text.lower())
    return "".join(letter if letter in _OWN_LETTERS else _bare(letter) for letter in lowered)


def _bare(letter: str) -> str:
    """Return a letter without its accents."""
    parts = unicodedata.normalize("NFD", letter)
    kept = "".join(part for part in parts if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", kept)


def _lines(thing: Searchable) -> tuple[str, ...]:
    match thing:
        case Story():
            return (thing.slugline, thing.headline, thing.desk, *thing.tags)
        case FollowUp() | TimelineEntry():
            return (thing.title, thing.note, *(piece.sentence for piece in thing.evidence))
        case _:
            assert_never(thing)
