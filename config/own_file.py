"""A file of ours, with an operator's own put over it."""

from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from bot.errors import BotError

Row = TypeVar("Row")
Meaning = TypeVar("Meaning")
Name = TypeVar("Name", bound=StrEnum)


def read_over(
    name: str,
    own: Path | None,
    meaning: Callable[[str], dict[Row, Meaning]],
    refusal: type[BotError],
) -> dict[Row, Meaning]:
    """Return what the file beside this module means, row by row; one's own rows take their place.

    Args:
        name: Of the file beside this module.
        own: An operator's; None where there is none.
        meaning: Of a file's text; raises what Python does where a value can't be made of it.
        refusal: What to raise where one's own can't be used: its reply names ``where`` and ``why``.
    """
    rows = meaning(files("config").joinpath(name).read_text(encoding="utf-8"))
    if own is not None:
        try:
            rows |= meaning(own.read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError) as problem:
            raise refusal(where=own, why=problem) from problem
    return rows


def named(names: type[Name], word: object) -> Name:
    """Return the name that a word in a file is.

    Raises:
        ValueError: If it is none; it says which there are.
    """
    for name in names:
        if name.value == word:
            return name
    raise ValueError(_no_such(word, names))


def only(given: Iterable[str], known: Collection[str]) -> None:
    """Refuse a word in a file that would say nothing.

    Raises:
        ValueError: If one is given that is not known; it says which are.
    """
    for word in sorted(set(given) - set(known)):
        raise ValueError(_no_such(word, sorted(known)))


def _no_such(word: object, known: Iterable[str]) -> str:
    return f"there is no {word!r}, only {', '.join(known)}"
