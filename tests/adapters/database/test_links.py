from dataclasses import replace

import pytest

from bot.domain.delivery import UNLINKED, DeliveryState
from bot.domain.newsroom import Platform, Role
from bot.errors import Collision
from bot.ports import Store
from tests.adapters.database.world import SPORT, UTENRIKS, put_story
from tests.builders import (
    NOON,
    a_delivery,
    a_link_code,
    a_message_ref,
    a_newsroom,
    a_person,
    a_scheduled_digest,
    a_subscription,
    a_trouble,
    a_workspace,
    an_id,
)

OTHER = a_newsroom("Bygdebladet", newcomers=Role.READER)


async def test_a_code_is_kept_and_changed(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.newsrooms.save(a_newsroom())
        await tx.links.save(a_link_code())
        await tx.links.save(a_link_code().tried())
        assert await tx.links.code("7K3Q") == a_link_code().tried()
        assert await tx.links.code("ABCD") is None


async def test_a_name_is_that_of_one_code(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.newsrooms.save(a_newsroom())
        await tx.links.save(a_link_code())
        with pytest.raises(Collision):
            await tx.links.save(a_link_code(id=an_id("another")))


async def test_a_workspace_moves_with_its_channels_and_people(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.newsrooms.save(OTHER)
        await tx.newsrooms.save(a_person())
        await tx.subscriptions.add(a_subscription(UTENRIKS))
        await tx.digests.schedule(a_scheduled_digest(UTENRIKS))
        await tx.links.move(a_workspace(), OTHER)
        assert await tx.links.workspaces(a_newsroom().id) == []
        (moved,) = await tx.links.workspaces(OTHER.id)
        assert moved == await tx.newsrooms.workspace(Platform.SLACK, "T1")
        ids = [UTENRIKS.id, SPORT.id]
        assert {c.id for c in await tx.newsrooms.channels(OTHER.id, ids)} == set(ids)
        assert await tx.newsrooms.people(OTHER.id) == [
            replace(a_person(), newsroom_id=OTHER.id, role=Role.READER)
        ]
        assert await tx.subscriptions.of_channel(UTENRIKS.id) == []
        digest = await tx.digests.of_channel(UTENRIKS.id)
        assert digest is not None
        assert digest.newsroom_id == OTHER.id


async def test_what_was_on_its_way_to_a_workspace_that_moves_is_let_go(store: Store) -> None:
    pending = a_delivery(channel=UTENRIKS)
    sent = a_delivery(channel=SPORT).sent(a_message_ref(), 1)
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.newsrooms.save(OTHER)
        await tx.deliveries.queue([pending, sent])
        await tx.links.move(a_workspace(), OTHER)
        await tx.deliveries.refresh([pending.follow_up_id], NOON)
        assert await tx.deliveries.next_due() is None
        (let_go,) = await tx.deliveries.of_follow_up(pending.follow_up_id, UTENRIKS.id)
        (posted,) = await tx.deliveries.of_follow_up(sent.follow_up_id, SPORT.id)
    assert (let_go.state, let_go.reason) == (DeliveryState.SKIPPED, UNLINKED)
    assert (posted.state, posted.message) == (DeliveryState.SENT, None)


async def test_what_a_workspace_that_moves_could_not_be_told_is_let_go(store: Store) -> None:
    given_up = a_delivery(channel=UTENRIKS).undeliverable("channel_not_found")
    async with store.transaction() as tx:
        story = await put_story(tx)
        await tx.newsrooms.save(OTHER)
        await tx.deliveries.queue([given_up])
        await tx.troubles.save(a_trouble(UTENRIKS))
        await tx.links.move(a_workspace(), OTHER)
        assert await tx.queues.undeliverable(story.id, 5) == []
        assert await tx.troubles.get(UTENRIKS.id) is None


async def test_a_channel_that_comes_over_sees_nothing_under_embargo(store: Store) -> None:
    async with store.transaction() as tx:
        await put_story(tx)
        await tx.newsrooms.save(OTHER)
        await tx.newsrooms.save(replace(UTENRIKS, sees_embargoed=True))
        await tx.links.move(a_workspace(), OTHER)
        assert await tx.newsrooms.seeing_embargoed(OTHER.id) == []
