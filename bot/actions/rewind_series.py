"""Taking back what Daybook itself has made of a series since somebody changed it."""

from dataclasses import replace
from uuid import UUID

from bot.actions.record import keep_series
from bot.actions.replan import take_out
from bot.actions.request import Request
from bot.domain.follow_up import FollowUp
from bot.domain.series import Series
from bot.ports import Transaction

_LATEST = 100


async def rewound(tx: Transaction, request: Request, series: Series, coming_id: UUID) -> Series:
    """Return a series as it stood when a follow-up was its coming time.

    What Daybook has made since is forgotten, or dropped where a channel was told of it. What
    somebody has touched stays, and the series goes on from there.

    Args:
        tx: Where it stands.
        request: Who takes something back.
        series: As it stands.
        coming_id: The follow-up that was its coming time.
    """
    for change in reversed(await tx.history.of_thing(series.id, _LATEST)):
        before, after = change.before, change.after
        going_on = series.last_id == coming_id and series.next_at is not None
        by_daybook = change.act.person_id is None
        if going_on or not by_daybook or not isinstance(before, Series) or after is None:
            break
        made_id = None if series.last_id == before.last_id else series.last_id
        if made_id is not None and not await _unmade(tx, request, made_id):
            break
        series = replace(series, last=before.last, last_id=before.last_id, next_at=before.next_at)
    return series


async def take_up_again(tx: Transaction, request: Request, follow_up: FollowUp) -> None:
    """Let a follow-up that has not ended after all be the coming time of its series again."""
    if follow_up.series_id is None:
        return
    series = await tx.recurrences.get(follow_up.series_id)
    if series is None:
        return
    before = await rewound(tx, request, series, follow_up.id)
    if before.last_id == follow_up.id and before.next_at is not None:
        await keep_series(tx, request.act, follow_up.story_id, before.resumed())


async def _unmade(tx: Transaction, request: Request, follow_up_id: UUID) -> bool:
    """Forget or drop what Daybook made; return False, and keep it, where somebody touched it."""
    changes = await tx.history.of_thing(follow_up_id, _LATEST)
    if any(change.act.person_id is not None for change in changes):
        return False
    for made in await tx.follow_ups.by_ids([follow_up_id]):
        await take_out(tx, request, made)
    return True
