"""A policy of one's own, read from what an editor types."""

from datetime import time

import pytest

from bot.domain.follow_up import ReminderKind
from bot.domain.own_policy import KINDS
from bot.domain.policy import PolicyRow
from bot.domain.rule import Anchor, Roll, Rule
from bot.domain.working_hours import USUAL, WorkingHours
from bot.reading.typed.policy_words import (
    BadPolicyWords,
    BadRow,
    NoHourInRow,
    NotInRow,
    PolicyWish,
    read_policy_words,
)

EARLY = WorkingHours(morning=time(6), afternoon=time(14))


def the_rule(words: str, hours: WorkingHours = USUAL) -> Rule:
    """Return the only rule that is wished for."""
    ((rule,),) = read_policy_words(words, hours).ladder.values()
    return rule


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("day: heads-up 2d 10:00", Rule(Anchor.START, working_days=-2, at=time(10))),
        ("dag: forvarsel 2d kl. 10", Rule(Anchor.START, working_days=-2, at=time(10))),
        ("week: heads-up 1w", Rule(Anchor.FIRST_MORNING, days=-7, at=time(15))),
        ("deadline heads-up 3d", Rule(Anchor.LAST, working_days=-3, at=time(15))),
        ("minute: heads-up 1h", Rule(Anchor.START, hours=-1)),
        ("minute: heads-up 30m", Rule(Anchor.START, minutes=-30)),
        ("minute: opens on time", Rule(Anchor.START)),
        ("day: opens 07:00", Rule(Anchor.START, at=time(7))),
        ("uke: åpner 07.00", Rule(Anchor.FIRST_MORNING, at=time(7))),
        ("month: opens 9", Rule(Anchor.START, at=time(9), roll=Roll.NEXT)),
        ("week: closes 16:00", Rule(Anchor.LAST, at=time(16))),
        ("month: closes 16:00", Rule(Anchor.LAST, at=time(16), roll=Roll.PREVIOUS)),
        ("frist: slutter 2d", Rule(Anchor.LAST, working_days=-2, at=time(8, 30))),
        ("week: overdue 09:15", Rule(Anchor.LAST, days=1, at=time(9, 15))),
        ("uke: over tiden 09:15", Rule(Anchor.LAST, days=1, at=time(9, 15))),
        ("minute: overdue 3h", Rule(Anchor.END, hours=3)),
        ("day: escalation 12:00", Rule(Anchor.OVERDUE, working_days=1, at=time(12))),
        ("day: eskalering 1u", Rule(Anchor.OVERDUE, days=7, at=time(8, 30))),
        ("day: again 3x 10:00", Rule(Anchor.ESCALATION, working_days=1, times=3, at=time(10))),
        ("day: again 10:00", Rule(Anchor.ESCALATION, working_days=1, times=5, at=time(10))),
    ],
)
def test_one_reminder_is_read(words: str, rule: Rule) -> None:
    assert the_rule(words) == rule


def test_what_names_no_hour_comes_at_the_newsrooms() -> None:
    assert the_rule("day: heads-up 1d", EARLY).at == time(14)
    assert the_rule("day: overdue 2d", EARLY).at == time(6)


def test_several_reminders_are_read_each_to_its_kind() -> None:
    wish = read_policy_words("week: heads-up 3d 15:00, 1d 16:00; overdue off, again default", USUAL)
    assert wish.row is PolicyRow.WEEK
    assert [rule.working_days for rule in wish.ladder[ReminderKind.HEADS_UP]] == [-3, -1]
    assert wish.ladder[ReminderKind.OVERDUE] == ()
    assert wish.cleared == {ReminderKind.AGAIN}


def test_a_row_alone_is_to_be_shown() -> None:
    assert not read_policy_words("week", USUAL).changes
    assert not read_policy_words("", USUAL).changes


@pytest.mark.parametrize(
    ("words", "row"),
    [("default", None), ("week: default", PolicyRow.WEEK), ("uke vanlig", PolicyRow.WEEK)],
)
def test_back_to_the_default(words: str, row: PolicyRow | None) -> None:
    assert read_policy_words(words, USUAL) == PolicyWish(row, cleared=frozenset(KINDS))


@pytest.mark.parametrize(
    "words",
    [
        "week: foo",
        "week: heads-up",
        "week: opens 25:00",
        "week: opens 3d",
        "week: overdue 0d",
        "week: overdue 08:30, 09:30",
        "week: again 3d",
        "week: closes 3h",
        "week: 3d",
    ],
)
def test_what_is_no_reminder_is_refused_by_its_words(words: str) -> None:
    with pytest.raises(BadPolicyWords):
        read_policy_words(words, USUAL)


def test_an_unknown_kind_of_time_is_refused() -> None:
    with pytest.raises(BadRow):
        read_policy_words("fortnight: heads-up 3d", USUAL)


@pytest.mark.parametrize(
    "words", ["day: heads-up 2h", "week: overdue 2h", "deadline: heads-up 30m"]
)
def test_hours_are_counted_only_where_the_hour_is_known(words: str) -> None:
    with pytest.raises(NoHourInRow):
        read_policy_words(words, USUAL)


@pytest.mark.parametrize("words", ["deadline: opens 08:30", "day: closes 16:00", "minute: ends 16"])
def test_a_reminder_that_a_kind_of_time_does_not_have_is_refused(words: str) -> None:
    with pytest.raises(NotInRow):
        read_policy_words(words, USUAL)
