"""Stories, their names and who follows them."""

import pytest

from bot.domain.story import BadHeadline, BadSlugline, require_slugline
from bot.domain.subscription import BadTarget, Target, TargetKind, read_target, targets_covering
from tests.builders import a_story


@pytest.mark.parametrize("typed", ["ukraine-peace", " Ukraine-Peace ", "#ukraine-peace"])
def test_a_slugline_is_kept_in_one_form(typed: str) -> None:
    assert require_slugline(typed) == "ukraine-peace"


@pytest.mark.parametrize("typed", ["", "two words", "a--b", "-a", "x" * 41, "@everyone", "a#1"])
def test_what_is_no_slugline_is_refused(typed: str) -> None:
    with pytest.raises(BadSlugline):
        require_slugline(typed)


def test_a_headline_is_not_an_article() -> None:
    with pytest.raises(BadHeadline, match="201"):
        a_story(headline="x" * 201)


def test_an_urgency_outside_the_scale_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="urgency"):
        a_story(urgency=10)


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("ukraine-peace", Target(TargetKind.STORY, "ukraine-peace")),
        ("tag:Valg", Target(TargetKind.TAG, "valg")),
        ("desk: Utenriks", Target(TargetKind.DESK, "utenriks")),
        ("alt", Target(TargetKind.EVERYTHING)),
    ],
)
def test_a_target_reads_as_it_is_typed(typed: str, target: Target) -> None:
    assert read_target(typed) == target
    assert read_target(str(target)) == target


@pytest.mark.parametrize("typed", ["", "tag:", "story:x", "to ord"])
def test_what_is_no_target_is_refused(typed: str) -> None:
    with pytest.raises(BadTarget):
        read_target(typed)


def test_a_story_is_followed_by_its_name_tags_desk_and_with_everything() -> None:
    story = a_story(tags=("Port",), desk="Foreign")
    assert targets_covering(story) == {
        Target(TargetKind.STORY, "harbour-strike"),
        Target(TargetKind.TAG, "port"),
        Target(TargetKind.DESK, "foreign"),
        Target(TargetKind.EVERYTHING),
    }
