"""The world around: the time, the platforms, the web."""

from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.article import Article
from bot.domain.counted import Counted
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message


class Clock(Protocol):
    """The one source of the time."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...


class Messenger(Protocol):
    """Posts on one platform.

    All three raise ``bot.errors.DeliveryFailed``, and nothing else, when the platform did not
    do what was asked; it says whether trying again may help, and when.
    """

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        """Post a message and return what it takes to find it again.

        Args:
            to: Where it shall stand.
            message: What it says.
            nonce: At most 25 characters that name this delivery; the platform is asked, where
                it can, to refuse a second message with the same nonce, and to keep it.
        """
        ...

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Let a posted message say this instead."""
        ...

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:
        """Return the message that a delivery has posted already, or None.

        Asked after a crash or a lost answer, before sending again. A platform that can't tell
        answers None.

        Args:
            to: Where it would stand.
            nonce: As given to ``send``.
            since: Aware time of the first attempt; nothing older is looked at.
        """
        ...


class Meter(Protocol):
    """Counts what is done, for whoever watches from outside."""

    def count(self, what: Counted, number: int = 1, reason: str = "") -> None:
        """Count so many more; a skip or a refusal with its reason, a code of the record."""
        ...

    def late(self, delay: timedelta) -> None:
        """Note how long after its promise a notice was posted."""
        ...


class ArticleSource(Protocol):
    """Gets articles out of pages.

    Both raise a ``bot.errors.BotError`` that says in a sentence why there is none to be had.
    """

    async def fetch(self, link: str) -> Article:
        """Return the article behind a link, asking the public web alone and with little patience.

        Args:
            link: As somebody typed it.
        """
        ...

    async def extract(self, page: str) -> Article:
        """Return the article of a page's HTML."""
        ...
