"""What a clause says of the time it names: that something was, or that something is to be."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.domain.occurrence import Occurrence
from bot.domain.window import Precision
from bot.reading.clauses import Clause, Group, Syntax
from bot.reading.grammar import Lexicon, Opener, Role, Tense
from bot.reading.moments import Deixis, Moment

_REACH_OF_DENIAL = 12


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


NOTHING = Judgement(Outlook.NOTHING)
FACT = Judgement(Outlook.FACT)
EXPECTED = Judgement(Outlook.EXPECTED)


@dataclass(frozen=True, slots=True)
class Setting:
    """A phrase of time in its sentence.

    Attributes:
        syntax: The sentence, taken apart.
        lexicon: The language's words.
        moment: The phrase.
        first: Index of its first token.
        last: Index after its last one.
        clause: Index of its clause.
        group: The verb it belongs to; None where the sentence has none.
        verb_clause: Index of that verb's clause.
    """

    syntax: Syntax
    lexicon: Lexicon
    moment: Moment
    first: int
    last: int
    clause: int
    group: Group | None
    verb_clause: int

    @property
    def own_clause(self) -> Clause:
        """The clause in which the phrase stands."""
        return self.syntax.clauses[self.clause]

    @property
    def matrix(self) -> Group | None:
        """The verb on which the clause hangs: "*said* that …", "*thinks* it will …"."""
        if self.group is None:
            return None
        clause = self.syntax.clauses[self.verb_clause]
        earlier = [group for group in clause.groups if group.at < self.group.at]
        if earlier:
            return earlier[-1]
        if clause.opener in {Opener.THAT, Opener.QUESTION} and self.verb_clause:
            before = self.syntax.clauses[self.verb_clause - 1]
            return before.groups[-1] if before.groups else None
        return None

    def words(self, clause: int) -> list[str]:
        """Return the words of a clause, in lower case."""
        span = self.syntax.clauses[clause]
        return self.syntax.words(span.first, span.last)


def place(syntax: Syntax, lexicon: Lexicon, moment: Moment, offset: int) -> Setting:
    """Find the clause and the verb that a phrase of time belongs to.

    Args:
        syntax: The sentence, taken apart.
        lexicon: The language's words.
        moment: The phrase, by its offsets in the text.
        offset: Where the sentence starts in the text.
    """
    first = syntax.token_at(moment.start - offset)
    last = syntax.token_at(moment.end - offset - 1) + 1
    clause = syntax.clause_at(moment.start - offset)
    verb_clause, group = _governing(syntax, clause, first, last)
    return Setting(syntax, lexicon, moment, first, last, clause, group, verb_clause)


def _governing(syntax: Syntax, clause: int, first: int, last: int) -> tuple[int, Group | None]:
    groups = syntax.clauses[clause].groups
    before = [group for group in groups if group.at < first]
    after = [group for group in groups if group.at >= last]
    if before and after and after[0].at == last and _yields(before[-1]):
        return clause, after[0]
    if before:
        return clause, before[-1]
    if after:
        return clause, after[0]
    return _borrowed(syntax, clause)


def _yields(group: Group) -> bool:
    """Whether a verb leaves the phrase to the one right after it: "says the vote Monday *is* …"."""
    noun_like = bool(group.finite.tense & Tense.INFINITIVE) and group.main is group.finite
    return noun_like or group.main.role in {Role.SPEECH, Role.OPINION}


def _borrowed(syntax: Syntax, clause: int) -> tuple[int, Group | None]:
    """Take the verb of the nearest clause before, or else after, one that has none."""
    for index in range(clause - 1, -1, -1):
        if syntax.clauses[index].groups:
            return index, syntax.clauses[index].groups[-1]
    for index in range(clause + 1, len(syntax.clauses)):
        if syntax.clauses[index].groups:
            return index, syntax.clauses[index].groups[0]
    return clause, None


def judge(setting: Setting) -> Judgement:
    """Say whether a phrase of time dates a fact, an expectation, or neither."""
    if setting.moment.recurring or _dates_nothing(setting):
        return NOTHING
    judgement = _judged(setting)
    if judgement.outlook is Outlook.EXPECTED and _is_supposed(setting):
        return NOTHING
    if setting.own_clause.opener is Opener.CONDITION:
        return NOTHING
    named = _is_until(setting) or _is_moved(setting)
    return replace(judgement, named=True) if named else judgement


def _judged(setting: Setting) -> Judgement:
    moment, group = setting.moment, setting.group
    if moment.since or moment.deixis is Deixis.PAST:
        return FACT
    if group is None:
        return _judge_verbless(setting)
    if not setting.own_clause.groups and _stands_by_plan(setting):
        return _expected(setting)
    if _has_deadline(setting) and not _is_simple_past(group):
        return NOTHING if _is_denied(setting) else _expected(setting)
    if any(later.at > group.at and _is_called_off(later) for later in setting.own_clause.groups):
        return NOTHING
    if group.past or Tense.PRESENT not in group.finite.tense:
        return _judge_past(setting, group)
    return _judge_present(setting, group)


def _has_deadline(setting: Setting) -> bool:
    """Whether the phrase stands after "deadline": "er gitt *frist til* 1. mars"."""
    if setting.moment.deixis not in {Deixis.EITHER, Deixis.FUTURE}:
        return False
    words = setting.syntax.words(setting.own_clause.first, setting.first)
    return bool(set(words[-3:]) & setting.lexicon.deadlines)


def _is_simple_past(group: Group) -> bool:
    return Tense.PRESENT not in group.finite.tense


def _is_called_off(group: Group) -> bool:
    return group.main.role is Role.CALL_OFF


def _stands_by_plan(setting: Setting) -> bool:
    """Whether a clause without a verb says "planned", "due" or "payable" before the phrase."""
    words = setting.syntax.words(setting.own_clause.first, setting.first)
    return bool(set(words) & setting.lexicon.scheduled)


def _dates_nothing(setting: Setting) -> bool:
    """Whether the phrase measures from something untold, or means no more than "nowadays"."""
    lexicon, moment = setting.lexicon, setting.moment
    words = moment.text.lower().split()
    following = setting.syntax.words(setting.last, setting.last + 1)
    if following and following[0] in lexicon.than:
        return True
    if is_measured_from_event(setting):
        return True
    if any(moment.text.lower().startswith(cue) for cue in lexicon.grammar.in_general):
        return True
    if _is_quoted_title(setting) or _is_length(setting):
        return True
    if moment.vague and moment.deixis is Deixis.PAST:
        return True
    formerly = set(setting.words(setting.verb_clause)) | set(setting.words(setting.clause))
    return words[0] in lexicon.nowadays or bool(formerly & lexicon.formerly)


def _is_quoted_title(setting: Setting) -> bool:
    """Whether the phrase stands alone between quotation marks: it is the name of something."""
    before = setting.syntax.words(max(0, setting.first - 1), setting.first)
    after = setting.syntax.words(setting.last, setting.last + 1)
    return bool(before and after) and before[0] in '«“"' and after[0] in '»”"'


def _is_length(setting: Setting) -> bool:
    """Whether the phrase is how long, not when: "om fire ukers varetekt", "third in a year"."""
    moment = setting.moment
    if not moment.counted or moment.deixis is Deixis.PAST:
        return False
    if not setting.lexicon.grammar.nouns_look_like_verbs and moment.text.endswith("s"):
        return True
    return _follows_after(setting)


def _is_moved(setting: Setting) -> bool:
    """Whether the clause moves something to the time named: "put off *until* Friday"."""
    group = setting.group
    return group is not None and group.main.lemma in setting.lexicon.moves


def is_measured_from_event(setting: Setting) -> bool:
    """Whether the phrase counts from something named after it: "two days *after* the call"."""
    grammar = setting.lexicon.grammar
    if setting.moment.text.lower().split()[-1] not in {grammar.after, grammar.before}:
        return False
    if setting.last >= len(setting.syntax.tokens):
        return False
    following = setting.syntax.tokens[setting.last].word
    verbs = {group.at for clause in setting.syntax.clauses for group in clause.groups}
    return following.isalnum() and setting.last not in verbs


def _is_until(setting: Setting) -> bool:
    """Whether the clause says "not before" the time named."""
    first = setting.own_clause.first
    words = setting.syntax.words(first, setting.last)
    denied = [place for place, word in enumerate(words) if word in setting.lexicon.negations]
    return bool(denied) and any(w in setting.lexicon.until for w in words[denied[-1] :])


def _is_supposed(setting: Setting) -> bool:
    """Whether the clause is a condition, hangs on one, or asks."""
    clauses = setting.syntax.clauses
    doubtful = {Opener.CONDITION, Opener.QUESTION}
    if any(clauses[index].opener in doubtful for index in {setting.clause, setting.verb_clause}):
        return True
    if setting.syntax.tokens[-1].word == "?" or _begins_with_condition(setting):
        return True
    return any(_hangs_on(setting, index) for index in range(len(clauses)))


def _hangs_on(setting: Setting, index: int) -> bool:
    """Whether a clause is a condition of the phrase's own one."""
    clause = setting.syntax.clauses[index]
    asks_first = clause.opener is Opener.QUESTION and index == 0
    if not (clause.opener is Opener.CONDITION or asks_first) or not clause.groups:
        return False
    if index < setting.verb_clause:
        return True
    between = setting.syntax.clauses[setting.verb_clause + 1 : index + 1]
    heads = {setting.syntax.tokens[each.first].word for each in between}
    return not heads & setting.lexicon.coordinators and not _is_otherwise(setting, index)


