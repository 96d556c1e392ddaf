"""What Daybook can do, said from the grammar itself."""

from collections.abc import Sequence

from bot.commands.grammar import Command, Parameter
from bot.domain.message import Item, Message, Section
from bot.wording.words import Words


def overview(commands: Sequence[Command], words: Words) -> Message:
    """Return every command in a line, with an example."""
    items = tuple(
        Item(
            words.say(command.summary),
            lead=command.name,
            details=(f"/story {words.say(command.example)}",),
        )
        for command in commands
        if not command.hidden
    )
    return Message(
        title=words.say("What Daybook can do"),
        text=words.say("Write {example} to see one command in full.", example="/story help expect"),
        sections=(Section("", items),),
        private=True,
    )


def one(command: Command, words: Words) -> Message:
    """Return one command in full: its parameters, other names and an example that works."""
    parameters = tuple(_parameter(parameter, words) for parameter in command.parameters)
    sections = [
        Section(words.say("What to write"), parameters),
        Section(words.say("Example"), (Item(f"/story {words.say(command.example)}"),)),
    ]
    footnote = ""
    if command.aliases:
        footnote = words.say("Also: {aliases}", aliases=", ".join(command.aliases))
    return Message(
        title=f"/story {command.name}",
        text=words.say(command.summary),
        sections=tuple(section for section in sections if section.items),
        footnote=footnote,
        private=True,
    )


def _parameter(parameter: Parameter, words: Words) -> Item:
    details = () if parameter.required else (words.say("may be left out"),)
    return Item(words.say(parameter.help), lead=parameter.name, details=details)
