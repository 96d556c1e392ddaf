"""Which story an article most likely belongs to."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix

from bot.domain.language import Language
from bot.domain.story import Story
from bot.reading.grammar import lexicon_of

_WORD = re.compile(r"[^\W_]{2,}")
_STEM = 4
_SPELLED_ALIKE = 84
_LONGEST_ENDING = 4
_LONGEST_TEXT = 20_000  # characters; the matter of an article stands at its beginning
_MOST = 4
_FLOOR = 0.25

_SLUGLINE, _TAG, _HEADLINE = 3.0, 2.0, 1.0
_AS_A_NAME = 2.0


def likely_stories(text: str, names: Iterable[str], stories: Sequence[Story]) -> tuple[Story, ...]:
    """Return the stories an article most likely belongs to, the likeliest first, at most four.

    A story is known by the words of its slugline, its tags and its headline. A word counts for
    more where it is part of a name, and the fewer stories have it. Endings, genitives and
    spellings may differ.

    Args:
        text: The article, or what is kept of it.
        names: The names in it.
        stories: Those it may belong to, in the order in which equals are named.
    """
    said = _Said(text, names)
    known = [_words_of(story) for story in stories]
    spread = Counter(word for words in known for word in words)
    scores = [
        sum(
            weight * said.weight(word) * (1 + log(len(stories) / spread[word]))
            for word, weight in words.items()
        )
        for words in known
    ]
    best = max(scores, default=0.0)
    ranked = sorted(zip(scores, stories, strict=True), key=lambda each: -each[0])
    return tuple(s for score, s in ranked[:_MOST] if score > 0 and score >= best * _FLOOR)


class _Said:
    """The words of an article, found by how they begin."""

    def __init__(self, text: str, names: Iterable[str]) -> None:
        self._by_stem: dict[str, set[str]] = defaultdict(set)
        for word in _WORD.findall(text[:_LONGEST_TEXT].lower()):
            self._by_stem[word[:_STEM]].add(word)
        self._names = {word.lower() for name in names for word in name.split()}

    def weight(self, word: str) -> float:
        """Return how much a word of a story is said: 0 for not at all."""
        found = [each for each in self._by_stem[word[:_STEM]] if _is_form_of(each, word)]
        if not found:
            return 0.0
        return _AS_A_NAME if any(_is_form_of(n, word) for n in self._names) else 1.0


def _is_form_of(one: str, other: str) -> bool:
    """Whether two words are one but for an ending or a spelling."""
    shorter, longer = sorted((one, other), key=len)
    shared = Prefix.similarity(one, other)
    if shared == len(shorter):
        return len(longer) - shared <= (_LONGEST_ENDING if shared >= _STEM else 1)
    if shared > _STEM and len(longer) - shared <= _LONGEST_ENDING:
        return True
    return len(shorter) > _STEM and fuzz.ratio(one, other) >= _SPELLED_ALIKE


def _words_of(story: Story) -> Mapping[str, float]:
    """Return the words a story is known by, each with its weight."""
    weights: dict[str, float] = {}
    own = ((story.headline, _HEADLINE), (" ".join(story.tags), _TAG), (story.slugline, _SLUGLINE))
    for text, weight in own:
        for word in _WORD.findall(text.lower()):
            if not any(word in lexicon_of(language).function_words for language in Language):
                weights[word] = max(weight, weights.get(word, 0.0))
    return weights
