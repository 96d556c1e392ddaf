"""The verbs of a clause: which are finite, what each helps, and which only look like verbs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from bot.reading.grammar import Lexicon, Role, Tense, Verb
from bot.reading.grammar.words import FINITE
from bot.reading.tokens import BREAKS, Token

_GROUP_REACH = 14
_NEAR = 3
_SHORTEST_GUESS = 4
_LONGEST_ACRONYM = 3
_TWO = 2
_TELLING = frozenset({Role.SPEECH, Role.OPINION, Role.SCHEDULE, Role.DEMAND, Role.INTENT})
_SAID_OF_PEOPLE = frozenset({Role.SPEECH, Role.OPINION, Role.DEMAND, Role.INTENT})
_ALWAYS_VERBS = frozenset({Role.BE, Role.HAVE, Role.SHALL, Role.FUTURE, Role.MAY, Role.DUTY})
_ABLE = frozenset({Role.MAY, Role.DUTY})  # "vil … *kunne* vare": its infinitive is the main one
_HELPERS = frozenset({Role.SHALL, Role.FUTURE, Role.MAY, Role.DUTY, Role.ADVICE, Role.PAST_FUTURE})


@dataclass(frozen=True, slots=True)
class Group:
    """A finite verb and the verb it helps.

    Attributes:
        at: Index of the finite verb among the sentence's tokens.
        finite: The finite verb.
        main: What it helps ("skal *møte*"), or itself.
        main_at: Index of the main verb.
        perfect: Whether it is "have" with a participle.
        passive: Whether it is "be" with a participle.
        claimed: Whether it reports what others say was done ("skal ha gjort").
    """

    at: int
    finite: Verb
    main: Verb
    main_at: int
    perfect: bool = False
    passive: bool = False
    claimed: bool = False

    @property
    def past(self) -> bool:
        """Whether it tells of what has been."""
        return Tense.PRESENT not in self.finite.tense or self.perfect or self.claimed

    @property
    def pluperfect(self) -> bool:
        """Whether it tells of what was already past: "had hoped"."""
        return self.finite.role is Role.HAVE and Tense.PRESENT not in self.finite.tense


def verb_groups(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon
) -> Iterator[Group]:
    """Yield the finite verbs between two tokens, each with the verb it helps."""
    found = [
        (index, verb)
        for index in range(first, last)
        if (verb := verb_at(tokens, index, lexicon)) is not None
    ]
    if not any(verb.tense & FINITE for _, verb in found):
        found = sorted([*found, *_guessed(tokens, first, last, lexicon)], key=itemgetter(0))
    opens = tokens[first].word in lexicon.openers
    last_group: Group | None = None
    for place, (index, verb) in enumerate(found):
        taken = -1 if last_group is None else last_group.main_at
        if index <= taken or not verb.tense & FINITE:
            continue
        if _is_nonfinite(tokens, found, place, lexicon):
            continue
        if lexicon.grammar.nouns_look_like_verbs:
            if _is_noun_twin(tokens, found, place, last_group, lexicon):
                continue
        elif last_group and (
            _is_people(tokens, index, verb, last_group, lexicon)
            or (not opens and _is_object(tokens, index, verb, last_group, lexicon))
        ):
            continue
        last_group = _group(tokens, found, place, lexicon)
        yield last_group


def _is_object(
    tokens: Sequence[Token], index: int, verb: Verb, last_group: Group, lexicon: Lexicon
) -> bool:
    """Whether a present right after a verb is a noun: "byttet *leder*", not "de skadde *får*"."""
    at = last_group.at
    named = (
        at == 0 or tokens[at - 1].word in BREAKS or tokens[at - 1].word in lexicon.demonstratives
    )
    return verb.tense == Tense.PRESENT and index == last_group.main_at + 1 and not named


def _is_people(
    tokens: Sequence[Token], index: int, verb: Verb, last_group: Group, lexicon: Lexicon
) -> bool:
    """Whether a past after "the" stands for those it was done to: "skal møte *de ansatte*".

    After "og" it does so only where nothing was done by them: "kom, og de *valgte* ny leder".
    """
    if tokens[index - 1].word != lexicon.grammar.the_many or Tense.PAST not in verb.tense:
        return False
    if last_group.main.role in _SAID_OF_PEOPLE:
        return False
    if tokens[index - 2].word not in lexicon.coordinators:
        return True
    if index + 1 == len(tokens):
        return True
    following = tokens[index + 1]
    return following.timed or following.word in lexicon.places or following.word in BREAKS


def _is_noun_twin(
    tokens: Sequence[Token],
    found: Sequence[tuple[int, Verb]],
    place: int,
    last_group: Group | None,
    lexicon: Lexicon,
) -> bool:
    """Whether a form is a noun or a participle: "scrapped *plans*", "will stay *shut*"."""
    index, verb = found[place]
    if verb.role in _ALWAYS_VERBS or not verb.tense & (Tense.PRESENT | Tense.PARTICIPLE):
        return False
    marked = index > 1 and tokens[index - 2].word == lexicon.grammar.infinitive_marks
    if place and found[place - 1][0] == index - 1 and marked:
        return True  # "to take *place*"
    if last_group is not None and last_group.main.role not in _TELLING:
        words = {token.word for token in tokens[last_group.main_at : index]}
        if not words & lexicon.coordinators:
            return True
    if _is_said_of_noun(tokens, found, place) or _begins_aside(tokens, index, verb):
        return True
    if verb.role in _TELLING or Tense.PAST in verb.tense:
        return False
    if index == 0 and any(other.tense & FINITE for _, other in found[place + 1 :]):
        return True  # "*Talks* resume": no statement begins with its verb
    for at, other in found[place + 1 :]:
        words = {token.word for token in tokens[index:at]}
        if words & lexicon.coordinators or tokens[at - 1].word in lexicon.grammar.infinitive_marks:
            return False
        if other.tense & FINITE and (other.role in _ALWAYS_VERBS or Tense.PAST in other.tense):
            return True
    return False


def _is_said_of_noun(
    tokens: Sequence[Token], found: Sequence[tuple[int, Verb]], place: int
) -> bool:
    """Whether only a time parts a participle from a verb: "talks *expected* Monday will …"."""
    index, verb = found[place]
    following = found[place + 1 : place + 2]
    if not verb.tense & Tense.PARTICIPLE or not following:
        return False
    at, other = following[0]
    timed = [token.timed for token in tokens[index + 1 : at]]
    return bool(timed) and all(timed) and other.role in _ALWAYS_VERBS


def _begins_aside(tokens: Sequence[Token], index: int, verb: Verb) -> bool:
    """Whether a participle goes on with what was told: "on Tuesday, *followed by* …"."""
    opens = index > 0 and tokens[index - 1].word in BREAKS and not tokens[index - 1].timed
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    return opens and following == "by" and bool(verb.tense & Tense.PARTICIPLE)


def _guessed(
    tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon
) -> Iterator[tuple[int, Verb]]:
    """Take an unknown word as a verb by its ending, where it stands in a verb's place."""
    for index in range(first, last):
        token = tokens[index]
        if token.timed or token.capital or len(token.word) < _SHORTEST_GUESS:
            continue
        if index == 0 or not _is_verbs_place(tokens, index, first, lexicon):
            continue
        if token.word.endswith(lexicon.grammar.past_endings):
            yield index, Verb(Tense.PAST, Role.PLAIN, token.word)
            return
        if token.word.endswith(lexicon.grammar.present_endings):
            yield index, Verb(Tense.PRESENT, Role.PLAIN, token.word)
            return


