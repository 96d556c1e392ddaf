"""The promise, against a model: what was planned stands once, whatever crashes or gets lost."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.actions.do_what_is_due import begin_what_is_due, do_what_is_due
from bot.actions.send_deliveries import Sender
from bot.domain.delivery import Delivery, DeliveryState, Destination, MessageRef
from bot.domain.message import Message
from bot.domain.newsroom import Channel, Platform
from bot.domain.reminder import ReminderState
from bot.domain.retry import LEASE
from bot.errors import DeliveryFailed
from tests.bot.ledger import Ledger, Life, read_ledger
from tests.faults.doom import Doom, DoomedMessenger, DoomedStore, Step
from tests.stage import FakeMessenger, Stage, commands_of

CHANNELS = ("foreign", "sports")
HOURS = st.integers(min_value=1, max_value=60)
DAYS = st.integers(min_value=1, max_value=4)
CHANGES = st.sampled_from(["happened", "cancel", "postpone", "drop", "reopen", "move", "snooze"])
ENDS = {"happened", "cancel", "drop"}
FAILURES = st.sampled_from(
    [
        DeliveryFailed("no_answer", posted_perhaps=True),
        DeliveryFailed("cannot_connect"),
        DeliveryFailed("ratelimited", retry_after=20),
    ]
)
UNANSWERED = DeliveryFailed("no_answer", posted_perhaps=True)


class Dead(BaseException):
    """Nothing that this worker does has any effect any more."""


class Death(Doom):
    """Ends a worker of this process, as SIGKILL ends one of its own."""

    def __init__(self, step: Step, spared: int) -> None:
        super().__init__(step, spared)
        self._has_come = False

    def passes(self, step: Step) -> None:
        if self._has_come:
            raise Dead
        super().passes(step)

    def strike(self) -> None:
        self._has_come = True
        raise Dead


@dataclass
class SlowMessenger:
    """Posts nothing before it is let."""

    to: FakeMessenger
    may_post: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, to: Destination, message: Message, nonce: str) -> MessageRef:
        await self.may_post.wait()
        return await self.to.send(to, message, nonce)

    async def edit(self, ref: MessageRef, message: Message) -> None:
        await self.may_post.wait()
        await self.to.edit(ref, message)

    async def find(self, to: Destination, nonce: str, since: datetime) -> MessageRef | None:
        return await self.to.find(to, nonce, since)


def _pass_over_the_dead(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Say nothing of tasks that ended because their worker died."""
    if not isinstance(context.get("exception"), Dead):
        loop.default_exception_handler(context)


