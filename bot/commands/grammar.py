"""What a command is: declared once, offered by every adapter."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from bot.domain.message import Message
from bot.domain.newsroom import Role

Action = Callable[..., Awaitable[Message]]
"""Takes a ``Request``, and the command's parameters by name; what was left out is not given."""


class ParameterKind(StrEnum):
    """What a parameter's words name; it decides how they are read, completed and asked for."""

    COMMAND = "command"
    STORY = "story"
    SLUGLINE = "slugline"  # the name of a story that does not exist yet
    FOLLOW_UP = "follow_up"
    WHEN = "when"
    TEXT = "text"
    ARTICLE = "article"  # a text of any length, or a link to one
    PROPOSAL = "proposal"  # the number of something a reading proposes
    SETTING = "setting"  # what one can set, by its name
    TARGET = "target"  # what a channel subscribes to
    OWNER = "owner"  # whose reminder policy: the newsroom's, a desk's, a story's
    WATCH = "watch"  # what a story listens to, by its code, or the story for all of it
    COVERAGE = "coverage"  # whether the newsroom covers something
    DESK = "desk"  # a desk's name, in one word
    CODE = "code"  # what only a button knows: the id of an alert, of a reading

    @property
    def is_one_word(self) -> bool:
        """Whether it ends at the first blank; a time ends at a colon, and texts nowhere."""
        match self:
            case ParameterKind.WHEN | ParameterKind.TEXT | ParameterKind.ARTICLE:
                return False
            case (
                ParameterKind.COMMAND
                | ParameterKind.STORY
                | ParameterKind.SLUGLINE
                | ParameterKind.FOLLOW_UP
                | ParameterKind.PROPOSAL
                | ParameterKind.SETTING
                | ParameterKind.TARGET
                | ParameterKind.OWNER
                | ParameterKind.WATCH
                | ParameterKind.COVERAGE
                | ParameterKind.DESK
                | ParameterKind.CODE
            ):
                return True
            case _:
                assert_never(self)

    @property
    def is_completed(self) -> bool:
        """Whether something is known that may stand there: what is new is nobody's to know."""
        unknown = {ParameterKind.SLUGLINE, ParameterKind.CODE}
        return self is ParameterKind.WHEN or (self.is_one_word and self not in unknown)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One of a command's parameters.

    Attributes:
        name: Lower-case English; the same on every platform.
        kind: What its words name.
        help: What to write, as an English sentence marked for the catalogs; at most 100
            characters (Discord's limit).
        required: Whether the command makes no sense without it.
    """

    name: str
    kind: ParameterKind
    help: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the grammar.

    Attributes:
        name: Its canonical name, lower-case English.
        aliases: Other words it answers to, Norwegian ones among them.
        summary: What it does, an English sentence marked for the catalogs; at most 100
            characters.
        example: What to type after ``/story``; it works as it stands.
        parameters: In the order in which one types them.
        role: Who may give it.
        needs_form: Whether, given without all it needs, it answers with a form to fill in.
        hidden: Whether only buttons give it, so that help and menus leave it out.
    """

    name: str
    aliases: tuple[str, ...]
    summary: str
    example: str
    parameters: tuple[Parameter, ...] = ()
    role: Role = Role.EDITOR
    needs_form: bool = False
    hidden: bool = False

    def parameter(self, name: str) -> Parameter:
        """Return the parameter of this name.

        Raises:
            KeyError: If there is none.
        """
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        raise KeyError(name)
