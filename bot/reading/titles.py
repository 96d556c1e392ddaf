"""Titles of proposals: who, what and where, in the article's own words and standing alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.reading.antecedents import (
    antecedent,
    bounding_event,
    has_subject,
    said_of_it,
    told_after_relative,
)
from bot.reading.clause_words import OTHERS, clause_tokens, joined, kept, without_end
from bot.reading.clauses import Clause
from bot.reading.grammar import Opener, Role
from bot.reading.headlines import finished, with_what_was_said
from bot.reading.setting import Setting
from bot.reading.subjects import subject_before, turned
from bot.reading.verb_groups import Group
from bot.reading.worth_telling import is_left_out

_FEWEST = 2
_LONGEST_LIST = 50  # characters of a subject
_TWO = 2
_MOST_OF_A_FRAME = 3  # words of "det ble klart"


@dataclass(frozen=True, slots=True)
class Names:
    """The names a pronoun, or an untold half of a meeting, may stand for.

    Attributes:
        earlier: Of the sentence before, in order.
        own: Of the sentence itself, before the phrase of time, in order.
        met: Of all the sentences before.
        said: The sentence before, for a title that says nothing alone.
    """

    earlier: tuple[str, ...]
    own: tuple[str, ...]
    met: frozenset[str] = frozenset()
    said: str = ""

    def plain(self, before: str) -> str | None:
        """Return the name a pronoun plainly stands for: the only one told before it.

        Args:
            before: The words of the pronoun's own sentence before it.
        """
        near = [name for name in self.own if name in before]
        told = near or self.earlier
        return told[0] if len(told) == 1 else None


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
    lexicon = setting.lexicon
    if event := bounding_event(setting, sentence):
        return finished(event, lexicon.grammar)
    if picked := told_after_relative(setting):
        return _with_context(
            setting, finished(_worded(setting, picked, sentence), lexicon.grammar), sentence, names
        )
    if clause.opener is Opener.RELATIVE and (noun := antecedent(setting, sentence, names.own)):
        return _with_context(setting, finished(noun, lexicon.grammar), sentence, names)
    picked = _told_by_next(setting) or _told_by_last(setting) or _told(setting, names)
    words = _named(setting, picked, sentence, names)
    if clause.opener is Opener.RELATIVE and not has_subject(setting, clause):
        words = said_of_it(setting, sentence) or sentence.lstrip("–—-*• ")
    elif len(words.split()) < _FEWEST:
        words = sentence.lstrip("–—-*• ")
    return _with_context(setting, finished(words, lexicon.grammar), sentence, names)


def _with_context(setting: Setting, title: str, sentence: str, names: Names) -> str:
    """Put what was said before behind a title that names nobody and says nothing alone."""
    if any(name in title for name in (*names.met, *names.own)):
        return title
    said = _said_before(setting, sentence) or names.said
    return with_what_was_said(title, said, setting.lexicon)


def _said_before(setting: Setting, sentence: str) -> str:
    """Return what the sentence says before the clause: "*gruppene er ikke trukket*, det …"."""
    clauses, tokens = setting.syntax.clauses, setting.syntax.tokens
    first = clauses[setting.verb_clause].first
    told = any(clause.groups for clause in clauses[: setting.verb_clause])
    return sentence[: tokens[first].start] if told else ""


def _told_by_next(setting: Setting) -> list[int]:
    """Return what "det ble klart at …" or "it emerged that …" goes on to tell."""
    group, clauses = setting.group, setting.syntax.clauses
    following = _next_that(setting)
    if group is None or following is None:
        return []
    span = range(clauses[setting.verb_clause].first, clauses[setting.verb_clause].last)
    words = {setting.syntax.tokens[index].word for index in kept(setting, span)}
    if group.finite.role is not Role.BE or not words & setting.lexicon.impersonal:
        return []
    if len(words) > _MOST_OF_A_FRAME:
        return []
    return kept(setting, range(following.first + 1, following.last))


def _told_by_last(setting: Setting) -> list[int]:
    """Return what was told before ", slo retten fast" or ", viser tallene": not who told it."""
    group, clauses = setting.group, setting.syntax.clauses
    index, grammar = setting.verb_clause, setting.lexicon.grammar
    if group is None or not index or not grammar.verb_second:
        return []
    clause, before = clauses[index], clauses[index - 1]
    closes = index == len(clauses) - 1 and group.at == clause.first and clause.opener is None
    tells = before.opener is None and before.groups and before.groups[0].at > before.first
    said = group.main.role is Role.SPEECH or group.main.lemma in setting.lexicon.reports
    settled = bool(set(setting.words(index)) & setting.lexicon.settles)
    if not (closes and tells and (said or settled)):
        return []
    return kept(setting, range(before.first, before.last))


def _told(setting: Setting, names: Names) -> list[int]:
    """Return the tokens of the clause that tell what happens, subject before verb."""
    group, span = setting.group, setting.syntax.clauses[setting.verb_clause]
    if group is None:
        return kept(setting, range(span.first, span.last))
    indices = kept(setting, _of_its_own_time(setting, group, clause_tokens(setting, group)))
    indices = _without_plan(setting, group, indices)
    while (
        len(indices) > 1 and setting.syntax.tokens[indices[0]].word in setting.lexicon.coordinators
    ):
        indices = indices[1:]
    if indices and (indices[0] == group.at or _is_last_of_list(setting, group)):
        indices = _with_subject(setting, group, indices, names)
    indices = without_end(setting, _adverbs_after(setting, group, indices))
    return _shortened(setting, group, indices) + _what_was_said(setting, group)


def _what_was_said(setting: Setting, group: Group) -> list[int]:
    """Return the clause that a verb of speech goes on with: "said *that …*"."""
    following = _next_that(setting)
    if group.main.role not in {Role.SPEECH, Role.SCHEDULE} or following is None:
        return []
    return kept(setting, range(following.first, following.last))


def _next_that(setting: Setting) -> Clause | None:
    """Return the clause after the verb's, if it begins with "that" and not with "etter at"."""
    following = setting.syntax.clauses[setting.verb_clause + 1 : setting.verb_clause + 2]
    if not following or following[0].opener is not Opener.THAT:
        return None
    before = setting.syntax.tokens[following[0].first - 1]
    bound = before.word in setting.lexicon.places and not before.timed
    return None if bound else following[0]


