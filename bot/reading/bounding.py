"""Events named after "before": the time beside such an event is its own, whatever the verb."""

from functools import cache

from bot.reading.moments import Deixis, Moment
from bot.reading.setting import Setting
from bot.reading.tokens import BREAKS

_REACH = 9  # tokens between the word for "before" and the phrase
_BESIDE = 2
_FEW = 4  # tokens between that word and the event


def event_ahead(setting: Setting) -> range:
    """Return the event that the phrase dates after "ahead of": "foran *kampen mot Spania* fredag".

    Returns:
        The indices of its tokens; none where the phrase dates something else, or where the event
        is over: "rett før møtet mandag" tells of what has been.
    """
    cue = _cue_before(setting)
    if cue is None or not _is_to_come(setting):
        return range(0)
    beside = setting.syntax.words(max(setting.own_clause.first, cue - _BESIDE), cue)
    if set(beside) & setting.lexicon.just:
        return range(0)
    words = setting.syntax.words(cue + 1, min(cue + 1 + _FEW, setting.first))
    named = any(setting.lexicon.is_occasion(word) for word in words)
    return range(cue + 1, setting.first) if named else range(0)


def event_since(setting: Setting) -> range:
    """Return the event the phrase dates after "since": "har pågått siden *valget* 4. mars"."""
    tokens, first = setting.syntax.tokens, setting.own_clause.first
    event = setting.first - 1
    if event <= first or setting.moment.deixis not in {Deixis.EITHER, Deixis.PAST}:
        return range(0)
    named = setting.lexicon.is_occasion(tokens[event].word)
    since = tokens[event - 1].word in setting.lexicon.since
    return range(event, setting.first) if named and since and not tokens[event].timed else range(0)


def _cue_before(setting: Setting) -> int | None:
    """Return where a word for "ahead of" ends, with only a noun between it and the phrase."""
    tokens, clause = setting.syntax.tokens, setting.own_clause
    verbs = {at for group in clause.groups for at in (group.at, group.main_at)}
    cues = setting.lexicon.grammar.ahead_of
    ends = _last_words(cues)
    for index in range(setting.first - 1, max(clause.first, setting.first - _REACH) - 1, -1):
        token = tokens[index]
        if token.timed or token.word in BREAKS or index in verbs:
            return None
        if token.word not in ends:
            continue
        said = " ".join(setting.syntax.words(max(clause.first, index - 2), index + 1))
        if any(said == cue or said.endswith(f" {cue}") for cue in cues):
            return index
    return None


@cache
def _last_words(cues: tuple[str, ...]) -> frozenset[str]:
    return frozenset(cue.split()[-1] for cue in cues)


def _is_to_come(setting: Setting) -> bool:
    """Whether the day named is nearer ahead than behind, or the verb tells of no past."""
    moment, group = setting.moment, setting.group
    if moment.deixis not in {Deixis.EITHER, Deixis.FUTURE} or moment.since or moment.recurring:
        return False
    told_of_past = group is not None and group.past and not group.perfect
    return moment.nearer_ahead or _is_today(moment) or not told_of_past


def _is_today(moment: Moment) -> bool:
    return moment.past == moment.future
