"""Keeping an answer that stands where others see it, so that it can be kept true."""

from datetime import timedelta

from bot.actions.request import Request
from bot.domain.answer import Answer, place
from bot.domain.delivery import MessageRef
from bot.domain.message import Given, Message
from bot.ports import Store


def given(request: Request, message: Message) -> Given | None:
    """Return where and when an answer is given; None where nobody is to keep it true.

    What the asker alone sees, what refuses, and what shows no follow-up says nothing that could
    become untrue.
    """
    if message.private or message.refused or message.form is not None or not message.shown:
        return None
    return Given(request.newsroom.id, request.channel.id, request.now)


async def keep_answer(store: Store, message: Message, ref: MessageRef, lasts: timedelta) -> None:
    """Keep an answer, unless nothing of it is to be kept true; then nothing is written.

    Args:
        store: Where it is kept.
        message: What it says. One that replaces another is kept in its place.
        ref: Where it stands.
        lasts: How long it is kept true; zero for not at all.
    """
    answer = Answer.of(message, ref, lasts) if lasts else None
    if answer is None and not message.replaces:
        return
    async with store.transaction() as tx:
        if message.replaces:
            await tx.answers.forget(place(ref))
        if answer is not None:
            await tx.answers.keep(answer)
