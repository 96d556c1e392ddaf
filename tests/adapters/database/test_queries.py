"""However much there is, a command asks the database no more often than it must."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from sqlalchemy import event

from adapters.database.store import DatabaseStore
from bot.commands.declared import COMMANDS
from bot.domain.newsroom import Platform
from bot.ports import Transaction
from tests.builders import a_follow_up, a_story, a_timeline_entry
from tests.databases import sqlite_url
from tests.stage import Stage

SIZES = (10, 200)
STORY = "new peace The peace talks"
ARTICLE = "The envoy Anna Berg is expected to travel to Oslo next week. Talks end on 5 December."

BOUND = 40
BOUNDS = {"keep": 55, "merge": 57, "undo": 45, "digest": 11, "handover": 15}
"""Statements that a command may take, where not ``BOUND``; two stories take more than one."""

SLACK = 2
"""Statements more that a longer answer may take: one page is not another."""

UNCOUNTED = ("file", "pursue")
"""They answer a button of one reading, and of one alert."""

# In an order in which each finds what it needs; where one stands twice, the dearer counts.
SCRIPT = (
    "help",
    "list",
    "search envoy Oslo",
    "status peace",
    "timeline peace",
    "new harbour The harbour strike",
    "subscribe peace",
    "subscribe peace lead 3d, 1d",
    "subscriptions",
    "expect peace next week: Envoy to Moscow",
    "note peace yesterday: The talks ended",
    "confirm peace#1",
    "doubt peace#1",
    "move peace#1 next Tuesday",
    "postpone peace#1 to 10 December",
    "snooze peace#1 2h",
    "assign peace#1 me",
    "take peace#1",
    "cover peace#1 yes",
    "remind peace#1 3d, 1d 16:00",
    "embargo peace#4 until Friday 06:00",
    "why peace#1",
    "happened peace#1",
    "reopen peace#1",
    "cancel peace#2",
    "drop peace#3",
    "expect peace every Monday: Briefing",
    "stop peace#{last}",
    "history peace",
    "undo",
    "headline peace Peace at last",
    "urgency peace 2",
    "desk peace foreign",
    "tags peace war, diplomacy",
    "watch peace Berg, Oslo",
    "watches",
    "unwatch peace",
    f"read peace {ARTICLE}",
    "proposals",
    "revise 1 next Friday: The envoy in Oslo",
    "keep all",
    f"read peace {ARTICLE.replace('Oslo', 'Rome')}",
    "discard all",
    "duty foreign me",
    "settings",
    "policy",
    "editors kari",
    "set quiet 23:00-06:00",
    "digest week",
    "handover 8h",
    "retry",
    "link",
    "unlink",
    "rename peace talks",
    "merge story-3 talks",
    "merge talks story-5",
    "close story-5 drop",
    "undo",
    "unsubscribe story-5",
)


@dataclass
class Counter:
    """Counts what a store asks its database."""

    statements: list[str] = field(default_factory=list)

    def __call__(self, _conn: object, _cursor: object, statement: str, *_: object) -> None:
        self.statements.append(statement)


@contextmanager
def counted(store: DatabaseStore) -> Iterator[Counter]:
    """Count what is asked meanwhile."""
    counter, engine = Counter(), store._engine.sync_engine
    event.listen(engine, "before_cursor_execute", counter)
    yield counter
    event.remove(engine, "before_cursor_execute", counter)


async def fill(tx: Transaction, size: int) -> None:
    """Put so many follow-ups and facts into the story, and as many other stories beside it."""
    workspace = await tx.newsrooms.workspace(Platform.SLACK, "T1")
    assert workspace is not None
    story = await tx.stories.get(workspace.newsroom_id, "peace")
    assert story is not None
    for number in range(1, size + 1):
        await tx.follow_ups.add(a_follow_up(story, number))
        await tx.timeline.add(a_timeline_entry(f"Fact {number}", story))
        other = replace(a_story(f"story-{number}"), newsroom_id=story.newsroom_id, last_number=1)
        await tx.stories.add(other)
        await tx.follow_ups.add(a_follow_up(other))
    await tx.stories.save(replace(story, last_number=size))


async def questions(folder: Path, size: int) -> dict[str, list[str]]:
    """Return what each command asks in a newsroom of a size, the most where it is given twice."""
    store = await DatabaseStore.open(sqlite_url(folder))
    stage = Stage(store=store)
    await stage.run(STORY)
    async with store.transaction() as tx:
        await fill(tx, size)
    asked: dict[str, list[str]] = {"new": []}
    for text in SCRIPT:
        with counted(store) as counter:
            await stage.run(text.format(last=size + 2))
        name = text.split()[0]
        asked[name] = max(asked.get(name, []), counter.statements, key=len)
    await store.close()
    return asked


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, list[str]]]:
    """What each command asks in a small newsroom, and in a large one."""
    folder = tmp_path_factory.mktemp("queries")
    return [asyncio.run(questions(folder, size)) for size in SIZES]


def test_every_command_is_counted(asked: list[dict[str, list[str]]]) -> None:
    assert set(asked[0]) == {command.name for command in COMMANDS} - set(UNCOUNTED)


@pytest.mark.parametrize("command", [c.name for c in COMMANDS if c.name not in UNCOUNTED])
def test_a_command_asks_no_more_in_a_large_newsroom(
    asked: list[dict[str, list[str]]], command: str
) -> None:
    small, large = [len(each[command]) for each in asked]
    assert small <= large <= small + SLACK
    assert large <= BOUNDS.get(command, BOUND)
