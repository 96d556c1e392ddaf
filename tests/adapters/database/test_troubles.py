from dataclasses import replace
from datetime import datetime

from bot.domain.trouble import Trouble
from bot.ports import Store
from tests.adapters.database.world import SPORT, UTENRIKS, put_newsroom
from tests.builders import HOUR, NOON, a_message_ref, a_newsroom, a_trouble, an_id

LEASE = HOUR / 60
TROUBLE = a_trouble(UTENRIKS)


async def keep(store: Store, *troubles: Trouble) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        for trouble in troubles:
            await tx.troubles.save(trouble)


async def kept(store: Store) -> Trouble | None:
    async with store.view() as view:
        return await view.troubles.get(UTENRIKS.id)


async def claim(store: Store, now: datetime = NOON) -> list[Trouble]:
    async with store.transaction() as tx:
        return list(await tx.troubles.claim(now, LEASE, 10))


async def next_due(store: Store) -> datetime | None:
    async with store.view() as view:
        return await view.troubles.next_due(NOON, LEASE)


async def test_a_spell_is_kept_and_changed(store: Store) -> None:
    await keep(store, TROUBLE)
    assert await kept(store) == TROUBLE
    changed = replace(TROUBLE, reason="is_archived", message=a_message_ref(), due_at=None)
    await keep(store, changed)
    assert await kept(store) == changed


async def test_a_spell_that_is_forgotten_is_gone(store: Store) -> None:
    await keep(store, TROUBLE)
    async with store.transaction() as tx:
        await tx.troubles.remove(UTENRIKS.id)
    assert await kept(store) is None


async def test_a_claimed_spell_is_held_counted_and_noted(store: Store) -> None:
    await keep(store, TROUBLE)
    held = replace(TROUBLE, attempts=1, tried_at=NOON, lease_until=NOON + LEASE)
    assert await claim(store) == [held]
    assert await claim(store, NOON + LEASE / 2) == []


async def test_a_lapsed_lease_is_taken_over(store: Store) -> None:
    await keep(store, TROUBLE)
    await claim(store)
    assert await next_due(store) == NOON + LEASE
    [taken] = await claim(store, NOON + LEASE)
    assert (taken.attempts, taken.may_stand_since) == (2, NOON)


async def test_what_need_not_be_told_is_not_claimed(store: Store) -> None:
    await keep(store, replace(TROUBLE, due_at=None))
    assert (await claim(store), await next_due(store)) == ([], None)


async def test_a_newsrooms_spells_are_told_the_longest_first(store: Store) -> None:
    longer = a_trouble(SPORT, since=NOON - HOUR)
    await keep(store, TROUBLE, longer)
    async with store.view() as view:
        assert list(await view.troubles.of_newsroom(a_newsroom().id)) == [longer, TROUBLE]
        assert list(await view.troubles.of_newsroom(an_id("another"))) == []


async def test_a_spell_that_is_over_is_none_of_those_that_stand(store: Store) -> None:
    await keep(store, TROUBLE, a_trouble(SPORT, over_at=NOON))
    async with store.view() as view:
        assert [each.channel_id for each in await view.troubles.standing()] == [UTENRIKS.id]
        assert list(await view.troubles.of_newsroom(a_newsroom().id)) == [TROUBLE]
