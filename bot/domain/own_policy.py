"""Whose reminder policy is in force: the house's, and over it a newsroom's, a desk's, a story's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self
from uuid import UUID

from bot.domain.follow_up import ReminderKind
from bot.domain.policy import Ladder, PolicyRow, ReminderPolicy
from bot.domain.rule import Owner, OwnerKind, Rule
from bot.domain.story import Story
from bot.domain.working_hours import USUAL, WorkingHours

_OF_NO_POLICY = frozenset({ReminderKind.LIFT, ReminderKind.UPDATE})
KINDS = tuple(kind for kind in ReminderKind if kind not in _OF_NO_POLICY)
"""The kinds of reminders that follow from the policy."""


@dataclass(frozen=True, slots=True)
class OwnPolicy:
    """What a newsroom, a desk or a story has set for one row of the policy.

    Attributes:
        key: Which desk, in lower case, or which story, by its id; empty for the newsroom.
        ladder: The kinds of reminders it has set; one without rules is switched off. What is not
            among them is as the next wider one has it.
        name: What the desk or the story was called when it was set; empty for the newsroom.
    """

    id: UUID
    newsroom_id: UUID
    kind: OwnerKind
    key: str
    row: PolicyRow
    ladder: Ladder
    name: str = ""

    def setting(self, ladder: Ladder) -> Self:
        """Return it with these kinds set, the others as they were."""
        return replace(self, ladder={**self.ladder, **ladder})

    def without(self, kinds: Iterable[ReminderKind]) -> Self:
        """Return it with these kinds left to the next wider one."""
        gone = set(kinds)
        return replace(self, ladder={k: rules for k, rules in self.ladder.items() if k not in gone})


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who may have a policy of their own.

    Attributes:
        owner: As it is said.
        key: As ``OwnPolicy`` has it.
    """

    owner: Owner
    key: str = ""

    def holds(self, policy: OwnPolicy) -> bool:
        """Whether a policy is this one's."""
        return (policy.kind, policy.key) == (self.owner.kind, self.key)


THE_NEWSROOM = Holder(Owner(OwnerKind.NEWSROOM))


def of_desk(desk: str) -> Holder:
    """Return a desk as a holder, however its name is capitalised."""
    return Holder(Owner(OwnerKind.DESK, desk), desk.lower())


def of_story(story: Story) -> Holder:
    """Return a story as a holder."""
    return Holder(Owner(OwnerKind.STORY, story.slugline), str(story.id))


def holders_of(story: Story) -> tuple[Holder, ...]:
    """Return whose policies count for a story, the widest first."""
    desk = (of_desk(story.desk),) if story.desk else ()
    return (THE_NEWSROOM, *desk, of_story(story))


def in_force(
    house: ReminderPolicy,
    hours: WorkingHours,
    own: Sequence[OwnPolicy],
    holders: Sequence[Holder],
) -> ReminderPolicy:
    """Return the policy that counts for somebody.

    Args:
        house: What counts where nobody has set anything.
        hours: The newsroom's, which the house's rules are read by.
        own: All that was set in the newsroom.
        holders: Whose it may be, the widest first: the later beats the earlier.
    """
    if not own and hours == USUAL:
        return house
    ladders = {row: _at_hours(ladder, hours) for row, ladder in house.ladders.items()}
    for holder in holders:
        for policy in filter(holder.holds, own):
            ladders[policy.row] |= _owned(policy.ladder, holder.owner)
    return ReminderPolicy(ladders)


def owner_of(
    row: PolicyRow, kind: ReminderKind, own: Sequence[OwnPolicy], holders: Sequence[Holder]
) -> Owner | None:
    """Return who has set a kind of reminder in a row; None for the house."""
    for holder in reversed(holders):
        if any(kind in one.ladder for one in filter(holder.holds, own) if one.row is row):
            return holder.owner
    return None


def _at_hours(ladder: Ladder, hours: WorkingHours) -> dict[ReminderKind, tuple[Rule, ...]]:
    return {kind: tuple(rule.in_hours(hours) for rule in rules) for kind, rules in ladder.items()}


def _owned(ladder: Ladder, owner: Owner) -> Mapping[ReminderKind, tuple[Rule, ...]]:
    return {
        kind: tuple(replace(rule, whose=owner) for rule in rules) for kind, rules in ladder.items()
    }
