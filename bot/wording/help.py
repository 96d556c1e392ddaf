"""What Daybook can do, said from the grammar itself."""

from collections.abc import Iterable, Mapping

from bot.commands.grammar import Command, Parameter
from bot.domain.message import Button, Item, Message, Section
from bot.wording.words import Words


def overview(topics: Mapping[str, Iterable[Command]], words: Words) -> Message:
    """Return the names of all commands, by what they are about: as much as one looks through.

    Args:
        topics: The commands by their headings, in English.
        words: The reader's language.
    """
    headings = [words.say(heading) for heading in topics]
    items = tuple(
        Item(", ".join(one.name for one in _shown(commands)), lead=heading)
        for heading, commands in zip(headings, topics.values(), strict=True)
    )
    return Message(
        title=words.say("What Daybook can do"),
        text=words.say("Write {example} to see one command in full.", example="/story help expect"),
        sections=(Section("", items),),
        buttons=tuple(Button(heading, f"help {n}") for n, heading in enumerate(headings, 1)),
        private=True,
    )


def topic(heading: str, commands: Iterable[Command], words: Words) -> Message:
    """Return the commands of one topic, each in a line and with an example."""
    items = tuple(
        Item(
            words.say(command.summary),
            lead=command.name,
            details=(f"/story {words.say(command.example)}",),
        )
        for command in _shown(commands)
    )
    return Message(title=words.say(heading), sections=(Section("", items),), private=True)


def _shown(commands: Iterable[Command]) -> list[Command]:
    return [command for command in commands if not command.hidden]


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
