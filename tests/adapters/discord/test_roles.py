from adapters.discord import DiscordAdapter
from tests.adapters.discord.fake_daybook import FakeDaybook
from tests.adapters.discord.fake_discord import FakeDiscord
from tests.adapters.discord.payloads import EDITORS, FakeUser


async def test_a_members_roles_are_told_by_id_and_name(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    await discord_server.slash("status", user=FakeUser(roles=(EDITORS,)))
    assert daybook.asked[0][0].roles == (EDITORS, "Vaktsjefer")


async def test_the_role_that_everyone_has_is_none(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    await discord_server.slash("status")
    assert daybook.asked[0][0].roles == ()
