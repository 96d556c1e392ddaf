"""The page of all commands, written from the grammar: ``python -m adapters.handbook``."""

from collections.abc import Iterator, Sequence
from typing import assert_never

import click

from bot.commands.declared import COMMANDS
from bot.commands.grammar import Command, Parameter
from bot.domain.newsroom import Role

INTRODUCTION = """\
# Commands

Every command begins with `/story`, or with `/sak`: in Slack, in Discord and in the terminal, \
where bare words will do. `/story help` shows the same in the language of the channel. \
A story is named by its slugline, `ukraine-peace`; a follow-up by that and its number, \
`ukraine-peace#2`, or by `#2` alone where the channel follows one story. A name alone \
asks how it stands.

This page is written from the grammar in `bot/commands/`, by `python -m adapters.handbook`.
"""


def handbook(commands: Sequence[Command] = COMMANDS) -> str:
    """Return the page in Markdown; commands that only buttons give are left out."""
    shown = (command for command in commands if not command.hidden)
    return "\n".join([INTRODUCTION, *("\n".join(_section(command)) for command in shown)])


def _section(command: Command) -> Iterator[str]:
    yield f"## {command.name}\n"
    yield f"{command.summary}. {_who(command.role)}\n"
    yield f"```\n/story {command.example}\n```\n"
    if command.parameters:
        yield from map(_line, command.parameters)
        yield ""
    if command.aliases:
        yield f"Also: {', '.join(f'`{alias}`' for alias in command.aliases)}\n"


def _line(parameter: Parameter) -> str:
    optional = "" if parameter.required else " *May be left out.*"
    return f"- `{parameter.name}`: {parameter.help}.{optional}"


def _who(role: Role) -> str:
    match role:
        case Role.EDITOR:
            return "For editors."
        case Role.READER:
            return "For everyone."
        case _:
            assert_never(role)


if __name__ == "__main__":
    click.echo(handbook(), nl=False)
