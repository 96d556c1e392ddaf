"""Whose reminder policy is in force."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.follow_up import ReminderKind
from bot.domain.moments import Moment
from bot.domain.own_policy import (
    THE_NEWSROOM,
    Holder,
    OwnPolicy,
    holders_of,
    in_force,
    of_desk,
    of_story,
    owner_of,
)
from bot.domain.policy import PolicyRow
from bot.domain.reminder import LeftOut, Plan, under_new_rules
from bot.domain.rule import Anchor, Owner, OwnerKind, Rule
from bot.domain.working_hours import USUAL, WorkingHours
from config.reminders import read_policy
from tests.builders import a_newsroom, a_story, an_id

HOUSE = read_policy()
STORY = a_story(desk="Foreign")
NOON = datetime(2025, 11, 26, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def own(holder: Holder, at: time | None, kind: ReminderKind = ReminderKind.OPENS) -> OwnPolicy:
    """Return a day's policy with one kind of reminder at an hour, or switched off."""
    ladder = {kind: (Rule(Anchor.START, at=at),) if at else ()}
    key = (an_id("policy", holder.key), a_newsroom().id, holder.owner.kind, holder.key)
    return OwnPolicy(*key, PolicyRow.DAY, ladder)


def opens(*policies: OwnPolicy, hours: WorkingHours = USUAL) -> tuple[time | None, Owner | None]:
    """Return when a day of the story opens, and who says so."""
    found = in_force(HOUSE, hours, policies, holders_of(STORY))
    (rule,) = found.ladders[PolicyRow.DAY][ReminderKind.OPENS]
    return rule.at, rule.whose


NEWSROOMS = own(THE_NEWSROOM, time(9))
DESKS = own(of_desk("foreign"), time(10))
STORYS = own(of_story(STORY), time(11))


@pytest.mark.parametrize(
    ("policies", "at", "kind"),
    [
        ((NEWSROOMS,), time(9), OwnerKind.NEWSROOM),
        ((DESKS, NEWSROOMS), time(10), OwnerKind.DESK),
        ((STORYS, NEWSROOMS, DESKS), time(11), OwnerKind.STORY),
    ],
)
def test_story_beats_desk_beats_newsroom(
    policies: tuple[OwnPolicy, ...], at: time, kind: OwnerKind
) -> None:
    found, owner = opens(*policies)
    assert owner is not None
    assert (found, owner.kind) == (at, kind)


def test_what_nobody_has_set_is_the_houses() -> None:
    assert opens() == (time(8, 30), None)


def test_another_desk_or_story_has_no_say() -> None:
    other = own(of_story(a_story("election")), time(11))
    assert opens(own(of_desk("sport"), time(10)), other) == (time(8, 30), None)


def test_only_the_kinds_that_were_set_differ() -> None:
    found = in_force(HOUSE, USUAL, [STORYS], holders_of(STORY)).ladders[PolicyRow.DAY]
    assert found[ReminderKind.OVERDUE] == HOUSE.ladders[PolicyRow.DAY][ReminderKind.OVERDUE]


def test_a_kind_that_is_switched_off_stays_off() -> None:
    off = own(of_story(STORY), None)
    found = in_force(HOUSE, USUAL, [off, NEWSROOMS], holders_of(STORY)).ladders[PolicyRow.DAY]
    assert found[ReminderKind.OPENS] == ()
    owner = owner_of(PolicyRow.DAY, ReminderKind.OPENS, [off, NEWSROOMS], holders_of(STORY))
    assert owner == Owner(OwnerKind.STORY, STORY.slugline)


def test_the_houses_hours_are_the_newsrooms() -> None:
    early = WorkingHours(morning=time(6), afternoon=time(14))
    assert opens(hours=early) == (time(6), None)
    assert opens(NEWSROOMS, hours=early)[0] == time(9)
    found = in_force(HOUSE, early, (), ()).ladders[PolicyRow.DAY]
    assert found[ReminderKind.HEADS_UP][0].at == time(14)


def test_a_policy_is_set_and_left_kind_by_kind() -> None:
    both = NEWSROOMS.setting({ReminderKind.OVERDUE: ()})
    assert set(both.ladder) == {ReminderKind.OPENS, ReminderKind.OVERDUE}
    assert both.without([ReminderKind.OVERDUE]) == NEWSROOMS


def moment(hours: int, kind: ReminderKind) -> Moment:
    return Moment(NOON + hours * HOUR, kind)


OPENED, COMING = moment(-2, ReminderKind.OPENS), moment(5, ReminderKind.OVERDUE)


def test_what_comes_under_new_rules_is_planned() -> None:
    assert under_new_rules(Plan((OPENED,)), Plan((COMING,)), NOON).moments == (COMING,)


def test_what_is_late_under_new_rules_is_said_where_it_is_news() -> None:
    late = moment(-1, ReminderKind.OVERDUE)
    assert under_new_rules(Plan((OPENED,)), Plan((late, COMING)), NOON).moments == (late, COMING)
    assert under_new_rules(Plan(), Plan((late,)), NOON).moments == (late,)


def test_what_was_said_under_the_old_rules_is_not_said_again() -> None:
    later = moment(-1, ReminderKind.OPENS)
    found = under_new_rules(Plan((OPENED,)), Plan((later, COMING)), NOON)
    assert found.moments == (COMING,)
    assert found.left_out == ((later, LeftOut.PASSED),)


def test_nothing_older_than_what_was_said_is_said() -> None:
    older = moment(-3, ReminderKind.HEADS_UP)
    assert under_new_rules(Plan((OPENED,)), Plan((older,)), NOON).moments == ()


def test_what_the_old_rules_had_left_out_is_known_as_well() -> None:
    old = Plan((), ((OPENED, LeftOut.PASSED),))
    again = replace(OPENED, due_at=NOON - HOUR)
    assert under_new_rules(old, Plan((again,)), NOON).moments == ()
