"""What a reminder says, as things stand when it is said."""

from datetime import datetime, timedelta

import pytest

from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.language import Language
from bot.domain.message import Tone
from bot.domain.window import EventWindow, Precision
from bot.wording import notices
from bot.wording.words import Words
from tests.builders import DAY, OSLO, a_follow_up, a_story, a_week

EN = Words(Language.EN)
MONDAY = datetime(2025, 12, 1, 9, tzinfo=OSLO)


def title(kind: ReminderKind, follow_up: FollowUp, now: datetime = MONDAY) -> str:
    return notices.reminder(kind, follow_up, a_story(), EN, now).title


def a_day() -> FollowUp:
    start = datetime(2025, 12, 1, tzinfo=OSLO)
    return a_follow_up(window=EventWindow(start, start + DAY, Precision.DAY))


@pytest.mark.parametrize(
    ("kind", "now", "said"),
    [
        (ReminderKind.HEADS_UP, MONDAY - 3 * DAY, "Coming up: "),
        (ReminderKind.OPENS, MONDAY, "From now on: "),
        (ReminderKind.CLOSES, MONDAY + 3 * DAY, "Soon over: "),
        (ReminderKind.CLOSES, MONDAY + 6 * DAY, "Last day: "),
        (ReminderKind.OVERDUE, MONDAY + 7 * DAY, "Did it happen? "),
        (ReminderKind.ESCALATION, MONDAY + 9 * DAY, "Nobody has answered: "),
    ],
)
def test_a_reminder_says_why_it_speaks(kind: ReminderKind, now: datetime, said: str) -> None:
    assert title(kind, a_follow_up(), now).startswith(said)


def test_a_day_opens_with_today() -> None:
    assert title(ReminderKind.OPENS, a_day()).startswith("Today: ")


def test_hours_open_now() -> None:
    start = MONDAY + timedelta(hours=5)
    hours = EventWindow(start, start + timedelta(hours=2), Precision.RANGE)
    assert title(ReminderKind.OPENS, a_follow_up(window=hours)).startswith("Now: ")


@pytest.mark.parametrize("kind", [ReminderKind.OPENS, ReminderKind.OVERDUE])
def test_what_was_said_of_a_day_that_moved_is_put_right(kind: ReminderKind) -> None:
    moved = a_day().postponed(a_week(start=MONDAY + 7 * DAY, end=MONDAY + 14 * DAY))
    assert title(kind, moved).startswith("New date: ")


def test_an_outcome_takes_the_place_of_the_buttons() -> None:
    message = notices.reminder(
        ReminderKind.OVERDUE, a_follow_up().happened("on time"), a_story(), EN, MONDAY + 8 * DAY
    )
    assert message.title.endswith(": happened")
    assert message.tone is Tone.GOOD
    assert not message.buttons


def test_a_delay_is_said_once_it_is_worth_saying() -> None:
    message = notices.reminder(ReminderKind.OPENS, a_follow_up(), a_story(), EN, MONDAY)
    assert notices.late(message, timedelta(minutes=4), EN) == message
    assert notices.late(message, timedelta(hours=3), EN).footnote.endswith("3 hours late")


def test_asking_once_more_carries_a_warning_alone_and_among_others() -> None:
    asked = (ReminderKind.AGAIN, a_day(), a_story())
    assert notices.reminder(*asked, EN, MONDAY + 7 * DAY).tone is Tone.WARNING
    assert notices.together([asked, asked], EN, MONDAY + 7 * DAY).tone is Tone.WARNING
