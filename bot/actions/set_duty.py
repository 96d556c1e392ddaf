"""Saying who is on duty at a desk."""

from uuid import uuid4

from bot.actions.allowing import as_editor
from bot.actions.keep_settings import keep_duty
from bot.actions.people import named_people
from bot.actions.request import Request
from bot.domain.duty import Duty
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.errors import BotError
from bot.wording import people

LONGEST_DESK = 60


class BadDesk(BotError):
    """A desk's name that is a text."""

    reply = translatable("A desk’s name has up to {longest} characters, such as “foreign”.")


class NoDesk(BotError):
    """A person on duty at no desk."""

    reply = translatable("On duty at which desk? Name it first: /story duty foreign @anna")


async def duty(request: Request, *, desk: str = "", who: str = "") -> Message:
    """Name who is on duty at a desk; without a name, show who is on duty where."""
    name = desk.strip().lower()
    if name.startswith("@"):
        raise NoDesk
    if len(name) > LONGEST_DESK:
        raise BadDesk(longest=LONGEST_DESK)
    if not name or not who:
        async with request.store.view() as tx:
            duties = await tx.newsrooms.duties(request.newsroom.id)
        return people.on_duty(
            [d for d in duties if d.desk == name or (d.names and not name)], request.words
        )
    request = await as_editor(request)
    async with request.store.transaction() as tx:
        duties = await tx.newsrooms.duties(request.newsroom.id)
        standing = next((one for one in duties if one.desk == name), None)
        nobody = Duty(uuid4(), request.newsroom.id, name, ())
        kept = (standing or nobody).given_to(await named_people(tx, request, who))
        await keep_duty(tx, request, standing, kept)
    return people.on_duty([kept], request.words)