def _is_otherwise(setting: Setting, index: int) -> bool:
    """Whether a condition is just "if not", which says what else would come."""
    clause = setting.syntax.clauses[index]
    words = setting.words(index)
    denied = len(words) > 1 and words[1] in setting.lexicon.negations
    return denied and clause.groups[0].at == clause.first + 2


def _begins_with_condition(setting: Setting) -> bool:
    """Whether the sentence opens with a verb and answers it: "Skulle Ruud vinne, vil han …"."""
    clauses = setting.syntax.clauses
    opening = clauses[0].groups
    if not opening or opening[0].at > 0:
        return False
    return any(
        clause.groups
        and clause.opener is None
        and clause.groups[0].at == clause.first
        and clause.groups[0].main.role is not Role.SPEECH
        for clause in clauses[1:]
    )


def _judge_verbless(setting: Setting) -> Judgement:
    lexicon, moment = setting.lexicon, setting.moment
    words = set(setting.syntax.words(0, len(setting.syntax.tokens)))
    if moment.deixis is Deixis.FUTURE or words & lexicon.deadlines or _is_planned(setting):
        return _expected(setting)
    if moment.weekday and moment.text.lower().endswith("s"):
        return FACT
    if words & (lexicon.scheduled - lexicon.negations) or words & lexicon.occasions:
        return _expected(setting)
    return NOTHING


