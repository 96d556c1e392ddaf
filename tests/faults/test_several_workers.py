"""Two workers on one PostgreSQL, one of them killed again and again: they take over unbidden."""

import signal
import time

import pytest

from adapters.clock import stopwatch
from tests.faults.bursts import WORKSPACES, settled
from tests.faults.conftest import MESSAGES as BURST
from tests.faults.conftest import SOAK, Templates
from tests.faults.figures import Figures
from tests.faults.processes import Worker, until
from tests.faults.walls import Assassin, Wall, told
from tests.faults.worker import AT_ONCE, Hours, Orders

MESSAGES, DEATHS = (10_000, 8) if SOAK else (300, 2)
SPEED = 10.0 if SOAK else 40.0
"""Of the clock that all go by: a lease of two minutes runs out in so much less."""


@pytest.mark.parametrize("together", [1, 5])
async def test_two_workers_of_which_one_is_always_killed_lose_and_repeat_nothing(
    wall: Wall, templates: Templates, figures: list[Figures], together: int
) -> None:
    what = f"two workers, one killed, {together} in a message"
    seen = Figures(what, "postgresql", wall.platform, 1, MESSAGES)
    figures.append(seen)
    begun = stopwatch()
    url = templates.of("postgresql", wall.platform, MESSAGES).another()
    wall.hours = Hours(speed=SPEED, since=time.time())
    orders = Orders(url, wall.platform, wall.api, wall.hours, together, stays=True)
    lasting, victim = Worker(orders).start(), Worker(orders).start()
    for death in range(1, DEATHS + 1):
        wall.assassin = Assassin(victim, MESSAGES // together * death // (DEATHS + 1))
        seen.kills += await victim.ends() == -9
        seen.in_flight += max(0, told(wall).total() - settled(url))
        lasting, victim = Worker(orders).start(), lasting
    await until(lambda: settled(url) == MESSAGES)
    assert [await worker.stops() for worker in (lasting, victim)] == [0, 0]
    seen.seconds = stopwatch() - begun
    standing = told(wall)
    seen.lost, seen.doubled = MESSAGES - len(standing), standing.total() - len(standing)
    assert (seen.kills, seen.lost, seen.doubled) == (DEATHS, 0, 0)


async def test_a_worker_paused_for_longer_than_its_lease_repeats_what_was_on_its_way_at_most(
    wall: Wall, templates: Templates
) -> None:
    """Nothing can call back what leaves the machine when the worker wakes."""
    url = templates.of("postgresql", wall.platform).another()
    wall.hours = Hours(speed=SPEED, since=time.time())
    orders = Orders(url, wall.platform, wall.api, wall.hours, stays=True)
    paused = Worker(orders).start()
    wall.assassin = Assassin(paused, BURST // 4, signal.SIGSTOP)
    await until(lambda: len(wall.bodies()) >= BURST // 4)
    other = Worker(orders).start()
    await until(lambda: settled(url) == BURST)
    paused.strike(signal.SIGCONT)
    assert [await worker.stops() for worker in (paused, other)] == [0, 0]
    standing = told(wall)
    assert len(standing) == BURST
    assert standing.total() - BURST <= AT_ONCE * WORKSPACES
