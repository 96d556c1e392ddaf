from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.digest_time import DigestTime
from bot.domain.follow_up import ReminderKind
from bot.domain.newsroom import Platform, QuietHours, Role
from bot.domain.working_hours import WorkingHours
from bot.errors import Collision
from bot.ports import Store
from tests.adapters.database.world import put_newsroom
from tests.builders import (
    a_channel,
    a_duty,
    a_newsroom,
    a_person,
    a_workspace,
    an_id,
    an_own_policy,
)


async def test_a_newsroom_is_kept_whole(store: Store) -> None:
    newsroom = a_newsroom(
        admin_channel_id=an_id("admin"),
        days_off=(date(2025, 12, 24), date(2025, 12, 31)),
        newcomers=Role.READER,
        editor_roles=("vaktsjef",),
        hours=WorkingHours(frozenset({5, 6}), time(6, 15), time(13)),
    )
    async with store.transaction() as tx:
        await tx.newsrooms.save(newsroom)
    async with store.view() as view:
        assert await view.newsrooms.newsroom(newsroom.id) == newsroom


async def test_a_newsroom_that_was_never_kept_is_a_mistake(store: Store) -> None:
    async with store.view() as view:
        with pytest.raises(LookupError):
            await view.newsrooms.newsroom(an_id("nobody"))


