"""Planning many follow-ups anew at once, where what they are planned by has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from bot.actions.followers import leads_asked_for
from bot.actions.replan import Planning, house_planning, reminders_of
from bot.actions.request import Request
from bot.domain.counted import Counted
from bot.domain.leads import plan_for_all
from bot.domain.newsroom import Newsroom
from bot.domain.own_policy import OwnPolicy
from bot.domain.reminder import Reminder, under_new_rules
from bot.domain.story import Story, StoryStatus
from bot.ports import Transaction

_ALL_STORIES = 100_000


@dataclass(frozen=True, slots=True)
class Rules:
    """All that a newsroom's plans follow from, but for the house's policy.

    Attributes:
        own: What it, its desks and its stories have set.
    """

    newsroom: Newsroom
    own: Sequence[OwnPolicy]

    def planning(self, request: Request, story: Story) -> Planning:
        """Return what the plans of a story's follow-ups are reckoned with."""
        return house_planning(request, self.newsroom).for_story(self.own, story)


async def all_stories(tx: Transaction, newsroom_id: UUID) -> Sequence[Story]:
    """Return a newsroom's stories, whatever their status."""
    return await tx.stories.of(newsroom_id, set(StoryStatus), _ALL_STORIES)


async def replan_stories(
    tx: Transaction, request: Request, stories: Mapping[UUID, tuple[Planning, Planning]]
) -> int:
    """Plan the open follow-ups of stories anew, under other rules than before.

    What was said under the old rules is not said again; of what would have been due under the
    new ones, only the latest is said, and only where it is news.

    Args:
        tx: Where they stand.
        request: Who asks for it.
        stories: By story, what its plans were reckoned with and what they are from now on.

    Returns:
        How many follow-ups were planned anew.
    """
    now = request.now.astimezone(UTC)
    follow_ups = await tx.follow_ups.open_of(list(stories))
    reminders: dict[UUID, list[Reminder]] = {}
    lapses: dict[UUID, datetime | None] = {}
    leads = await leads_asked_for(tx, await tx.stories.across({f.story_id for f in follow_ups}))
    for one in follow_ups:
        before, after = stories[one.story_id]
        old, new = (plan_for_all(one, leads[one.story_id], each.of) for each in (before, after))
        plan = under_new_rules(old, new, now)
        reminders[one.id] = reminders_of(one, plan, now)
        if one.lapses_at != plan.lapses_at:
            lapses[one.id] = plan.lapses_at
        request.meter.count(Counted.PLANNED, len(plan.moments))
    await tx.reminders.replan(reminders)
    await tx.follow_ups.lapse(lapses)
    return len(follow_ups)