def _is_planned(setting: Setting) -> bool:
    text = " ".join(setting.syntax.words(0, len(setting.syntax.tokens)))
    return any(cue in text for cue in setting.lexicon.grammar.planned)


def _judge_past(setting: Setting, group: Group) -> Judgement:
    if group.claimed:
        return _judge_claim(setting, group)
    if group.finite.role is Role.PAST_FUTURE:
        return _judge_past_future(setting)
    if group.finite.role in {Role.MAY, Role.ADVICE}:
        return NOTHING
    if _is_scheduling(setting, group):
        return _judge_scheduled_then(setting, group)
    if setting.moment.deixis is Deixis.FUTURE:
        return _judge_future_after_past(setting, group)
    if _belongs_to_subject(setting, group):
        return NOTHING
    if _is_listed(setting):
        return NOTHING
    if _is_attribution(setting, group):
        return FACT if _follows_after(setting) else NOTHING
    if _is_denied(setting) and not _is_until(setting):
        return NOTHING
    if setting.moment.clock_only:
        return NOTHING
    if _aims_at_date(setting, group):
        return _expected(setting)
    return NOTHING if _begins_toward(setting) else FACT


def _is_listed(setting: Setting) -> bool:
    """Whether the phrase is one of several dates that stand there with no words of their own."""
    bare = [clause for clause in setting.syntax.clauses if _is_bare(setting, clause)]
    return len(bare) > 1 and _is_bare(setting, setting.own_clause)


