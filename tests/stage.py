"""A newsroom to try things out on: the core over a store in memory and a clock that stands."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from adapters.clock import SteppedClock
from bot.actions.attempt_delivery import Posting
from bot.actions.do_what_is_due import do_what_is_due
from bot.actions.listen import Listening, listen
from bot.actions.meet import Defaults
from bot.actions.tell_alerts import tell_alerts
from bot.actions.tell_lifts import tell_lifts
from bot.actions.tell_troubles import tell_troubles
from bot.commands.desk import Desk
from bot.domain.delivery import Destination, MessageRef
from bot.domain.feed import INTERVAL
from bot.domain.gate import Gate
from bot.domain.language import Language
from bot.domain.message import Message
from bot.domain.newsroom import Asker, Channel, Platform, Workspace
from bot.domain.story import Story
from bot.errors import DeliveryFailed
from bot.ports import FeedSource, Store, Transaction
from config.pace import read_paces
from config.reminders import read_policy
from tests.fakes.articles import FakeArticles
from tests.fakes.feeds import FakeFeedSource
from tests.fakes.store import FakeStore

OSLO = ZoneInfo("Europe/Oslo")
WEDNESDAY_NOON = datetime(2025, 11, 26, 12, tzinfo=OSLO)


@dataclass
class Posted:
    """One message that stands in a channel."""

    at: datetime
    channel: str
    message: Message
    nonce: str
    to: Destination


@dataclass
class FakeMessenger:
    """Implements ``bot.ports.Messenger`` in memory; fails as often as it is told to.

    Attributes:
        refuses: How each of these channels answers, by key, as long as it stands here.
        refused: How often one of them did.
    """

    clock: SteppedClock
    posted: list[Posted] = field(default_factory=list)
    sought: list[Destination] = field(default_factory=list)
    edited: int = 0
    failures: list[DeliveryFailed] = field(default_factory=list)
    refuses: dict[str, DeliveryFailed] = field(default_factory=dict)
    refused: int = 0
    crash_after_posting: bool = False

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        if to.channel_key in self.refuses:
            self.refused += 1
            raise self.refuses[to.channel_key]
        if self.failures:
            failure = self.failures.pop(0)
            if failure.posted_perhaps:
                self._post(to, message, nonce)
            raise failure
        ref = self._post(to, message, nonce)
        if self.crash_after_posting:
            self.crash_after_posting = False
            raise SystemError("the process dies here")
        return ref

    async def edit(self, ref: MessageRef, message: Message) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.edited += 1
        self.posted[int(ref.message_key)].message = message

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:
        self.sought.append(to)
        for index, posted in enumerate(self.posted):
            if (posted.channel, posted.nonce) == (to.channel_key, nonce):
                return MessageRef(to.platform, to.workspace_key, to.channel_key, str(index))
        return None

    def _post(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        self.posted.append(Posted(self.clock.now(), to.channel_key, message, nonce, to))
        key = str(len(self.posted) - 1)
        return MessageRef(to.platform, to.workspace_key, to.channel_key, key)


@dataclass
class BreaksAtEdits(FakeMessenger):
    """Trips over whatever is to be edited."""

    times: int = 0

    async def edit(self, ref: MessageRef, message: Message) -> None:
        self.times += 1
        raise ValueError("a defect")


class Stage:
    """One newsroom's chat, played by hand."""

    def __init__(
        self,
        *,
        now: datetime = WEDNESDAY_NOON,
        language: Language = Language.EN,
        store: Store | None = None,
        feeds: FeedSource | None = None,
    ) -> None:
        self.clock = SteppedClock(now)
        self.store = store or FakeStore()
        self.messenger = FakeMessenger(self.clock)
        policy = read_policy()
        defaults = Defaults(OSLO, "NO", language)
        self.articles = FakeArticles()
        self.feeds = FakeFeedSource()
        source = feeds or self.feeds
        self.desk = Desk(self.store, self.clock, policy, defaults, self.articles, source)
        messengers = {Platform.SLACK: self.messenger}
        self.posting = Posting(self.store, messengers, self.clock, policy, read_paces())
        self.gate = Gate(self.posting.paces, None)
        self.listening = Listening(self.posting, source, INTERVAL)

    async def type(
        self, text: str, channel: str = "foreign", person: str = "kari", workspace: str = "T1"
    ) -> Message:
        return await self.desk.type(an_asker(channel, person, workspace), text)

    async def run(self, *texts: str) -> Message:
        """Type several commands, each of which must be understood; return the last answer."""
        message = Message()
        for text in texts:
            message = await self.type(text)
            assert not message.refused, f"{text}: {message.text}"
        return message

    async def pass_time(self, until: datetime) -> list[Posted]:
        """Go from one due moment to the next, and return what was posted meanwhile."""
        before = len(self.messenger.posted)
        while (due := await self._do_what_is_due()) is not None and due <= until:
            self.clock.set(max(due, self.clock.now()))
        self.clock.set(max(until, self.clock.now()))
        return self.messenger.posted[before:]

    async def _do_what_is_due(self) -> datetime | None:
        posting = self.posting
        moments = (
            await do_what_is_due(posting),
            await tell_lifts(posting),
            await listen(self.listening),
            await tell_alerts(posting, self.gate),
            await tell_troubles(posting),
        )
        return min((moment for moment in moments if moment is not None), default=None)


def an_asker(channel: str = "foreign", person: str = "kari", workspace: str = "T1") -> Asker:
    return Asker(
        Platform.SLACK, workspace, f"Newsroom {workspace}", channel, channel, person, person
    )


async def the_newsroom(tx: Transaction) -> UUID:
    """Return which newsroom it is, once somebody has spoken."""
    return (await _the_workspace(tx)).newsroom_id


async def the_channel(tx: Transaction, key: str = "foreign") -> Channel:
    """Return a channel that has spoken, as it is kept."""
    channel = await tx.newsrooms.channel((await _the_workspace(tx)).id, key)
    assert channel is not None
    return channel


async def the_story(tx: Transaction, slugline: str) -> Story:
    """Return a story as it is kept."""
    story = await tx.stories.get(await the_newsroom(tx), slugline)
    assert story is not None
    return story


async def _the_workspace(tx: Transaction) -> Workspace:
    workspace = await tx.newsrooms.workspace(Platform.SLACK, "T1")
    assert workspace is not None
    return workspace


def text_of(message: Message) -> str:
    """Return every word of a message, for looking something up in it."""
    lines = [message.title, message.text, *(f"{f.label}: {f.value}" for f in message.facts)]
    for section in message.sections:
        lines.append(section.heading)
        for item in section.items:
            lines += [f"{item.lead} {item.text}".strip(), item.was, *item.details, item.quote]
            lines += [button.label for button in item.buttons]
    lines += [*(button.label for button in message.buttons), message.footnote]
    return "\n".join(filter(None, lines))


def commands_of(message: Message) -> list[str]:
    """Return what the buttons of a message would do."""
    items = [item for section in message.sections for item in section.items]
    return [b.command for item in items for b in item.buttons] + [
        b.command for b in message.buttons
    ]
