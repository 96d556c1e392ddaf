"""However much an answer shows, keeping it true asks the database as often."""

import asyncio
import shutil
from pathlib import Path

import pytest

from adapters.database.store import DatabaseStore
from tests.adapters.database.test_queries import SIZES, STORY, counted, fill
from tests.bot.actions.chat import Chat
from tests.databases import sqlite_url
from tests.stage import text_of

MOST = 35
"""Statements for two looks at one answer: what it shows, as it is and was, and its outcome."""


async def _fill(url: str, size: int) -> None:
    store = await DatabaseStore.open(url)
    await Chat(store=store).run(STORY)
    async with store.transaction() as tx:
        await fill(tx, size)
    await store.close()


@pytest.fixture(scope="module")
def newsrooms(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The databases of a small newsroom and of a large one."""
    urls = [sqlite_url(tmp_path_factory.mktemp("answers")) for _ in SIZES]
    for url, size in zip(urls, SIZES, strict=True):
        asyncio.run(_fill(url, size))
    return [Path(url.removeprefix("sqlite:///")) for url in urls]


async def looked_after(database: Path, question: str) -> int:
    """Return how many statements it takes to edit an answer in a newsroom."""
    store = await DatabaseStore.open(f"sqlite:///{database}")
    chat = Chat(store=store)
    answer = await chat.ask(question, "desk")
    await chat.run("happened peace#1")
    with counted(store) as counter:
        await chat.wait()
    assert "happened" in text_of(chat.standing(answer))
    await store.close()
    return len(counter.statements)


@pytest.mark.parametrize("question", ["status peace", "timeline peace", "digest", "close peace"])
async def test_an_answer_that_shows_much_is_looked_after_no_dearer(
    newsrooms: list[Path], tmp_path: Path, question: str
) -> None:
    copies = [Path(shutil.copy(each, tmp_path / each.name)) for each in newsrooms]
    small, large = [await looked_after(each, question) for each in copies]
    assert small == large <= MOST