async def test_a_workspace_is_found_by_its_platforms_id(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.newsrooms.save(a_newsroom())
        await tx.newsrooms.save(a_workspace("T1"))
        assert await tx.newsrooms.workspace(Platform.SLACK, "T1") == a_workspace("T1")
        assert await tx.newsrooms.workspace(Platform.DISCORD, "T1") is None


async def test_a_channel_is_kept_whole_and_knows_its_workspace(store: Store) -> None:
    channel = a_channel(
        quiet=QuietHours(time(23), time(6, 30)),
        direct=True,
        digest=DigestTime(time(7), frozenset({0, 4}), unless_empty=True),
    )
    async with store.transaction() as tx:
        await tx.newsrooms.save(a_newsroom())
        await tx.newsrooms.save(a_workspace())
        await tx.newsrooms.save(channel)
        assert await tx.newsrooms.channel(channel.workspace_id, channel.key) == channel
        assert await tx.newsrooms.workspace_of(channel) == a_workspace()


async def test_a_newsroom_gets_its_own_channels_alone_by_name(store: Store) -> None:
    other = a_newsroom("Bygdebladet")
    abroad = a_channel("abroad", a_workspace("T2", other))
    ours = [a_channel("sport"), a_channel("innenriks")]
    async with store.transaction() as tx:
        await tx.newsrooms.save(a_newsroom())
        await tx.newsrooms.save(other)
        await tx.newsrooms.save(a_workspace())
        await tx.newsrooms.save(a_workspace("T2", other))
        for channel in (abroad, *ours):
            await tx.newsrooms.save(channel)
        ids = {abroad.id, *(channel.id for channel in ours)}
        found = await tx.newsrooms.channels(a_newsroom().id, ids)
    assert [channel.name for channel in found] == ["innenriks", "sport"]


async def test_a_newsrooms_channels_in_a_zone_are_found_by_name(store: Store) -> None:
    new_york = ZoneInfo("America/New_York")
    channels = [a_channel("washington", zone=new_york), a_channel("vakt"), a_channel("sport")]
    async with store.transaction() as tx:
        await tx.newsrooms.save(a_newsroom())
        await tx.newsrooms.save(a_workspace())
        for channel in channels:
            await tx.newsrooms.save(channel)
        found = await tx.newsrooms.channels_in(a_newsroom().id, a_newsroom().zone)
        abroad = await tx.newsrooms.channels_in(a_newsroom().id, new_york)
    assert [channel.name for channel in found] == ["sport", "vakt"]
    assert abroad == channels[:1]


async def test_a_person_is_changed_by_saving_again(store: Store) -> None:
    reader = a_person(role=Role.READER)
    async with store.transaction() as tx:
        for what in (a_newsroom(), a_workspace(), a_person(), reader):
            await tx.newsrooms.save(what)
        assert await tx.newsrooms.person(reader.workspace_id, reader.key) == reader


async def test_of_two_first_meetings_with_a_channel_the_first_is_kept(store: Store) -> None:
    first, second = a_channel(), a_channel(id=an_id("second"))
    async with store.transaction() as tx:
        for what in (a_newsroom(), a_workspace(), first):
            await tx.newsrooms.save(what)
    with pytest.raises(Collision):
        async with store.transaction() as tx:
            await tx.newsrooms.save(second)
    async with store.view() as view:
        assert await view.newsrooms.channel(first.workspace_id, first.key) == first


async def test_a_transaction_lives_on_after_a_collision(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.newsrooms.save(a_newsroom())
        await tx.newsrooms.save(a_workspace("T1"))
        with pytest.raises(Collision):
            await tx.newsrooms.save(a_workspace("T1", id=an_id("second")))
        await tx.newsrooms.save(a_workspace("T2"))
    async with store.view() as view:
        assert await view.newsrooms.workspace(Platform.SLACK, "T2") == a_workspace("T2")


async def test_a_newsrooms_people_come_in_order_of_name(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        for name in ("Ola", "Anna"):
            await tx.newsrooms.save(a_person(name))
    async with store.view() as view:
        found = await view.newsrooms.people(a_newsroom().id)
        assert [person.name for person in found] == ["Anna", "Ola"]
        assert list(await view.newsrooms.people(a_newsroom("Another").id)) == []


async def test_direct_messages_apart_are_told_with_their_newsrooms_workspaces(
    store: Store,
) -> None:
    here, apart = a_channel("desk"), replace(a_channel("kari"), direct=True)
    alone = replace(a_workspace(), id=an_id("alone"), key="dm:kari")
    async with store.transaction() as tx:
        await put_newsroom(tx, here)
        await tx.newsrooms.save(alone)
        await tx.newsrooms.save(replace(apart, workspace_id=alone.id))
        homes = [each.homes for each in await tx.newsrooms.addresses([here.id, apart.id])]
    assert sorted(homes) == [(), (a_workspace().key,)]


async def test_direct_messages_in_a_workspace_are_told_with_none(store: Store) -> None:
    inbox = replace(a_channel("kari"), direct=True)
    async with store.transaction() as tx:
        await put_newsroom(tx, a_channel("desk"), inbox)
        (address,) = await tx.newsrooms.addresses([inbox.id])
    assert address.homes == ()


async def test_a_duty_that_is_forgotten_is_gone(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.newsrooms.save(a_duty("foreign", "Kari"))
        await tx.newsrooms.save(a_duty("sport", "Ola"))
        await tx.newsrooms.remove(a_duty("foreign"))
        assert [duty.desk for duty in await tx.newsrooms.duties(a_newsroom().id)] == ["sport"]


async def test_a_desk_has_one_duty_that_changes_hands(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.newsrooms.save(a_duty("sport", "Ola"))
        await tx.newsrooms.save(a_duty("foreign", "Kari"))
        await tx.newsrooms.save(a_duty("foreign").given_to(("Anna", "Bo")))
    async with store.view() as view:
        found = await view.newsrooms.duties(a_newsroom().id)
        assert [(duty.desk, duty.names) for duty in found] == [
            ("foreign", ("Anna", "Bo")),
            ("sport", ("Ola",)),
        ]


async def test_what_was_set_for_a_row_of_the_policy_is_kept_whole(store: Store) -> None:
    policy = an_own_policy()
    async with store.transaction() as tx:
        await tx.newsrooms.save(a_newsroom())
        await tx.newsrooms.save(policy)
        assert await tx.newsrooms.policies([a_newsroom().id]) == [policy]
        assert await tx.newsrooms.policies([an_id("elsewhere")]) == []
        changed = policy.without([ReminderKind.OVERDUE])
        await tx.newsrooms.save(changed)
        assert await tx.newsrooms.policies([a_newsroom().id]) == [changed]


async def test_a_row_is_set_once_for_each_owner(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.newsrooms.save(a_newsroom())
        await tx.newsrooms.save(an_own_policy())
        with pytest.raises(Collision):
            await tx.newsrooms.save(replace(an_own_policy(), id=an_id("twin")))
