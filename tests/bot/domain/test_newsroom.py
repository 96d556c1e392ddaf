"""Quiet hours."""

from datetime import UTC, datetime, time

import pytest

from bot.domain.newsroom import QuietHours
from tests.builders import a_channel

NIGHT = QuietHours(time(23), time(6))


@pytest.mark.parametrize(
    ("moment", "awake"),
    [
        ("2025-12-02T22:30", "2025-12-02T22:30"),
        ("2025-12-02T23:00", "2025-12-03T06:00"),
        ("2025-12-03T05:59", "2025-12-03T06:00"),
        ("2025-12-03T06:00", "2025-12-03T06:00"),
    ],
)
def test_what_comes_in_the_night_waits_for_the_morning(moment: str, awake: str) -> None:
    channel = a_channel(quiet=NIGHT)

    def local(text: str) -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=channel.zone)

    assert channel.awake_at(local(moment)) == local(awake).astimezone(UTC)


def test_a_night_without_length_is_none() -> None:
    with pytest.raises(ValueError, match="different times"):
        QuietHours(time(6), time(6))
