import discord
import pytest
import structlog
import tenacity
from discord.backoff import ExponentialBackoff

from adapters.discord import DiscordAdapter, TokenRefused
from bot.domain.delivery import Destination
from bot.domain.message import Message
from bot.domain.newsroom import Platform
from bot.errors import DeliveryFailed
from tests.adapters.discord.conftest import an_adapter
from tests.adapters.discord.fake_daybook import COMMANDS, FakeDaybook
from tests.adapters.discord.fake_discord import TOKEN, FakeDiscord
from tests.adapters.discord.payloads import DESK, GUILD

TO = Destination(Platform.DISCORD, GUILD, DESK)
PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15  # members, presences, message content


async def test_a_refused_token_is_told_in_one_sentence(
    discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    stranger = an_adapter(discord_server, daybook, token="not.the.token")
    with pytest.raises(TokenRefused, match="Discord refuses the token in DISCORD_TOKEN"):
        await stranger.start()


async def test_no_privileged_intent_is_asked_for(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    assert discord_server.gateway.intents & PRIVILEGED == 0


async def test_discord_is_asked_for_its_gateway_when_the_settings_name_none(
    discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    adapter = DiscordAdapter(TOKEN, daybook, (), api_base_url=discord_server.api_url)
    await adapter.start()
    await discord_server.gateway.connected.wait()
    await adapter.stop()
    assert discord_server.gateway.identified == 1


@pytest.mark.parametrize("listening", [True, False])
async def test_the_log_says_that_discord_has_let_us_in(
    discord_server: FakeDiscord, daybook: FakeDaybook, *, listening: bool
) -> None:
    adapter = an_adapter(discord_server, daybook)
    with structlog.testing.capture_logs() as log:
        await adapter.start(listening=listening)
        if listening:
            await adapter.connected.wait()
        await adapter.stop()
    told = [entry["listening"] for entry in log if entry["event"] == "discord_connected"]
    assert told == [listening]


async def test_every_command_is_offered_in_both_groups(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    offered = {
        command["name"]: [option["name"] for option in command["options"]]
        for command in discord_server.commands
        if command["type"] == 1
    }
    names = [command.name for command in COMMANDS]
    assert offered == {"story": names, "sak": names}


async def test_a_closed_connection_is_resumed_and_what_was_missed_is_answered(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    await discord_server.gateway.drop()
    await discord_server.slash("status")
    assert (discord_server.gateway.resumed, discord_server.gateway.identified) == (1, 1)
    assert [asked[1] for asked in daybook.asked] == ["status"]


async def test_a_session_is_resumed_when_discord_asks_to_reconnect(
    adapter: DiscordAdapter, discord_server: FakeDiscord
) -> None:
    await discord_server.gateway.ask_to_reconnect()
    await discord_server.gateway.connected.wait()
    assert discord_server.gateway.resumed == 1


async def at_once(*_: object, **__: object) -> None:
    """Begin a session without the library's pause of five seconds."""


async def test_a_session_that_discord_has_forgotten_is_begun_anew(
    adapter: DiscordAdapter,
    discord_server: FakeDiscord,
    daybook: FakeDaybook,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(discord.Client, "before_identify_hook", at_once)
    await discord_server.gateway.forget()
    await discord_server.gateway.connected.wait()
    await discord_server.slash("status")
    assert (discord_server.gateway.resumed, discord_server.gateway.identified) == (0, 2)
    assert [asked[1] for asked in daybook.asked] == ["status"]
    assert await adapter.is_connected()


async def test_commands_that_discord_refuses_do_not_keep_daybook_away(
    discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    discord_server.fail_next("/commands", method="PUT", status=400, code=50035)
    adapter = an_adapter(discord_server, daybook)
    await adapter.start()
    await discord_server.gateway.connected.wait()
    posted = await adapter.messenger.send(TO, Message(text="Still here"), "n-1")
    await adapter.stop()
    assert posted.message_key == discord_server.posted[0]["id"]


async def test_while_discord_can_not_be_reached_sending_fails_for_now(
    daybook: FakeDaybook,
) -> None:
    nobody = FakeDiscord()
    await nobody.start()
    await nobody.stop()
    adapter = an_adapter(nobody, daybook)
    await adapter.start()
    with pytest.raises(DeliveryFailed) as failure:
        await adapter.messenger.send(TO, Message(text="Hello"), "n-1")
    await adapter.stop()
    assert not failure.value.permanent


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let failed connections be tried again at once."""
    monkeypatch.setattr(DiscordAdapter._stay_connected.retry, "wait", tenacity.wait_none())
    monkeypatch.setattr(ExponentialBackoff, "delay", lambda _: 0.0)


async def test_discord_is_reached_as_soon_as_it_is_there(
    impatient: None, daybook: FakeDaybook
) -> None:
    late = FakeDiscord()
    await late.start()
    await late.stop()
    adapter = an_adapter(late, daybook)
    await adapter.start()
    await late.start()
    await late.gateway.connected.wait()
    await late.slash("status")
    await adapter.stop()
    await late.stop()
    assert [asked[1] for asked in daybook.asked] == ["status"]


async def test_a_gateway_that_turns_daybook_away_is_tried_again(
    impatient: None, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    discord_server.gateway.refusals = 2
    adapter = an_adapter(discord_server, daybook)
    await adapter.start()
    await discord_server.gateway.connected.wait()
    await adapter.stop()
    assert discord_server.gateway.identified == 1


async def test_daybook_posts_while_the_gateway_is_away(
    impatient: None, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    discord_server.gateway.refusals = 1_000_000
    adapter = an_adapter(discord_server, daybook)
    await adapter.start()
    await adapter.messenger.send(TO, Message(text="Still here"), "n-1")
    await adapter.stop()
    assert len(discord_server.posted) == 1
