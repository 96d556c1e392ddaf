"""Who answers for a desk today, and who is called when nobody has answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self
from uuid import UUID

from bot.domain.follow_up import FollowUp
from bot.domain.newsroom import Person
from bot.domain.story import Story


@dataclass(frozen=True, slots=True)
class Duty:
    """A desk and those on duty there, until others are named.

    Attributes:
        desk: The desk's name in lower case.
        names: Their names; empty where nobody is.
    """

    id: UUID
    newsroom_id: UUID
    desk: str
    names: tuple[str, ...]

    def given_to(self, names: tuple[str, ...]) -> Self:
        """Return it with these on duty, and nobody else."""
        return replace(self, names=names)


def to_be_called(
    follow_up: FollowUp, story: Story, duties: Iterable[Duty], people: Sequence[Person]
) -> tuple[str, ...]:
    """Return the platform's keys of those an escalation calls upon: assignees, then the desk.

    Args:
        follow_up: What nobody has answered for; one that has ended calls nobody.
        story: Its story, whose desk's duty is called.
        duties: The newsroom's.
        people: Those of the workspace it is posted in; others can't be called there.
    """
    if follow_up.has_ended:
        return ()
    on_duty = (name for one in duties if one.desk == story.desk.lower() for name in one.names)
    by_name = {person.name.casefold(): person.key for person in people}
    by_name |= {person.key.casefold(): person.key for person in people}
    names = (*follow_up.assignees, *on_duty)
    found = (by_name.get(name.casefold()) for name in names)
    return tuple(dict.fromkeys(key for key in found if key))
