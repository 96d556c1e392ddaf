"""The languages Daybook reads: one file of words each, found here by its tag."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from bot.reading.languages.words import LanguageWords


@cache
def tags() -> tuple[str, ...]:
    """Return the tags of the languages there are: each module here that holds a ``LANGUAGE``."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(name for name in names if hasattr(_module(name), "LANGUAGE"))


@cache
def language_words(tag: str) -> LanguageWords:
    """Return a language's words.

    Raises:
        ValueError: If there is no such language; it names those there are.
    """
    if tag not in tags():
        raise ValueError(f"no language {tag!r} here; there are {', '.join(tags())}")
    words: LanguageWords = _module(tag).LANGUAGE
    return words


def _module(name: str) -> ModuleType:
    return import_module(f"{__name__}.{name}")
