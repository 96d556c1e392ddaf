"""What wakes Daybook, on a clock that is moved by hand."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from adapters.clock import SteppedClock, SystemClock
from adapters.ticks import AFTER_A_FAULT, IN_OTHER_HANDS, SAFETY_TICK, Ticks

NOON = datetime(2025, 11, 26, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Work:
    """Notes when it was done, and names the moments it is told to."""

    def __init__(self, clock: SteppedClock, *moments: datetime) -> None:
        self._clock = clock
        self._moments = list(moments)
        self.done_at: list[datetime] = []
        self.faults = 0
        self.may_go_on = asyncio.Event()
        self.may_go_on.set()
        self.begun = asyncio.Event()

    async def __call__(self) -> datetime | None:
        self.begun.set()
        await self.may_go_on.wait()
        self.done_at.append(self._clock.now())
        if self.faults:
            self.faults -= 1
            raise RuntimeError("the store is on fire")
        return self._moments.pop(0) if self._moments else None


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock(NOON)


@pytest.fixture
def work(clock: SteppedClock) -> Work:
    return Work(clock)


@pytest.fixture
async def ticks(clock: SteppedClock, work: Work) -> AsyncIterator[Ticks]:
    ticking = Ticks(clock, work)
    yield ticking
    await ticking.stop()


async def test_what_fell_due_while_nobody_looked_is_done_at_the_start(
    ticks: Ticks, clock: SteppedClock, work: Work
) -> None:
    ticks.start()
    await clock.advance(timedelta())
    assert work.done_at == [NOON]


async def test_the_work_is_done_again_at_the_moment_it_named(
    ticks: Ticks, clock: SteppedClock, work: Work
) -> None:
    work._moments = [NOON + HOUR, NOON + 3 * HOUR]
    ticks.start()
    await clock.advance(4 * HOUR)
    assert work.done_at == [NOON, NOON + HOUR, NOON + 3 * HOUR]


async def test_a_change_wakes_at_once(ticks: Ticks, clock: SteppedClock, work: Work) -> None:
    ticks.start()
    await clock.advance(HOUR)
    ticks.wake()
    await clock.advance(timedelta())
    assert work.done_at == [NOON, NOON + HOUR]


async def test_a_change_may_bring_the_next_moment_nearer(
    ticks: Ticks, clock: SteppedClock, work: Work
) -> None:
    work._moments = [NOON + 5 * HOUR, NOON + HOUR]
    ticks.start()
    await clock.advance(timedelta())
    ticks.wake()
    await clock.advance(2 * HOUR)
    assert work.done_at == [NOON, NOON, NOON + HOUR]


async def test_a_change_during_the_work_is_looked_at_after_it(
    ticks: Ticks, clock: SteppedClock, work: Work
) -> None:
    work.may_go_on.clear()
    ticks.start()
    await work.begun.wait()
    ticks.wake()
    work.may_go_on.set()
    await clock.advance(timedelta())
    assert work.done_at == [NOON, NOON]


async def test_after_a_fault_it_is_tried_again_soon(
    ticks: Ticks, clock: SteppedClock, work: Work
) -> None:
    work.faults = 1
    ticks.start()
    await clock.advance(HOUR)
    assert work.done_at == [NOON, NOON + AFTER_A_FAULT]


async def test_stopping_finishes_what_is_in_flight(clock: SteppedClock, work: Work) -> None:
    ticks = Ticks(clock, work)
    work.may_go_on.clear()
    ticks.start()
    await work.begun.wait()
    stopping = asyncio.ensure_future(ticks.stop())
    work.may_go_on.set()
    await stopping
    assert work.done_at == [NOON]


async def test_stopping_breaks_off_what_does_not_end(clock: SteppedClock, work: Work) -> None:
    ticks = Ticks(clock, work)
    work.may_go_on.clear()
    ticks.start()
    await work.begun.wait()
    await ticks.stop(patience=0)
    assert work.done_at == []


async def test_stopping_waits_for_no_moment_to_come_while_something_else_is_in_flight(
    clock: SteppedClock, work: Work
) -> None:
    work._moments = [NOON + HOUR]
    ticks = Ticks(clock, work)
    ticks.start()
    await clock.advance(timedelta())
    work.may_go_on.clear()
    work.begun.clear()
    ticks.wake()
    await work.begun.wait()
    stopping = asyncio.ensure_future(ticks.stop())
    work.may_go_on.set()
    await asyncio.wait_for(stopping, timeout=5)
    assert work.done_at == [NOON, NOON]


async def test_what_changes_after_the_stop_is_left_for_the_next_start() -> None:
    looked = 0

    async def look() -> datetime | None:
        nonlocal looked
        looked += 1
        return None

    ticks = Ticks(SteppedClock(NOON), look)
    ticks.start()
    await ticks.stop()
    before = looked
    ticks.wake()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert looked == before


async def test_the_slow_tick_looks_although_nothing_was_heard(
    ticks: Ticks, clock: SteppedClock, work: Work
) -> None:
    ticks.start()
    await clock.advance(timedelta())
    for job in ticks._scheduler.get_jobs():
        job.modify(next_run_time=SystemClock().now())  # the scheduler's own clock is the machine's
    work.begun.clear()
    await asyncio.wait_for(work.begun.wait(), timeout=5)
    await clock.advance(timedelta())
    assert len(work.done_at) == 2


async def test_what_is_in_other_hands_is_looked_for_now_and_then(
    ticks: Ticks, clock: SteppedClock, work: Work
) -> None:
    work._moments = [NOON] * 100  # due, and held by another all the time
    ticks.start()
    await clock.advance(5 * IN_OTHER_HANDS)
    assert 5 <= len(work.done_at) <= 7


async def test_what_falls_due_during_the_work_is_done_at_once(
    ticks: Ticks, clock: SteppedClock, work: Work
) -> None:
    work._moments = [NOON, NOON - HOUR, NOON - 2 * HOUR]
    ticks.start()
    for _ in range(50):
        await asyncio.sleep(0)
    assert work.done_at == [NOON] * 4


@pytest.mark.parametrize("jump", [-HOUR, HOUR])
async def test_the_slow_tick_goes_on_when_the_machines_clock_jumps(
    ticks: Ticks, clock: SteppedClock, work: Work, jump: timedelta
) -> None:
    ticks.start()
    await clock.advance(timedelta())
    (job,) = ticks._scheduler.get_jobs()
    job.modify(next_run_time=job.next_run_time - jump)  # as it then stands to the clock
    work.begun.clear()
    if jump < timedelta():
        (job,) = ticks._scheduler.get_jobs()
        assert job.next_run_time <= SystemClock().now() + SAFETY_TICK
    else:
        await asyncio.wait_for(work.begun.wait(), timeout=5)
