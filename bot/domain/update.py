"""What other channels are told when somebody changes a follow-up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from bot.domain.follow_up import FollowUp
from bot.domain.history import Act, Change

DELAY = timedelta(minutes=1)
"""How long an update waits for what else is done, or taken back, before it is told."""


@dataclass(frozen=True, slots=True)
class Update:
    """What one notice tells of a follow-up: how it stood before, and who changed it.

    Attributes:
        before: As it stood before the first of the changes; None where it is new.
        act: The latest of the acts that changed it.
    """

    before: FollowUp | None
    act: Act

    @classmethod
    def of(cls, changes: Sequence[Change]) -> Self | None:
        """Return what changes of one follow-up come to, in order; None for no change."""
        if not changes:
            return None
        before = changes[0].before
        return cls(before if isinstance(before, FollowUp) else None, changes[-1].act)

    def tells_of(self, now: FollowUp) -> bool:
        """Whether the follow-up, as it stands now, is other than it was."""
        return is_worth_telling(self.before, now)


def is_worth_telling(before: FollowUp | None, after: FollowUp) -> bool:
    """Whether a change is news to a desk: of what is expected, when, how surely, what came of it.

    Who is on it, how it is covered and when it is reminded of is not.
    """
    return before is None or _news(before) != _news(after)


def _news(follow_up: FollowUp) -> tuple[object, ...]:
    return (follow_up.state, follow_up.window, follow_up.occurrence, follow_up.story_id)
