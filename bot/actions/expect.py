"""Writing down what is expected, and what has happened."""

from datetime import UTC
from uuid import uuid4

from bot.actions.discretion import shows
from bot.actions.embargo import hidden_here, split_embargo
from bot.actions.finding import find_story
from bot.actions.record import keep_entry, keep_story
from bot.actions.repeat import begin_series
from bot.actions.replan import keep_new
from bot.actions.request import Request
from bot.actions.understanding import (
    kept_window,
    require_begun,
    understand,
    understand_past,
)
from bot.domain.follow_up import FollowUp
from bot.domain.message import Message
from bot.domain.story import StoryStatus
from bot.domain.timeline import TimelineEntry
from bot.domain.window import today
from bot.wording import follow_ups, stories


async def expect(
    request: Request, *, story: str = "", when: str, title: str, embargo: str = ""
) -> Message:
    """Make a follow-up of what somebody expects; of what recurs, a series with its first time."""
    understood = understand(request, when)
    title, lift = split_embargo(request, title, embargo)
    async with request.store.transaction() as tx:
        before = await find_story(tx, request, story)
        found = before.with_next_number()
        follow_up = FollowUp(
            uuid4(),
            request.newsroom.id,
            found.id,
            found.last_number,
            found.slugline,
            " ".join(title.split()),
            understood.window,
            request.now.astimezone(UTC),
            embargoed_until=lift,
        )
        if understood.rrule:
            follow_up = await begin_series(
                tx, request.act, follow_up, when.strip(), understood.rrule, understood.window
            )
        await keep_story(tx, request.act, found)
        await keep_new(tx, request, follow_up)
        if not shows(request, follow_up):
            return await hidden_here(tx, request, follow_up.name, lift)
    said = follow_ups.changed(follow_up, request.words, request.now, understood.other)
    if before.status is StoryStatus.CLOSED:
        return follow_ups.with_story_taken_up(said, found.slugline, request.words)
    return said


async def note(
    request: Request, *, story: str = "", text: str, when: str = "", embargo: str = ""
) -> Message:
    """Write a fact into a story's timeline: of today, unless a time is named."""
    window = understand_past(request, when) if when else kept_window(request, today(request.now))
    require_begun(request, window)
    text, lift = split_embargo(request, text, embargo)
    async with request.store.transaction() as tx:
        found = await find_story(tx, request, story)
        entry = TimelineEntry(
            uuid4(),
            request.newsroom.id,
            found.id,
            " ".join(text.split()),
            window,
            request.now.astimezone(UTC),
            embargoed_until=lift,
        )
        await keep_entry(tx, request.act, entry)
        if not shows(request, entry):
            return await hidden_here(tx, request, found.slugline, lift)
    return stories.noted(entry, found, request.words, request.now)
