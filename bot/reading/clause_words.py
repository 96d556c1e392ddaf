"""The words of a clause that a title may tell, in the order in which they stand."""

from collections.abc import Iterable, Sequence

from bot.reading.clauses import Clause
from bot.reading.grammar import Opener, Role, Tense
from bot.reading.setting import Setting
from bot.reading.subjects import stands_after_preposition
from bot.reading.tokens import Token
from bot.reading.verb_groups import Group
from bot.reading.worth_telling import is_left_out

OTHERS = -1  # among tokens: what stands for the rest of a list
_TELLING = frozenset({Role.SPEECH, Role.OPINION, Role.SCHEDULE})


def kept(setting: Setting, indices: Iterable[int]) -> list[int]:
    """Return the tokens that a title may tell."""
    return [index for index in indices if not is_left_out(setting, index)]


def clause_tokens(setting: Setting, group: Group) -> list[int]:
    """Return a clause's tokens, without what only says who said so, or what came before "and"."""
    matrix, span = setting.matrix, setting.syntax.clauses[setting.verb_clause]
    opens = span.opener is not None and not stands_after_preposition(setting, span)
    first, last = span.first + opens, _end(setting, group, span)
    if matrix is None or not span.first <= matrix.at < group.at:
        return list(range(first, last))
    between = {token.word for token in setting.syntax.tokens[matrix.main_at : group.at]}
    shared = group.finite is group.main and Tense.PARTICIPLE in group.finite.tense
    if shared and matrix.passive and matrix.main_at < group.at:
        return list(range(first, last))  # "ble pågrepet og fengslet"
    if between & setting.lexicon.coordinators:
        return [*range(first, matrix.at), *range(group.at, last)]
    if matrix.main.role in _TELLING:
        return list(range(matrix.main_at + 1, last))
    return list(range(first, last))


def _end(setting: Setting, group: Group, span: Clause) -> int:
    """Return where the verb's own words end: before an "and" with a verb of its own."""
    later = [each.at for each in span.groups if each.at > group.main_at]
    for index in range((later[0] if later else 0) - 1, group.main_at, -1):
        if setting.syntax.tokens[index].word in setting.lexicon.coordinators:
            return index
    return span.last


def without_end(setting: Setting, indices: list[int]) -> list[int]:
    """Leave out a preposition that lost its time: "will hire 600 people *over*"."""
    tokens, lexicon = setting.syntax.tokens, setting.lexicon
    small = lexicon.never_verbs | lexicon.toward | {lexicon.grammar.infinitive_marks}
    while indices and indices[-1] != OTHERS:
        last = tokens[indices[-1]].word
        lost = last in small and _is_left_behind(setting, indices[-1])
        if last == lexicon.grammar.of and lexicon.grammar.of_is_particle:
            break  # "går *av*" is one verb
        joins = last in {*setting.lexicon.openers, *setting.lexicon.coordinators}
        if not (lost or joins):
            break
        indices = indices[:-1]
    return indices


def _is_left_behind(setting: Setting, index: int) -> bool:
    """Whether a time follows that the title leaves out, or a clause: "må være klar *for* at …"."""
    following = setting.syntax.tokens[index + 1 : index + 2]
    opens = [setting.lexicon.openers.get(token.word) for token in following]
    return bool(following) and (following[0].timed or opens == [Opener.THAT])


def joined(tokens: Sequence[Token], sentence: str) -> str:
    """Return the tokens' words, with a space where the sentence has one."""
    words = ""
    end = None
    for token in tokens:
        words += ("" if token.start == end or token.word == "," else " ") + sentence[
            token.start : token.end
        ]
        end = token.end
    return words.strip()
