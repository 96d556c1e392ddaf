"""Every command, once: a module for each thing that commands are about."""

from collections.abc import Mapping

from bot.commands.declared import (
    articles,
    follow_ups,
    overview,
    people,
    record,
    settings,
    stories,
    subscriptions,
)
from bot.commands.grammar import Action, Command, Parameter, ParameterKind
from bot.domain.language import translatable
from bot.domain.newsroom import Role

HELP = Command(
    "help",
    ("hjelp",),
    translatable("Show what Daybook can do, or one command in full"),
    translatable("help expect"),
    (
        Parameter(
            "command", ParameterKind.COMMAND, translatable("The command’s name"), required=False
        ),
    ),
    Role.READER,
)

ACTIONS: Mapping[Command, Action] = {
    **stories.ACTIONS,
    **articles.ACTIONS,
    **follow_ups.ACTIONS,
    **people.ACTIONS,
    **subscriptions.ACTIONS,
    **record.ACTIONS,
    **overview.ACTIONS,
    **settings.ACTIONS,
}

COMMANDS: tuple[Command, ...] = (HELP, *ACTIONS)
