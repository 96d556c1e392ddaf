from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.window import EventWindow, Precision
from bot.errors import NotUnderstood
from bot.reading.languages.detect import detect_language
from bot.reading.time_expressions import find_time_expressions, parse_when, parse_whole

OSLO = ZoneInfo("Europe/Oslo")
WEDNESDAY = datetime(2025, 11, 26, 12, tzinfo=OSLO)


def found(text: str, language: str = "nb", now: datetime = WEDNESDAY) -> list[tuple[str, str]]:
    expressions = find_time_expressions(text, now=now, language=language)
    return [(each.timex_type, each.timex_value) for each in expressions]


def test_a_phrase_at_the_head_of_a_longer_text_tells_where_it_ended() -> None:
    text = "tirsdag kl. 14 Kongressen åpner"
    assert text[: parse_when(text, now=WEDNESDAY, language="nb").length] == "tirsdag kl. 14"


def test_a_whole_phrase_may_be_closed_by_a_dot() -> None:
    window = parse_whole("neste uke.", now=WEDNESDAY, language="nb")
    assert window.precision is Precision.WEEK


def test_what_follows_a_whole_phrase_is_refused_by_its_words() -> None:
    with pytest.raises(NotUnderstood) as refused:
        parse_whole("neste uke med hatt", now=WEDNESDAY, language="nb")
    assert refused.value.facts == {"words": "med hatt"}


def test_a_refusal_names_the_words_not_understood() -> None:
    with pytest.raises(NotUnderstood, match="20-punktsplan"):
        parse_when("20-punktsplan", now=WEDNESDAY, language="nb")


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(NotUnderstood):
        parse_when("  ", now=WEDNESDAY, language="nb")


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="en, nb, nn"):
        parse_when("mañana", now=WEDNESDAY, language="es")


def test_a_moment_without_an_iana_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="IANA"):
        parse_when("i morgen", now=datetime(2025, 11, 26, 12), language="nb")  # noqa: DTZ001


def test_an_ambiguous_phrase_tells_its_other_reading() -> None:
    window = parse_when("neste fredag", now=WEDNESDAY, language="nb")
    assert window.ambiguous
    assert window.other is not None
    assert window.other.start == datetime(2025, 11, 28, tzinfo=OSLO)


def test_a_wall_time_that_the_clocks_skip_moves_on_by_what_they_skip() -> None:
    before = datetime(2026, 3, 28, 12, tzinfo=OSLO)
    window = parse_when("søndag kl. 02.30", now=before, language="nb")
    assert window.start == datetime(2026, 3, 29, 3, 30, tzinfo=OSLO)
    assert window.end == datetime(2026, 3, 29, 3, 31, tzinfo=OSLO)


def test_a_wall_time_that_comes_twice_is_the_first() -> None:
    before = datetime(2026, 10, 24, 12, tzinfo=OSLO)
    window = parse_when("søndag kl. 02.30", now=before, language="nb")
    assert window.start is not None
    assert window.start.utcoffset() == timedelta(hours=2)


def test_hours_from_now_are_counted_as_they_pass() -> None:
    before = datetime(2026, 3, 28, 12, tzinfo=OSLO)
    window = parse_when("om 24 timer", now=before, language="nb")
    assert window.start == datetime(2026, 3, 29, 13, tzinfo=OSLO)


def test_a_figure_date_is_month_first_only_where_asked() -> None:
    given = {"now": WEDNESDAY, "language": "en", "country": "US"}
    assert parse_when("2/3/2026", **given).timex_value == "2026-03-02"  # type: ignore[arg-type] # one mapping for both
    assert parse_when("2/3/2026", month_first=True, **given).timex_value == "2026-02-03"  # type: ignore[arg-type] # as above


@pytest.mark.parametrize(
    ("country", "day"), [("US", "2026-09-07"), ("CA", "2026-09-07"), ("NO", "2026-05-01")]
)
def test_a_holiday_falls_as_the_country_keeps_it(country: str, day: str) -> None:
    window = parse_when("Labor Day", now=WEDNESDAY, language="en", country=country)
    assert window.timex_value == day


def test_a_country_that_is_unknown_keeps_the_days_that_most_do() -> None:
    window = parse_when("Labour Day", now=WEDNESDAY, language="en", country="XX")
    assert window.timex_value == "2026-05-01"


def test_expressions_stand_at_their_place_in_the_text_as_given() -> None:
    text = "Møtet i\u00a0mor\u00adgen ble flyttet fra la\u030aven til lo\u0308rdag 6. des."
    for each in find_time_expressions(text, now=WEDNESDAY, language="nb"):
        assert text[each.start : each.end] == each.text


