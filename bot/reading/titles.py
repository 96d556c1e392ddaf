"""Titles of proposals: who, what and where, in the article's own words and standing alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.clauses import Clause, Group, Syntax, Token
from bot.reading.grammar import Opener, Role, Tense
from bot.reading.names import same_name
from bot.reading.setting import Setting

_MOST = 90
_MOST_SUBJECT = 9
_MOST_TURNED = 6
_BEFORE_A_TITLE = frozenset('–—-«“"(*•')


@dataclass(frozen=True, slots=True)
class Names:
    """The names a pronoun, or an untold half of a meeting, may stand for.

    Attributes:
        earlier: Of the sentence before, in order.
        own: Of the sentence itself, before the phrase of time, in order.
    """

    earlier: tuple[str, ...]
    own: tuple[str, ...]

    @property
    def plain(self) -> str | None:
        """The name a pronoun plainly stands for: the only one of the sentence before."""
        return self.earlier[0] if len(self.earlier) == 1 else None


def title_of(setting: Setting, sentence: str, names: Names) -> str:
    """Word a title for what a phrase of time dates.

    Args:
        setting: The phrase in its sentence.
        sentence: The sentence as it stands.
        names: Those met before it.

    Returns:
        A title without the phrase of time, at most 90 characters long.
    """
    clause = setting.syntax.clauses[setting.verb_clause]
    if clause.opener is Opener.RELATIVE and (noun := _antecedent(setting, sentence, names)):
        return _finished(noun)
    picked = _predicate(setting)
    words = _joined([setting.syntax.tokens[index] for index in picked], sentence)
    words = _named(words, setting, names)
    return _finished(words or sentence)


def _predicate(setting: Setting) -> list[int]:
    """Return the tokens of the clause that tell what happens, subject before verb."""
    syntax, group = setting.syntax, setting.group
    span = syntax.clauses[setting.verb_clause]
    first = _start_of(setting, span)
    own = setting.own_clause
    indices = [
        index
        for index in range(first, span.last)
        if not _left_out(setting, index)
        and not (own.first <= index < own.last and setting.clause > setting.verb_clause)
    ]
    if group is None:
        return indices
    return _shortened(setting, group, _turned(syntax, group, indices))


def _start_of(setting: Setting, span: Clause) -> int:
    """Return where the clause begins, after what only says who said so."""
    matrix, group = setting.matrix, setting.group
    first = span.first + (span.opener is not None)
    if matrix is not None and group is not None and span.first <= matrix.at < group.at:
        first = matrix.main_at + 1
    tokens = setting.syntax.tokens
    while first < span.last - 1 and (tokens[first].word in '–—-«“"(' or tokens[first].timed):
        first += 1
    return first


def _left_out(setting: Setting, index: int) -> bool:
    token = setting.syntax.tokens[index]
    if token.timed or token.word in '–—«»“”":;,.!?()…*•':
        return True
    return token.word in setting.lexicon.fillers and index > 0 and not token.capital


def _turned(syntax: Syntax, group: Group, indices: list[int]) -> list[int]:
    """Put the subject before a verb that came first because a time stood before it."""
    if not indices or indices[0] != group.at or group.at == 0:
        return indices
    rest = [index for index in indices if index != group.at]
    if group.main_at > group.at and group.main.tense & (Tense.INFINITIVE | Tense.PARTICIPLE):
        subject = [index for index in rest if index < group.main_at]
        if subject and len(subject) <= _MOST_SUBJECT:
            return [*subject, group.at, *(index for index in rest if index >= group.main_at)]
    name = [index for index in rest if syntax.tokens[index].capital]
    run = [index for offset, index in enumerate(name) if index == rest[0] + offset]
    if run:
        return [*run, group.at, *(index for index in rest if index not in run)]
    return [*rest, group.at] if len(rest) <= _MOST_TURNED else indices


def _shortened(setting: Setting, group: Group, indices: list[int]) -> list[int]:
    """Leave out "skal reise" before "til": the title reads as a headline does."""
    coming = group.finite.role in {Role.SHALL, Role.FUTURE, Role.SCHEDULE}
    if not coming or group.main.lemma not in setting.lexicon.travel or group.main_at not in indices:
        return indices
    after = indices.index(group.main_at) + 1
    tokens = setting.syntax.tokens
    if after < len(indices) and tokens[indices[after]].word in setting.lexicon.toward:
        return [index for index in indices if index not in {group.at, group.main_at}]
    return indices


def _joined(tokens: Sequence[Token], sentence: str) -> str:
    """Return the tokens' words, with a space where the sentence has one."""
    words = ""
    end = None
    for token in tokens:
        words += ("" if token.start == end else " ") + sentence[token.start : token.end]
        end = token.end
    return words.strip()


def _antecedent(setting: Setting, sentence: str, names: Names) -> str:
    """Return the event that "som" or "which" stands for, with who takes part."""
    if setting.verb_clause == 0 or setting.group is None:
        return ""
    before = setting.syntax.clauses[setting.verb_clause - 1]
    tokens = setting.syntax.tokens
    nouns = [
        index
        for index in range(before.first, before.last)
        if tokens[index].word in setting.lexicon.occasions | setting.lexicon.meetings
    ]
    if not nouns:
        return ""
    span = [index for index in range(nouns[-1], before.last) if not _left_out(setting, index)]
    words = _joined([tokens[index] for index in span], sentence)
    return _meeting(setting, words, names) + _what_it_does(setting, setting.group, sentence)


def _what_it_does(setting: Setting, group: Group, sentence: str) -> str:
    if group.main.lemma in setting.lexicon.happen or group.main.role is Role.SCHEDULE:
        return ""
    span = setting.syntax.clauses[setting.verb_clause]
    rest = [i for i in range(span.first + 1, span.last) if not _left_out(setting, i)]
    return " " + _joined([setting.syntax.tokens[i] for i in rest], sentence)


def _meeting(setting: Setting, words: str, names: Names) -> str:
    """Name both who meet: "møte med Trump" of a sentence about Zelenskyj."""
    with_, between, and_ = setting.lexicon.grammar.meeting_words
    noun, found, other = words.partition(f" {with_} ")
    others = [name for name in names.own if not same_name(name, other)]
    if not found or noun.lower() not in setting.lexicon.meetings or not others:
        return words
    return f"{noun} {between} {others[0]} {and_} {other}"


def _named(words: str, setting: Setting, names: Names) -> str:
    """Put the name in the place of a pronoun that begins a title, where it is plain."""
    first, _, rest = words.partition(" ")
    if first.lower() in setting.lexicon.persons and names.plain and rest:
        return f"{names.plain} {rest}"
    return words


def _finished(words: str) -> str:
    plain = " ".join(words.split()).strip(" ,;:–-")
    if len(plain) > _MOST:
        plain = plain[: _MOST - 1].rsplit(" ", 1)[0] + "…"
    return plain[:1].upper() + plain[1:]