def _is_verbs_place(tokens: Sequence[Token], index: int, first: int, lexicon: Lexicon) -> bool:
    before = tokens[index - 1]
    if before.timed or before.capital or before.word in lexicon.subjects:
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else before
    goes_on = following.timed or following.word in lexicon.places | lexicon.particles
    if goes_on and index > first + 1 and before.word.endswith(lexicon.grammar.agents):
        return True  # "den kjente sangeren *sovnet* inn"
    return index == first + 1 and before.word in lexicon.openers


def verb_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Verb | None:
    """Return the verb a token may be where it stands; None for a noun, a name or a time."""
    token = tokens[index]
    if token.timed or (token.capital and index > 0 and tokens[index - 1].word not in BREAKS):
        return None
    before = tokens[index - 1] if index else None
    if token.word in lexicon.openers and _opens_clause(tokens, index, lexicon):
        return None
    if token.word in lexicon.fillers and not _follows_subject(before, lexicon):
        return None  # "så" is "saw" after a subject or a time alone
    verb = lexicon.verbs.get(token.word) or _unknown_verb(token, before, lexicon)
    if verb is not None and before is None and _is_name(tokens, lexicon):
        return None
    if verb is None or before is None or verb.role in _ALWAYS_VERBS:
        return verb
    counted = before.word.isdecimal() or before.word in lexicon.ordinals
    if counted and not before.timed and not _ends_name(tokens, index - 1):
        tells = verb.role is Role.SPEECH and index + 1 < len(tokens) and tokens[index + 1].capital
        return None if Tense.PRESENT in verb.tense and not tells else verb
    if before.word in lexicon.quantifiers and verb.role in _SAID_OF_PEOPLE:
        return verb
    is_noun = before.word in lexicon.never_verbs and before.word not in lexicon.openers
    return None if is_noun else verb


