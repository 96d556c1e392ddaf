"""How far something is put off, as it is typed."""

import pytest

from bot.reading.typed.shift import Shift, read_shift


@pytest.mark.parametrize(
    ("typed", "shift", "rest"),
    [
        ("by two days", Shift(days=2), ""),
        ("by a week: the trip is delayed", Shift(days=7), "the trip is delayed"),
        ("med ein dag", Shift(days=1), ""),
        ("med 3 uker – tåke", Shift(days=21), "tåke"),
        ("Med to timer", Shift(hours=2), ""),
        ("by 1h", Shift(hours=1), ""),
        ("en uke", Shift(days=7), ""),
        ("i to dager: tåke", Shift(days=2), "tåke"),
        ("for a week", Shift(days=7), ""),
    ],
)
def test_words_say_how_much_later(typed: str, shift: Shift, rest: str) -> None:
    assert read_shift(typed) == (shift, rest)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "by Friday",
        "by 14:00",
        "by 2 pm",
        "med ministeren",
        "two hours after it",
        "by two daysies",
    ],
)
def test_other_words_put_nothing_off(typed: str) -> None:
    assert read_shift(typed) is None
