"""Whatever is listened to, in whatever order: what is heard is told, once, and nothing else."""

import asyncio
from collections import Counter
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.actions.hear import listeners
from bot.domain.feed import FeedFailed, FeedFault
from tests.stage import Stage, text_of, the_newsroom

Result = TypeVar("Result")

FEEDS = ("https://news.example/rss", "https://wire.example/atom")
CHANNELS = ("foreign", "sport")
STORIES = ("fish", "oil")
COMMANDS = (
    f"watch fish {FEEDS[0]}",
    f"watch oil {FEEDS[0]} Aune",
    f"watch oil {FEEDS[1]} quota",
    "watch fish Aune, quota",
    "unwatch fish",
    "unwatch oil",
    "close fish",
    "reopen fish",
    "merge oil fish",
    "undo",
    "set join off",
    "set join on",
)


class AnyWatch(RuleBasedStateMachine):
    """A newsroom of two stories and two channels, and two feeds into which anything comes."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.stage = Stage()
        self.unheard: set[str] = set()
        self.put = 0
        for link in FEEDS:
            self.stage.feeds.put(link)
        for story in STORIES:  # by somebody else, so that no undo takes it away
            self.run(self.stage.type(f"new {story} The story", person="opener"))

    def run(self, doing: Coroutine[Any, Any, Result]) -> Result:
        return self.loop.run_until_complete(doing)

    def teardown(self) -> None:
        self.loop.close()

    def type(self, text: str, channel: str = "foreign") -> None:
        self.run(self.stage.type(text, channel=channel))

    def wait_for(self, minutes: int) -> None:
        self.run(self.stage.pass_time(self.stage.clock.now() + timedelta(minutes=minutes)))

    def comes(self, feed: str, word: str) -> str:
        """Put something into a feed, and return what it is called."""
        self.put += 1
        headline = f"{word} says {self.put}."
        self.stage.feeds.put(feed, headline)
        if feed not in self.run(self.heard_feeds()):
            self.unheard.add(headline)
        return headline

    async def heard_feeds(self) -> set[str]:
        async with self.stage.store.view() as tx:
            return {watch.feed for watch, _ in await listeners(tx, await the_newsroom(tx))}

    def told(self) -> Counter[tuple[str, str]]:
        """Count what each channel was told of."""
        headlines = [f"{word} says {n}." for n in range(1, self.put + 1) for word in WORDS]
        said = [(p.channel, text_of(p.message)) for p in self.stage.messenger.posted]
        return Counter(
            (channel, headline)
            for channel, text in said
            for headline in headlines
            if headline in text
        )

    @rule(command=st.sampled_from(COMMANDS))
    def do(self, command: str) -> None:
        self.type(command)

    @rule(
        channel=st.sampled_from(CHANNELS),
        what=st.sampled_from(("subscribe fish", "unsubscribe fish", "subscribe everything alerts")),
    )
    def follow(self, channel: str, what: str) -> None:
        self.type(what, channel)

    @rule(feed=st.sampled_from(FEEDS), word=st.sampled_from(("Aune", "quota", "nobody")))
    def something_comes(self, feed: str, word: str) -> None:
        self.comes(feed, word)

    @rule(feed=st.sampled_from(FEEDS), fails=st.booleans())
    def fails(self, feed: str, fails: bool) -> None:
        self.stage.feeds.faults.pop(feed, None)
        if fails:
            self.stage.feeds.faults[feed] = FeedFailed(FeedFault.SLOW, "news.example")

    @rule(minutes=st.sampled_from((1, 7, 30, 300)))
    def wait(self, minutes: int) -> None:
        self.wait_for(minutes)

    @rule(channel=st.sampled_from(CHANNELS))
    def what_is_listened_for_is_told(self, channel: str) -> None:
        self.stage.feeds.faults.clear()
        for typed in ("new cod The cod", f"watch cod {FEEDS[1]} cod", "subscribe cod"):
            self.type(typed, channel)
        self.wait_for(90)  # a feed that failed is asked again within the hour
        headline = self.comes(FEEDS[1], "cod")
        self.wait_for(15)
        assert self.told()[channel, headline] == 1

    @invariant()
    def no_channel_is_told_twice(self) -> None:
        assert [each for each, number in self.told().items() if number > 1] == []
        nonces = Counter(posted.nonce for posted in self.stage.messenger.posted)
        assert [nonce for nonce, number in nonces.items() if number > 1] == []

    @invariant()
    def what_came_while_nobody_listened_is_not_told(self) -> None:
        assert [headline for _, headline in self.told() if headline in self.unheard] == []

    @invariant()
    def nobody_hears_of_nobody_but_through_a_whole_feed(self) -> None:
        for posted in self.stage.messenger.posted:
            if "nobody says" in text_of(posted.message):
                assert "fish" in text_of(posted.message)


WORDS = ("Aune", "quota", "nobody", "cod")

TestAnyWatch = AnyWatch.TestCase
TestAnyWatch.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