def _is_name(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a verb beside the first word makes it a name: "*May* will meet", "*Will* said"."""
    if not lexicon.grammar.nouns_look_like_verbs or len(tokens) < _TWO or not tokens[0].capital:
        return False
    following = lexicon.verbs.get(tokens[1].word)
    return following is not None and bool(following.tense & FINITE) and not tokens[1].timed


def _ends_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number ends a name: "*E24* følger saken", "*TV 2* sender kampen"."""
    if not index or not tokens[index].word.isdecimal():
        return False
    name = tokens[index - 1]
    glued = name.end == tokens[index].start
    return name.capital and (glued or len(name.word) <= _LONGEST_ACRONYM)


def _follows_subject(before: Token | None, lexicon: Lexicon) -> bool:
    return before is not None and (before.timed or before.word in lexicon.subjects)


def _opens_clause(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a word such as "når" is no verb: it begins a clause, or one follows it."""
    if _is_first(tokens, index) or tokens[index - 1].word in lexicon.coordinators:
        return True
    for at in range(index + 1, min(index + _GROUP_REACH, len(tokens))):
        if tokens[at].word in BREAKS and not tokens[at].timed:
            return False
        verb = verb_at(tokens, at, lexicon)
        if verb is not None and verb.tense & FINITE:
            return True
    return False


def _is_first(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is the first of a sentence, or stands right after a break."""
    return index == 0 or (tokens[index - 1].word in BREAKS and not tokens[index - 1].timed)


def _unknown_verb(token: Token, before: Token | None, lexicon: Lexicon) -> Verb | None:
    """Take a word nobody listed as past by its ending, where that is plain."""
    if len(token.word) <= _SHORTEST_GUESS or not token.word.endswith(lexicon.grammar.past_endings):
        return None
    if lexicon.grammar.past_endings_suffice and not token.capital:
        return Verb(Tense.PAST | Tense.PARTICIPLE, Role.PLAIN, token.word)
    if before is not None and before.word in lexicon.subjects:
        return Verb(Tense.PAST, Role.PLAIN, token.word)
    return None


def _is_nonfinite(
    tokens: Sequence[Token], found: Sequence[tuple[int, Verb]], place: int, lexicon: Lexicon
) -> bool:
    """Whether a form that could be finite is an infinitive or a participle where it stands."""
    index, verb = found[place]
    if index and tokens[index - 1].word == lexicon.grammar.infinitive_marks:
        return True
    if place == 0:
        return False
    helper_at, helper = found[place - 1]
    if index - helper_at > _GROUP_REACH:
        return False
    if not helper.tense & FINITE:
        return helper.role in {Role.BE, Role.HAVE} and bool(verb.tense & Tense.PARTICIPLE)
    if helper.role in _HELPERS:
        return bool(verb.tense & Tense.INFINITIVE)
    if helper.role is Role.SCHEDULE and index - helper_at <= _NEAR:
        return bool(verb.tense & Tense.PARTICIPLE) and not verb.tense & Tense.PRESENT
    if lexicon.grammar.participles_agree and Tense.PAST in verb.tense:
        between = {token.word for token in tokens[helper_at:index]}
        far = index - helper_at > _NEAR
        if far or helper.role is not Role.BE or between & lexicon.coordinators:
            return False
    return helper.role in {Role.BE, Role.HAVE} and bool(verb.tense & Tense.PARTICIPLE)


def _group(
    tokens: Sequence[Token],
    found: Sequence[tuple[int, Verb]],
    place: int,
    lexicon: Lexicon,
) -> Group:
    index, verb = found[place]
    following = [
        (at, other) for at, other in found[place + 1 : place + 4] if at - index <= _GROUP_REACH
    ]
    if verb.role in _HELPERS:
        return _modal_group(index, verb, following)
    if verb.role is Role.BE and lexicon.grammar.be_to_is_future:
        meant = _be_to(tokens, index, verb, following, lexicon)
        if meant is not None:
            return meant
    if verb.role is Role.HAVE and _is_unknown_participle(tokens, index + 1, lexicon):
        return Group(index, verb, verb, index + 1, perfect=True)
    if verb.role is Role.BE and _is_borrowed_participle(tokens, index + 1, lexicon):
        return Group(index, verb, verb, index + 1, passive=True)
    if verb.role in {Role.BE, Role.HAVE} and following:
        at, other = following[0]
        if other.tense & Tense.PARTICIPLE and not _is_noun_after_have(tokens, at, verb):
            perfect = verb.role is Role.HAVE or other.role is Role.BE  # "it's been", "er blitt"
            if other.role is Role.BE and len(following) > 1:
                inner_at, inner = following[1]
                if inner.tense & Tense.PARTICIPLE:
                    return Group(index, verb, inner, inner_at, perfect=True, passive=True)
            return Group(index, verb, other, at, perfect=perfect, passive=not perfect)
        if verb.role is Role.BE and other.tense & Tense.GERUND:
            return Group(index, verb, other, at)
    return Group(index, verb, verb, index)


def _be_to(
    tokens: Sequence[Token],
    index: int,
    verb: Verb,
    following: Sequence[tuple[int, Verb]],
    lexicon: Lexicon,
) -> Group | None:
    """Read "is to meet" as the future, and "was to meet" as the future of then."""
    if tokens[index + 1 : index + 2] and tokens[index + 1].word == lexicon.grammar.infinitive_marks:
        role = Role.FUTURE if Tense.PRESENT in verb.tense else Role.PAST_FUTURE
        at, main = following[0] if following else (index, verb)
        return Group(index, Verb(verb.tense, role, verb.lemma), main, at)
    return None


def _is_unknown_participle(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the word right after "have" looks like a participle nobody listed."""
    if at >= len(tokens) or tokens[at].timed or tokens[at].capital:
        return False
    word = tokens[at].word
    known = word in lexicon.verbs or word in lexicon.never_verbs or word in lexicon.function_words
    if known or word in lexicon.negations:
        return False
    if len(word) < _SHORTEST_GUESS or word.endswith(lexicon.grammar.noun_endings):
        return False
    return word.endswith(lexicon.grammar.participle_endings)


def _is_borrowed_participle(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the word right after "be" can be nothing else: "er *basert* på", "vart *tipsa*"."""
    word = "" if at >= len(tokens) or tokens[at].timed or tokens[at].capital else tokens[at].word
    known = word in lexicon.verbs or word in lexicon.never_verbs or word in lexicon.scheduled
    return not known and bool(lexicon.resultative) and word.endswith(lexicon.grammar.borrowed)


def _is_noun_after_have(tokens: Sequence[Token], at: int, helper: Verb) -> bool:
    return helper.role is Role.HAVE and at > 0 and tokens[at - 1].word in {"et", "en", "a", "the"}


def _modal_group(index: int, verb: Verb, following: Sequence[tuple[int, Verb]]) -> Group:
    infinitives = [(at, other) for at, other in following if other.tense & Tense.INFINITIVE]
    if not infinitives:
        return Group(index, verb, verb, index)
    able = next((a for a, o in following if o.role in _ABLE and Tense.INFINITIVE not in o.tense), 0)
    at, main = next((each for each in infinitives if each[0] > able), infinitives[0])
    after = [(a, o) for a, o in following if a > at]
    if main.role is Role.HAVE and after and after[0][1].tense & Tense.PARTICIPLE:
        done_at, done = after[0]
        claimed = verb.role is Role.SHALL and done_at - at <= 4
        return Group(
            index, verb, done if claimed else main, done_at if claimed else at, claimed=claimed
        )
    if main.role is Role.BE and after and after[0][1].tense & Tense.PARTICIPLE:
        return Group(index, verb, after[0][1], after[0][0], passive=True)
    return Group(index, verb, main, at)
