"""Ten days of a newsroom in a few seconds: the first thing a newcomer sees."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO, assert_never
from zoneinfo import ZoneInfo

from rich.console import Console as Rich
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from adapters.clock import SteppedClock
from adapters.console.present import buttons_of, present
from adapters.house import House, open_house
from bot.actions.do_what_is_due import do_what_is_due
from bot.actions.send_deliveries import Posting
from bot.domain.delivery import Destination, MessageRef
from bot.domain.language import Language
from bot.domain.message import Message
from bot.domain.newsroom import Asker, Platform
from bot.wording import dates
from bot.wording.words import Words
from config.settings import Settings

OSLO = ZoneInfo("Europe/Oslo")
WIDTH = 96
_WORDS = Words(Language.NB)


@dataclass(frozen=True, slots=True)
class Says:
    """Someone types a command in a channel."""

    at: str
    channel: str
    person: str
    text: str


@dataclass(frozen=True, slots=True)
class Presses:
    """Someone presses a button of the latest message in a channel that has it."""

    at: str
    channel: str
    person: str
    command: str


Step = Says | Presses

SCRIPT: Sequence[Step] = (
    Says(
        "2025-11-26T12:00", "utenriks", "Ingrid", "new fiskeavtale Fiskeavtalen med Storbritannia"
    ),
    Presses("2025-11-26T12:00", "utenriks", "Ingrid", "subscribe fiskeavtale"),
    Says("2025-11-26T12:01", "morgenvakt", "Jonas", "subscribe everything"),
    Says("2025-11-26T12:04", "utenriks", "Ingrid", "read fiskeavtale\n{article}"),
    Presses("2025-11-26T12:05", "utenriks", "Ingrid", "keep"),
    Presses("2025-11-26T12:05", "utenriks", "Ingrid", "keep"),
    Presses("2025-11-26T12:06", "utenriks", "Ingrid", "keep timeline"),
    Presses("2025-12-01T08:41", "morgenvakt", "Jonas", "happened"),
    Says(
        "2025-12-02T10:15",
        "utenriks",
        "Ingrid",
        "postpone fiskeavtale#2 til torsdag 4. desember: Flyet fra Bergen ble innstilt",
    ),
    Presses("2025-12-05T09:02", "utenriks", "Ingrid", "happened"),
    Says("2025-12-05T09:05", "utenriks", "Ingrid", "status fiskeavtale"),
)
END = datetime(2025, 12, 5, 12, tzinfo=OSLO)


class Stage:
    """What is shown of it all: days, channels, what people say and what Daybook answers."""

    def __init__(self, rich: Rich, clock: SteppedClock) -> None:
        self._rich = rich
        self._clock = clock
        self._day: datetime | None = None
        self._latest: dict[str, list[Message]] = {}

    def says(self, channel: str, person: str, text: str) -> None:
        """Show what someone types; of an article, its first lines."""
        first, *rest = text.splitlines()
        self._header(channel, person)
        self._print(Text.assemble(("/story ", "dim"), (first, "bold")))
        for line in rest[:3]:
            self._print(Text(line, style="dim"))
        if len(rest) > 3:
            self._print(Text("…", style="dim"))

    def presses(self, channel: str, person: str, label: str) -> None:
        """Show which button someone presses."""
        self._header(channel, person)
        self._print(Text.assemble("▸ ", (f" {label} ", "reverse")))

    def answers(self, channel: str, message: Message) -> None:
        """Show what Daybook answers."""
        self._latest.setdefault(channel, []).append(message)
        self._print(present(message, _WORDS))
        self._rich.print()

    def notice(self, channel: str, message: Message) -> None:
        """Show what Daybook says by itself."""
        self._header(channel, "Daybook")
        self.answers(channel, message)

    def button(self, channel: str, command: str) -> tuple[str, str]:
        """Return the label and command of the newest button that gives such a command."""
        verb, _, which = command.partition(" ")
        for message in reversed(self._latest[channel]):
            for button in buttons_of(message):
                if button.command.startswith(f"{verb} ") and which in button.command:
                    return button.label, button.command
        raise LookupError(f"no button in #{channel} says {command}")

    def _header(self, channel: str, person: str) -> None:
        now = self._clock.now().astimezone(OSLO)
        if self._day is None or now.date() != self._day.date():
            day = dates.day(now.date(), _WORDS, now.date())
            self._rich.print()
            self._rich.print(Rule(Text(day.capitalize(), style="bold"), style="dim"))
            self._rich.print()
        self._day = now
        said = Text.assemble((f"{now:%H.%M}", "cyan"), "  ", (f"#{channel}", "bold"), f"  {person}")
        self._rich.print(said)

    def _print(self, what: object) -> None:
        self._rich.print(Padding(what, (0, 0, 0, 7)))  # type: ignore[arg-type]  # any renderable


class StageMessenger:
    """Implements ``bot.ports.Messenger`` on the stage."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        """Show a notice."""
        self._stage.notice(to.channel_key, message)
        return MessageRef(to.platform, to.workspace_key, to.channel_key, nonce)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        """Pass over it: what stands further up is not shown again."""

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:  # noqa: ARG002
        """Return None: the stage never crashes."""
        return None


async def play(output: TextIO) -> int:
    """Play the script on a database of its own, and return the exit status."""
    clock = SteppedClock(_moment(SCRIPT[0].at))
    rich = Rich(file=output, highlight=False, width=min(WIDTH, Rich(file=output).width))
    with TemporaryDirectory(prefix="daybook-demo-") as folder:
        url = f"sqlite:///{Path(folder) / 'demo.sqlite3'}"
        async with open_house(Settings.read({"DAYBOOK_DATABASE_URL": url}), clock) as house:
            stage = Stage(rich, clock)
            posting = Posting(
                house.store, {Platform.CONSOLE: StageMessenger(stage)}, clock, house.desk.policy
            )
            for step in SCRIPT:
                await _let_time_pass(posting, clock, _moment(step.at))
                await _do(step, house, stage)
            await _let_time_pass(posting, clock, END)
    rich.print(Rule(style="dim"))
    rich.print(_WORDS.say("That was the demo. Try it yourself: make run"))
    return 0


async def _let_time_pass(posting: Posting, clock: SteppedClock, until: datetime) -> None:
    """Go from one due moment to the next, saying what is due at each."""
    while True:
        due = await do_what_is_due(posting)
        if due is None or due > until:
            break
        clock.set(max(due, clock.now()))
    clock.set(max(until, clock.now()))
    await asyncio.sleep(0)


async def _do(step: Step, house: House, stage: Stage) -> None:
    asker = Asker(
        Platform.CONSOLE,
        "demo",
        "Demo",
        step.channel,
        f"#{step.channel}",
        step.person.lower(),
        step.person,
        language="nb",
    )
    match step:
        case Says(text=text):
            said = text.replace("{article}", article())
            stage.says(step.channel, step.person, said)
            answer = await house.desk.type(asker, said)
        case Presses(command=command):
            label, full = stage.button(step.channel, command)
            stage.presses(step.channel, step.person, label)
            answer = await house.desk.type(asker, full)
        case _:
            assert_never(step)
    stage.answers(step.channel, answer)


def article() -> str:
    """Return the article that is read in the demo, written for it."""
    return files("adapters").joinpath("demo-article-nb.txt").read_text(encoding="utf-8")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)
