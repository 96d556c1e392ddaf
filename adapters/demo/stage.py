"""What the demo shows: days, channels, what people say and what Daybook answers."""

from datetime import datetime

from rich.console import Console as Rich
from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from adapters.clock import SteppedClock
from adapters.console.present import buttons_of, headline, present
from adapters.demo.script import OSLO
from bot.domain.delivery import Destination, MessageRef
from bot.domain.message import Item, Message
from bot.wording import dates
from bot.wording.words import Words

INDENT = 7
LINES_OF_TEXT = 3


class Stage:
    """Shows one thing after the other, as it would stand in the channels."""

    def __init__(self, rich: Rich, clock: SteppedClock, words: Words) -> None:
        self._rich = rich
        self._clock = clock
        self._words = words
        self._day = ""
        self._shown: list[tuple[datetime, str, Message]] = []
        self._edited: list[tuple[datetime, str, Message]] = []
        self._just_edited = False

    def says(self, channel: str, person: str, text: str) -> None:
        """Show what someone types; of a long text, its first lines."""
        first, *rest = text.splitlines()
        self._header(channel, person)
        self._print(Text.assemble(("/story ", "dim"), (first, "bold")))
        for line in rest[:LINES_OF_TEXT]:
            self._print(Text(line, style="dim"))
        if len(rest) > LINES_OF_TEXT:
            self._print(Text("…", style="dim"))
        self._rich.print()

    def presses(self, channel: str, person: str, label: str) -> None:
        """Show which button someone presses."""
        self._header(channel, person)
        self._print(Text.assemble("▸ ", (f" {label} ", "reverse")))
        self._rich.print()

    def answers(self, channel: str, message: Message) -> None:
        """Show an answer; of one that takes another's place, only what has changed."""
        before = self._before(channel, message)
        if before is None:
            self._print(present(message, self._words))
        for line in _changes(before, message) if before else ():
            self._print(Text(f"✓ {line}", style="green"))
        self._rich.print()
        self._remember(channel, message)

    def notice(self, channel: str, message: Message) -> None:
        """Show what Daybook says by itself; what it says in several channels, only once."""
        self._header(channel, "Daybook")
        now = self._clock.now()
        if any((at, said) == (now, message) for at, _, said in self._shown):
            self._print(Text(f"{headline(message)}", style="dim"))
        else:
            self._print(present(message, self._words))
        self._rich.print()
        self._remember(channel, message)

    def edited(self, channel: str, message: Message) -> None:
        """Tell that messages further up in a channel have been put right, once for all."""
        said = (self._clock.now(), channel, message)
        if said not in self._edited:
            self._edited.append(said)
            self._just_edited = True
            self._print(Text(f"↻ #{channel}: {headline(message)}", style="dim"))

    def button(self, channel: str, command: str) -> tuple[str, str]:
        """Return the label and command of the newest button that gives such a command."""
        verb, _, which = command.partition(" ")
        for _, where, message in reversed(self._shown):
            for button in buttons_of(message) if where == channel else ():
                if button.command.startswith(f"{verb} ") and which in button.command:
                    return button.label, button.command
        raise LookupError(f"no button in #{channel} says {command}")

    def _before(self, channel: str, message: Message) -> Message | None:
        """Return the message whose place this one takes."""
        if not message.replaces:
            return None
        same = [
            said
            for _, where, said in self._shown
            if where == channel and said.title == message.title
        ]
        return same[-1] if same else None

    def _remember(self, channel: str, message: Message) -> None:
        self._shown.append((self._clock.now(), channel, message))

    def _header(self, channel: str, person: str) -> None:
        now = self._clock.now().astimezone(OSLO)
        day = dates.day(now.date(), self._words, now.date()).capitalize()
        if self._just_edited:
            self._rich.print()
        self._just_edited = False
        if day != self._day:
            self._rich.print(Rule(Text(day, style="bold"), style="dim"))
            self._rich.print()
        self._day = day
        place = Text.assemble((f"{now:%H.%M}", "cyan"), "  ", (f"#{channel}", "bold"))
        self._rich.print(Text.assemble(place, f"  {person}"))

    def _print(self, what: RenderableType) -> None:
        self._rich.print(Padding(what, (0, 0, 0, INDENT)))


class StageMessenger:
    """Implements ``bot.ports.Messenger`` on the stage."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        """Show a notice."""
        self._stage.notice(to.channel_key, message)
        return MessageRef(to.platform, to.workspace_key, to.channel_key, nonce)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Tell that a notice says something else now."""
        self._stage.edited(ref.channel_key, message)

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:  # noqa: ARG002  the stage never crashes
        """Return None: nothing was ever sent unawares."""
        return None


def _changes(before: Message, after: Message) -> list[str]:
    """Return what items say now that they did not say before."""
    told = {_key(item): item for section in before.sections for item in section.items}
    return [
        f"{item.lead}  {item.text}: {detail}"
        for section in after.sections
        for item in section.items
        for detail in item.details
        if detail not in told[_key(item)].details
    ]


def _key(item: Item) -> tuple[str, str]:
    return item.lead, item.text
