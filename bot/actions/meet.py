"""Meeting whoever asks: the newsroom, workspace, channel and person, known or new."""

from dataclasses import dataclass
from uuid import uuid4
from zoneinfo import ZoneInfo

from bot.actions.find_home import find_home, require_still_there, servers_of
from bot.domain.language import Language
from bot.domain.newsroom import Asker, Channel, Newsroom, Person, Workspace, may_edit
from bot.domain.trouble import Trouble
from bot.errors import Collision
from bot.ports import Store, Transaction


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a new newsroom starts with, until it says otherwise.

    Attributes:
        name: What it is called; as its first workspace where this is empty.
    """

    zone: ZoneInfo
    country: str
    language: Language
    name: str = ""


@dataclass(frozen=True, slots=True)
class Present:
    """Who asks, and where.

    Attributes:
        edits: Whether the person is an editor, as far as is known without asking the platform.
        spell: The spell of trouble that the channel is in; None where it takes messages.
    """

    newsroom: Newsroom
    channel: Channel
    person: Person
    edits: bool
    spell: Trouble | None = None


async def meet(store: Store, asker: Asker, defaults: Defaults) -> Present:
    """Return who asks, and where; whoever is new is made known.

    A workspace that is met for the first time gets a newsroom of its own. Direct messages that
    stand in no workspace belong to the newsroom in whose servers their person is.

    Raises:
        WhichNewsroom: If a person's direct messages may belong to several.
        NotThereAnyMore: If they belong to one that the person has left.
    """
    async with store.view() as tx:
        known = await _known(tx, asker)
    if known is not None and _is_up_to_date(known, asker):
        return known
    try:
        return await _make_known(store, asker, defaults)
    except Collision:  # someone else's first command met the same workspace at the same moment
        return await _make_known(store, asker, defaults)


async def _known(tx: Transaction, asker: Asker) -> Present | None:
    workspace = await tx.newsrooms.workspace(asker.platform, asker.workspace_key)
    if workspace is None:
        return None
    await require_still_there(tx, asker, workspace)
    channel = await tx.newsrooms.channel(workspace.id, asker.channel_key)
    person = await tx.newsrooms.person(workspace.id, asker.person_key)
    if channel is None or person is None:
        return None
    newsroom = await tx.newsrooms.newsroom(workspace.newsroom_id)
    edits = await _edits(tx, asker, newsroom, person)
    return Present(newsroom, channel, person, edits, await tx.troubles.get(channel.id))


async def _edits(tx: Transaction, asker: Asker, newsroom: Newsroom, person: Person) -> bool:
    """Whether somebody is an editor; in direct messages, also by what they are in the servers."""
    if may_edit(person, newsroom, asker.roles):
        return True
    for server in await servers_of(tx, asker):
        if server.newsroom_id == newsroom.id:
            there = await tx.newsrooms.person(server.id, asker.person_key)
            if may_edit(there or person, newsroom, (asker.servers or {})[server.key]):
                return True
    return False


def _is_up_to_date(known: Present, asker: Asker) -> bool:
    return (known.channel.name, known.person.name) == (asker.channel_name, asker.person_name)


async def _make_known(store: Store, asker: Asker, defaults: Defaults) -> Present:
    async with store.transaction() as tx:
        workspace = await tx.newsrooms.workspace(asker.platform, asker.workspace_key)
        if workspace is None:
            workspace = await _new_workspace(tx, asker, defaults)
        newsroom = await tx.newsrooms.newsroom(workspace.newsroom_id)
        channel = await tx.newsrooms.channel(workspace.id, asker.channel_key)
        channel = channel or _new_channel(asker, workspace, newsroom)
        person = await tx.newsrooms.person(workspace.id, asker.person_key)
        person = person or _new_person(asker, workspace, newsroom)
        person = person.renamed(asker.person_name)
        edits = await _edits(tx, asker, newsroom, person)
        present = Present(newsroom, channel.renamed(asker.channel_name), person, edits)
        await tx.newsrooms.save(present.channel)
        await tx.newsrooms.save(present.person)
    return present


async def _new_workspace(tx: Transaction, asker: Asker, defaults: Defaults) -> Workspace:
    newsroom = await find_home(tx, asker)
    if newsroom is None:
        newsroom = Newsroom(
            uuid4(),
            defaults.name or asker.workspace_name,
            defaults.zone,
            defaults.country,
            spoken(asker.language, defaults.language),
        )
        await tx.newsrooms.save(newsroom)
    workspace = Workspace(
        uuid4(), newsroom.id, asker.platform, asker.workspace_key, asker.workspace_name
    )
    await tx.newsrooms.save(workspace)
    return workspace


def _new_channel(asker: Asker, workspace: Workspace, newsroom: Newsroom) -> Channel:
    return Channel(
        uuid4(),
        newsroom.id,
        workspace.id,
        asker.platform,
        asker.channel_key,
        asker.channel_name,
        newsroom.language,
        newsroom.zone,
        direct=asker.direct,
    )


def _new_person(asker: Asker, workspace: Workspace, newsroom: Newsroom) -> Person:
    return Person(
        uuid4(),
        workspace.newsroom_id,
        workspace.id,
        asker.platform,
        asker.person_key,
        asker.person_name,
        newsroom.newcomers,
    )


def spoken(tag: str, default: Language) -> Language:
    """Return the language of a BCP 47 tag, ``no`` being bokmål; the default for any other."""
    primary = tag.replace("_", "-").partition("-")[0].lower()
    if primary == "no":
        return Language.NB
    return Language(primary) if primary in set(Language) else default
