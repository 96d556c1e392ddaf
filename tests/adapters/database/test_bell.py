"""Waking a process on a SQLite file from another."""

import asyncio
from pathlib import Path

import pytest

from adapters.database.bell import answered, ring
from adapters.database.store import DatabaseStore
from adapters.database.urls import read_url
from tests.adapters.database.world import UTENRIKS, put_newsroom
from tests.builders import a_trouble
from tests.databases import sqlite_url


def files(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def change(store: DatabaseStore) -> None:
    """Write down something that is due."""
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.troubles.save(a_trouble(UTENRIKS))


async def test_what_another_plans_wakes_the_one_that_runs(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path)
    runs, looks_in = await DatabaseStore.open(url), await DatabaseStore.open(url)
    woken = asyncio.Event()
    runs.on_change(woken.set)
    with runs.running():
        await change(looks_in)
        await asyncio.wait_for(woken.wait(), 5)
    await runs.close()
    await looks_in.close()


async def test_one_that_runs_wakes_itself_once(tmp_path: Path) -> None:
    store = await DatabaseStore.open(sqlite_url(tmp_path))
    woken = []
    store.on_change(lambda: woken.append(1))
    with store.running():
        await change(store)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    await store.close()
    assert woken == [1]


async def test_ringing_where_nobody_runs_does_nothing(tmp_path: Path) -> None:
    url = read_url(f"sqlite:///{tmp_path / 'daybook.sqlite3'}")
    ring(url)
    with answered(url, lambda: None):
        pass
    ring(url)
    assert files(tmp_path) == ["daybook.sqlite3.bell"]


@pytest.mark.parametrize("times", [1, 100])
async def test_however_often_it_rings_it_is_heard(tmp_path: Path, times: int) -> None:
    url = read_url(f"sqlite:///{tmp_path / 'daybook.sqlite3'}")
    woken = asyncio.Event()
    with answered(url, woken.set):
        for _ in range(times):
            ring(url)
        await asyncio.wait_for(woken.wait(), 5)


async def test_a_folder_in_which_no_pipe_can_be_made_is_no_trouble(tmp_path: Path) -> None:
    url = read_url(f"sqlite:///{tmp_path / 'nowhere' / 'daybook.sqlite3'}")
    with answered(url, lambda: None):
        ring(url)


async def test_a_bell_that_a_copy_made_a_file_of_is_hung_anew(tmp_path: Path) -> None:
    url = read_url(f"sqlite:///{tmp_path / 'daybook.sqlite3'}")
    (tmp_path / "daybook.sqlite3.bell").write_text("!")
    woken = asyncio.Event()
    with answered(url, woken.set):
        ring(url)
        await asyncio.wait_for(woken.wait(), 5)


async def test_a_folder_in_the_bells_place_is_no_trouble(tmp_path: Path) -> None:
    url = read_url(f"sqlite:///{tmp_path / 'daybook.sqlite3'}")
    (tmp_path / "daybook.sqlite3.bell").mkdir()
    with answered(url, lambda: None):
        ring(url)


async def test_a_file_called_by_another_name_has_the_same_bell(tmp_path: Path) -> None:
    (tmp_path / "daybook.sqlite3").touch()
    (tmp_path / "link.sqlite3").symlink_to(tmp_path / "daybook.sqlite3")
    woken = asyncio.Event()
    with answered(read_url(f"sqlite:///{tmp_path / 'daybook.sqlite3'}"), woken.set):
        ring(read_url(f"sqlite:///{tmp_path / 'link.sqlite3'}"))
        await asyncio.wait_for(woken.wait(), 5)
