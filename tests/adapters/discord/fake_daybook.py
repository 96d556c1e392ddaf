"""A Daybook that answers as it is told, and notes what it was asked."""

import asyncio
from dataclasses import dataclass, field

from bot.commands.grammar import Command, Parameter, ParameterKind
from bot.domain.delivery import MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Asker, Choice, Values
from bot.domain.trouble import Returned

COMMANDS = (
    Command(
        "status",
        ("status",),
        "Tell where a story stands",
        "status ukraine-peace",
        (Parameter("story", ParameterKind.STORY, "The story", required=False),),
    ),
    Command(
        "expect",
        ("vent",),
        "Note something that is expected to happen",
        "expect ukraine-peace next week: Witkoff to Moscow",
        (
            Parameter("story", ParameterKind.STORY, "The story"),
            Parameter("when", ParameterKind.WHEN, "When: next week, by Friday"),
            Parameter("title", ParameterKind.TEXT, "What is expected"),
        ),
    ),
    Command(
        "postpone",
        ("utsett",),
        "Move a follow-up to another time",
        "postpone #2 to December 10: trip put off",
        (
            Parameter("follow_up", ParameterKind.FOLLOW_UP, "The follow-up"),
            Parameter("when", ParameterKind.WHEN, "The new time"),
            Parameter("note", ParameterKind.TEXT, "Why", required=False),
        ),
        needs_form=True,
    ),
    Command(
        "read",
        ("les",),
        "Read an article",
        "read",
        (Parameter("article", ParameterKind.ARTICLE, "The text or the link"),),
        needs_form=True,
    ),
)


@dataclass
class FakeDaybook:
    """Implements ``bot.commands.daybook.Daybook``.

    Attributes:
        answer: What it answers; an exception is raised.
        ready: When unset, answers wait for it.
        asked: What it was asked: the asker, the command or the text, and the values.
    """

    answer: Message | Exception = field(default_factory=lambda: Message(text="Done."))
    choices: tuple[Choice, ...] = ()
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    asked: list[tuple[Asker, str, dict[str, str]]] = field(default_factory=list)
    standing: asyncio.Queue[tuple[Message, MessageRef]] = field(default_factory=asyncio.Queue)
    back: asyncio.Queue[Returned] = field(default_factory=asyncio.Queue)

    def __post_init__(self) -> None:
        self.ready.set()

    async def type(self, asker: Asker, text: str) -> Message:
        return await self.call(asker, text, {})

    async def call(self, asker: Asker, command: str, values: Values) -> Message:
        self.asked.append((asker, command, dict(values)))
        await self.ready.wait()
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    async def stands(self, message: Message, ref: MessageRef) -> None:
        self.standing.put_nowait((message, ref))

    async def returned(self, returned: Returned) -> None:
        self.back.put_nowait(returned)

    async def complete(
        self, asker: Asker, command: str, parameter: str, typed: str
    ) -> tuple[Choice, ...]:
        self.asked.append((asker, command, {parameter: typed}))
        return self.choices
