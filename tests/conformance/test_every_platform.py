"""The same road gives the same stories, whichever platform it is walked on."""

import asyncio
from pathlib import Path

import pytest

from adapters.clock import SteppedClock
from bot.commands.declared import COMMANDS
from bot.commands.grammar import Command
from bot.domain.newsroom import Platform
from tests.conformance.chat import Given, Room
from tests.conformance.kept import Rows, kept_in
from tests.conformance.platforms import PLATFORMS
from tests.conformance.road import START, Road

Walked = tuple[dict[str, Rows], set[str]]


async def walked(platform: Platform, folder: Path) -> Walked:
    """Walk the road in a new database; return what it holds then, and the commands given."""
    database, clock = folder / f"{platform}.sqlite3", SteppedClock(START)
    async with PLATFORMS[platform](database, clock) as person:
        road = Road(person, clock)
        await road.walk()
    return kept_in(database), road.commands


@pytest.fixture(scope="module")
def in_console(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """The road as it is walked in the terminal, with which the others are compared."""
    return asyncio.run(walked(Platform.CONSOLE, tmp_path_factory.mktemp("console")))


@pytest.mark.parametrize("platform", [Platform.SLACK, Platform.DISCORD])
async def test_the_same_road_leaves_the_same_stories_as_in_the_console(
    platform: Platform, in_console: Walked, tmp_path: Path
) -> None:
    kept, _ = await walked(platform, tmp_path)
    assert kept == in_console[0]
    assert all(kept.values())


def test_the_road_leads_through_every_command(in_console: Walked) -> None:
    _, given = in_console
    assert given == {command.name for command in COMMANDS}


def test_the_road_is_walked_on_every_platform() -> None:
    assert set(PLATFORMS) == set(Platform)


@pytest.mark.parametrize("platform", list(Platform))
async def test_every_platform_offers_every_command(platform: Platform, tmp_path: Path) -> None:
    async with PLATFORMS[platform](tmp_path / "daybook.sqlite3", SteppedClock(START)) as person:
        for given in map(_example_of, COMMANDS):
            for word in ("", given.command):  # by /story, and by /sak
                answer = await person.give(
                    Given(given.command, given.text, given.values, word), Room.DESK
                )
                assert "is no command" not in answer.text, answer.text


def _example_of(command: Command) -> Given:
    """Return a command with a word for each parameter that must be given."""
    values = {p.name: p.name for p in command.parameters if p.required and not command.needs_form}
    return Given(command.name, " ".join(values.values()), values)
