"""Signs that the bot may post again, as Discord tells them."""

from adapters.discord import DiscordAdapter
from bot.domain.newsroom import Platform
from bot.domain.trouble import Returned
from tests.adapters.discord import payloads
from tests.adapters.discord.fake_daybook import FakeDaybook
from tests.adapters.discord.fake_discord import CHANNEL, FakeDiscord
from tests.adapters.discord.payloads import GUILD, Json


def changed(topic: str) -> Json:
    return payloads.channel(CHANNEL) | {"guild_id": GUILD, "topic": topic}


async def invite(adapter: DiscordAdapter, server: FakeDiscord) -> None:
    """Invite the bot to another server."""
    joined = payloads.guild("Avisa to", [CHANNEL]) | {"id": "77"}
    del joined["unavailable"]  # only those that were known before have it
    assert adapter._client is not None
    await adapter._client.wait_until_ready()  # what is told before that was known already
    await server.gateway.tell("GUILD_CREATE", joined)


async def test_a_server_that_invites_the_bot_is_back(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    await invite(adapter, discord_server)
    assert await daybook.back.get() == Returned(Platform.DISCORD, "77")


async def test_a_channel_in_which_the_bot_may_post_now_is_back(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    await discord_server.gateway.tell("CHANNEL_UPDATE", changed("News"))
    assert await daybook.back.get() == Returned(Platform.DISCORD, GUILD, CHANNEL.id)


async def test_a_channel_that_changes_and_stays_closed_is_not_back(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    tell = discord_server.gateway.tell
    everyone = payloads.role(GUILD, "@everyone")
    await tell("GUILD_ROLE_UPDATE", {"guild_id": GUILD, "role": everyone | {"permissions": "0"}})
    await tell("CHANNEL_UPDATE", changed("Closed"))
    await invite(adapter, discord_server)
    assert await daybook.back.get() == Returned(Platform.DISCORD, "77")
