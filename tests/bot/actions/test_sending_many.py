"""Many at once: what is joined, what waits for its pace, and what holds up nobody else."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.actions.do_what_is_due import do_what_is_due
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.errors import DeliveryFailed
from tests.stage import OSLO, FakeMessenger, Posted, Stage, commands_of, text_of

HEADS_UP = datetime(2025, 12, 4, 15, tzinfo=OSLO)
A_MINUTE = timedelta(minutes=1)


async def expecting(number: int, *channels: str) -> Stage:
    """Return a stage on which so much is expected on one day, and who follows it."""
    stage = Stage()
    await stage.run("new budget The budget")
    for channel in channels or ("foreign",):
        answer = await stage.type("subscribe budget", channel)
        assert not answer.refused
    for each in range(number):
        await stage.run(f"expect budget 5 December: Vote {each}")
    return stage


async def test_many_due_at_once_share_a_message_with_a_line_and_buttons_for_each() -> None:
    stage = await expecting(4)
    (posted,) = await stage.pass_time(HEADS_UP + A_MINUTE)
    (section,) = posted.message.sections
    assert [item.text for item in section.items] == [f"Coming up: Vote {n}" for n in range(4)]
    assert "happened budget#3" in commands_of(posted.message)


async def test_an_outcome_in_a_shared_message_leaves_the_others_their_buttons() -> None:
    stage = await expecting(3)
    (posted,) = await stage.pass_time(HEADS_UP + A_MINUTE)
    await stage.run("happened budget#2")
    await stage.pass_time(HEADS_UP + 2 * A_MINUTE)
    (section,) = posted.message.sections
    assert [bool(item.buttons) for item in section.items] == [True, False, True]
    assert section.items[1].text == "Vote 1: happened"


async def test_a_lost_answer_to_a_shared_message_posts_nothing_twice() -> None:
    stage = await expecting(5)
    stage.messenger.failures = [DeliveryFailed("timeout", posted_perhaps=True)]
    assert len(await stage.pass_time(HEADS_UP + A_MINUTE)) == 1


async def test_joining_can_be_switched_off() -> None:
    stage = await expecting(4)
    paces = {Platform.SLACK: replace(stage.posting.paces[Platform.SLACK], together=1)}
    stage.posting = replace(stage.posting, paces=paces)
    assert len(await stage.pass_time(HEADS_UP + A_MINUTE)) == 4


async def test_a_channel_can_have_a_message_for_each_notice() -> None:
    stage = await expecting(4, "foreign", "sport")
    answer = await stage.type("set join off", "sport")
    assert "a message each" in text_of(answer)
    posted = await stage.pass_time(HEADS_UP + A_MINUTE)
    assert Counter(each.channel for each in posted) == {"foreign": 1, "sport": 4}


async def test_a_full_channel_is_posted_at_the_platforms_pace() -> None:
    stage = await expecting(7)
    paces = {Platform.SLACK: replace(stage.posting.paces[Platform.SLACK], together=1)}
    stage.posting = replace(stage.posting, paces=paces)
    posted = await stage.pass_time(HEADS_UP + A_MINUTE)
    seconds = [(each.at - posted[0].at).total_seconds() for each in posted]
    assert len(posted) == 7
    assert seconds[:4] == [0.0] * 4
    assert seconds[-1] >= 1.0


@dataclass
class OneBusyWorkspace(FakeMessenger):
    """Answers one channel with 429 for a minute."""

    busy: str = "foreign"
    opens: datetime = HEADS_UP + A_MINUTE

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        if to.channel_key == self.busy and self.clock.now() < self.opens:
            raise DeliveryFailed("ratelimited", retry_after=60)
        return await super().send(to, message, nonce)


async def test_what_comes_after_a_failure_keeps_its_place_behind_it() -> None:
    stage = await expecting(2)
    messenger = OneBusyWorkspace(stage.clock)
    stage.posting = replace(stage.posting, messengers={Platform.SLACK: messenger})
    await stage.pass_time(HEADS_UP + 3 * A_MINUTE)
    assert [each.message.title for each in messenger.posted] == [
        "Coming up: Vote 0",
        "Coming up: Vote 1",
    ]
    assert all(each.at >= messenger.opens for each in messenger.posted)


async def test_a_platform_down_for_six_hours_is_caught_up_and_says_how_late() -> None:
    stage = await expecting(1)
    down = [DeliveryFailed("cannot_connect")] * 75
    stage.messenger.failures = down
    posted: list[Posted] = await stage.pass_time(HEADS_UP + timedelta(hours=7))
    assert len(posted) == 1
    assert "hours late" in posted[0].message.footnote


async def test_the_clock_set_back_an_hour_repeats_nothing() -> None:
    stage = await expecting(1)
    await stage.pass_time(HEADS_UP + A_MINUTE)
    stage.clock._now -= timedelta(hours=1)
    await do_what_is_due(stage.posting)
    assert len(await stage.pass_time(HEADS_UP + 2 * A_MINUTE)) == 0


async def test_who_says_when_to_come_back_is_never_given_up() -> None:
    stage = await expecting(1)
    stage.messenger.failures = [DeliveryFailed("ratelimited", retry_after=1)] * 300
    assert len(await stage.pass_time(HEADS_UP + 10 * A_MINUTE)) == 1


async def test_what_fails_without_end_is_given_up() -> None:
    stage = await expecting(1)
    stage.messenger.failures = [DeliveryFailed("no_answer")] * 300
    assert await stage.pass_time(HEADS_UP + timedelta(hours=17)) == []
    async with stage.store.view() as tx:
        (queue,) = await tx.queues.overview(stage.clock.now())
    assert (queue.given_up, queue.reason) == (1, "no_answer")


async def test_what_an_urgent_story_says_on_its_day_stands_alone() -> None:
    stage = await expecting(3)
    await stage.run("urgency budget 2")
    posted = await stage.pass_time(HEADS_UP + timedelta(hours=18))
    assert [one.message.title for one in posted] == [
        "3 reminders",
        "Today: Vote 0",
        "Today: Vote 1",
        "Today: Vote 2",
    ]


async def test_an_urgent_story_shares_a_message_with_itself_alone() -> None:
    stage = await expecting(3)
    await stage.run("urgency budget 2", "new harbour The harbour", "subscribe harbour")
    for each in range(3):
        await stage.run(f"expect harbour 5 December: Landing {each}")
    posted = await stage.pass_time(HEADS_UP + A_MINUTE)
    said = [[item.lead for item in one.message.sections[0].items] for one in posted]
    assert said == [
        ["budget#1", "budget#2", "budget#3"],
        ["harbour#1", "harbour#2", "harbour#3"],
    ]
