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
        relatives: Phrases for a unit counted from the present one ("i morgen", "i fjor").
        carried: The same from the date last mentioned ("dagen etter").
        each_weekday: Weekdays as habits ("mandager", "Mondays").
        name_like: Months that are also names or other words, so that alone they mean nothing.
        part_offsets: Parts of a day in one phrase, with the day ("i kveld" is today's evening).
        leading_parts: Parts that lead into the day named after them ("natt til").
        conjunctions: Words that join two times; False for those that leave a choice ("eller").
        openers: Small words before a time that add nothing ("på", "on the").
        month_openers: Those that make a bare month, season or year a time ("i", "since").
        joints: Small words between a time and the larger one it lies in ("i", "of").
        period_bounds: Bounds that go with periods alone ("ut november").
        bounds_after: Bounds said after the time ("Friday at the latest").
        ends: Phrases for the end of something that follows ("utgangen av").
        ends_after: The same after what ends ("årets slutt").
        week_of: Words between "the week" and the day it begins with or holds.
        week_leads: The same with the week itself, in one ("w/c").
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
        clock_directions: Words between minutes and the hour, after (+1) or before (-1) it.
        twelve_hours: Whether plain hours are said on a twelve-hour face.
        waiting_looks_back: Whether what "was expected" at a time is past ("var ventet tirsdag");
            in reported speech it may be yet to come ("was expected to strike Thursday").
        bare_lengths: Whether units in the plural alone are a length ("it may take years").
        comparing: Words after "earlier" and "later" that compare two times ("than").
        event_leads: Words after "the day after" with which what happened then is told.
        event_endings: What nouns for what happened end in ("dagen etter begravelsen").
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
        last_times: Words for late in a period that before a year tell of the last time.
        before_no_day: Openers that stand before no weekday, but close a verb ("sworn in Friday").
        reported: Participles of what is reported to have happened ("skal være pågrepet").
        lasting_leads: Words before an amount which show that something lasts so long.
        possessives: Words before a decade which show that it is somebody's age ("in his 40s").
        determiners: Words after which a verb's form is a noun ("her plans").
        no_hours: Words for one that say no hour ("at a meeting").
        counters: Words after an hour or a year that show it is a number of things.
        numbering: Words before a figure that number something ("versjon 3.11").
        verbs_after: Words that may follow a season that is also another word ("i vår").
        particle_verbs: Words that belong to the verb before them, with those verbs: "tok til" is
            began, so that "til" opens no time.
        modals: Verbs in the present after which a verb's form is its infinitive ("vil kome").
        deadlines: Nouns that open a time yet to come ("ga dem frist til fredag").
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
    last_times: frozenset[str] = frozenset()
    before_no_day: frozenset[str] = frozenset()
    reported: frozenset[str] = frozenset()
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
