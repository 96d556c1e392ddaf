"""What a button or a form carries across a restart: its command, in a custom_id.

Discord keeps the id with the message and sends it back when the button is pressed or the form is
sent, so that nothing has to be remembered here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

LONGEST = 100

_COMMAND = re.compile(r"c\d*:(?P<command>.+)", re.DOTALL)
_FORM = re.compile(r"f:(?P<command>[^\n]+)(?P<known>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Typed:
    """A command in its text form: ``happened ukraine-peace#2``."""

    command: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A command some of whose parameters are known: a form, or a button that opens one."""

    command: str
    known: Mapping[str, str]


def command_id(command: str, repeat: int = 0) -> str:
    """Return the id of a button that gives a command.

    Args:
        command: At most 95 characters, as ``bot.domain.message.Button`` ensures.
        repeat: How many buttons of the same message give it already; Discord refuses a message
            in which two have one id.
    """
    return f"c{repeat or ''}:{command}"


def form_id(command: str, known: Mapping[str, str]) -> str:
    """Return the id of a form; it may be longer than Discord takes."""
    return "\n".join([f"f:{command}", *(f"{name}={value}" for name, value in known.items())])


def read_custom_id(custom_id: str) -> Typed | Begun | None:
    """Return what an id carries, or None when it is none of ours."""
    if match := _COMMAND.fullmatch(custom_id):
        return Typed(match["command"])
    if match := _FORM.fullmatch(custom_id):
        pairs = (line.split("=", 1) for line in match["known"].splitlines() if "=" in line)
        return Begun(match["command"], {pair[0]: pair[1] for pair in pairs})
    return None
