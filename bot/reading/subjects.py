"""Who does it: the subject of a verb, found before it or moved there, for titles."""

from collections.abc import Sequence

from bot.reading.clauses import Clause
from bot.reading.grammar import Lexicon, Opener, Role, Tense
from bot.reading.setting import Setting
from bot.reading.tokens import Token
from bot.reading.verb_groups import Group
from bot.reading.worth_telling import is_left_out

_MOST_SUBJECT = 9
_MOST_ADJECTIVES = 2
_LONGEST_DEFINITE = 7
_SHORTEST_PLURAL = 5
_QUOTES = frozenset('»«”“"')
_JOINS = _QUOTES | {","}
_NAMED_TWO = 2
_IN_NAMES = frozenset({"von", "van", "der", "de", "la", "bin", "al", "del", "di"})


def subject_before(setting: Setting) -> list[int]:
    """Return the subject of a verb that an aside cut off: "Nordli, who is 45, *resigns*".

    Asides and what stands in brackets are left out; the commas of a list and the marks of a
    quotation stay.
    """
    pieces: list[list[int]] = []
    for index in range(setting.verb_clause - 1, -1, -1):
        clause = setting.syntax.clauses[index]
        if _is_shortened(setting, clause):
            continue
        if clause.groups and clause.opener is None and not _is_noun(setting, clause):
            head = _kept(setting, clause.first, clause.groups[0].at)
            return _list_of(setting, pieces) or (head if len(head) > (index > 0) else [])
        if clause.opener is Opener.RELATIVE or _is_aside(setting, clause):
            continue
        if clause.groups and not _is_noun(setting, clause):
            continue
        if clause.opener not in {None, Opener.THAT} or _is_dateline(setting, clause):
            break
        pieces = [_kept(setting, clause.first + (clause.opener is not None), clause.last), *pieces]
        if clause.opener is not None or not _goes_back(setting, clause):
            break
    return _list_of(setting, pieces)


def _is_shortened(setting: Setting, clause: Clause) -> bool:
    """Whether an aside begins with a participle: "further talks, *brokered by Acas*, are due"."""
    if not clause.groups or clause.first == 0 or clause.groups[0].at != clause.first:
        return False
    inverted = setting.lexicon.grammar.verb_second  # "…, *møtte* han pressen"
    return not inverted and bool(clause.groups[0].finite.tense & Tense.PARTICIPLE)


def _is_noun(setting: Setting, clause: Clause) -> bool:
    """Whether the only verb of a stretch closes it, and so is a noun: "further *talks*, …"."""
    alike = setting.lexicon.grammar.nouns_look_like_verbs
    if any(token.timed for token in setting.syntax.tokens[clause.first : clause.last]):
        return False
    kept = _kept(setting, clause.first, clause.last)
    return alike and len(clause.groups) == 1 and kept[-1:] == [clause.groups[0].at] != kept


def _is_dateline(setting: Setting, clause: Clause) -> bool:
    """Whether a stretch is the place before the text: "OSLO – …"."""
    return clause.first == 0 and bool(
        {"–", "—"} & set(setting.syntax.words(clause.last - 1, clause.last + 1))
    )


def _list_of(setting: Setting, pieces: Sequence[list[int]]) -> list[int]:
    """Return the members of a list, or the first piece where what follows it is an aside."""
    tokens, ands = setting.syntax.tokens, setting.lexicon.coordinators
    pieces = [piece for piece in pieces if piece]
    if pieces and tokens[pieces[0][0]].word in ands:
        pieces = [pieces[0][1:], *pieces[1:]]
    if not pieces or not pieces[0]:
        return []
    edges = {tokens[piece[0] - 1].word for piece in pieces[1:] if piece[0]}
    clause = setting.syntax.clauses[setting.verb_clause]
    verb = clause.groups[0].at if clause.groups else pieces[-1][-1]
    own = tokens[clause.first : verb]
    joined = {tokens[index].word for index in pieces[-1]} | {token.word for token in own}
    if not (joined & ands or edges & _QUOTES):
        named = len(pieces) > 1 and all(tokens[index].capital for index in pieces[-1][-2:])
        return [*pieces[0], *pieces[-1]] if named else pieces[0]
    found: list[int] = []
    for piece in pieces:
        found = [*found, *_marks_between(setting, found, piece), *piece]
    return [*found, *_closing(setting, found[-1] + 1)]


def _closing(setting: Setting, index: int) -> list[int]:
    closes = setting.syntax.words(index, index + 1)
    return [index] if closes and closes[0] in "»”" else []


