"""Notices in the terminal."""

from datetime import datetime

from adapters.console.terminal import Terminal
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform


class ConsoleMessenger:
    """Posts on the terminal. It can't fail: what is printed is printed."""

    def __init__(self, terminal: Terminal) -> None:
        """Post on this terminal."""
        self._terminal = terminal

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        """Show a notice, or keep it until its channel is opened; the nonce becomes its key."""
        self._terminal.notice(to.channel_key, message, nonce, reply=bool(to.reply_to))
        return _ref(to, nonce)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Tell what is new in a message: what a terminal has shown can't be taken back."""
        self._terminal.change(ref.channel_key, ref.message_key, message)

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:  # noqa: ARG002  what this process has posted, it knows without a date
        """Return the notice if this process has posted it; an earlier one's screen is gone."""
        return _ref(to, nonce) if self._terminal.knows(to.channel_key, nonce) else None


def _ref(to: Destination, nonce: str) -> MessageRef:
    return MessageRef(Platform.CONSOLE, to.workspace_key, to.channel_key, nonce)
