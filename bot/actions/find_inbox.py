"""Finding a person's direct messages with Daybook, wherever they ask from."""

from dataclasses import replace
from uuid import uuid4

from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.newsroom import Channel, Inbox, Workspace
from bot.errors import BotError
from bot.ports import Transaction


class NoInbox(BotError):
    """A wish for direct messages where there are none."""

    reply = translatable("I can’t write to you directly here. Let a channel follow it instead.")


class InboxElsewhere(BotError):
    """Direct messages that belong to another newsroom."""

    reply = translatable(
        "Your direct messages with me belong to another newsroom. Take them out of it first:"
        " /story unlink, written there."
    )


async def find_inbox(tx: Transaction, request: Request) -> Channel:
    """Return the channel of the asker's direct messages; new, it reads as the asker's channel does.

    Raises:
        NoInbox: If the platform has none.
        InboxElsewhere: If they belong to another newsroom.
    """
    if request.channel.direct:
        return request.channel
    if request.inbox is None:
        raise NoInbox
    workspace = await _workspace(tx, request, request.inbox)
    known = await tx.newsrooms.channel(workspace.id, request.inbox.channel_key)
    if known is not None:
        return known
    inbox = Channel(
        uuid4(),
        request.newsroom.id,
        workspace.id,
        request.channel.platform,
        request.inbox.channel_key,
        f"@{request.person.name}",
        request.channel.language,
        request.channel.zone,
        direct=True,
    )
    await tx.newsrooms.save(inbox)
    return inbox


async def _workspace(tx: Transaction, request: Request, inbox: Inbox) -> Workspace:
    """Return what the direct messages stand in: the newsroom's own workspace, or one apart."""
    here = await tx.newsrooms.workspace_of(request.channel)
    if here.key == inbox.workspace_key:
        return here
    known = await tx.newsrooms.workspace(here.platform, inbox.workspace_key)
    if known is None:
        known = replace(here, id=uuid4(), key=inbox.workspace_key, name=request.person.name)
        await tx.newsrooms.save(known)
    if known.newsroom_id != request.newsroom.id:
        raise InboxElsewhere
    return known
