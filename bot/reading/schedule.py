"""Clauses that set, move or call off a time, and what their dates belong to."""

from datetime import timedelta
from itertools import pairwise

from bot.domain.window import EventWindow, Precision
from bot.reading.grammar import Role, Tense
from bot.reading.moments import Deixis
from bot.reading.setting import UNREAL, Setting
from bot.reading.verb_groups import Group

_NEAR = 5


def has_deadline(setting: Setting) -> bool:
    """Whether the phrase stands after "deadline": "er gitt *frist til* 1. mars"."""
    if setting.moment.deixis is Deixis.PAST:
        return False
    words = setting.syntax.words(setting.own_clause.first, setting.first + 1)
    return bool(set(words[-4:]) & setting.lexicon.deadlines)


def is_simple_past(group: Group) -> bool:
    """Whether a verb tells of then alone: "gave", not "has given"."""
    return Tense.PRESENT not in group.finite.tense


def is_called_off(group: Group) -> bool:
    """Whether a verb says by itself that something is off."""
    return group.main.role is Role.CALL_OFF


def stands_by_plan(setting: Setting) -> bool:
    """Whether a clause without a verb says "planned", "due" or "payable" before the phrase."""
    words = setting.syntax.words(setting.own_clause.first, setting.first)
    return bool(set(words) & setting.lexicon.scheduled)


def is_moved(setting: Setting) -> bool:
    """Whether the clause moves something to the time named: "put off *until* Friday"."""
    moment, group = setting.moment, setting.group
    if group is None or (moment.deadline and not moment.until):  # "will move by May"
        return False
    return bool(_lemmas(setting, group.at, setting.first) & setting.lexicon.moves)


def is_moved_from(setting: Setting) -> bool:
    """Whether the phrase is the old date: "møtet *24. mars* er flyttet til 31. mars"."""
    group, clause = setting.group, setting.own_clause
    if group is None or group.main.lemma not in setting.lexicon.moves:
        return False
    if setting.first > group.main_at and _describes_noun(setting):
        return True
    first = {*setting.syntax.words(max(0, setting.first - 1), setting.first + 1)}
    if setting.lexicon.grammar.origin in first and setting.first > group.main_at:
        return any(token.timed for token in setting.syntax.tokens[setting.last : clause.last])
    return clause.first < setting.first < group.at and stands_by_occasion(setting)


def _describes_noun(setting: Setting) -> bool:
    """Whether the phrase says which: "moved *the Oct. 13* hearing", "flyttet *lørdagens* kamp"."""
    text = setting.moment.text.lower()
    if setting.moment.weekday and text.endswith("s"):
        return True
    before = setting.syntax.words(max(0, setting.first - 1), setting.first)
    article = text.split()[0] in setting.lexicon.demonstratives
    article = article or bool(set(before) & setting.lexicon.indefinites)
    return article and _precedes_noun(setting)


def _precedes_noun(setting: Setting) -> bool:
    """Whether a word of weight follows the phrase: "a *Dec. 3* hearing", not "on Dec. 3 in"."""
    following = setting.syntax.words(setting.last, setting.last + 1)
    return any(word.isalpha() and word not in setting.lexicon.function_words for word in following)


def is_undone(group: Group) -> bool:
    """Whether a verb tells what was to be then: "*skulle* ha vært avviklet"."""
    return group.finite.role is Role.PAST_FUTURE


def could(setting: Setting) -> bool:
    """Whether "could" tells what was done then: "*tirsdag kunne* politiet bekrefte at …"."""
    group = setting.group
    if group is None or group.main is group.finite:
        return False
    return setting.last == group.at and group.main.role is not Role.HAVE


def _lemmas(setting: Setting, first: int, last: int) -> set[str]:
    verbs = setting.lexicon.verbs
    return {verbs[word].lemma for word in setting.syntax.words(first, last) if word in verbs}


