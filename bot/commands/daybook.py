"""What every adapter talks to: commands in, messages out."""

from typing import Protocol

from bot.domain.delivery import MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Asker, Choice, Values
from bot.domain.trouble import Returned


class Daybook(Protocol):
    """The whole core, as an adapter sees it. No method raises for what a person did wrong."""

    async def type(self, asker: Asker, text: str) -> Message:
        """Answer a command typed as text, without the ``/story``: ``status ukraine-peace``.

        Buttons are answered here too: a button is a command.
        """
        ...

    async def call(self, asker: Asker, command: str, values: Values) -> Message:
        """Answer a command whose parameters come by name: typed options, or a form's answers.

        What a form asked and nobody answered comes as an empty value: it is not asked again.
        """
        ...

    async def complete(
        self, asker: Asker, command: str, parameter: str, typed: str
    ) -> tuple[Choice, ...]:
        """Return at most 25 completions for a parameter that is being typed."""
        ...

    async def stands(self, message: Message, ref: MessageRef) -> None:
        """Hear where an answer stands that others see too, so that it can be kept true there.

        To be told of each one of which the platform gives a reference. One that ``replaces``
        another stands in its place.
        """
        ...

    async def returned(self, returned: Returned) -> None:
        """Hear that Daybook may post again in a channel, or in all of a workspace."""
        ...
