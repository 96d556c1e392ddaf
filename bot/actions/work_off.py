"""Working off what is due: look, claim, and do each at the same time as the others."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, TypeVar

from bot.actions.attempt_delivery import Posting
from bot.domain.retry import LEASE
from bot.ports import Due, Transaction

BATCH = 50

_Held = TypeVar("_Held")


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
        async with asyncio.TaskGroup() as group:
            for each in claimed:
                group.create_task(do(posting, each))
