"""A grammar made ready for looking up: every form of every verb, every list a set."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Self

from bot.reading.grammar.words import Grammar, Opener, Role, Tense, Verb

_NO_VERB = "-"
_WEAK = ("te", "de")
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
    accused_of: frozenset[str]
    than: frozenset[str]
    earlier: frozenset[str]
    later: frozenset[str]
    nowadays: frozenset[str]
    coordinators: frozenset[str]
    scheduled: frozenset[str]
    uncertain: frozenset[str]
    sure: frozenset[str]
    placed: frozenset[str]
    of_years: frozenset[str]
    compared: frozenset[str]
    summons: frozenset[str]
    then: frozenset[str]
    just: frozenset[str]
    sources: frozenset[str]
    still: frozenset[str]
    settled_by: frozenset[str]
    figures: frozenset[str]
    deadlines: frozenset[str]
    occasions: frozenset[str]
    habits: frozenset[str]
    quantifiers: frozenset[str]
    no_habits: frozenset[str]
    generic: frozenset[str]
    demonstratives: frozenset[str]
    places: frozenset[str]
    where: frozenset[str]
    roughly: frozenset[str]
    meets: frozenset[str]
    since: frozenset[str]
    reports: frozenset[str]
    settles: frozenset[str]
    ago: frozenset[str]
    adverbs: frozenset[str]
    leading: frozenset[str]
    indefinites: frozenset[str]
    pronouns: frozenset[str]
    persons: frozenset[str]
    person_objects: frozenset[str]
    travel: frozenset[str]
    happen: frozenset[str]
    meetings: frozenset[str]
    fillers: frozenset[str]
    function_words: frozenset[str]
    _event_ends: tuple[str, ...]
    _other_ends: tuple[str, ...]

    def is_occasion(self, word: str) -> bool:
        """Whether a word in lower case is an event by its ending: "kvartfinalen", not "avtalen"."""
        return word.endswith(self._event_ends) and not word.endswith(self._other_ends)

    @classmethod
    def of(cls, grammar: Grammar) -> Self:
        """Spell out every form of a grammar's verbs and split its lists."""
        return cls(
            grammar=grammar,
            verbs=_verbs(grammar),
            openers={w: role for role, words in grammar.openers.items() for w in words.split()},
            _event_ends=tuple(grammar.occasions.split()),
            _other_ends=tuple(grammar.no_occasions.split()),
            **_cues(grammar),
        )


def _cues(grammar: Grammar) -> dict[str, frozenset[str]]:
    """Return a grammar's lists of words, by name; a ``Lexicon`` calls them the same."""
    made = {"grammar", "verbs", "openers", "_event_ends", "_other_ends"}
    names = [field.name for field in fields(Lexicon) if field.name not in made]
    return {name: frozenset(getattr(grammar, name).split()) for name in names}


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
    irregular = [tuple(line.split()) for line in grammar.irregular.strip().splitlines()]
    yield from irregular
    for forms in irregular:
        for prefix in grammar.compounds.get(forms[0], "").split():
            yield tuple(_prefixed(prefix, form) for form in forms)
    for paradigm in grammar.paradigms:
        yield from paradigm.forms()


def _prefixed(prefix: str, form: str) -> str:
    return form if form == _NO_VERB else "/".join(prefix + each for each in form.split("/"))


def _spelled(forms: tuple[str, ...], grammar: Grammar) -> Iterator[tuple[str, Tense]]:
    agreed = Tense.PARTICIPLE if grammar.participles_agree else Tense(0)
    for form, tense in zip(forms, _ORDER, strict=False):
        if form == _NO_VERB:
            continue
        for spelling in form.split("/"):
            weak = tense is Tense.PAST and spelling.endswith(_WEAK)
            yield spelling, tense | agreed if weak else tense
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
