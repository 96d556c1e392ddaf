"""The documents tell what the code does."""

import re
from pathlib import Path

import pytest

from adapters.database.rows import Base
from adapters.handbook import handbook
from bot.commands.declared import COMMANDS
from bot.commands.grammar import Command
from config.settings import EXAMPLES
from tests.stage import Stage

ROOT = Path(__file__).parents[1]
OPERATING = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
ENVIRONMENT = (ROOT / "config/example.env").read_text(encoding="utf-8")


def test_the_page_of_commands_is_written_from_the_grammar() -> None:
    written = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    assert written == handbook(), "write it anew: python -m adapters.handbook > docs/commands.md"


WORLD = (
    "new ukraine-peace The peace talks on Ukraine",
    "subscribe ukraine-peace",
    "expect next week: Envoy to Moscow",
    "expect in December: Envoy to Kyiv",
    "read ukraine-peace A summit is planned on 9 December. Another is expected in March.",
)
FIRST = {
    "new": (),
    "merge": (*WORLD, "new ukraine-talks The talks on Ukraine"),
    "reopen": (*WORLD, "cancel ukraine-peace#2"),
    "unwatch": (*WORLD[:1], "watch ukraine-peace Witkoff, Kellogg"),
    "stop": (*WORLD[:3], "expect every Monday: Briefing"),
}
"""What stands before an example is tried, where it is not the same world as for the others."""


@pytest.mark.parametrize(
    "command", [each for each in COMMANDS if not each.hidden], ids=lambda each: each.name
)
async def test_every_example_works_as_it_stands(command: Command) -> None:
    stage = Stage()
    for text in FIRST.get(command.name, WORLD):
        await stage.run(text)
    answer = await stage.type(command.example)
    assert not answer.refused, answer.text


@pytest.mark.parametrize("setting", EXAMPLES)
def test_every_setting_stands_in_the_operators_page_and_in_the_example(setting: str) -> None:
    assert f"| `{setting}` |" in OPERATING
    assert re.search(rf"^{setting}=", ENVIRONMENT, re.MULTILINE)


@pytest.mark.parametrize("table", Base.metadata.tables)
def test_every_table_is_described(table: str) -> None:
    assert f"| `{table}` |" in ARCHITECTURE + OPERATING


def test_no_setting_is_described_that_is_none() -> None:
    described = set(re.findall(r"^\| `([A-Z_]+)` \|", OPERATING, re.MULTILINE))
    assert described == set(EXAMPLES)
