"""Whatever was done in whatever order, going back goes through the same states."""

import asyncio
from dataclasses import replace
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.reminder import Reminder, ReminderState
from bot.domain.story import StoryStatus
from tests.stage import Stage, text_of, the_newsroom

WORLD = (
    "new peace The peace talks",
    "new budget The budget",
    "expect peace next week: Envoy to Moscow",
    "expect peace every Thursday at 14:00: Briefing",
)
COMMANDS = (
    "expect peace tomorrow: Vote",
    "expect budget by 12 December: Report",
    "note peace yesterday: They met",
    "confirm peace#1 Tuesday at 14:00",
    "doubt peace#1",
    "happened peace#1: It went well",
    "happened peace#2",
    "postpone peace#1 to 10 December: Storm",
    "move peace#1 next Friday",
    "move peace#2 every Monday at 10:00",
    "cancel peace#1: Fog",
    "drop peace#1",
    "reopen peace#1",
    "stop peace#2",
    "assign peace#1 me",
    "take peace#1",
    "cover peace#1 yes",
    "remind peace#1 3d, 1d 16:00",
    "subscribe peace",
    "subscribe everything",
    "unsubscribe peace",
    "rename peace talks",
    "headline budget Another budget",
    "urgency peace 2",
    "desk peace Foreign",
    "tags budget money, votes",
    "close budget drop",
    "close peace keep",
    "merge budget peace",
    "read peace A summit is planned on 9 December. Another is expected in March.",
    "keep 1",
    "discard 2",
    "set quiet 23-6",
    "set digest 07:00 mon-fri",
    "set zone Europe/London",
    "set country GB",
    "set days-off 28 November",
    "set dormant 30",
    "set editors role:editors",
    "set editors everyone",
    "set working-hours 7-14 daily",
    "policy day: heads-up 1d 16:00, opens 07:00",
    "policy desk foreign day: opens 06:00",
    "policy peace day: overdue off",
    "policy default",
    "duty foreign me",
    "duty foreign nobody",
    "watch peace vote, talks",
    "watch budget vote, talks",
    "watch budget https://news.example/rss vote",
    "unwatch peace",
    "unwatch budget",
)
SEEN = (
    "list",
    "status peace",
    "status budget",
    "subscriptions",
    "settings",
    "duty",
    "policy peace",
)


async def seen(stage: Stage) -> list[str]:
    """Let what is due be done; return what is seen then, and what is kept without being seen."""
    await stage.pass_time(stage.clock.now())
    return [*[text_of(await stage.type(typed)) for typed in SEEN], *await kept(stage)]


async def kept(stage: Stage) -> list[str]:
    """Return follow-ups with plans and series, in every field but their version; and duties."""
    lines = []
    async with stage.store.view() as tx:
        newsroom_id = await the_newsroom(tx)
        for story in await tx.stories.of(newsroom_id, set(StoryStatus), 99):
            for one in await tx.follow_ups.of_story(story.id):
                lines.append(repr(replace(one, version=0)))
                planned = await tx.reminders.of_follow_up(one.id)
                lines += [plan_line(r) for r in planned if r.state is ReminderState.PLANNED]
                series = await tx.recurrences.get(one.series_id) if one.series_id else None
                lines += [repr(series)]
        lines += [repr(duty) for duty in await tx.newsrooms.duties(newsroom_id)]
        lines += [repr(watch) for watch in await tx.watches.of_newsroom(newsroom_id)]
        lines += [feed.link for feed in await tx.feeds.of_newsroom(newsroom_id) if feed.due_at]
    return sorted(lines)


def plan_line(reminder: Reminder) -> str:
    return f"{reminder.follow_up_id} {reminder.kind} {reminder.due_at} {reminder.rule}"


async def last_act(stage: Stage) -> UUID | None:
    """Return what the asker would take back now."""
    async with stage.store.view() as tx:
        newsroom_id = await the_newsroom(tx)
        (kari,) = await tx.newsrooms.people(newsroom_id)
        changes = await tx.history.last_act(newsroom_id, kari.id)
    return changes[0].act.id if changes else None


async def go_there_and_back(commands: list[str]) -> None:
    stage = Stage()
    stage.feeds.put("https://news.example/rss")
    await stage.run(*WORLD)
    way: list[list[str]] = []
    for typed in commands:
        state, act = await seen(stage), await last_act(stage)
        await stage.type(typed)
        if await last_act(stage) != act:
            way.append(state)
    for state in reversed(way):
        await stage.run("undo")
        assert await seen(stage) == state


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(COMMANDS), max_size=8))
def test_going_back_goes_through_the_same_states(commands: list[str]) -> None:
    asyncio.run(go_there_and_back(commands))
