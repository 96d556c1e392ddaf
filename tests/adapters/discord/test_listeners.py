from adapters.discord import DiscordAdapter
from bot.domain.message import Message
from tests.adapters.discord.fake_daybook import FakeDaybook
from tests.adapters.discord.fake_discord import FakeDiscord, text_of


async def test_a_slash_command_reaches_daybook_with_its_options(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    daybook.answer = Message(title="Noted", text="1–7 December 2025")
    options = {"story": "ukraine-peace", "when": "neste uke", "title": "Witkoff til Moskva"}
    answer = await discord_server.slash("expect", options)
    assert daybook.asked[0][1:] == ("expect", options)
    assert text_of(answer.message) == "Noted\n1–7 December 2025"
