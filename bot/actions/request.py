"""What an action is given: who asks, where, when, and the ports to work with."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.calendar import WorkingCalendar
from bot.domain.newsroom import Channel, Newsroom, Person
from bot.domain.reminder import ReminderPolicy
from bot.ports import Store
from bot.wording.words import Words


@dataclass(frozen=True, slots=True)
class Request:
    """One command or button press, with all it takes to answer it.

    Attributes:
        now: The moment of asking, in the newsroom's zone.
        words: The language of the channel it was asked in.
    """

    store: Store
    policy: ReminderPolicy
    newsroom: Newsroom
    channel: Channel
    person: Person
    now: datetime
    words: Words

    @property
    def calendar(self) -> WorkingCalendar:
        """The newsroom's working days."""
        return self.newsroom.calendar
