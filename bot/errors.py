"""What a person is told when something can't be done: one clear sentence each."""

from typing import ClassVar

from bot.domain.language import translatable


class BotError(Exception):
    """Something the asker can understand and mend.

    ``reply`` is the sentence in English, with the error's facts in braces; the wording
    translates it and writes the facts as the reader's language writes them.
    """

    reply: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        super().__init__(self.reply)
        self.facts = facts

    def __str__(self) -> str:
        """Return the English sentence, for logs and the command line."""
        return self.reply.format(**self.facts)


class NotUnderstood(BotError):
    """Words that name no time Daybook knows."""

    reply = translatable(
        "I don’t understand “{words}” as a time. Try “tomorrow at 14:00” or “next week”."
    )
