"""What "som" and "which" stand for, as the subject of what they tell."""

from collections.abc import Sequence

from bot.reading.bounding import event_ahead, event_since
from bot.reading.clause_words import clause_tokens, joined, kept, without_end
from bot.reading.clauses import Clause
from bot.reading.grammar import Opener, Role
from bot.reading.names import same_name
from bot.reading.setting import Setting
from bot.reading.verb_groups import Group
from bot.reading.worth_telling import is_left_out

_MOST_SUBJECT = 9


def bounding_event(setting: Setting, sentence: str) -> str:
    """Return the event that the phrase dates after "før" or "siden": "før *valget* 11. mai"."""
    event = event_since(setting) or event_ahead(setting)
    tokens = [setting.syntax.tokens[index] for index in kept(setting, event)]
    return joined(tokens, sentence)


def told_after_relative(setting: Setting) -> list[int]:
    """Return the subject with its verb after "som": "*møtet* som avgjør listen *er planlagt*"."""
    clause, group = setting.syntax.clauses[setting.verb_clause], setting.group
    if clause.opener is not Opener.RELATIVE or group is None or not setting.verb_clause:
        return []
    before = setting.syntax.clauses[setting.verb_clause - 1]
    told = setting.syntax.words(clause.groups[0].main_at, group.at)
    if group is clause.groups[0] or before.groups or set(told) & setting.lexicon.coordinators:
        return []
    subject = kept(setting, range(before.first, before.last))
    return [*subject, *kept(setting, range(group.at, clause.last))] if subject else []


def has_subject(setting: Setting, clause: Clause) -> bool:
    """Whether a clause tells by itself who does it: "der *hun* skal møte …"."""
    verb = setting.group.at if setting.group else clause.first
    return bool(kept(setting, range(clause.first + 1, verb)))


def antecedent(setting: Setting, sentence: str, names: Sequence[str]) -> str:
    """Return the event that "som" or "which" stands for, with who takes part.

    Args:
        setting: The phrase in its sentence.
        sentence: The sentence as it stands.
        names: Those of the sentence before the phrase.
    """
    if setting.verb_clause == 0 or setting.group is None:
        return ""
    before = setting.syntax.clauses[setting.verb_clause - 1]
    tokens = setting.syntax.tokens
    nouns = [
        index
        for index in range(before.first, before.last)
        if tokens[index].word in setting.lexicon.occasions | setting.lexicon.meetings
    ]
    if not nouns or tokens[before.last - 1].word.endswith(setting.lexicon.grammar.somebody):
        return ""  # "saken mot *17-åringen* som …" goes on about him
    span = [index for index in range(nouns[-1], before.last) if not is_left_out(setting, index)]
    words = joined([tokens[index] for index in span], sentence)
    return _meeting(setting, words, names) + _what_it_does(setting, setting.group, sentence)


def said_of_it(setting: Setting, sentence: str) -> str:
    """Put what "som" or "who" stands for in its place: "the minister took office"."""
    clauses, tokens = setting.syntax.clauses, setting.syntax.tokens
    before = clauses[setting.verb_clause - 1] if setting.verb_clause else None
    opened = before is not None and before.opener is not None and before.groups
    if before is None or opened or setting.group is None:
        return ""
    first = before.groups[-1].main_at + 1 if before.groups else before.first
    first += before.opener is not None
    noun = [index for index in range(first, before.last) if not is_left_out(setting, index)]
    while noun and tokens[noun[0]].word in setting.lexicon.places | setting.lexicon.particles:
        noun = noun[1:]  # "in the town that was founded" is of the town
    if len(noun) > 1 and tokens[noun[0]].word in setting.lexicon.scheduled:
        noun = noun[1 + (tokens[noun[1]].word in setting.lexicon.places) :]  # "klar for *rittet*"
    noun = _closest(setting, before, _nearest(setting, noun))
    told = without_end(setting, clause_tokens(setting, setting.group))
    told = [index for index in told if not is_left_out(setting, index)]
    if not noun or not told or len(noun) > _MOST_SUBJECT:
        return ""
    return joined([tokens[index] for index in [*noun, *told]], sentence)


def _nearest(setting: Setting, noun: list[int]) -> list[int]:
    """Return the last of several nouns where it alone is an event: "tre uker til *ankesaken*"."""
    tokens = setting.syntax.tokens
    last = tokens[noun[-1]].word if noun else ""
    named = next((at for at, index in enumerate(reversed(noun)) if not tokens[index].capital), 0)
    before = tokens[noun[-named - 1]].word if named else ""
    if before in setting.lexicon.places - setting.lexicon.where:
        return noun[-named:]  # "a successor to *Edward Lyle*, who …"
    after = len(noun) > 1 and tokens[noun[-2]].word in setting.lexicon.places
    return noun[-1:] if after and setting.lexicon.is_occasion(last) else noun


def _closest(setting: Setting, clause: Clause, noun: list[int]) -> list[int]:
    """Return the last of several nouns before a "som" that no comma parts from it.

    "Endringer i *troppen* som spilte" is of the last, "et møte i *komiteen* som skal holdes" of
    the first: what an event does is told of it.
    """
    tokens, lexicon = setting.syntax.tokens, setting.lexicon
    definite = lexicon.grammar.definite_endings
    if not definite or tokens[clause.last - 1].word == ",":
        return noun
    places = [at for at, index in enumerate(noun) if tokens[index].word in lexicon.places]
    if not places or not 0 < places[-1] < len(noun) - 1:
        return noun
    first, last = tokens[noun[places[-1] + 1]].word, tokens[noun[-1]]
    events = tuple(lexicon.occasions | lexicon.meetings)
    of_event = any(tokens[index].word.endswith(events) for index in noun[: places[-1]])
    if of_event and not last.word.endswith(lexicon.grammar.somebody):
        return noun
    owned = first in lexicon.never_verbs | lexicon.demonstratives or first.endswith("s")
    known = last.word.endswith(definite) and not last.capital
    return noun[places[-1] + 1 :] if known or owned else noun


def _what_it_does(setting: Setting, group: Group, sentence: str) -> str:
    if group.main.lemma in setting.lexicon.happen or group.main.role is Role.SCHEDULE:
        return ""
    span = setting.syntax.clauses[setting.verb_clause]
    rest = [i for i in range(span.first + 1, span.last) if not is_left_out(setting, i)]
    return " " + joined([setting.syntax.tokens[i] for i in rest], sentence)


def _meeting(setting: Setting, words: str, names: Sequence[str]) -> str:
    """Name both who meet: "møte med Trump" of a sentence about Zelenskyj."""
    grammar = setting.lexicon.grammar
    noun, found, other = words.partition(f" {grammar.with_} ")
    others = [name for name in names if not same_name(name, other)]
    if not found or noun.lower() not in setting.lexicon.meetings or not others:
        return words
    return f"{noun} {grammar.between} {others[0]} {grammar.and_} {other}"
