"""A grammar made ready for looking up: every form of every verb, every list a set."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from bot.reading.grammar.words import Grammar, Opener, Role, Tense, Verb

_ORDER = (Tense.INFINITIVE, Tense.PRESENT, Tense.PAST, Tense.PARTICIPLE, Tense.GERUND)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's verbs and cues, by their spelling in lower case."""

    grammar: Grammar
    verbs: dict[str, Verb]
    openers: dict[str, Opener]
    never_verbs: frozenset[str]
    negations: frozenset[str]
    until: frozenset[str]
    toward: frozenset[str]
    resultative: frozenset[str]
    merely: frozenset[str]
    subjects: frozenset[str]
    meant: frozenset[str]
    awaits: frozenset[str]
    moves: frozenset[str]
    first_persons: frozenset[str]
    ordinals: frozenset[str]
    particles: frozenset[str]
    aims: frozenset[str]
    about: frozenset[str]
    impersonal: frozenset[str]
    formerly: frozenset[str]
    than: frozenset[str]
    earlier: frozenset[str]
    later: frozenset[str]
    nowadays: frozenset[str]
    coordinators: frozenset[str]
    scheduled: frozenset[str]
    likely: frozenset[str]
    uncertain: frozenset[str]
    sure: frozenset[str]
    deadlines: frozenset[str]
    occasions: frozenset[str]
    habits: frozenset[str]
    quantifiers: frozenset[str]
    no_habits: frozenset[str]
    generic: frozenset[str]
    indefinites: frozenset[str]
    pronouns: frozenset[str]
    persons: frozenset[str]
    travel: frozenset[str]
    happen: frozenset[str]
    meetings: frozenset[str]
    fillers: frozenset[str]
    function_words: frozenset[str]

    @classmethod
    def of(cls, grammar: Grammar) -> Self:
        """Spell out every form of a grammar's verbs and split its lists."""
        return cls(
            grammar=grammar,
            verbs=_verbs(grammar),
            openers={w: role for role, words in grammar.openers.items() for w in words.split()},
            never_verbs=_set(grammar.never_verbs),
            negations=_set(grammar.negations),
            until=_set(grammar.until),
            toward=_set(grammar.toward),
            resultative=_set(grammar.resultative),
            merely=_set(grammar.merely),
            subjects=_set(grammar.subjects),
            meant=_set(grammar.meant),
            awaits=_set(grammar.awaits),
            moves=_set(grammar.moves),
            first_persons=_set(grammar.first_persons),
            ordinals=_set(grammar.ordinals),
            particles=_set(grammar.particles),
            aims=_set(grammar.aims),
            about=_set(grammar.about),
            impersonal=_set(grammar.impersonal),
            formerly=_set(grammar.formerly),
            earlier=_set(grammar.earlier),
            than=_set(grammar.than),
            later=_set(grammar.later),
            nowadays=_set(grammar.nowadays),
            coordinators=_set(grammar.coordinators),
            scheduled=_set(grammar.scheduled),
            likely=_set(grammar.likely),
            uncertain=_set(grammar.uncertain),
            sure=_set(grammar.sure),
            deadlines=_set(grammar.deadlines),
            occasions=_set(grammar.occasions),
            habits=_set(grammar.habits),
            quantifiers=_set(grammar.quantifiers),
            no_habits=_set(grammar.no_habits),
            generic=_set(grammar.generic),
            indefinites=_set(grammar.indefinites),
            pronouns=_set(grammar.pronouns),
            persons=_set(grammar.persons),
            travel=_set(grammar.travel),
            happen=_set(grammar.happen),
            meetings=_set(grammar.meetings),
            fillers=_set(grammar.fillers),
            function_words=_set(grammar.function_words),
        )


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _verbs(grammar: Grammar) -> dict[str, Verb]:
    roles = {lemma: role for role, words in grammar.roles.items() for lemma in words.split()}
    verbs: dict[str, Verb] = {}
    for forms in _paradigms(grammar):
        role = roles.get(forms[0].split("/")[0], Role.PLAIN)
        for spelling, tense in _spelled(forms, grammar):
            _add(verbs, spelling, Verb(tense, role, forms[0].split("/")[0]))
    for spelling, (tense, role) in grammar.auxiliaries.items():
        verbs[spelling] = Verb(tense, role, spelling)
    return verbs


def _paradigms(grammar: Grammar) -> Iterator[tuple[str, ...]]:
    for line in grammar.irregular.strip().splitlines():
        yield tuple(line.split())
    for paradigm in grammar.paradigms:
        yield from paradigm.forms()


def _spelled(forms: tuple[str, ...], grammar: Grammar) -> Iterator[tuple[str, Tense]]:
    for form, tense in zip(forms, _ORDER, strict=False):
        for spelling in form.split("/"):
            yield spelling, tense
            if tense is Tense.INFINITIVE:
                for ending in grammar.passives:
                    yield spelling + ending, Tense.PRESENT | Tense.INFINITIVE
                if grammar.infinitive_is_present and spelling != forms[2]:
                    yield spelling, Tense.PRESENT


def _add(verbs: dict[str, Verb], spelling: str, verb: Verb) -> None:
    known = verbs.get(spelling)
    if known is None:
        verbs[spelling] = verb
    elif known.role is verb.role or verb.role is Role.PLAIN:
        verbs[spelling] = Verb(known.tense | verb.tense, known.role, known.lemma)
    elif known.role is Role.PLAIN:
        verbs[spelling] = Verb(known.tense | verb.tense, verb.role, verb.lemma)