def _kept(setting: Setting, first: int, last: int) -> list[int]:
    return [index for index in range(first, last) if not is_left_out(setting, index)]


def _is_aside(setting: Setting, clause: Clause) -> bool:
    """Whether a stretch without a verb stands in brackets, or tells where or when."""
    tokens = setting.syntax.tokens
    if clause.first and tokens[clause.first - 1].word in {"(", "–", "—"}:
        return True
    return clause.first > 0 and tokens[clause.first].word in setting.lexicon.places


def _goes_back(setting: Setting, clause: Clause) -> bool:
    """Whether a list or a quotation began before a stretch."""
    before = [token.word for token in setting.syntax.tokens[: clause.first]]
    return bool(before) and before[-1] in _JOINS | {")"}


def _marks_between(setting: Setting, ones: Sequence[int], others: Sequence[int]) -> list[int]:
    if not ones or not others:
        return []
    between = range(ones[-1] + 1, others[0])
    return [index for index in between if setting.syntax.tokens[index].word in _JOINS]


def turned(setting: Setting, group: Group, indices: list[int], met: frozenset[str]) -> list[int]:
    """Put the subject before a verb that came first because a time stood before it.

    Args:
        setting: The phrase in its sentence.
        group: The verb.
        indices: The tokens of the title, the verb first.
        met: Names of the sentences before.
    """
    rest = [index for index in indices if index != group.at]
    if group.main_at > group.at and group.main.tense & (Tense.INFINITIVE | Tense.PARTICIPLE):
        subject = _before_verbs(setting, [index for index in rest if index < group.main_at])
        subject = _without_adverbs(setting, subject)
    else:
        subject = _first_noun(setting, group, rest, met)
    if not subject or len(subject) > _MOST_SUBJECT:
        return indices
    return [*subject, group.at, *(index for index in rest if index not in subject)]


def _without_adverbs(setting: Setting, subject: list[int]) -> list[int]:
    """Return "det" alone, where only adverbs come between it and the verb."""
    tokens = [setting.syntax.tokens[index] for index in subject]
    if not tokens or tokens[0].word not in setting.lexicon.demonstratives:
        return subject
    whole = len(tokens) == _NAMED_TWO and tokens[1].word.endswith("ste")  # "det meste"
    return subject if whole or _definite_length(tokens, setting.lexicon) else subject[:1]


def _before_verbs(setting: Setting, indices: list[int]) -> list[int]:
    """Return what comes before the helping verbs: "*en avtale* bli offentliggjort"."""
    verbs = setting.lexicon.verbs
    for place, index in enumerate(indices):
        verb = verbs.get(setting.syntax.tokens[index].word)
        if verb is not None and verb.role in {Role.BE, Role.HAVE, Role.MAY}:
            return indices[:place]
    return indices


def _first_noun(
    setting: Setting, group: Group, indices: Sequence[int], met: frozenset[str]
) -> list[int]:
    """Return the noun with its small words that tokens begin with, after a denial."""
    run = [index for place, index in enumerate(indices) if index == indices[0] + place]
    tokens = [setting.syntax.tokens[index] for index in run]
    if tokens and tokens[0].word in setting.lexicon.negations:
        run, tokens = run[1:], tokens[1:]
    length = _noun_length(tokens, setting.lexicon, met)
    two = length == len(tokens) == _NAMED_TWO and all(token.capital for token in tokens)
    if two and group.main.lemma in setting.lexicon.meets:
        length = 1  # "torsdag møter Norge Italia"
    return run[:length]


def _noun_length(run: Sequence[Token], lexicon: Lexicon, met: frozenset[str]) -> int:
    """Return how many words the noun takes that a run begins with; 0 if it begins with none."""
    if not run or run[0].word in lexicon.places:
        return 0
    first = run[0].word
    if first in lexicon.persons | lexicon.first_persons:
        return 1
    if first in lexicon.generic and run[1:2] and run[1].word in lexicon.places:
        return 1  # "opnar *ein* for besøk"
    if first in lexicon.demonstratives:
        length = _definite_length(run, lexicon)
        return length + _goes_on(run[length:], lexicon, met) if length else 1
    length = _name_length(run, lexicon, met) if run[0].capital else _plain_length(run, lexicon)
    return length + _goes_on(run[length:], lexicon, met)


def _goes_on(run: Sequence[Token], lexicon: Lexicon, met: frozenset[str]) -> int:
    """Return how many words more belong to a noun: "og Moe", "av den gamle broen"."""
    if len(run) < 2 or run[0].word not in {lexicon.grammar.and_, lexicon.grammar.of}:
        return 0
    more = _noun_length(run[1:], lexicon, met)
    return more + 1 if more else 0


