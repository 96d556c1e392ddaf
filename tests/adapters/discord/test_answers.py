"""Where Discord's answers stand, so that they can be edited there."""

from adapters.discord import DiscordAdapter
from bot.domain.delivery import MessageRef
from bot.domain.message import Button, Message
from bot.domain.newsroom import Platform
from tests.adapters.discord.conftest import an_adapter
from tests.adapters.discord.fake_daybook import FakeDaybook
from tests.adapters.discord.fake_discord import CHANNEL, FakeDiscord, buttons_of, text_of
from tests.adapters.discord.payloads import GUILD, FakeChannel, FakeUser

SAID = Message(title="Peace", buttons=(Button("Happened", "happened peace#1"),))


def stands_as(key: str) -> MessageRef:
    return MessageRef(Platform.DISCORD, GUILD, CHANNEL.id, key)


async def test_an_answer_is_edited_where_it_stands(
    discord_server: FakeDiscord, adapter: DiscordAdapter, daybook: FakeDaybook
) -> None:
    daybook.answer = SAID
    await discord_server.slash("status")
    message, ref = await daybook.standing.get()
    assert (message, ref) == (SAID, stands_as(discord_server.said[0]["id"]))
    await adapter.messenger.edit(ref, Message(title="Peace: happened"))
    assert "Peace: happened" in text_of(discord_server.said[0])
    assert buttons_of(discord_server.said[0]) == {}


async def test_a_slow_answer_is_edited_where_it_came_to_stand(
    discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    adapter = an_adapter(discord_server, daybook, patience=0)
    await adapter.start()
    await discord_server.gateway.connected.wait()
    daybook.ready.clear()
    await discord_server.slash("status")
    daybook.ready.set()
    _, ref = await daybook.standing.get()
    assert ref == stands_as(discord_server.said[0]["id"])
    await adapter.stop()


async def test_an_answer_that_replaces_a_message_stands_in_its_place(
    discord_server: FakeDiscord, adapter: DiscordAdapter, daybook: FakeDaybook
) -> None:
    daybook.answer = SAID
    await discord_server.slash("status")
    _, first = await daybook.standing.get()
    daybook.answer = Message(title="Closed", replaces=True)
    await discord_server.press(
        discord_server.said[0], buttons_of(discord_server.said[0])["Happened"]
    )
    message, ref = await daybook.standing.get()
    assert (message.title, ref) == ("Closed", first)


async def test_what_the_asker_alone_sees_stands_nowhere(
    discord_server: FakeDiscord, adapter: DiscordAdapter, daybook: FakeDaybook
) -> None:
    daybook.answer = Message(text="No such story.", private=True)
    await discord_server.slash("status")
    daybook.answer = SAID
    await discord_server.slash("status")
    message, _ = await daybook.standing.get()
    assert message is SAID


async def test_an_answer_in_direct_messages_stands_in_theirs(
    discord_server: FakeDiscord, adapter: DiscordAdapter, daybook: FakeDaybook
) -> None:
    inbox = FakeChannel("95", "", direct=True)
    daybook.answer = SAID
    await discord_server.slash("status", channel=inbox)
    _, ref = await daybook.standing.get()
    assert (ref.workspace_key, ref.channel_key) == (f"dm:{FakeUser().id}", inbox.id)
    await adapter.messenger.edit(ref, Message(title="Peace: happened"))
    assert "Peace: happened" in text_of(discord_server.said[0])