def test_a_letter_may_be_composed_or_not() -> None:
    composed = parse_when("på lørdag og i går", now=WEDNESDAY, language="nb")
    apart = parse_when("i ga\u030ar", now=WEDNESDAY, language="nb")
    assert composed.length > 0
    assert apart.timex_value == "2025-11-25"


def test_the_day_after_carries_on_from_the_day_last_mentioned() -> None:
    text = "De møttes 14. oktober. Dagen etter reiste han hjem. To dager senere kom hun."
    assert [value for _, value in found(text)] == ["2025-10-14", "2025-10-15", "2025-10-17"]


def test_the_following_week_carries_on_in_english() -> None:
    text = "The talks began on October 13. They collapsed the following week."
    assert [value for _, value in found(text, "en")] == ["2025-10-13", "2025-W43"]


def test_a_dated_list_is_a_chronology_of_what_has_been() -> None:
    text = "Tidslinje:\n* 13. oktober: Presidenten taler.\n* 14. oktober: Utsendingen ringer."
    assert [value for _, value in found(text)] == ["2025-10-13", "2025-10-14"]


def test_a_command_never_means_the_day_itself_by_its_weekday() -> None:
    text = "Pressekonferanse onsdag"
    (typed,) = find_time_expressions(text, now=WEDNESDAY, language="nb", typed=True)
    (printed,) = find_time_expressions(text, now=WEDNESDAY, language="nb")
    assert (typed.timex_value, printed.timex_value) == ("2025-12-03", "2025-11-26")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("early to ", "en"),
        ("Tuesday, ", "en"),
        ("mai, ", "nb"),
        ("3, ", "nb"),
        ("fredag (", "nb"),
        ("helga i ", "nn"),
    ],
)
def test_a_list_without_end_is_read_without_harm(words: str, language: str) -> None:
    for each in find_time_expressions(words * 2_000, now=WEDNESDAY, language=language):
        assert each.text.strip(" ,")


def test_a_command_looks_ahead_whatever_its_nouns_end_in() -> None:
    (typed,) = find_time_expressions(
        "Ny hovedgate lørdag", now=WEDNESDAY, language="nb", typed=True
    )
    assert typed.timex_value == "2025-11-29"


@pytest.mark.parametrize(
    ("text", "language", "kind", "value"),
    [
        ("for two weeks", "en", "DURATION", "P2W"),
        ("the past three years", "en", "DURATION", "P3Y"),
        ("i to og en halv time", "nb", "DURATION", "PT2.5H"),
        ("now", "en", "DATE", "PRESENT_REF"),
        ("recently", "en", "DATE", "PAST_REF"),
        ("i framtiden", "nb", "DATE", "FUTURE_REF"),
        ("the 1990s", "en", "DATE", "199"),
        ("på 1800-tallet", "nb", "DATE", "18"),
        ("every Monday", "en", "SET", "XXXX-WXX-1"),
        ("in the third quarter", "en", "DATE", "2026-Q3"),
        ("Sunday evening", "en", "TIME", "2025-11-30TEV"),
        ("i neste uke", "nb", "DATE", "2025-W49"),
        ("neste helg", "nb", "DATE", "2025-W49-WE"),
    ],
)
def test_an_expression_has_its_timex(text: str, language: str, kind: str, value: str) -> None:
    assert found(text, language) == [(kind, value)]


def test_a_length_of_time_has_no_window() -> None:
    (each,) = find_time_expressions("i tre uker", now=WEDNESDAY, language="nb")
    assert each.window is None


def test_a_phrase_does_not_reach_across_paragraphs() -> None:
    text = "Det skjedde tirsdag\n\n14. oktober møttes de."
    assert len(found(text)) == 2


def test_an_understood_window_is_still_a_window() -> None:
    understood = parse_when("i morgen", now=WEDNESDAY, language="nb")
    assert isinstance(understood, EventWindow)
    assert understood.approximately().approximate


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Regjeringen sier at de ikke kommer til å endre loven før jul, og hun er enig.", "nb"),
        ("Regjeringa seier at dei ikkje kjem til å endre lova før jul, og ho er samd.", "nn"),
        ("The government says that it will not change the law before the holidays.", "en"),
    ],
)
def test_the_language_of_a_sentence_is_told_by_its_own_words(text: str, language: str) -> None:
    assert detect_language(text) == language
