"""Whatever becomes of a follow-up, in whatever order: nothing is lost, doubled or unexplained."""

import asyncio
from collections import Counter
from collections.abc import Coroutine
from datetime import timedelta
from itertools import pairwise
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.domain.follow_up import FollowUp
from bot.domain.reminder import Reminder, ReminderState
from tests.stage import Stage, the_story

Result = TypeVar("Result")

CHANNELS = ("foreign", "sport")
CHANGES = (
    "confirm {}",
    "doubt {}",
    "happened {}",
    "cancel {}",
    "drop {}",
    "reopen {}",
    "postpone {} to 9 December",
    "move {} Friday at 10:00",
    "move {} next week",
    "snooze {} 2h",
    "snooze {} 1d",
    "take {}",
    "assign {} nobody",
    "remind {} 2d, 1d 16:00",
    "remind {} default",
    "stop {}",
)
WINDOWS = ("tomorrow", "next week", "Friday at 14:00", "by Friday", "every day at 12:00")


class AnyLife(RuleBasedStateMachine):
    """A newsroom of two channels, in which anything is done at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.stage = Stage()
        for typed in ("new budget The budget", "expect budget tomorrow: Vote"):
            self.run(self.stage.type(typed, person="opener"))  # so that no undo takes it away

    def run(self, doing: Coroutine[Any, Any, Result]) -> Result:
        return self.loop.run_until_complete(doing)

    def teardown(self) -> None:
        self.loop.close()

    @rule(when=st.sampled_from(WINDOWS))
    def expect(self, when: str) -> None:
        self.run(self.stage.type(f"expect budget {when}: Something"))

    @rule(change=st.sampled_from(CHANGES), number=st.integers(1, 3))
    def change(self, change: str, number: int) -> None:
        self.run(self.stage.type(change.format(f"budget#{number}")))

    @rule(channel=st.sampled_from(CHANNELS), what=st.sampled_from(("subscribe", "unsubscribe")))
    def follow(self, channel: str, what: str) -> None:
        self.run(self.stage.type(f"{what} budget", channel=channel))

    @rule()
    def undo(self) -> None:
        self.run(self.stage.type("undo"))

    @rule(hours=st.sampled_from((1, 5, 20, 60)))
    def wait(self, hours: int) -> None:
        self.run(self.stage.pass_time(self.stage.clock.now() + timedelta(hours=hours)))

    @invariant()
    def nothing_is_said_twice(self) -> None:
        nonces = Counter(posted.nonce for posted in self.stage.messenger.posted)
        assert not [nonce for nonce, number in nonces.items() if number > 1]

    @invariant()
    def every_reminder_stands_with_its_reason(self) -> None:
        for _, reminders in self.kept():
            for one in reminders:
                left_out = one.state in {ReminderState.SKIPPED, ReminderState.WITHDRAWN}
                assert (one.left_out is not None) == left_out

    @invariant()
    def what_has_ended_has_nothing_planned(self) -> None:
        for follow_up, reminders in self.kept():
            if follow_up.has_ended:
                assert not [one for one in reminders if one.state is ReminderState.PLANNED]

    @invariant()
    def why_accounts_for_every_reminder_in_order(self) -> None:
        for follow_up, reminders in self.kept():
            for channel in CHANNELS:
                answer = self.run(self.stage.type(f"why {follow_up.name}", channel=channel))
                assert sum(len(section.items) for section in answer.sections) == len(reminders)
            assert all(one.due_at <= two.due_at for one, two in pairwise(reminders))

    def kept(self) -> list[tuple[FollowUp, list[Reminder]]]:
        return self.run(self._kept())

    async def _kept(self) -> list[tuple[FollowUp, list[Reminder]]]:
        async with self.stage.store.view() as tx:
            story = await the_story(tx, "budget")
            return [
                (one, list(await tx.reminders.of_follow_up(one.id)))
                for one in await tx.follow_ups.of_story(story.id)
            ]


TestAnyLife = AnyLife.TestCase
TestAnyLife.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
