"""The grammar as Discord's application commands: ``/story …``, ``/sak …`` and a message's menu.

Discord takes 25 subcommands and 8000 characters a command. What does not fit into ``/story``
stands, in the grammar's order, in ``/story-more`` (and ``/story-more-2``); so for ``/sak`` and
``/sak-mer``. Nothing is called differently elsewhere: the subcommand's name is the command's.
"""

import inspect
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from typing import Any, Protocol

import discord
from discord import app_commands
from discord.app_commands import locale_str

from adapters.discord.articles import article_of
from adapters.discord.markup import cut
from adapters.discord.parse import DaybookInteraction
from bot.commands.grammar import Command, Parameter
from bot.domain.language import Language, translatable
from bot.domain.newsroom import Choice, Values
from bot.wording.words import Words

SUBCOMMANDS = 25
CHARACTERS = 7800  # of Discord's 8000: the group's own name and description need some
DESCRIPTION = 100
CHOICES = 25
CHOICE = 100
READ = "read"

ABOUT = translatable("The newsroom’s daybook: what is expected next in each story")
MENU = translatable("Read with Daybook")
GROUPS = (("story", "story-more"), ("sak", "sak-mer"))


class Answers(Protocol):
    """What answers when a command is given or a parameter is being typed."""

    async def give(self, interaction: DaybookInteraction, command: str, values: Values) -> None:
        """Answer a command."""
        ...

    async def complete(
        self, interaction: DaybookInteraction, command: str, parameter: str, typed: str
    ) -> tuple[Choice, ...]:
        """Return what may stand in a parameter."""
        ...


def build_tree(
    client: discord.Client, commands: Sequence[Command], answers: Answers
) -> app_commands.CommandTree[discord.Client]:
    """Return the tree of all commands, each under its English and its Norwegian group."""
    tree = app_commands.CommandTree(client)
    batches = list(_batches(commands))
    for first, more in GROUPS:
        for number, batch in enumerate(batches):
            name = (first, more)[number] if number < 2 else f"{more}-{number}"
            group = app_commands.Group(name=name, description=locale_str(ABOUT))
            for command in batch:
                group.add_command(_subcommand(command, answers))
            tree.add_command(group)
    if any(command.name == READ for command in commands):
        tree.add_command(_menu(answers))
    return tree


def _batches(commands: Sequence[Command]) -> Iterator[list[Command]]:
    """Yield the commands in as few groups as Discord's limits allow."""
    batch: list[Command] = []
    size = 0
    for command in commands:
        if batch and (len(batch) == SUBCOMMANDS or size + _size(command) > CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(command)
        size += _size(command)
    if batch:
        yield batch


def _size(command: Command) -> int:
    """Return how many characters a command may count, in the language that takes the most."""
    names = [command.name, *(parameter.name for parameter in command.parameters)]
    return sum(map(len, names)) + DESCRIPTION * len(names)


def _subcommand(command: Command, answers: Answers) -> app_commands.Command[Any, ..., None]:
    async def callback(interaction: DaybookInteraction, **values: str | None) -> None:
        given = {name: value for name, value in values.items() if value}
        await answers.give(interaction, command.name, given)

    callback.__signature__ = _signature(command)  # type: ignore[attr-defined]  # inspect reads it
    app_commands.describe(
        **{parameter.name: locale_str(parameter.help) for parameter in command.parameters}
    )(callback)
    subcommand = app_commands.Command[Any, ..., None](
        name=command.name, description=locale_str(command.summary), callback=callback
    )
    for parameter in command.parameters:
        if parameter.kind.is_completed:
            subcommand.autocomplete(parameter.name)(_completion(command, parameter, answers))
    return subcommand


def _signature(command: Command) -> inspect.Signature:
    """Return the signature from which the library makes a subcommand's options.

    A command that has a form for what is lacking requires nothing: the form asks.
    """
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    needed = [p for p in command.parameters if p.required and not command.needs_form]
    return inspect.Signature(
        [
            inspect.Parameter("interaction", kind, annotation=discord.Interaction),
            *(inspect.Parameter(p.name, kind, annotation=str) for p in needed),
            *(
                inspect.Parameter(p.name, kind, annotation=str, default="")
                for p in command.parameters
                if p not in needed
            ),
        ]
    )


Completion = Callable[
    [DaybookInteraction, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]
]


def _completion(command: Command, parameter: Parameter, answers: Answers) -> Completion:
    async def complete(
        interaction: DaybookInteraction, current: str
    ) -> list[app_commands.Choice[str]]:
        choices = await answers.complete(interaction, command.name, parameter.name, current)
        return [
            app_commands.Choice(name=cut(choice.label, CHOICE), value=choice.value)
            for choice in choices[:CHOICES]
            if 0 < len(choice.value) <= CHOICE and choice.label
        ]

    return complete


def _menu(answers: Answers) -> app_commands.ContextMenu:
    async def read(interaction: DaybookInteraction, message: discord.Message) -> None:
        await answers.give(interaction, READ, {"article": await article_of(message)})

    return app_commands.ContextMenu(name=locale_str(MENU), callback=read)


class Translator(app_commands.Translator):
    """Gives Discord the Norwegian of every description, from the catalogs."""

    def __init__(self, languages: Mapping[discord.Locale, Words] | None = None) -> None:
        super().__init__()
        self._languages = languages or {discord.Locale.norwegian: Words(Language.NB)}

    async def translate(
        self,
        string: locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002  the library passes it
    ) -> str | None:
        """Return a description in Norwegian, or None where English has to do."""
        words = self._languages.get(locale)
        translated = words.say(string.message) if words else string.message
        return None if translated == string.message else cut(translated, DESCRIPTION)
