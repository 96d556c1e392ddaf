"""Lists of dates in an article: fact boxes, timelines, calendars."""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from bot.reading.expectation import EXPECTED, FACT, Judgement
from bot.reading.grammar import Lexicon, Role
from bot.reading.moments import Deixis
from bot.reading.sentences import Kind, Sentence
from bot.reading.setting import Setting

_AFTER_DATE = re.compile(r"[ \u00a0]*(?:[/(][^:]{1,24}:|[:–—-])")  # "18. juli/etappe 16: …"
_MOST_LINES = 30
_AHEAD = frozenset({Role.SHALL, Role.FUTURE, Role.SCHEDULE})


class Leaning(Enum):
    """Which way a list of dates looks."""

    BACK = auto()
    AHEAD = auto()
    OPEN = auto()


@dataclass(slots=True)
class Lists:
    """Where in the article we are: under which heading, and how far below it.

    Attributes:
        lexicon: The language's words.
        leaning: Which way the list under the last heading looks.
    """

    lexicon: Lexicon
    leaning: Leaning = Leaning.OPEN
    _heading_line: int = field(default=0)

    def meet(self, sentence: Sentence) -> None:
        """Take note of a sentence on the way down: a heading turns the list below it."""
        if not self._is_heading(sentence):
            if sentence.line - self._heading_line > _MOST_LINES:
                self.leaning = Leaning.OPEN
            return
        lower = sentence.text.lower().replace("’", "'").strip(" :")
        self._heading_line = sentence.line
        programme = any(cue in lower for cue in self.lexicon.grammar.programmes)
        if programme or any(lower.startswith(cue) for cue in self.lexicon.grammar.upcoming):
            self.leaning = Leaning.AHEAD
        elif any(lower.startswith(cue) for cue in self.lexicon.grammar.bygone):
            self.leaning = Leaning.BACK
        else:
            self.leaning = Leaning.OPEN

    @staticmethod
    def _is_heading(sentence: Sentence) -> bool:
        return sentence.kind is Kind.HEADLINE or sentence.text.endswith(":")


def is_dated_line(setting: Setting, text: str, start_of_date: int, end_of_date: int) -> bool:
    """Whether a sentence is a line of a list that opens with its date: "14. oktober: …".

    Args:
        setting: The date in the sentence.
        text: The sentence as it stands.
        start_of_date: Where the date begins in it.
        end_of_date: Where it ends.
    """
    if start_of_date > 0:
        return False
    if _AFTER_DATE.match(text, end_of_date) is not None:
        return True
    told = any(clause.groups for clause in setting.syntax.clauses)
    return text[end_of_date : end_of_date + 1] == "," and not told


def judge_line(setting: Setting, leaning: Leaning) -> Judgement:
    """Say whether a dated line of a list tells of what has been, or of what is to come.

    Its verbs tell, then the heading above it; where neither does, the nearer of the two dates
    is meant.
    """
    groups = [group for clause in setting.syntax.clauses for group in clause.groups]
    if setting.moment.deixis is Deixis.PAST or any(group.past for group in groups[:1]):
        return FACT
    if any(group.finite.role in _AHEAD for group in groups[:1]) or leaning is Leaning.AHEAD:
        return EXPECTED
    if leaning is Leaning.BACK:
        return FACT
    return EXPECTED if setting.moment.nearer_ahead else FACT