class Promise(RuleBasedStateMachine):
    """Follow-ups that come and go, over a messenger that fails and workers that die."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.loop.set_exception_handler(_pass_over_the_dead)
        self.stage = Stage()
        self.open: set[int] = set()
        self.made = 0
        self.run("new budget The budget")
        for channel in CHANNELS:
            self.loop.run_until_complete(self.stage.type("subscribe budget", channel))

    def run(self, *texts: str) -> Message:
        return self.loop.run_until_complete(self.stage.run(*texts))

    # What people do

    @rule(days=DAYS)
    def plan(self, days: int) -> None:
        self.made += 1
        self.run(f"expect budget {self._day(days)}: Vote {self.made}")
        self.open.add(self.made)

    @precondition(lambda self: self.made)
    @rule(change=CHANGES, days=DAYS, data=st.data())
    def change(self, change: str, days: int, data: st.DataObject) -> None:
        """Some changes are refused, as to reopen what is open: then nothing has changed."""
        number = data.draw(st.integers(min_value=1, max_value=self.made))
        when = f" {self._day(days)}" if change in {"postpone", "move"} else ""
        text = f"{change} budget#{number}{when}"
        if self.loop.run_until_complete(self.stage.type(text)).refused:
            return
        if change in ENDS:
            self.open.discard(number)
        else:
            self.open.add(number)

    # What time does

    @rule(hours=HOURS)
    def tick(self, hours: int) -> None:
        until = self.stage.clock.now() + timedelta(hours=hours)
        self.loop.run_until_complete(self.stage.pass_time(until))

    @rule(hours=HOURS)
    def sleep_through(self, hours: int) -> None:
        self.stage.clock.set(self.stage.clock.now() + timedelta(hours=hours))

    @rule()
    def lapse(self) -> None:
        """Let every lease run out, and no more."""
        self.stage.clock.set(self.stage.clock.now() + LEASE)
        self.loop.run_until_complete(do_what_is_due(self.stage.posting))

    # What goes wrong

    @rule(failure=FAILURES)
    def fail_next(self, failure: DeliveryFailed) -> None:
        self.stage.messenger.failures.append(failure)

    @rule(hours=HOURS)
    def lose_the_next_answers(self, hours: int) -> None:
        self.stage.messenger.failures += [UNANSWERED] * 3
        self.tick(hours)

    @rule(step=st.sampled_from(list(Step)), hours=HOURS, spared=st.integers(0, 2))
    def crash(self, step: Step, hours: int, spared: int) -> None:
        self.sleep_through(hours)
        self.loop.run_until_complete(self._work_and_die(step, spared))

    @rule(hours=HOURS)
    def two_at_once(self, hours: int) -> None:
        """Let one worker wait for its answers while another looks for work."""
        self.sleep_through(hours)
        self.loop.run_until_complete(self._overlap())

    async def _work_and_die(self, step: Step, spared: int) -> None:
        death = Death(Step.ANSWERED if step is Step.UNANSWERED else step, spared)
        posting = replace(
            self.stage.posting,
            store=DoomedStore(self.stage.store, death),
            messengers={Platform.SLACK: DoomedMessenger(self.stage.messenger, death)},
        )
        working = asyncio.ensure_future(begin_what_is_due(posting, Sender(posting)))
        while tasks := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait(tasks)
        await asyncio.gather(working, return_exceptions=True)

    async def _overlap(self) -> None:
        slow = SlowMessenger(self.stage.messenger)
        posting = replace(self.stage.posting, messengers={Platform.SLACK: slow})
        sender = Sender(posting)
        await begin_what_is_due(posting, sender)
        await do_what_is_due(self.stage.posting)
        slow.may_post.set()
        await sender.finish()

    def _day(self, days: int) -> str:
        return f"{(self.stage.clock.now() + timedelta(days=days)).date():%d.%m.%Y}"

    # What must hold

    @invariant()
    def nothing_stands_twice(self) -> None:
        times = Counter((each.channel, each.nonce) for each in self.stage.messenger.posted)
        assert not [name for name, number in times.items() if number > 1]

    def teardown(self) -> None:
        """When all is quiet, all is accounted for."""
        self.stage.messenger.failures.clear()
        until = self.stage.clock.now() + LEASE + timedelta(hours=2)
        try:
            self.loop.run_until_complete(self.stage.pass_time(until))
            ledger = self.loop.run_until_complete(self._ledger())
            for life in ledger.lives:
                self._is_accounted_for(life, ledger.followers(life.story))
            self._is_written_down(ledger.lives)
            self._speaks_of_now()
        finally:
            self.loop.close()

    async def _ledger(self) -> Ledger:
        async with self.stage.store.view() as tx:
            due = await tx.deliveries.next_due()
            assert due is None or due > self.stage.clock.now()
            return await read_ledger(tx, "T1", CHANNELS)

    def _is_accounted_for(self, life: Life, followers: Sequence[Channel]) -> None:
        """Whatever fell due was said in each channel, or left out for a reason."""
        for reminder in life.reminders:
            assert reminder.due_at > self.stage.clock.now() or reminder.state is not (
                ReminderState.PLANNED
            )
            if reminder.state is ReminderState.QUEUED:
                assert followers
                assert all(life.delivered(reminder, channel) for channel in followers)
            else:
                assert reminder.state is ReminderState.PLANNED or reminder.left_out
        for delivery in life.deliveries:
            assert self._stands(delivery) if delivery.message else self._is_left_out(delivery)
        self._keeps_its_order(life)

    def _stands(self, delivery: Delivery) -> bool:
        assert delivery.message is not None
        posted = self.stage.messenger.posted[int(delivery.message.message_key)]
        return delivery.state is DeliveryState.SENT and posted.nonce == delivery.nonce

    def _is_left_out(self, delivery: Delivery) -> bool:
        return delivery.state is not DeliveryState.PENDING and bool(delivery.reason)

    def _keeps_its_order(self, life: Life) -> None:
        for channel_id in {each.channel_id for each in life.deliveries}:
            said = [
                (each.planned_at, int(each.message.message_key))
                for each in life.deliveries
                if each.channel_id == channel_id and each.message
            ]
            keys = [key for _, key in sorted(said)]
            assert keys == sorted(keys)

    def _is_written_down(self, lives: Sequence[Life]) -> None:
        """Whatever stands is known to stand, so that it can be edited."""
        known = {each.nonce for life in lives for each in life.deliveries if each.message}
        assert {each.nonce for each in self.stage.messenger.posted} <= known

    def _speaks_of_now(self) -> None:
        recorded = {f"happened budget#{number}" for number in self.open}
        for posted in self.stage.messenger.posted:
            offered = [c for c in commands_of(posted.message) if c.startswith("happened ")]
            assert set(offered) <= recorded


TestPromise = Promise.TestCase
TestPromise.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
