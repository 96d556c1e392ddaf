"""Writing down how deliveries went, as many at a time as have been answered meanwhile."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from uuid import UUID

from bot.actions.note_trouble import Sign, note_signs
from bot.domain.delivery import Delivery, Shown
from bot.errors import BotError
from bot.ports import Store

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Batch:
    """What is written in one transaction: outcomes, what was not tried, and signs of channels."""

    outcomes: list[Delivery] = field(default_factory=list)
    untried: list[Delivery] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    edited: dict[UUID, Shown] = field(default_factory=dict)

    @property
    def ids(self) -> list[UUID]:
        return [each.id for each in (*self.outcomes, *self.untried)]

    def parts(self) -> "list[_Batch]":
        """Return batches of one each, in the order in which they came."""
        return [
            *(_Batch(outcomes=[each], edited=self.edited) for each in self.outcomes),
            *(_Batch(untried=[each]) for each in self.untried),
            *(_Batch(signs=[each]) for each in self.signs),
        ]


class Recorder:
    """Keeps outcomes; what is answered while one batch is written makes the next.

    So a lone outcome is written at once, and thousands in a few transactions. Should the process
    die, what was answered and not yet written is found standing, or is sent again where a
    platform can't tell: at most what was taken up together. Should the database fail, outcomes
    stay here and are written before anything more is taken up. One that can't be written by a
    defect of ours is set aside: it stays held, so that nothing is posted again for its sake.

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
        self._edited: dict[UUID, Shown] = {}
        self._attempts: dict[UUID, int] = {}
        self._writing: asyncio.Task[None] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._failed = False

    @property
    def is_behind(self) -> bool:
        """Whether the database failed, and what was answered waits to be written again."""
        return self._failed

    def note(
        self,
        outcomes: Sequence[Delivery],
        signs: Sequence[Sign] = (),
        edited: Mapping[UUID, Shown] = MappingProxyType({}),
    ) -> None:
        """Have outcomes written soon, with what they tell of their channel.

        Args:
            outcomes: The deliveries as they stand.
            signs: What they tell of their channel.
            edited: What shared messages show that were edited, by name.
        """
        self._outcomes += outcomes
        self._signs += signs
        self._edited |= edited
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
                await self._keep(self._taken())

    async def finish(self) -> None:
        """Wait for what is being written, and write the rest."""
        if self._writing is not None:
            await asyncio.wait([self._writing])
        await self.write()

    def _taken(self) -> _Batch:
        outcomes = self._outcomes
        if self._attempts:
            outcomes = [self._of_latest_attempt(each) for each in outcomes]
        batch = _Batch(outcomes, self._put_back, self._signs, self._edited)
        self._outcomes, self._put_back, self._signs, self._edited = [], [], [], {}
        return batch

    async def _keep(self, batch: _Batch) -> None:
        try:
            async with self._store.transaction() as tx:
                await tx.deliveries.record(batch.outcomes, batch.edited)
                await tx.deliveries.put_back(batch.untried)
                await note_signs(tx, batch.signs)
        except BaseException as fault:
            if isinstance(fault, Exception) and not isinstance(fault, BotError):
                await self._keep_what_can_be(batch, fault)
                return
            self._failed = True
            self._hold(batch)
            self._written(())  # whoever waits for room is to learn of it
            raise
        self._failed = False
        written = batch.ids
        if self._attempts:
            for each in written:
                self._attempts.pop(each, None)
        self._written(written)

    async def _keep_what_can_be(self, batch: _Batch, fault: Exception) -> None:
        """Write each by itself, and set aside what breaks."""
        parts = batch.parts()
        if len(parts) == 1:
            facts = {"delivery_id": "".join(map(str, batch.ids))}
            log.error("outcome_broke", extra=facts, exc_info=fault)
            return
        while parts:
            try:
                await self._keep(parts.pop(0))
            except BaseException:
                for each in reversed(parts):
                    self._hold(each)
                raise

    def _hold(self, batch: _Batch) -> None:
        """Put back what came before whatever has come since."""
        self._outcomes = batch.outcomes + self._outcomes
        self._put_back = batch.untried + self._put_back
        self._signs = batch.signs + self._signs
        self._edited = batch.edited | self._edited

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
