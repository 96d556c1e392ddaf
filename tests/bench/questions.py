"""What is asked of a full database, one question after the other: how long each takes, in ms."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from statistics import median, quantiles

from adapters.clock import SystemClock, stopwatch
from adapters.database.store import DatabaseStore
from bot.actions.meet import Defaults
from bot.commands.desk import Desk
from bot.domain.language import Language
from bot.domain.newsroom import Asker, Platform
from config.reminders import read_policy
from tests.bench.seeding import FAR_AHEAD, Seed, Size
from tests.builders import OSLO
from tests.fakes.articles import FakeArticles
from tests.fakes.feeds import FakeFeedSource

CLAIMED = 500
CLAIMS = 8
FOLLOW_UPS = 200


async def status(url: str, newsrooms: int, stories: int, asked: int) -> dict[str, float]:
    """Return how long ``/story status`` takes, over the whole road but for the platform."""
    store = await DatabaseStore.open(url)
    desk = _desk(store)
    times = []
    for number in range(asked):
        story = number * 7_919 % stories
        times.append(await _time(_typed(desk, story % newsrooms, f"status sak-{story}")))
    await store.close()
    cuts = quantiles(times[10:], n=100)
    return {"p50_ms": cuts[49], "p99_ms": cuts[98]}


async def replanning(url: str, due: datetime) -> float:
    """Return how long it takes to plan one story's 200 follow-ups anew, by one command."""
    seed, size = Seed(url), Size(1, 1, 1, FOLLOW_UPS)
    seed.newsrooms(size, due)
    seed.reminders(size, due)
    seed.settle()
    store = await DatabaseStore.open(url)
    desk = _desk(store)
    wishes = [f"subscribe sak-0 lead {days}d" for days in (3, 5, 4, 6)]
    times = [await _time(_typed(desk, 0, wish)) for wish in wishes]
    await store.close()
    return median(times)


async def claims(url: str, pending: int, due: datetime) -> float:
    """Return the microseconds that a claim takes for each of 500, with so many pending.

    Args:
        url: Of a database in which as many follow-ups stand.
        pending: How many deliveries are queued far ahead, besides those that are claimed.
        due: When these were due.
    """
    seed = Seed(url)
    seed.deliveries(Size(follow_ups=pending), due + FAR_AHEAD)
    seed.deliveries(Size(follow_ups=CLAIMED * CLAIMS), due, first_id=pending)
    seed.settle()
    store = await DatabaseStore.open(url)
    times = [await _time(lambda: _claim(store)) for _ in range(CLAIMS)]
    await store.close()
    return 1000 * median(times) / CLAIMED


async def _claim(store: DatabaseStore) -> None:
    async with store.transaction() as tx:
        claimed = await tx.deliveries.claim(SystemClock().now(), timedelta(minutes=2), CLAIMED)
        await tx.deliveries.take(claimed, {})
    if len(claimed) != CLAIMED:
        raise RuntimeError(f"{len(claimed)} of {CLAIMED} were claimed")


async def _time(work: Callable[[], Awaitable[None]]) -> float:
    begun = stopwatch()
    await work()
    return 1000 * (stopwatch() - begun)


def _desk(store: DatabaseStore) -> Desk:
    defaults = Defaults(OSLO, "NO", Language.NB)
    return Desk(store, SystemClock(), read_policy(), defaults, FakeArticles(), FakeFeedSource())


def _typed(desk: Desk, room: int, text: str) -> Callable[[], Awaitable[None]]:
    asker = Asker(Platform.SLACK, f"T{room}", "Slack", f"C{room}", "kanal", "U1", "Kari")

    async def typed() -> None:
        answer = await desk.type(asker, text)
        if answer.refused:
            raise RuntimeError(answer.text)

    return typed
