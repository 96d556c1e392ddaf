"""The promise, against a model: what was planned stands once, whatever crashes or gets lost."""

import asyncio
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.actions.do_what_is_due import begin_what_is_due, do_what_is_due
from bot.actions.send_deliveries import LEASE, Sender
from bot.domain.message import Message
from bot.errors import DeliveryFailed
from tests.stage import Stage, commands_of

HOURS = st.integers(min_value=1, max_value=60)
FAILURES = st.sampled_from(
    [
        DeliveryFailed("no_answer", posted_perhaps=True),
        DeliveryFailed("cannot_connect"),
        DeliveryFailed("ratelimited", retry_after=20),
    ]
)


class Promise(RuleBasedStateMachine):
    """Follow-ups that come and go, over a messenger that fails and a process that dies."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.stage = Stage()
        self.open: list[int] = []
        self.made = 0
        self.run("new budget The budget", "subscribe budget")

    def run(self, *texts: str) -> Message:
        return self.loop.run_until_complete(self.stage.run(*texts))

    @rule(days=st.integers(min_value=0, max_value=3))
    def plan(self, days: int) -> None:
        day = (self.stage.clock.now() + timedelta(days=days + 1)).date()
        self.made += 1
        self.run(f"expect budget {day:%d.%m.%Y}: Vote {self.made}")
        self.open.append(self.made)

    @rule(data=st.data())
    def end(self, data: st.DataObject) -> None:
        if self.open:
            number = data.draw(st.sampled_from(self.open))
            self.run(f"happened budget#{number}")
            self.open.remove(number)

    @rule(hours=HOURS)
    def tick(self, hours: int) -> None:
        until = self.stage.clock.now() + timedelta(hours=hours)
        self.loop.run_until_complete(self.stage.pass_time(until))

    @rule(hours=HOURS)
    def sleep_through(self, hours: int) -> None:
        self.stage.clock.set(self.stage.clock.now() + timedelta(hours=hours))

    @rule(failure=FAILURES)
    def fail_next(self, failure: DeliveryFailed) -> None:
        self.stage.messenger.failures.append(failure)

    @rule(hours=HOURS)
    def crash_after_posting(self, hours: int) -> None:
        self.sleep_through(hours)
        self.stage.messenger.crash_after_posting = True
        self.loop.run_until_complete(do_what_is_due(self.stage.posting))
        self.stage.messenger.crash_after_posting = False

    @rule(hours=HOURS)
    def crash_after_claiming(self, hours: int) -> None:
        self.sleep_through(hours)
        self.loop.run_until_complete(self._die())

    async def _die(self) -> None:
        sender = Sender(self.stage.posting)
        await begin_what_is_due(self.stage.posting, sender)
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @invariant()
    def nothing_stands_twice(self) -> None:
        names = [posted.nonce for posted in self.stage.messenger.posted]
        assert len(names) == len(set(names))

    def teardown(self) -> None:
        """When all is quiet, all that was queued is settled, and what stands is true."""
        self.stage.messenger.failures.clear()
        until = self.stage.clock.now() + LEASE + timedelta(hours=2)
        try:
            self.loop.run_until_complete(self.stage.pass_time(until))
            self.loop.run_until_complete(self._settled())
        finally:
            self.loop.close()

    async def _settled(self) -> None:
        now = self.stage.clock.now()
        async with self.stage.store.view() as tx:
            assert not [queue for queue in await tx.queues.overview(now) if queue.late]
            due = await tx.deliveries.next_due()
            assert due is None or due > now
        for posted in self.stage.messenger.posted:
            for command in commands_of(posted.message):
                if command.startswith("happened budget#"):
                    assert int(command.rpartition("#")[2]) in self.open


TestPromise = Promise.TestCase
TestPromise.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
