"""A channel that takes no messages: told once, shown, and made good when it is back."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

import pytest

from bot.actions.resume import KNOCK_AFTER
from bot.actions.send_digests import send_digests
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.domain.trouble import Returned
from bot.errors import DeliveryFailed
from tests.stage import OSLO, FakeMessenger, Posted, Stage, commands_of, text_of

GONE = DeliveryFailed("channel_not_found", permanent=True)
REVOKED = DeliveryFailed("token_revoked", permanent=True)
TOO_LONG = DeliveryFailed("msg_too_long", permanent=True)
HEADS_UP = datetime(2025, 12, 4, 15, tzinfo=OSLO)
MINUTE = timedelta(minutes=1)


class DeafStage(Stage):
    """A newsroom in which one channel refuses what is posted, as long as it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.deaf = {"foreign": GONE}
        self.messenger.refuses = self.deaf


@pytest.fixture
async def stage() -> DeafStage:
    """A channel that follows a story and is gone, and another that is told of it."""
    stage = DeafStage()
    await stage.run("new budget The budget", "subscribe budget", "expect budget 5 December: Vote")
    await stage.type("set admin here", channel="engine-room")
    return stage


async def told(stage: Stage, until: datetime) -> list[Posted]:
    """Let time pass, and return what the admin channel was told."""
    posted = await stage.pass_time(until)
    return [each for each in posted if each.channel == "engine-room"]


async def typed(stage: Stage, text: str) -> Message:
    return await stage.type(text, channel="engine-room")


async def test_the_admin_channel_is_told_why_nothing_reaches_a_channel(stage: DeafStage) -> None:
    (notice,) = await told(stage, HEADS_UP + MINUTE)
    assert notice.message.title == "Nothing reaches #foreign"
    assert notice.message.text == "The channel is gone, or Daybook may not see it any more."
    assert commands_of(notice.message) == ["retry foreign"]


async def test_it_is_told_once_however_many_notices_are_missed(stage: DeafStage) -> None:
    assert len(await told(stage, HEADS_UP + timedelta(days=4))) == 1
    (notice,) = [p for p in stage.messenger.posted if p.channel == "engine-room"]
    assert "Not delivered: 4 notices" in text_of(notice.message)
    assert "Last tried: Monday 8 December at 08:30" in text_of(notice.message)


async def test_a_crash_while_telling_tells_nothing_twice(stage: DeafStage) -> None:
    await stage.pass_time(HEADS_UP - MINUTE)
    stage.messenger.crash_after_posting = True
    await stage.pass_time(HEADS_UP + MINUTE)
    await stage.pass_time(HEADS_UP + timedelta(hours=1))
    assert [p.channel for p in stage.messenger.posted] == ["engine-room"]


async def test_the_admin_channel_is_told_when_its_night_is_over(stage: DeafStage) -> None:
    await typed(stage, "set quiet 14:00-16:00")
    (notice,) = await told(stage, HEADS_UP + timedelta(hours=2))
    assert notice.at.astimezone(OSLO).time() == time(16)


async def test_nobody_is_told_where_the_admin_channel_itself_is_deaf(stage: DeafStage) -> None:
    await stage.run("set admin here")
    assert await stage.pass_time(HEADS_UP + MINUTE) == []
    status = text_of(await stage.run("status budget"))
    assert "#foreign The channel is gone, or Daybook may not see it any more." in status
    assert "No trouble can be told there." in status


async def test_an_admin_channel_that_refuses_is_named_in_the_status(stage: DeafStage) -> None:
    stage.deaf["engine-room"] = DeliveryFailed("is_archived", permanent=True)
    assert await stage.pass_time(HEADS_UP + MINUTE) == []
    status = text_of(await stage.run("status budget"))
    assert "#engine-room The channel is archived." in status


async def test_who_is_named_later_is_told_of_what_stands(stage: DeafStage) -> None:
    await typed(stage, "set admin off")
    assert await told(stage, HEADS_UP + MINUTE) == []
    await typed(stage, "set admin here")
    assert len(await told(stage, HEADS_UP + 2 * MINUTE)) == 1


async def test_the_status_says_what_a_channel_missed_and_tries_again(stage: DeafStage) -> None:
    await stage.pass_time(HEADS_UP + MINUTE)
    status = await typed(stage, "status budget")
    assert "#foreign The channel is gone, or Daybook may not see it any more." in text_of(status)
    assert "retry foreign" in commands_of(status)


