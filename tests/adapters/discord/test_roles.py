from adapters.discord import DiscordAdapter
from tests.adapters.discord.fake_daybook import FakeDaybook
from tests.adapters.discord.fake_discord import FakeDiscord
from tests.adapters.discord.payloads import EDITORS, GUILD, KARI, FakeChannel, FakeUser


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


async def test_direct_messages_tell_the_roles_that_their_person_has_in_each_server(
    adapter: DiscordAdapter, discord_server: FakeDiscord, daybook: FakeDaybook
) -> None:
    discord_server.members[GUILD][KARI] = (EDITORS,)
    await discord_server.slash("status", channel=FakeChannel("31", "", direct=True))
    asker = daybook.asked[0][0]
    assert (asker.roles, asker.servers) == ((), {GUILD: (EDITORS, "Vaktsjefer")})
