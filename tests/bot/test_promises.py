"""What Daybook promises, whatever is typed, in whatever channel, however time goes by."""

import asyncio
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar, assert_never

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from bot.actions.queue_reminders import BREAKS_THROUGH
from bot.domain.delivery import EMBARGOED, Delivery, DeliveryState
from bot.domain.embargo import may_see
from bot.domain.follow_up import ReminderKind
from bot.domain.message import Message
from bot.domain.newsroom import Channel
from bot.domain.reminder import LeftOut, Reminder, ReminderState
from bot.domain.subscription import Notice
from tests.bot.ledger import Ledger, Life, read_ledger
from tests.builders import a_reminder
from tests.stage import Posted, Stage, commands_of, text_of

Result = TypeVar("Result")

CHANNELS: Mapping[str, tuple[str, ...]] = {
    "T1": ("foreign", "sport"),
    "T2": ("world", "culture"),
}
SECRETS = {"T1": "alfa", "T2": "bravo"}  # stands in all that one newsroom writes
OTHERS = {"T1": ("bravo", "Newsroom T2"), "T2": ("alfa", "Newsroom T1")}
STORIES = ("peace", "harbour")  # both have the one, only T2 has the other

CHANGES = (
    "expect {story} tomorrow: Envoy {secret}",
    "expect {story} Friday at 14:00: Envoy {secret}",
    "expect {story} by Friday: Envoy {secret}",
    "expect {story} next week: Envoy {secret}",
    "expect {story} every day at 12:00: Envoy {secret}",
    "confirm {follow_up} tomorrow at 16:00",
    "doubt {follow_up}",
    "happened {follow_up}: Envoy {secret}",
    "postpone {follow_up}",
    "postpone {follow_up} to tomorrow: Envoy {secret}",
    "move {follow_up} Friday at 10:00",
    "move {follow_up} next week",
    "move {follow_up} every day at 9:00",
    "cancel {follow_up} Envoy {secret}",
    "drop {follow_up}",
    "reopen {follow_up}",
    "snooze {follow_up} 2h",
    "snooze {follow_up} 1d",
    "take {follow_up}",
    "assign {follow_up} nobody",
    "cover {follow_up} yes",
    "remind {follow_up} 2d, 1d 16:00",
    "stop {follow_up}",
    "note {story} yesterday: Envoy {secret}",
    "urgency {story} 2",
    "urgency {story} 5",
    "headline {story} Envoy {secret} again",
    "close {story} drop",
    "reopen {story}",
    "subscribe {story}",
    "unsubscribe {story}",
    "subscribe everything",
    "unsubscribe everything",
    "subscribe {story} reminders updates lead 2d 16:00",
    "subscribe everything reminders updates lead 1d 11:00, 3h",
    "subscribe everything digest lead policy",
    "subscribe {story} reminders mention here",
)
EMBARGOES = (
    "embargo {follow_up} until tomorrow at 11:00",
    "embargo {follow_up} until Friday at 15:00",
    "embargo {follow_up} off",
    "set embargo on",
    "set embargo off",
)
POLICIES = (
    "policy day: heads-up 1d 11:00, opens 07:00",
    "policy desk foreign week: heads-up 3d, 1d 09:00, overdue off",
    "policy {story} day: heads-up 2d, overdue 10:00, again 2x 10:00",
    "policy minute: heads-up 3h, overdue 1h, escalation off",
    "policy default",
    "policy {story} default",
    "set working-hours 07:00-14:00 daily",
    "set working-hours 08:30-15:00 mon-fri",
    "set days-off add tomorrow",
)
QUIET_HOURS = (
    "set quiet 23:00-07:00",
    "set quiet 8:00-14:30",
    "set quiet 14:00-20:00",
    "set quiet off",
)
LOOKS = (
    "list",
    "status {story}",
    "timeline {story}",
    "history {story}",
    "history {follow_up}",
    "why {follow_up}",
    "digest week",
    "handover 24h",
    "search envoy",
    "subscriptions",
    "settings",
    "policy {story}",
    "history settings",
)
FREE_TEXT = ("note", "headline")  # these take "harbour" for the first word of their text
ABOUT_ONE = tuple(
    each for each in (*CHANGES, *LOOKS) if "{" in each and not each.startswith(FREE_TEXT)
)


