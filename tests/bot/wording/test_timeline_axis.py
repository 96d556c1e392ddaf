"""How far the axis of a timeline's picture reaches."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.wording.timeline_axis import extent_of, ticks_of
from tests.builders import OSLO

NOW = datetime(2025, 11, 26, 12, tzinfo=OSLO)
DAY = timedelta(days=1)


def on_days(*days: int) -> list[tuple[datetime, datetime]]:
    return [(NOW + day * DAY, NOW + (day + 1) * DAY) for day in days]


def test_all_that_is_near_lies_on_the_axis() -> None:
    first, last = extent_of(on_days(-40, -3, 1, 5, 9), NOW)
    assert first < NOW - 40 * DAY
    assert last > NOW + 10 * DAY


def test_one_thing_far_off_does_not_press_the_others_together() -> None:
    first, last = extent_of(on_days(-300, -4, -3, -2, -1, 1, 2, 3, 4, 400), NOW)
    assert NOW - 8 * DAY < first < NOW - 4 * DAY
    assert NOW + 5 * DAY < last < NOW + 9 * DAY


def test_a_few_things_all_lie_on_the_axis_however_far() -> None:
    _, last = extent_of(on_days(1, 400), NOW)
    assert last > NOW + 401 * DAY


@given(st.lists(st.integers(-900, 900), min_size=1, max_size=16))
def test_now_and_most_of_each_side_lie_on_every_axis(days: list[int]) -> None:
    first, last = extent_of(on_days(*days), NOW)
    assert first < NOW < last
    ahead = [day for day in days if day >= 0]
    assert sum(NOW + (day + 1) * DAY <= last for day in ahead) * 4 >= len(ahead) * 3
    assert all(first < tick <= last for tick in ticks_of((first, last), NOW))
