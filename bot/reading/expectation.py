"""What a clause says of the time it names: that something was, or that something is to be."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum, auto

from bot.domain.occurrence import Occurrence
from bot.domain.window import Precision
from bot.reading.bounding import event_ahead, event_since
from bot.reading.doubt import (
    follows_after,
    is_attribution,
    is_denied,
    is_earlier,
    is_habit,
    is_listed,
    is_opinion,
    is_past_habit,
    is_said_to_have_been,
    is_supposed,
    is_unreal,
    is_until,
    whose,
)
from bot.reading.grammar import Opener, Role, Tense
from bot.reading.measures import dates_nothing
from bot.reading.moments import Deixis, Moment
from bot.reading.schedule import (
    aims_at_date,
    begins_toward,
    belongs_to_subject,
    calls_off,
    could,
    dates_the_act,
    follows_occasion,
    has_deadline,
    is_asked_for,
    is_called_off,
    is_moved,
    is_moved_from,
    is_of_figures,
    is_of_year,
    is_plan_of_then,
    is_planned,
    is_scheduling,
    is_simple_past,
    is_to_be_halted,
    is_topic,
    is_undone,
    names_occasion,
    points_ahead,
    stands_by_plan,
)
from bot.reading.setting import UNREAL, WEIGHTY, Setting
from bot.reading.verb_groups import Group


class Outlook(Enum):
    """What a phrase of time dates in its clause."""

    EXPECTED = auto()
    FACT = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a phrase of time dates, and how sure the wording is of it.

    Attributes:
        outlook: A fact, an expectation, or nothing.
        occurrence: How sure an expectation is.
        named: Whether the time named is meant, not what bounds it: "not *before* Friday".
    """

    outlook: Outlook
    occurrence: Occurrence = Occurrence.HIGHLY_LIKELY
    named: bool = False


_BESIDE = 6  # tokens
_NEAR_SPANS = frozenset({Precision.WEEKEND, Precision.WEEK})
_ONE_DAY = timedelta(days=1)

NOTHING = Judgement(Outlook.NOTHING)


FACT = Judgement(Outlook.FACT)


EXPECTED = Judgement(Outlook.EXPECTED)


def judge(setting: Setting) -> Judgement:
    """Say whether a phrase of time dates a fact, an expectation, or neither."""
    if setting.moment.recurring or dates_nothing(setting) or is_moved_from(setting):
        return NOTHING
    judgement = _judged(setting)
    if event_ahead(setting) and judgement.outlook is Outlook.EXPECTED:
        return judgement  # "hvis de enes, legges avtalen fram før *debatten 5. desember*"
    if judgement.outlook is Outlook.EXPECTED and (is_supposed(setting) or is_earlier(setting)):
        return NOTHING
    if is_unreal(setting) or (setting.own_clause.opener is Opener.CONDITION and not whose(setting)):
        return NOTHING
    named = is_until(setting) or is_moved(setting)
    return replace(judgement, named=True) if named else judgement


def _judged(setting: Setting) -> Judgement:
    moment, group = setting.moment, setting.group
    told = group is None or not group.past
    if moment.deixis is Deixis.PAST and (is_of_year(setting) or (told and is_topic(setting))):
        return NOTHING
    if moment.since or moment.deixis is Deixis.PAST:
        return NOTHING if group is not None and is_undone(group) else FACT
    if event_since(setting):
        return replace(FACT, named=True)
    if event_ahead(setting):
        return _expected(setting)
    if group is None:
        return _judge_verbless(setting)
    if not setting.own_clause.groups and stands_by_plan(setting):
        return _expected(setting)
    if is_topic(setting) and setting.last <= group.at:
        return NOTHING
    if has_deadline(setting) and not is_simple_past(group):
        return NOTHING if is_denied(setting) else _expected(setting)
    if any(later.at > group.at and is_called_off(later) for later in setting.own_clause.groups):
        return NOTHING
    if is_said_to_have_been(setting, group):
        return FACT if moment.deixis is Deixis.EITHER else NOTHING
    if group.past or Tense.PRESENT not in group.finite.tense:
        return _judge_past(setting, group)
    return _judge_present(setting, group)


