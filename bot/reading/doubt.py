"""What keeps a clause from telling that something was or will be."""

from collections.abc import Sequence
from itertools import pairwise

from bot.reading.clauses import Clause
from bot.reading.grammar import Opener, Role, Tense
from bot.reading.schedule import stands_by_occasion
from bot.reading.setting import WEIGHTY, Setting
from bot.reading.verb_groups import Group

_REACH_OF_DENIAL = 12
_REACH_OF_AFTER = 16


def is_unreal(setting: Setting) -> bool:
    """Whether the sentence tells what would have been: "*Hadde* de lyttet, *hadde* vi …"."""
    first = setting.syntax.clauses[0].groups[:1]
    if not first or first[0].at > 0 or Tense.PRESENT in first[0].finite.tense:
        return False
    return first[0].finite.role in {Role.HAVE, Role.PAST_FUTURE} and _begins_with_condition(setting)


def whose(setting: Setting) -> bool:
    """Whether the "if" of a clause is "whose": "et barn, *hvis* foreldre ble drept"."""
    group, clause = setting.group, setting.own_clause
    past = group is not None and Tense.PAST in group.finite.tense
    first = setting.syntax.tokens[clause.first].word
    return past and clause.first > 0 and first == setting.lexicon.grammar.whose


def _is_purpose(setting: Setting) -> bool:
    """Whether the clause tells what something is for: "*for at* laget skal rykke opp neste år"."""
    clause = setting.syntax.clauses[setting.verb_clause]
    before = setting.syntax.words(max(0, clause.first - 2), clause.first)
    if clause.opener is not Opener.THAT or before[-1:] != [setting.lexicon.grammar.purpose]:
        return False
    if before[0] == setting.lexicon.grammar.despite:
        return False
    return before[0] not in setting.lexicon.verbs  # "sørge for at" brings it about


def is_said_to_have_been(setting: Setting, group: Group) -> bool:
    """Whether the clause tells what is alleged: "is said *to have left* on Friday"."""
    mark, verbs = setting.lexicon.grammar.infinitive_marks, setting.lexicon.verbs
    words = setting.syntax.words(group.at, setting.first)
    if group.passive and _is_accused(words, setting):
        return True
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        have, done = verbs.get(second), verbs.get(third)
        if first == mark and have is not None and have.role is Role.HAVE and done is not None:
            return bool(done.tense & Tense.PARTICIPLE)
    return False


def _is_accused(words: Sequence[str], setting: Setting) -> bool:
    """Whether the words hold what somebody is accused of: "is suspected *of killing* a man"."""
    verbs, leads = setting.lexicon.verbs, setting.lexicon.accused_of
    done = (verbs.get(word) for lead, word in pairwise(words) if lead in leads)
    return any(verb is not None and Tense.GERUND in verb.tense for verb in done)


def is_earlier(setting: Setting) -> bool:
    """Whether the phrase counts back from something: "a week *earlier*"."""
    return setting.moment.text.lower().split()[-1] in setting.lexicon.earlier


def is_until(setting: Setting) -> bool:
    """Whether the clause says "not before" the time named."""
    first = setting.own_clause.first
    words = setting.syntax.words(first, setting.last)
    denied = [place for place, word in enumerate(words) if word in setting.lexicon.negations]
    since = words[denied[-1] :] if denied else []
    if setting.lexicon.grammar.infinitive_marks in since and _is_judged(setting, since[1:2]):
        return False
    return any(word in setting.lexicon.until for word in since)


def _is_judged(setting: Setting, words: list[str]) -> bool:
    """Whether a denial is of what something is like: "ikke *realistisk* å bli ferdig før jul"."""
    verb = setting.group is not None and setting.group.finite.role is Role.BE
    return verb and not set(words) & set(setting.lexicon.verbs)


def is_supposed(setting: Setting) -> bool:
    """Whether the clause is a condition, hangs on one, or asks."""
    clauses = setting.syntax.clauses
    if _is_settled(setting):
        return False
    doubtful = {Opener.CONDITION, Opener.QUESTION}
    if any(clauses[index].opener in doubtful for index in {setting.clause, setting.verb_clause}):
        return True
    if setting.syntax.tokens[-1].word == "?" or _begins_with_condition(setting):
        return True
    if _is_purpose(setting):
        return True
    return any(_hangs_on(setting, index) for index in range(len(clauses)))


def _is_settled(setting: Setting) -> bool:
    """Whether the verb tells when a question is answered: "om de får spille, *avgjøres* fredag"."""
    clause, group = setting.syntax.clauses[setting.verb_clause], setting.group
    if group is None or clause.opener is not Opener.QUESTION:
        return False
    return group is not clause.groups[0] and group.main.lemma in setting.lexicon.settled_by


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
    if not opening or opening[0].at > 0 or ":" in setting.syntax.words(0, setting.first):
        return False
    return any(
        clause.groups
        and clause.opener is None
        and clause.groups[0].at == clause.first
        and clause.groups[0].main.role is not Role.SPEECH
        for clause in clauses[1:]
    )


