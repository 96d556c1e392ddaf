"""Reading a command that was typed as text: which one it is, and what goes where."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

from rapidfuzz import fuzz, process

from bot.commands.declared import COMMANDS
from bot.commands.grammar import Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.newsroom import Role
from bot.domain.passage import typed_abroad
from bot.domain.plain import plain
from bot.errors import BotError
from bot.reading.typed.policy_words import begins_a_policy
from bot.reading.typed.wishes import split_target

_ROOTS = frozenset({"story", "sak"})
_COLON = re.compile(r":(?=\s|$)")
_SEPARATORS = " \t\n:,–—-"
_CLOSE_ENOUGH = 70
_A_SLIP = 85
_OWNERS_OF_A_NAME = frozenset({"desk", "desken", "avdeling", "story", "sak", "saken", "saka"})
_INTO = frozenset({"into", "with", "i", "med", "til", "to"})
_NUMBERED = re.compile(r"(?:^|(?<=\s))(?P<name>[^\s#]*#\d{1,6})(?=[\s:,]|$)")
_AS_A_SPAN = ("om ", "in ")  # "2 hours" is a time where "in 2 hours" is one


class UnknownCommand(BotError):
    """A word that is no command, nor near one."""

    reply = translatable("“{word}” is no command. See them all: /story help")


class UnknownCommandNear(BotError):
    """A word that is nearly a command."""

    reply = translatable("“{word}” is no command. Did you mean “{nearest}”? See all: /story help")


class NothingBehind(BotError):
    """Words behind a follow-up of which the command would keep nothing."""

    reply = translatable(
        "“{words}” would be lost: /story {command} takes the follow-up alone. Leave the words out,"
        " or write them down: /story note …"
    )


@dataclass(frozen=True, slots=True)
class Typed:
    """What the reading of typed words needs to know of the newsroom.

    Attributes:
        is_story: Whether a word is the slugline of a story.
        time_at_head: How many characters at the head of a text are words of time.
        is_nearly_story: Whether a word is a slugline but for a slip of the fingers.
    """

    is_story: Callable[[str], bool]
    time_at_head: Callable[[str], int]
    is_nearly_story: Callable[[str], bool] = lambda _: False


def split_command(text: str) -> tuple[Command, str]:
    """Return the command that a text begins with, and the rest of the text.

    ``/story`` or ``/sak`` in front may be there or not; nothing at all asks for help. A follow-up
    may be named before what is said of it: ``#2 happened``.

    Raises:
        UnknownCommand: If the first word is none.
        UnknownCommandNear: If it is none, but is near one.
    """
    word, rest = _without_root(text)
    if rest and _NUMBERED.fullmatch(word):
        verb, behind = _first_word(rest)
        return find_command(verb.rstrip(":,")), f"{word} {behind}".strip()
    return find_command(word or "help"), rest


def named_alone(text: str) -> str:
    """Return the only word that was typed, without the ``/story`` in front; else nothing."""
    word, rest = _without_root(text)
    return "" if rest else word


def find_command(word: str) -> Command:
    """Return the command of this name or alias.

    Raises:
        UnknownCommand: If there is none.
        UnknownCommandNear: If there is none, but the word is near one.
    """
    by_word = {word: command for command in COMMANDS for word in (command.name, *command.aliases)}
    command = by_word.get(word.lower())
    if command is not None:
        return command
    shown = [name for name, command in by_word.items() if not command.hidden]
    nearest = process.extractOne(word.lower(), shown, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    if nearest is None:
        raise UnknownCommand(word=word[:60])
    raise UnknownCommandNear(word=word[:60], nearest=nearest[0])


def split_values(command: Command, text: str, typed: Typed) -> dict[str, str]:
    """Return a command's parameters out of the text behind it; those left out are not there.

    Raises:
        NothingBehind: If a reason is given to what changes a follow-up and keeps none.
    """
    values: dict[str, str] = {}
    rest = text.strip()
    for index, parameter in enumerate(command.parameters):
        value, rest = _take(parameter, command.parameters[index + 1 :], rest, typed)
        if value:
            values[parameter.name] = taken(parameter, value)
    lost = rest.strip(_SEPARATORS)
    last = command.parameters[-1].kind if command.parameters else None
    if lost and last is ParameterKind.FOLLOW_UP and command.role is Role.EDITOR:
        raise NothingBehind(words=lost[:60], command=command.name)
    return values


def taken(parameter: Parameter, value: str) -> str:
    """Return a value as it is passed on: plain text, but for an article, which says if it isn't."""
    return value if parameter.kind is ParameterKind.ARTICLE else plain(value)


