"""Whatever was done in whatever order, going back goes through the same states."""

import asyncio
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.newsroom import Platform
from tests.stage import Stage, text_of

WORLD = (
    "new peace The peace talks",
    "new budget The budget",
    "expect peace next week: Envoy to Moscow",
    "expect peace every Thursday at 14:00: Briefing",
)
COMMANDS = (
    "expect peace tomorrow: Vote",
    "expect budget by Friday: Report",
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
    "policy day: heads-up 2d, opens 07:00",
    "policy desk foreign day: opens 06:00",
    "policy peace day: overdue off",
    "policy default",
    "duty foreign me",
    "duty foreign nobody",
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
    return [text_of(await stage.type(typed)) for typed in SEEN]


async def last_act(stage: Stage) -> UUID | None:
    """Return what the asker would take back now."""
    async with stage.store.view() as tx:
        workspace = await tx.newsrooms.workspace(Platform.SLACK, "T1")
        assert workspace is not None
        person = await tx.newsrooms.person(workspace.id, "kari")
        assert person is not None
        changes = await tx.history.last_act(person.newsroom_id, person.id)
    return changes[0].act.id if changes else None


async def go_there_and_back(commands: list[str]) -> None:
    stage = Stage()
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