def is_planned(setting: Setting) -> bool:
    """Whether the sentence says that it is according to plan."""
    text = " ".join(setting.syntax.words(0, len(setting.syntax.tokens)))
    return any(cue in text for cue in setting.lexicon.grammar.planned)


def begins_toward(setting: Setting) -> bool:
    """Whether the phrase begins with the word before an aim: "*til* 30. juni"."""
    return setting.moment.text.lower().split()[0] in setting.lexicon.aims


def is_asked_for(setting: Setting, group: Group) -> bool:
    """Whether the phrase dates what somebody asked for: "asked them *to prepare it* on Friday"."""
    if group.main.role is not Role.DEMAND:
        return False
    words, lexicon = setting.syntax.words(group.main_at, setting.first), setting.lexicon
    return any(
        word in lexicon.verbs
        and Tense.INFINITIVE in lexicon.verbs[word].tense
        and before not in lexicon.never_verbs  # "et *møte*"
        for before, word in pairwise(words)
    )


def aims_at_date(setting: Setting, group: Group) -> bool:
    """Whether a date belongs to something yet to be done: "promised *to* leave on 31 October"."""
    marks = setting.syntax.words(group.main_at, setting.first)
    moment = setting.moment
    if group.pluperfect or group.main.role in UNREAL:
        return False
    if setting.lexicon.grammar.infinitive_marks not in marks or moment.weekday:
        return False
    return moment.nearer_ahead


def is_scheduling(setting: Setting, group: Group) -> bool:
    """Whether a verb, or a word after "be", sets or tells a time: "planned", "due", "klar"."""
    if group.main.role is Role.SCHEDULE:
        return True
    return group.finite.role is Role.BE and _scheduled_word_at(setting, group) is not None


def _scheduled_word_at(setting: Setting, group: Group) -> int | None:
    """Return where "due", "klar" or the like stands after a form of "be"."""
    last = setting.syntax.clauses[setting.verb_clause].last
    for index in range(group.at + 1, min(group.at + 6, last)):
        word, after = (*setting.syntax.words(index, index + 2), "")[:2]
        placed = word in setting.lexicon.placed and after in setting.lexicon.toward
        timed = any(token.timed for token in setting.syntax.tokens[index + 1 : index + 2])
        unset = not timed and after not in setting.lexicon.toward
        if unset and word == setting.lexicon.grammar.clear:
            continue  # "det er *klart* at", not "det er klart for finale"
        if word in setting.lexicon.scheduled or placed:
            return index
    return None


def is_plan_of_then(setting: Setting, group: Group) -> bool:
    """Whether it *was planned*, and not *was put off*: a state of the past, which may be over."""
    if group.finite.role is not Role.BE or Tense.PAST not in group.finite.tense:
        return False
    if group.finite.lemma in setting.lexicon.resultative:
        return True
    return (
        setting.lexicon.grammar.infinitive_is_present
        and _scheduled_word_at(setting, group) is not None
    )


def dates_the_act(setting: Setting, group: Group) -> bool:
    """Whether the phrase stands beside the verb itself: "varslet fredag", "fredag varslet"."""
    first = setting.syntax.tokens[setting.first].word
    if setting.moment.deixis is Deixis.FUTURE or first in setting.lexicon.toward:
        return False
    if group.perfect and setting.last <= group.at and group.main.lemma in setting.lexicon.summons:
        return False  # "mandag har styret *kalt inn* til møte"
    return setting.last <= group.main_at + 1 or setting.first == group.main_at + 1


def points_ahead(setting: Setting) -> bool:
    """Whether a word beside it points to a date: "until", "for", "to", "set *a* June 3 hearing"."""
    words = setting.syntax.words(max(0, setting.first - 1), setting.first + 1)
    if any(word in setting.lexicon.toward for word in words):
        return True
    return words[0] in setting.lexicon.indefinites and _precedes_noun(setting)