def _adverbs_after(setting: Setting, group: Group, indices: list[int]) -> list[int]:
    """Put an adverb behind the verb as a main clause has it: "at han *snart* vil …"."""
    if group.at not in indices or setting.syntax.clauses[setting.verb_clause].opener is None:
        return indices
    verb = indices.index(group.at)
    at = verb
    while at > 1 and setting.syntax.tokens[indices[at - 1]].word in setting.lexicon.adverbs:
        at -= 1
    return [*indices[:at], indices[verb], *indices[at:verb], *indices[verb + 1 :]]


def _without_plan(setting: Setting, group: Group, indices: list[int]) -> list[int]:
    """Leave out "etter planen" or "så" before the verb, which says enough."""
    before = [index for index in indices if index < group.at]
    words = " ".join(setting.syntax.words(before[0], before[-1] + 1)) if before else ""
    told = words in setting.lexicon.fillers | setting.lexicon.leading
    return indices[len(before) :] if told or words in setting.lexicon.grammar.planned else indices


def _is_last_of_list(setting: Setting, group: Group) -> bool:
    """Whether the clause begins with the last of several subjects: "Lie, *Moe og Dal* skal …"."""
    index = setting.verb_clause
    span = setting.syntax.clauses[index]
    ands = set(setting.syntax.words(span.first, group.at)) & setting.lexicon.coordinators
    if not index or not ands:
        return False
    before = setting.syntax.clauses[index - 1]
    return not before.groups and before.opener is None


