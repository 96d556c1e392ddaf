"""Working off what is due: look, claim, and do each at the same time as the others."""

import asyncio
import logging
from asyncio import Semaphore
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar
from uuid import UUID

from bot.actions.attempt_delivery import Posting
from bot.domain.delivery import DEFECT
from bot.domain.retry import LEASE, MOST_DEFECTS
from bot.errors import BotError, DeliveryFailed
from bot.ports import Due, Transaction

BATCH = 50
AT_ONCE = 8
"""How many of one newsroom's are done together: no platform takes fifty calls at once."""

TIME_TO_DO = timedelta(seconds=90)
"""What must be left of a lease when it begins: to look for a message and to post it."""

log = logging.getLogger(__name__)


class _Due(Protocol):
    """Whatever is kept for a newsroom, and held while it is done."""

    @property
    def newsroom_id(self) -> UUID: ...

    @property
    def lease_until(self) -> datetime | None: ...


_Held = TypeVar("_Held", bound=_Due)


async def work_off(
    posting: Posting,
    due: Callable[[Transaction], Due[_Held]],
    do: Callable[[Posting, _Held], Coroutine[Any, Any, None]],
) -> datetime | None:
    """Do what is due until nothing more is; where nothing is, nothing is written.

    Args:
        posting: What it is done with.
        due: Where it is kept.
        do: What is done with each, and written down; no transaction is open when it begins.

    Returns:
        When to look again, in UTC; None where nothing is to come.

    Raises:
        BotError: If the database fails; what was under way has ended by then.
    """
    more = True
    while True:
        now = posting.clock.now()
        async with posting.store.view() as tx:
            moment = await due(tx).next_due(now, LEASE)
        if moment is None or moment > now or not more:  # another worker has the rest in hand
            return moment
        async with posting.store.transaction() as tx:
            claimed = await due(tx).claim(now, LEASE, BATCH)
        more = bool(claimed)
        turns: defaultdict[UUID, Semaphore] = defaultdict(lambda: Semaphore(AT_ONCE))
        await _each_for_itself(
            _in_turn(turns[each.newsroom_id], do, posting, each) for each in claimed
        )


@contextmanager
def defects_told(attempts: int) -> Iterator[None]:
    """Turn a defect of ours into a failure, which is tried again some times and then given up.

    Args:
        attempts: How often it has been tried, this time included.

    Raises:
        DeliveryFailed: If the body fails in any way but the database's.
    """
    try:
        yield
    except (BotError, DeliveryFailed):
        raise
    except Exception as defect:
        log.exception("message_broke")
        raise DeliveryFailed(DEFECT, permanent=attempts >= MOST_DEFECTS) from defect


async def _in_turn(
    turn: Semaphore,
    do: Callable[[Posting, _Held], Coroutine[Any, Any, None]],
    posting: Posting,
    held: _Held,
) -> None:
    """Do it unless it has waited for so long that another may take it over meanwhile."""
    async with turn:
        if held.lease_until and held.lease_until - posting.clock.now() >= TIME_TO_DO:
            await do(posting, held)


async def _each_for_itself(works: Iterable[Coroutine[Any, Any, None]]) -> None:
    """Wait for all, though some may break: those are taken up again when their leases run out.

    Raises:
        BotError: If the database failed one of them.
    """
    faults = await asyncio.gather(*works, return_exceptions=True)
    for fault in faults:
        if isinstance(fault, Exception) and not isinstance(fault, BotError):
            log.error("work_broke", exc_info=fault)
    for fault in faults:
        if isinstance(fault, BotError):
            raise fault
