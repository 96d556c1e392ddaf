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

    def say(self, text: str, **values: object) -> str:
        """Return a sentence in this language, with its values filled in.

        Args:
            text: The English sentence, its values named in braces.
            values: What to put there: text and numbers that need no translation.
        """
        return self._translated(text).format(**values)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Return a sentence about a number of things; ``{number}`` stands for the number."""
        return self.say(one if number == 1 else many, number=number, **values)

    def _translated(self, text: str) -> str:
        return _catalog(self.language).get(text) or text


@cache
def _catalog(language: Language) -> dict[str, str]:
    """Return a language's sentences by their English ones; empty for English."""
    if language is Language.EN:
        return {}
    return {
        message.id: message.string
        for message in read_catalog(language)
        if isinstance(message.id, str) and isinstance(message.string, str) and message.string
    }


def read_catalog(language: Language) -> "Catalog":
    """Return a language's catalog as Babel reads it."""
    from babel.messages.pofile import read_po  # noqa: PLC0415  English never pays for it

    with (files("bot.wording") / "locale" / f"{language}.po").open("rb") as catalog:
        return read_po(catalog, locale=language)
