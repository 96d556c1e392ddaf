"""One time after the other, by the wall clock of its zone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.series import Series, TooOften
from bot.domain.window import EventWindow, Precision
from tests.builders import NOON, OSLO, a_minute, a_series, an_id


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def following(series: Series, now: datetime = NOON) -> EventWindow:
    window = series.next_window(now)
    assert window is not None
    return window


def test_every_thursday_comes_a_week_later_at_the_same_hour() -> None:
    assert following(a_series()) == a_minute(at("2025-12-11T14:00"))


def test_the_hour_stays_after_the_clocks_change() -> None:
    before = a_minute(at("2026-03-26T14:00"))
    series = a_series(first=before, last=before)
    assert following(series) == a_minute(at("2026-04-02T14:00"))
    assert before.start is not None
    start = following(series).start
    assert start is not None
    assert start.astimezone(UTC) - before.start.astimezone(UTC) == timedelta(days=7, hours=-1)


def test_an_hour_that_the_clocks_skip_moves_on() -> None:
    first = a_minute(at("2026-03-22T02:30"))
    series = a_series(rule="FREQ=WEEKLY;BYDAY=SU", first=first, last=first)
    assert following(series).start == at("2026-03-29T03:30")


def test_every_other_week_leaves_one_out() -> None:
    first = a_minute(at("2025-12-04T14:00"))
    series = a_series(rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", first=first, last=first)
    assert following(series).start == at("2025-12-18T14:00")


def test_a_month_has_its_own_length() -> None:
    january = EventWindow(at("2026-01-01T00:00"), at("2026-02-01T00:00"), Precision.MONTH)
    series = a_series(rule="FREQ=MONTHLY", first=january, last=january)
    assert following(series) == EventWindow(
        at("2026-02-01T00:00"), at("2026-03-01T00:00"), Precision.MONTH
    )


def test_what_was_missed_while_nobody_looked_is_passed_over() -> None:
    assert following(a_series(), now=at("2025-12-20T12:00")).start == at("2025-12-25T14:00")


def test_a_rule_with_an_end_ends() -> None:
    assert a_series(rule="FREQ=WEEKLY;BYDAY=TH;COUNT=1").next_window(NOON) is None


def test_what_comes_every_hour_is_refused() -> None:
    with pytest.raises(TooOften):
        a_series(rule="FREQ=HOURLY")


def test_moving_the_coming_time_leaves_the_rule_as_it_is() -> None:
    series = a_series()
    later = series.continued(following(series), an_id("next"))
    assert following(later).start == at("2025-12-18T14:00")


@given(weeks=st.integers(1, 120))
def test_however_far_one_goes_it_is_thursday_at_fourteen(weeks: int) -> None:
    series = a_series()
    for _ in range(weeks):
        series = series.continued(following(series), series.last_id)
    assert series.last.start is not None
    assert f"{series.last.start:%a %H:%M}" == "Thu 14:00"
