"""What a change touches, what rests on it, and how it is taken back."""

from dataclasses import replace

import pytest

from bot.domain.history import Change, built_on, changed_fields, restored
from bot.domain.story import StoryStatus
from tests.builders import (
    DAY,
    NOON,
    a_change,
    a_filed_reading,
    a_follow_up,
    a_story,
    a_timeline_entry,
    a_week,
    an_act,
)

STORY = a_story()


def test_a_change_is_of_one_thing() -> None:
    with pytest.raises(ValueError, match="one thing"):
        Change(an_act(), STORY.id, a_follow_up(STORY, 1), a_follow_up(STORY, 2))
    with pytest.raises(ValueError, match="one thing"):
        Change(an_act(), STORY.id, None, None)


def test_what_daybook_counts_for_itself_is_no_change() -> None:
    assert changed_fields(STORY, STORY.with_next_number()) == ()
    assert changed_fields(a_follow_up(), a_follow_up(version=9, lapses_at=NOON)) == ()


def test_a_new_slugline_is_a_change_of_the_story_alone() -> None:
    assert changed_fields(STORY, replace(STORY, slugline="port")) == ("slugline",)
    assert changed_fields(a_follow_up(), a_follow_up(slugline="port")) == ()


def test_two_fields_of_a_story_do_not_rest_on_each_other() -> None:
    urgent = replace(STORY, urgency=1)
    ours = a_change(an_act(1), before=STORY, after=urgent)
    theirs = a_change(an_act(2), before=urgent, after=replace(urgent, desk="Foreign"))
    again = a_change(an_act(3), before=urgent, after=replace(urgent, urgency=4))
    assert built_on([ours], [theirs]) is None
    assert built_on([ours], [theirs, again]) == again


def test_any_later_change_of_a_follow_up_rests_on_an_earlier_one() -> None:
    before, after = a_follow_up(), a_follow_up(note="late")
    ours = a_change(an_act(1), before=before, after=after)
    theirs = a_change(an_act(2), before=after, after=replace(after, assignees=("Ola",)))
    other = a_change(an_act(3), after=a_follow_up(STORY, 2))
    assert built_on([ours], [other]) is None
    assert built_on([ours], [other, theirs]) == theirs


def test_two_proposals_of_an_article_do_not_rest_on_each_other() -> None:
    reading = a_filed_reading()
    first = reading.with_proposal(reading.proposals[0].dropped())
    both = first.with_proposal(reading.proposals[1].dropped())
    ours = a_change(an_act(1), before=reading, after=first)
    theirs = a_change(an_act(2), before=first, after=both)
    assert built_on([ours], [theirs]) is None
    assert restored(reading, first, both).proposals == (reading.proposals[0], both.proposals[1])


def test_what_a_change_did_not_touch_stays_as_it_is() -> None:
    urgent = replace(STORY, urgency=1)
    now = replace(urgent, desk="Foreign", last_number=3)
    assert restored(STORY, urgent, now) == replace(now, urgency=STORY.urgency)


def test_a_follow_up_that_is_taken_back_is_a_new_version_of_it() -> None:
    before = a_follow_up()
    after = before.postponed(a_week(before.window.end) if before.window else None, "Storm")
    assert restored(before, after, after) == replace(before, version=after.version + 1)


def test_an_entry_is_taken_back_as_it_stood() -> None:
    before = a_timeline_entry()
    after = replace(before, note="late")
    assert restored(before, after, after) == before


@pytest.mark.parametrize(
    ("days", "expected", "status"),
    [
        (13, 0, StoryStatus.ACTIVE),
        (14, 0, StoryStatus.DORMANT),
        (14, 1, StoryStatus.ACTIVE),
    ],
)
def test_a_story_is_dormant_after_its_quiet_time(
    days: int, expected: int, status: StoryStatus
) -> None:
    assert STORY.seen_at(NOON + days * DAY, NOON, 14, expected).status is status


def test_a_closed_story_is_closed_however_quiet_it_is() -> None:
    assert STORY.closed().seen_at(NOON + 99 * DAY, NOON, 14, 0).status is StoryStatus.CLOSED
