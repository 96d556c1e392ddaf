"""When a newsroom works."""

from datetime import date, time

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.working_hours import WorkingHours
from tests.builders import a_newsroom


def test_a_newsroom_works_on_weekdays_unless_it_says_otherwise() -> None:
    assert not a_newsroom().calendar.is_working(date(2025, 11, 29))


def test_a_newsroom_with_a_weekend_desk_works_on_saturdays() -> None:
    hours = WorkingHours(frozenset({1, 2, 3, 4, 5}))
    calendar = a_newsroom(hours=hours).calendar
    assert calendar.is_working(date(2025, 11, 29))
    assert not calendar.is_working(date(2025, 12, 1))


def test_public_holidays_are_off_whatever_the_weekdays() -> None:
    every_day = WorkingCalendar("NO", weekdays=frozenset(range(7)))
    assert not every_day.is_working(date(2025, 12, 25))
    assert every_day.is_working(date(2025, 12, 28))


@pytest.mark.parametrize("weekdays", [frozenset(), frozenset({7})])
def test_a_newsroom_works_on_some_weekdays(weekdays: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="weekdays"):
        WorkingHours(weekdays)


def test_the_afternoon_comes_after_the_morning() -> None:
    with pytest.raises(ValueError, match="afternoon"):
        WorkingHours(morning=time(15), afternoon=time(15))
