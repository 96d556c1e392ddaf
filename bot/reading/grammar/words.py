"""What a language must tell about its verbs and its cues, and how the forms are made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, Flag, auto


class Tense(Flag):
    """The forms one spelling may stand for; "set" is three of them."""

    PRESENT = auto()
    PAST = auto()
    INFINITIVE = auto()
    PARTICIPLE = auto()
    GERUND = auto()


FINITE = Tense.PRESENT | Tense.PAST


class Role(Enum):
    """What a verb tells about the event beside it."""

    PLAIN = auto()
    EVENT = auto()  # begins, opens, meets: in the present with a date it is still to come
    BE = auto()
    HAVE = auto()
    SHALL = auto()  # "skal": the future, and with "ha" what others claim
    FUTURE = auto()
    MAY = auto()
    DUTY = auto()
    ADVICE = auto()
    PAST_FUTURE = auto()  # "skulle", "would": to come, seen from the past
    SPEECH = auto()
    OPINION = auto()
    DEMAND = auto()
    SCHEDULE = auto()  # plans, expects, calls, postpones
    CALL_OFF = auto()
    INTENT = auto()


class Opener(Enum):
    """What a word that begins a clause makes of it."""

    THAT = auto()
    RELATIVE = auto()
    CONDITION = auto()
    PROVISO = auto()  # "unless": after a statement it leaves it standing
    QUESTION = auto()
    TIME = auto()
    REASON = auto()


@dataclass(frozen=True, slots=True)
class Verb:
    """One spelling of a verb: the forms it may be, what it tells, and its infinitive."""

    tense: Tense
    role: Role
    lemma: str


@dataclass(frozen=True, slots=True)
class Paradigm:
    """Verbs that are conjugated alike.

    Attributes:
        endings: Of infinitive, present, past and participle, "-" for none; a fifth is the
            gerund's, where the language has one.
        stems: The verbs, without an ending.
    """

    endings: str
    stems: str

    def forms(self) -> Iterator[tuple[str, ...]]:
        """Yield the forms of each verb, in the order of the endings."""
        endings = [ending.strip("-") for ending in self.endings.split()]
        for stem in self.stems.split():
            yield tuple(_inflected(stem, ending) for ending in endings)


def _inflected(stem: str, ending: str) -> str:
    """Put an ending to a stem; of a double consonant one is lost before another one."""
    doubled = stem[-1:] == stem[-2:-1] and stem[-1:] not in "eaoå"
    return (stem[:-1] if doubled and ending[:1] in {"t", "d"} else stem) + ending


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words by which one language says that something was, or is to be.

    Every word is in lower case. A cue of several words is written with single spaces.

    Attributes:
        paradigms: The regular verbs.
        irregular: A verb a line: infinitive, present, past and participle, with "/" between
            forms that live side by side, and "-" for one that is rather a noun ("deler").
        compounds: Irregular infinitives, with what else they are conjugated behind ("*fore*ta").
        auxiliaries: Spellings that are not conjugated here, with what they tell.
        roles: Infinitives, by what they tell; a verb in no list is plain.
        passives: Endings put to an infinitive for its passive; it serves as present too.
        infinitive_is_present: Whether the bare infinitive is also a present ("they vote").
        past_endings: Endings by which an unknown verb in a verb's place is taken as past.
        present_endings: The same for the present.
        openers: Words that begin a clause.
        never_verbs: Words before which, and articles and prepositions after which, no verb
            stands: they make its twin a noun.
        infinitive_marks: The word before an infinitive.
        demonstratives: Words for "the" and "that" before a noun, or for what was named before.
        the_many: The word for "the" before many ("møter *de* ansatte").
        places: Prepositions, with which a subject never begins.
        where: Prepositions that a place stands after, and hardly ever a person.
        bodies: Endings of one-word names that are of no person ("Vegvesen*et*").
        somebody: Endings of nouns for somebody ("sak*en mot* 17-*åringen*").
        origin: The word for where and when something is from ("bildet er *fra*").
        agents: Endings of definite nouns that a verb nobody listed may follow.
        of_places: Endings of bodies named after a place ("Oslo *tingrett*").
        roughly: Adverbs before a number ("minst ni").
        meets: Infinitives whose subject and object are two names ("møter Norge Italia").
        genitives: Endings of times to which something belongs ("*mandagens* møte").
        span_genitives: The same of days and longer spans named on their own ("forrige *ukes*").
        definite_endings: Endings of nouns that are definite without an article ("tropp*en*").
        the_day: Endings of definite weekdays ("den siste *laurdagen* i mai").
        since: Words that count from something named after them ("siden børsslutt torsdag").
        reports: Infinitives of what tells where something is from (", *viser* tall fra SSB").
        settles: Adverbs by which a verb establishes something ("slo *fast*").
        ago: Words that close a time counted back ("for to uker *siden*").
        of: "of", between a noun and what it is of.
        adverbs: Adverbs before the verb of a clause that hangs on another, after it elsewhere.
        telling: Beginnings without a meaning of their own: "det er duket for", "det er ventet".
        leading: Adverbs that begin a sentence and tie it to the one before.
        others: What stands for the rest of a long list ("m.fl.").
        indefinites: The articles of what was not spoken of before.
        negations: Words that deny the clause they stand in.
        until: Words that turn a denial into a date ("ikke før mandag").
        toward: Words before a date that something is moved to or set for.
        resultative: Forms of "be" that with a participle tell of what is done ("er dømt").
        merely: Words that take a denial's force away ("ikke bare").
        be_to_is_future: Whether "is to meet" means that they will.
        nouns_look_like_verbs: Whether "plans" and "report" may be nouns where they stand.
        verb_second: Whether the verb comes second, so that the subject follows it where
            something else begins the sentence ("fredag *møter han* …").
        past_endings_suffice: Whether such an ending shows a verb wherever it stands, and a
            participle as well ("-ed").
        of_is_particle: Whether "of" also belongs to verbs ("går *av*").
        subjects: Pronouns that are nothing but subjects, so that a verb follows.
        meant: Infinitives of meaning to do, so that "skal ha tenkt" looks ahead.
        awaits: Infinitives of waiting and planning: of then, they say nothing of what came.
        moves: Infinitives of moving something to another time.
        in_general: Beginnings of phrases that mean any such time ("om vinteren").
        first_persons: Pronouns of those who speak.
        ordinals: Numbers and their like, after which a past form is a verb all the same.
        particles: Adverbs of the verb that are no part of the time after them ("kommer *ut* i").
        aims: Words before a date that is an aim, not a time ("utsettelse *til* 30. juni").
        about: Words before a time that something is about ("tall *for* fjerde kvartal").
        impersonal: "det", the subject of what nobody does.
        formerly: Words of a plan that was given up for another ("opprinnelig").
        accused_of: Words before what somebody is accused of having done, a gerund.
        than: The word of "two weeks later *than* planned".
        earlier: The word of "a week earlier", which dates nothing to come.
        later: Words before a day or a year of which the rest is meant.
        nowadays: Words for the present that date nothing ("dagens").
        coordinators: Words between clauses of equal weight.
        participle_endings: Endings by which an unknown word after "have" is a participle.
        noun_endings: Endings of nouns that end as such participles do ("har formann*skapet*").
        borrowed: Endings of participles alone, known or not ("er bas*ert*").
        scheduled: Words that with a form of "be" say that something is fixed.
        uncertain: Adverbs that hedge heavily.
        sure: Words by which something is official.
        planned: Adverbs that say it is planned, in a clause of any tense but the past.
        undone: Words of a sentence that call an event off.
        placed: Participles that set a time only before a word such as "til" ("er lagt til").
        of_years: Genitives of years, of what is named after its year ("neste *års* budsjett").
        whose: The word for "if" that is also "whose".
        compared: Words by which something is held against another time.
        participles_agree: Whether a past form is also a participle ("blir spelte").
        less: The word that only after "with" opens a proviso ("med *mindre*").
        purpose: The word that makes of "that" a purpose ("*for* at").
        despite: The word that takes the purpose away ("til *tross* for at").
        ahead_of: Words before an event that is yet to come ("i forkant *av* møtet mandag").
        clear: The word of what is set only before "for" ("det er *klart* for finale").
        summons: Infinitives of calling people to something.
        then: Words for the time told of before ("*da* sa han at …").
        just: Words by which "before" is right before, of what has been ("*rett* før møtet").
        sources: Words before whoever says so: the time beside them is of the saying.
        still: Words of what goes on now ("er *fortsatt* stengt").
        settled_by: Infinitives of what answers a question ("om de får spille, *avgjøres* …").
        figures: Endings of nouns for what a quarter brought ("*resultatet* i fjerde kvartal").
        deadlines: Words that name the last day of something.
        occasions: Endings of nouns that are events ("valg", "møte").
        no_occasions: Endings of nouns that look like events and are none ("avtale", "sykdom").
        habits: Words of what happens again and again.
        quantifiers: Words for many, which may stand for people: then a verb follows.
        no_habits: Words that take that meaning away ("i hvert *fall*").
        generic: Subjects that stand for anyone.
        soon: Words of a time that is not told.
        again: Words that make an intention an expectation.
        upcoming: Headings of lists of what is to come.
        programmes: What a heading of what is to come holds anywhere ("slik *spilles* gruppene").
        bygone: Headings of lists of what has been.
        pronouns: Words that stand for a person or a thing named before.
        persons: Pronouns that stand for one person.
        person_objects: The same as objects ("ham", "her").
        travel: Infinitives of going somewhere, left out before "to" in a title.
        happen: Infinitives of taking place, left out in a title.
        meetings: Nouns for people meeting.
        with_: "with", as it joins those who meet.
        between: "between", before both of them.
        and_: "and".
        fillers: Adverbs a title does without.
        headline_forms: How a title says shorter that something is expected or announced; the
            longer first.
        empty_ends: What a title ends with where only its time followed, and says nothing alone:
            "is on", "is set for"; the longer first.
        function_words: Words left out when two sentences are compared.
        units: Words for a span, with their days ("to dager etter samtalen").
        numbers: Small numbers in letters.
        after: The preposition of "two days after the call".
        before: Its opposite.
    """

    paradigms: tuple[Paradigm, ...]
    irregular: str
    compounds: Mapping[str, str]
    auxiliaries: Mapping[str, tuple[Tense, Role]]
    roles: Mapping[Role, str]
    passives: tuple[str, ...]
    infinitive_is_present: bool
    past_endings: tuple[str, ...]
    present_endings: tuple[str, ...]
    openers: Mapping[Opener, str]
    never_verbs: str
    infinitive_marks: str
    demonstratives: str
    the_many: str
    places: str
    where: str
    bodies: tuple[str, ...]
    somebody: tuple[str, ...]
    origin: str
    agents: tuple[str, ...]
    of_places: tuple[str, ...]
    roughly: str
    meets: str
    genitives: tuple[str, ...]
    span_genitives: tuple[str, ...]
    definite_endings: tuple[str, ...]
    the_day: tuple[str, ...]
    since: str
    reports: str
    settles: str
    ago: str
    of: str
    adverbs: str
    telling: tuple[str, ...]
    leading: str
    others: str
    indefinites: str
    negations: str
    until: str
    toward: str
    resultative: str
    merely: str
    be_to_is_future: bool
    nouns_look_like_verbs: bool
    verb_second: bool
    past_endings_suffice: bool
    of_is_particle: bool
    subjects: str
    meant: str
    awaits: str
    moves: str
    in_general: tuple[str, ...]
    first_persons: str
    ordinals: str
    particles: str
    aims: str
    about: str
    impersonal: str
    formerly: str
    accused_of: str
    than: str
    earlier: str
    later: str
    nowadays: str
    coordinators: str
    participle_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    borrowed: tuple[str, ...]
    scheduled: str
    uncertain: str
    sure: str
    planned: tuple[str, ...]
    undone: tuple[str, ...]
    placed: str
    of_years: str
    whose: str
    compared: str
    participles_agree: bool
    less: str
    purpose: str
    despite: str
    ahead_of: tuple[str, ...]
    clear: str
    summons: str
    then: str
    just: str
    sources: str
    still: str
    settled_by: str
    figures: str
    deadlines: str
    occasions: str
    no_occasions: str
    habits: str
    quantifiers: str
    no_habits: str
    generic: str
    soon: tuple[str, ...]
    again: tuple[str, ...]
    upcoming: tuple[str, ...]
    programmes: tuple[str, ...]
    bygone: tuple[str, ...]
    pronouns: str
    persons: str
    person_objects: str
    travel: str
    happen: str
    meetings: str
    with_: str
    between: str
    and_: str
    headline_forms: Mapping[str, str]
    empty_ends: tuple[str, ...]
    fillers: str
    function_words: str
    units: Mapping[str, int]
    after: str
    before: str
    numbers: Mapping[str, int]
