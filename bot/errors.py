"""What a person is told when something can't be done: one clear sentence each."""

from typing import ClassVar

from bot.domain.language import translatable


class BotError(Exception):
    """Something the asker can understand and mend.

    ``reply`` is the sentence in English, with the error's facts in braces; the wording
    translates it and writes the facts as the reader's language writes them.

    Attributes:
        about: The parameter of the command that is at fault; empty where that is none.
    """

    reply: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        super().__init__(self.reply)
        self.facts = facts
        self.about = ""

    def __str__(self) -> str:
        """Return the English sentence, for logs and the command line."""
        return self.reply.format(**self.facts)


class NotUnderstood(BotError):
    """Words that name no time Daybook knows."""

    reply = translatable(
        "I don’t understand “{words}” as a time. Try “tomorrow at 14:00” or “next week”."
    )


class Collision(BotError):
    """Two people changed the same thing at the same moment."""

    reply = translatable("Someone else changed this at the same moment. Look again, then retry.")


class DeliveryFailed(Exception):
    """A platform did not post or edit a message.

    Attributes:
        reason: The platform's own word for it, for the record: ``channel_not_found``.
        permanent: Whether trying again is useless until someone mends something.
        retry_after: Seconds the platform asks to wait, where it says so.
        posted_perhaps: Whether the message may stand all the same (the answer was lost).
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        retry_after: float | None = None,
        posted_perhaps: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.retry_after = retry_after
        self.posted_perhaps = posted_perhaps
