"""Steps of sending at which a worker is struck dead, by its own hand: nothing is put away."""

import os
import signal
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from bot.domain.delivery import Delivery, Destination, MessageRef, Shown
from bot.domain.message import Message
from bot.ports import Messenger, Store, Transaction


class Step(StrEnum):
    """Where death comes."""

    BEFORE_CLAIM = "before the claim"
    WHILE_CLAIMING = "before the claim is committed"
    AFTER_CLAIM = "after the claim"
    UNANSWERED = "after the platform got it"  # the platform strikes, before it answers
    ANSWERED = "after the answer"
    WHILE_RECORDING = "before the record is committed"
    AFTER_RECORD = "after the record"


class Doom:
    """Kills this process when a step has been passed so many times.

    Args:
        step: Where; nowhere if None.
        spared: How many times it is passed before.
    """

    def __init__(self, step: Step | None, spared: int = 0) -> None:
        self._step = step
        self._spared = spared

    def passes(self, step: Step) -> None:
        if step is not self._step:
            return
        if self._spared == 0:
            self.strike()
        self._spared -= 1

    def strike(self) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


class DoomedStore:
    """A store whose process may die while it claims or records."""

    def __init__(self, store: Store, doom: Doom) -> None:
        self._store = store
        self._doom = doom

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self._store.transaction() as tx:
            doomed: Any = DoomedDeliveries(tx.deliveries, self._doom)
            tx.deliveries = doomed
            yield tx
        if doomed.claimed:
            self._doom.passes(Step.AFTER_CLAIM)
        if doomed.recorded:
            self._doom.passes(Step.AFTER_RECORD)

    def view(self) -> AbstractAsyncContextManager[Transaction]:
        return self._store.view()


class DoomedDeliveries:
    """Passes everything on, unless death comes first."""

    def __init__(self, deliveries: Any, doom: Doom) -> None:  # noqa: ANN401  passed on whole
        self._deliveries = deliveries
        self._doom = doom
        self.claimed = False
        self.recorded = False

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever there is
        return getattr(self._deliveries, name)

    async def claim(self, now: datetime, lease: timedelta, limit: int) -> Sequence[Delivery]:
        self._doom.passes(Step.BEFORE_CLAIM)
        claimed: Sequence[Delivery] = await self._deliveries.claim(now, lease, limit)
        return claimed

    async def take(self, claimed: Sequence[Delivery], shared: Mapping[UUID, UUID]) -> None:
        await self._deliveries.take(claimed, shared)
        self.claimed = bool(claimed)
        if claimed:
            self._doom.passes(Step.WHILE_CLAIMING)

    async def record(
        self, deliveries: Sequence[Delivery], edited: Mapping[UUID, Shown] | None = None
    ) -> None:
        await self._deliveries.record(deliveries, edited)
        self.recorded = bool(deliveries)
        if deliveries:
            self._doom.passes(Step.WHILE_RECORDING)


class DoomedMessenger:
    """A messenger whose process may die when it has been answered."""

    def __init__(self, messenger: Messenger, doom: Doom) -> None:
        self._messenger = messenger
        self._doom = doom

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        ref = await self._messenger.send(to, message, nonce)
        self._doom.passes(Step.ANSWERED)
        return ref

    async def edit(self, ref: MessageRef, message: Message) -> None:
        await self._messenger.edit(ref, message)

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:
        return await self._messenger.find(to, nonce, since)
