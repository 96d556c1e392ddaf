"""Windows."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.window import EventWindow, Precision, window_from_code

OSLO = ZoneInfo("Europe/Oslo")
MONDAY = datetime(2025, 12, 1, tzinfo=OSLO)
TUESDAY = datetime(2025, 12, 2, tzinfo=OSLO)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (None, None),
        (TUESDAY, MONDAY),
        (MONDAY, MONDAY),
        (MONDAY.replace(tzinfo=None), TUESDAY),
        (MONDAY.replace(tzinfo=UTC), TUESDAY),
        (MONDAY, TUESDAY.replace(tzinfo=ZoneInfo("Europe/London"))),
    ],
)
def test_what_is_no_window_cannot_be_made(start: datetime | None, end: datetime | None) -> None:
    with pytest.raises(ValueError, match=r"window|zone"):
        EventWindow(start, end, Precision.DAY)


def test_the_end_is_outside() -> None:
    day = EventWindow(MONDAY, TUESDAY, Precision.DAY)
    assert day.is_open(MONDAY)
    assert not day.is_open(TUESDAY)
    assert day.is_past(TUESDAY)


def test_an_open_end_is_never_past() -> None:
    assert not EventWindow(MONDAY, None, Precision.RANGE).is_past(datetime(2099, 1, 1, tzinfo=UTC))


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    first = datetime(2025, 10, 26, 2, 30, tzinfo=OSLO)
    second = first.replace(fold=1)
    assert EventWindow(first, second, Precision.RANGE).is_open(first)


@pytest.mark.parametrize(
    "window",
    [
        EventWindow(MONDAY, TUESDAY, Precision.DAY),
        EventWindow(None, TUESDAY, Precision.DEADLINE, approximate=True),
        EventWindow(MONDAY, None, Precision.RANGE),
    ],
)
def test_a_window_travels_in_a_button_and_back(window: EventWindow) -> None:
    assert window_from_code(window.code(), OSLO) == window
