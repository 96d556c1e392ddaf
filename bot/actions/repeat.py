"""Series: beginning one, moving it, ending it, and making its next time."""

from datetime import UTC, datetime
from uuid import uuid4

from bot.actions.finding import find_follow_up
from bot.actions.record import keep_series, keep_story, record
from bot.actions.replan import Planning, add_planned, keep_changed
from bot.actions.request import Request
from bot.domain.follow_up import FollowUp
from bot.domain.history import Act
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.policy import ReminderPolicy
from bot.domain.series import Series, opening
from bot.domain.story import StoryStatus
from bot.domain.window import EventWindow
from bot.errors import BotError
from bot.ports import Store, Transaction
from bot.wording import follow_ups

BATCH = 100


class NoSeries(BotError):
    """A wish to end what comes only once."""

    reply = translatable("{follow_up} is no series. To call it off: /story cancel {follow_up}")


async def begin_series(
    tx: Transaction, act: Act, follow_up: FollowUp, said: str, rule: str, window: EventWindow
) -> FollowUp:
    """Begin a series whose first time a follow-up is, and return it as part of the series.

    Raises:
        TooOften: If it comes more than once a day.
    """
    series = Series(
        uuid4(),
        follow_up.newsroom_id,
        follow_up.title,
        said,
        rule,
        window,
        window,
        follow_up.id,
        opening(window),
    )
    await keep_series(tx, act, follow_up.story_id, series)
    return follow_up.repeating(series.id, said)


async def move_series(
    request: Request, name: str, said: str, rule: str, window: EventWindow
) -> Message:
    """Let what a follow-up is a time of come by another rule, the coming time first of all.

    A follow-up that came only once becomes the first time of a series.
    """
    async with request.store.transaction() as tx:
        _, named = await find_follow_up(tx, request, name)
        series = await _series_of(tx, named)
        if series is None:
            first = named.postponed(window, named.note)
            moved = await begin_series(tx, request.act, first, said, rule, window)
        else:
            coming = await _coming(tx, series) or named
            anew = series.rescheduled(said, rule, window, coming.id)
            await keep_series(tx, request.act, coming.story_id, anew)
            moved = coming.postponed(window, coming.note).repeating(series.id, said)
        await keep_changed(tx, request, moved)
    return follow_ups.changed(moved, request.words, request.now)


async def end_series(request: Request, *, follow_up: str, reason: str = "") -> Message:
    """End a series: its coming time is cancelled where it has not begun; the others stand alone."""
    async with request.store.transaction() as tx:
        _, named = await find_follow_up(tx, request, follow_up)
        series = await _series_of(tx, named)
        if series is None or series.next_at is None:
            raise NoSeries(follow_up=named.name)
        await keep_series(tx, request.act, named.story_id, series.ended())
        for one in await tx.follow_ups.of_story(named.story_id):
            if one.series_id == series.id and not one.has_ended:
                is_coming = one.id == series.last_id and _has_not_begun(one, request.now)
                await keep_changed(tx, request, one.cancelled(reason) if is_coming else one.alone())
    return follow_ups.series_ended(named, series, request.words)


async def continue_series(store: Store, policy: ReminderPolicy, now: datetime) -> int:
    """Make the next time of each series whose coming one has opened, and return how many.

    Args:
        store: Where the series stand.
        policy: What their reminders are planned by.
        now: Aware, in UTC.
    """
    async with store.transaction() as tx:
        due = await tx.recurrences.due(now, BATCH)
        last = {one.id: one for one in await tx.follow_ups.by_ids([s.last_id for s in due])}
        for series in due:
            newsroom = await tx.newsrooms.newsroom(series.newsroom_id)
            house = Planning(newsroom, policy, newsroom.calendar, now)
            await _continue(tx, series, last.get(series.last_id), house)
    return len(due)


async def _continue(
    tx: Transaction, series: Series, before: FollowUp | None, house: Planning
) -> None:
    """Make the next time of a series like the one before it, or end the series."""
    story = None if before is None else await tx.stories.get(before.newsroom_id, before.slugline)
    window = series.next_window(house.now)
    act = Act(uuid4(), series.newsroom_id, house.now, "expect")
    if before is None or story is None:
        await tx.recurrences.save(series.ended())
        return
    if story.status is StoryStatus.CLOSED or window is None:
        await keep_series(tx, act, story.id, series.ended())
        return
    story = story.with_next_number()
    following = before.following(uuid4(), story.last_number, series.title, window, house.now)
    following = following.repeating(series.id, series.said)
    await keep_story(tx, act, story)
    own = await tx.newsrooms.policies([series.newsroom_id])
    await add_planned(tx, house.for_story(own, story), following)
    await record(tx, act, story.id, None, following)
    await keep_series(tx, act, story.id, series.continued(window, following.id))


async def series_goes_on(tx: Transaction, follow_up: FollowUp) -> bool:
    """Whether a follow-up is one time of a series of which more is to come."""
    series = await _series_of(tx, follow_up)
    return series is not None and series.next_at is not None


async def _series_of(tx: Transaction, follow_up: FollowUp) -> Series | None:
    if follow_up.series_id is None:
        return None
    return await tx.recurrences.get(follow_up.series_id)


async def _coming(tx: Transaction, series: Series) -> FollowUp | None:
    """Return the latest time that was made of a series; None where it has ended already."""
    found = await tx.follow_ups.by_ids([series.last_id])
    return next((one for one in found if not one.has_ended), None)


def _has_not_begun(follow_up: FollowUp, now: datetime) -> bool:
    start = follow_up.window.start if follow_up.window else None
    return start is None or start.astimezone(UTC) > now.astimezone(UTC)