def _name_length(run: Sequence[Token], lexicon: Lexicon, met: frozenset[str]) -> int:
    """Return the length of a name: of one met before, or of "Russlands utenriksminister"."""
    named = _capitals(run)
    for length in range(1, named):
        words = " ".join(token.word for token in run[:length])
        if any(f" {name.lower()}".endswith(f" {words}") for name in met):
            return length  # "Trump" of "møter *Trump* Ukrainas president"
    if (cut := _names_in_turn(run)) < named:
        return cut
    if named < len(run) and run[named].word.endswith(lexicon.grammar.of_places):
        return named + 1  # "Oslo *tingrett*"
    owned = run[named - 1].word.endswith("s") and named < len(run)
    if owned and _may_be_noun(run[named], lexicon):
        return named + _plain_length(run[named:], lexicon)
    return named


def _capitals(run: Sequence[Token]) -> int:
    length = 0
    while length < len(run) and (run[length].capital or _joins_name(run, length)):
        length += 1
    return length


def _joins_name(run: Sequence[Token], at: int) -> bool:
    """Whether a small word stands inside a name: "Tour *de* France"."""
    return run[at].word in _IN_NAMES and 0 < at < len(run) - 1 and run[at + 1].capital


def _names_in_turn(run: Sequence[Token]) -> int:
    """Return how many capitals belong to one name: "*Milinkovic-Savic* Norges EM-drøm"."""
    named = _capitals(run)
    return next((at for at in range(1, named - 1) if run[at].word.endswith("s")), named)


def _plain_length(run: Sequence[Token], lexicon: Lexicon) -> int:
    """Return the length of a noun with what comes before it: "en ny bro" over …."""
    length, adjectives = 0, 0
    while length < len(run) - 1:
        if run[length].word in lexicon.places:
            return 0
        if not _is_small(run[length], lexicon):
            indefinite = run[0].word in lexicon.indefinites and adjectives < _MOST_ADJECTIVES
            adjectival = _is_adjective(run[length]) or indefinite
            if not adjectival or not _may_be_noun(run[length + 1], lexicon):
                break
            adjectives += 1
        length += 1
    length += 1
    if length < len(run) and run[length].word.isdecimal() and not run[length].timed:
        length += 1  # "fylkesvei *7618*"
    while length < len(run) and run[length - 1].word.endswith("s"):
        if not _may_be_noun(run[length], lexicon):
            break
        length += 1
    return length + _names_in_turn(run[length:])


def _is_small(token: Token, lexicon: Lexicon) -> bool:
    small = lexicon.function_words | lexicon.never_verbs | lexicon.quantifiers | lexicon.ordinals
    return token.word in small or token.word[:1].isdigit() or token.word in lexicon.roughly


def _is_adjective(token: Token) -> bool:
    """Whether a word has the ending of an adjective, and not of "naboene", "lederne"."""
    plural = len(token.word) > _SHORTEST_PLURAL and token.word.endswith("ne")
    return token.word.endswith("e") and not plural


def _may_be_noun(token: Token, lexicon: Lexicon) -> bool:
    return token.word.isalpha() and not token.capital and not _is_small(token, lexicon)


def _definite_length(run: Sequence[Token], lexicon: Lexicon) -> int:
    """Return the length of "de siste lokalene"; 0 where "det" or "de" stands for itself."""
    if len(run) < 2 or not (_is_adjective(run[1]) or _is_small(run[1], lexicon)):
        return 0
    if run[1].word in lexicon.indefinites | lexicon.places:
        return 0
    for at in range(2, min(_LONGEST_DEFINITE, len(run))):
        if (
            run[at].word.endswith(lexicon.grammar.definite_endings)
            and run[at].word not in lexicon.never_verbs
        ):
            return at + 1 + _names_in_turn(run[at + 1 :])
        if run[at].capital or run[at].word in lexicon.places:
            return 0
    return 0


def stands_after_preposition(setting: Setting, clause: Clause) -> bool:
    """Whether a word such as "etter" begins a sentence as a preposition: it opens no clause."""
    if clause.opener not in {Opener.TIME, Opener.REASON} or clause.first > 0:
        return False
    return not any(
        other.groups
        and other.opener is None
        and other.groups[0].at == other.first
        and other.groups[0].main.role is not Role.SPEECH
        for other in setting.syntax.clauses[1:]
    )
