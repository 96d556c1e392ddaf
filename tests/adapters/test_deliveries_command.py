"""``daybook deliveries``, on a database in which something went wrong."""

import asyncio
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from adapters.clock import SystemClock
from adapters.database.store import DatabaseStore
from adapters.main import main
from tests.adapters.database.world import SPORT, UTENRIKS, put_story
from tests.builders import HOUR, a_delivery, a_follow_up
from tests.databases import sqlite_url


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database with something late for one channel, and something given up for another."""
    url = sqlite_url(tmp_path)
    asyncio.run(fill(url))
    return url


async def fill(url: str) -> None:
    store = await DatabaseStore.open(url)
    an_hour_ago = SystemClock().now() - HOUR
    late = a_delivery(a_follow_up(), UTENRIKS, an_hour_ago).retried(an_hour_ago, HOUR, "no_answer")
    gone = a_delivery(a_follow_up(), SPORT, an_hour_ago).undeliverable("channel_not_found")
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.deliveries.queue([late, gone])
    await store.close()


def call(url: str, *arguments: str) -> Result:
    environ = {"DAYBOOK_DATABASE_URL": url, "DAYBOOK_LANGUAGE": "en"}
    return CliRunner().invoke(main, ["deliveries", *arguments], env=environ)


def test_the_queue_is_shown_by_channel_with_reasons_in_words(url: str) -> None:
    assert call(url).stdout.splitlines() == [
        "slack #sport: 1 given up. The channel is gone, or Daybook may not see it any more.",
        "slack #utenriks: 1 late. The platform can’t be reached.",
    ]


def test_one_channel_can_be_shown_alone(url: str) -> None:
    assert call(url, "--channel", "#Sport").stdout.count("\n") == 1


def test_the_queue_is_told_as_json(url: str) -> None:
    (line,) = json.loads(call(url, "show", "--channel", SPORT.key, "--json").stdout)
    assert line == {
        "platform": "slack",
        "channel": "sport",
        "key": SPORT.key,
        "waiting": 0,
        "late": 0,
        "given_up": 1,
        "reason": "channel_not_found",
        "why": "The channel is gone, or Daybook may not see it any more.",
    }


def test_what_was_given_up_is_tried_again(url: str) -> None:
    assert call(url, "retry").stdout == "1 is tried again.\n"
    assert "given up" not in call(url).stdout


def test_what_was_given_up_is_dropped(url: str) -> None:
    assert json.loads(call(url, "drop", "--json").stdout) == {"dropped": 1}
    assert "#sport" not in call(url).stdout


def test_another_channel_is_left_as_it_is(url: str) -> None:
    assert call(url, "drop", "--channel", "utenriks").stdout == "0 are dropped.\n"
    assert "1 given up" in call(url).stdout


def test_a_channel_for_which_nothing_waits_is_refused_in_a_sentence(url: str) -> None:
    result = call(url, "retry", "--channel", "nowhere")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Nothing waits for “nowhere”" in result.stderr


def test_a_script_that_asks_for_a_channel_where_nothing_waits_is_told_so_as_json(url: str) -> None:
    shown, retried = (
        call(url, action, "--channel", "nowhere", "--json") for action in ("show", "retry")
    )
    assert (shown.exit_code, json.loads(shown.stdout)) == (0, [])
    assert (retried.exit_code, json.loads(retried.stdout)) == (0, {"retried": 0})


def test_a_database_whose_folder_is_not_there_is_named_with_it(tmp_path: Path) -> None:
    shown = call(f"sqlite:///{tmp_path / 'gone' / 'daybook.sqlite3'}")
    assert shown.exit_code == 2
    assert f"There is no folder {tmp_path / 'gone'}" in shown.stderr
