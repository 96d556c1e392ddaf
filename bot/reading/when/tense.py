"""Whether a phrase looks back or ahead, as the verbs of its clause tell."""

from collections.abc import Callable

from bot.reading.when import lexicon as lex
from bot.reading.when.lexicon import Words
from bot.reading.when.terms import Tense
from bot.reading.when.tokens import BREAK

_SENTENCE_ENDS = frozenset((".", "!", "?", BREAK))
_CLAUSE_ENDS = frozenset((",", ";", ":", "(", ")", "-", '"', "«", "»", "“", "”"))
_QUOTES = frozenset(('"', "«", "»", "“", "”", "„"))
_SHORT_WORD = 4  # letters; endings say nothing of shorter ones
_MOST_DAYS = 31  # of a month
_NEAR = 6  # tokens
_REACH = 40  # tokens; a verb further away says nothing of the phrase


def tense_at(
    words: Words, first: int, after: int, *, near: bool = False, weak: bool = True
) -> Tense:
    """Return the tense of the clause around the tokens from ``first`` to before ``after``.

    The verb nearest before the phrase in its clause decides, then the nearest after it, then
    the clauses before and after within the sentence, but never across quotation marks; with
    ``near`` its own clause alone. Without ``weak`` no verb is told by its ending alone.
    """
    if _is_present(words, after):
        return Tense.FUTURE
    left = _tokens(words, first - 1, -1, _CLAUSE_ENDS)
    right = _tokens(words, after, 1, _CLAUSE_ENDS)
    found = _first_sign(words, (left, right), _sign)
    if not weak and found is Tense.OPEN:
        return found
    if found is Tense.OPEN and _is_attributed(words, left):
        return Tense.PAST
    if found is not Tense.OPEN or near:
        return found or _first_sign(words, (left, right), _weak_sign)
    far_left = _tokens(words, first - 1, -1, _QUOTES)[len(left) :]
    far_right = _tokens(words, after, 1, _QUOTES)[len(right) :]
    found = _first_sign(words, (far_left, far_right), _sign)
    return found or _first_sign(words, (left, right, far_left, far_right), _weak_sign)


def _is_attributed(words: Words, left: list[int]) -> bool:
    """Whether what was said then is told in the present: "opplyser politiet fredag"."""
    told = words.words
    said = next((at for at in left if words.norm(at) in told.reporting), None)
    if said is None:
        return False
    return not any(
        words.norm(at) in told.that_words
        or (words.norm(at).endswith(told.present_endings) and not words.capitalised(at))
        for at in left
        if at > said
    )


def _first_sign(
    words: Words, ways: tuple[list[int], ...], sign: Callable[[Words, int], Tense]
) -> Tense:
    """Return the first tense told by a word on the ways, in their order."""
    signs = (sign(words, place) for way in ways for place in way)
    return next((found for found in signs if found), Tense.OPEN)


def _is_present(words: Words, at: int) -> bool:
    """Whether a verb in the present follows the phrase, as in "fredag møter han …"."""
    told, norm = words.words, words.norm(at)
    if norm in told.not_present or words.capitalised(at) or words.meanings(at):
        return False
    return bool(told.present_endings) and len(norm) > 2 and norm.endswith(told.present_endings)


def is_surely_past(words: Words, first: int, after: int) -> bool:
    """Whether the phrase's own clause tells, in a simple past, of what has been."""
    if tense_at(words, first, after, near=True) is not Tense.PAST:
        return False
    before = _tokens(words, first - 1, -1, _CLAUSE_ENDS)
    return not any(words.norm(place) in words.words.perfect for place in before)


def is_negated(words: Words, at: int) -> bool:
    """Whether the clause before a place is negated: "ikke før fredag"."""
    before = _tokens(words, at - 1, -1, _CLAUSE_ENDS)
    return any(words.norm(place) in words.words.negations for place in before)


def is_granted(words: Words, at: int) -> bool:
    """Whether somebody is given time until what is named: "gave the state until Friday"."""
    return any(words.norm(place) in words.words.granting for place in range(at - 5, at))


def belongs_to_day(words: Words, after: int) -> bool:
    """Whether what follows is of the day named before a place: "mandagens møte"."""
    return words.norm(after - 1).endswith(words.words.owner_ending) and words.norm(after).isalpha()


def is_called_off(words: Words, after: int) -> bool:
    """Whether what belongs to a day named before a place comes to nothing: "Friday's strike …"."""
    told = words.words
    near = _tokens(words, after, 1, _CLAUSE_ENDS)[:_NEAR]
    return any(words.norm(at) in told.calling_off for at in near)


def is_put_off(words: Words, at: int) -> bool:
    """Whether something is put off until what is named: "delayed the vote until Friday"."""
    return any(words.norm(place) in words.words.postponing for place in range(at - _NEAR, at))


def is_measured(words: Words, after: int) -> bool:
    """Whether a time that ends before a place counts from an event: "within a day of the vote"."""
    return words.norm(after) in words.words.measuring and words.norm(after + 1).isalpha()


