"""Sending what is due: claim, send, record; no transaction is open while a platform answers."""

import asyncio
import logging
from collections import Counter, defaultdict, deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from bot.actions.attempt_delivery import Bundle, LeaseOver, Posting, attempt
from bot.actions.bundle_parcels import (
    bundle,
    by_channel,
    names_of_shared,
    put_back,
    waits_for_leader,
)
from bot.actions.load_parcels import Parcel, load_parcels, load_what_can_be
from bot.actions.note_trouble import Refusal, note_signs
from bot.actions.record_outcomes import Recorder
from bot.actions.report_outcomes import log_claimed, report
from bot.domain.counted import Counted
from bot.domain.delivery import DEFECT, Delivery, DeliveryState, Shown
from bot.domain.gate import Gate
from bot.domain.retry import LEASE, MOST_DEFECTS, is_hopeless
from bot.errors import BotError, DeliveryFailed
from bot.ports import Transaction

BATCH = 500
MOST_HELD = 1500
"""Deliveries that one process has taken up and not yet recorded."""

_SOON = timedelta(seconds=1)
_LEADER_WAIT = timedelta(seconds=5)
_WAIT_BEHIND = timedelta(seconds=10)

Load = Callable[[Transaction, Sequence[Delivery], datetime], Awaitable[Sequence[Parcel | None]]]
"""Fetches what was claimed, each in its place; None for what can't be."""

log = logging.getLogger(__name__)


