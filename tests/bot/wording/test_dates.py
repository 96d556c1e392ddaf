"""Windows as a reader's language writes them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.language import Language
from bot.domain.window import EventWindow, Precision
from bot.wording import dates
from bot.wording.words import Words
from tests.builders import a_minute

OSLO = ZoneInfo("Europe/Oslo")
NB, NN, EN = (Words(language) for language in Language)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


NOW = at("2025-11-26T12:00")
IN_NEW_YORK = NOW.astimezone(ZoneInfo("America/New_York"))

CASES = [
    ("2025-12-02T14:30", "2025-12-02T14:31", "minute", "tirsdag 2. desember kl. 14.30",
     "Tuesday 2 December at 14:30"),
    ("2025-12-02", "2025-12-03", "day", "tirsdag 2. desember", "Tuesday 2 December"),
    ("2026-01-02", "2026-01-03", "day", "fredag 2. januar 2026", "Friday 2 January 2026"),
    ("2025-12-02T18:00", "2025-12-03", "part_of_day", "tirsdag 2. desember om kvelden",
     "Tuesday 2 December, in the evening"),
    ("2025-12-02", "2025-12-02T06:00", "part_of_day", "natt til tirsdag 2. desember",
     "the night before Tuesday 2 December"),
    ("2025-11-28T18:00", "2025-12-01", "weekend", "helgen 28.–30. november",
     "the weekend of 28–30 November"),
    ("2025-12-01", "2025-12-08", "week", "uke 49, 1.–7. desember", "week 49, 1–7 December"),
    ("2025-12-29", "2026-01-05", "week", "uke 1, 29. desember 2025–4. januar 2026",
     "week 1, 29 December 2025–4 January 2026"),
    ("2025-12-03", "2025-12-04", "week", "onsdag 3. desember", "Wednesday 3 December"),
    ("2025-11-26T12:00", "2025-12-01", "week", "26.–30. november", "26–30 November"),
    ("2025-12-01", "2026-01-01", "month", "desember 2025", "December 2025"),
    ("2025-12-01", "2026-03-01", "season", "vinteren 2025–26", "winter 2025–26"),
    ("2026-03-01", "2026-06-01", "season", "våren 2026", "spring 2026"),
    ("2026-01-01", "2026-04-01", "quarter", "1. kvartal 2026", "Q1 2026"),
    ("2026-01-01", "2027-01-01", "year", "2026", "2026"),
    ("2025-12-02T14:00", "2025-12-02T16:00", "range", "tirsdag 2. desember kl. 14.00–16.00",
     "Tuesday 2 December, 14:00–16:00"),
    ("2026-03-01", "2026-06-01", "range", "1. mars–31. mai 2026", "1 March–31 May 2026"),
    ("2025-12-30", "2026-01-03", "range", "30. desember 2025–2. januar 2026",
     "30 December 2025–2 January 2026"),
    ("2025-10-30", "2025-11-03", "range", "30. oktober–2. november", "30 October–2 November"),
    ("2025-11-29", None, "range", "fra lørdag 29. november", "from Saturday 29 November"),
    ("2025-11-26T12:00", "2025-12-01", "deadline", "innen søndag 30. november",
     "by Sunday 30 November"),
    ("2025-11-26T12:00", "2025-11-28T14:00", "deadline", "innen fredag 28. november kl. 14.00",
     "by Friday 28 November at 14:00"),
]  # fmt: skip


def a_window(start: str | None, end: str | None, precision: str) -> EventWindow:
    return EventWindow(at(start) if start else None, at(end) if end else None, Precision(precision))


@pytest.mark.parametrize(("start", "end", "precision", "bokmal", "english"), CASES)
def test_a_window_is_written_as_the_language_writes_it(
    start: str, end: str | None, precision: str, bokmal: str, english: str
) -> None:
    span = a_window(start, end, precision)
    assert dates.window(span, NB, NOW) == bokmal
    assert dates.window(span, EN, NOW) == english


def test_nynorsk_has_its_own_days() -> None:
    assert dates.window(a_window("2025-12-02", "2025-12-03", "day"), NN, NOW) == (
        "tysdag 2. desember"
    )


def test_what_is_approximate_says_so() -> None:
    span = a_window("2025-10-24", "2025-10-27", "range").approximately()
    assert dates.window(span, NB, NOW) == "rundt 24.–26. oktober"
    assert dates.window(span, EN, NOW) == "around 24–26 October"


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (timedelta(minutes=7), "7 minutes"),
        (timedelta(hours=1, minutes=20), "1 hour"),
        (timedelta(hours=30), "30 hours"),
        (timedelta(days=4), "4 days"),
    ],
)
def test_a_length_of_time_is_said_in_its_largest_unit(time: timedelta, said: str) -> None:
    assert dates.elapsed(time, EN) == said


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        ("2025-12-02T14:30", "2025-12-02T14:31", "minute",
         "Tuesday 2 December at 08:30 (14:30 in Oslo)"),
        ("2025-12-02T02:00", "2025-12-02T02:01", "minute",
         "Monday 1 December at 20:00 (Tuesday 2 December at 02:00 in Oslo)"),
        ("2025-12-02T14:00", "2025-12-02T16:00", "range",
         "Tuesday 2 December, 08:00–10:00 (14:00–16:00 in Oslo)"),
        ("2025-11-26T12:00", "2025-11-28T14:00", "deadline",
         "by Friday 28 November at 08:00 (14:00 in Oslo)"),
        ("2025-11-28T14:00", None, "range", "from Friday 28 November at 08:00 (14:00 in Oslo)"),
        ("2025-12-02T18:00", "2025-12-03", "part_of_day",
         "Tuesday 2 December, in the evening (in Oslo)"),
    ],
)  # fmt: skip
def test_hours_are_said_by_the_readers_clock_and_by_that_of_their_place(
    start: str, end: str | None, precision: str, said: str
) -> None:
    assert dates.window(a_window(start, end, precision), EN, IN_NEW_YORK) == said


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        ("2025-12-02", "2025-12-03", "day", "Tuesday 2 December"),
        ("2025-11-28T18:00", "2025-12-01", "weekend", "the weekend of 28–30 November"),
        ("2025-12-01", "2025-12-08", "week", "week 49, 1–7 December"),
        ("2025-12-30", "2026-01-03", "range", "30 December 2025–2 January 2026"),
        ("2025-11-26T12:00", "2025-12-01", "deadline", "by Sunday 30 November"),
    ],
)
def test_days_are_the_same_days_for_readers_elsewhere(
    start: str, end: str, precision: str, said: str
) -> None:
    assert dates.window(a_window(start, end, precision), EN, IN_NEW_YORK) == said


def test_a_place_whose_clocks_show_the_same_goes_without_saying() -> None:
    span = a_window("2025-12-02T14:30", "2025-12-02T14:31", "minute")
    in_stockholm = NOW.astimezone(ZoneInfo("Europe/Stockholm"))
    assert dates.window(span, EN, in_stockholm) == "Tuesday 2 December at 14:30"


def test_a_place_has_its_name_in_the_readers_language() -> None:
    in_copenhagen = EventWindow(
        datetime(2025, 12, 2, 14, tzinfo=ZoneInfo("Europe/Copenhagen")),
        datetime(2025, 12, 2, 14, 1, tzinfo=ZoneInfo("Europe/Copenhagen")),
        Precision.MINUTE,
    )
    assert dates.elsewhere(in_copenhagen, NB, IN_NEW_YORK) == "kl. 14.00 i København"


def test_one_moment_named_in_two_zones_is_said_as_each_named_it() -> None:
    in_london = a_minute(datetime(2025, 12, 2, 15, tzinfo=ZoneInfo("Europe/London")))
    in_oslo = a_minute(datetime(2025, 12, 2, 16, tzinfo=OSLO))
    assert in_london == in_oslo
    assert dates.window(in_london, NB, NOW) == "tirsdag 2. desember kl. 16.00 (kl. 15.00 i London)"
    assert dates.window(in_oslo, NB, NOW) == "tirsdag 2. desember kl. 16.00"
