"""A small Daybook that remembers what it was asked, and a language to ask it in."""

from bot.commands.grammar import Command, Parameter, ParameterKind
from bot.domain.delivery import MessageRef
from bot.domain.language import Language
from bot.domain.message import Button, Field, Form, Item, Message, Section, Tone
from bot.domain.newsroom import Asker, Choice, Values
from bot.domain.trouble import Returned
from bot.wording.words import Words

ENGLISH = Words(Language.EN)

COMMANDS = (
    Command("help", ("hjelp",), "Show what Daybook does", "help"),
    Command(
        "status",
        ("stilling",),
        "Show where a story stands",
        "status havvind",
        (Parameter("story", ParameterKind.STORY, "The story’s name"),),
    ),
    Command(
        "expect",
        ("ventet",),
        "Note what is expected",
        "expect havvind next week: The ministry decides",
        (
            Parameter("story", ParameterKind.STORY, "The story’s name"),
            Parameter("when", ParameterKind.WHEN, "When"),
            Parameter("title", ParameterKind.TEXT, "What"),
        ),
    ),
    Command("stow", (), "Press a button", "stow 1", hidden=True),
)

STATUS = Message(
    title="Havvind på Utsira",
    sections=(
        Section(
            "Expected",
            (
                Item(
                    "The ministry decides",
                    lead="#1",
                    buttons=(
                        Button("Happened", "happened havvind#1"),
                        Button("Cancelled", "cancel havvind#1"),
                    ),
                ),
            ),
        ),
    ),
    buttons=(Button("Close", "close havvind"),),
)

POSTPONE = Form(
    title="Postpone havvind#1",
    command="postpone",
    known={"follow_up": "havvind#1"},
    fields=(
        Field("when", "Until when", placeholder="tomorrow"),
        Field("note", "Note", required=False),
    ),
    submit="Postpone",
)


class FakeDaybook:
    """Answers a few commands; keeps everything it was asked, in order."""

    def __init__(self) -> None:
        self.typed: list[str] = []
        self.askers: list[Asker] = []
        self.called: list[tuple[str, dict[str, str]]] = []
        self.form = POSTPONE
        self.standing: list[tuple[Message, MessageRef]] = []

    async def type(self, asker: Asker, text: str) -> Message:
        self.askers.append(asker)
        self.typed.append(text)
        match text.split(maxsplit=1)[0]:
            case "status":
                return STATUS
            case "happened":
                return Message(text="It happened.", tone=Tone.GOOD, buttons=(_UNDO,))
            case "postpone":
                return Message(form=self.form)
            case "crash":
                raise RuntimeError("the store is on fire")
            case "help" | "hjelp":
                return Message(title="Help")
            case "bogus":
                return Message(text=f"“{text}” is no command.", tone=Tone.WARNING, refused=True)
            case _:
                return Message(text=f"Done: {text}")

    async def call(self, asker: Asker, command: str, values: Values) -> Message:
        self.askers.append(asker)
        self.called.append((command, dict(values)))
        return Message(text=f"Done: {command}")

    async def stands(self, message: Message, ref: MessageRef) -> None:
        self.standing.append((message, ref))

    async def returned(self, returned: Returned) -> None:
        raise AssertionError("a terminal is never away")

    async def complete(
        self, asker: Asker, command: str, parameter: str, typed: str
    ) -> tuple[Choice, ...]:
        if command == "expect" and parameter == "title":
            raise RuntimeError("the store is on fire")
        if parameter != "story":
            return ()
        stories = (Choice("havvind: Havvind på Utsira", "havvind"), Choice("havn: Havna", "havn"))
        return tuple(story for story in stories if story.value.startswith(typed))


_UNDO = Button("Undo", "undo")
