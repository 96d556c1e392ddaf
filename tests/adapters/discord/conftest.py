from collections.abc import AsyncIterator

import pytest

from adapters.discord import DiscordAdapter
from tests.adapters.discord.fake_daybook import COMMANDS, FakeDaybook
from tests.adapters.discord.fake_discord import TOKEN, FakeDiscord


@pytest.fixture
async def discord_server() -> AsyncIterator[FakeDiscord]:
    fake = FakeDiscord()
    await fake.start()
    yield fake
    await fake.stop()


@pytest.fixture
def daybook() -> FakeDaybook:
    return FakeDaybook()


@pytest.fixture
async def adapter(
    discord_server: FakeDiscord, daybook: FakeDaybook
) -> AsyncIterator[DiscordAdapter]:
    connected = an_adapter(discord_server, daybook)
    await connected.start()
    await discord_server.gateway.connected.wait()
    yield connected
    await connected.stop()


def an_adapter(
    fake: FakeDiscord, daybook: FakeDaybook, token: str = TOKEN, patience: float = 2.0
) -> DiscordAdapter:
    return DiscordAdapter(
        token,
        daybook,
        COMMANDS,
        api_base_url=fake.api_url,
        gateway_url=fake.gateway_url,
        patience=patience,
    )
