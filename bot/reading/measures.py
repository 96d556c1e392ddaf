"""Phrases of time that measure, compare or name something, and so date nothing."""

from bot.reading.doubt import follows_after
from bot.reading.grammar import Opener, Role, Tense
from bot.reading.moments import Deixis
from bot.reading.schedule import is_planned
from bot.reading.setting import Setting


def dates_nothing(setting: Setting) -> bool:
    """Whether the phrase measures from something untold, or means no more than "nowadays"."""
    lexicon, moment = setting.lexicon, setting.moment
    words = moment.text.lower().split()
    following = setting.syntax.words(setting.last, setting.last + 1)
    if set(following) & lexicon.than or _is_held_against(setting):
        return True
    definite = moment.weekday and words[-1].endswith(lexicon.grammar.the_day)
    if definite and _is_adjacent(setting):
        return True  # "den siste *laurdagen* i mai": the month dates it
    reckoned = lexicon.toward | {lexicon.grammar.after}
    if following and moment.counted and moment.deadline and following[0] in reckoned:
        return True
    if is_measured_from_event(setting):
        return True
    if any(moment.text.lower().startswith(cue) for cue in lexicon.grammar.in_general):
        return True
    if (
        _is_since_named(setting)
        or _is_compared(setting)
        or _is_quoted_title(setting)
        or _is_length(setting)
    ):
        return True
    if moment.vague and moment.deixis is Deixis.PAST:
        return True
    if _is_after_thing(setting, words) or _is_of_source(setting) or _is_likened(setting):
        return True
    return words[0] in lexicon.nowadays or _is_superseded(setting)


def _is_after_thing(setting: Setting, words: list[str]) -> bool:
    """Whether the phrase dates what something came after: "*etter forrige ukes* inflasjon"."""
    grammar = setting.lexicon.grammar
    following = setting.syntax.words(setting.last, setting.last + 1)
    if not following:
        return False
    noun = following[0].isalpha() and following[0] not in setting.lexicon.verbs
    bounds = words[0] == grammar.before or setting.moment.future.end is None
    return noun and bounds and words[-1].endswith(grammar.span_genitives)


def _is_of_source(setting: Setting) -> bool:
    """Whether the phrase dates a source: "*ifølge politiet mandag* er to døde"."""
    tokens, first = setting.syntax.tokens, setting.own_clause.first
    verbs = {group.at for group in setting.own_clause.groups}
    for index in range(setting.first - 1, first - 1, -1):
        if index in verbs or tokens[index].timed:
            return False
        if tokens[index].word in setting.lexicon.sources:
            return not is_planned(setting)
    return False


def _is_likened(setting: Setting) -> bool:
    """Whether something is just like another time: "like mye *som i år*"."""
    clause = setting.own_clause
    if clause.opener is not Opener.RELATIVE or clause.groups:
        return False
    if setting.moment.deixis in {Deixis.EITHER, Deixis.FUTURE}:
        return False  # "så seint *som* 6. desember"
    inside = setting.syntax.tokens[clause.first + 1 : clause.last]
    return not any(token.word.isalpha() and not token.timed for token in inside)


def _is_superseded(setting: Setting) -> bool:
    """Whether its clause, or the one it hangs on, tells of a plan given up: "*opprinnelig*"."""
    clauses = {setting.clause, setting.verb_clause}
    group = setting.group
    past = group is not None and group.past and group.finite.role is not Role.PAST_FUTURE
    if setting.syntax.clauses[setting.verb_clause].opener is Opener.THAT and not past:
        clauses.add(max(0, setting.verb_clause - 1))
    spans = (setting.syntax.clauses[index] for index in clauses)
    return any(
        _is_formerly(setting, index) for span in spans for index in range(span.first, span.last)
    )


def _is_formerly(setting: Setting, index: int) -> bool:
    """Whether a word says "formerly" of a verb, and not of a noun: "den *tidligere* lederen"."""
    token = setting.syntax.tokens[index]
    if token.word not in setting.lexicon.formerly or token.timed:
        return False
    beside = setting.syntax.words(max(0, index - 1), index + 2)
    verbs = [setting.lexicon.verbs[word] for word in beside if word in setting.lexicon.verbs]
    return any(
        verb.tense & (Tense.PAST | Tense.PARTICIPLE) or verb.role in {Role.BE, Role.HAVE}
        for verb in verbs
    )


_FAR = 3


def _is_adjacent(setting: Setting) -> bool:
    following = setting.syntax.tokens[setting.last : setting.last + 1]
    return bool(following) and following[0].timed


def _is_held_against(setting: Setting) -> bool:
    """Whether something else is told by the time: "høyere *enn* ved børsslutt tirsdag"."""
    for index in range(setting.first - 1, max(-1, setting.first - 1 - _FAR), -1):
        token = setting.syntax.tokens[index]
        if token.word in setting.lexicon.than:
            return True
        if token.timed or any(group.at == index for group in setting.own_clause.groups):
            return False
    return False


def _is_since_named(setting: Setting) -> bool:
    """Whether the phrase dates what something counts from: "ned *siden* stengetid torsdag"."""
    tokens, first = setting.syntax.tokens, max(setting.own_clause.first, setting.first - 5)
    verbs = {group.at for group in setting.own_clause.groups}
    for index in range(setting.first - 2, first - 1, -1):
        if index + 1 in verbs:
            return False
        if tokens[index].word in setting.lexicon.since and not tokens[index + 1].timed:
            return not setting.lexicon.is_occasion(tokens[index + 1].word)
    return False


def _is_compared(setting: Setting) -> bool:
    """Whether something is held against the time: "ned fra *samme* tid i fjor"."""
    if setting.moment.deixis is not Deixis.PAST:
        return False
    before = setting.syntax.words(max(setting.own_clause.first, setting.first - 3), setting.first)
    if before[-1:] and Tense.PAST in _tense_of(setting, before[-1]):
        return False  # "då eit fly av same type *styrta* i fjor"
    return bool({*before[:1], *before[-2:-1]} & setting.lexicon.compared)


def _tense_of(setting: Setting, word: str) -> Tense:
    verb = setting.lexicon.verbs.get(word)
    return Tense(0) if verb is None else verb.tense


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
    if moment.text.endswith(setting.lexicon.grammar.genitives):
        return True
    return follows_after(setting)


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
