"""What wakes Daybook: the next due moment, a change, and a slow tick in case both were missed."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.clock import RunningClock, SystemClock

SAFETY_TICK = timedelta(seconds=30)
AFTER_A_FAULT = timedelta(seconds=5)
IN_OTHER_HANDS = timedelta(milliseconds=200)
"""How long to leave alone what is due and could not be taken: another worker is at it."""

log = structlog.get_logger()

Work = Callable[[], Awaitable[datetime | None]]
"""Does what is due, and returns when to look again; None where nothing is planned."""


class _Scheduler(AsyncIOScheduler):  # type: ignore[misc]  # the library bears no types
    """Goes on ticking though the machine's clock is set back.

    The library waits for the next moment by that clock: after an hour back, for an hour.
    """

    def wakeup(self) -> None:
        """Do what is due, having brought near what lies farther ahead than it ever can."""
        for job in self.get_jobs():
            planned = getattr(job, "next_run_time", None)  # none before the start
            if planned is not None and planned > SystemClock().now() + 2 * SAFETY_TICK:
                job.reschedule("interval", seconds=SAFETY_TICK.total_seconds())
        super().wakeup()


class Ticks:
    """Does the work when it is due, and at once when something has changed.

    It sleeps until the moment the work itself named. APScheduler ticks slowly beside it: what
    another process planned unheard, or a clock that was set, is found at the next tick.

    Attributes:
        started_at: When there was this clockwork first, aware.
        worked_at: When the work last went through, aware; None before that.
    """

    def __init__(self, clock: RunningClock, work: Work) -> None:
        self._clock = clock
        self._work = work
        self._working = asyncio.Lock()
        self._changed = False
        self._stopped = False
        self._alarm: asyncio.Task[None] | None = None
        self._named: datetime | None = None
        self._turns: set[asyncio.Task[None]] = set()
        self.started_at = clock.now()
        self.worked_at: datetime | None = None
        self._scheduler = _Scheduler(timezone="UTC")

    def start(self) -> None:
        """Begin, with a look at what fell due while nobody looked."""
        self._scheduler.add_job(
            self._tick,
            "interval",
            seconds=SAFETY_TICK.total_seconds(),
            misfire_grace_time=None,  # however late: the machine may have slept
            coalesce=True,
        )
        self._scheduler.start()
        self.wake()

    async def stop(self, patience: float = 10.0) -> None:
        """Take up nothing more, and finish what is in flight.

        Args:
            patience: Seconds after which work that does not end is broken off; its leases run
                out by themselves.
        """
        self._scheduler.shutdown(wait=False)
        self._stopped, self._changed = True, False
        if self._alarm is not None and not self._working.locked():
            self._alarm.cancel()
        pending = {task for task in (*self._turns, self._alarm) if task and not task.done()}
        if pending:
            await asyncio.wait(pending, timeout=patience)
        for task in pending:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _tick(self) -> None:
        """Wake: APScheduler calls in our loop what is async, and in another thread what is not."""
        self.wake()

    def wake(self) -> None:
        """Look now; called during the work, look once more after it; once stopped, not at all."""
        if self._stopped:
            return
        self._changed = True
        if not self._working.locked():
            turn = asyncio.ensure_future(self._turn())
            self._turns.add(turn)
            turn.add_done_callback(self._turns.discard)
            self._clock.stand_still_for(turn)

    async def _turn(self) -> None:
        """Work until nothing has changed meanwhile, then sleep until the next moment."""
        async with self._working:
            while self._changed:
                self._changed = False
                moment = await self._work_safely()
                self._sleep_until(moment)

    async def _work_safely(self) -> datetime | None:
        try:
            moment = await self._work()
        except Exception:
            log.exception("due_work_failed")
            return self._clock.now() + AFTER_A_FAULT
        self.worked_at = self._clock.now()
        return moment

    def _sleep_until(self, moment: datetime | None) -> None:
        if self._alarm is not None and self._alarm is not asyncio.current_task():
            self._alarm.cancel()
        if self._stopped:
            return
        moment = self._patiently(moment)
        self._alarm = asyncio.ensure_future(self._ring_at(moment)) if moment else None

    def _patiently(self, moment: datetime | None) -> datetime | None:
        """Return when to look again: not at once for what was due at the last look already."""
        before, self._named = self._named, moment
        now = self._clock.now()
        in_vain = moment is not None and moment == before and moment <= now
        return now + IN_OTHER_HANDS if in_vain else moment

    async def _ring_at(self, moment: datetime) -> None:
        await self._clock.sleep_until(moment)
        self._changed = True
        await self._turn()
