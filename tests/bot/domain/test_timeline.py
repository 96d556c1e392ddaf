"""When what became of a follow-up was, as far as one can tell."""

from datetime import datetime, timedelta

import pytest

from bot.domain.follow_up import FollowUp
from bot.domain.timeline import outcome_entry
from bot.domain.window import EventWindow, Precision, today
from tests.builders import OSLO, a_follow_up, a_minute, a_week, an_id

THURSDAY = datetime(2025, 12, 4, 9, tzinfo=OSLO)  # in the week of the first
DAY = timedelta(days=1)


def told(follow_up: FollowUp, now: datetime) -> EventWindow:
    return outcome_entry(an_id("told"), follow_up, now).window


def of_days(start: datetime, days: int, precision: Precision) -> EventWindow:
    begin = start.replace(hour=0)
    return EventWindow(begin, begin + days * DAY, precision)


@pytest.mark.parametrize(
    ("expected", "was"),
    [
        (a_week(), today(THURSDAY)),  # it lasts still: it has just happened
        (a_week(datetime(2025, 11, 24, tzinfo=OSLO)), a_week(datetime(2025, 11, 24, tzinfo=OSLO))),
        (of_days(THURSDAY, 1, Precision.DAY), of_days(THURSDAY, 1, Precision.DAY)),
        (a_minute(THURSDAY - 5 * DAY), a_minute(THURSDAY - 5 * DAY)),
        (of_days(THURSDAY + 9 * DAY, 1, Precision.DAY), today(THURSDAY)),  # earlier than expected
        (of_days(THURSDAY - 9 * DAY, 20, Precision.DEADLINE), today(THURSDAY)),
        (
            of_days(THURSDAY - 9 * DAY, 5, Precision.DEADLINE),
            today(THURSDAY - 5 * DAY).approximately(),
        ),
        (None, today(THURSDAY)),
    ],
)
def test_what_happened_was_when_it_was_expected_or_when_it_was_told(
    expected: EventWindow | None, was: EventWindow
) -> None:
    assert told(a_follow_up(window=expected).happened(), THURSDAY) == was


def test_a_cancellation_is_of_the_day_it_is_told() -> None:
    assert told(a_follow_up(window=a_week()).cancelled("Fog"), THURSDAY) == today(THURSDAY)


def test_what_somebody_says_of_the_time_holds() -> None:
    window = today(THURSDAY - DAY)
    entry = outcome_entry(an_id("told"), a_follow_up().happened(), THURSDAY, window)
    assert entry.window == window
