"""Names in a text, and the spellings that stand for one and the same."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from bot.domain.language import Language
from bot.reading.grammar import Lexicon, lexicon_of
from bot.reading.grammar.words import FINITE

_WORD = r"[^\W\d_a-zæøåäöüéèáíóúñçšžćčłß][\w’'-]*"
_NAME = re.compile(rf"\b{_WORD}(?:[ \u00a0](?:(?:von|van|der|de|la|bin|al|af|av|den) )*{_WORD})*")
_ALIKE = 80
_LONGEST = 20_000
_FIRST_WORD = re.compile(r"[ ,]*(?:\([^)]*\)[ ,]*)?([^\W\d_]+)")
_GENITIVE = re.compile(r"(?:['’]s|s['’]|['’])$")


def names_in(text: str, language: Language, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the names of people, places and bodies in a text, each once, in order.

    Spelling variants of one name count as one, under the longest form met: "Jurji Usjakov",
    "Usjakov". A word that is capital perhaps only because it begins a sentence is left out,
    unless it is capital elsewhere too.

    Args:
        text: A sentence or an article, of which the first 20,000 characters are read.
        language: The language it is written in.
        known: Words that are names elsewhere (``name_words`` of the article it is part of).
    """
    found: list[str] = []
    for name in _names(text[:_LONGEST], lexicon_of(language), known):
        for index, met in enumerate(found):
            if same_name(name, met):
                found[index] = max(met, name, key=lambda each: len(each.split()))
                break
        else:
            found.append(name)
    return tuple(found)


def people_of(names: Iterable[str], sentence: str, language: Language) -> tuple[str, ...]:
    """Return the names that may be of people: no place, no body in capitals, no "Festivalen".

    Args:
        names: Names in the sentence.
        sentence: It decides: only who does or says something there may be meant by "han".
        language: The language it is written in.
    """
    lexicon = lexicon_of(language)
    return tuple(name for name in names if _may_be_person(name, sentence, lexicon))


def _may_be_person(name: str, sentence: str, lexicon: Lexicon) -> bool:
    if name.isupper() or (" " not in name and name.lower().endswith(lexicon.grammar.bodies)):
        return False
    return any(
        _acts(sentence[: match.start()], sentence[match.end() :], lexicon)
        for match in re.finditer(re.escape(name), sentence)
    )


def _acts(before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a name between some words is of who does or says something."""
    last = [word.lower() for word in before.split()[-1:]]
    if last == [lexicon.grammar.of]:
        return True  # "ble tatt *av* Lie"
    if set(last) & (lexicon.places | lexicon.where):
        return False
    following = _FIRST_WORD.match(after)
    verb = lexicon.verbs.get(following[1].lower()) if following else None
    said = lexicon.verbs.get(last[0]) if last else None
    return (verb is not None and bool(verb.tense & FINITE)) or said is not None


def name_words(text: str) -> frozenset[str]:
    """Return the words of a text that are capital where no sentence begins."""
    return frozenset(
        word.removesuffix("s")
        for match in _NAME.finditer(text)
        for word in match.group().split()[_begins_sentence(text, match.start()) :]
    )


def _names(text: str, lexicon: Lexicon, known: frozenset[str]) -> Iterator[str]:
    certain = known | name_words(text)
    for match in _NAME.finditer(text):
        words = match.group().split()
        if _begins_sentence(text, match.start()) and _is_doubtful(words, certain, lexicon):
            words = words[1:]
        while words and _is_ordinary(words[0], lexicon):
            words = words[1:]
        name = _GENITIVE.sub("", " ".join(words))
        if len(name) > 1:
            yield name


def _is_doubtful(words: list[str], certain: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether the first word of a sentence may be capital for that reason alone."""
    if words[0].removesuffix("s") in certain:
        return False
    return len(words) == 1 or _is_ordinary(words[0], lexicon)


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(" \t\u00a0")
    return not before or before[-1] in '.!?:\n–-—*•«“"”»('


def _is_ordinary(word: str, lexicon: Lexicon) -> bool:
    lower = word.lower()
    return (
        lower in lexicon.function_words
        or lower in lexicon.never_verbs
        or lower in lexicon.openers
        or lower in lexicon.pronouns
        or lower in lexicon.verbs
        or lower in lexicon.occasions
    )


def same_name(one: str, other: str) -> bool:
    """Whether two names may stand for one: the same, a part of it, or another spelling."""
    if one == other:
        return True
    mine, theirs = one.lower().split(), other.lower().split()
    shorter, longer = sorted((mine, theirs), key=len)
    return all(any(_same_word(word, known) for known in longer) for word in shorter)


def _same_word(one: str, other: str) -> bool:
    bare, known = (_GENITIVE.sub("", word) for word in (one, other))
    if bare == known or bare.removesuffix("s") == known.removesuffix("s"):
        return True
    return _are_spellings(bare, known)


def _are_spellings(one: str, other: str) -> bool:
    long_enough = min(len(one), len(other)) >= 5 and one[0] == other[0]
    return long_enough and fuzz.ratio(one, other) >= _ALIKE


def shared_names(ones: Iterable[str], others: Iterable[str]) -> int:
    """Return how many of the first names also stand among the second."""
    known = list(others)
    return sum(any(same_name(name, other) for other in known) for name in ones)