def _is_bare(setting: Setting, clause: Clause) -> bool:
    tokens = setting.syntax.tokens[clause.first : clause.last]
    timed = sum(token.timed for token in tokens)
    return timed > 0 and not any(token.word.isalpha() and not token.timed for token in tokens)


def _begins_toward(setting: Setting) -> bool:
    """Whether the phrase begins with the word before an aim: "*til* 30. juni"."""
    return setting.moment.text.lower().split()[0] in setting.lexicon.aims


def _aims_at_date(setting: Setting, group: Group) -> bool:
    """Whether a date belongs to something yet to be done: "promised *to* leave on 31 October"."""
    marks = setting.syntax.words(group.main_at, setting.first)
    moment = setting.moment
    if group.pluperfect or group.main.role in _UNREAL:
        return False
    if setting.lexicon.grammar.infinitive_marks not in marks or moment.weekday:
        return False
    return moment.nearer_ahead


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
    dated = moment.deixis is not Deixis.CURRENT and not moment.clock_only
    return _expected(setting) if reported and dated and not _is_denied(setting) else NOTHING


def _judge_future_after_past(setting: Setting, group: Group) -> Judgement:
    """A date to come in a clause of the past: "agreed to meet next week"."""
    if group.pluperfect or _is_denied(setting) or _calls_off(setting, group):
        return NOTHING
    if group.main.role in _UNREAL:
        return NOTHING
    vague = setting.moment.year_long or setting.moment.counted
    if vague and group.main.role in {Role.PLAIN, Role.EVENT}:
        return NOTHING
    return _expected(setting)


def _is_scheduling(setting: Setting, group: Group) -> bool:
    if group.main.role is Role.SCHEDULE:
        return True
    return group.finite.role is Role.BE and _scheduled_word_at(setting, group) is not None


def _scheduled_word_at(setting: Setting, group: Group) -> int | None:
    """Return where "due", "klar" or the like stands after a form of "be"."""
    last = setting.syntax.clauses[setting.verb_clause].last
    for index in range(group.at + 1, min(group.at + 6, last)):
        if setting.syntax.tokens[index].word in setting.lexicon.scheduled:
            return index
    return None


def _judge_scheduled_then(setting: Setting, group: Group) -> Judgement:
    """What was scheduled, called or put off: the date is of the act, or of what it is about."""
    moment = setting.moment
    seen_from_then = _is_plan_of_then(setting, group)
    toward = _points_ahead(setting)
    if group.pluperfect:
        return FACT if _dates_the_act(setting, group) else NOTHING
    if seen_from_then and not (toward and setting.lexicon.grammar.infinitive_is_present):
        return NOTHING
    if _is_denied(setting) and not _is_until(setting):
        return NOTHING
    if moment.deixis is Deixis.FUTURE or (toward and not _dates_the_act(setting, group)):
        return _expected(setting)
    if group.perfect and not _dates_the_act(setting, group):
        return _expected(setting)
    return FACT


def _is_plan_of_then(setting: Setting, group: Group) -> bool:
    """Whether it *was planned*, and not *was put off*: a state of the past, which may be over."""
    if group.finite.role is not Role.BE or Tense.PAST not in group.finite.tense:
        return False
    if group.finite.lemma in setting.lexicon.resultative:
        return True
    return (
        setting.lexicon.grammar.infinitive_is_present
        and _scheduled_word_at(setting, group) is not None
    )


def _dates_the_act(setting: Setting, group: Group) -> bool:
    """Whether the phrase stands beside the verb itself: "varslet fredag", "fredag varslet"."""
    first = setting.syntax.tokens[setting.first].word
    if setting.moment.deixis is Deixis.FUTURE or first in setting.lexicon.toward:
        return False
    return setting.last <= group.main_at + 1 or setting.first == group.main_at + 1


def _points_ahead(setting: Setting) -> bool:
    """Whether a word before the phrase, or its first, points to a date: "until", "for", "to"."""
    words = setting.syntax.words(max(0, setting.first - 1), setting.first + 1)
    return any(word in setting.lexicon.toward for word in words)


