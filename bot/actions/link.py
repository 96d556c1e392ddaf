"""Letting a second workspace join a newsroom, and leave it again."""

import secrets
from dataclasses import replace
from datetime import UTC
from uuid import uuid4

from bot.actions.request import Request
from bot.domain.language import translatable
from bot.domain.link import (
    ALPHABET,
    LENGTH_OF_NAME,
    LENGTH_OF_SECRET,
    LIFE,
    LinkCode,
    hash_of,
    split_code,
    written,
)
from bot.domain.message import Message
from bot.domain.newsroom import Newsroom, Role
from bot.domain.story import StoryStatus
from bot.errors import BotError
from bot.ports import Transaction
from bot.wording import links as wording

YES = frozenset({"yes", "ja"})


class BadCode(BotError):
    """A code that is wrong, too old, used already, or tried too often."""

    reply = translatable(
        "That code opens nothing: it is wrong, older than ten minutes or used. Get a new one in the"
        " other workspace: /story link"
    )


class HasStories(BotError):
    """A workspace that would leave stories of its own behind."""

    reply = translatable(
        "“{newsroom}” has stories of its own, which would be left behind. Make the code here"
        " instead, and join from the other workspace."
    )


class BothHaveStories(BotError):
    """Two newsrooms of which neither can join the other."""

    reply = translatable(
        "“{newsroom}” and “{host}” both have stories of their own, so neither can join the other:"
        " a workspace joins before its first story."
    )


class LinkedAlready(BotError):
    """A code of the newsroom one is in."""

    reply = translatable("This workspace belongs to “{newsroom}” already.")


async def link(request: Request, *, code: str = "") -> Message:
    """Make a code, or join the newsroom that a code leads into."""
    if code:
        return await _join(request, code)
    name, secret = _random(LENGTH_OF_NAME), _random(LENGTH_OF_SECRET)
    expires_at = request.now.astimezone(UTC) + LIFE
    made = LinkCode(uuid4(), request.newsroom.id, name, hash_of(secret), expires_at)
    async with request.store.transaction() as tx:
        await tx.links.save(made)
    return wording.code(written(name, secret), request.newsroom, request.words)


async def unlink(request: Request, *, sure: str = "") -> Message:
    """Take this workspace out of the newsroom, into one of its own."""
    async with request.store.transaction() as tx:
        workspace = await tx.newsrooms.workspace_of(request.channel)
        shared = await tx.links.workspaces(request.newsroom.id)
        if all(each.id == workspace.id for each in shared):
            return wording.alone(request.newsroom, request.words)
        if sure.strip().lower() not in YES:
            return wording.sure(workspace, request.newsroom, request.words)
        left = await tx.newsrooms.newsroom(request.newsroom.id)
        own = _new_newsroom(left, workspace.name)
        await tx.newsrooms.save(own)
        await tx.links.move(workspace, own)
        if left.admin_channel_id is not None:
            ids = [left.admin_channel_id]
            if not await tx.newsrooms.channels(left.id, ids):  # it left with the workspace
                await tx.newsrooms.save(replace(left, admin_channel_id=None))
    return wording.unlinked(workspace, left, request.words)


async def _join(request: Request, typed: str) -> Message:
    """Join the newsroom of a code; a wrong one is counted, whatever becomes of the command.

    Raises:
        BadCode: If the code lets nobody in.
        LinkedAlready: If it leads into the newsroom one is in.
        HasStories: If the workspace has stories of its own.
        BothHaveStories: If the newsroom it would join has some, too.
    """
    name, secret = split_code(typed)
    async with request.store.transaction() as tx:
        code = await tx.links.code(name)
        right = code is not None and code.lets_in(secret, request.now)
        if code is not None and not right:
            await tx.links.save(code.tried())
    if code is None or not right:
        raise BadCode
    async with request.store.transaction() as tx:
        code = await tx.links.code(name)
        if code is None or not code.lets_in(secret, request.now):
            raise BadCode  # another was quicker
        host = await _enter(tx, request, code)
    return wording.linked(host, request.words)


async def _enter(tx: Transaction, request: Request, code: LinkCode) -> Newsroom:
    own = request.newsroom
    if code.newsroom_id == own.id:
        raise LinkedAlready(newsroom=own.name)
    host = await tx.newsrooms.newsroom(code.newsroom_id)
    if await tx.stories.of(own.id, set(StoryStatus), 1):
        if await tx.stories.of(host.id, set(StoryStatus), 1):
            raise BothHaveStories(newsroom=own.name, host=host.name)
        raise HasStories(newsroom=own.name)
    await tx.links.save(code.spent())
    await tx.links.move(await tx.newsrooms.workspace_of(request.channel), host)
    return host


def _new_newsroom(like: Newsroom, name: str) -> Newsroom:
    """Return a newsroom of one's own, in the same country, where everyone is an editor."""
    return replace(
        like, id=uuid4(), name=name, admin_channel_id=None, newcomers=Role.EDITOR, editor_roles=()
    )


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