def _judge_verbless(setting: Setting) -> Judgement:
    lexicon, moment = setting.lexicon, setting.moment
    words = set(setting.syntax.words(0, len(setting.syntax.tokens)))
    if moment.deixis is Deixis.FUTURE or words & lexicon.deadlines or is_planned(setting):
        return _expected(setting)
    if moment.weekday and moment.text.lower().endswith("s"):
        return FACT
    if words & (lexicon.scheduled - lexicon.negations) or words & lexicon.occasions:
        return _expected(setting)
    return NOTHING


def _judge_past(setting: Setting, group: Group) -> Judgement:
    if group.claimed:
        return _judge_claim(setting, group)
    if calls_off(setting, group):
        aimed = setting.moment.deixis is Deixis.FUTURE or belongs_to_subject(setting, group)
        return NOTHING if aimed else FACT
    if group.finite.role is Role.PAST_FUTURE:
        return _judge_past_future(setting)
    if group.finite.role is Role.ADVICE or (group.finite.role is Role.MAY and not could(setting)):
        return NOTHING
    if is_scheduling(setting, group):
        return _judge_scheduled_then(setting, group)
    if setting.moment.deixis is Deixis.FUTURE:
        return _judge_future_after_past(setting, group)
    if belongs_to_subject(setting, group):
        return NOTHING
    if is_listed(setting) or is_topic(setting):
        return NOTHING
    if is_attribution(setting, group):
        return FACT if follows_after(setting) else NOTHING
    if is_denied(setting) and not is_until(setting):
        return NOTHING
    if setting.moment.clock_only or is_past_habit(setting, group):
        return NOTHING
    if aims_at_date(setting, group):
        return _expected(setting)
    return NOTHING if begins_toward(setting) or is_asked_for(setting, group) else FACT


def _judge_claim(setting: Setting, group: Group) -> Judgement:
    meant = group.main.lemma in setting.lexicon.meant or setting.moment.deadline
    return _expected(setting) if meant else FACT


def _judge_past_future(setting: Setting) -> Judgement:
    reported = any(
        group.main.role in {Role.SPEECH, Role.SCHEDULE}
        and group.main.lemma not in setting.lexicon.awaits
        and group.at < setting.first
        and group is not setting.group
        for clause in setting.syntax.clauses
        for group in clause.groups
    )
    moment = setting.moment
    if setting.syntax.tokens[0].word in setting.lexicon.then:
        return NOTHING  # "*da* sa han at renten ville bli hevet"
    dated = moment.deixis is not Deixis.CURRENT and not moment.clock_only
    return _expected(setting) if reported and dated and not is_denied(setting) else NOTHING


def _judge_future_after_past(setting: Setting, group: Group) -> Judgement:
    """A date to come in a clause of the past: "agreed to meet next week"."""
    if group.pluperfect or is_denied(setting) or calls_off(setting, group):
        return NOTHING
    if group.main.role in UNREAL:
        return NOTHING
    vague = setting.moment.year_long or setting.moment.counted
    if vague and group.main.role in {Role.PLAIN, Role.EVENT} and not follows_occasion(setting):
        return NOTHING
    return _expected(setting)


def _judge_scheduled_then(setting: Setting, group: Group) -> Judgement:
    """What was scheduled, called or put off: the date is of the act, or of what it is about."""
    moment = setting.moment
    if moment.clock_only and is_simple_past(group):
        return NOTHING
    seen_from_then = is_plan_of_then(setting, group)
    toward = points_ahead(setting)
    if group.pluperfect:
        return FACT if dates_the_act(setting, group) else NOTHING
    if seen_from_then and not (toward and setting.lexicon.grammar.infinitive_is_present):
        return NOTHING
    if is_denied(setting) and not is_until(setting):
        return NOTHING
    if moment.deixis is Deixis.FUTURE or (toward and not dates_the_act(setting, group)):
        return _expected(setting)
    ahead = moment.nearer_ahead and not moment.weekday and follows_occasion(setting)
    if (group.perfect or ahead) and not dates_the_act(setting, group):
        return _expected(setting)
    return FACT


