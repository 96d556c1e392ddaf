"""What a clause says of the time it names: that something was, or that something is to be."""

from dataclasses import dataclass
from enum import Enum, auto

from bot.domain.occurrence import Occurrence
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
    """What a phrase of time dates, and how sure the wording is of it."""

    outlook: Outlook
    occurrence: Occurrence = Occurrence.HIGHLY_LIKELY


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
    moment = setting.moment
    if moment.recurring or _is_supposed(setting):
        return NOTHING
    if moment.since or moment.deixis is Deixis.PAST:
        return FACT if moment.past is not None else NOTHING
    if setting.group is None:
        return _judge_verbless(setting)
    if setting.group.past or Tense.PRESENT not in setting.group.finite.tense:
        return _judge_past(setting, setting.group)
    return _judge_present(setting, setting.group)


def _is_supposed(setting: Setting) -> bool:
    """Whether the clause is a condition, hangs on one, or asks."""
    clauses = setting.syntax.clauses
    doubtful = {Opener.CONDITION, Opener.QUESTION}
    if any(clauses[index].opener in doubtful for index in {setting.clause, setting.verb_clause}):
        return True
    if setting.syntax.tokens[-1].word == "?":
        return True
    conditions = [
        index
        for index, clause in enumerate(clauses)
        if clause.opener is Opener.CONDITION and not _is_otherwise(setting, index)
    ]
    return bool(conditions) or _begins_with_condition(setting)


def _is_otherwise(setting: Setting, index: int) -> bool:
    """Whether a condition is just "if not", which says what else would come."""
    clause = setting.syntax.clauses[index]
    words = setting.words(index)
    denied = len(words) > 1 and words[1] in setting.lexicon.negations
    return denied and index > setting.clause and _verb_follows(clause)


def _verb_follows(clause: Clause) -> bool:
    return not clause.groups or clause.groups[0].at == clause.first + 2


def _begins_with_condition(setting: Setting) -> bool:
    """Whether the sentence opens with a verb and answers it: "Skulle Ruud vinne, vil han …"."""
    clauses = setting.syntax.clauses
    opening = clauses[0].groups
    if not opening or opening[0].at > 0 or len(clauses) < 2:
        return False
    return any(
        clause.groups and clause.groups[0].at == clause.first and clause.opener is None
        for clause in clauses[1:]
    ) and opening[0].finite.role in {Role.PAST_FUTURE, Role.ADVICE, Role.BE, Role.PLAIN}


def _judge_verbless(setting: Setting) -> Judgement:
    lexicon, moment = setting.lexicon, setting.moment
    words = set(setting.syntax.words(0, len(setting.syntax.tokens)))
    if moment.deixis is Deixis.FUTURE or words & lexicon.deadlines:
        return _expected(setting)
    if words & (lexicon.scheduled - lexicon.negations) or words & lexicon.occasions:
        return _expected(setting)
    return NOTHING


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
    if _calls_off(setting, group) and _stands_by_noun(setting):
        return NOTHING
    if _is_attribution(setting, group) or _is_denied(setting):
        return NOTHING
    return FACT


def _judge_claim(setting: Setting, group: Group) -> Judgement:
    meant = group.main.role is Role.SCHEDULE
    return _expected(setting) if meant else FACT


def _judge_past_future(setting: Setting) -> Judgement:
    matrix = setting.matrix
    reported = matrix is not None and matrix.main.role in {Role.SPEECH, Role.SCHEDULE}
    return _expected(setting) if reported and not _is_denied(setting) else NOTHING


def _judge_future_after_past(setting: Setting, group: Group) -> Judgement:
    """A date to come in a clause of the past: "agreed to meet next week"."""
    pluperfect = group.finite.role is Role.HAVE and Tense.PAST in group.finite.tense
    if pluperfect or _is_denied(setting) or _calls_off(setting, group):
        return NOTHING
    if group.main.role in {Role.OPINION, Role.DEMAND, Role.INTENT}:
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
    seen_from_then = group.finite.role is Role.BE and Tense.PAST in group.finite.tense
    toward = _points_ahead(setting)
    if seen_from_then and not toward:
        return FACT if _dates_the_act(setting, group) and moment.past else NOTHING
    if _is_denied(setting):
        return NOTHING
    if moment.deixis is Deixis.FUTURE or (toward and not _dates_the_act(setting, group)):
        return _expected(setting)
    if group.perfect and not _dates_the_act(setting, group):
        return _expected(setting)
    return FACT


def _dates_the_act(setting: Setting, group: Group) -> bool:
    """Whether the phrase stands beside the verb itself: "varslet fredag", "fredag varslet"."""
    if setting.moment.deixis is Deixis.FUTURE:
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


