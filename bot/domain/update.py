"""What other channels are told when somebody changes a follow-up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from bot.domain.follow_up import FollowUp
from bot.domain.history import Act, Change
from bot.domain.story import Story, StoryStatus

DELAY = timedelta(minutes=1)
"""How long an update waits for what else is done, or taken back, before it is told."""


@dataclass(frozen=True, slots=True)
class Update:
    """What one notice tells of a follow-up: how it stood before, and who changed it.

    Attributes:
        before: As it stood before the first of the changes; None where it is new.
        act: The latest of the acts that changed it.
        story_was: Where its story stood, where that was closed or taken up again; else None.
    """

    before: FollowUp | None
    act: Act
    story_was: StoryStatus | None = None

    @classmethod
    def of(cls, changes: Sequence[Change], now: FollowUp) -> Self | None:
        """Return what changes of a follow-up and its story come to; None for no news of them.

        Args:
            changes: In order.
            now: The follow-up as it stands.
        """
        own = [change for change in changes if change.thing.id == now.id]
        stood = [was for change in changes if (was := _story_was(change)) is not None]
        if not own and not stood:
            return None
        first = own[0].before if own else now
        before = first if isinstance(first, FollowUp) else None
        return cls(before, changes[-1].act, stood[0] if stood else None)

    def tells_of(self, now: FollowUp, story: Story) -> bool:
        """Whether the follow-up, or its story, is other than it was."""
        return is_worth_telling(self.before, now) or self.tells_of_story(story)

    def tells_of_story(self, story: Story) -> bool:
        """Whether the story was closed, or taken up again."""
        return self.story_was is not None and self.story_was is not story.status


def _story_was(change: Change) -> StoryStatus | None:
    before, after = change.before, change.after
    if isinstance(before, Story) and isinstance(after, Story) and is_end(before, after):
        return before.status
    return None


def is_end(before: Story, after: Story) -> bool:
    """Whether a story was closed, or taken up again."""
    return before.status is not after.status and StoryStatus.CLOSED in {before.status, after.status}


def is_worth_telling(before: FollowUp | None, after: FollowUp) -> bool:
    """Whether a change is news to a desk: of what is expected, when, how surely, what came of it.

    Who is on it, how it is covered and when it is reminded of is not.
    """
    return before is None or _news(before) != _news(after)


def _news(follow_up: FollowUp) -> tuple[object, ...]:
    return (follow_up.state, follow_up.window, follow_up.occurrence, follow_up.story_id)
