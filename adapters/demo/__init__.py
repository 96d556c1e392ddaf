"""Ten days of a newsroom in a few seconds: the first thing a newcomer sees."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO, assert_never

from rich.console import Console as Rich
from rich.rule import Rule

from adapters.clock import SteppedClock
from adapters.demo.script import END, SCRIPT, Presses, Says, Step, article, moment
from adapters.demo.stage import Stage, StageMessenger
from adapters.house import House, open_house
from bot.actions.attempt_delivery import Posting
from bot.actions.do_what_is_due import do_what_is_due
from bot.domain.language import Language
from bot.domain.newsroom import Asker, Platform
from bot.wording.words import Words
from config.pace import read_paces
from config.settings import Settings

WIDTH = 100
WORDS = Words(Language.NB)


async def play(output: TextIO) -> int:
    """Play the script on a database of its own, and return the exit status."""
    clock = SteppedClock(moment(SCRIPT[0]))
    rich = Rich(file=output, highlight=False, width=min(WIDTH, Rich(file=output).width))
    with TemporaryDirectory(prefix="daybook-demo-") as folder:
        url = f"sqlite:///{Path(folder) / 'demo.sqlite3'}"
        async with open_house(Settings.read({"DAYBOOK_DATABASE_URL": url}), clock) as house:
            stage = Stage(rich, clock, WORDS)
            posting = Posting(
                house.store,
                {Platform.CONSOLE: StageMessenger(stage)},
                clock,
                house.desk.policy,
                read_paces(),
            )
            for step in SCRIPT:
                await _let_time_pass(posting, clock, moment(step))
                await _do(step, house, stage)
            await _let_time_pass(posting, clock, END)
    rich.print(Rule(style="dim"))
    rich.print(WORDS.say("That was the demo. Try it yourself: make run"))
    return 0


async def _let_time_pass(posting: Posting, clock: SteppedClock, until: datetime) -> None:
    """Go from one due moment to the next, saying what is due at each."""
    while True:
        due = await do_what_is_due(posting)
        if due is None or due > until:
            break
        clock.set(max(due, clock.now()))
    clock.set(max(until, clock.now()))


async def _do(step: Step, house: House, stage: Stage) -> None:
    asker = Asker(
        Platform.CONSOLE,
        "demo",
        "Demo",
        step.channel,
        step.channel,
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
