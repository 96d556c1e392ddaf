"""How Daybook says no: what was wrong and what works, in one sentence."""

from dataclasses import replace

from bot.domain.message import Message, Tone
from bot.errors import BotError
from bot.wording.words import Words


def refused(error: BotError, words: Words) -> Message:
    """Return the answer to a command that could not be done; only its asker sees it."""
    return replace(_refusal(words.say(error.reply, **error.facts)), about=error.about)


def failed(reference: str, words: Words) -> Message:
    """Return the answer where Daybook itself is at fault, with the log's reference for it."""
    return _refusal(
        words.say(
            "Something went wrong here, and nothing was changed."
            " Tell whoever runs Daybook this reference: {reference}",
            reference=reference,
        )
    )


def _refusal(text: str) -> Message:
    return Message(text=text, tone=Tone.WARNING, private=True, refused=True)
