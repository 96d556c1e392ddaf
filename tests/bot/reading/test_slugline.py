"""A slugline is short, plain and tells the story by its names."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.reading import read_article
from bot.reading.slugline import suggest_slugline

PUBLISHED = datetime(2025, 11, 26, 12, tzinfo=ZoneInfo("Europe/Oslo"))


@pytest.mark.parametrize(
    ("text", "slugline"),
    [
        ("Streik på Sola lufthavn\nI dag streiker alle på Sola.", "sola-streik-lufthavn"),
        ("Ordføreren i Ålesund går av\nOrdføreren i Ålesund går av.", "alesund-ordforeren"),
        ("", "story"),
    ],
)
def test_a_slugline_begins_with_the_names_of_the_headline(text: str, slugline: str) -> None:
    reading = read_article(text, published=PUBLISHED, language="nb")
    assert suggest_slugline(reading, text) == slugline
