"""Workers killed at every step of a burst: nothing is lost, and nothing stands twice."""

import random
import signal
from dataclasses import replace
from datetime import timedelta

import pytest

from adapters.clock import stopwatch
from bot.actions.send_deliveries import MOST_HELD
from tests.faults.bursts import CHANNELS, Bursts, settled, slack_key
from tests.faults.conftest import FEWER, MESSAGES, ROUNDS, Templates
from tests.faults.doom import Step
from tests.faults.figures import Figures
from tests.faults.processes import Worker
from tests.faults.walls import Assassin, DiscordWall, SlackWall, Wall, told
from tests.faults.worker import Hours, Orders

LEASE_OVER = 150.0  # seconds: longer than a lease, and shorter than Discord remembers a nonce
LAST_WORKERS = 5
KINDS = ["sqlite", "postgresql"]
CHANCE = random.Random(7)


class Round:
    """One burst, and the workers that are killed in it."""

    def __init__(self, wall: Wall, url: str, figures: Figures, together: int = 1) -> None:
        wall.clear()
        wall.hours = Hours()
        self._wall = wall
        self._orders = Orders(url, wall.platform, wall.api, wall.hours, together)
        self._figures = figures
        self._unrecorded_before = 0
        figures.rounds += 1
        figures.messages += MESSAGES

    async def kill(self, step: Step) -> None:
        """Let a worker send until it is killed at a step; then let its leases run out."""
        worker = Worker(self._order(step)).start()
        if step is Step.UNANSWERED:
            standing = len(self._wall.bodies())
            self._wall.assassin = Assassin(worker, standing + self._share(0.3))
        status = await worker.ends()
        assert status in {-9, 0}  # it was killed, or had nothing left to be killed at
        self._figures.kills += status == -9
        self._count_in_flight()
        self._pass(LEASE_OVER)

    async def finish(self) -> None:
        """Let last workers send what is left; hold what stands against what was due.

        There may be several: what failed, or shares a message, may have to wait a little.
        """
        self._count_in_flight()
        for _ in range(LAST_WORKERS):
            assert await Worker(self._orders).start().ends() == 0
            if settled(self._orders.database) == MESSAGES:
                break
            self._pass(LEASE_OVER)
        standing = told(self._wall)
        self._figures.lost += MESSAGES - len(standing)
        self._figures.doubled += standing.total() - len(standing)
        assert settled(self._orders.database) == MESSAGES

    def _order(self, step: Step) -> Orders:
        spared = {
            Step.BEFORE_CLAIM: CHANCE.randrange(2) if MESSAGES > 1_000 else 0,
            Step.ANSWERED: self._share(0.3),
            Step.WHILE_RECORDING: CHANCE.randrange(2),
        }
        return replace(self._orders, dies_at=step, spared=spared.get(step, 0))

    def _count_in_flight(self) -> None:
        """Count what stands and is not written down; what a dead worker sent may come late."""
        unrecorded = self._unrecorded()
        self._figures.in_flight += max(0, unrecorded - self._unrecorded_before)
        self._unrecorded_before = unrecorded

    def _unrecorded(self) -> int:
        """Return how many notices stand more often than they are written down."""
        return told(self._wall).total() - settled(self._orders.database)

    def _share(self, part: float) -> int:
        return CHANCE.randrange(1, max(2, int(MESSAGES * part / self._orders.together)))

    def _pass(self, seconds: float) -> None:
        hours = self._orders.hours
        self._wall.hours = replace(hours, ahead=hours.ahead + seconds)
        self._orders = replace(self._orders, hours=self._wall.hours)


def deaths() -> list[Step]:
    """Return every step, those that leave something standing before those that leave leases."""
    late = [Step.UNANSWERED, Step.ANSWERED, Step.WHILE_RECORDING]
    CHANCE.shuffle(late)
    return [Step.BEFORE_CLAIM, Step.WHILE_CLAIMING, late[0], Step.AFTER_CLAIM, *late[1:]]


async def rounds(
    what: str,
    bursts: Bursts,
    wall: Wall,
    figures: list[Figures],
    *,
    number: int = ROUNDS,
    together: int = 1,
) -> Figures:
    """Let bursts be posted by workers that are killed at every step; return what was seen."""
    seen = Figures(what, bursts.kind, wall.platform)
    figures.append(seen)
    begun = stopwatch()
    for _ in range(number):
        burst = Round(wall, bursts.another(), seen, together)
        for step in deaths():
            await burst.kill(step)
        await burst.finish()
    seen.seconds = stopwatch() - begun
    assert seen.kills > 5 * number - 2
    return seen


@pytest.mark.parametrize("kind", KINDS)
async def test_a_worker_killed_at_every_step_loses_and_repeats_nothing(
    kind: str, wall: Wall, templates: Templates, figures: list[Figures]
) -> None:
    bursts = templates.of(kind, wall.platform)
    seen = await rounds("killed at every step", bursts, wall, figures)
    assert (seen.lost, seen.doubled) == (0, 0)


async def test_messages_that_several_notices_share_are_neither_lost_nor_repeated(
    wall: Wall, templates: Templates, figures: list[Figures]
) -> None:
    bursts = templates.of("sqlite", wall.platform)
    seen = await rounds("the same, 5 in a message", bursts, wall, figures, number=FEWER, together=5)
    assert (seen.lost, seen.doubled) == (0, 0)


async def test_what_discord_knows_by_no_nonce_any_more_is_found(
    templates: Templates, figures: list[Figures]
) -> None:
    async with DiscordWall() as wall:
        wall.nonces_last = timedelta()
        bursts = templates.of("sqlite", wall.platform)
        seen = await rounds("nonces forgotten", bursts, wall, figures, number=FEWER)
    assert (seen.lost, seen.doubled) == (0, 0)


async def test_where_no_history_can_be_read_at_most_what_was_in_flight_is_repeated(
    templates: Templates, figures: list[Figures]
) -> None:
    async with SlackWall() as wall:
        wall.unjoined = {slack_key(number) for number in range(CHANNELS)}
        bursts = templates.of("sqlite", wall.platform)
        seen = await rounds("no history to read", bursts, wall, figures, number=FEWER)
    assert seen.lost == 0
    assert 0 < seen.doubled <= seen.in_flight
    assert seen.in_flight <= seen.kills * MOST_HELD


@pytest.mark.parametrize("kind", KINDS)
async def test_a_worker_told_to_stop_leaves_nothing_held(kind: str, templates: Templates) -> None:
    async with SlackWall() as wall:
        url = templates.of(kind, wall.platform).another()
        orders = Orders(url, wall.platform, wall.api, wall.hours)
        worker = Worker(orders).start()
        wall.assassin = Assassin(worker, MESSAGES // 4, signal.SIGTERM)
        assert await worker.ends() == 0
        assert MESSAGES // 4 <= len(wall.posted) < MESSAGES
        assert await Worker(orders).start().ends() == 0  # no lease has run out meanwhile
        assert told(wall).total() == len(told(wall)) == MESSAGES
