"""The life of a follow-up."""

from dataclasses import replace

import pytest

from bot.domain.follow_up import BadTitle, FollowUp, FollowUpState, HasEnded, StillExpected
from bot.domain.occurrence import Occurrence
from tests.builders import DAY, NOON, a_follow_up, a_week


def test_its_name_is_its_story_and_number() -> None:
    assert a_follow_up(number=2).name == "harbour-strike#2"


def test_every_change_counts_the_version_up() -> None:
    assert a_follow_up().confirmed().happened().version == 3


def test_confirming_in_a_sharper_window_keeps_the_old_one() -> None:
    sharper = a_week(end=a_week().start.replace(day=3))  # type: ignore[union-attr]  # it has a start
    confirmed = a_follow_up().confirmed(sharper)
    assert (confirmed.occurrence, confirmed.window, confirmed.was) == (
        Occurrence.CERTAIN,
        sharper,
        a_week(),
    )


def test_postponed_without_a_time_waits_for_one() -> None:
    postponed = a_follow_up().postponed(None, "storm")
    assert (postponed.state, postponed.window, postponed.was, postponed.note) == (
        FollowUpState.POSTPONED,
        None,
        a_week(),
        "storm",
    )


def test_a_new_time_makes_it_expected_again() -> None:
    later = a_week(start=a_week().end, end=a_week().end + 7 * DAY)  # type: ignore[operator]  # it has an end
    follow_up = a_follow_up().postponed(None).postponed(later)
    assert (follow_up.state, follow_up.window) == (FollowUpState.EXPECTED, later)


def test_reopening_gives_the_postponed_its_window_back() -> None:
    assert a_follow_up().postponed(None).reopened().window == a_week()


def test_a_cancelled_one_that_is_reopened_is_no_longer_cancelled() -> None:
    reopened = a_follow_up().cancelled("illness").reopened()
    assert (reopened.state, reopened.occurrence, reopened.note) == (
        FollowUpState.EXPECTED,
        Occurrence.HIGHLY_LIKELY,
        "",
    )


@pytest.mark.parametrize("end", [FollowUp.happened, FollowUp.cancelled, FollowUp.dropped])
def test_what_has_ended_must_be_reopened_first(end: object) -> None:
    ended = end(a_follow_up())  # type: ignore[operator]  # each is a method of it
    assert ended.has_ended
    with pytest.raises(HasEnded, match="harbour-strike#1"):
        ended.confirmed()


def test_what_never_ended_cannot_be_reopened() -> None:
    with pytest.raises(StillExpected):
        a_follow_up().reopened()


def test_overdue_is_expected_and_past_its_end() -> None:
    follow_up = a_follow_up()
    assert not follow_up.is_overdue(NOON + 11 * DAY)
    assert follow_up.is_overdue(NOON + 12 * DAY)
    assert not follow_up.happened().is_overdue(NOON + 12 * DAY)


def test_a_title_must_say_something() -> None:
    with pytest.raises(BadTitle):
        replace(a_follow_up(), title="")