async def test_a_press_posts_late_what_was_missed_and_says_how_late(stage: DeafStage) -> None:
    (notice,) = await told(stage, HEADS_UP + MINUTE)
    stage.deaf.clear()
    stage.clock.set(HEADS_UP + timedelta(hours=2))
    assert (await typed(stage, "retry foreign")).text == "1 notice to #foreign is tried again."
    (posted,) = await stage.pass_time(HEADS_UP + timedelta(hours=2))
    assert posted.message.title == "Coming up: Vote"
    assert posted.message.footnote.endswith("2 hours late")
    assert notice.message.title == "#foreign takes messages again"
    assert commands_of(notice.message) == []


async def test_a_press_in_vain_shows_when_it_was_tried_last(stage: DeafStage) -> None:
    (notice,) = await told(stage, HEADS_UP + MINUTE)
    stage.clock.set(HEADS_UP + timedelta(hours=2))
    await typed(stage, "retry")
    assert await stage.pass_time(HEADS_UP + timedelta(hours=2, minutes=1)) == []
    assert "Last tried: Thursday 4 December at 17:00" in text_of(notice.message)


async def test_what_is_no_longer_meant_is_skipped_with_its_reason(stage: DeafStage) -> None:
    await stage.pass_time(datetime(2025, 12, 5, 9, tzinfo=OSLO))  # the heads-up, and its morning
    stage.deaf.clear()
    await typed(stage, "retry foreign")
    (posted,) = await stage.pass_time(datetime(2025, 12, 5, 9, 1, tzinfo=OSLO))
    assert posted.message.title == "Today: Vote"
    why = text_of(await stage.run("why budget#1"))
    assert "what it would have said was no longer so" in why


async def test_a_channel_that_has_missed_nothing_is_not_tried(stage: DeafStage) -> None:
    await stage.pass_time(HEADS_UP + MINUTE)
    answer = await typed(stage, "retry sport")
    assert answer.refused
    assert "What could not be delivered: #foreign" in answer.text


async def test_where_nothing_was_missed_there_is_nothing_to_try(stage: DeafStage) -> None:
    assert (await typed(stage, "retry")).text == "Nothing is left to be tried again."


async def test_another_newsrooms_channels_are_not_tried(stage: DeafStage) -> None:
    await stage.pass_time(HEADS_UP + MINUTE)
    answer = await stage.type("retry", workspace="T2")
    assert answer.text == "Nothing is left to be tried again."


async def test_the_next_message_that_gets_through_brings_the_rest(stage: DeafStage) -> None:
    (notice,) = await told(stage, HEADS_UP + MINUTE)
    await stage.run("expect budget 9 December: Second vote")
    stage.deaf.clear()
    await stage.run("cancel budget#1")
    await stage.run("reopen budget#1")
    await stage.pass_time(datetime(2025, 12, 8, 16, tzinfo=OSLO))
    assert notice.message.title == "#foreign takes messages again"


async def test_an_invitation_brings_all_that_was_missed(stage: DeafStage) -> None:
    await stage.pass_time(HEADS_UP + MINUTE)
    stage.deaf.clear()
    await stage.desk.returned(Returned(Platform.SLACK, "T1", "foreign"))
    posted = await stage.pass_time(HEADS_UP + MINUTE)
    assert [each.message.title for each in posted] == ["Coming up: Vote"]


async def test_a_whole_workspace_can_come_back(stage: DeafStage) -> None:
    await stage.pass_time(HEADS_UP + MINUTE)
    stage.deaf.clear()
    await stage.desk.returned(Returned(Platform.SLACK, "T1"))
    assert len(await stage.pass_time(HEADS_UP + MINUTE)) == 1


@pytest.mark.parametrize("key", ["sport", "nowhere"])
async def test_another_channels_return_changes_nothing(stage: DeafStage, key: str) -> None:
    await stage.pass_time(HEADS_UP + MINUTE)
    stage.deaf.clear()
    await stage.desk.returned(Returned(Platform.SLACK, "T1", key))
    await stage.desk.returned(Returned(Platform.SLACK, "T9", "foreign"))
    assert await stage.pass_time(HEADS_UP + MINUTE) == []


async def test_a_refusal_after_the_return_is_a_spell_of_its_own(stage: DeafStage) -> None:
    await stage.pass_time(HEADS_UP + MINUTE)
    await stage.desk.returned(Returned(Platform.SLACK, "T1", "foreign"))
    await stage.pass_time(HEADS_UP + 2 * MINUTE)
    titles = [p.message.title for p in stage.messenger.posted if p.channel == "engine-room"]
    assert titles[-1] == "Nothing reaches #foreign"


