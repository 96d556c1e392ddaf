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
    watches,
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
            "command",
            ParameterKind.COMMAND,
            translatable("A command’s name, or the number of a topic"),
            required=False,
        ),
    ),
    Role.READER,
)

TOPICS: Mapping[str, Mapping[Command, Action]] = {
    translatable("Stories"): stories.ACTIONS,
    translatable("Articles"): articles.ACTIONS,
    translatable("What is expected"): follow_ups.ACTIONS,
    translatable("People"): people.ACTIONS,
    translatable("What a channel follows"): subscriptions.ACTIONS,
    translatable("What a story listens to"): watches.ACTIONS,
    translatable("The record"): record.ACTIONS,
    translatable("Overviews"): overview.ACTIONS,
    translatable("Settings and newsrooms"): settings.ACTIONS,
}
"""What commands are about, as headings of the help."""

ACTIONS: Mapping[Command, Action] = {
    command: action for actions in TOPICS.values() for command, action in actions.items()
}

COMMANDS: tuple[Command, ...] = (HELP, *ACTIONS)
