"""What a watch hears, and what may be typed for one."""

import pytest

from bot.domain.watch import (
    LONGEST_HEARD,
    Heard,
    NothingToHear,
    OneFeedAtATime,
    TooManyWords,
    TooShort,
    read_watch,
)
from bot.errors import BotError
from tests.builders import a_watch

FEED = "https://news.example/rss"


@pytest.mark.parametrize(
    ("typed", "feed", "terms"),
    [
        ("Aune", "", ("Aune",)),
        ("Aune, Whitmore", "", ("Aune", "Whitmore")),
        (f"{FEED} Aune; Whitmore", FEED, ("Aune", "Whitmore")),
        (f"Aune {FEED}, Whitmore", FEED, ("Aune", "Whitmore")),
        (FEED, FEED, ()),
        ("news.example/rss Aune", FEED, ("Aune",)),
        ("“White House”, fish quota", "", ('"White House"', "fish quota")),
        ("«Det hvite hus» Aune", "", ('"Det hvite hus" Aune',)),
        ('"one, two" three', "", ('"one two" three',)),
        ("Aune, aune , Aune", "", ("Aune", "aune")),
        (" , Aune,,", "", ("Aune",)),
        ("EU", "", ("EU",)),
    ],
)
def test_a_watch_is_read_as_it_is_typed(typed: str, feed: str, terms: tuple[str, ...]) -> None:
    assert read_watch(typed) == (feed, terms)


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("", NothingToHear),
        (" , ; – ", NothingToHear),
        ("a", TooShort),
        ("Aune, og", TooShort),
        ("of the", TooShort),
        (f"{FEED} https://other.example/rss", OneFeedAtATime),
        (",".join(f"word{number}" for number in range(21)), TooManyWords),
        ("x" * 81, TooManyWords),
    ],
)
def test_what_can_not_be_listened_for_is_refused(typed: str, refused: type[BotError]) -> None:
    with pytest.raises(refused):
        read_watch(typed)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Aune", "Statsråd AUNE reiser til London"),
        ("Aune", "Aunes forslag ble nedstemt"),
        ("forhandling", "Forhandlingene brøt sammen"),
        ("forhandlingene", "En forhandling til"),
        ("negotiation", "The negotiations go on"),
        ("EU", "EUs utenriksministre"),
        ("Zelenskyj", "Zelenskýj i Oslo"),
        ("fish quota", "The quota for fish is set"),
        ('"White House"', "From the White House, a word"),
        ('Aune "White House"', "The White House received Aune"),
        ("havvind", "Havvind-anbudet"),
    ],
)
def test_a_term_is_heard_in_whatever_form(term: str, text: str) -> None:
    assert Heard.of(text).holds(term)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Aune", "Aunelia reiser"),
        ("EU", "Europa venter"),
        ("fish quota", "The fish is fresh"),
        ('"White House"', "The house is white; a White Christmas in the House"),
        ('"White House"', "The end is White"),
        ("ukraina", "Ukrainakrigen går videre"),
    ],
)
def test_what_is_another_word_is_not_heard(term: str, text: str) -> None:
    assert not Heard.of(text).holds(term)


def test_a_watch_names_the_terms_it_heard() -> None:
    watch = a_watch(terms=("Aune", "Whitmore", "quota"))
    assert watch.hears(Heard.of("Whitmore on the quotas")) == ("Whitmore", "quota")
    assert watch.hears(Heard.of("Nothing of theirs")) is None


def test_a_watch_of_a_feed_hears_nothing_else() -> None:
    watch = a_watch(feed=FEED, terms=("Aune",))
    assert watch.hears(Heard.of("Aune", FEED)) == ("Aune",)
    assert watch.hears(Heard.of("Aune", "https://other.example/rss")) is None
    assert watch.hears(Heard.of("Aune")) is None


def test_a_watch_for_words_hears_every_feed() -> None:
    assert a_watch(terms=("Aune",)).hears(Heard.of("Aune", FEED)) == ("Aune",)


def test_a_watch_of_a_whole_feed_hears_all_of_it() -> None:
    assert a_watch(feed=FEED, terms=()).hears(Heard.of("Anything", FEED)) == ()


def test_the_beginning_of_a_very_long_text_is_heard() -> None:
    assert Heard.of("Aune " + "x " * LONGEST_HEARD).holds("Aune")
    assert not Heard.of("x " * LONGEST_HEARD + " Aune").holds("Aune")


def test_two_watches_are_one_if_they_listen_to_the_same() -> None:
    watch = a_watch(terms=("Aune", "quota"))
    assert watch.listens_like(a_watch("other", terms=("QUOTA", "aune")))
    assert not watch.listens_like(a_watch("other", terms=("Aune",)))
    assert not watch.listens_like(a_watch("other", feed=FEED, terms=("Aune", "quota")))


def test_a_watch_for_nothing_can_not_be() -> None:
    with pytest.raises(ValueError, match="listens"):
        a_watch(terms=())
