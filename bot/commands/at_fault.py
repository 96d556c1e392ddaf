"""Which of a command's parameters an error is about, so that a form can show it there."""

from collections.abc import Mapping

from bot.actions.understanding import AlreadyPassed, NotYet
from bot.commands.grammar import Command, ParameterKind
from bot.errors import BotError


def at_fault(command: Command, values: Mapping[str, str], error: BotError) -> str:
    """Return the name of the parameter whose words an error tells of; empty where of none.

    Args:
        command: What was asked for.
        values: Its parameters, as they were given.
        error: Why it could not be done. It says the words that are at fault, or that a time is.
    """
    said = [fact for fact in error.facts.values() if isinstance(fact, str) and fact]
    for name, value in values.items():
        if any(fact in value for fact in said):
            return name
    if isinstance(error, AlreadyPassed | NotYet):
        times = (p.name for p in command.parameters if p.kind is ParameterKind.WHEN)
        return next((name for name in times if name in values), "")
    return ""
