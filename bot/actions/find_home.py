"""Which newsroom direct messages belong to that stand in no workspace of their own."""

from bot.domain.language import translatable
from bot.domain.newsroom import Asker, Newsroom, Workspace
from bot.errors import BotError
from bot.ports import Transaction


class WhichNewsroom(BotError):
    """Direct messages of someone who is in several newsrooms."""

    reply = translatable(
        "You are in several newsrooms: {names}. To choose the one that we write about here, write"
        " in a channel of it: /story subscribe ukraine-peace me"
    )


class NotThereAnyMore(BotError):
    """Direct messages of someone who has left the newsroom that they belong to."""

    reply = translatable("You are in no server of {newsroom} any more, so I can’t show it to you.")


async def find_home(tx: Transaction, asker: Asker) -> Newsroom | None:
    """Return the newsroom of the servers in which a person is; None where there is none yet.

    Raises:
        WhichNewsroom: If these belong to several newsrooms.
    """
    ids = {server.newsroom_id for server in await servers_of(tx, asker)}
    newsrooms = [await tx.newsrooms.newsroom(each) for each in ids]
    if len(newsrooms) > 1:
        raise WhichNewsroom(names=", ".join(sorted(each.name for each in newsrooms)))
    return newsrooms[0] if newsrooms else None


async def require_still_there(tx: Transaction, asker: Asker, inbox: Workspace) -> None:
    """Refuse where a person has left the newsroom that their direct messages belong to.

    A newsroom of nothing but direct messages is their own.

    Raises:
        NotThereAnyMore: If they have.
    """
    if asker.servers is None:
        return
    if any(server.newsroom_id == inbox.newsroom_id for server in await servers_of(tx, asker)):
        return
    if await tx.links.workspaces(inbox.newsroom_id):
        newsroom = await tx.newsrooms.newsroom(inbox.newsroom_id)
        raise NotThereAnyMore(newsroom=newsroom.name)


async def servers_of(tx: Transaction, asker: Asker) -> list[Workspace]:
    """Return the known workspaces in which the person is whose direct messages these are."""
    found = [await tx.newsrooms.workspace(asker.platform, key) for key in asker.servers or ()]
    return [workspace for workspace in found if workspace is not None]
