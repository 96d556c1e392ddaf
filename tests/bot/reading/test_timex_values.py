"""How expressions of time are marked for TIMEX3, where that is not simply their window."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.reading.time_expressions import TimeExpression, find_time_expressions

FRIDAY = datetime(1998, 2, 6, 12, tzinfo=ZoneInfo("Europe/Oslo"))


def found(text: str) -> list[TimeExpression]:
    return find_time_expressions(text, now=FRIDAY, language="en", country="US", month_first=True)


def values(text: str) -> list[tuple[str, str]]:
    return [(each.timex_type, each.timex_value) for each in found(text)]


def test_the_last_end_of_a_span_follows_the_span() -> None:
    span, last = found("It ran from January 1990 to June 1991.")
    assert span.timex_value == "1990-01"
    assert (last.text, last.timex_value) == ("June 1991", "1991-06")


def test_the_last_end_of_a_span_has_no_window_of_its_own() -> None:
    span, last = found("It ran from January 1990 to June 1991.")
    assert span.window is not None
    assert span.window.end == datetime(1991, 7, 1, tzinfo=ZoneInfo("Europe/Oslo"))
    assert last.window is None


def test_an_end_that_is_no_time_by_itself_is_not_told() -> None:
    assert len(found("They met on Feb. 3-4.")) == 1


def test_a_clock_is_valued_as_it_was_said_whatever_the_zone() -> None:
    assert values("It fell at 5 p.m. EST Thursday.") == [("TIME", "1998-02-05T17:00")]


def test_midnight_ends_its_day() -> None:
    assert values("It closed at midnight Thursday.") == [("TIME", "1998-02-05T24:00")]


def test_within_so_much_time_is_a_length() -> None:
    (within,) = found("They must answer within 30 days.")
    assert (within.timex_type, within.timex_value) == ("DURATION", "P30D")
    assert within.window is not None


def test_a_half_of_a_year_is_numbered() -> None:
    assert values("in the first half of 1998") == [("DATE", "1998-H1")]


def test_what_was_expected_on_a_weekday_is_yet_to_come() -> None:
    assert values("The storm was expected to strike Saturday.") == [("DATE", "1998-02-07")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in the 1988 fourth quarter", "1988-Q4"),
        ("the latest quarter", "1997-Q4"),
        ("a weeklong strike", "P1W"),
        ("for two-and-a-half years", "P2.5Y"),
        ("a half-century of war", "P50Y"),
        ("it may take years", "PXY"),
        ("the first in decades", "PXDE"),
        ("a 19th-century house", "18"),
        ("Last Sept. 5 he said so", "1997-09-05"),
        ("a long time ago", "PAST_REF"),
    ],
)
def test_news_is_valued_by_its_own_words(text: str, value: str) -> None:
    assert [each.timex_value for each in found(text)] == [value]


@pytest.mark.parametrize(
    "text",
    ["at a meeting of workers", "a second blast", "a second-hand suit", "in after-hours trading"],
)
def test_small_words_alone_are_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["set to fall this year", "prices will fall this year"])
def test_to_fall_is_no_season(text: str) -> None:
    assert [each.timex_value for each in found(text)] == ["1998"]
