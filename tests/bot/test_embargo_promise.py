"""No word of what is under embargo reaches a channel that may not see it, whatever is typed."""

import asyncio
from collections.abc import Coroutine
from datetime import datetime, timedelta
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.actions.do_what_is_due import do_what_is_due
from bot.actions.send_digests import send_digests
from bot.commands.declared import COMMANDS
from bot.commands.grammar import Command, ParameterKind
from bot.domain.message import Message
from tests.stage import OSLO, Stage, an_asker, text_of

Result = TypeVar("Result")

LIFT = datetime(2025, 12, 8, 6, tzinfo=OSLO)
SECRET = "zebra"  # stands in all that is under embargo, and in nothing else
OPEN, MARKED = "foreign", "secret"
STORY = (
    "new court The trial",
    "subscribe court",
    "set digest 07:00",
    "expect court tomorrow at 14:00: The jury retires",
    "note court yesterday: The trial began",
)
HIDDEN = (
    "set embargo on",
    "subscribe court",
    "expect court tomorrow at 10:00: The zebra is sold, embargo until 8 December 06:00",
    "expect court every day at 12:00: A zebra briefing, embargo until 8 December 06:00",
    "expect court 20 December: Another zebra, embargo until 8 December 06:00",
    "note court yesterday: The zebra fled, embargo until 8 December 06:00",
)
WHICH = ("court#1", "court#2", "court#3", "court#4")
WORDS = {  # what a parameter of each kind may be given here
    ParameterKind.COMMAND: ("help",),
    ParameterKind.DESK: ("foreign",),
    ParameterKind.CODE: ("1a2b3c4d",),
    ParameterKind.STORY: ("court", "court#2", ""),
    ParameterKind.SLUGLINE: ("court", "trial"),
    ParameterKind.FOLLOW_UP: (*WHICH, "court"),
    ParameterKind.WHEN: ("tomorrow at 15:00", "1h", "off", ""),
    ParameterKind.TEXT: ("1d", "all", "drop", "me", ""),
    ParameterKind.ARTICLE: ("The judge is due to rule next week.",),
    ParameterKind.PROPOSAL: ("1", "2"),
    ParameterKind.SETTING: ("quiet",),
    ParameterKind.TARGET: ("court", "everything"),
    ParameterKind.WATCH: ("court", "1", ""),
    ParameterKind.COVERAGE: ("yes", ""),
    ParameterKind.OWNER: ("story court", "newsroom", ""),
}
SPEAKING = (
    "happened {name} The zebra is gone",
    "cancel {name} No zebra",
    "postpone {name} to 9 December: Zebra is late",
    "move {name} tomorrow at 16:00",
    "doubt {name}",
    "confirm {name}",
    "reopen {name}",
    "take {name}",
    "snooze {name} 2h",
    "cover {name} yes",
    "assign {name} me",
    "stop {name}",
    "drop {name}",
    "note court: A zebra was seen, embargo until 8 December 06:00",
    "digest",
    "undo",
)


def all_words(message: Message) -> str:
    """Return every word of a message, those of its form and its picture among them."""
    form, picture = message.form, message.picture
    fields = [f"{f.label} {f.value} {f.placeholder}" for f in form.fields] if form else []
    known = [form.title, *form.known.values()] if form else []
    drawn = [picture.name, picture.description] if picture else []
    svg = [picture.data.decode(errors="replace")] if picture and "svg" in picture.media_type else []
    return "\n".join([text_of(message), *fields, *known, *drawn, *svg]).lower()


async def a_newsroom() -> Stage:
    """Return a newsroom with a secret, which one of its two channels may see."""
    stage = Stage()
    for text in STORY:
        assert not (await stage.type(text, OPEN, "opener")).refused, text
    for text in HIDDEN:
        assert not (await stage.type(text, MARKED, "opener")).refused, text
    return stage


def typed_forms(command: Command) -> list[str]:
    """Return a command as one may type it here, in several forms."""
    choices = [WORDS[parameter.kind] for parameter in command.parameters]
    most = max(map(len, choices), default=1)
    picked = [[each[number % len(each)] for each in choices] for number in range(most)]
    return [f"{command.name} {' '.join(filter(None, words))}".strip() for words in picked]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_no_command_says_it(command: Command) -> None:
    stage = await a_newsroom()
    for text in typed_forms(command):
        assert SECRET not in all_words(await stage.type(text, OPEN, "kari")), text


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
async def test_no_completion_offers_it(command: Command) -> None:
    stage = await a_newsroom()
    for parameter in command.parameters:
        for typed in ("", "court", "court#", "z"):
            asker = an_asker(OPEN)
            offered = await stage.desk.complete(asker, command.name, parameter.name, typed)
            assert SECRET not in str(offered).lower()


async def test_where_it_may_be_seen_it_is() -> None:
    """Else the tests here would prove nothing."""
    stage = await a_newsroom()
    for text in ("status court", "timeline court svg", "history court", "search zebra", "digest"):
        assert SECRET in all_words(await stage.type(text, MARKED, "kari")), text


class Discretion(RuleBasedStateMachine):
    """Two channels that follow one story, with what only one of them may see."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.stage = self.run(a_newsroom())

    def teardown(self) -> None:
        self.loop.close()

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        return self.loop.run_until_complete(work)

    @rule(command=st.sampled_from(COMMANDS), number=st.integers(0, 5), who=st.sampled_from("ab"))
    def ask_in_the_open(self, command: Command, number: int, who: str) -> None:
        forms = typed_forms(command)
        text = forms[number % len(forms)]
        if text.startswith(("merge", "unlink", "link")):
            return
        assert SECRET not in all_words(self.run(self.stage.type(text, OPEN, who))), text

    @rule(
        text=st.sampled_from(SPEAKING), name=st.sampled_from(WHICH[1:]), who=st.sampled_from("ab")
    )
    def act_in_secret(self, text: str, name: str, who: str) -> None:
        self.run(self.stage.type(text.format(name=name), MARKED, who))

    @rule(hours=st.integers(1, 40))
    def wait(self, hours: int) -> None:
        until = self.stage.clock.now() + timedelta(hours=hours)
        if until < LIFT:
            self.run(self.stage.pass_time(until))
            self.run(send_digests(self.stage.posting))

    @rule()
    def look_out(self) -> None:
        self.run(do_what_is_due(self.stage.posting))
        self.run(send_digests(self.stage.posting))

    @invariant()
    def nothing_posted_says_it(self) -> None:
        for posted in self.stage.messenger.posted:
            assert posted.channel != OPEN or SECRET not in all_words(posted.message)


Discretion.TestCase.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
TestDiscretion = Discretion.TestCase
