"""Explaining, for one follow-up and one channel, what was reminded of and what was not."""

from bot.actions.finding import find_follow_up
from bot.actions.queue_reminders import BREAKS_THROUGH
from bot.actions.request import Request
from bot.domain.account import account
from bot.domain.message import Message
from bot.domain.subscription import targets_covering, wish_of
from bot.wording import plans


async def explain(request: Request, *, follow_up: str) -> Message:
    """Account for every reminder of a follow-up in this channel."""
    async with request.store.view() as tx:
        story, found = await find_follow_up(tx, request, follow_up)
        reminders = await tx.reminders.of_follow_up(found.id)
        deliveries = await tx.deliveries.of_follow_up(found.id, request.channel.id)
        followed = await tx.subscriptions.of_channel(request.channel.id)
    covering = targets_covering(story)
    through = [each for each in followed if each.target in covering]
    wakes = story.urgency <= BREAKS_THROUGH
    times = {one.due_at: one.due_at for one in reminders}
    if not wakes:
        times = {due_at: request.channel.awake_at(due_at) for due_at in times}
    wish = wish_of(through) if through else None
    entries = account(reminders, deliveries, times, follow_up=found, wish=wish)
    return plans.why(found, entries, through, request.words, request.now)