def _judge_present(setting: Setting, group: Group) -> Judgement:
    role = group.finite.role if group.finite.role in WEIGHTY else group.main.role
    if role is Role.MAY and group.main.lemma in setting.lexicon.awaits:
        role = Role.SCHEDULE
    if is_denied(setting) and not is_until(setting):
        return NOTHING
    if is_habit(setting) and not _begins_then(setting):
        return NOTHING
    if is_opinion(setting) or is_attribution(setting, group):
        return NOTHING
    if calls_off(setting, group):
        halted = points_ahead(setting) or is_to_be_halted(setting, group)
        return _expected(setting) if halted else NOTHING
    if group.finite.role is Role.BE and is_scheduling(setting, group):
        return _judge_coming(setting, group)
    match role:
        case Role.SPEECH | Role.OPINION | Role.DEMAND | Role.ADVICE | Role.INTENT | Role.CALL_OFF:
            return NOTHING
        case Role.DUTY:
            return _judge_duty(setting)
        case Role.MAY:
            return _judge_possible(setting, group)
        case _:
            return _judge_coming(setting, group)


def _judge_duty(setting: Setting) -> Judgement:
    """A duty with a date is expected of those it binds; one within so many days is a rule."""
    moment = setting.moment
    bound = {*setting.words(setting.verb_clause), *setting.syntax.words(0, 1)}
    generic = bound & setting.lexicon.generic  # "all who …, must" is told at the beginning
    if generic <= setting.lexicon.indefinites and setting.group is not None:
        at = setting.group.at  # "en" is "one" beside the verb alone, and "a" elsewhere
        generic &= {*setting.syntax.words(at - 1, at), *setting.syntax.words(at + 1, at + 2)}
    dated = moment.deadline or moment.deixis in {Deixis.EITHER, Deixis.FUTURE}
    return _expected(setting) if dated and not generic and not moment.counted else NOTHING


def _judge_possible(setting: Setting, group: Group) -> Judgement:
    """What may be is an expectation where nobody says so, and it is not what may have been."""
    said = setting.matrix is not None and setting.matrix.main.role is Role.SPEECH
    if said or group.main.role is Role.HAVE:
        return NOTHING
    subject = set(setting.words(setting.verb_clause)) & setting.lexicon.generic
    if subject or setting.moment.deixis is Deixis.CURRENT:
        return NOTHING
    return Judgement(Outlook.EXPECTED, Occurrence.MAY_OCCUR)


def _judge_coming(setting: Setting, group: Group) -> Judgement:
    """A present tense: a date to come makes it the future, today's may be just "nowadays"."""
    moment = setting.moment
    telling = _is_under_way(setting, group)
    done = group.passive and group.finite.lemma in setting.lexicon.resultative
    lasting = moment.deixis is Deixis.FUTURE or moment.deadline
    if done and moment.weekday and moment.text.lower().endswith("dagens"):
        return NOTHING  # "er tatt ut til lørdagens renn"
    ahead = moment.nearer_ahead and not moment.weekday
    if not ahead and moment.deixis is Deixis.EITHER and _is_from(setting, group):
        return FACT
    if done and not (lasting or ahead) and not is_scheduling(setting, group):
        return FACT if group.main.role is not Role.SPEECH else NOTHING
    if moment.deixis is Deixis.EITHER and not telling and not ahead and follows_after(setting):
        return FACT
    if (moment.today or _is_of_today(moment)) and _goes_on(setting, group):
        return NOTHING
    weak = moment.deixis is Deixis.CURRENT or moment.clock_only or moment.today
    weak = weak or (_is_evening_gone(moment) and not names_occasion(setting))
    if moment.year_long and moment.deixis is Deixis.CURRENT and _only_describes(setting, group):
        return NOTHING
    plain = group.main.role is Role.PLAIN
    stands = group.main.role is Role.BE and not names_occasion(setting)
    if (weak or (_is_of_today(moment) and (plain or stands))) and not telling:
        return NOTHING
    if moment.uncounted or (moment.counted and moment.deadline and not _is_promised(group)):
        return NOTHING
    if is_of_figures(setting):
        return NOTHING
    if is_topic(setting) and not (
        is_scheduling(setting, group) and setting.first == group.main_at + 1
    ):
        return NOTHING
    return _expected(setting)


