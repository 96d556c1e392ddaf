"""What a new article says of the follow-ups a story already has."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.window import EventWindow, Precision
from bot.reading import read_article
from bot.reading.known import Bearing, KnownFollowUp, Match, match_known

OSLO = ZoneInfo("Europe/Oslo")
PUBLISHED = datetime(2025, 11, 26, 12, tzinfo=OSLO)
FRIDAY = EventWindow(
    datetime(2025, 11, 28, tzinfo=OSLO), datetime(2025, 11, 29, tzinfo=OSLO), Precision.DAY
)
TUESDAY = EventWindow(
    datetime(2025, 11, 25, tzinfo=OSLO), datetime(2025, 11, 26, tzinfo=OSLO), Precision.DAY
)


def matches(text: str, *known: KnownFollowUp) -> tuple[Match, ...]:
    return match_known(read_article(text, published=PUBLISHED, language="nb"), known)


def a_known(title: str, window: EventWindow | None = FRIDAY) -> KnownFollowUp:
    return KnownFollowUp(2, title, window)


def test_what_nobody_knew_is_new() -> None:
    (match,) = matches("Kongen besøker Vadsø fredag.", a_known("Budsjettet vedtas"))
    assert (match.bearing, match.known) == (Bearing.NEW, None)


def test_the_same_event_at_the_same_time_is_the_same() -> None:
    known = a_known("Lindvik møter Moldskred i Haugesund")
    (match,) = matches("Ola Lindvik møter Kari Moldskred i Haugesund fredag.", known)
    assert (match.bearing, match.known) == (Bearing.SAME, known)


def test_a_tighter_window_inside_the_known_one_is_the_same() -> None:
    week = EventWindow(
        datetime(2025, 11, 24, tzinfo=OSLO), datetime(2025, 12, 1, tzinfo=OSLO), Precision.WEEK
    )
    (match,) = matches("Kongen besøker Vadsø fredag.", a_known("Kongen besøker Vadsø", week))
    assert match.bearing is Bearing.SAME


def test_the_same_event_at_another_time_has_moved() -> None:
    known = a_known("Lindvik til Haugesund for å møte Moldskred")
    (match,) = matches("Møtet mellom Lindvik og Moldskred holdes 9. desember.", known)
    assert (match.bearing, match.known) == (Bearing.MOVED, known)


def test_a_name_in_another_spelling_is_the_same_name() -> None:
    known = a_known("Kirill Dmitrijev møter Steve Lindvik")
    (match,) = matches("Steve Lindvik tar imot Kirill Dmitriev fredag.", known)
    assert match.bearing is Bearing.SAME


def test_a_fact_in_the_expected_time_says_that_it_has_happened() -> None:
    known = a_known("Kongen besøker Vadsø", TUESDAY)
    (match,) = matches("Kongen besøkte Vadsø tirsdag.", known)
    assert (match.bearing, match.known) == (Bearing.HAPPENED, known)


def test_one_known_follow_up_is_met_by_one_proposal_alone() -> None:
    known = a_known("Kongen besøker Vadsø")
    found = matches("Kongen besøker Vadsø fredag.\nKongen besøker Vadsø igjen 9. juni.", known)
    assert [match.known for match in found].count(known) == 1


def test_a_sentence_that_calls_it_off_says_that_it_is_cancelled() -> None:
    known = a_known("Kongen besøker Vadsø")
    (match,) = matches("Kongens besøk i Vadsø fredag er avlyst.", known)
    assert (match.bearing, match.known) == (Bearing.CANCELLED, known)


def test_a_journey_of_somebody_else_to_another_place_is_new() -> None:
    known = a_known("Reisen til Moskva", TUESDAY)
    (match,) = matches("Kari Lie reiser til Oslo fredag.", known)
    assert (match.bearing, match.known) == (Bearing.NEW, None)
