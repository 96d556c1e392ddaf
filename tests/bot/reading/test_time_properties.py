"""What holds of every phrase, whenever it is read."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import NotUnderstood
from bot.reading.languages import language_words
from bot.reading.languages.words import TimeWords
from bot.reading.time_expressions import find_time_expressions, parse_when
from tests.bot.reading.cases import LANGUAGES, load

ZONES = tuple(ZoneInfo(name) for name in ("Europe/Oslo", "America/New_York", "Australia/Lord_Howe"))
LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
FORMATS = ("d. MMMM y", "EEEE d. MMMM y", "d.M.y", "dd/MM/y", "y-MM-dd", "d. MMM y", "d MMMM y")
RELATIVE = {
    "nb": ("neste uke", "i morgen", "på fredag", "i helgen", "neste tirsdag", "om to uker"),
    "nn": ("neste veke", "i morgon", "på fredag", "neste laurdag", "om to veker"),
    "en": ("next week", "tomorrow", "on Friday", "this weekend", "next Tuesday", "in two weeks"),
}

moments = st.builds(
    lambda naive, zone: naive.replace(tzinfo=zone),
    st.datetimes(datetime(2000, 1, 1), datetime(2090, 12, 31)).map(  # noqa: DTZ001
        lambda moment: moment.replace(second=0, microsecond=0)
    ),
    st.sampled_from(ZONES),
)
phrases = st.sampled_from(
    [(case.text, language) for language in LANGUAGES for case in load(language)]
)


@given(phrases, moments)
def test_every_window_begins_before_it_ends(phrase: tuple[str, str], now: datetime) -> None:
    text, language = phrase
    try:
        window = parse_when(text, now=now, language=language)
    except NotUnderstood:
        return  # such as the 29th of a February too far away
    if window.start and window.end:
        assert window.start.astimezone(UTC) < window.end.astimezone(UTC)


@pytest.mark.parametrize("language", LANGUAGES)
@given(now=moments, weeks=st.integers(-100, 100), nth=st.integers(0, 4))
def test_relative_windows_move_with_now_by_whole_weeks(
    language: str, now: datetime, weeks: int, nth: int
) -> None:
    text, shift = RELATIVE[language][nth], timedelta(weeks=weeks)
    here = parse_when(text, now=now, language=language)
    there = parse_when(text, now=now + shift, language=language)
    assert here.start is not None
    assert here.end is not None
    assert there.start == here.start + shift
    assert there.end == here.end + shift


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@given(day=st.dates(date(1950, 1, 1), date(2090, 12, 31)), now=moments)
def test_a_printed_date_reads_back_as_itself(
    language: str, style: str, day: date, now: datetime
) -> None:
    locale = LOCALES[language]
    printed = format_date(day, style if language != "en" else style.replace("d. ", "d "), locale)
    window = parse_when(printed, now=now, language=language)
    assert window.timex_value == day.isoformat()
    assert window.length == len(printed)


@given(st.text(max_size=200), moments, st.sampled_from(LANGUAGES))
def test_any_text_is_read_without_harm(text: str, now: datetime, language: str) -> None:
    for each in find_time_expressions(text, now=now, language=language):
        assert text[each.start : each.end] == each.text


def own_words(language: str) -> list[str]:
    """Return every word of time a language has, and numbers and signs that go with them."""
    time = language_words(language).time
    held = (getattr(time, each.name) for each in fields(TimeWords))
    keys = {key for each in held if isinstance(each, Mapping) for key in each}
    forms = {form for key in keys for form in key.split("|")}
    return [*sorted(forms), "0", "2", "31", "9999", "-"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), now=moments)
def test_words_of_time_in_any_order_are_read_without_harm(
    language: str, data: st.DataObject, now: datetime
) -> None:
    chosen = data.draw(st.lists(st.sampled_from(own_words(language)), min_size=2, max_size=9))
    text = " ".join(chosen)
    for each in find_time_expressions(text, now=now, language=language):
        assert text[each.start : each.end] == each.text
    with suppress(NotUnderstood):
        parse_when(text, now=now, language=language)


ENDS_OF_THE_CALENDAR = {
    "nb": ("31.12.9999", "0001-01-01", "9998-12-31", "om 7973 år", "dagen etter 31.12.9999"),
    "nn": ("31.12.9999", "0001-01-01", "9998-12-31", "om 7973 år", "dagen etter 31.12.9999"),
    "en": ("31/12/9999", "0001-01-01", "9998-12-31", "in 7973 years", "a week before 0001-01-01"),
}
OPENINGS = {
    "nb": ("", "innen ", "før ", "fra og med ", "innen utgangen av ", "hver dag til "),
    "nn": ("", "innan ", "før ", "frå og med ", "innan utgangen av ", "kvar dag til "),
    "en": ("", "by ", "before ", "from ", "by the end of ", "every day until "),
}
last_moments = st.datetimes(datetime(9998, 11, 1), datetime(9999, 12, 31))  # noqa: DTZ001


@given(st.sampled_from(LANGUAGES), st.data())
def test_no_date_at_the_ends_of_the_calendar_does_harm(language: str, data: st.DataObject) -> None:
    far = data.draw(st.sampled_from(ENDS_OF_THE_CALENDAR[language]))
    text = data.draw(st.sampled_from(OPENINGS[language])) + far
    now = data.draw(moments)
    find_time_expressions(text, now=now, language=language)
    with suppress(NotUnderstood):
        parse_when(text, now=now, language=language)


@given(phrases, last_moments, st.sampled_from(ZONES))
def test_a_phrase_said_in_the_last_year_does_no_harm(
    phrase: tuple[str, str], wall: datetime, zone: ZoneInfo
) -> None:
    text, language = phrase
    with suppress(NotUnderstood):
        parse_when(text, now=wall.replace(tzinfo=zone), language=language)