class Sender:
    """Sends what is due, to each channel in order, to all channels at once.

    Channels don't wait for each other: what its pace or a failure holds up is put back into the
    database until then, and a workspace that hangs holds up no more than its share.

    Args:
        posting: What it works with.
        patience: Seconds without any outcome after which those that hang make room for others.
        gate: When each place may be spoken to; one of its own where nobody else speaks.
    """

    def __init__(self, posting: Posting, patience: float = 1.0, gate: Gate | None = None) -> None:
        self._patience = patience
        self._posting = posting
        self._gate = gate or Gate(posting.paces, posting.chance)
        self._recorder = Recorder(posting.store, self._forget)
        self._held: dict[UUID, UUID] = {}  # the workspace of each delivery taken up
        self._lanes: dict[UUID, deque[Bundle]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._at_once: dict[UUID, asyncio.Semaphore] = {}
        self._torn: set[UUID | None] = set()  # names of messages of which a part can't be fetched
        self._room = asyncio.Event()
        self._stopping = False
        self._looked_at: datetime | None = None

    async def take_up(self) -> bool:
        """Claim what is due, as much as there is room for, and begin to send it.

        Returns:
            Whether anything was claimed, so that there may be more.

        Raises:
            BotError: If the database fails.
        """
        await self._until_there_is_room()
        if self._stopping:
            return False
        try:
            return await self._claim(load_parcels)
        except BotError:
            raise
        except Exception:
            log.exception("claim_broke")
            return await self._claim(load_what_can_be)

    async def _claim(self, load: Load) -> bool:
        async with self._posting.store.transaction() as tx:
            limit = min(BATCH, MOST_HELD - len(self._held))
            claimed = await tx.deliveries.claim(self._posting.clock.now(), LEASE, limit)
            if not claimed:
                return False
            again = [each for each in claimed if each.id in self._held]
            self._recorder.claimed_again(again)
            new = [d for d in claimed if d.id not in self._held] if again else claimed
            bundles = await self._admitted(tx, new, load)
            taken = [parcel.delivery for each in bundles for parcel in each.claimed]
            await tx.deliveries.take([*again, *taken], names_of_shared(bundles))
        log_claimed(claimed)
        if self.has_stopped:  # while this was claimed
            self._let_go([parcel for each in bundles for parcel in each.claimed], None)
            return False
        for each in bundles:
            self._enter(each)
        return True

    @property
    def has_stopped(self) -> bool:
        """Whether it takes up nothing more."""
        return self._stopping

    def is_behind(self, now: datetime) -> bool:
        """Whether to take up what there is, though nothing may be due; asked at each look.

        So it is when outcomes could not be written, and when the clock was set back since the
        last look, or perhaps before the first: leases of before are too long then.
        """
        last, self._looked_at = self._looked_at, now
        return last is None or now < last or self._recorder.is_behind

    async def finish(self) -> None:
        """Wait until all that was taken up is sent and recorded."""
        while self._tasks:
            await asyncio.wait(self._tasks)
        await self._recorder.finish()

    async def stop(self, patience: float) -> None:
        """Finish what is under way, and let go of what has not begun, for others to send.

        May be called twice.

        Args:
            patience: Seconds after which calls that are still under way are given up; they are
                found standing, or made again, when their leases run out.
        """
        self._stopping = True
        self._room.set()
        for lane in self._lanes.values():
            untried = [parcel for each in lane for parcel in each.claimed]
            lane.clear()
            self._let_go(untried, None)
        tasks = set(self._tasks)
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=patience)
            for task in late:
                task.cancel()
        await self._recorder.finish()

    async def _until_there_is_room(self) -> None:
        """Wait for outcomes to be written; what could not be written comes before all else.

        Where none comes, several workspaces hang together.
        """
        while not self._stopping:
            if self._recorder.is_behind:
                await self._recorder.write()
            if len(self._held) <= MOST_HELD - BATCH:
                return
            self._room.clear()
            try:
                async with asyncio.timeout(self._patience):
                    await self._room.wait()
            except TimeoutError:
                self._make_room()

    def _make_room(self) -> None:
        """Put back what waits behind unanswered calls, of the workspace that holds most of it."""
        lanes: defaultdict[UUID, list[deque[Bundle]]] = defaultdict(list)
        for lane in self._lanes.values():
            if lane:
                lanes[lane[0].first.place.workspace_id].append(lane)
        waiting = {
            workspace_id: [parcel for lane in found for each in lane for parcel in each.claimed]
            for workspace_id, found in lanes.items()
        }
        if not waiting:
            return
        fullest = max(waiting, key=lambda workspace_id: len(waiting[workspace_id]))
        for lane in lanes[fullest]:
            lane.clear()
        self._let_go(waiting[fullest], self._posting.clock.now() + _WAIT_BEHIND)

    async def _admitted(
        self, tx: Transaction, claimed: Sequence[Delivery], load: Load
    ) -> list[Bundle]:
        """Return what may be sent now; the rest is put back until its time."""
        others = await _sharing(tx, claimed)
        unsent = {d.id for d in others if d.state is DeliveryState.PENDING}
        shown = [each for each in others if each.message]
        parts = [*claimed, *shown]
        parcels = await load(tx, parts, self._posting.clock.now())
        mine = [each for each in parcels[: len(claimed)] if each]
        standing = [each for each in parcels[len(claimed) :] if each]
        if len(mine) + len(standing) < len(parts):
            lost = [d for d, each in zip(parts, parcels, strict=True) if each is None]
            self._torn.update(each.joined_id for each in lost)
            await self._set_aside(tx, lost[: len(claimed) - len(mine)])
        shares = Counter(self._held.values())
        admitted: list[Bundle] = []
        deferred: list[Delivery] = []
        for waiting in by_channel(mine).values():
            together = self._posting.paces[waiting[0].place.platform].together
            together = together if waiting[0].address.channel.joins else 1
            go, later = self._in_pace(bundle(waiting, together, standing), unsent, shares)
            admitted += go
            deferred += later
        await tx.deliveries.put_back(deferred)
        return admitted

    async def _set_aside(self, tx: Transaction, lost: Sequence[Delivery]) -> None:
        """Let what can't be loaded be tried when its lease runs out, or give it up."""
        hopeless = [each for each in lost if _is_beyond_us(each)]
        await tx.deliveries.take([each for each in lost if not _is_beyond_us(each)], {})
        await tx.deliveries.record([each.undeliverable(DEFECT) for each in hopeless])
        now = self._posting.clock.now()
        unsaid = [each for each in hopeless if each.message is None]
        signs = [Refusal(each.channel_id, each.newsroom_id, DEFECT, now) for each in unsaid]
        await note_signs(tx, signs)
        self._posting.troubled.update(each.channel_id for each in unsaid)
        if unsaid:
            self._posting.meter.count(Counted.UNDELIVERABLE, len(unsaid), reason=DEFECT)

    def _in_pace(
        self, bundles: Sequence[Bundle], held_elsewhere: set[UUID], shares: Counter[UUID]
    ) -> tuple[list[Bundle], list[Delivery]]:
        """Part one channel's messages into those that go now and those that wait."""
        now = self._posting.clock.now()
        go: list[Bundle] = []
        later: list[Delivery] = []
        slot: datetime | None = None
        for each in bundles:
            place = each.first.place
            if waits_for_leader(each, held_elsewhere):
                later += put_back(each.claimed, now + _LEADER_WAIT)
                continue
            if slot is None:
                slot = self._slot(each, now, shares)
            if slot > now:
                later += put_back(each.claimed, slot)
                resting = self._gate.rests_until(place, now)
                slot = slot if resting else slot + self._gate.interval(place)
                continue
            slot = None
            self._gate.spoke(place, now)
            shares[place.workspace_id] += len(each.claimed)
            go.append(each)
        return go, later

    def _slot(self, each: Bundle, now: datetime, shares: Counter[UUID]) -> datetime:
        place = each.first.place
        if shares[place.workspace_id] >= self._posting.paces[place.platform].held:
            return now + _SOON
        return self._gate.opens_at(place, now)

    def _enter(self, each: Bundle) -> None:
        """Put a message into its channel's lane, and open the lane where it is closed."""
        place = each.first.place
        for parcel in each.claimed:
            self._held[parcel.delivery.id] = place.workspace_id
        lane = self._lanes.get(place.channel_id)
        if lane is None:
            lane = self._lanes[place.channel_id] = deque()
            task = asyncio.ensure_future(self._work_off(place.channel_id, lane))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        lane.append(each)

    async def _work_off(self, channel_id: UUID, lane: deque[Bundle]) -> None:
        """Send what goes to one channel, one message after the other."""
        try:
            while lane:
                place = lane[0].first.place
                async with self._turns(lane[0]):
                    if not lane:  # it was emptied while this waited
                        break
                    each = lane.popleft()
                    resting = self._gate.rests_until(place, self._posting.clock.now())
                    if resting is not None:
                        self._let_go(each.claimed, resting)
                    else:
                        await self._send(each)
                await asyncio.sleep(0)  # in a burst, whatever else waits has its turn in between
        finally:
            del self._lanes[channel_id]

    def _turns(self, each: Bundle) -> asyncio.Semaphore:
        place = each.first.place
        turns = self._at_once.get(place.workspace_id)
        if turns is None:
            most = self._posting.paces[place.platform].at_once
            turns = self._at_once[place.workspace_id] = asyncio.Semaphore(most)
        return turns

    async def _send(self, each: Bundle) -> None:
        """Make one attempt; a defect of ours holds up nothing but this message."""
        try:
            if not each.may_be_sent(self._posting.clock.now()):
                raise LeaseOver
            await self._attempt(each)
        except LeaseOver:
            self._let_go(each.claimed, None)  # unless others hold it by now
        except Exception:
            log.exception("delivery_broke", extra={"delivery_id": str(each.first.delivery.id)})
            self._broke(each)

    async def _attempt(self, each: Bundle) -> None:
        edited: Mapping[UUID, Shown] = {}
        try:
            outcomes = await attempt(self._posting, each)
            self._gate.answered(each.first.place)
            edited = {} if each.name in self._torn else each.edited
        except DeliveryFailed as failure:
            outcomes = self._failed(each, failure)
        self._recorder.note(outcomes, report(self._posting, each, outcomes), edited)

    def _broke(self, each: Bundle) -> None:
        """Let it be tried when its lease runs out, or give it up, so that it blocks no other."""
        if not _is_beyond_us(each.first.delivery):
            self._forget([parcel.delivery.id for parcel in each.claimed])
            return
        outcomes = [parcel.delivery.undeliverable(DEFECT) for parcel in each.claimed]
        self._recorder.note(outcomes, report(self._posting, each, outcomes))

    def _failed(self, each: Bundle, failure: DeliveryFailed) -> list[Delivery]:
        """Return the deliveries of a message that did not get through."""
        delivery, now = each.first.delivery, self._posting.clock.now()
        told_when = failure.retry_after is not None  # who says when to come back is not lost
        if failure.permanent or (is_hopeless(delivery.attempts) and not told_when):
            return [parcel.delivery.undeliverable(failure.reason) for parcel in each.claimed]
        until = self._gate.failed(each.first.place, failure, delivery.attempts, now)
        return [p.delivery.retried(now, until - now, failure.reason) for p in each.claimed]

    def _let_go(self, parcels: Sequence[Parcel], until: datetime | None) -> None:
        """Put deliveries back until a moment, or to when they were due."""
        now = self._posting.clock.now()
        self._recorder.note_untried(
            [each.delivery.put_back(until or each.delivery.due_at or now) for each in parcels]
        )

    def _forget(self, ids: Sequence[UUID]) -> None:
        for each in ids:
            self._held.pop(each, None)
        self._room.set()


def _is_beyond_us(delivery: Delivery) -> bool:
    """Whether what broke in our own hands is not tried again; of edits no attempts are counted."""
    return delivery.message is not None or delivery.attempts >= MOST_DEFECTS


async def _sharing(tx: Transaction, claimed: Sequence[Delivery]) -> Sequence[Delivery]:
    """Return all else that shares a message with what was claimed."""
    keys = {each.joined_id for each in claimed if each.joined_id is not None}
    if not keys:
        return []
    known = {each.id for each in claimed}
    return [each for each in await tx.deliveries.joined(keys) if each.id not in known]