def tells_length(words: Words, at: int) -> bool:
    """Whether what stands before a place asks nobody to do anything within a time."""
    before = _tokens(words, at - 1, -1, _CLAUSE_ENDS)
    return not any(
        words.norm(place) in words.words.infinitive_marks
        and words.norm(place + 1).isalpha()
        and not words.capitalised(place + 1)
        and words.norm(place + 1) not in words.words.determiners
        for place in before
    )


def is_held_against(words: Words, at: int) -> bool:
    """Whether a figure is held against that of the time named: "up 2 percent from Monday"."""
    return any(words.norm(place) in words.words.moves for place in range(at - 4, at))


def is_postponed_to(words: Words, at: int) -> bool:
    """Whether what stands just before a place puts something off until then."""
    return any(words.norm(place) in words.words.postponing for place in (at - 1, at - 2))


def is_particle(words: Words, at: int) -> bool:
    """Whether a small word belongs to a verb: the "til" of "tok til mandag", "ser vi fram til"."""
    if words.norm(at) in words.words.before_no_day and _names_a_day(words, at + 1):
        return True  # "sworn in Friday"
    mark = words.find(at + 1, lex.CLOCK_MARK)
    if mark and not mark.value and words.find(at, lex.OPENER):
        return True  # "expected in at 10", "goes on at 4.33pm"
    verbs = words.find(at, lex.PARTICLE)
    return verbs is not None and any(words.norm(place) in verbs.value for place in (at - 1, at - 2))


def _names_a_day(words: Words, at: int) -> bool:
    """Whether a weekday stands at a place, or a month with its day."""
    number = words.number(at + 1) if words.find(at, lex.MONTH) else None
    return words.find(at, lex.WEEKDAY) is not None or (number is not None and number <= _MOST_DAYS)


def is_of_a_kind(words: Words, at: int) -> bool:
    """Whether what is told is the first or the worst of its kind: "the first in 20 years"."""
    before = _tokens(words, at - 1, -1, _CLAUSE_ENDS)[:_NEAR]
    return any(words.norm(place) in words.words.superlatives for place in before)


def in_one_sentence(words: Words, first: int, after: int) -> bool:
    """Whether no sentence ends between two places."""
    marks = (at for at in range(first, after) if words.norm(at) in _SENTENCE_ENDS)
    return not any(_ends_sentence(words, at) for at in marks)


def in_next_sentence(words: Words, first: int, after: int) -> bool:
    """Whether one sentence of a paragraph ends between two places, and the next begins."""
    marks = [at for at in range(first, after) if words.norm(at) in _SENTENCE_ENDS]
    ends = [words.norm(at) for at in marks if _ends_sentence(words, at)]
    return ends == ["."]


def _tokens(words: Words, at: int, step: int, ends: frozenset[str]) -> list[int]:
    """Return the places from one on until something ends the clause or the sentence."""
    found: list[int] = []
    for place in range(at, at + step * _REACH, step):
        norm = words.norm(place)
        ends_here = norm in ends and not _is_inside_a_word(words, place)
        if not norm or ends_here or (norm in _SENTENCE_ENDS and _ends_sentence(words, place)):
            break
        found.append(place)
    return found


def _is_inside_a_word(words: Words, at: int) -> bool:
    """Whether a sign joins what stands on its sides: "3–0", "1,200"."""
    joins = words.norm(at) == "-" or (words.norm(at) == "," and words.norm(at + 1).isdecimal())
    return joins and words.glued(at) and words.glued(at + 1)


def _ends_sentence(words: Words, at: int) -> bool:
    """Whether a dot closes a sentence rather than an ordinal or an abbreviation."""
    if words.norm(at) != ".":
        return True
    return not words.norm(at - 1).isdecimal() and (
        not words.norm(at + 1).isalnum() or words.capitalised(at + 1)
    )


def _sign(words: Words, at: int) -> Tense:
    told = words.words
    norm = words.norm(at)
    if norm in told.future_words and words.norm(at - 1) in told.determiners:
        return Tense.OPEN  # "her plans"
    if norm in told.future_words and _is_waited_for(words, at):
        return Tense.PAST
    if norm in told.would and _is_refused(words, at):
        return Tense.PAST
    if norm in told.future_words or (norm in told.postponing and _is_put_off(words, at)):
        return Tense.FUTURE
    if norm in told.promising and _promises(words, at):
        return Tense.PAST if words.norm(at - 1) in told.had else Tense.FUTURE
    if norm in told.sequels and words.norm(at + 1) in told.agents:
        return Tense.OPEN
    if norm in told.infinitive_marks and words.norm(at - 1) in told.to_be:
        return Tense.FUTURE  # "is to meet"
    if norm in told.perfect_infinitives:  # "skal ha sagt" is past, "skal ha møter" is not
        done = words.norm(at + 1)
        past = done in told.past_verbs or done.endswith(told.participle_endings)
        return Tense.PAST if past else Tense.OPEN
    if norm in told.past_if_negated:
        failed = any(words.norm(place) in told.negations for place in (at + 1, at + 2))
        return Tense.PAST if failed else Tense.FUTURE
    if norm in told.past_as_present:
        return Tense.PAST if _has_object(words, at) else Tense.OPEN
    if norm in told.past_verbs:
        wont = words.norm(at + 1) == "'" and words.norm(at + 2) in told.negations
        return Tense.FUTURE if wont else _past_or_to_be(words, at)
    if norm in told.not_past or words.capitalised(at):
        return Tense.OPEN
    if norm.endswith(told.not_past_endings):
        return Tense.OPEN
    long = len(norm) > _SHORT_WORD
    if long and norm.endswith(told.past_endings):
        return _past_or_to_be(words, at)
    return Tense.FUTURE if long and norm.endswith(told.future_endings) else Tense.OPEN


