"""The clauses of a sentence and their verbs: which verb does a phrase of time belong to?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reading.grammar import Lexicon, Opener, Tense
from bot.reading.grammar.words import FINITE
from bot.reading.tokens import BREAKS, Token, tokenise
from bot.reading.verb_groups import Group, verb_at, verb_groups

_VERB_AHEAD = 12
_ALWAYS_OPEN = frozenset({Opener.THAT, Opener.RELATIVE, Opener.CONDITION, Opener.PROVISO})
_PARTICIPLE_TOO = Tense.PAST | Tense.PARTICIPLE


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of tokens between breaks and words that open clauses.

    Attributes:
        first: Index of its first token.
        last: Index after its last one.
        opener: What the word that opens it makes of it; None for a main clause.
        groups: Its verbs, in order.
    """

    first: int
    last: int
    opener: Opener | None
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Syntax:
    """A sentence taken apart."""

    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]

    def clause_at(self, offset: int) -> int:
        """Return the index of the clause that holds a character of the sentence."""
        for index, clause in enumerate(self.clauses):
            if offset < self.tokens[clause.last - 1].end:
                return index
        return len(self.clauses) - 1

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that ends after a character of the sentence."""
        for index, token in enumerate(self.tokens):
            if offset < token.end:
                return index
        return len(self.tokens)

    def words(self, first: int, last: int) -> list[str]:
        """Return the words of some tokens, in lower case."""
        return [token.word for token in self.tokens[first:last]]


def take_apart(sentence: str, times: Sequence[tuple[int, int]], lexicon: Lexicon) -> Syntax:
    """Find a sentence's clauses and verbs.

    Args:
        sentence: The words as they stand.
        times: Offsets of its phrases of time, in order; no word in them is a verb.
        lexicon: The language's words.
    """
    tokens = tuple(tokenise(sentence, times))
    starts = list(_clause_starts(tokens, lexicon))
    clauses = []
    for first, last in zip(starts, [*starts[1:], len(tokens)], strict=True):
        opener = lexicon.openers.get(tokens[first].word) if not tokens[first].timed else None
        groups = tuple(verb_groups(tokens, first, last, lexicon))
        clauses.append(Clause(first, last, opener, groups))
    return Syntax(tokens, tuple(clauses))


def _clause_starts(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[int]:
    fresh = True
    verb_met = False
    for index, token in enumerate(tokens):
        opens = index > 0 and not token.timed and _opens(tokens, index, lexicon)
        if opens and not (verb_met or fresh or _opens_anything(token, lexicon)):
            opens = False
        verb = verb_at(tokens, index, lexicon)
        verb_met = verb_met or (verb is not None and bool(verb.tense & FINITE))
        breaks = token.word in BREAKS and not token.timed
        if (fresh and not breaks) or opens or index == 0:
            yield index
        fresh = breaks


def _opens_anything(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word opens a clause even inside a subject: "the man *who* …"."""
    return lexicon.openers.get(token.word) in _ALWAYS_OPEN


def _opens(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    opener = lexicon.openers.get(tokens[index].word)
    if opener is None or index + 1 >= len(tokens):
        return False
    after = tokens[index + 1]
    if after.timed and opener is not Opener.RELATIVE and opener is not Opener.THAT:
        return False
    if opener is Opener.PROVISO and tokens[index].word == lexicon.grammar.less:
        return tokens[index - 1].word == lexicon.grammar.with_  # "med mindre"
    if opener in _ALWAYS_OPEN:
        return True
    if opener is Opener.QUESTION and after.word == lexicon.grammar.infinitive_marks:
        return False  # "will decide *whether to* go" before a day
    if any(_begin(tokens, index, cue) for cue in lexicon.grammar.planned):
        return False  # "etter planen" is no "after …"
    follows = lexicon.verbs.get(after.word)
    stands_as_adverb = follows is not None and bool(follows.tense & FINITE)
    return not stands_as_adverb and _has_verb_ahead(tokens, index + 1, lexicon)


def _begin(tokens: Sequence[Token], index: int, words: str) -> bool:
    """Whether some words stand at a place."""
    told = words.split()
    return [token.word for token in tokens[index : index + len(told)]] == told


def _has_verb_ahead(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a finite verb follows before the clause ends: else the word is a preposition."""
    preposition = tokens[index - 1].word in lexicon.places
    for at in range(index, min(index + _VERB_AHEAD, len(tokens))):
        word = tokens[at].word
        if (word in BREAKS or word in lexicon.openers) and not tokens[at].timed:
            return False
        verb = verb_at(tokens, at, lexicon)
        doubtful = verb is not None and verb.tense == _PARTICIPLE_TOO and preposition
        if verb is not None and verb.tense & FINITE and not doubtful:
            return True
    return False
