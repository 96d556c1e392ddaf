"""What an action is given: who asks, where, when, and the ports to work with."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol
from uuid import UUID, uuid4

from bot.domain.calendar import WorkingCalendar
from bot.domain.counted import NoMeter
from bot.domain.history import Act
from bot.domain.mention import Mention
from bot.domain.newsroom import Channel, Inbox, Newsroom, Person, RoleSource
from bot.domain.policy import ReminderPolicy
from bot.ports import ArticleSource, FeedSource, Meter, Store
from bot.wording.words import Words


class Onlooker(Protocol):
    """To whom something is shown: who asks, or a channel in which an answer stands.

    Attributes:
        now: As of when; aware, on the channel's clock.
        words: The channel's language.
    """

    @property
    def newsroom(self) -> Newsroom: ...  # noqa: D102  told above

    @property
    def channel(self) -> Channel: ...  # noqa: D102

    @property
    def now(self) -> datetime: ...  # noqa: D102

    @property
    def words(self) -> Words: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Request:
    """One command or button press, with all it takes to answer it.

    Attributes:
        now: The moment of asking, on the clock of the channel it was asked in.
        words: The language of the channel it was asked in.
        verb: The command's canonical name; empty until it is known.
        act_id: What names it in the record.
        undoes: The act that it takes back, by its id in the record.
        meter: Counts what is planned.
        mentioned: Those whom the platform names in what was asked.
        further_roles: Asks the platform for roles of the person that it has not told.
        inbox: Where the asker's direct messages are; None where the platform has none.
    """

    store: Store
    policy: ReminderPolicy
    newsroom: Newsroom
    channel: Channel
    person: Person
    now: datetime
    words: Words
    articles: ArticleSource
    feeds: FeedSource
    verb: str = ""
    act_id: UUID = field(default_factory=uuid4)
    undoes: UUID | None = None
    meter: Meter = field(default_factory=NoMeter)
    mentioned: tuple[Mention, ...] = ()
    further_roles: RoleSource | None = None
    inbox: Inbox | None = None

    @property
    def act(self) -> Act:
        """What the record says of it: who, when and where."""
        return Act(
            self.act_id,
            self.newsroom.id,
            self.now.astimezone(UTC),
            self.verb,
            self.person.id,
            self.person.name,
            self.channel.id,
            self.channel.name,
            self.undoes,
        )

    @property
    def calendar(self) -> WorkingCalendar:
        """The newsroom's working days."""
        return self.newsroom.calendar