def _calls_off(setting: Setting, group: Group) -> bool:
    if group.main.role is Role.CALL_OFF or group.finite.role is Role.CALL_OFF:
        return True
    text = " ".join(setting.words(setting.verb_clause))
    return any(cue in text for cue in setting.lexicon.grammar.undone)


def _belongs_to_subject(setting: Setting, group: Group) -> bool:
    """Whether the phrase dates what was called off, or was to be done: not what happened."""
    clause = setting.own_clause
    if _calls_off(setting, group):
        inside = clause.first < setting.first < group.at
        return inside or _stands_by_occasion(setting)
    words = setting.syntax.words(clause.first, setting.first)
    return setting.first < group.at and setting.lexicon.grammar.infinitive_marks in words


def _stands_by_occasion(setting: Setting) -> bool:
    """Whether the phrase follows a noun of an event: "the *concert* on Friday", "rentemøtet"."""
    before = setting.syntax.words(max(0, setting.first - 2), setting.first)
    return any(word.endswith(tuple(setting.lexicon.occasions)) for word in before)


def _is_attribution(setting: Setting, group: Group) -> bool:
    """Whether the clause only tells who said it: ", sa Trump tirsdag", ", går det fram av"."""
    clause = setting.syntax.clauses[setting.verb_clause]
    if setting.verb_clause == 0 or group.at > clause.first + 1 or clause.opener is not None:
        return False
    if group.finite.role in _WEIGHTY:
        return False
    following = setting.syntax.words(group.at + 1, group.at + 2)
    subject_follows = bool(following) and following[0] not in setting.lexicon.never_verbs
    quoted = setting.syntax.tokens[0].word in _QUOTES and group.at == clause.first
    if group.main.role in {Role.SPEECH, Role.OPINION} or quoted:
        return subject_follows
    impersonal = bool(set(following) & setting.lexicon.impersonal)
    return impersonal and bool(setting.syntax.clauses[setting.verb_clause - 1].groups)


def _judge_present(setting: Setting, group: Group) -> Judgement:
    role = group.finite.role if group.finite.role in _WEIGHTY else group.main.role
    if role is Role.MAY and group.main.lemma in setting.lexicon.awaits:
        role = Role.SCHEDULE
    if _is_denied(setting) and not _is_until(setting):
        return NOTHING
    if _is_habit(setting) or _is_opinion(setting) or _is_attribution(setting, group):
        return NOTHING
    if _calls_off(setting, group):
        return _expected(setting) if _points_ahead(setting) else NOTHING
    if group.finite.role is Role.BE and _is_scheduling(setting, group):
        return _judge_coming(setting, group)
    match role:
        case Role.SPEECH | Role.OPINION | Role.DEMAND | Role.ADVICE | Role.INTENT | Role.CALL_OFF:
            return NOTHING
        case Role.DUTY:
            return _judge_duty(setting)
        case Role.MAY:
            return _judge_possible(setting)
        case _:
            return _judge_coming(setting, group)


def _judge_duty(setting: Setting) -> Judgement:
    """A duty with a date is expected of those it binds; one within so many days is a rule."""
    moment = setting.moment
    generic = set(setting.words(setting.verb_clause)) & setting.lexicon.generic
    dated = moment.deadline or moment.deixis in {Deixis.EITHER, Deixis.FUTURE}
    return _expected(setting) if dated and not generic and not moment.counted else NOTHING


_QUOTES = frozenset('–—-«“"')
_LONG = frozenset({Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.YEAR})
_UNREAL = frozenset({Role.OPINION, Role.DEMAND, Role.INTENT})
_WEIGHTY = frozenset({Role.MAY, Role.DUTY, Role.ADVICE, Role.SHALL, Role.FUTURE})


def _judge_possible(setting: Setting) -> Judgement:
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
    if done and not lasting and not _is_scheduling(setting, group):
        return FACT if group.main.role is not Role.SPEECH else NOTHING
    if moment.deixis is Deixis.EITHER and not telling and _follows_after(setting):
        return FACT
    weak = moment.deixis is Deixis.CURRENT or moment.clock_only
    if weak and not telling:
        return NOTHING
    if moment.uncounted or (moment.counted and moment.deadline and not _is_promised(group)):
        return NOTHING
    if _is_topic(setting) and not (
        _is_scheduling(setting, group) and setting.first == group.main_at + 1
    ):
        return NOTHING
    return _expected(setting)