def _stands_by_noun(setting: Setting) -> bool:
    """Whether the phrase follows a noun of an event: "the concert *on Friday*"."""
    before = setting.syntax.words(max(0, setting.first - 2), setting.first)
    return any(word in setting.lexicon.occasions for word in before)


def _is_attribution(setting: Setting, group: Group) -> bool:
    """Whether the clause only tells who said it: ", sa Trump tirsdag"."""
    if group.main.role not in {Role.SPEECH, Role.OPINION}:
        return False
    clause = setting.syntax.clauses[setting.verb_clause]
    return setting.verb_clause > 0 and group.at <= clause.first + 1 and clause.opener is None


def _judge_present(setting: Setting, group: Group) -> Judgement:
    role = group.finite.role if group.finite.role in _WEIGHTY else group.main.role
    if _is_denied(setting) or _calls_off(setting, group) or _is_habit(setting):
        return NOTHING
    if _is_opinion(setting):
        return NOTHING
    match role:
        case Role.SPEECH | Role.OPINION | Role.DEMAND | Role.ADVICE | Role.INTENT | Role.CALL_OFF:
            return NOTHING
        case Role.DUTY:
            return _expected(setting) if setting.moment.deadline else NOTHING
        case Role.MAY:
            return _judge_possible(setting)
        case _:
            return _judge_coming(setting, group)


_WEIGHTY = frozenset({Role.MAY, Role.DUTY, Role.ADVICE, Role.SHALL, Role.FUTURE})


def _judge_possible(setting: Setting) -> Judgement:
    subject = set(setting.words(setting.verb_clause)) & setting.lexicon.generic
    if subject or setting.moment.deixis is Deixis.CURRENT:
        return NOTHING
    return Judgement(Outlook.EXPECTED, Occurrence.MAY_OCCUR)


def _judge_coming(setting: Setting, group: Group) -> Judgement:
    """A present tense: a date to come makes it the future, today's may be just "nowadays"."""
    done = group.passive and group.finite.lemma in setting.lexicon.resultative
    if done and setting.moment.deixis is not Deixis.FUTURE and not _is_scheduling(setting, group):
        return FACT if group.main.role is not Role.SPEECH else NOTHING
    if setting.moment.deixis is Deixis.CURRENT and not _is_under_way(setting, group):
        return NOTHING
    return _expected(setting)


def _is_under_way(setting: Setting, group: Group) -> bool:
    telling = {Role.SHALL, Role.FUTURE, Role.SCHEDULE, Role.EVENT}
    if group.finite.role in telling or group.main.role in telling:
        return True
    return group.passive or _is_scheduling(setting, group) or setting.moment.deadline


def _is_opinion(setting: Setting) -> bool:
    """Whether the clause is what somebody thinks, hopes or demands."""
    thinking = {Role.OPINION, Role.DEMAND, Role.INTENT}
    matrix = setting.matrix
    if matrix is not None and matrix.main.role in thinking and matrix.finite.role not in _WEIGHTY:
        return True
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
    lexicon = setting.lexicon
    if _denial(setting, setting.verb_clause):
        return True
    if setting.clause != setting.verb_clause and _denial(setting, setting.clause):
        return True
    clause = setting.syntax.clauses[setting.verb_clause]
    if clause.opener is not Opener.THAT or setting.verb_clause == 0:
        return False
    return bool(set(setting.words(setting.verb_clause - 1)) & lexicon.negations)


def _denial(setting: Setting, index: int) -> bool:
    clause = setting.syntax.clauses[index]
    words = setting.syntax.words(clause.first, clause.last)
    for place, word in enumerate(words):
        if word not in setting.lexicon.negations:
            continue
        at = clause.first + place
        only = words[place + 1 : place + 2]
        if only and only[0] in setting.lexicon.merely:
            continue
        until = setting.syntax.words(at + 1, setting.last)
        if at < setting.first and any(w in setting.lexicon.until for w in until):
            continue
        if abs(at - setting.first) <= _REACH_OF_DENIAL:
            return True
    return False


def _expected(setting: Setting) -> Judgement:
    words = set(setting.syntax.words(0, len(setting.syntax.tokens)))
    own = set(setting.words(setting.clause)) | set(setting.words(setting.verb_clause))
    if own & setting.lexicon.uncertain:
        return Judgement(Outlook.EXPECTED, Occurrence.HIGHLY_UNCERTAIN)
    if words & setting.lexicon.sure:
        return Judgement(Outlook.EXPECTED, Occurrence.CERTAIN)
    return Judgement(Outlook.EXPECTED, Occurrence.HIGHLY_LIKELY)