def _take(
    parameter: Parameter, following: tuple[Parameter, ...], text: str, typed: Typed
) -> tuple[str, str]:
    """Return one parameter's words, empty where it was left out, and the rest."""
    match parameter.kind:
        case ParameterKind.STORY | ParameterKind.SLUGLINE if not following:
            word, rest = _first_word(text)
            target = rest if rest and word.lower() in _INTO else text.strip()
            return (target, "") if parameter.kind is ParameterKind.SLUGLINE else _first_word(target)
        case ParameterKind.PROPOSAL:
            word, rest = _first_word(text)
            return word.rstrip(":"), rest
        case (
            ParameterKind.COMMAND
            | ParameterKind.SLUGLINE
            | ParameterKind.SETTING
            | ParameterKind.WATCH
            | ParameterKind.DESK
            | ParameterKind.CODE
        ):
            return _first_word(text)
        case ParameterKind.STORY:
            word, rest = _first_word(text)
            named = typed.is_story(word)
            return (word.rstrip(":,"), rest) if named else _doubtful(text, typed)
        case ParameterKind.OWNER:
            return _owner(text)
        case ParameterKind.FOLLOW_UP:
            return _follow_up(text, typed)
        case ParameterKind.TARGET if following:
            return split_target(text)
        case ParameterKind.WHEN if following:
            return _when(text, typed, required=parameter.required)
        case (
            ParameterKind.WHEN
            | ParameterKind.TEXT
            | ParameterKind.ARTICLE
            | ParameterKind.TARGET
            | ParameterKind.COVERAGE
        ):
            return text.lstrip(_SEPARATORS).rstrip(), ""
        case _:
            assert_never(parameter.kind)


def is_nearly_one_of(word: str, sluglines: Sequence[str]) -> bool:
    """Whether a word is one of some sluglines but for a slip of the fingers, or its æ, ø and å.

    One with an ending behind it is none: it is the word itself, in a sentence.
    """
    if (bare := typed_abroad(word)) != word and bare in sluglines:
        return True
    nearest = process.extractOne(word, sluglines, scorer=fuzz.ratio, score_cutoff=_A_SLIP)
    return nearest is not None and not word.startswith(nearest[0])


def _doubtful(text: str, typed: Typed) -> tuple[str, str]:
    """Take a first word that is no story as one all the same, where it looks like a slugline.

    So "ukrane-peace next week: …" is told that there is no such story, and "next week: …" in a
    channel that follows one story is not.
    """
    word, rest = _first_word(text)
    hyphened = "-" in word.strip("-") and "/" not in word and any(map(str.isalpha, word))
    looks_like_one = hyphened or typed.is_nearly_story(word)
    if looks_like_one and word == word.lower() and not typed.time_at_head(text) and rest:
        return word, rest
    return "", text


def _owner(text: str) -> tuple[str, str]:
    """Take ``desk foreign``, ``newsroom`` or a story in front of what is wanted of a policy."""
    words = text.split()
    if not words or begins_a_policy(words[0]):
        return "", text
    if words[0].lower().rstrip(":") in _OWNERS_OF_A_NAME:
        named = (n for n, word in enumerate(words) if n > 1 and begins_a_policy(word))
        length = next(named, len(words))
        return " ".join(words[:length]), " ".join(words[length:])
    return words[0], " ".join(words[1:])


def _follow_up(text: str, typed: Typed) -> tuple[str, str]:
    """Take ``ukraine-peace#2``, ``#2``, the two words ``ukraine-peace #2``, or ``2`` alone.

    A time in front of it is taken for what belongs behind: "fredag #2" is "#2 fredag".
    """
    text = _after_its_time(text, typed)
    word, rest = _first_word(text)
    number, after = _first_word(rest)
    if "#" not in word and number.startswith("#"):
        return word + number.rstrip(":,"), after
    if "#" not in word and number.isdecimal() and not after and not word.isdecimal():
        return f"{word}#{number}", ""
    bare = word.rstrip(":,")
    if bare.isdecimal() and not _is_time(text, len(word), typed):
        return f"#{bare}", rest
    return bare, rest


def _after_its_time(text: str, typed: Typed) -> str:
    """Return a text that begins with words of time with its follow-up in front of them."""
    named = _NUMBERED.search(text)
    before = text[: named.start()].strip() if named else ""
    if named is None or not before or typed.time_at_head(before) < len(before):
        return text
    return f"{named['name']} {before}{text[named.end() :]}"


def _is_time(text: str, length: int, typed: Typed) -> bool:
    """Whether a number and what stands behind it are words of time: "2 December", "2 hours"."""
    if typed.time_at_head(text) > length:
        return True
    return any(typed.time_at_head(said + text) > len(said) + length for said in _AS_A_SPAN)


def _when(text: str, typed: Typed, *, required: bool) -> tuple[str, str]:
    """Take the words of time in front of a text: up to a colon, or as far as they go."""
    colon = _COLON.search(text)
    if colon is not None:
        head, tail = text[: colon.start()], text[colon.end() :]
        if required or not head.strip() or typed.time_at_head(head):
            return head.strip(), tail.lstrip(_SEPARATORS).rstrip()
    length = typed.time_at_head(text)
    if length:
        return text[:length].strip(), text[length:].lstrip(_SEPARATORS).rstrip()
    return (text, "") if required else ("", text)


def _without_root(text: str) -> tuple[str, str]:
    word, rest = _first_word(text.strip().lstrip("/"))
    return _first_word(rest) if word.lower() in _ROOTS else (word, rest)


def _first_word(text: str) -> tuple[str, str]:
    parts = text.split(maxsplit=1)
    return (parts[0] if parts else ""), (parts[1] if len(parts) > 1 else "")
