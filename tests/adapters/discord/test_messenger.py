from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from adapters.discord import DiscordAdapter, messenger
from bot.domain.delivery import Destination, MessageRef
from bot.domain.mention import HERE, Mention, MentionKind
from bot.domain.message import Button, Message, Picture
from bot.domain.newsroom import Platform
from bot.errors import DeliveryFailed
from tests.adapters.discord.fake_discord import FakeDiscord, buttons_of, text_of
from tests.adapters.discord.payloads import DESK, FOREIGN, GUILD, KARI

TO = Destination(Platform.DISCORD, GUILD, DESK)
REMINDER = Message(title="Today", text="Witkoff to Moscow", buttons=(Button("Happened", "x"),))
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n"


async def refusal(adapter: DiscordAdapter) -> DeliveryFailed:
    """Post in vain, and return why."""
    with pytest.raises(DeliveryFailed) as failure:
        await adapter.messenger.send(TO, REMINDER, "n-1")
    return failure.value


async def test_a_reminder_stands_in_its_channel(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    ref = await adapter.messenger.send(TO, REMINDER, "n-1")
    [posted] = discord_server.posted
    assert ref == MessageRef(Platform.DISCORD, GUILD, DESK, posted["id"])
    assert text_of(posted) == "Today\nWitkoff to Moscow"
    assert buttons_of(posted) == {"Happened": "c:x"}


async def test_the_same_delivery_sent_twice_stands_once(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    first = await adapter.messenger.send(TO, REMINDER, "n-1")
    second = await adapter.messenger.send(TO, REMINDER, "n-1")
    assert first == second
    assert len(discord_server.posted) == 1


async def test_two_deliveries_of_the_same_words_stand_twice(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    await adapter.messenger.send(TO, REMINDER, "n-1")
    await adapter.messenger.send(TO, REMINDER, "n-2")
    assert len(discord_server.posted) == 2


async def test_an_answer_refers_to_the_message_it_goes_on_from(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    first = await adapter.messenger.send(TO, REMINDER, "n-1")
    await adapter.messenger.send(replace(TO, reply_to=first.message_key), REMINDER, "n-2")
    referred = discord_server.posted[1]["message_reference"]
    assert str(referred["message_id"]) == first.message_key
    assert referred["fail_if_not_exists"] is False


async def test_where_nothing_may_be_referred_to_an_answer_stands_by_itself(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    discord_server.fail_next("/messages", status=403, code=160002)
    await adapter.messenger.send(replace(TO, reply_to="77"), REMINDER, "n-1")
    assert "message_reference" not in discord_server.posted[0]


async def test_an_answer_calls_on_nobody_for_being_one(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    await adapter.messenger.send(replace(TO, reply_to="77"), REMINDER, "n-1")
    assert not discord_server.posted[0]["allowed_mentions"].get("replied_user")


async def test_a_lost_answer_is_told_and_the_message_found(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    discord_server.fail_next("/messages", after_posting=True, cut=True)
    failure = await refusal(adapter)
    assert failure.posted_perhaps
    discord_server.forget_nonces()
    found = await adapter.messenger.find(TO, "n-1", LONG_AGO)
    assert found is not None
    assert found.message_key == discord_server.posted[0]["id"]


async def test_a_delivery_that_never_arrived_is_not_found(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    await adapter.messenger.send(TO, REMINDER, "n-1")
    assert await adapter.messenger.find(TO, "n-2", LONG_AGO) is None


async def test_nothing_older_than_the_first_attempt_is_found(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    await adapter.messenger.send(TO, REMINDER, "n-1")
    later = datetime.now(UTC) + timedelta(hours=1)
    assert await adapter.messenger.find(TO, "n-1", later) is None


async def test_a_message_is_found_among_many(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    discord_server.chatter(DESK, 150)
    wanted = await adapter.messenger.send(TO, REMINDER, "n-1")
    discord_server.chatter(DESK, 150)
    assert await adapter.messenger.find(TO, "n-1", LONG_AGO) == wanted


@pytest.mark.parametrize(("before", "after"), [(0, 1_200), (1_200, 0)])
async def test_a_message_is_found_at_either_end_of_very_many(
    adapter: DiscordAdapter, discord_server: FakeDiscord, before: int, after: int
) -> None:
    discord_server.chatter(DESK, before)
    wanted = await adapter.messenger.send(TO, REMINDER, "n-1")
    discord_server.chatter(DESK, after)
    assert await adapter.messenger.find(TO, "n-1", LONG_AGO) == wanted


async def test_an_edited_message_says_the_outcome_in_place_of_its_buttons(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    ref = await adapter.messenger.send(TO, REMINDER, "n-1")
    await adapter.messenger.edit(ref, Message(title="Today", text="Happened, says Kari"))
    [posted] = discord_server.posted
    assert text_of(posted) == "Today\nHappened, says Kari"
    assert buttons_of(posted) == {}


async def test_only_the_people_named_are_called_upon(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    message = Message(text="@everyone <@&99> did it happen?", mentions=(KARI,))
    await adapter.messenger.send(TO, message, "n-1")
    [posted] = discord_server.posted
    assert posted["content"] == f"<@{KARI}>"
    assert posted["allowed_mentions"] == {"parse": [], "users": [int(KARI)]}


async def test_a_message_that_names_nobody_calls_upon_nobody(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    await adapter.messenger.send(TO, REMINDER, "n-1")
    assert discord_server.posted[0]["allowed_mentions"]["parse"] == []


async def test_a_picture_is_posted_with_words_for_it(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    picture = Picture("timeline.png", "image/png", PNG, "A line with five dates")
    await adapter.messenger.send(TO, Message(text="The story", picture=picture), "n-1")
    [posted] = discord_server.posted
    assert posted["attachments"][0]["description"] == "A line with five dates"
    assert posted["embeds"][0]["image"]["url"] == "attachment://timeline.png"


async def test_a_long_wait_is_handed_back_instead_of_slept_through(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    discord_server.fail_next("/messages", status=429, retry_after=60)
    failure = await refusal(adapter)
    assert (failure.retry_after, failure.permanent) == (60, False)


async def test_a_moment_until_which_to_wait_is_understood(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    moment = "Fri, 01 Jan 2100 00:00:00 GMT"
    discord_server.fail_next("/messages", status=429, retry_after=moment)
    failure = await refusal(adapter)
    assert failure.retry_after is not None
    assert failure.retry_after > 3600


async def test_a_channel_that_must_wait_holds_up_no_other(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    discord_server.fail_next(f"/{DESK}/messages", status=429, retry_after=60)
    with pytest.raises(DeliveryFailed):
        await adapter.messenger.send(TO, REMINDER, "n-1")
    other = Destination(Platform.DISCORD, GUILD, FOREIGN)
    await adapter.messenger.send(other, REMINDER, "n-2")
    assert [message["channel_id"] for message in discord_server.posted] == [FOREIGN]


async def test_a_window_with_room_left_is_used(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    discord_server.window = 5.0
    await adapter.messenger.send(TO, REMINDER, "n-1")
    await adapter.messenger.send(TO, REMINDER, "n-2")
    assert len(discord_server.posted) == 2


async def test_a_channel_that_is_gone_is_a_permanent_failure(adapter: DiscordAdapter) -> None:
    with pytest.raises(DeliveryFailed) as failure:
        await adapter.messenger.send(Destination(Platform.DISCORD, GUILD, "404"), REMINDER, "n-1")
    assert (failure.value.reason, failure.value.permanent) == ("unknown_channel", True)


async def test_a_channel_that_shut_daybook_out_is_a_permanent_failure(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    discord_server.forbid(DESK)
    failure = await refusal(adapter)
    assert (failure.reason, failure.permanent) == ("missing_access", True)


async def test_a_token_refused_later_is_a_permanent_failure(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    discord_server.fail_next("/messages", status=401)
    failure = await refusal(adapter)
    assert (failure.reason, failure.permanent) == ("token_refused", True)


async def test_a_refusal_that_is_not_discords_own_is_a_failure_for_now(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    discord_server.fail_next("/messages", status=403)
    failure = await refusal(adapter)
    assert (failure.reason, failure.permanent) == ("http_403", False)


async def test_an_unnamed_refusal_of_discords_keeps_its_number(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    discord_server.fail_next("/messages", status=400, code=99999)
    failure = await refusal(adapter)
    assert (failure.reason, failure.permanent) == ("http_400_99999", True)


async def test_editing_a_deleted_message_is_a_permanent_failure(adapter: DiscordAdapter) -> None:
    with pytest.raises(DeliveryFailed) as failure:
        await adapter.messenger.edit(MessageRef(Platform.DISCORD, GUILD, DESK, "404"), REMINDER)
    assert (failure.value.reason, failure.value.permanent) == ("unknown_message", True)


async def test_trouble_at_discord_is_a_failure_for_now(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    discord_server.fail_next("/messages", status=503)
    failure = await refusal(adapter)
    assert (failure.permanent, failure.posted_perhaps) == (False, True)


async def test_an_answer_that_never_comes_is_waited_for_so_long_and_no_longer(
    adapter: DiscordAdapter, discord_server: FakeDiscord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messenger, "SECONDS", 0.05)
    discord_server.fail_next("/messages", silent=True)
    failure = await refusal(adapter)
    assert (failure.reason, failure.posted_perhaps) == ("no_answer", True)


async def test_a_page_instead_of_an_answer_is_a_failure_for_now(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    discord_server.fail_next("/messages", status=200)
    failure = await refusal(adapter)
    assert (failure.reason, failure.permanent) == ("unreadable_answer", False)


async def test_discord_being_down_is_a_failure_for_now(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    await discord_server.stop()
    failure = await refusal(adapter)
    assert not failure.permanent


async def test_a_stopped_adapter_sends_nothing(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    await adapter.stop()
    with pytest.raises(DeliveryFailed, match="not_connected"):
        await adapter.messenger.send(TO, REMINDER, "n-1")
    assert discord_server.posted == []


async def test_a_person_is_written_to_in_direct_messages_opened_for_it(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    inbox = Destination(Platform.DISCORD, f"dm:{KARI}", f"@{KARI}")
    ref = await adapter.messenger.send(inbox, REMINDER, "n-1")
    assert ref.channel_key == discord_server.posted[0]["channel_id"] == f"9{KARI}"
    assert await adapter.messenger.find(inbox, "n-1", LONG_AGO) == ref


async def test_who_has_left_the_newsrooms_servers_is_written_to_no_longer(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    inbox = Destination(Platform.DISCORD, f"dm:{KARI}", f"@{KARI}", homes=("404", GUILD))
    await adapter.messenger.send(inbox, REMINDER, "n-1")
    discord_server.members.clear()
    elsewhere = replace(inbox, homes=("404",))
    with pytest.raises(DeliveryFailed, match="left_the_servers") as failed:
        await adapter.messenger.send(elsewhere, REMINDER, "n-2")
    assert failed.value.permanent
    assert len(discord_server.posted) == 1


async def test_in_which_servers_a_person_is_is_asked_once_in_a_few_minutes(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    inbox = Destination(Platform.DISCORD, f"dm:{KARI}", f"@{KARI}", homes=(GUILD,))
    for nonce in ("n-1", "n-2", "n-3"):
        await adapter.messenger.send(inbox, REMINDER, nonce)
    asked = [path for method, path, _ in discord_server.requests if "members" in path]
    assert len(asked) == 1


async def test_a_role_and_those_present_are_called_where_a_message_names_them(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    groups = (Mention(MentionKind.GROUP, "99", "Vakt"), HERE)
    await adapter.messenger.send(TO, Message(text="@everyone", groups=groups), "n-1")
    [posted] = discord_server.posted
    assert posted["content"] == "<@&99> @here"
    assert posted["allowed_mentions"] == {"parse": ["everyone"], "roles": [99], "users": []}
