"""A story's timeline as a picture."""

import re
from datetime import datetime
from xml.etree import ElementTree as ET

import pytest

from bot.domain.follow_up import FollowUp
from bot.domain.language import Language
from bot.domain.message import Picture
from bot.domain.occurrence import Occurrence
from bot.domain.timeline import TimelineEntry
from bot.domain.window import EventWindow, Precision
from bot.wording.timeline_picture import (
    MOST_EXPECTED,
    MOST_PAST,
    BadLook,
    Bar,
    Format,
    Look,
    Mark,
    bars_of,
    left_out,
    picture,
    read_look,
)
from bot.wording.words import Words
from tests.builders import OSLO, a_follow_up, a_story, a_timeline_entry

NB = Words(Language.NB)
NOW = datetime(2025, 11, 26, 12, tzinfo=OSLO)
PNG = b"\x89PNG\r\n\x1a\n"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)


def days(first: str, after: str, *, approximate: bool = False) -> EventWindow:
    return EventWindow(at(first), at(after), Precision.RANGE, approximate)


def bars(
    *, entries: tuple[TimelineEntry, ...] = (), expected: tuple[FollowUp, ...] = ()
) -> tuple[Bar, ...]:
    return bars_of(entries, expected, NB, NOW)


def drawn(shown: tuple[Bar, ...], look: Look = Look()) -> Picture:  # noqa: B008  it is frozen
    return picture(a_story(), shown, NB, NOW, look)


SOME = bars(
    entries=(a_timeline_entry(window=days("2025-10-24", "2025-10-27", approximate=True)),),
    expected=(
        a_follow_up(number=1),
        a_follow_up(number=2, window=days("2025-11-18", "2025-11-22")),
        a_follow_up(number=3, window=EventWindow(at("2025-12-15"), None, Precision.RANGE)),
    ),
)


def test_facts_come_first_and_each_part_is_in_order_of_time() -> None:
    assert [(bar.mark, bar.when) for bar in SOME] == [
        (Mark.PAST, "rundt 24.–26. oktober"),
        (Mark.OVERDUE, "18.–21. november · på overtid"),
        (Mark.EXPECTED, "uke 49, 1.–7. desember · ventet"),
        (Mark.EXPECTED, "fra mandag 15. desember · ventet"),
    ]
    assert [bar.approximate for bar in SOME] == [True, False, False, False]


def test_what_is_confirmed_is_marked_so() -> None:
    (bar,) = bars(expected=(a_follow_up(occurrence=Occurrence.CERTAIN),))
    assert bar.mark is Mark.CONFIRMED


def test_what_has_no_date_is_left_out() -> None:
    assert bars(expected=(a_follow_up(window=None),)) == ()


def test_a_long_title_is_shortened_visibly() -> None:
    (bar,) = bars(expected=(a_follow_up(title="word " * 30),))
    assert bar.label.endswith("…")


def test_a_picture_is_as_wide_as_a_phone_shows_well() -> None:
    found = drawn(SOME)
    assert found.data.startswith(PNG)
    assert int.from_bytes(found.data[16:20]) == 1080
    assert (found.name, found.media_type) == ("harbour-strike.png", "image/png")
    assert found.description == "harbour-strike på en tidslinje: 1 som har vært, 3 ventet"


def test_what_has_no_room_is_counted_in_the_picture_and_beside_it() -> None:
    entries = tuple(a_timeline_entry() for _ in range(MOST_PAST + 2))
    expected = tuple(a_follow_up(number=n) for n in range(1, MOST_EXPECTED + 4))
    shown = bars(entries=entries, expected=expected)
    note = left_out(entries, expected, shown, NB)
    assert note == "Ikke med i bildet: 2 tidligere, 3 senere"
    assert picture(a_story(), shown, NB, NOW, Look(), note).description.endswith(note)
    assert left_out(entries[2:], expected[3:], shown, NB) == ""


def test_the_line_of_today_stops_at_the_words() -> None:
    svg = drawn(SOME, Look(kind=Format.SVG)).data.decode()
    behind_words = re.findall(r'<g id="text_\d+">\s*<g id="patch_\d+">\s*<path[^>]*#ffffff', svg)
    assert len(behind_words) == 2 * len(SOME) + 1  # two lines each, and "today" itself


def test_a_dark_picture_differs_from_a_light_one() -> None:
    assert drawn(SOME, Look(dark=True)).data != drawn(SOME).data


def test_approximate_and_overdue_look_unlike_what_is_sure() -> None:
    sure = bars(expected=(a_follow_up(window=days("2025-11-27", "2025-11-30")),))
    vague = bars(expected=(a_follow_up(window=days("2025-11-27", "2025-11-30", approximate=True)),))
    overdue = bars(expected=(a_follow_up(window=days("2025-11-22", "2025-11-25")),))
    svgs = [drawn(each, Look(kind=Format.SVG)).data.decode() for each in (sure, vague, overdue)]
    assert ["stroke-dasharray: 5" in svg for svg in svgs] == [False, True, False]
    assert ["<pattern" in svg for svg in svgs] == [False, False, True]


def test_a_title_is_never_taken_for_a_formula_and_unknown_signs_become_boxes() -> None:
    shown = bars(expected=(a_follow_up(title="$\\frac$ 🧊 <script>"),))
    assert drawn(shown).data.startswith(PNG)
    ET.fromstring(drawn(shown, Look(kind=Format.SVG)).data)


def test_one_single_minute_can_be_drawn() -> None:
    now = EventWindow(at("2025-11-26T12:00"), at("2025-11-26T12:01"), Precision.MINUTE)
    assert drawn(bars(expected=(a_follow_up(window=now),))).data.startswith(PNG)


@pytest.mark.parametrize(
    ("typed", "look"),
    [
        ("", Look()),
        ("dark", Look(dark=True)),
        ("mørk, svg", Look(dark=True, kind=Format.SVG)),
        ("lys png", Look()),
    ],
)
def test_a_look_is_said_in_words(typed: str, look: Look) -> None:
    assert read_look(typed) == look


def test_any_other_look_is_refused() -> None:
    with pytest.raises(BadLook):
        read_look("round")


def test_what_lies_beyond_the_axis_is_drawn_as_well() -> None:
    near = tuple(
        a_follow_up(number=n, window=days(f"2025-12-0{n}", f"2025-12-0{n + 1}"))
        for n in range(1, 5)
    )
    far = a_follow_up(number=5, window=days("2027-01-01", "2028-01-01"))
    with_far = drawn(bars(expected=(*near, far)), Look(kind=Format.SVG)).data
    assert b"2027" in with_far
    assert with_far.count(b"<path") > drawn(bars(expected=near), Look(kind=Format.SVG)).data.count(
        b"<path"
    )
