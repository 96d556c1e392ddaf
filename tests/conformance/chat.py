"""What a person does in a chat and sees there, whichever platform it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol


class Room(StrEnum):
    """The two channels of the newsroom, and the person's direct messages."""

    DESK = "desk"
    FOREIGN = "foreign"
    DIRECT = "@kari"


@dataclass(frozen=True, slots=True)
class Given:
    """A command, as it is typed and as it is given by options.

    Attributes:
        command: Its canonical name.
        text: What is typed behind the command's word.
        values: The same, by parameter.
        word: What is typed for the command; an alias, or its name when empty.
    """

    command: str
    text: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    word: str = ""

    @property
    def typed(self) -> str:
        return f"{self.word or self.command} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Seen:
    """Something Daybook said, as a person sees it.

    Attributes:
        text: Every word of it, without the platform's markup.
        buttons: What stands on its buttons.
        private: Whether the asker alone sees it.
        room: Where it stands.
        handle: What the platform's person needs to press its buttons or fill in its form.
        asks: Whether it is a form to fill in.
    """

    text: str
    buttons: tuple[str, ...] = ()
    private: bool = False
    room: Room = Room.DESK
    handle: Any = None
    asks: bool = False


class Person(Protocol):
    """Someone in a chat."""

    completes: bool
    """Whether this platform completes what is being typed."""

    async def give(self, given: Given, room: Room) -> Seen:
        """Give a command, and return the answer or the form it opens."""
        ...

    async def press(self, shown: Seen, label: str) -> Seen:
        """Press the first button of this label."""
        ...

    async def fill(self, form: Seen, values: Mapping[str, str]) -> Seen:
        """Fill in a form and send it."""
        ...

    async def complete(self, command: str, parameter: str, typed: str) -> list[str]:
        """Return what is offered while a command's first parameter is being typed."""
        ...

    def standing(self, seen: Seen) -> Seen:
        """Return an answer as it stands now."""
        ...

    def reminders(self) -> list[Seen]:
        """Return what Daybook posted by itself, oldest first, each as it stands now."""
        ...
