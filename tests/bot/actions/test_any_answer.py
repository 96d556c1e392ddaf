"""Whatever is asked and done, in whatever order: what stands is so."""

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from bot.domain.answer import MOST_IN_A_CHANNEL
from bot.domain.follow_up import FollowUp, FollowUpState
from bot.domain.language import Language
from bot.wording import follow_ups
from bot.wording.words import Words
from tests.bot.actions.chat import Chat
from tests.stage import OSLO, commands_of, text_of, the_story

Result = TypeVar("Result")

ENGLISH = Words(Language.EN)
CHANNELS = ("desk", "night")
QUESTIONS = ("status budget", "timeline budget", "digest", "handover", "status budget#1")
CHANGES = (
    "confirm {}",
    "happened {}",
    "cancel {}: Snow",
    "drop {}",
    "reopen {}",
    "postpone {}",
    "postpone {} to 9 December",
    "move {} next week",
    "assign {} me",
    "cover {} no",
)


class AnyAnswer(RuleBasedStateMachine):
    """Two channels in which people ask, and one in which things change."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.chat = Chat()
        self.asked: list[tuple[str, str, int]] = []
        for typed in ("new budget The budget", "expect budget tomorrow: Vote"):
            self.run(self.chat.type(typed, person="opener"))  # so that no undo takes it away

    def run(self, doing: Coroutine[Any, Any, Result]) -> Result:
        return self.loop.run_until_complete(doing)

    def teardown(self) -> None:
        self.loop.close()

    @rule(channel=st.sampled_from(CHANNELS), question=st.sampled_from(QUESTIONS))
    def ask(self, channel: str, question: str) -> None:
        self.asked.append((channel, question, self.run(self.chat.ask(question, channel))))

    @rule(title=st.sampled_from(("Debate", "Speech")))
    def expect(self, title: str) -> None:
        self.run(self.chat.type(f"expect budget Friday: {title}"))

    @rule(change=st.sampled_from(CHANGES), number=st.integers(1, 3))
    def change(self, change: str, number: int) -> None:
        self.run(self.chat.type(change.format(f"budget#{number}")))

    @rule()
    def undo(self) -> None:
        self.run(self.chat.type("undo"))

    @rule()
    def what_stands_is_so(self) -> None:
        self.run(self.chat.wait())
        standing = {one.id: one for one in self.run(self.kept())}
        for channel in CHANNELS:
            asked = [one for one in self.asked if one[0] == channel][-MOST_IN_A_CHANNEL:]
            for _, question, place in asked:
                self.check(question, place, standing)

    def check(self, question: str, place: int, standing: Mapping[UUID, FollowUp]) -> None:
        message = self.chat.standing(place)
        said, offered = text_of(message), {one.split()[1] for one in commands_of(message)}
        now = self.chat.clock.now().astimezone(OSLO)
        for one in standing.values():
            shown = [it for it in message.shown if it.follow_up_id == one.id]
            if one.has_ended:
                assert one.name not in offered
            if shown and question.startswith(("status", "timeline")):
                assert {it.version for it in shown} == {one.version}
            if shown and question.startswith("status") and one.state is FollowUpState.EXPECTED:
                assert follow_ups.when(one.window, ENGLISH, now) in said

    async def kept(self) -> list[FollowUp]:
        async with self.chat.store.view() as tx:
            story = await the_story(tx, "budget")
            return list(await tx.follow_ups.of_story(story.id))


TestAnyAnswer = AnyAnswer.TestCase
TestAnyAnswer.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
