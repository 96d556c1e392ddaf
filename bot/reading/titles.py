"""Titles of proposals: who, what and where, in the article's own words and standing alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.clauses import Clause
from bot.reading.grammar import Grammar, Opener, Role, Tense
from bot.reading.names import same_name
from bot.reading.setting import Setting
from bot.reading.tokens import Token
from bot.reading.verb_groups import Group

_MOST = 90
_MOST_SUBJECT = 9
_FEWEST = 2
_MOST_ADJECTIVES = 2
_TOO_SHORT_ALONE = 7
_TELLING = frozenset({Role.SPEECH, Role.OPINION, Role.SCHEDULE})


@dataclass(frozen=True, slots=True)
class Names:
    """The names a pronoun, or an untold half of a meeting, may stand for.

    Attributes:
        earlier: Of the sentence before, in order.
        own: Of the sentence itself, before the phrase of time, in order.
        met: Of all the sentences before.
    """

    earlier: tuple[str, ...]
    own: tuple[str, ...]
    met: frozenset[str] = frozenset()

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
    grammar = setting.lexicon.grammar
    if clause.opener is Opener.RELATIVE and (noun := _antecedent(setting, sentence, names)):
        return _finished(noun, grammar)
    picked = _told(setting, names)
    words = _joined([setting.syntax.tokens[index] for index in picked], sentence)
    words = _named(words, setting, names)
    if clause.opener is Opener.RELATIVE:
        words = _said_of_it(setting, sentence) or sentence.lstrip("–—-*• ")
    elif len(words.split()) < _FEWEST:
        words = sentence.lstrip("–—-*• ")
    return _finished(words, grammar)


def _told(setting: Setting, names: Names) -> list[int]:
    """Return the tokens of the clause that tell what happens, subject before verb."""
    group, span = setting.group, setting.syntax.clauses[setting.verb_clause]
    if group is None:
        return [index for index in range(span.first, span.last) if not _left_out(setting, index)]
    indices = [index for index in _clause_tokens(setting, group) if not _left_out(setting, index)]
    while (
        len(indices) > 1 and setting.syntax.tokens[indices[0]].word in setting.lexicon.coordinators
    ):
        indices = indices[1:]
    if indices and indices[0] == group.at:
        indices = _with_subject(setting, group, indices, names)
    return _shortened(setting, group, _without_end(setting, indices))


def _with_subject(setting: Setting, group: Group, indices: list[int], names: Names) -> list[int]:
    """Give a verb that stands first its subject: that after it, or that before an aside."""
    tokens, span = setting.syntax.tokens, setting.syntax.clauses[setting.verb_clause]
    inverted = any(token.timed for token in tokens[span.first : group.at])
    if inverted and not setting.lexicon.grammar.nouns_look_like_verbs:
        return _turned(setting, group, indices, names)
    before = _subject_before(setting)
    return [*before, *indices] if before else []


def _clause_tokens(setting: Setting, group: Group) -> list[int]:
    """Return a clause's tokens, without what only says who said so, or what came before "and"."""
    matrix, span = setting.matrix, setting.syntax.clauses[setting.verb_clause]
    first, last = span.first + (span.opener is not None), _end(setting, group, span)
    if matrix is None or not span.first <= matrix.at < group.at:
        return list(range(first, last))
    between = {token.word for token in setting.syntax.tokens[matrix.main_at : group.at]}
    if between & setting.lexicon.coordinators:
        return [*range(first, matrix.at), *range(group.at, last)]
    if matrix.main.role in _TELLING:
        return list(range(matrix.main_at + 1, last))
    return list(range(first, last))


def _end(setting: Setting, group: Group, span: Clause) -> int:
    """Return where the verb's own words end: before an "and" with a verb of its own."""
    later = [each.at for each in span.groups if each.at > group.main_at]
    for index in range(group.main_at + 1, later[0] if later else group.main_at):
        if setting.syntax.tokens[index].word in setting.lexicon.coordinators:
            return index
    return span.last


def _subject_before(setting: Setting) -> list[int]:
    """Return the subject of a verb that an aside cut off: "Nordli, who is 45, *resigns*"."""
    for index in range(setting.verb_clause - 1, -1, -1):
        clause = setting.syntax.clauses[index]
        end = clause.groups[0].at if clause.groups else clause.last
        kept = [i for i in range(clause.first, end) if not _left_out(setting, i)]
        if clause.opener is None and len(kept) > (index > 0):
            return kept
    return []


def _without_end(setting: Setting, indices: list[int]) -> list[int]:
    """Leave out a preposition that lost its time: "will hire 600 people *over*"."""
    tokens, lexicon = setting.syntax.tokens, setting.lexicon
    small = lexicon.never_verbs | lexicon.toward | {lexicon.grammar.infinitive_marks}
    while indices:
        last = tokens[indices[-1]].word
        lost = last in small and _time_follows(setting, indices[-1])
        if not (lost or last in setting.lexicon.openers):
            break
        indices = indices[:-1]
    return indices


