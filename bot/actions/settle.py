"""Saying what has become of a follow-up."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from uuid import uuid4

from bot.actions.close_story import reopen_story
from bot.actions.finding import find_follow_up
from bot.actions.its_day import (
    as_if_after_its_day,
    as_if_before_its_day,
    at_its_hour,
    names_an_hour_alone,
)
from bot.actions.later import later
from bot.actions.repeat import move_series, series_goes_on
from bot.actions.replan import keep_changed
from bot.actions.request import Request
from bot.actions.understanding import (
    AlreadyPassed,
    Understood,
    require_begun,
    understand,
    understand_past,
    understand_snooze,
    without_to,
)
from bot.domain.follow_up import FollowUp, ReminderKind, Snooze
from bot.domain.message import Message
from bot.domain.timeline import outcome_entry
from bot.domain.window import EventWindow
from bot.errors import NotUnderstood
from bot.reading.typed.no_date import behind_no_date
from bot.reading.typed.shift import read_shift
from bot.wording import dates, follow_ups

_HALF_A_YEAR = timedelta(days=183)


async def confirm(request: Request, *, follow_up: str, when: str = "") -> Message:
    """Call it certain, in a sharper window where one is given."""
    understood = await _understood(request, follow_up, when) if when else None
    window = understood.window if understood else None
    return await _change(request, follow_up, lambda it: it.confirmed(window), _other(understood))


async def doubt(request: Request, *, follow_up: str) -> Message:
    """Call it highly uncertain."""
    return await _change(request, follow_up, FollowUp.doubted)


async def happened(request: Request, *, follow_up: str, when: str = "", note: str = "") -> Message:
    """Say that it has happened, and when, where that is not what was expected."""
    async with request.store.transaction() as tx:
        _, before = await find_follow_up(tx, request, follow_up)
        window = _when_it_was(request, when, before) if when else None
        after = before.happened(note)
        told = outcome_entry(uuid4(), after, request.now, window)
        await keep_changed(tx, request, after, told)
    said = follow_ups.changed(after, request.words, request.now)
    if told.window == after.window:
        return said
    return follow_ups.with_day_it_was(said, told.window, request.words, request.now)


def _when_it_was(request: Request, when: str, before: FollowUp) -> EventWindow:
    """Return when something happened; "2 December" said in November is not last year's.

    Raises:
        NotUnderstood: If the words are no time.
        NotYet: If that time has not come.
    """
    window = understand_past(as_if_after_its_day(request, when, before.window), when)
    long_ago = before.created_at - _HALF_A_YEAR
    if window.is_past(long_ago):
        with suppress(AlreadyPassed):
            window = understand(request, when).window
    require_begun(request, window)
    return window


async def postpone(
    request: Request, *, follow_up: str, when: str = "", reason: str = ""
) -> Message:
    """Put it off, to a new time where one is known."""
    when, reason = _parted(*_without_no_date(when, reason))
    understood = await _understood(request, follow_up, _bare(when)) if when else None
    window = understood.window if understood else None
    return await _change(
        request, follow_up, lambda it: it.postponed(window, reason), _other(understood)
    )


def _without_no_date(when: str, reason: str) -> tuple[str, str]:
    """Return a new time and a reason of which neither says that there is no time."""
    behind = behind_no_date(when or reason)
    if behind is None:
        return when, reason
    return "", (reason or behind) if when else behind


def _bare(when: str) -> str:
    """Return words of a new time without the "til" in front; "to uker" are two weeks."""
    return when if read_shift(when) else without_to(when)


def _parted(when: str, reason: str) -> tuple[str, str]:
    """Return the words that say how much later, and the reason that stands behind them."""
    shift = read_shift(when or reason)
    if shift is None:
        return when, reason
    _, behind = shift
    said = when or reason
    return (said.removesuffix(behind) if behind else said), (reason if when else behind)


async def _understood(request: Request, name: str, words: str) -> Understood:
    """Return what words of a new time mean; an hour alone is one of the follow-up's own day.

    Raises:
        NotUnderstood: If they are no time.
        AlreadyPassed: If it lies behind.
    """
    shift = read_shift(words)
    if shift is None and not names_an_hour_alone(words):
        return understand(request, words)
    async with request.store.view() as tx:
        _, before = await find_follow_up(tx, request, name)
    if shift is not None:
        return _put_off(request, words, later(before.window, shift[0]))
    return understand(as_if_before_its_day(request, words, before.window), words)


def _put_off(request: Request, words: str, window: EventWindow | None) -> Understood:
    """Return a window that was put off by so much, which must be to come."""
    if window is None:
        raise NotUnderstood(words=words[:60])
    if window.is_past(request.now):
        raise AlreadyPassed(when=dates.window(window, request.words, request.now))
    return Understood(window)


async def move(request: Request, *, follow_up: str, when: str) -> Message:
    """Give it another window; by words that recur, its whole series."""
    said = _bare(when).strip()
    understood = await _understood(request, follow_up, said)
    if understood.rrule:
        return await move_series(request, follow_up, said, understood.rrule, understood.window)
    return await _change(
        request, follow_up, lambda it: it.postponed(understood.window, it.note), understood.other
    )


async def cancel(request: Request, *, follow_up: str, reason: str = "") -> Message:
    """Call it off; of a series, this one time."""
    return await _leave(request, follow_up, lambda it: it.cancelled(reason))


async def drop(request: Request, *, follow_up: str) -> Message:
    """Follow it no longer; of a series, this one time."""
    return await _leave(request, follow_up, FollowUp.dropped)


async def reopen(request: Request, *, follow_up: str) -> Message:
    """Expect it again; a story's name alone takes up the story."""
    if "#" not in follow_up:
        return await reopen_story(request, follow_up)
    async with request.store.transaction() as tx:
        _, before = await find_follow_up(tx, request, follow_up)
        after = before.reopened()
        if after.series_id is not None and not await series_goes_on(tx, after):
            after = after.repeating(after.series_id, "")
        await keep_changed(tx, request, after)
    return follow_ups.changed(after, request.words, request.now)


