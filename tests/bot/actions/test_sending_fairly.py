"""Nobody waits for another: not for a workspace that hangs, nor for a channel with much to say."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from bot.actions import send_deliveries
from bot.actions.do_what_is_due import begin_what_is_due, do_what_is_due
from bot.actions.send_deliveries import Sender
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.domain.pace import Rate
from tests.stage import OSLO, FakeMessenger, Stage

HEADS_UP = datetime(2025, 12, 4, 15, tzinfo=OSLO)
HELD = 4
WORKSPACES = 50
CROWD = 12


@dataclass
class OneHangs(FakeMessenger):
    """Never answers some workspaces."""

    hangs: frozenset[str] = frozenset({"T0"})
    answers: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        if to.workspace_key in self.hangs:
            await self.answers.wait()
        return await super().send(to, message, nonce)


async def expecting(stage: Stage, workspace: str, *channels: str, titles: int = 1) -> None:
    """Let something be expected in a newsroom of its own, which some channels follow."""
    await stage.type("new budget The budget", channels[0], workspace=workspace)
    for channel in channels:
        await stage.type("subscribe budget", channel, workspace=workspace)
    for number in range(titles):
        text = f"expect budget 5 December: Vote {number}"
        assert not (await stage.type(text, channels[0], workspace=workspace)).refused


async def settle() -> None:
    """Let everything go on that waits for no time and no answer."""
    for _ in range(1_000):
        await asyncio.sleep(0)


async def test_a_workspace_that_never_answers_holds_up_none_of_fifty() -> None:
    stage = Stage()
    messenger = OneHangs(stage.clock)
    pace = replace(stage.posting.paces[Platform.SLACK], held=HELD, at_once=2)
    posting = replace(
        stage.posting, messengers={Platform.SLACK: messenger}, paces={Platform.SLACK: pace}
    )
    await expecting(stage, "T0", *(f"stuck-{number}" for number in range(3 * HELD)))
    for number in range(1, WORKSPACES):
        await expecting(stage, f"T{number}", f"channel-{number}")
    stage.clock.set(HEADS_UP)
    sender = Sender(posting)
    await begin_what_is_due(posting, sender)
    await settle()
    assert {each.to.workspace_key for each in messenger.posted} == {
        f"T{number}" for number in range(1, WORKSPACES)
    }
    messenger.answers.set()
    await sender.finish()


async def test_workspaces_that_hang_together_make_room_for_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(send_deliveries, "BATCH", 2 * HELD)
    monkeypatch.setattr(send_deliveries, "MOST_HELD", 4 * HELD)
    stage = Stage()
    messenger = OneHangs(stage.clock)
    pace = replace(stage.posting.paces[Platform.SLACK], held=HELD, at_once=1)
    posting = replace(
        stage.posting, messengers={Platform.SLACK: messenger}, paces={Platform.SLACK: pace}
    )
    stuck = [f"T{number}" for number in range(3)]
    messenger.hangs = frozenset(stuck)
    for workspace in stuck:
        await expecting(stage, workspace, *(f"stuck-{number}" for number in range(HELD)))
    await expecting(stage, "T9", "healthy")
    stage.clock.set(HEADS_UP)
    sender = Sender(posting, patience=0)
    await begin_what_is_due(posting, sender)
    await settle()
    assert {each.to.workspace_key for each in messenger.posted} == {"T9"}
    messenger.answers.set()
    await sender.finish()
    stage.clock.set(HEADS_UP + timedelta(minutes=1))
    await do_what_is_due(posting, sender)
    assert len(messenger.posted) == len(stuck) * HELD + 1


async def test_a_workspace_that_answers_at_last_gets_all_that_waited() -> None:
    stage = Stage()
    stage.messenger = messenger = OneHangs(stage.clock)
    pace = replace(stage.posting.paces[Platform.SLACK], held=HELD, at_once=2)
    stage.posting = replace(
        stage.posting, messengers={Platform.SLACK: messenger}, paces={Platform.SLACK: pace}
    )
    channels = {f"stuck-{number}" for number in range(3 * HELD)}
    await expecting(stage, "T0", *sorted(channels))
    messenger.answers.set()
    posted = await stage.pass_time(HEADS_UP + timedelta(minutes=1))
    assert Counter(each.channel for each in posted) == Counter(channels)


async def test_a_channel_with_much_to_say_holds_up_no_other() -> None:
    stage = Stage()
    pace = replace(
        stage.posting.paces[Platform.SLACK], channel=Rate(1, 1.0), together=1, held=10 * CROWD
    )
    stage.posting = replace(stage.posting, paces={Platform.SLACK: pace})
    await expecting(stage, "T1", "loud", titles=CROWD)
    await stage.type("new harbour The harbour", "calm")
    await stage.type("subscribe harbour", "calm")
    await stage.type("expect harbour 5 December: Landing", "calm")
    posted = await stage.pass_time(HEADS_UP + timedelta(minutes=1))
    (calm,) = [each for each in posted if each.channel == "calm"]
    loud = [each for each in posted if each.channel == "loud"]
    assert calm.at == HEADS_UP
    assert [each.message.title for each in loud] == [
        f"Coming up: Vote {number}" for number in range(CROWD)
    ]
    assert (loud[-1].at - loud[0].at).total_seconds() >= CROWD - 1


async def test_what_is_urgent_overtakes_what_waits_for_its_turn_in_a_channel() -> None:
    stage = Stage()
    pace = replace(stage.posting.paces[Platform.SLACK], channel=Rate(1, 1.0), together=1)
    stage.posting = replace(stage.posting, paces={Platform.SLACK: pace})
    await expecting(stage, "T1", "loud", titles=90)
    for text in ("new harbour The harbour", "urgency harbour 1", "subscribe harbour"):
        await stage.type(text, "loud")
    await stage.type("expect harbour 4 December at 15:01: Landing", "loud")
    posted = await stage.pass_time(HEADS_UP + timedelta(minutes=3))
    (landing,) = [each for each in posted if each.message.title == "Now: Landing"]
    assert landing.at - HEADS_UP <= timedelta(seconds=62)
    assert posted[-1].at - HEADS_UP > timedelta(seconds=85)