@dataclass(frozen=True, slots=True)
class Seat:
    """Who types, and where."""

    workspace: str
    channel: str
    person: str


SEATS = st.sampled_from(
    [
        Seat(workspace, channel, person)
        for workspace, channels in CHANNELS.items()
        for channel in channels
        for person in ("kari", "ola")
    ]
)
WHICH = st.integers(min_value=0, max_value=5)


class Promises(RuleBasedStateMachine):
    """Two newsrooms of two channels and two people each, with the same names in both."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.stage = Stage()
        for workspace, channels in CHANNELS.items():
            stories = STORIES if workspace == "T2" else STORIES[:1]
            for channel in channels:
                self.type(Seat(workspace, channel, "opener"), "settings")
            for story in stories:
                opener = Seat(workspace, channels[0], "opener")  # so that no undo takes it away
                self.type(opener, f"new {story} Envoy {SECRETS[workspace]}")
                self.type(opener, f"subscribe {story}")
                self.type(opener, f"expect {story} tomorrow: Envoy {SECRETS[workspace]}")

    def run(self, doing: Coroutine[Any, Any, Result]) -> Result:
        return self.loop.run_until_complete(doing)

    def teardown(self) -> None:
        self.loop.close()

    def type(self, seat: Seat, text: str) -> Message:
        """Type a command; no answer may be a defect, or speak of the other newsroom."""
        answer = self.run(self.stage.type(text, seat.channel, seat.person, seat.workspace))
        assert "Something went wrong" not in answer.text, text
        assert_of_one_newsroom(answer, seat.workspace)
        return answer

    def about(self, seat: Seat, text: str, which: int) -> str:
        """Return a command about one of the follow-ups there are, or about its story."""
        lives = self.ledger(seat.workspace).lives
        life = lives[which % len(lives)]
        return text.format(
            story=life.story.slugline,
            follow_up=life.follow_up.name,
            secret=SECRETS[seat.workspace],
        )

    def ledger(self, workspace: str) -> Ledger:
        return self.run(self._ledger(workspace))

    async def _ledger(self, workspace: str) -> Ledger:
        async with self.stage.store.view() as tx:
            return await read_ledger(tx, workspace, CHANNELS[workspace])

    @rule(seat=SEATS, change=st.sampled_from((*CHANGES, *EMBARGOES)), which=WHICH)
    def change(self, seat: Seat, change: str, which: int) -> None:
        """One newsroom's commands leave the other as it was."""
        other = "T2" if seat.workspace == "T1" else "T1"
        before = self.ledger(other)
        self.type(seat, self.about(seat, change, which))
        assert self.ledger(other) == before
        for life in self.ledger(seat.workspace).lives:
            if life.follow_up.has_ended:
                said = [one for one in life.reminders if one.kind is not ReminderKind.LIFT]
                assert ReminderState.PLANNED not in {one.state for one in said}

    @rule(seat=SEATS, change=st.sampled_from((*CHANGES, *EMBARGOES)), which=WHICH)
    def change_and_undo(self, seat: Seat, change: str, which: int) -> None:
        before = self.ledger(seat.workspace).undoable()
        self.type(seat, self.about(seat, change, which))
        if self.ledger(seat.workspace).undoable() != before:
            assert not self.type(seat, "undo").refused
            assert self.ledger(seat.workspace).undoable() == before

    @rule(seat=SEATS)
    def undo(self, seat: Seat) -> None:
        self.type(seat, "undo")

    @rule(seat=SEATS, text=st.sampled_from(QUIET_HOURS))
    def set_quiet_hours(self, seat: Seat, text: str) -> None:
        self.type(seat, text)

    @rule(seat=SEATS, policy=st.sampled_from(POLICIES), which=WHICH)
    def set_policy(self, seat: Seat, policy: str, which: int) -> None:
        self.type(seat, self.about(seat, policy, which))

    @rule(seat=SEATS, look=st.sampled_from(LOOKS), which=WHICH)
    def look(self, seat: Seat, look: str, which: int) -> None:
        before = {workspace: self.ledger(workspace) for workspace in CHANNELS}
        self.type(seat, self.about(seat, look, which))
        assert {workspace: self.ledger(workspace) for workspace in CHANNELS} == before

    @rule(seat=SEATS, text=st.sampled_from(ABOUT_ONE))
    def reach_over(self, seat: Seat, text: str) -> None:
        """What only the other newsroom has is not there, whatever one would do with it."""
        if seat.workspace == "T1":
            typed = text.format(story="harbour", follow_up="harbour#1", secret=SECRETS["T1"])
            assert self.type(seat, typed).refused

    @rule(seat=SEATS)
    def ask_why(self, seat: Seat) -> None:
        """Each reminder is accounted for, in order, with its fate and what was the reason."""
        ledger = self.ledger(seat.workspace)
        (channel,) = [one for one in ledger.channels if one.key == seat.channel]
        for life in ledger.lives:
            answer = self.type(seat, f"why {life.follow_up.name}")
            if answer.refused:
                assert not may_see(channel, life.follow_up, self.stage.clock.now())
                continue
            told = [item for section in answer.sections for item in section.items]
            for item, reminder in zip(told, accounted(ledger, life, channel), strict=True):
                hears = channel in ledger.hearers(life, reminder)
                fate = fate_of(reminder, life.delivered(reminder, channel), hears=hears)
                if fate == "not planned" and reminder.due_at <= self.stage.clock.now():
                    fate = "not sent"
                elif fate == "not sent" and reminder.due_at > self.stage.clock.now():
                    fate = "will not be sent"
                assert item.text.partition(": ")[2].startswith(fate)
                if fate in {"not sent", "not planned", "held back until"}:
                    old = reminder.left_out is LeftOut.CHANGED  # said once, above them all
                    assert old or any(detail.startswith("Because ") for detail in item.details)

    @rule(hours=st.sampled_from((1, 4, 16, 24, 60)))
    def wait(self, hours: int) -> None:
        """Nobody types meanwhile, so all that is said follows from what stood before."""
        before = {workspace: self.ledger(workspace) for workspace in CHANNELS}
        self.run(self.stage.pass_time(self.stage.clock.now() + timedelta(hours=hours)))
        for workspace, stood in before.items():
            self.check_what_came_due(stood, self.ledger(workspace))
            for posted in self.stage.messenger.posted:
                if posted.channel in CHANNELS[workspace]:
                    assert_of_one_newsroom(posted.message, workspace)

    def check_what_came_due(self, before: Ledger, after: Ledger) -> None:
        now = self.stage.clock.now()
        queued, sent = before.in_state(ReminderState.QUEUED), before.sent()
        planned = before.in_state(ReminderState.PLANNED)
        for life in after.lives:
            for one in life.reminders:
                name = (life.follow_up.id, one.kind, one.due_at, one.leads, one.general)
                assert one.state is not ReminderState.PLANNED or one.due_at > now
                if name in planned and one.due_at <= now:
                    assert one.state in {ReminderState.QUEUED, ReminderState.SKIPPED}
                if one.state is ReminderState.QUEUED and name not in queued:
                    self.check_each_follower_was_told(after, life, one)
                if one.state is ReminderState.SKIPPED and name in planned:
                    assert not after.hearers(life, one)
            for delivery in life.deliveries:
                if delivery.state is DeliveryState.SENT and delivery.id not in sent:
                    self.check_was_meant(after, life, delivery)

    def check_each_follower_was_told(self, ledger: Ledger, life: Life, reminder: Reminder) -> None:
        """Each channel that wants it has it once: sent, held back, or with a reason."""
        hearers = ledger.hearers(life, reminder)
        for channel in ledger.channels:
            found = life.delivered(reminder, channel)
            assert len(found) == (1 if channel in hearers else 0)
            for delivery in found:
                self.check_fate(channel, delivery)

    def check_fate(self, channel: Channel, delivery: Delivery) -> None:
        match delivery.state:
            case DeliveryState.SENT:
                assert len(self.posted_as(delivery)) == 1
            case DeliveryState.PENDING:
                assert delivery.due_at is not None
                assert delivery.due_at > self.stage.clock.now()
                assert not channel.sleeps(delivery.due_at)
                held = delivery.reason == EMBARGOED and not channel.sees_embargoed
                assert held or channel.sleeps(self.stage.clock.now())
            case DeliveryState.SKIPPED | DeliveryState.UNDELIVERABLE:
                assert delivery.reason
                assert not self.posted_as(delivery)
            case _:
                assert_never(delivery.state)

    def check_was_meant(self, ledger: Ledger, life: Life, delivery: Delivery) -> None:
        """What was said was said once, of something still expected, to a channel awake."""
        (posted,) = self.posted_as(delivery)
        (channel,) = [one for one in ledger.channels if one.id == delivery.channel_id]
        assert posted.channel == channel.key
        wanted = {one for each in ledger.wishes(life.story, channel) for one in each.notices}
        if delivery.kind is ReminderKind.UPDATE:  # it tells of what has ended, too
            assert Notice.UPDATES in wanted
            return
        assert Notice.REMINDERS in wanted
        assert may_see(channel, life.follow_up, posted.at)
        if delivery.kind is ReminderKind.LIFT:  # it is told whatever became of it
            return
        assert not life.follow_up.has_ended
        assert life.follow_up.window is not None
        if life.story.urgency > BREAKS_THROUGH:
            assert not channel.sleeps(posted.at)
        if life.follow_up.snooze is not None:
            assert life.follow_up.snooze.until <= posted.at

    def posted_as(self, delivery: Delivery) -> list[Posted]:
        return [each for each in self.stage.messenger.posted if each.nonce == delivery.nonce]