async def test_a_command_in_the_channel_tries_one_notice_and_then_the_rest(
    stage: DeafStage,
) -> None:
    await stage.run("expect budget 5 December: Second vote")
    await stage.pass_time(HEADS_UP + MINUTE)
    stage.deaf.clear()
    stage.clock.set(HEADS_UP + 10 * MINUTE)
    await stage.run("list")
    posted = await stage.pass_time(HEADS_UP + 11 * MINUTE)
    assert sorted(p.message.title for p in posted) == ["Coming up: Second vote", "Coming up: Vote"]


async def test_commands_in_a_deaf_channel_are_tried_once_a_minute(stage: DeafStage) -> None:
    await stage.pass_time(HEADS_UP + MINUTE)
    before = stage.messenger.refused
    for _ in range(3):
        await stage.run("list")
        await stage.pass_time(stage.clock.now() + MINUTE / 3)
    assert stage.messenger.refused - before == 1


async def test_a_digest_that_is_refused_is_trouble_too(stage: DeafStage) -> None:
    await stage.run("set digest 07:00")
    stage.clock.set(datetime(2025, 11, 27, 7, tzinfo=OSLO))
    await send_digests(stage.posting)
    (notice,) = await told(stage, datetime(2025, 11, 27, 7, 1, tzinfo=OSLO))
    assert notice.message.title == "Nothing reaches #foreign"


async def test_a_workspace_that_lets_daybook_in_again_is_caught_up_unbidden(
    stage: DeafStage,
) -> None:
    await stage.type("subscribe budget", channel="sport")
    stage.deaf |= {"foreign": REVOKED, "sport": REVOKED, "engine-room": REVOKED}
    assert await stage.pass_time(HEADS_UP + MINUTE) == []
    stage.deaf.clear()
    stage.clock.set(HEADS_UP + MINUTE + KNOCK_AFTER)
    await stage.pass_time(stage.clock.now())  # it knocks
    posted = await stage.pass_time(stage.clock.now())
    assert {each.channel for each in posted} == {"foreign", "sport"}
    assert all("16 minutes late" in each.message.footnote for each in posted)


async def test_a_workspace_that_shuts_daybook_out_is_tried_with_one_notice_now_and_then(
    stage: DeafStage,
) -> None:
    await stage.type("subscribe budget", channel="sport")
    stage.deaf |= {"foreign": REVOKED, "sport": REVOKED, "engine-room": REVOKED}
    await stage.pass_time(HEADS_UP + MINUTE)
    refused = stage.messenger.refused
    await stage.pass_time(HEADS_UP + KNOCK_AFTER / 2)
    assert stage.messenger.refused == refused
    for minutes in (1, 2, 3):
        await stage.pass_time(HEADS_UP + KNOCK_AFTER + minutes * MINUTE)
    assert 1 <= stage.messenger.refused - refused <= 2  # the notice, and to tell of it


@dataclass
class Particular(FakeMessenger):
    """Refuses one message for what it says."""

    tries: int = 0

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        if message.title == "Coming up: Vote":
            self.tries += 1
            raise TOO_LONG
        return await super().send(to, message, nonce)


async def test_a_message_that_does_not_fit_is_told_of_once_though_others_get_through(
    stage: DeafStage,
) -> None:
    stage.messenger = messenger = Particular(stage.clock)
    stage.posting = replace(stage.posting, messengers={Platform.SLACK: messenger})
    for hour in (18, 19, 20):
        await stage.run(f"expect budget 4 December at {hour}:00: Debate")
    posted = await stage.pass_time(HEADS_UP + timedelta(hours=12))
    assert len([each for each in posted if each.channel == "foreign"]) > 6
    assert len([each for each in posted if each.channel == "engine-room"]) == 1
    assert messenger.tries == 1
    status = text_of(await typed(stage, "status budget"))
    assert "#foreign The platform finds the message too long." in status


async def test_an_admin_channel_that_is_back_is_told_of_what_stands(stage: DeafStage) -> None:
    stage.deaf["engine-room"] = GONE
    await stage.pass_time(HEADS_UP + timedelta(hours=1))
    del stage.deaf["engine-room"]
    await stage.desk.returned(Returned(Platform.SLACK, "T1", "engine-room"))
    (notice,) = await told(stage, stage.clock.now() + MINUTE)
    assert notice.message.title == "Nothing reaches #foreign"
