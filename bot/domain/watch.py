"""What a story listens to: a feed, words, or words in a feed; and whether a text holds them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from typing import Self
from uuid import UUID

from bot.domain.language import translatable
from bot.domain.passage import SMALL, words_of
from bot.domain.stems import are_alike
from bot.errors import BotError

MOST_WATCHES = 100
"""How many a newsroom may have: each is held against every item that comes in."""

MOST_TERMS = 20
LONGEST_TERM = 80
LONGEST_HEARD = 50_000
"""Characters of a text that are listened to; what an article is about stands further up."""

_LINK = re.compile(r"(?:https?://|(?:[\w-]+\.)+[^\W\d_]{2,}/)\S*", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»]*)(?:[\"“”»]|$)")
_COMMA = re.compile(r"[,;\n]")
_HEAD = 2  # letters that the forms of a word have in common


class NothingToHear(BotError):
    """A watch for nothing."""

    reply = translatable(
        "There is nothing to listen for. Name a feed, words or both: {example}",
    )


class TooShort(BotError):
    """A word that stands in every text."""

    reply = translatable(
        "“{words}” stands in nearly every text. Write a name, or a longer word beside it."
    )


class TooManyWords(BotError):
    """More words than one watch can have."""

    reply = translatable(
        "A watch has up to {most} words or groups of words, of up to {longest} characters each."
    )


class OneFeedAtATime(BotError):
    """Several links in one watch."""

    reply = translatable("A watch listens to one feed. Make another watch for “{link}”.")


@dataclass(frozen=True, slots=True)
class Watch:
    """One story listens.

    Attributes:
        feed: The link of the feed it listens to; empty where it listens to everything that the
            newsroom takes in.
        terms: What it listens for, as typed; any of them is enough. Empty for all that comes.
        made_at: Aware time in UTC.
    """

    id: UUID
    newsroom_id: UUID
    story_id: UUID
    feed: str
    terms: tuple[str, ...]
    made_at: datetime

    def __post_init__(self) -> None:
        """Refuse a watch that would hear everything there is, and a time without a zone."""
        if not self.feed and not self.terms:
            raise ValueError("a watch listens to a feed or for words")
        if self.made_at.tzinfo is None:
            raise ValueError("a watch is made at an aware time")

    @property
    def code(self) -> str:
        """A short name for it, for buttons and commands."""
        return self.id.hex[:8]

    def in_story(self, story_id: UUID) -> Self:
        """Return it as another story's."""
        return replace(self, story_id=story_id)

    def listens_like(self, other: Self) -> bool:
        """Whether another watch listens to the same, in the same story."""
        mine = {term.casefold() for term in self.terms}
        theirs = {term.casefold() for term in other.terms}
        return (self.story_id, self.feed, mine) == (other.story_id, other.feed, theirs)

    def hears(self, heard: "Heard") -> tuple[str, ...] | None:
        """Return which of its terms a text holds; None where the watch does not hear it.

        A watch of a whole feed hears all that stands there, and names no terms.
        """
        if self.feed and self.feed != heard.feed:
            return None
        held = tuple(term for term in self.terms if heard.holds(term))
        return held if held or not self.terms else None


def read_watch(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the feed and the terms that somebody typed: ``https://… Witkoff, "White House"``.

    A comma parts terms, of which any is enough; all words of a term must be there, and those in
    quotation marks beside each other.

    Raises:
        NothingToHear: If there is neither.
        OneFeedAtATime: If there are several links.
        TooManyWords: If there are too many terms, or one is too long.
        TooShort: If a term holds nothing but the small words that stand everywhere.
    """
    links = [_link(match[0]) for match in _LINK.finditer(text)]
    if len(links) > 1:
        raise OneFeedAtATime(link=links[1][:80])
    terms = tuple(dict.fromkeys(_terms(_LINK.sub(",", text))))
    if not links and not terms:
        raise NothingToHear(example="/story watch ukraine-peace Witkoff, Kellogg")
    if len(terms) > MOST_TERMS or any(len(term) > LONGEST_TERM for term in terms):
        raise TooManyWords(most=MOST_TERMS, longest=LONGEST_TERM)
    for term in terms:
        _require_telling(term)
    return (links[0] if links else ""), terms


def _link(typed: str) -> str:
    link = typed.rstrip(",;")
    return link if "://" in link else f"https://{link}"


def _terms(text: str) -> list[str]:
    """Return what stands between commas, those inside quotation marks left alone."""
    marked = _QUOTED.sub(lambda match: '"' + _COMMA.sub(" ", match[1]) + '"', text)
    parts = (" ".join(part.split()) for part in _COMMA.split(marked))
    return [part for part in parts if words_of(part)]


def _require_telling(term: str) -> None:
    words = words_of(term)
    if all(len(word) == 1 or word in SMALL for word in words):
        raise TooShort(words=term)


@lru_cache(maxsize=4_096)  # each is held against every item that comes in
def _phrases(term: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a term, those that must stand beside each other together."""
    quoted = [tuple(words_of(match[1])) for match in _QUOTED.finditer(term)]
    bare = [(word,) for word in words_of(_QUOTED.sub(" ", term))]
    return tuple(phrase for phrase in (*quoted, *bare) if phrase)


@dataclass(frozen=True, slots=True)
class Heard:
    """A text, taken apart once for all watches to be held against it.

    Attributes:
        feed: The link of the feed in which it stood; empty for what came otherwise.
        words: Its words, in lower case and without accents.
    """

    feed: str
    words: tuple[str, ...]
    _places: dict[str, list[int]] = field(default_factory=dict, compare=False, repr=False)
    _by_head: dict[str, set[str]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, text: str, feed: str = "") -> Self:
        """Return a text as watches hear it; of a very long one, its beginning."""
        words = tuple(words_of(text[:LONGEST_HEARD]))
        places: defaultdict[str, list[int]] = defaultdict(list)
        by_head: defaultdict[str, set[str]] = defaultdict(set)
        for place, word in enumerate(words):
            places[word].append(place)
            by_head[word[:_HEAD]].add(word)
        return cls(feed, words, dict(places), dict(by_head))

    def holds(self, term: str) -> bool:
        """Whether all the words of a term are there, in whatever form."""
        return all(self._holds_in_a_row(phrase) for phrase in _phrases(term))

    def _holds_in_a_row(self, phrase: Sequence[str]) -> bool:
        first, *rest = phrase
        near = self._by_head.get(first[:_HEAD], ())
        starts = (place for word in near if are_alike(first, word) for place in self._places[word])
        return any(self._goes_on(rest, place + 1) for place in starts)

    def _goes_on(self, rest: Sequence[str], place: int) -> bool:
        following = self.words[place : place + len(rest)]
        return len(following) == len(rest) and all(map(are_alike, rest, following))
