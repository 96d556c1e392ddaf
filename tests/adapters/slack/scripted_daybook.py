"""A Daybook that answers what a test has told it to."""

import asyncio

from bot.domain.delivery import MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Asker, Choice, Values
from bot.domain.trouble import Returned


class ScriptedDaybook:
    """Remembers what it was asked; answers ``answer``, or raises it.

    Attributes:
        typed: Commands given as text, with who gave them.
        called: Commands given by name, with who gave them and their values.
        back: Channels that were told to be back.
        standing: Answers of which it was told where they stand.
        may_answer: Cleared, it holds every answer back.
        holds_back: Set as soon as it does.
    """

    def __init__(self) -> None:
        self.answer: Message | Exception = Message(text="Done.")
        self.typed: list[tuple[Asker, str]] = []
        self.called: list[tuple[Asker, str, dict[str, str]]] = []
        self.back: asyncio.Queue[Returned] = asyncio.Queue()
        self.standing: asyncio.Queue[tuple[Message, MessageRef]] = asyncio.Queue()
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.holds_back = asyncio.Event()

    async def type(self, asker: Asker, text: str) -> Message:
        self.typed.append((asker, text))
        return await self._answered()

    async def call(self, asker: Asker, command: str, values: Values) -> Message:
        self.called.append((asker, command, dict(values)))
        return await self._answered()

    async def stands(self, message: Message, ref: MessageRef) -> None:
        self.standing.put_nowait((message, ref))

    async def returned(self, returned: Returned) -> None:
        self.back.put_nowait(returned)

    async def complete(
        self, asker: Asker, command: str, parameter: str, typed: str
    ) -> tuple[Choice, ...]:
        return ()

    async def _answered(self) -> Message:
        if not self.may_answer.is_set():
            self.holds_back.set()
        await self.may_answer.wait()
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer
