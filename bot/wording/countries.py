"""Countries by their names and their two letters (ISO 3166-1 alpha-2), from Babel's CLDR data."""

from functools import cache

from bot.domain.language import Language
from bot.wording.dates import BABEL_LOCALES


def country(code: str, language: Language) -> str:
    """Return a country as a reader knows it, with its letters: "Norge (NO)"."""
    name = _names(language).get(code)
    return f"{name} ({code})" if name else code


def code_of(name: str) -> str:
    """Return the letters of a country named in any of the languages; nothing where it is none."""
    return _codes().get(" ".join(name.lower().split()), "")


@cache
def _codes() -> dict[str, str]:
    return {name.lower(): code for each in Language for code, name in _names(each).items()}


@cache
def _names(language: Language) -> dict[str, str]:
    """Return the names of countries in one language, by their letters; not those of continents."""
    from babel import Locale  # noqa: PLC0415  few ask for a country, and its data takes a moment

    territories = Locale.parse(BABEL_LOCALES[language]).territories
    return {code: name for code, name in territories.items() if len(code) == 2}
