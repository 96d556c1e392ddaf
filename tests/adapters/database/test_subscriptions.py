from dataclasses import replace

from bot.domain.mention import HERE, Mention, MentionKind
from bot.domain.subscription import Notice, Target, TargetKind
from bot.ports import Store
from bot.reading.typed.ladder import read_ladder
from tests.adapters.database.world import SPORT, UTENRIKS, put_newsroom
from tests.builders import a_newsroom, a_subscription, a_target, an_id

STRIKE = a_target("harbour-strike")
EVERYTHING = Target(TargetKind.EVERYTHING)
TAG = a_target("havn", TargetKind.TAG)
DESK = a_target("havn", TargetKind.DESK)


async def test_a_channel_follows_a_target_once(store: Store) -> None:
    subscription = a_subscription(UTENRIKS, STRIKE)
    async with store.transaction() as tx:
        await put_newsroom(tx)
        assert await tx.subscriptions.add(subscription)
        assert not await tx.subscriptions.add(a_subscription(UTENRIKS, STRIKE, id=an_id("again")))
        assert list(await tx.subscriptions.of_channel(UTENRIKS.id)) == [subscription]


async def test_what_a_channel_follows_comes_in_order_of_target(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        for target in (TAG, STRIKE, EVERYTHING, DESK):
            await tx.subscriptions.add(a_subscription(UTENRIKS, target))
        found = await tx.subscriptions.of_channel(UTENRIKS.id)
    assert [each.target for each in found] == [DESK, EVERYTHING, STRIKE, TAG]


async def test_a_subscription_is_forgotten_once(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.subscriptions.add(a_subscription(UTENRIKS, TAG))
        assert not await tx.subscriptions.remove(UTENRIKS.id, DESK)
        assert await tx.subscriptions.remove(UTENRIKS.id, TAG)
        assert not await tx.subscriptions.remove(UTENRIKS.id, TAG)


async def test_a_channel_covers_a_story_by_any_of_its_targets(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.subscriptions.add(a_subscription(UTENRIKS, TAG))
        await tx.subscriptions.add(a_subscription(UTENRIKS, EVERYTHING))
        await tx.subscriptions.add(a_subscription(SPORT, DESK))
        newsroom = a_newsroom().id
        assert await tx.subscriptions.channels_covering(newsroom, [TAG, EVERYTHING, STRIKE]) == {
            UTENRIKS.id
        }
        assert await tx.subscriptions.channels_covering(newsroom, []) == set()


async def test_another_newsrooms_channels_never_cover_a_story(store: Store) -> None:
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.subscriptions.add(a_subscription(UTENRIKS, EVERYTHING))
        assert await tx.subscriptions.channels_covering(an_id("another"), [EVERYTHING]) == set()


async def test_a_target_knows_who_follows_just_it(store: Store) -> None:
    mine = a_subscription(UTENRIKS, a_target("harbour-strike"))
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.subscriptions.add(mine)
        await tx.subscriptions.add(a_subscription(SPORT, a_target("", TargetKind.EVERYTHING)))
        newsroom_id = mine.newsroom_id
        assert await tx.subscriptions.of_target(newsroom_id, mine.target) == [mine]
        assert await tx.subscriptions.of_target(newsroom_id, a_target("port")) == []


async def test_what_a_channel_wants_of_it_is_kept_and_changed(store: Store) -> None:
    plain = a_subscription(UTENRIKS, STRIKE)
    wanting = replace(
        plain,
        notices=frozenset({Notice.UPDATES}),
        leads=read_ladder("3d, 1d 16:00, 2h"),
        mentions=(Mention(MentionKind.GROUP, "S1", "Vakt øst"), HERE),
    )
    async with store.transaction() as tx:
        await put_newsroom(tx)
        await tx.subscriptions.add(plain)
        await tx.subscriptions.save(wanting)
        assert await tx.subscriptions.of_channel(UTENRIKS.id) == [wanting]
        assert await tx.subscriptions.following([wanting.newsroom_id], {STRIKE}) == [wanting]