def is_listed(setting: Setting) -> bool:
    """Whether the phrase is one of several dates that stand there with no words of their own."""
    bare = [clause for clause in setting.syntax.clauses if _is_bare(setting, clause)]
    return len(bare) > 1 and _is_bare(setting, setting.own_clause)


def _is_bare(setting: Setting, clause: Clause) -> bool:
    tokens = setting.syntax.tokens[clause.first : clause.last]
    timed = sum(token.timed for token in tokens)
    return timed > 0 and not any(token.word.isalpha() and not token.timed for token in tokens)


def is_attribution(setting: Setting, group: Group) -> bool:
    """Whether the clause only tells who said it: ", sa Trump tirsdag", ", går det fram av"."""
    clause = setting.syntax.clauses[setting.verb_clause]
    if setting.verb_clause == 0 or group.at > clause.first + 1 or clause.opener is not None:
        return False
    if group.finite.role in WEIGHTY:
        return False
    following = setting.syntax.words(group.at + 1, group.at + 2)
    subject_follows = bool(following) and following[0] not in setting.lexicon.never_verbs
    quoted = setting.syntax.tokens[0].word in _QUOTES and group.at == clause.first
    told = any(each.groups for each in setting.syntax.clauses[: setting.verb_clause])
    reports = told and group.main.lemma in setting.lexicon.reports and group.at == clause.first
    if group.main.role in {Role.SPEECH, Role.OPINION} or quoted or reports:
        return subject_follows
    impersonal = bool(set(following) & setting.lexicon.impersonal)
    return impersonal and bool(setting.syntax.clauses[setting.verb_clause - 1].groups)


_QUOTES = frozenset('–—-«“"')


def follows_after(setting: Setting) -> bool:
    """Whether the phrase stands in "after the attack on Sunday", which has been."""
    far = max(setting.own_clause.first, setting.first - _REACH_OF_AFTER)
    words = setting.syntax.words(far, setting.first)
    return setting.lexicon.grammar.after in words


def is_opinion(setting: Setting) -> bool:
    """Whether the clause is what somebody thinks, hopes or demands."""
    thinking = {Role.OPINION, Role.DEMAND, Role.INTENT}
    matrix = setting.matrix
    if matrix is not None and matrix.main.role in thinking and matrix.finite.role not in WEIGHTY:
        return not _stands_beside(setting, matrix)
    if stands_by_occasion(setting):
        return False
    following = setting.syntax.clauses[setting.verb_clause + 1 : setting.verb_clause + 2]
    return any(
        clause.groups
        and clause.opener is None
        and clause.groups[0].at == clause.first
        and clause.groups[0].main.role is Role.OPINION
        for clause in following
    )


def _stands_beside(setting: Setting, matrix: Group) -> bool:
    """Whether a verb before is of equal weight: "*ønsker* å informere og *inviterer* til møte"."""
    last = setting.group.at if setting.group else matrix.main_at
    return setting.syntax.words(last - 1, last)[:1] == [setting.lexicon.grammar.and_]


def is_habit(setting: Setting) -> bool:
    """Whether the clause tells of what happens again and again."""
    words, lexicon = setting.words(setting.clause), setting.lexicon
    pairs = zip(words, [*words[1:], ""], strict=True)
    return any(word in lexicon.habits and after not in lexicon.no_habits for word, after in pairs)


def is_past_habit(setting: Setting, group: Group) -> bool:
    """Whether a verb of the past tells what was done again and again: "reiste *alltid*"."""
    beside = setting.syntax.words(max(0, group.at - 1), group.main_at + 2)
    return bool(set(beside) & setting.lexicon.habits)


def is_denied(setting: Setting) -> bool:
    """Whether the clause, or the one it hangs on, says that it won't be."""
    for index in {setting.verb_clause, setting.clause}:
        if _denial(setting, index):
            return True
    clause = setting.syntax.clauses[setting.verb_clause]
    if clause.opener is not Opener.THAT or setting.verb_clause == 0 or _stands_apart(setting):
        return False
    before = setting.words(setting.verb_clause - 1)
    near = before[-_NEAR_THAT:] if setting.lexicon.grammar.nouns_look_like_verbs else before
    return bool(set(near) & setting.lexicon.negations)


_NEAR_THAT = 6  # tokens: "is *not* clear that"; further off, "that" is a "which"


def _stands_apart(setting: Setting) -> bool:
    """Whether the clause is no object of the verb before it: "får ikke spille *etter at* …"."""
    first = setting.syntax.clauses[setting.verb_clause].first
    before = setting.syntax.tokens[first - 1]
    return before.word in setting.lexicon.places and not before.timed


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
