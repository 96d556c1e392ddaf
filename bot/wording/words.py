"""Saying things in a reader's language, from the catalogs beside this module."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from bot.domain.language import Language

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog


class Words:
    """Speaks one language.

    The English sentence in the code is the key; English needs no catalog. A sentence without a
    translation is a defect that the tests find; a reader is then shown the English one.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._catalog = _catalog(language)

    def say(self, text: str, **values: object) -> str:
        """Return a sentence in this language, with its values filled in.

        Args:
            text: The English sentence, its values named in braces.
            values: What to put there: text and numbers that need no translation.
        """
        said = self._catalog.get(text, (text,))[0]
        return said.format(**values) if values else said

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Return a sentence about a number of things; ``{number}`` stands for the number."""
        said = self._catalog.get(one, (one, many))
        return said[0 if number == 1 else -1].format(number=number, **values)


def learn() -> None:
    """Read every catalog now, so that the first reminder of the day need not wait for it."""
    for language in Language:
        _catalog(language)


@cache
def _catalog(language: Language) -> dict[str, tuple[str, ...]]:
    """Return a language's sentences by their English ones; empty for English.

    A sentence about a number of things has two forms, for one and for many.
    """
    if language is Language.EN:
        return {}
    found = {}
    for message in read_catalog(language):
        key = message.id if isinstance(message.id, str) else message.id[0]
        string = message.string or ()
        forms = (string,) if isinstance(string, str) else tuple(string)
        if key and forms and all(forms):
            found[key] = forms
    return found


def read_catalog(language: Language) -> "Catalog":
    """Return a language's catalog as Babel reads it."""
    from babel.messages.pofile import read_po  # noqa: PLC0415  English never pays for it

    with (files("bot.wording") / "locale" / f"{language}.po").open("rb") as catalog:
        return read_po(catalog, locale=language)