def _goes_on(setting: Setting, group: Group) -> bool:
    """Whether a plain present tells what goes on now: "*holder* fredag *fortsatt* på med …"."""
    beside = set(setting.syntax.words(group.at, group.at + _BESIDE))
    return group.finite is group.main and bool(beside & setting.lexicon.still)


def _begins_then(setting: Setting) -> bool:
    """Whether the phrase tells from when on: "er i salg *fra torsdag*"."""
    first = setting.moment.text.lower().split()[0]
    return first == setting.lexicon.grammar.origin and not setting.moment.since


def _is_evening_gone(moment: Moment) -> bool:
    """Whether it names a part of a weekday just gone by: "det *er* bart tirsdag kveld"."""
    of_part = moment.future.precision is Precision.PART_OF_DAY
    return of_part and moment.weekday and moment.just_gone


def _is_from(setting: Setting, group: Group) -> bool:
    """Whether something is told to be from then: "bildet *er fra* et møte i mai"."""
    following = setting.syntax.words(group.at + 1, group.at + 2)
    return group.finite.role is Role.BE and following == [setting.lexicon.grammar.origin]


def _only_describes(setting: Setting, group: Group) -> bool:
    """Whether a plain present tells what something is: "den tredje stormen *som treffer* i år"."""
    clause = setting.syntax.clauses[setting.verb_clause]
    return clause.opener is Opener.RELATIVE and group.finite is group.main


def _is_of_today(moment: Moment) -> bool:
    """Whether it names the weekday of publication and no more: "onsdag *koster* olje 80"."""
    start, end = moment.future.start, moment.future.end
    if start is None or end is None or moment.deadline or not moment.weekday:
        return False
    return moment.past == moment.future and end - start <= _ONE_DAY


def _is_promised(group: Group) -> bool:
    return group.finite.role in {Role.SHALL, Role.FUTURE, Role.SCHEDULE}


def _is_under_way(setting: Setting, group: Group) -> bool:
    telling = {Role.SHALL, Role.FUTURE, Role.SCHEDULE, Role.EVENT}
    if group.finite.role in telling or group.main.role in telling:
        return True
    fixed = is_scheduling(setting, group) or is_planned(setting) or _is_becoming(setting, group)
    passive = group.passive or _is_passive_by_ending(setting, group)
    return passive or fixed or setting.moment.deadline or _begins_then(setting)


def _is_passive_by_ending(setting: Setting, group: Group) -> bool:
    """Whether the verb is a passive by its ending, of nobody: "*gjøres det* en ny vurdering"."""
    word, lemma = setting.syntax.tokens[group.at].word, group.finite.lemma
    beside = {
        *setting.syntax.words(group.at - 1, group.at),
        *setting.syntax.words(group.at + 1, group.at + 2),
    }
    near = setting.moment.future.precision in _NEAR_SPANS and not setting.moment.today
    if not (beside & setting.lexicon.impersonal or near):
        return False
    return any(word == lemma + ending for ending in setting.lexicon.grammar.passives)


def _is_becoming(setting: Setting, group: Group) -> bool:
    """Whether a form of "be" tells what is to be: "det *blir* regn i helgen", "har møte kl. 10"."""
    lemma, moment = group.finite.lemma, setting.moment
    lasting = setting.lexicon.resultative
    if moment.clock_only and group.finite.role is Role.BE and lasting and lemma not in lasting:
        return True
    if (moment.clock_only or moment.today) and group.finite.role in {Role.BE, Role.HAVE}:
        return names_occasion(setting)
    becoming = group.finite.role is Role.BE and lasting and lemma not in lasting
    return bool(becoming) and not moment.year_long


def _expected(setting: Setting) -> Judgement:
    words = set(setting.syntax.words(0, len(setting.syntax.tokens)))
    own = set(setting.words(setting.clause)) | set(setting.words(setting.verb_clause))
    if own & setting.lexicon.uncertain:
        return Judgement(Outlook.EXPECTED, Occurrence.HIGHLY_UNCERTAIN)
    if words & setting.lexicon.sure:
        return Judgement(Outlook.EXPECTED, Occurrence.CERTAIN)
    return Judgement(Outlook.EXPECTED, Occurrence.HIGHLY_LIKELY)
