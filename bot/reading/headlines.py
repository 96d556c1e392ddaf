"""The last touch to a title: said as a headline says it, and never too long nor too bare."""

import re

from bot.reading.grammar import Grammar, Lexicon

_CLOCK = re.compile(r"^\d{1,2}[.:]\d{2}:? ")  # before a line of a live report
_AN = re.compile(
    r"\b([Aa])n (?=[bcdfgjklmnpqrstvwxyz])"
)  # the "August" of "an August trial" is gone
_MOST = 90
_TOO_SHORT_ALONE = 7
_BARE = 1
_BARE_PRONOUN = 3


def finished(words: str, grammar: Grammar) -> str:
    """Return a title as a headline has it: expectation said briefly, and not too long."""
    plain = f" {' '.join(_CLOCK.sub('', words).split())} "
    for said, headline in grammar.headline_forms.items():
        plain = plain.replace(f" {said} ", f" {headline} ".replace("  ", " "))
    plain = _without_frame(plain.strip(" ,;:–-") or words.strip(), grammar.telling)
    if "an" in grammar.indefinites.split():
        plain = _AN.sub(r"\1 ", plain)
    return _capital(_cut(_without_empty_end(plain, grammar)))


def with_what_was_said(title: str, said: str, lexicon: Lexicon) -> str:
    """Put what was said before behind a title that is too bare: "Det skjer: Styret møtes …".

    Args:
        title: A finished title.
        said: The sentence or the clause before; "" for none.
        lexicon: The language's words.
    """
    words = title.split()
    for_itself = not set(title.lower().split()[:1]) & (lexicon.pronouns - lexicon.persons)
    said = said.strip(" –—-*•,;:.")
    if not words or not said or said.lower().startswith(title.lower()):
        return title
    if len(words) > (_BARE if for_itself else _BARE_PRONOUN):
        return title
    return _cut(f"{title}: {_capital(said)}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _cut(words: str) -> str:
    if len(words) <= _MOST:
        return words
    return words[: _MOST - 1].rsplit(" ", 1)[0] + "…"


def _without_frame(title: str, frames: tuple[str, ...]) -> str:
    """Leave out a beginning that says nothing: "*Det er duket for* en ny kamp"."""
    lower = title.lower()
    frame = next((frame for frame in frames if lower.startswith(f"{frame} ")), "")
    rest = title[len(frame) :].strip()
    return rest if frame and len(rest) > _TOO_SHORT_ALONE else title


def _without_empty_end(title: str, grammar: Grammar) -> str:
    """Leave out a verb that only its time followed: "The hearing *is set for*"."""
    end = next((end for end in grammar.empty_ends if title.endswith(f" {end}")), "")
    noun = title.removesuffix(f" {end}").rstrip(" ,") if end else ""
    return noun if _stands_alone(noun) else title


def _stands_alone(noun: str) -> bool:
    """Whether a title is more than a short word that needs another: "Det", "Further"."""
    return len(noun) > _TOO_SHORT_ALONE
