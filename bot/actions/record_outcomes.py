"""Writing down how deliveries went, as many at a time as have been answered meanwhile."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from bot.actions.note_trouble import Sign, note_signs
from bot.domain.delivery import Delivery
from bot.ports import Store

log = logging.getLogger(__name__)


class Recorder:
    """Keeps outcomes; what is answered while one batch is written makes the next.

    So a lone outcome is written at once, and thousands in a few transactions. Should the process
    die, what was answered and not yet written is found standing, or is sent again where a
    platform can't tell: at most what was taken up together. Should the database fail, outcomes
    stay here and are written before anything more is taken up.

    Args:
        store: Where they are kept.
        written: Told the ids of those that stand in the database.
    """

    def __init__(self, store: Store, written: Callable[[Sequence[UUID]], None]) -> None:
        self._store = store
        self._written = written
        self._outcomes: list[Delivery] = []
        self._put_back: list[Delivery] = []
        self._signs: list[Sign] = []
        self._attempts: dict[UUID, int] = {}
        self._writing: asyncio.Task[None] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._failed = False

    @property
    def is_behind(self) -> bool:
        """Whether the database failed, and what was answered waits to be written again."""
        return self._failed

    def note(self, outcomes: Sequence[Delivery], signs: Sequence[Sign] = ()) -> None:
        """Have outcomes written soon, and with them what they tell of their channel."""
        self._outcomes += outcomes
        self._signs += signs
        self._begin()

    def note_untried(self, deliveries: Sequence[Delivery]) -> None:
        """Have claimed deliveries let go, each to be claimed again when it is due."""
        self._put_back += deliveries
        self._begin()

    def claimed_again(self, deliveries: Sequence[Delivery]) -> None:
        """Know the outcomes of these for the latest, though they are of an attempt before.

        By a clock that jumped ahead, a lease can run out while its message is under way.
        """
        self._attempts |= {each.id: each.attempts for each in deliveries}

    async def write(self) -> None:
        """Write all there is.

        Raises:
            BotError: If the database fails; nothing is forgotten.
        """
        async with self._one_at_a_time:
            while self._outcomes or self._put_back:
                await self._write_batch()

    async def finish(self) -> None:
        """Wait for what is being written, and write the rest."""
        if self._writing is not None:
            await asyncio.wait([self._writing])
        await self.write()

    async def _write_batch(self) -> None:
        outcomes = [self._of_latest_attempt(each) for each in self._outcomes]
        self._outcomes = []
        untried, self._put_back = self._put_back, []
        signs, self._signs = self._signs, []
        try:
            async with self._store.transaction() as tx:
                await tx.deliveries.record(outcomes)
                await tx.deliveries.put_back(untried)
                await note_signs(tx, signs)
        except BaseException:
            self._failed = True
            self._outcomes = outcomes + self._outcomes
            self._put_back = untried + self._put_back
            self._signs = signs + self._signs
            self._written(())  # whoever waits for room is to learn of it
            raise
        self._failed = False
        written = [each.id for each in (*outcomes, *untried)]
        for each in written:
            self._attempts.pop(each, None)
        self._written(written)

    def _of_latest_attempt(self, outcome: Delivery) -> Delivery:
        latest = self._attempts.get(outcome.id)
        return outcome if latest is None else replace(outcome, attempts=latest)

    def _begin(self) -> None:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.ensure_future(self._write_safely())

    async def _write_safely(self) -> None:
        try:
            await self.write()
        except Exception:
            log.exception("outcomes_not_written", extra={"waiting": len(self._outcomes)})
