"""The one place that asks the time: the real clock, and two that are made up."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol, runtime_checkable

LONGEST_NAP = 60.0  # seconds; then look again, for the machine may have slept or been set


class RunningClock(Protocol):
    """A clock that one can wait by; every ``bot.ports.Clock`` here is one."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...

    async def sleep_until(self, moment: datetime) -> None:
        """Return when this clock shows the aware ``moment`` or later; at once if it has passed."""
        ...

    def real_delay_until(self, moment: datetime) -> float:
        """Return the seconds of real time until this clock shows ``moment``.

        0 if it has passed; infinity where the clock moves only when it is told to.
        """
        ...

    def stand_still_for(self, work: "asyncio.Task[None]") -> None:
        """Let a simulated clock not be moved on before this work is done; real time can't wait."""
        ...


@runtime_checkable
class MovableClock(RunningClock, Protocol):
    """A simulated clock, which can be moved forward."""

    async def advance(self, by: timedelta) -> None:
        """Let this much time pass now, waking each sleeper at its moment, in order of time.

        A sleeper's work is done before time moves on: until it sleeps again, or ends.

        Raises:
            ValueError: If ``by`` is negative: time here never runs backwards.
        """
        ...


def stopwatch() -> float:
    """Return seconds since an arbitrary start, for measuring how long something takes."""
    return time.perf_counter()


class SystemClock:
    """The real time."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        return datetime.now(UTC)

    async def sleep_until(self, moment: datetime) -> None:
        """Return when the time has come, also if the machine's clock is set meanwhile."""
        while (delay := self.real_delay_until(moment)) > 0:  # noqa: ASYNC110  time sends no event
            await asyncio.sleep(min(delay, LONGEST_NAP))

    def real_delay_until(self, moment: datetime) -> float:
        """Return the seconds until the aware ``moment``; 0 if it has passed."""
        return max(0.0, (moment - self.now()).total_seconds())

    def stand_still_for(self, work: "asyncio.Task[None]") -> None:
        """Do nothing: real time passes while one works."""


class SteppedClock:
    """A clock that stands still until it is told: for tests, and for playing days in seconds."""

    def __init__(self, start: datetime) -> None:
        """Begin at ``start``, an aware time in any zone."""
        self._now = start.astimezone(UTC)
        self._sleepers = _Sleepers()

    def now(self) -> datetime:
        """Return the moment last told, aware, in UTC."""
        return self._now

    def real_delay_until(self, moment: datetime) -> float:
        """Return 0 if the moment has passed, else infinity: real time moves nothing here."""
        return 0.0 if moment <= self._now else float("inf")

    async def sleep_until(self, moment: datetime) -> None:
        """Return when the clock has been moved to the aware ``moment`` or past it."""
        if moment > self._now:
            await self._sleepers.sleep(moment)

    def stand_still_for(self, work: "asyncio.Task[None]") -> None:
        """Let ``advance`` begin, and go on, only when this work is done."""
        self._sleepers.wait_for(work)

    def set(self, moment: datetime) -> None:
        """Show this aware moment at once; whoever should have woken wakes, all seeing it.

        Raises:
            ValueError: If it lies in the past: time here never runs backwards.
        """
        _require_forward(moment - self._now)
        self._now = moment.astimezone(UTC)
        self._sleepers.wake_all(self._now)

    async def advance(self, by: timedelta) -> None:
        """Let this much time pass, stopping at each sleeper's moment until its work is done.

        Work that waits for the caller of ``advance`` would wait for ever: leave that to a task
        of its own, or use ``set``.

        Raises:
            ValueError: If ``by`` is negative.
        """
        _require_forward(by)
        target = self._now + by
        while (moment := await self._sleepers.next_moment(target)) is not None:
            self._now = max(self._now, moment)
            await self._sleepers.wake_next()
        self._now = max(self._now, target)


