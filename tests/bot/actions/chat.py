"""A newsroom's chat whose answers stand in their channels, and are edited there."""

from datetime import datetime, timedelta

from bot.actions.edit_answers import edit_answers
from bot.domain.delivery import Destination
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from tests.stage import Stage


class Chat(Stage):
    """Answers as a platform would: each is a message, and the desk is told where it stands."""

    async def ask(self, text: str, channel: str = "foreign") -> int:
        """Give a command and let its answer stand; return its place among what stands."""
        message = await self.type(text, channel)
        assert not message.refused, message.text
        to = Destination(Platform.SLACK, "T1", channel)
        ref = await self.messenger.send(to, message, f"answer {len(self.messenger.posted)}")
        await self.desk.stands(message, ref)
        return int(ref.message_key)

    def standing(self, place: int) -> Message:
        return self.messenger.posted[place].message

    async def wait(self, until: datetime | None = None) -> None:
        """Let what is due be edited: now, or until a moment."""
        until = until or self.clock.now() + timedelta(seconds=11)
        while (due := await edit_answers(self.posting, self.gate)) is not None and due <= until:
            self.clock.set(max(due, self.clock.now()))
        self.clock.set(max(until, self.clock.now()))
