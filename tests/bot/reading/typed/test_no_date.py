"""What is typed in place of a new time where there is none."""

import pytest

from bot.reading.typed.no_date import behind_no_date


@pytest.mark.parametrize(
    ("typed", "behind"),
    [
        ("until further notice", ""),
        ("Until further notice: the envoy is ill", "the envoy is ill"),
        ("på ubestemt tid", ""),
        ("På ubestemd tid.", ""),
        ("inntil videre, statsråden er syk", "statsråden er syk"),
        ("utan ny dato – tåke", "tåke"),
    ],
)
def test_words_for_no_date_are_told_from_what_follows(typed: str, behind: str) -> None:
    assert behind_no_date(typed) == behind


@pytest.mark.parametrize("typed", ["", "the trip is delayed", "indefinitelyish", "uten datoer"])
def test_other_words_name_no_missing_date(typed: str) -> None:
    assert behind_no_date(typed) is None
