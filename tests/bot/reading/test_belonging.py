"""Which story an article most likely belongs to."""

import pytest

from bot.reading.belonging import likely_stories
from tests.builders import a_story


@pytest.mark.parametrize(
    ("text", "slugline"),
    [
        ("Ukrainas president venter svar", "ukraina-fred"),
        ("De ukrainske styrkene", "ukraina-fred"),
        ("Zelenskyy reiser", "zelenskyj-besok"),
        ("The strikers of the harbour", "harbour-strike"),
        ("EU-kommisjonen møtes", "eu-toll"),
    ],
)
def test_words_are_known_in_other_forms(text: str, slugline: str) -> None:
    stories = [a_story("tram-lines", headline="Trikken"), a_story(slugline, headline="—")]
    assert [story.slugline for story in likely_stories(text, (), stories)] == [slugline]


def test_a_word_that_few_stories_have_says_more() -> None:
    stories = [
        a_story("oslo-trams", headline="Oslo"),
        a_story("oslo-budget", headline="Oslo"),
        a_story("oslo-schools", headline="Oslo"),
    ]
    likely = likely_stories("The schools of Oslo open", ("Oslo",), stories)
    assert likely[0].slugline == "oslo-schools"


def test_a_name_says_more_than_a_word() -> None:
    stories = [a_story("talks", headline="Talks"), a_story("berg", headline="Berg")]
    likely = likely_stories("Anna Berg in talks", ("Anna Berg",), stories)
    assert [story.slugline for story in likely] == ["berg", "talks"]


def test_what_has_nothing_in_common_is_not_named() -> None:
    assert likely_stories("The envoy is due", (), [a_story("tram-lines", headline="Trams")]) == ()


def test_what_stands_far_down_in_a_long_text_counts_for_nothing() -> None:
    stories = [a_story("tram-lines", headline="Trams")]
    assert likely_stories("Tram lines close", (), stories)
    assert likely_stories("and so on " * 2_000 + "Tram lines close", (), stories) == ()