def _with_subject(setting: Setting, group: Group, indices: list[int], names: Names) -> list[int]:
    """Give a verb its whole subject: that after it, or that of a list or before an aside."""
    tokens, span = setting.syntax.tokens, setting.syntax.clauses[setting.verb_clause]
    timed = any(token.timed for token in tokens[span.first : group.at])
    shared = setting.matrix is not None and span.first <= setting.matrix.at < group.at
    before = [] if timed and not shared else subject_before(setting)
    if before and tokens[before[0]].word not in setting.lexicon.places:
        own = kept(setting, range(span.first, group.at)) if indices[0] < group.at else []
        rest = [index for index in indices if index >= group.at]
        return [*_shortened_list(setting, before, own), *rest]
    if indices[0] != group.at:
        return indices
    if not setting.lexicon.grammar.verb_second:
        return indices if timed else []
    if group.at == 0:
        return indices  # "Legger ned påstand fredag" is a headline
    return turned(setting, group, indices, names.met)


def _shortened_list(setting: Setting, subject: list[int], last: list[int]) -> list[int]:
    """Return a list of subjects, or the first of a long one and what stands for the others."""
    tokens = setting.syntax.tokens
    whole = [*subject, *last]
    commas = [place for place, index in enumerate(subject) if tokens[index].word == ","]
    ends = [*commas, len(subject)] if last else commas
    if not ends or tokens[whole[-1]].end - tokens[whole[0]].start <= _LONGEST_LIST:
        return whole
    return [*subject[: ends[0]], OTHERS]


def _of_its_own_time(setting: Setting, group: Group, indices: Sequence[int]) -> list[int]:
    """Leave out what the verb says of another time: "konsert i november *og show i desember*"."""
    tokens, ands = setting.syntax.tokens, setting.lexicon.coordinators
    cuts = [
        index
        for index in indices
        if index > group.main_at and tokens[index].word in ands and not tokens[index].timed
    ]
    edges = [group.main_at, *cuts, (indices[-1] if indices else 0) + 1]
    parts = [range(first + 1, last) for first, last in pairwise(edges)]
    if len(parts) < _TWO or not all(_is_dated(setting, part) for part in parts):
        return list(indices)
    own = next((part for part in parts if setting.first in part), parts[0])
    if not kept(setting, own):
        own = parts[0]
    shared = [] if own is parts[0] else _shared_preposition(setting, parts[0], own)
    return [index for index in indices if index <= group.main_at or index in {*shared, *own}]


def _shared_preposition(setting: Setting, first: range, own: range) -> list[int]:
    """Return the preposition the second of two shares: "*mot* Norge i dag og Italia søndag"."""
    tokens, places = setting.syntax.tokens, setting.lexicon.places
    led = bool(first) and tokens[first[0]].word in places and not tokens[first[0]].timed
    named = kept(setting, own)[:1]
    return [first[0]] if led and named and tokens[named[0]].word not in places else []


def _is_dated(setting: Setting, part: Iterable[int]) -> bool:
    """Whether a part of a clause has a time of its own."""
    tokens = setting.syntax.tokens
    return any(tokens[index].timed and is_left_out(setting, index) for index in part)


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


def _worded(setting: Setting, picked: list[int], sentence: str) -> str:
    """Return the words of the tokens picked, with "m.fl." where a list was cut."""
    if OTHERS not in picked:
        return joined([setting.syntax.tokens[index] for index in picked], sentence)
    cut = picked.index(OTHERS)
    first, rest = (
        joined([setting.syntax.tokens[index] for index in part], sentence)
        for part in (picked[:cut], picked[cut + 1 :])
    )
    return f"{first} {setting.lexicon.grammar.others} {rest}"


def _named(setting: Setting, picked: list[int], sentence: str, names: Names) -> str:
    """Return the words of a title, the name in the place of a pronoun where it is plain."""
    words = _worded(setting, picked, sentence)
    first, _, rest = words.partition(" ")
    if first.lower() not in setting.lexicon.persons or not rest:
        return words
    name = names.plain(sentence[: setting.syntax.tokens[picked[0]].start])
    return f"{name} {rest}" if name else words
