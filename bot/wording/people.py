"""How people are said: who is on duty where."""

from collections.abc import Sequence

from bot.domain.duty import Duty
from bot.domain.message import Item, Message, Section
from bot.wording.words import Words


def on_duty(duties: Sequence[Duty], words: Words) -> Message:
    """Return who is on duty at each desk."""
    title = words.say("On duty")
    if not duties:
        example = words.say("duty foreign @anna")
        hint = words.say("Nobody has been named. Name them: /story {example}", example=example)
        return Message(title=title, text=hint)
    items = tuple(
        Item(", ".join(one.names) or words.say("nobody"), lead=one.desk) for one in duties
    )
    return Message(title=title, sections=(Section("", items),))