def _time_follows(setting: Setting, index: int) -> bool:
    following = setting.syntax.tokens[index + 1 : index + 2]
    return bool(following) and following[0].timed


def _left_out(setting: Setting, index: int) -> bool:
    token = setting.syntax.tokens[index]
    if token.timed or token.word in '–—«»“”":;,.!?()…*•':
        return True
    return token.word in setting.lexicon.fillers and index > 0 and not token.capital


def _turned(setting: Setting, group: Group, indices: list[int], names: Names) -> list[int]:
    """Put the subject before a verb that came first because a time stood before it."""
    rest = [index for index in indices if index != group.at]
    if group.main_at > group.at and group.main.tense & (Tense.INFINITIVE | Tense.PARTICIPLE):
        subject = [index for index in rest if index < group.main_at]
    else:
        subject = _first_noun(setting, rest, names)
    if not subject or len(subject) > _MOST_SUBJECT:
        return indices
    return [*subject, group.at, *(index for index in rest if index not in subject)]


def _first_noun(setting: Setting, indices: list[int], names: Names) -> list[int]:
    """Return the name or pronoun, or else the noun with its small words, that tokens begin with."""
    syntax = setting.syntax
    run = [index for place, index in enumerate(indices) if index == indices[0] + place]
    if (
        run
        and syntax.tokens[run[0]].word in setting.lexicon.persons | setting.lexicon.first_persons
    ):
        return run[:1]
    named = 0
    while named < len(run) and syntax.tokens[run[named]].capital:
        named += 1
    for length in range(1, named):
        words = " ".join(syntax.words(run[0], run[0] + length))
        if any(f" {name.lower()}".endswith(f" {words}") for name in names.met):
            return run[:length]  # "Trump" of "møter *Trump* Ukrainas president"
    if named:
        return run[:named]
    return run[: _length_of_noun([syntax.tokens[index].word for index in run], setting)]


def _length_of_noun(words: Sequence[str], setting: Setting) -> int:
    """Return how many words the noun takes that some words begin with: "en ny bro" over …."""
    if not words:
        return 0
    small = setting.lexicon.function_words | setting.lexicon.never_verbs
    length = 0
    while length < len(words) and words[length] in small:
        length += 1
    indefinite = words[0] in setting.lexicon.indefinites
    while length < len(words) - 1 and words[length + 1] not in small:
        if not (words[length].endswith("e") or (indefinite and length < _MOST_ADJECTIVES)):
            break
        length += 1
    return min(length + 1, len(words))


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


def _said_of_it(setting: Setting, sentence: str) -> str:
    """Put what "som" or "who" stands for in its place: "the minister took office"."""
    clauses, tokens = setting.syntax.clauses, setting.syntax.tokens
    before = clauses[setting.verb_clause - 1] if setting.verb_clause else None
    if before is None or before.opener is not None or setting.group is None:
        return ""
    first = before.groups[-1].main_at + 1 if before.groups else before.first
    noun = [index for index in range(first, before.last) if not _left_out(setting, index)]
    if noun and before.groups and tokens[noun[0]].word in setting.lexicon.never_verbs:
        noun = noun[1:]  # "in the town that was founded" is of the town
    told = _without_end(setting, _clause_tokens(setting, setting.group))
    told = [index for index in told if not _left_out(setting, index)]
    if not noun or not told or len(noun) > _MOST_SUBJECT:
        return ""
    return _joined([tokens[index] for index in [*noun, *told]], sentence)


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


def _finished(words: str, grammar: Grammar) -> str:
    """Return a title as a headline has it: expectation said briefly, and not too long."""
    plain = f" {' '.join(words.split())} "
    for said, headline in grammar.headline_forms.items():
        plain = plain.replace(f" {said} ", f" {headline} ".replace("  ", " "))
    plain = _without_empty_end(plain.strip(" ,;:–-"), grammar.empty_ends)
    if len(plain) > _MOST:
        plain = plain[: _MOST - 1].rsplit(" ", 1)[0] + "…"
    return plain[:1].upper() + plain[1:]


def _without_empty_end(title: str, ends: tuple[str, ...]) -> str:
    """Leave out a verb that only its time followed: "The hearing *is set for*"."""
    end = next((end for end in ends if title.endswith(f" {end}")), "")
    noun = title.removesuffix(f" {end}").rstrip(" ,") if end else ""
    return noun if _stands_alone(noun) else title


def _stands_alone(noun: str) -> bool:
    """Whether a title is more than a short word that needs another: "Det", "Further"."""
    return len(noun) > _TOO_SHORT_ALONE