def _is_promised(group: Group) -> bool:
    return group.finite.role in {Role.SHALL, Role.FUTURE, Role.SCHEDULE}


def _follows_after(setting: Setting) -> bool:
    """Whether the phrase stands in "after the attack on Sunday", which has been."""
    words = setting.syntax.words(max(setting.own_clause.first, setting.first - 8), setting.first)
    return setting.lexicon.grammar.after in words


def _is_topic(setting: Setting) -> bool:
    """Whether the phrase tells what something is about: "figures *for the fourth quarter*"."""
    if setting.moment.counted or setting.moment.future.precision not in _LONG:
        return False
    first = setting.moment.text.lower().split()[0]
    before = setting.syntax.words(max(0, setting.first - 1), setting.first)
    return first in setting.lexicon.about or bool(set(before) & setting.lexicon.about)


def _is_under_way(setting: Setting, group: Group) -> bool:
    telling = {Role.SHALL, Role.FUTURE, Role.SCHEDULE, Role.EVENT}
    if group.finite.role in telling or group.main.role in telling:
        return True
    fixed = _is_scheduling(setting, group) or _is_planned(setting)
    return group.passive or fixed or setting.moment.deadline


def _is_opinion(setting: Setting) -> bool:
    """Whether the clause is what somebody thinks, hopes or demands."""
    thinking = {Role.OPINION, Role.DEMAND, Role.INTENT}
    matrix = setting.matrix
    if matrix is not None and matrix.main.role in thinking and matrix.finite.role not in _WEIGHTY:
        return True
    if _stands_by_occasion(setting):
        return False
    following = setting.syntax.clauses[setting.verb_clause + 1 : setting.verb_clause + 2]
    return any(
        clause.groups
        and clause.opener is None
        and clause.groups[0].at == clause.first
        and clause.groups[0].main.role is Role.OPINION
        for clause in following
    )


def _is_habit(setting: Setting) -> bool:
    return bool(set(setting.words(setting.clause)) & setting.lexicon.habits)


def _is_denied(setting: Setting) -> bool:
    """Whether the clause, or the one it hangs on, says that it won't be."""
    for index in {setting.verb_clause, setting.clause}:
        if _denial(setting, index):
            return True
    clause = setting.syntax.clauses[setting.verb_clause]
    if clause.opener is not Opener.THAT or setting.verb_clause == 0:
        return False
    return bool(set(setting.words(setting.verb_clause - 1)) & setting.lexicon.negations)


def _denial(setting: Setting, index: int) -> bool:
    """Whether a clause holds a denial of the phrase's own verb."""
    clause = setting.syntax.clauses[index]
    words = setting.syntax.words(clause.first, clause.last)
    for place, word in enumerate(words):
        if word not in setting.lexicon.negations:
            continue
        if set(words[place + 1 : place + 2]) & setting.lexicon.merely:
            continue
        if _denies(setting, clause, clause.first + place):
            return True
    return False


def _denies(setting: Setting, clause: Clause, at: int) -> bool:
    """Whether a denial belongs to the phrase's verb: it stands after it, or right before it."""
    if not clause.groups or setting.group not in clause.groups:
        return abs(at - setting.first) <= _REACH_OF_DENIAL
    owners = [group for group in clause.groups if group.at in {at, at + 1}]
    owners = owners or [group for group in clause.groups if group.at < at][-1:]
    return (owners or [clause.groups[0]])[0] == setting.group


def _expected(setting: Setting) -> Judgement:
    words = set(setting.syntax.words(0, len(setting.syntax.tokens)))
    own = set(setting.words(setting.clause)) | set(setting.words(setting.verb_clause))
    if own & setting.lexicon.uncertain:
        return Judgement(Outlook.EXPECTED, Occurrence.HIGHLY_UNCERTAIN)
    if words & setting.lexicon.sure:
        return Judgement(Outlook.EXPECTED, Occurrence.CERTAIN)
    return Judgement(Outlook.EXPECTED, Occurrence.HIGHLY_LIKELY)