async def snooze(request: Request, *, follow_up: str, until: str = "1d") -> Message:
    """Be quiet about it until a moment, then remind again."""
    moment = understand_snooze(request, until)
    async with request.store.transaction() as tx:
        _, before = await find_follow_up(tx, request, follow_up)
        kind = ReminderKind.OVERDUE if before.is_overdue(moment) else ReminderKind.HEADS_UP
        after = before.snoozed(Snooze(moment, kind))
        await keep_changed(tx, request, after)
    local = moment.astimezone(request.channel.zone)
    return follow_ups.snoozed(after, local, request.words, request.now)


async def _change(
    request: Request,
    name: str,
    change: Callable[[FollowUp], FollowUp],
    other: EventWindow | None = None,
) -> Message:
    """Change a follow-up, its plan and its posted messages in one transaction."""
    async with request.store.transaction() as tx:
        _, before = await find_follow_up(tx, request, name)
        after = change(before)
        await keep_changed(tx, request, after)
    if other is None:
        other = _hour_kept(request, before, after)
    return follow_ups.changed(after, request.words, request.now, other)


def _hour_kept(request: Request, before: FollowUp, after: FollowUp) -> EventWindow | None:
    """Return the hour it had, on the day that it has now: what else might have been meant."""
    window = at_its_hour(before.window, after.window)
    return None if window is None or window.is_past(request.now) else window


async def _leave(request: Request, name: str, change: Callable[[FollowUp], FollowUp]) -> Message:
    """Change a follow-up that comes to nothing, and say where its series goes on."""
    async with request.store.transaction() as tx:
        _, before = await find_follow_up(tx, request, name)
        after = change(before)
        await keep_changed(tx, request, after)
        goes_on = await series_goes_on(tx, after)
    said = follow_ups.changed(after, request.words, request.now)
    return follow_ups.with_series_going_on(said, after, request.words) if goes_on else said


def _other(understood: Understood | None) -> EventWindow | None:
    return understood.other if understood else None
