from datetime import UTC

from bot.ports import Store
from tests.adapters.database.world import put_newsroom
from tests.builders import DAY, NOON, a_follow_up, a_series

EARLY = a_series(a_follow_up(number=1), next_at=NOON)
LATE = a_series(a_follow_up(number=2), next_at=NOON + DAY)


async def put_series(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        for series in (LATE, EARLY):
            await tx.recurrences.save(series)


async def test_a_series_is_kept_whole(store: Store) -> None:
    await put_series(store)
    async with store.view() as view:
        assert await view.recurrences.get(EARLY.id) == EARLY


async def test_a_series_whose_coming_time_has_opened_is_due(store: Store) -> None:
    await put_series(store)
    async with store.transaction() as tx:
        assert list(await tx.recurrences.due(NOON, 10)) == [EARLY]
        assert list(await tx.recurrences.due(NOON + DAY, 10)) == [EARLY, LATE]
        assert await tx.recurrences.next_due() == EARLY.next_at


async def test_an_ended_series_is_never_due(store: Store) -> None:
    await put_series(store)
    async with store.transaction() as tx:
        for series in (EARLY, LATE):
            await tx.recurrences.save(series.ended())
    async with store.transaction() as tx:
        assert list(await tx.recurrences.due(NOON + DAY, 10)) == []
        assert await tx.recurrences.next_due() is None


async def test_a_hastened_series_is_due_at_once(store: Store) -> None:
    await put_series(store)
    async with store.transaction() as tx:
        await tx.recurrences.save(LATE.hastened(NOON.astimezone(UTC)))
        assert len(await tx.recurrences.due(NOON, 10)) == 2
