"""Health and figures, over a real socket."""

from collections.abc import AsyncIterator
from dataclasses import replace

import aiohttp
import pytest

from adapters.web.health import STALE, Health
from adapters.web.server import AddressTaken, serving
from bot.domain.channel_queue import Backlog
from config.settings import WebAddress
from tests.builders import HOUR, NOON

WELL = Health(NOON, Backlog(3, 1, 2, NOON - HOUR), 4.0, {"slack": True})
ANY_PORT = WebAddress("127.0.0.1", 0)


class Served:
    """What is served, and how to ask for it."""

    def __init__(self) -> None:
        self.health = WELL
        self.port = 0

    async def look(self) -> Health:
        return self.health

    async def get(self, path: str) -> tuple[int, str]:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self.port}{path}") as answer,
        ):
            return answer.status, await answer.text()


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    served = Served()
    async with serving(ANY_PORT, served.look, lambda health: b"late %d" % served.port) as port:
        served.port = port
        yield served


async def test_health_is_well_where_all_is_well(served: Served) -> None:
    status, text = await served.get("/health")
    assert status == 200
    assert text == (
        '{"status": "ok", "database": "ok", "last_tick_seconds_ago": 4.0, "pending": 3, "late": 1,'
        ' "given_up": 2, "oldest_late_seconds": 3600.0, "platforms": {"slack": "connected"}}'
    )


@pytest.mark.parametrize(
    ("unwell", "says"),
    [
        (replace(WELL, backlog=None), '"database": "unreachable"'),
        (replace(WELL, tick_age=STALE), '"last_tick_seconds_ago": 120.0'),
        (replace(WELL, platforms={"slack": True, "discord": False}), '"discord": "away"'),
    ],
)
async def test_health_says_what_is_not_well(served: Served, unwell: Health, says: str) -> None:
    served.health = unwell
    status, text = await served.get("/health")
    assert status == 503
    assert '"status": "unwell"' in text
    assert says in text


async def test_a_process_that_posts_nothing_needs_no_ticks(served: Served) -> None:
    served.health = replace(WELL, tick_age=None)
    assert (await served.get("/health"))[0] == 200


async def test_figures_are_served_as_they_are_written(served: Served) -> None:
    assert await served.get("/metrics") == (200, f"late {served.port}")


async def test_nothing_else_is_served(served: Served) -> None:
    assert (await served.get("/"))[0] == 404


async def test_an_address_that_is_taken_is_refused_in_a_sentence(served: Served) -> None:
    taken = WebAddress("127.0.0.1", served.port)
    with pytest.raises(AddressTaken, match=f"127.0.0.1:{served.port}"):
        async with serving(taken, served.look, lambda _: b""):
            pass