def _is_waited_for(words: Words, at: int) -> bool:
    """Whether what was to come is told of: "var ventet", "had been due"."""
    told = words.words
    had_been = words.norm(at - 1) in told.been
    was = words.norm(at - 2 if had_been else at - 1)
    finite = words.norm(at) in told.verbs_after  # "arbeidet blir" tells of no waiting
    return was in told.past_verbs and not finite and (told.waiting_looks_back or had_been)


def _is_refused(words: Words, at: int) -> bool:
    """Whether "would" tells of what was not: "would not comment", "would have won"."""
    told, follows = words.words, words.norm(at + 1)
    if follows in told.perfect_leads:
        return words.norm(at + 2) not in told.infinitive_marks  # "would have to leave" is to come
    after = next((n for n in (1, 2, 3) if words.norm(at + n) in told.negations), 0)
    return after > 0 and words.norm(at + after + 1) in told.sayings


def _has_object(words: Words, at: int) -> bool:
    """Whether a verb that may be a noun or an infinitive acts on something: "beat Arsenal"."""
    told = words.words
    before = [words.norm(place) for place in (at - 2, at - 1)]
    ahead = (told.infinitive_marks, told.future_words, told.past_if_negated, told.determiners)
    if any(norm in kind for norm in before for kind in ahead[:3]) or before[1] in ahead[3]:
        return False
    return words.norm(at + 1) in told.determiners or words.capitalised(at + 1)


def _is_put_off(words: Words, at: int) -> bool:
    """Whether something is put off to a time that follows: "utsatt til", "moved to"."""
    return any(
        words.find(place, lex.THROUGH)
        or words.find(place, lex.BOUND)
        or words.norm(place) in words.words.ahead_openers
        for place in (at + 1, at + 2)  # "pushed back to", "rescheduled for"
    )


def _promises(words: Words, at: int) -> bool:
    """Whether an infinitive follows: "agreed to meet", "enige om å møtes"."""
    return any(words.norm(place) in words.words.infinitive_marks for place in (at + 1, at + 2))


def _past_or_to_be(words: Words, at: int) -> Tense:
    """A participle after "will be", "kan bli" is of what is to come."""
    if words.norm(at - 1) in words.words.modals:
        return Tense.FUTURE
    is_at = at - 2 if words.norm(at - 1) in words.words.been else at - 1  # "is being held"
    if words.norm(is_at) in words.words.to_be and words.norm(at) not in words.words.told_of:
        return Tense.FUTURE  # "if none is found by Friday"
    before = [words.norm(place) for place in range(at - 4, at)]
    if any(norm in words.words.past_if_negated for norm in before[:-1]):
        failed = any(norm in words.words.negations for norm in before)
        return Tense.PAST if failed else Tense.FUTURE
    if any(norm in words.words.infinitives for norm in before):
        return Tense.PAST if _is_reported(words, at) else Tense.FUTURE
    return Tense.PAST


def _is_reported(words: Words, at: int) -> bool:
    """Whether what "skal være pågrepet" has been, as others say: who plans it has it be done."""
    told, by = words.words, words.norm(at - 2)
    return words.norm(at) in told.reported and by in told.future_words


def _weak_sign(words: Words, at: int) -> Tense:
    """Read a word as a verb in the past by its ending, if it follows what may be its subject."""
    told = words.words
    norm, before = words.norm(at), words.norm(at - 1)
    if before in told.gerund_leads and norm.endswith(told.gerund_endings):
        return Tense.PAST
    other = norm in told.not_past or norm.endswith(told.not_past_endings)
    if len(norm) <= _SHORT_WORD or words.capitalised(at) or other:
        return Tense.OPEN
    if not told.weak_past_endings or not norm.endswith(told.weak_past_endings):
        return Tense.OPEN
    subject = words.capitalised(at - 1) or before.endswith(told.subject_endings)
    known = words.meanings(at) or not before.isalpha() or words.meanings(at - 1)
    return Tense.PAST if subject and not known else Tense.OPEN
