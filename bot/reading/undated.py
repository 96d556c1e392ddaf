"""Expectations without a date: what is to come soon, or is meant to happen again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.domain.occurrence import Occurrence
from bot.domain.window import EventWindow, Precision
from bot.reading.clauses import Syntax, take_apart
from bot.reading.expectation import Outlook, judge
from bot.reading.grammar import Lexicon, Role
from bot.reading.moments import Deixis, Moment
from bot.reading.sentences import Sentence
from bot.reading.setting import Setting, place
from bot.reading.verb_groups import Group

_COMING = frozenset({Role.SHALL, Role.FUTURE, Role.SCHEDULE})
_MEANT = frozenset({Role.FUTURE, Role.SCHEDULE, Role.INTENT})


@dataclass(frozen=True, slots=True)
class Undated:
    """An expectation whose time is not told.

    Attributes:
        setting: The words that stand for its time ("soon", "again"), in their sentence.
        occurrence: How sure the wording is.
    """

    setting: Setting
    occurrence: Occurrence


def find_undated(sentence: Sentence, lexicon: Lexicon, published: datetime) -> Iterator[Undated]:
    """Yield what a sentence without a date expects, one at most.

    Only plain words count: something is expected or will be "soon", or somebody means to do
    "again" what was done before.
    """
    lower = sentence.text.lower()
    cues = [cue for cue in (*lexicon.grammar.soon, *lexicon.grammar.again) if cue in lower]
    if not cues:
        return
    syntax = take_apart(sentence.text, (), lexicon)
    if any(token.word in lexicon.first_persons for token in syntax.tokens):
        return
    for cue in cues:
        at = _place_of(cue, lower)
        if at is None:
            continue
        setting = place(
            syntax, lexicon, _moment(cue, at + sentence.start, published), sentence.start
        )
        occurrence = _occurrence(setting, cue, lexicon)
        if occurrence is not None:
            yield Undated(setting, occurrence)
            return


def _place_of(cue: str, text: str) -> int | None:
    """Return where a cue stands as whole words."""
    at = text.find(cue)
    if at < 0:
        return None
    before, after = text[at - 1 : at], text[at + len(cue) : at + len(cue) + 1]
    return None if before.isalnum() or after.isalnum() else at


def _moment(cue: str, start: int, published: datetime) -> Moment:
    ahead = EventWindow(published, None, Precision.RANGE)
    return Moment(start, start + len(cue), cue, ahead, ahead, ahead, ahead, Deixis.FUTURE)


def _occurrence(setting: Setting, cue: str, lexicon: Lexicon) -> Occurrence | None:
    group = setting.group
    if group is None or group.past or group.claimed:
        return None
    if cue in lexicon.grammar.soon:
        fixed = group.finite.role in _COMING and _is_expected(setting.syntax, lexicon)
        sure = fixed and judge(setting).outlook is Outlook.EXPECTED
        return Occurrence.HIGHLY_LIKELY if sure else None
    meant = group.finite.role in _MEANT or group.main.role in _MEANT
    return Occurrence.PLANNED_ONLY if meant and _does_again(setting, group) else None


def _is_expected(syntax: Syntax, lexicon: Lexicon) -> bool:
    """Whether the sentence says that it is expected or planned, and not just foretold."""
    words = {token.word for token in syntax.tokens}
    planned = any(
        group.main.role is Role.SCHEDULE for clause in syntax.clauses for group in clause.groups
    )
    return planned or bool(words & lexicon.scheduled)


def _does_again(setting: Setting, group: Group) -> bool:
    """Whether the clause means to meet, talk or open again; nothing less is worth following."""
    words = setting.words(setting.verb_clause)
    verbs = [setting.lexicon.verbs[word] for word in words if word in setting.lexicon.verbs]
    happens = any(verb.role is Role.EVENT and verb is not group.finite for verb in verbs)
    denied = set(words) & setting.lexicon.negations
    return happens and not denied and setting.syntax.clauses[0].opener is None
