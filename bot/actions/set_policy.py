"""Showing and setting the reminder policy of a newsroom, a desk or a story."""

import re
from collections.abc import Sequence
from uuid import uuid4

from bot.actions.allowing import as_editor
from bot.actions.finding import WhichStory, find_story, followed_slugline
from bot.actions.keep_settings import PolicyChange, keep_policies
from bot.actions.request import Request
from bot.domain.message import Message
from bot.domain.own_policy import (
    THE_NEWSROOM,
    Holder,
    OwnPolicy,
    holders_of,
    in_force,
    of_desk,
)
from bot.domain.policy import PolicyRow
from bot.ports import Transaction
from bot.reading.typed.policy_words import PolicyWish, read_policy_words
from bot.wording import policies
from bot.wording.policies import PolicyView

_NEWSROOM = frozenset({"newsroom", "redaksjon", "redaksjonen", "alle", "everyone"})
_DESK = re.compile(r"(?:desk|desken|avdeling)\s*:?\s*(?P<name>.+)", re.IGNORECASE)
_STORY = re.compile(r"(?:story|sak|saken|saka)\s*:?\s+(?P<name>\S+)", re.IGNORECASE)


async def policy(request: Request, *, whose: str = "", plan: str = "") -> Message:
    """Show the reminder policy in force somewhere, or set some of it there."""
    wish = read_policy_words(plan, request.newsroom.hours)
    if not wish.changes:
        async with request.store.view() as tx:
            holders = await _holders(tx, request, whose, showing=True)
            view = await _view(tx, request, holders, wish.row)
        return policies.shown(view, request.words)
    request = await as_editor(request)
    async with request.store.transaction() as tx:
        holders = await _holders(tx, request, whose, showing=False)
        own = await tx.newsrooms.policies([request.newsroom.id])
        changes = _changes(request, holders[-1], wish, own)
        replanned = await keep_policies(tx, request, changes)
        view = await _view(tx, request, holders, wish.row)
    return policies.changed(view, replanned, request.words)


def _changes(
    request: Request, holder: Holder, wish: PolicyWish, own: Sequence[OwnPolicy]
) -> list[PolicyChange]:
    """Return each row that shall be other than it is, as it stands and as it shall be."""
    standing = {one.row: one for one in filter(holder.holds, own)}
    owner, newsroom_id = holder.owner, request.newsroom.id
    changes: list[PolicyChange] = []
    for row in PolicyRow if wish.row is None else (wish.row,):
        nothing = OwnPolicy(uuid4(), newsroom_id, owner.kind, holder.key, row, {}, owner.name)
        before = standing.get(row, nothing)
        after = before.setting(wish.ladder).without(wish.cleared)
        if after != before:
            changes.append((standing.get(row), after))
    return changes


async def _holders(
    tx: Transaction, request: Request, whose: str, *, showing: bool
) -> tuple[Holder, ...]:
    """Return whose policies count for the one that is named, the widest first.

    Where nobody is named, what is shown is the story's that the channel follows, where it follows
    just one, and what is set is the newsroom's.
    """
    name = whose.strip().rstrip(":,")
    if not name:
        slugline = await _followed(tx, request) if showing else ""
        return holders_of(await find_story(tx, request, slugline)) if slugline else (THE_NEWSROOM,)
    if name.lower() in _NEWSROOM:
        return (THE_NEWSROOM,)
    if desk := _DESK.fullmatch(name):
        return (THE_NEWSROOM, of_desk(" ".join(desk["name"].split())))
    story = _STORY.fullmatch(name)
    return holders_of(await find_story(tx, request, story["name"] if story else name))


async def _followed(tx: Transaction, request: Request) -> str:
    try:
        return await followed_slugline(tx, request)
    except WhichStory:
        return ""


async def _view(
    tx: Transaction, request: Request, holders: Sequence[Holder], row: PolicyRow | None
) -> PolicyView:
    own = await tx.newsrooms.policies([request.newsroom.id])
    policy = in_force(request.policy, request.newsroom.hours, own, holders)
    return PolicyView(policy, own, holders, (row,) if row else tuple(PolicyRow))
