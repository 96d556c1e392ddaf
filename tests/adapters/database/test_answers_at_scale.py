"""However much an answer shows, keeping it true asks the database as often."""

from pathlib import Path

import pytest

from adapters.database.store import DatabaseStore
from tests.adapters.database.test_queries import SIZES, STORY, counted, fill
from tests.bot.actions.chat import Chat
from tests.databases import sqlite_url
from tests.stage import text_of

MOST = 35
"""Statements for two looks at one answer: what it shows, as it is and was, and its outcome."""


async def looked_after(folder: Path, size: int, question: str) -> int:
    """Return how many statements it takes to edit an answer in a newsroom of a size."""
    store = await DatabaseStore.open(sqlite_url(folder / str(size)))
    chat = Chat(store=store)
    await chat.run(STORY)
    async with store.transaction() as tx:
        await fill(tx, size)
    answer = await chat.ask(question, "desk")
    await chat.run("happened peace#1")
    with counted(store) as counter:
        await chat.wait()
    assert "happened" in text_of(chat.standing(answer))
    await store.close()
    return len(counter.statements)


@pytest.mark.parametrize("question", ["status peace", "timeline peace", "digest", "close peace"])
async def test_an_answer_that_shows_much_is_looked_after_no_dearer(
    tmp_path: Path, question: str
) -> None:
    for size in SIZES:
        (tmp_path / str(size)).mkdir()
    small, large = [await looked_after(tmp_path, size, question) for size in SIZES]
    assert small == large <= MOST
