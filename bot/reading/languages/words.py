"""The shape of a language: its words as data, which the engine reads without knowing any."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.reading.when.phrase import Clock
from bot.reading.when.terms import (
    Bound,
    DayPart,
    Feast,
    PeriodPart,
    Ref,
    Season,
    Unit,
    Which,
)


def forms(text: str) -> frozenset[str]:
    """Return the words of a text, parted by spaces."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """The words of time of one language.

    Every mapping goes from words to what they stand for. A key may hold several words, and
    several forms parted by ``|``; a dot that ends a form may be left out in the text. Case does
    not matter. Longer forms win over shorter ones.

    Attributes:
        numbers: Number words; ``vague_numbers`` for those that only hint ("noen" is about 3).
        ordinals: Words for the first, the second; -1 is the last.
        ordinal_ends: What may be glued to a number to make it an ordinal ("th", "e").
        dotted_days: Whether a dot makes a number an ordinal ("2. desember").
        weekdays: The days of the week, 0 for Monday, with their genitives and common slips.
        short_weekdays: The same cut short; in running text only before a date.
        units: Units of the calendar and the clock, in every form they take after a number.
        plural_units: Those that say by themselves that there are several ("the coming *days*").
        relatives: Phrases for a unit counted from the present one ("i morgen", "i fjor").
        carried: The same from the date last mentioned ("dagen etter").
        which: Words before a unit or a day that choose one: this, next, last.
        which_after: The same said after it ("uken *etter neste*").
        parts: Parts of the day.
        each_weekday: Weekdays as habits ("mandager", "Mondays").
        name_like: Months that are also names or other words, so that alone they mean nothing.
        part_offsets: Parts of a day in one phrase, with the day ("i kveld" is today's evening).
        leading_parts: Parts that lead into the day named after them ("natt til").
        seasons: Seasons that are no other words.
        doubtful_seasons: Seasons that are also other words ("vår", "fall").
        articles: Definite articles before a time; False for those before several alone.
        hedges: Words before a time that make it approximate.
        period_parts: Phrases for a part of the period that follows ("slutten av").
        part_periods: A part and its period in one word ("midweek").
        through: What joins the ends of a span ("til", "through").
        between: What opens a span, or the first of two times ("mellom").
        ahead: Words before an amount that count on from now ("*om* to uker").
        behind: Words before an amount that count back ("*for* to uker siden").
        ago: Words that close an amount counted back (-1) or on (+1).
        within: Words before an amount that make of it a deadline.
        moves: Words of a figure that rose or fell from what it was ("up 2 *percent* from Monday").
        partitive: The word between a part and what it is of.
        measuring: Words after it that count from an event ("within two months *of* diagnosis").
        spans_ahead: Words before an amount for the time to come (+1) or just gone (-1).
        conjunctions: Words that join two times; False for those that leave a choice ("eller").
        openers: Small words before a time that add nothing ("på", "on the").
        month_openers: Those that make a bare month, season or year a time ("i", "since").
        year_openers: Those that make four bare figures a year.
        joints: Small words between a time and the larger one it lies in ("i", "of").
        bounds: Words before a time that make of it a deadline, a beginning or an end.
        period_bounds: Bounds that go with periods alone ("ut november").
        bounds_after: Bounds said after the time ("Friday at the latest").
        ends: Phrases for the end of something that follows ("utgangen av").
        ends_after: The same after what ends ("årets slutt").
        over: What says of a period named before it that it is over ("før året *er omme*").
        week_of: Words between "the week" and the day it begins with or holds.
        week_leads: The same with the week itself, in one ("w/c").
        months: The months, 1 for January, with their genitives and common slips.
        month_tails: Words after a month that name its kind ("september måned").
        amounts: Lengths of time in one word ("halvtime").
        amount_adjectives: Words between a number and its unit ("en drøy uke").
        past_spans: The length of time just gone, in one phrase ("the past week").
        lapses: Lengths of time in one word after "the next" ("det neste døgnet").
        turns: Words for the turn of a month.
        zones: Names of time zones after a clock, with the IANA zone; none for the one in use.
        ahead_openers: Words before a day that put something off until then ("til").
        exactly: Words before an amount that deny any hedge.
        hedges_after: Hedges said after the time ("ten days or so").
        near_bounds: Words before "after" and "before" that keep close to the time ("just").
        some_time_after: Words after a time that leave open when in it ("i helga en gang").
        bound_tails: Words that close an open beginning ("fra mandag av").
        renewals: Adjectives which before a gathering show that it is to come ("nytt møte").
        gatherings: Nouns for what is called together.
        ahead_may_last: Whether the word for "in two weeks" also says how long something took.
        capital_months: Whether months are written with a capital.
        part_seasons: Early and late parts of a season in one word ("seinhausten").
        feast_weekends: The weekends of feasts in one word, with a day they hold.
        carried_parts: Parts of the day last mentioned ("samme kveld").
        rest: Phrases for what is left (+1) or gone (-1) of something that follows.
        later: Words after an amount that shift from the date last mentioned.
        shifts: Words between an amount and a time ("two weeks after Easter").
        half_to: "halv": half an hour before the hour that follows.
        half_past: "half past": half an hour after it.
        clock_marks: Words before a time on the clock; False for those that open other times too.
        clock_ends: Words after it; True for those that show by themselves that it is one.
        clock_around: Endings that hedge it ("14-*tiden*").
        meridiems: Halves of the day said after it, as hours to add.
        named_clocks: Times on the clock known by name ("noon").
        clock_quarters: Minutes said in one word ("kvart").
        clock_directions: Words between minutes and the hour, after (+1) or before (-1) it.
        twelve_hours: Whether plain hours are said on a twelve-hour face.
        waiting_looks_back: Whether what "was expected" at a time is past ("var ventet tirsdag");
            in reported speech it may be yet to come ("was expected to strike Thursday").
        every: Words that make a unit or a day recur.
        every_other: The same with an interval in them ("annenhver").
        adverbs: What recurs in one word ("weekly"), as a unit and an interval.
        every_workday: Phrases for all working days.
        times: Words after a number for how often something comes ("tre *ganger*").
        week_later: Words after a weekday that move it by so many weeks ("Tuesday *week*").
        of_the_month: Phrases after a day that keep it to the month it is in, or to every month.
        quarter_letters: Letters glued to the number of a quarter or a half ("*Q*3").
        decades: Endings glued to a year for its decade ("1990*s*"); False for those that after two
            figures tell an age ("20-årene").
        centuries: Words or endings for the century whose number they follow.
        feasts: Holidays, eves and other days known by name.
        refs: Phrases for now, lately and some day, which are at no time in particular.
        fiscal: Words that make a year one of accounts.
        bare_lengths: Whether units in the plural alone are a length ("it may take years").
        comparing: Words after "earlier" and "later" that compare two times ("than").
        event_leads: Words after "the day after" with which what happened then is told.
        event_endings: What nouns for what happened end in ("dagen etter begravelsen").
        weekday_links: What joins a weekday to a part of the day in one word ("tirsdag*s*kveld").
        genitive_ending: What makes a unit of time a genitive ("to års fengsel").
        weekday_letters: Two letters for each weekday from Monday on, before a date typed.
        until_may_be_negated: Whether "not until Friday" is from Friday on.
        been: Participles of "to be" between its helper and a verb ("had been due", "is being").
        would: Modal verbs that look ahead, but back where they tell of what was not.
        perfect_leads: What follows them of what did not happen ("would have won").
        sayings: What follows them, negated, of who kept silent ("would not comment").
        superlatives: Words for the first or the most of a kind ("the first in 20 years").
        to_be: Present forms of "to be": what "is to" happen, or "is held", lies ahead.
        told_of: Participles which after them tell of what has been ("is accused of").
        granting: Verbs that give somebody time until a day ("gave them until Friday").
        yet_to_come: Words before this week or year which show that it is not over ("later").
        indefinite: Articles that make a weekday any of its kind ("on a Thursday").
        dated_events: Events that a day or a month right before them dates ("an August *trial*").
        last_times: Words for late in a period that before a year tell of the last time.
        before_no_day: Openers that stand before no weekday, but close a verb ("sworn in Friday").
        reported: Participles of what is reported to have happened ("skal være pågrepet").
        lasting_leads: Words before an amount which show that something lasts so long.
        possessives: Words before a decade which show that it is somebody's age ("in his 40s").
        determiners: Words after which a verb's form is a noun ("her plans").
        lunch: From which hour to which lunch is eaten.
        no_hours: Words for one that say no hour ("at a meeting").
        counters: Words after an hour or a year that show it is a number of things.
        numbering: Words before a figure that number something ("versjon 3.11").
        verbs_after: Words that may follow a season that is also another word ("i vår").
        particle_verbs: Words that belong to the verb before them, with those verbs: "tok til" is
            began, so that "til" opens no time.
        modals: Verbs in the present after which a verb's form is its infinitive ("vil kome").
        deadlines: Nouns that open a time yet to come ("ga dem frist til fredag").
        past_verbs: Verbs in the past, and participles, that no ending tells.
        past_endings: Endings by which a word is taken for a verb in the past.
        weak_past_endings: The same where only a subject before it shows that it is a verb.
        subject_endings: What a common noun ends in that may be such a subject.
        not_past: Words with such endings that are no verbs.
        not_past_endings: Endings of nouns that look like such verbs ("stor*møte*").
        future_words: Verbs and others by which a clause looks ahead.
        future_endings: Endings of verbs by which it does ("-es" of "møtes").
        present_endings: Endings of a verb in the present that follows its time ("fredag *møter*").
        not_present: Words with such endings that are no verbs.
        perfect: Helpers of the perfect, whose past is not surely told by a date.
        perfect_infinitives: "To have", after which a participle tells of the past.
        participle_endings: What participles end in.
        infinitives: "To be" and its like, whose participle lies ahead ("*blir* valgt").
        infinitive_marks: The word before an infinitive.
        negations: Words that deny their clause.
        postponing: Participles of moving something to another time.
        reporting: Verbs in the present of what was said on the day after them ("opplyser politiet
            fredag"), if no ``that_words`` part them from it.
        that_words: Words that open what is said.
        promising: Verbs that look ahead only before an infinitive ("agreed to meet").
        had: Helpers before them that tell of what came to nothing ("had hoped to meet").
        gerund_endings: Endings of a verb which after one of ``gerund_leads`` tells of the past
            ("in hospital *after* suffer*ing* …").
        sequels: Participles of what comes next, whatever the tense ("followed by a meeting").
        agents: What follows them ("by").
        owner_ending: What a day ends in to which something belongs ("Friday'*s* strike").
        calling_off: Participles which tell of an event named by its day that it won't be.
        of_matches: Words beside a half or a quarter which show that it is one of a match.
        past_as_present: Verbs whose past is their present, which an object shows to be verbs
            ("beat Arsenal", not "a rate cut").
        past_if_negated: Modal verbs that look ahead, but back if negated ("could not be reached").
        titles: Words which, after a weekday or month, show that it is part of a name.
    """

    numbers: Mapping[str, float]
    vague_numbers: Mapping[str, float]
    ordinals: Mapping[str, int]
    ordinal_ends: frozenset[str]
    dotted_days: bool
    weekdays: Mapping[str, int]
    each_weekday: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    months: Mapping[str, int]
    month_tails: Mapping[str, bool]
    name_like: frozenset[str]
    units: Mapping[str, Unit]
    plural_units: Mapping[str, Unit]
    relatives: Mapping[str, tuple[Unit, int]]
    carried: Mapping[str, tuple[Unit, int]]
    which: Mapping[str, Which]
    which_after: Mapping[str, Which]
    parts: Mapping[str, DayPart]
    part_offsets: Mapping[str, tuple[int, DayPart]]
    leading_parts: Mapping[str, DayPart]
    seasons: Mapping[str, Season]
    doubtful_seasons: Mapping[str, Season]
    openers: Mapping[str, bool]
    month_openers: Mapping[str, bool]
    articles: Mapping[str, bool]
    joints: Mapping[str, bool]
    bounds: Mapping[str, Bound]
    period_bounds: Mapping[str, Bound]
    bounds_after: Mapping[str, Bound]
    hedges: Mapping[str, bool]
    ends: Mapping[str, bool]
    ends_after: Mapping[str, bool]
    over: Mapping[str, bool]
    week_of: Mapping[str, bool]
    week_leads: Mapping[str, bool]
    amounts: Mapping[str, tuple[float, Unit]]
    amount_adjectives: Mapping[str, bool]
    past_spans: Mapping[str, tuple[float, Unit]]
    lapses: Mapping[str, tuple[float, Unit]]
    turns: Mapping[str, bool]
    zones: Mapping[str, str]
    ahead_openers: frozenset[str]
    exactly: Mapping[str, bool]
    hedges_after: Mapping[str, bool]
    near_bounds: Mapping[str, bool]
    some_time_after: Mapping[str, bool]
    bound_tails: Mapping[str, bool]
    renewals: frozenset[str]
    gatherings: frozenset[str]
    capital_months: bool
    ahead_may_last: bool
    carried_parts: Mapping[str, tuple[int, DayPart]]
    rest: Mapping[str, int]
    period_parts: Mapping[str, PeriodPart]
    part_periods: Mapping[str, tuple[PeriodPart, Unit]]
    part_seasons: Mapping[str, tuple[PeriodPart, Season]]
    feast_weekends: Mapping[str, Feast]
    through: Mapping[str, bool]
    between: Mapping[str, bool]
    conjunctions: Mapping[str, bool]
    ahead: Mapping[str, int]
    behind: Mapping[str, bool]
    ago: Mapping[str, int]
    later: Mapping[str, int]
    shifts: Mapping[str, int]
    within: Mapping[str, bool]
    spans_ahead: Mapping[str, int]
    clock_marks: Mapping[str, bool]
    clock_ends: Mapping[str, bool]
    clock_around: Mapping[str, bool]
    meridiems: Mapping[str, int]
    named_clocks: Mapping[str, Clock]
    half_to: Mapping[str, bool]
    half_past: Mapping[str, bool]
    clock_quarters: Mapping[str, int]
    clock_directions: Mapping[str, int]
    twelve_hours: bool
    every: Mapping[str, bool]
    every_other: Mapping[str, int]
    adverbs: Mapping[str, tuple[Unit, int]]
    every_workday: Mapping[str, bool]
    times: Mapping[str, bool]
    week_later: Mapping[str, int]
    of_the_month: Mapping[str, bool]
    quarter_letters: Mapping[str, Unit]
    decades: Mapping[str, bool]
    centuries: Mapping[str, bool]
    feasts: Mapping[str, Feast]
    refs: Mapping[str, Ref]
    particle_verbs: Mapping[str, frozenset[str]]
    deadlines: frozenset[str]
    past_as_present: frozenset[str]
    modals: frozenset[str]
    past_if_negated: frozenset[str]
    past_verbs: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    weak_past_endings: tuple[str, ...]
    not_past_endings: tuple[str, ...]
    subject_endings: tuple[str, ...]
    present_endings: tuple[str, ...]
    not_present: frozenset[str]
    perfect_infinitives: frozenset[str]
    participle_endings: tuple[str, ...]
    perfect: frozenset[str]
    negations: frozenset[str]
    infinitives: frozenset[str]
    infinitive_marks: frozenset[str]
    postponing: frozenset[str]
    promising: frozenset[str]
    not_past: frozenset[str]
    future_words: frozenset[str]
    counters: frozenset[str]
    numbering: frozenset[str]
    verbs_after: frozenset[str]
    titles: frozenset[str]
    comparing: frozenset[str]
    lasting_leads: frozenset[str]
    year_openers: Mapping[str, bool]
    waiting_looks_back: bool = True
    bare_lengths: bool = False
    no_hours: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    been: frozenset[str] = frozenset()
    superlatives: frozenset[str] = frozenset()
    would: frozenset[str] = frozenset()
    perfect_leads: frozenset[str] = frozenset()
    sayings: frozenset[str] = frozenset()
    to_be: frozenset[str] = frozenset()
    told_of: frozenset[str] = frozenset()
    granting: frozenset[str] = frozenset()
    yet_to_come: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    dated_events: frozenset[str] = frozenset()
    last_times: frozenset[str] = frozenset()
    before_no_day: frozenset[str] = frozenset()
    reported: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    that_words: frozenset[str] = frozenset()
    moves: frozenset[str] = frozenset()
    partitive: frozenset[str] = frozenset()
    measuring: frozenset[str] = frozenset()
    had: frozenset[str] = frozenset()
    gerund_endings: tuple[str, ...] = ()
    gerund_leads: frozenset[str] = frozenset()
    sequels: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    owner_ending: str = "s"
    calling_off: frozenset[str] = frozenset()
    of_matches: frozenset[str] = frozenset()
    fiscal: Mapping[str, bool] = field(default_factory=dict)
    weekday_links: tuple[str, ...] = ()
    event_leads: frozenset[str] = frozenset()
    event_endings: tuple[str, ...] = ()
    genitive_ending: str = ""
    weekday_letters: tuple[str, ...] = ()
    until_may_be_negated: bool = False
    lunch: tuple[int, int] = (11, 13)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWords:
    """One language: its tag (BCP 47), the words that give it away, and its words of time."""

    tag: str
    markers: frozenset[str]
    time: TimeWords
