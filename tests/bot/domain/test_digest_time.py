from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import WorkingCalendar
from bot.domain.digest_time import DigestTime

OSLO = ZoneInfo("Europe/Oslo")
NORWAY = WorkingCalendar("NO")
MORNING = DigestTime(time(7), frozenset({0, 1, 2, 3, 4}))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def test_the_next_digest_after_friday_comes_on_monday() -> None:
    assert MORNING.next_after(at("2025-11-28T07:00"), OSLO, NORWAY) == at("2025-12-01T07:00")


def test_the_next_digest_comes_today_where_it_is_still_early() -> None:
    assert MORNING.next_after(at("2025-11-28T06:59"), OSLO, NORWAY) == at("2025-11-28T07:00")


def test_the_last_digest_before_monday_came_on_friday() -> None:
    assert MORNING.last_before(at("2025-12-01T07:00"), OSLO, NORWAY) == at("2025-11-28T07:00")


def test_a_digest_keeps_its_hour_when_the_clocks_change() -> None:
    sunday = DigestTime(time(7), frozenset({6}))
    assert sunday.next_after(at("2026-03-28T12:00"), OSLO, NORWAY) == datetime(
        2026, 3, 29, 5, tzinfo=UTC
    )


def test_a_digest_of_the_working_week_stays_away_over_easter() -> None:
    assert MORNING.next_after(at("2026-04-01T07:00"), OSLO, NORWAY) == at("2026-04-07T07:00")
    assert MORNING.last_before(at("2026-04-07T07:00"), OSLO, NORWAY) == at("2026-04-01T07:00")


def test_a_digest_of_every_day_comes_on_public_holidays_too() -> None:
    daily = DigestTime(time(7))
    assert daily.next_after(at("2026-04-01T07:00"), OSLO, NORWAY) == at("2026-04-02T07:00")


def test_a_digest_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="weekdays"):
        DigestTime(time(7), frozenset())


@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.times(),
    st.frozensets(st.integers(0, 6), min_size=1),
)
def test_what_comes_next_came_last(moment: datetime, hour: time, weekdays: frozenset[int]) -> None:
    digest = DigestTime(hour, weekdays)
    after = digest.next_after(moment, OSLO, NORWAY)
    assert after > moment
    assert digest.last_before(after, OSLO, NORWAY) <= moment