def calls_off(setting: Setting, group: Group) -> bool:
    """Whether a verb or its clause says that something is off."""
    if group.main.role is Role.CALL_OFF or group.finite.role is Role.CALL_OFF:
        return True
    text = " ".join(setting.words(setting.verb_clause))
    return any(cue in text for cue in setting.lexicon.grammar.undone)


def is_to_be_halted(setting: Setting, group: Group) -> bool:
    """Whether a time right behind its verb dates a stop to come: "skal *innstilles mandag*"."""
    return group.finite.role is Role.SHALL and setting.first == group.main_at + 1


def belongs_to_subject(setting: Setting, group: Group) -> bool:
    """Whether the phrase dates what was called off, or was to be done: not what happened."""
    clause = setting.own_clause
    if calls_off(setting, group):
        inside = clause.first < setting.first < group.at
        return inside or stands_by_occasion(setting)
    words = setting.syntax.words(clause.first, setting.first)
    return setting.first < group.at and setting.lexicon.grammar.infinitive_marks in words


def stands_by_occasion(setting: Setting) -> bool:
    """Whether the phrase follows a noun of an event: "the *concert* on Friday", "rentemøtet"."""
    before = setting.syntax.words(max(0, setting.first - 2), setting.first)
    return any(setting.lexicon.is_occasion(word) for word in before)


def names_occasion(setting: Setting) -> bool:
    """Whether the clause names an event: "er til stede på *pressekonferansen* klokken 15"."""
    return any(setting.lexicon.is_occasion(word) for word in setting.words(setting.clause))


def follows_occasion(setting: Setting) -> bool:
    """Whether an event is named some words before: "til en *samling* i Oslo om to uker"."""
    before = setting.syntax.words(max(0, setting.first - _NEAR), setting.first)
    return any(setting.lexicon.is_occasion(word) for word in before)


_MOST_OF_A_YEAR = timedelta(days=300)
_LONG = frozenset({Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.YEAR})


def is_topic(setting: Setting) -> bool:
    """Whether the phrase tells what something is about: "figures *for the fourth quarter*"."""
    if not _is_long(setting.moment.future):
        return False
    if setting.moment.counted:
        return _is_for_years(setting)
    first, last = (setting.moment.text.lower().split()[at] for at in (0, -1))
    if "-" in setting.moment.text:  # "third-quarter results"
        return True
    if last in setting.lexicon.of_years and setting.last < len(setting.syntax.tokens):
        return True  # "neste års budsjett"
    before = setting.syntax.words(max(0, setting.first - 2), setting.first)
    if before[-1:] and before[-1] not in setting.lexicon.of_years:
        before = before[-1:]
    return first in setting.lexicon.about or bool(set(before) & setting.lexicon.about)


def is_of_year(setting: Setting) -> bool:
    """Whether a year is of the name of a thing: "vant *fjorårets* cup"."""
    last = setting.moment.text.lower().split()[-1]
    return last in setting.lexicon.of_years and setting.last < len(setting.syntax.tokens)


def is_of_figures(setting: Setting) -> bool:
    """Whether a quarter that is over is what figures are of: "et *resultat* i fjerde kvartal"."""
    moment = setting.moment
    if moment.future.precision is not Precision.QUARTER or moment.nearer_ahead:
        return False
    before = setting.syntax.words(max(0, setting.first - _NEAR), setting.first)
    return any(word.endswith(tuple(setting.lexicon.figures)) for word in before)


def _is_for_years(setting: Setting) -> bool:
    """Whether the phrase tells how many years something is for: "budgets *for the next five*"."""
    first = setting.moment.text.lower().split()[0]
    before = setting.syntax.words(max(0, setting.first - 1), setting.first)
    return setting.moment.uncounted or bool({first, *before} & setting.lexicon.about)


def _is_long(window: EventWindow) -> bool:
    if window.precision in _LONG:
        return True
    if window.start is None or window.end is None:
        return False
    return window.end - window.start > _MOST_OF_A_YEAR