def assert_of_one_newsroom(message: Message, workspace: str) -> None:
    """Nothing that only the other newsroom has written may stand in it."""
    shown = "\n".join([text_of(message), *commands_of(message)])
    if message.picture:
        shown += message.picture.description
    for secret in OTHERS[workspace]:
        assert secret not in shown


def accounted(ledger: Ledger, life: Life, channel: Channel) -> list[Reminder]:
    """Return what a channel's account holds: its updates, too, and nothing others asked for."""
    updates = [
        a_reminder(life.follow_up, one.kind, one.planned_at, state=ReminderState.QUEUED)
        for one in life.deliveries
        if one.channel_id == channel.id and one.kind is ReminderKind.UPDATE
    ]
    mine = [
        one
        for one in life.reminders
        if one.general or life.delivered(one, channel) or channel in ledger.hearers(life, one)
    ]
    return in_order([*mine, *updates])


def in_order(reminders: Sequence[Reminder]) -> list[Reminder]:
    """Return them as ``/story why`` tells of them: what fell away with an old plan comes last."""
    return sorted(
        reminders, key=lambda one: (one.left_out is LeftOut.CHANGED, one.due_at, one.kind)
    )


def fate_of(reminder: Reminder, delivered: list[Delivery], *, hears: bool) -> str:
    """Return how ``/story why`` must call what has become of a reminder in a channel."""
    if reminder.state is ReminderState.PLANNED:
        return "planned" if hears else "not planned"
    if reminder.state is not ReminderState.QUEUED or not delivered:
        return "not sent"
    fates = {
        DeliveryState.PENDING: "held back until",
        DeliveryState.SENT: "sent",
        DeliveryState.SKIPPED: "not sent",
        DeliveryState.UNDELIVERABLE: "could not be delivered",
    }
    return fates[delivered[0].state]


TestPromises = Promises.TestCase
TestPromises.settings = settings(
    max_examples=60,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
