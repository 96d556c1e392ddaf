"""The terminal as a place where Daybook speaks: channels, and the screen that shows them."""

import re
from dataclasses import replace
from uuid import uuid4
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton

from adapters.console.channels import Channels, Unread, written
from adapters.console.present import headline, plain
from adapters.console.screen import Screen
from bot.domain.delivery import MessageRef
from bot.domain.message import Message, Tone
from bot.domain.newsroom import Asker, Inbox, Platform
from bot.ports import Clock
from bot.wording.dates import BABEL_LOCALES, clock
from bot.wording.words import Words

WORKSPACE = "console"  # there is one, and its channels are keyed by their names
_BUTTONS = re.compile(r"\[\d+\] ")
ANSWER = "↳ "  # before a notice that goes on from one further up
REMEMBERED = 1000  # messages; an older one that changes is told of by its first words alone
CHANGES_SHOWN = 3  # lines of what changed in a message that stands further up


class Terminal:
    """Shows answers and notices in the channels they belong to."""

    def __init__(
        self,
        screen: Screen,
        channels: Channels,
        words: Words,
        clock: Clock,
        zone: ZoneInfo,
        person: str = "",
    ) -> None:
        """Show on ``screen``, telling times by ``clock`` in ``zone`` as ``words`` write them.

        ``person`` is the name of who sits there.
        """
        self.screen = screen
        self.channels = channels
        self.person = person
        self._words = words
        self._clock = clock
        self._zone = zone
        self._told: set[str] = set()
        self._said: dict[tuple[str, str], Message] = {}

    def asker(self) -> Asker:
        """Return who sits at the terminal, in the channel that is open."""
        key = "-".join(self.person.lower().split())
        return Asker(
            platform=Platform.CONSOLE,
            workspace_key=WORKSPACE,
            workspace_name=WORKSPACE,
            channel_key=self.channels.opened,
            channel_name=self.channels.opened,
            person_key=key,
            person_name=self.person,
            language=self._words.language,
            direct=self.channels.opened == f"@{key}",
            inbox=Inbox(WORKSPACE, f"@{key}"),
        )

    def answer(self, message: Message, *, typed: bool, where: str = "") -> MessageRef:
        """Show the answer to something typed or pressed in the open channel; return its place."""
        channel, key = self.channels.opened, uuid4().hex
        first = self.channels.number(channel, message, key, anew=typed)
        self._told = set(self._lines(message))
        self._remember(channel, key, message)
        self.screen.show(message, first=first, where=where)
        return MessageRef(Platform.CONSOLE, WORKSPACE, channel, key)

    def notice(
        self, channel: str, message: Message, message_key: str, *, reply: bool = False
    ) -> None:
        """Show a notice if its channel is open; else tell of it, and keep it until it is.

        One that goes on from an earlier notice is marked as its answer.
        """
        self._remember(channel, message_key, message)
        mark = ANSWER if reply else ""
        at = self._written(Words(message.language))
        notice = Unread(f"{mark}{written(channel)} · {at}", message, message_key)
        if channel == self.channels.opened or self.screen.shows_every_channel:
            self._show_notice(channel, notice)
        else:
            self.channels.keep(channel, notice)
            self.screen.remark(f"{notice.header} · {headline(message)}")

    def open(self, channel: str) -> None:
        """Go to a channel and show what came there meanwhile."""
        for missed in self.channels.open(channel):
            self._show_notice(channel, missed)

    def knows(self, channel: str, message_key: str) -> bool:
        """Whether this process has shown a message, or keeps it unread."""
        return (channel, message_key) in self._said

    def change(self, channel: str, message_key: str, after: Message) -> None:
        """Tell in a line what is new in a message that stands further up.

        What the latest answer or change has told is not told again: several messages may show
        the same follow-up, and whoever changed it has just been answered.
        """
        self.channels.change(channel, message_key, after)
        before = self._said.get((channel, message_key), Message())
        self._remember(channel, message_key, after)
        title, stood = headline(after), {*self._lines(before)}
        news = [line for line in self._lines(after) if line not in stood]
        body = [line for line in news if line != title]
        if not set(body or news) <= self._told:
            self._told = set(news)
            self.screen.remark(" · ".join((f"↻ {written(channel)}", title, *body[:CHANGES_SHOWN])))

    def time(self) -> str:
        """Return the time as a person would write it: ``ons. 3. des. kl. 08.30``."""
        return self._written(self._words)

    def _remember(self, channel: str, message_key: str, message: Message) -> None:
        self._said[channel, message_key] = message
        while len(self._said) > REMEMBERED:
            del self._said[next(iter(self._said))]

    def _written(self, words: Words) -> str:
        moment = self._clock.now().astimezone(self._zone)
        day = format_skeleton("MMMEd", moment, locale=BABEL_LOCALES[words.language])
        return f"{day} {clock(moment, words)}"

    def _show_notice(self, channel: str, notice: Unread) -> None:
        first = self.channels.number(channel, notice.message, notice.message_key)
        self.screen.remark(notice.header)
        self.screen.show(notice.message, first=first)

    def _lines(self, message: Message) -> list[str]:
        """Return a message's lines as words alone, without its tone's mark and its buttons."""
        toneless = replace(message, tone=Tone.PLAIN)
        shown = plain(toneless, Words(message.language))
        lines = (" ".join(line.split()) for line in shown.splitlines())
        return [line for line in lines if line and not _BUTTONS.match(line)]
