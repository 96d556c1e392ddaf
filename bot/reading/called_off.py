"""What another sentence of the same article calls off."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.evidence import Evidence
from bot.domain.window import EventWindow
from bot.reading.clauses import Syntax
from bot.reading.events import Mention, is_same_time, likeness, stems
from bot.reading.grammar import Lexicon, Role
from bot.reading.sentences import Sentence
from bot.reading.verb_groups import Group

_ALIKE = 0.5
_ALIKE_SAME_TIME = 0.2


@dataclass(frozen=True, slots=True)
class CallOff:
    """A sentence that says something won't be.

    Attributes:
        evidence: The sentence.
        about: The stems of what it is about.
        windows: The times it names.
    """

    evidence: Evidence
    about: frozenset[str]
    windows: tuple[EventWindow, ...]

    def hits(self, mention: Mention) -> bool:
        """Whether it calls off an event: of the same time and things, or of most of its things."""
        if any(piece.start == self.evidence.start for piece in mention.evidence):
            return False
        shared = self.about & mention.about
        if mention.window is not None and self.windows:
            same = any(is_same_time(mention.window, each) for each in self.windows)
            return same and likeness(self.about, mention.about) >= _ALIKE_SAME_TIME
        return len(shared) > 1 and likeness(self.about, mention.about) >= _ALIKE


def says_off(syntax: Syntax) -> bool:
    """Whether a sentence says that something is off now."""
    return any(_is_off(group) for clause in syntax.clauses for group in clause.groups)


def call_off(
    sentence: Sentence, syntax: Syntax, windows: Sequence[EventWindow], lexicon: Lexicon
) -> CallOff | None:
    """Return what a sentence calls off, if it says that something is off now."""
    for clause in syntax.clauses:
        if any(_is_off(group) for group in clause.groups):
            first, last = syntax.tokens[clause.first].start, syntax.tokens[clause.last - 1].end
            times = stems(" ".join(_timed(syntax)), lexicon)
            about = stems(sentence.text[first:last], lexicon) - times
            evidence = Evidence(sentence.text, sentence.start, sentence.end)
            return CallOff(evidence, about, tuple(windows)) if about else None
    return None


def _timed(syntax: Syntax) -> list[str]:
    return [token.word for token in syntax.tokens if token.timed]


def _is_off(group: Group) -> bool:
    """Whether a verb calls off here and now: what *was* called off then may be on again."""
    if group.main.role is not Role.CALL_OFF or group.pluperfect:
        return False
    return group.passive or group.perfect or group.main is group.finite
