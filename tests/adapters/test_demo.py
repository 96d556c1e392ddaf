"""The demo: ten days in seconds, each reminder at its simulated time."""

import re
from io import StringIO

import pytest

from adapters.clock import stopwatch
from adapters.demo import play

DAY = re.compile(r"─ (?P<day>\w+ \d+\. \w+) ─")
HEADER = re.compile(r"(?P<time>\d\d\.\d\d)  #(?P<channel>\w+)  (?P<person>\w+)")
LONGEST = 20.0  # seconds


@pytest.fixture
async def played() -> str:
    page = StringIO()
    assert await play(page) == 0
    return page.getvalue()


def reminders(page: str) -> list[tuple[str, str, str, str]]:
    """Return the day, time, channel and first words of what Daybook said by itself, in order."""
    found, day = [], ""
    lines = iter(page.splitlines())
    for line in lines:
        if said := DAY.search(line):
            day = said["day"]
        elif (header := HEADER.match(line)) and header["person"] == "Daybook":
            opening = next(lines).strip(" ▌!‼").split(":")[0]
            found.append((day, header["time"], header["channel"], opening))
    return found


@pytest.mark.parametrize("channel", ["utenriks", "morgenvakt"])
async def test_each_reminder_stands_at_its_simulated_time(channel: str, played: str) -> None:
    shown = [(day, time, said) for day, time, where, said in reminders(played) if where == channel]
    assert ("Fredag 28. november", "15.00", "Snart") in shown
    assert ("Søndag 30. november", "08.30", "Siste dag") in shown
    assert ("Mandag 1. desember", "08.30", "Fra nå av") in shown
    assert ("Torsdag 4. desember", "08.30", "I dag") in shown
    asked = [(day, time) for day, time, said in shown if said.startswith("Skjedde det?")]
    assert asked == [("Mandag 1. desember", "08.30"), ("Fredag 5. desember", "08.30")]


async def test_nothing_in_it_is_refused(played: str) -> None:
    assert "er allerede avsluttet" not in played
    assert "Jeg forstår ikke" not in played


async def test_it_ends_with_the_status_and_the_way_on(played: str) -> None:
    assert "make run" in played.splitlines()[-1]
    assert "Følges av" in played


async def test_it_takes_less_than_twenty_seconds() -> None:
    began = stopwatch()
    await play(StringIO())
    assert stopwatch() - began < LONGEST
