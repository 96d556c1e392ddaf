"""What an answer asks to wait, in each form that it may take."""

import pytest

from adapters.retry_after import seconds_to_wait

DATE = "Wed, 26 Nov 2025 12:00:00 GMT"


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("30", 30.0),
        ("0.35", 0.35),
        ("Wed, 26 Nov 2025 12:01:30 GMT", 90.0),
        ("Wed, 26 Nov 2025 11:59:00 GMT", -60.0),
    ],
)
def test_a_time_to_wait_is_read_as_a_number_or_from_a_moment(asked: str, seconds: float) -> None:
    assert seconds_to_wait({"Retry-After": asked, "Date": DATE}) == seconds


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Retry-After": ""},
        {"Retry-After": "soon", "Date": DATE},
        {"Retry-After": "Wed, 26 Nov 2025 12:01:30 GMT"},
        {"Retry-After": "Wed, 26 Nov 2025 12:01:30 -0000", "Date": DATE},
        {"Retry-After": "Wed, 99 Nov 2025 12:01:30 GMT", "Date": DATE},
    ],
)
def test_where_no_time_can_be_read_there_is_none(headers: dict[str, str]) -> None:
    assert seconds_to_wait(headers) is None