class SimulatedClock:
    """A clock that starts where one likes and runs ``speed`` times as fast as real time."""

    def __init__(
        self, start: datetime, speed: float = 1.0, *, monotonic: Callable[[], float] | None = None
    ) -> None:
        """Begin at ``start``, an aware time in any zone.

        Args:
            start: What it shows first.
            speed: Simulated seconds in a real one; 3600 lets an hour pass each second.
            monotonic: Where real seconds come from, for tests.

        Raises:
            ValueError: If time would stand still or run backwards.
        """
        if not 0 < speed < float("inf"):
            raise ValueError("a simulated clock must run forwards")
        self._monotonic = monotonic or time.monotonic
        self._start = start.astimezone(UTC)
        self._speed = speed
        self._began = self._monotonic()
        self._sleepers = _Sleepers()

    def now(self) -> datetime:
        """Return the simulated moment, aware, in UTC."""
        return self._start + timedelta(seconds=(self._monotonic() - self._began) * self._speed)

    def real_delay_until(self, moment: datetime) -> float:
        """Return the real seconds until the clock shows the aware ``moment``; 0 if passed."""
        return max(0.0, (moment - self.now()).total_seconds() / self._speed)

    async def sleep_until(self, moment: datetime) -> None:
        """Return when the clock shows the aware ``moment``, by running or by being moved."""
        while (delay := self.real_delay_until(moment)) > 0:
            await self._sleepers.sleep(moment, at_most=min(delay, LONGEST_NAP))

    def stand_still_for(self, work: "asyncio.Task[None]") -> None:
        """Let ``advance`` begin, and go on, only when this work is done."""
        self._sleepers.wait_for(work)

    async def advance(self, by: timedelta) -> None:
        """Let this much time pass now, stopping at each sleeper's moment until its work is done.

        Raises:
            ValueError: If ``by`` is negative.
        """
        _require_forward(by)
        target = self.now() + by
        while (moment := await self._sleepers.next_moment(target)) is not None:
            self._move_to(moment)
            await self._sleepers.wake_next()
        self._move_to(target)

    def _move_to(self, moment: datetime) -> None:
        self._start += max(timedelta(), moment - self.now())


def _require_forward(by: timedelta) -> None:
    if by < timedelta():
        raise ValueError("time never runs backwards")


@dataclass(slots=True, eq=False)
class _Sleeper:
    moment: datetime
    task: "asyncio.Task[object] | None"
    alarm: asyncio.Event = field(default_factory=asyncio.Event)


class _Sleepers:
    """Who waits for which moment, in the order in which they lay down."""

    def __init__(self) -> None:
        self._asleep: list[_Sleeper] = []
        self._work: set[asyncio.Task[None]] = set()
        self._rest: dict[object, asyncio.Event] = {}  # set when a woken task has done its work

    async def sleep(self, moment: datetime, at_most: float | None = None) -> None:
        """Return when woken, or after ``at_most`` real seconds."""
        task = asyncio.current_task()
        if task in self._rest:
            self._rest[task].set()
        sleeper = _Sleeper(moment, task)
        self._asleep.append(sleeper)
        try:
            async with asyncio.timeout(at_most):
                await sleeper.alarm.wait()
        except TimeoutError:
            pass  # the real time has run: the one who sleeps looks at the clock
        finally:
            self._asleep.remove(sleeper)

    def wait_for(self, work: "asyncio.Task[None]") -> None:
        """Give no next moment before this work is done."""
        self._work.add(work)
        work.add_done_callback(self._work.discard)

    async def next_moment(self, latest: datetime) -> datetime | None:
        """Return the earliest moment someone waits for, not after ``latest``, or None."""
        while self._work:
            await asyncio.wait(self._work)
        moments = [each.moment for each in self._asleep if not each.alarm.is_set()]
        return min((moment for moment in moments if moment <= latest), default=None)

    def wake_all(self, now: datetime) -> None:
        """Wake everyone whose moment has come."""
        for sleeper in sorted(self._asleep, key=lambda each: each.moment):
            if sleeper.moment <= now:
                sleeper.alarm.set()

    async def wake_next(self) -> None:
        """Wake the one with the earliest moment; return when its task sleeps again or ends."""
        asleep = [each for each in self._asleep if not each.alarm.is_set()]
        sleeper = min(asleep, key=lambda each: each.moment)
        rested = self._rest[sleeper.task] = asyncio.Event()
        if sleeper.task is not None:
            sleeper.task.add_done_callback(lambda _: rested.set())
        sleeper.alarm.set()
        await rested.wait()
        del self._rest[sleeper.task]
