"""Making sure that somebody may change what they are about to change."""

import logging
from dataclasses import replace

from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.newsroom import Role, may_edit
from bot.errors import BotError, DeliveryFailed
from bot.wording import settings as wording

log = logging.getLogger(__name__)


class NotAllowed(BotError):
    """A change by someone who may only look."""

    reply = translatable("Only editors may do this. These can help: {names}.")


class RolesUnknown(BotError):
    """A change by someone of whom the platform does not say which groups they are in."""

    reply = translatable(
        "Only editors may do this, and I can’t find out just now which groups you are in. Try again"
        " in a while, or ask one of these: {names}."
    )


async def as_editor(request: Request) -> Request:
    """Return the request as an editor's; the platform is asked where it alone can tell.

    Raises:
        NotAllowed: If the asker is none; it names who can help.
        RolesUnknown: If the platform doesn't tell.
    """
    if request.person.role is Role.EDITOR:
        return request
    if request.further_roles is None or not request.newsroom.editor_roles:
        raise NotAllowed(names=await _editors(request))
    try:
        roles = await request.further_roles()
    except DeliveryFailed as failure:
        log.warning("roles_unknown", extra={"reason": failure.reason})
        raise RolesUnknown(names=await _editors(request)) from failure
    if not may_edit(request.person, request.newsroom, roles):
        raise NotAllowed(names=await _editors(request))
    return replace(request, person=replace(request.person, role=Role.EDITOR))


async def _editors(request: Request) -> str:
    """Return the names of those who may do what the asker may not."""
    async with request.store.view() as tx:
        people = await tx.newsrooms.people(request.newsroom.id)
    return wording.editors(request.newsroom, people, request.words)
