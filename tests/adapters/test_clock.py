import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from adapters.clock import MovableClock, SimulatedClock, SteppedClock, SystemClock
from bot.ports import Clock

NOON = datetime(2025, 11, 26, 12, tzinfo=ZoneInfo("Europe/Oslo"))
HOUR = timedelta(hours=1)


class HandTurned:
    """Real seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


async def laid_down(task: "asyncio.Task[None]") -> None:
    """Let a task run until it sleeps."""
    for _ in range(3):
        await asyncio.sleep(0)
    assert not task.done()


def test_every_clock_shows_utc() -> None:
    clocks: list[Clock] = [SystemClock(), SteppedClock(NOON), SimulatedClock(NOON)]
    assert {clock.now().tzinfo for clock in clocks} == {UTC}


async def test_the_real_clock_does_not_wait_for_what_has_passed() -> None:
    clock = SystemClock()
    await clock.sleep_until(clock.now() - HOUR)
    assert clock.real_delay_until(clock.now() - HOUR) == 0


def test_a_stepped_clock_stands_still_until_it_is_told() -> None:
    clock = SteppedClock(NOON)
    assert clock.now() == NOON
    assert clock.real_delay_until(NOON + HOUR) == float("inf")
    clock.set(NOON + HOUR)
    assert clock.now() == NOON + HOUR
    assert clock.real_delay_until(NOON + HOUR) == 0


async def test_sleepers_wake_in_order_of_time_each_at_its_own_moment() -> None:
    clock = SteppedClock(NOON)
    woken: list[tuple[str, datetime]] = []

    async def sleep(name: str, hours: int) -> None:
        await clock.sleep_until(NOON + hours * HOUR)
        woken.append((name, clock.now()))

    async with asyncio.TaskGroup() as group:
        late = group.create_task(sleep("late", 3))
        group.create_task(sleep("early", 1))
        await laid_down(late)
        await clock.advance(5 * HOUR)

    assert woken == [("early", NOON + HOUR), ("late", NOON + 3 * HOUR)]
    assert clock.now() == NOON + 5 * HOUR


async def test_time_waits_for_the_work_of_one_who_woke() -> None:
    clock = SteppedClock(NOON)
    worked: list[datetime] = []

    async def tick() -> None:
        for hour in (1, 2, 3):
            await clock.sleep_until(NOON + hour * HOUR)
            for _ in range(10):
                await asyncio.sleep(0)  # as a database would take a while
            worked.append(clock.now())

    ticking = asyncio.create_task(tick())
    await laid_down(ticking)
    await clock.advance(3 * HOUR)

    assert worked == [NOON + HOUR, NOON + 2 * HOUR, NOON + 3 * HOUR]


async def test_time_stands_still_for_work_that_decides_when_to_wake() -> None:
    clock = SteppedClock(NOON)
    planned = asyncio.Event()
    woken: list[datetime] = []

    async def sleep() -> None:
        await clock.sleep_until(NOON + HOUR)
        woken.append(clock.now())

    async def plan() -> None:
        await planned.wait()
        sleepers.append(asyncio.ensure_future(sleep()))

    sleepers: list[asyncio.Future[None]] = []
    clock.stand_still_for(asyncio.create_task(plan()))
    moving = asyncio.create_task(clock.advance(2 * HOUR))
    await laid_down(moving)
    planned.set()
    await moving

    assert woken == [NOON + HOUR]


async def test_a_clock_that_is_set_wakes_everyone_at_the_moment_it_shows() -> None:
    clock = SteppedClock(NOON)
    seen: list[datetime] = []

    async def sleep() -> None:
        await clock.sleep_until(NOON + HOUR)
        seen.append(clock.now())

    sleeping = asyncio.create_task(sleep())
    await laid_down(sleeping)
    clock.set(NOON + 2 * HOUR)
    await sleeping

    assert seen == [NOON + 2 * HOUR]


async def test_a_sleeper_that_was_called_off_holds_no_one_up() -> None:
    clock = SteppedClock(NOON)
    sleeping = asyncio.create_task(clock.sleep_until(NOON + HOUR))
    await laid_down(sleeping)
    sleeping.cancel()
    await asyncio.wait([sleeping])

    await clock.advance(2 * HOUR)

    assert clock.now() == NOON + 2 * HOUR


async def test_no_made_up_clock_runs_backwards() -> None:
    clock = SteppedClock(NOON)
    with pytest.raises(ValueError, match="backwards"):
        clock.set(NOON - HOUR)
    with pytest.raises(ValueError, match="backwards"):
        await clock.advance(-HOUR)
    with pytest.raises(ValueError, match="backwards"):
        await SimulatedClock(NOON).advance(-HOUR)


def test_a_simulated_clock_runs_at_its_speed() -> None:
    real = HandTurned()
    clock = SimulatedClock(NOON, 3600, monotonic=real)
    real.seconds += 2
    assert clock.now() == NOON + 2 * HOUR
    assert clock.real_delay_until(NOON + 5 * HOUR) == pytest.approx(3)
    assert clock.real_delay_until(NOON) == 0


@pytest.mark.parametrize("speed", [0, -1, float("nan"), float("inf")])
def test_a_simulated_clock_must_run_forwards(speed: float) -> None:
    with pytest.raises(ValueError, match="forwards"):
        SimulatedClock(NOON, speed)


async def test_one_who_sleeps_by_a_fast_clock_soon_wakes() -> None:
    clock = SimulatedClock(NOON, 1e9)
    await clock.sleep_until(NOON + 24 * HOUR)
    assert clock.now() >= NOON + 24 * HOUR


async def test_moving_a_simulated_clock_wakes_who_sleeps_by_it() -> None:
    clock = SimulatedClock(NOON, 1, monotonic=HandTurned())
    seen: list[datetime] = []

    async def sleep() -> None:
        await clock.sleep_until(NOON + HOUR)
        seen.append(clock.now())

    sleeping = asyncio.create_task(sleep())
    await laid_down(sleeping)
    await clock.advance(2 * HOUR)

    assert seen == [NOON + HOUR]
    assert clock.now() == NOON + 2 * HOUR


def test_only_made_up_clocks_can_be_moved() -> None:
    assert isinstance(SteppedClock(NOON), MovableClock)
    assert isinstance(SimulatedClock(NOON), MovableClock)
    assert not isinstance(SystemClock(), MovableClock)
