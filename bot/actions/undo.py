"""Taking back what somebody did last, exactly, unless somebody has built on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never
from uuid import UUID

from bot.actions.discretion import veil_of
from bot.actions.follow import follow, follow_no_longer, replan_covered
from bot.actions.keep_settings import (
    forget_duty,
    keep_channel,
    keep_desk,
    keep_duty,
    keep_newsroom,
    keep_person,
    keep_policies,
)
from bot.actions.keep_watches import forget_watch, keep_watch
from bot.actions.queue_updates import queue_story_update
from bot.actions.record import (
    forget_entry,
    forget_story,
    keep_entry,
    keep_reading,
    keep_series,
    keep_story,
)
from bot.actions.replan import put_changed, take_out
from bot.actions.request import Request
from bot.actions.rewind_series import rewound, take_up_again
from bot.domain.duty import Duty
from bot.domain.follow_up import FollowUp
from bot.domain.history import Change, Thing, built_on, restored
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.newsroom import Channel, Newsroom, Person
from bot.domain.own_policy import OwnPolicy
from bot.domain.proposal import FiledReading
from bot.domain.series import Series
from bot.domain.story import Story
from bot.domain.subscription import Subscription, Target, TargetKind
from bot.domain.timeline import TimelineEntry
from bot.domain.watch import Watch
from bot.errors import BotError
from bot.ports import Transaction
from bot.wording import dates, history


class NothingToUndo(BotError):
    """A wish to take back what was never done."""

    reply = translatable("There is nothing of yours to take back.")


class BuiltOn(BotError):
    """A wish to take back what somebody has gone on from."""

    reply = translatable(
        "{who} has changed this since ({when}: {what}). Take that back first, or change it anew."
    )


class HiddenHere(BotError):
    """A wish to take back, in a channel that may not see it, what was done in another."""

    reply = translatable(
        "What you did last is under embargo, and can’t be shown here. Take it back where you did"
        " it, in {channel}."
    )


class StillUsed(BotError):
    """A wish to take back a story in which there is something."""

    reply = translatable("There is something in {slugline} by now. Close it: {example}")


async def undo(request: Request) -> Message:
    """Take the asker's last change back, with all it did."""
    async with request.store.transaction() as tx:
        changes = await tx.history.last_act(request.newsroom.id, request.person.id)
        if not changes:
            raise NothingToUndo
        act = changes[0].act
        seen = (await veil_of(tx, request)).seen(changes)
        if len(seen) < len(changes) and act.channel_id != request.channel.id:
            raise HiddenHere(channel=act.channel)
        await _require_untouched(tx, request, changes)
        undoing = replace(request, undoes=act.id)
        for alike in _together(reversed(changes)):
            if _is_of_changed_follow_up(alike[0]):
                await _put_follow_ups_back(tx, undoing, alike)
            else:  # it stands alone
                await _take_back(tx, undoing, alike[0])
    return history.undone(act, seen, request.words, request.now)


async def _require_untouched(tx: Transaction, request: Request, changes: Sequence[Change]) -> None:
    """Refuse where a later change rests on one of these.

    Raises:
        BuiltOn: With who made it, and when.
    """
    act = changes[0].act
    later = await tx.history.later(act.id, {change.thing.id for change in changes})
    resting = built_on(changes, later)
    if resting is None:
        return
    seen = (await veil_of(tx, request)).seen([resting])
    local = resting.act.at.astimezone(request.channel.zone)
    raise BuiltOn(
        who=resting.act.person or "Daybook",
        when=dates.day_and_clock(local, request.words, request.now.date()),
        what=history.line(resting, request.words, request.now)
        if seen
        else request.words.say("something under embargo"),
    )


def _together(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Part changes, in their order, into those that are taken back at once.

    These are changes of follow-ups, for an act may have ended or moved many; each once.
    """
    alike: list[Change] = []
    ids: set[UUID] = set()
    for change in changes:
        joins = _is_of_changed_follow_up(change) and change.thing.id not in ids
        if alike and not (joins and _is_of_changed_follow_up(alike[0])):
            yield alike
            alike, ids = [], set()
        alike.append(change)
        ids.add(change.thing.id)
    if alike:
        yield alike


def _is_of_changed_follow_up(change: Change) -> bool:
    return isinstance(change.before, FollowUp) and isinstance(change.after, FollowUp)


async def _put_follow_ups_back(
    tx: Transaction, request: Request, changes: Sequence[Change]
) -> None:
    now = {one.id: one for one in await tx.follow_ups.by_ids({c.thing.id for c in changes})}
    put_back = []
    for change in changes:
        match change.before, change.after:
            case FollowUp() as before, FollowUp() as after:
                put_back.append((now[before.id], restored(before, after, now[before.id])))
            case _:
                raise ValueError("a change is of one thing")
    await put_changed(tx, request, put_back)
    for was, standing in put_back:
        if was.has_ended and not standing.has_ended:
            await take_up_again(tx, request, standing)


async def _take_back(tx: Transaction, request: Request, change: Change) -> None:
    """Let one thing be as it was before a change."""
    if change.before is None:
        await _unmake(tx, request, change)
    elif change.after is None:
        await _make_again(tx, request, change.thing)
    else:
        await _put_back(tx, request, change.story_id, change.before, change.after)


async def _unmake(tx: Transaction, request: Request, change: Change) -> None:
    """Forget what was made; a follow-up that channels were told of is dropped instead."""
    made = change.thing
    match made:
        case Story():
            if await _followers(tx, made) or not await forget_story(tx, request.act, made):
                raise StillUsed(slugline=made.slugline, example=f"/story close {made.slugline}")
        case FollowUp():
            (now,) = await tx.follow_ups.by_ids([made.id])
            await take_out(tx, request, now)
        case TimelineEntry():
            await forget_entry(tx, request.act, made)
        case Subscription():
            await follow_no_longer(tx, request, made)
        case Watch():
            await forget_watch(tx, request.act, made)
        case Series():
            now_series = await tx.recurrences.get(made.id)
            if now_series is not None and change.story_id is not None:
                begun = await rewound(tx, request, now_series, made.last_id)
                await keep_series(tx, request.act, change.story_id, begun.ended())
        case FiledReading():
            raise ValueError("the record follows no reading from its beginning")
        case Duty():
            await forget_duty(tx, request, made)
        case OwnPolicy():
            await keep_policies(tx, request, [(made, made.without(made.ladder))])
        case Newsroom() | Channel() | Person():
            raise ValueError(f"no command makes a {type(made).__name__}")
        case _:
            assert_never(made)


async def _make_again(tx: Transaction, request: Request, gone: Thing) -> None:
    """Keep again what was forgotten."""
    match gone:
        case TimelineEntry():
            await keep_entry(tx, request.act, gone)
        case Subscription():
            await follow(tx, request, gone)
        case Watch():
            await keep_watch(tx, request.act, gone)
        case Story() | FollowUp() | FiledReading() | Series():
            raise ValueError(f"only taking back forgets a {type(gone).__name__}")
        case Newsroom() | Channel() | Person() | Duty() | OwnPolicy():
            raise ValueError(f"only taking back forgets a {type(gone).__name__}")
        case _:
            assert_never(gone)


async def _put_back(
    tx: Transaction, request: Request, story_id: UUID | None, before: Thing, after: Thing
) -> None:
    """Let a thing be as it was, in all that the change touched."""
    match before, after:
        case Story(), Story():
            (story,) = await tx.stories.by_ids(before.newsroom_id, [before.id])
            as_before = restored(before, after, story)
            await keep_story(tx, request.act, as_before)
            await replan_covered(tx, request, story, as_before)
            await queue_story_update(tx, request, story, as_before)
            await keep_desk(tx, request, story, as_before)
        case TimelineEntry(), TimelineEntry():
            await keep_entry(tx, request.act, before)
        case Subscription(), Subscription():
            await follow(tx, request, before)
        case Watch(), Watch():
            await keep_watch(tx, request.act, before)
        case FiledReading(), FiledReading():
            reading = await tx.readings.get(before.newsroom_id, before.code)
            if reading is not None:
                await keep_reading(tx, request.act, reading, restored(before, after, reading))
        case Series(), Series():
            series = await tx.recurrences.get(before.id)
            if series is not None and story_id is not None:
                series = await rewound(tx, request, series, after.last_id)
                await keep_series(tx, request.act, story_id, restored(before, after, series))
        case _:
            await _set_back(tx, request, before, after)


async def _set_back(tx: Transaction, request: Request, before: Thing, after: Thing) -> None:
    """Let a setting be as it was, with what follows from it."""
    match before, after:
        case Newsroom(), Newsroom():
            newsroom = await tx.newsrooms.newsroom(before.id)
            await keep_newsroom(tx, request, restored(before, after, newsroom))
        case Channel(), Channel():
            for channel in await tx.newsrooms.channels(before.newsroom_id, [before.id]):
                await keep_channel(tx, request, restored(before, after, channel))
        case Person(), Person():
            people = await tx.newsrooms.people(before.newsroom_id)
            for person in (one for one in people if one.id == before.id):
                await keep_person(tx, request, person, restored(before, after, person))
        case Duty(), Duty():
            await keep_duty(tx, request, after, before)
        case OwnPolicy(), OwnPolicy():
            await keep_policies(tx, request, [(after, before)])
        case _:
            raise ValueError("a change is of one thing")


async def _followers(tx: Transaction, story: Story) -> set[UUID]:
    targets = {Target(TargetKind.STORY, story.slugline)}
    return await tx.subscriptions.channels_covering(story.newsroom_id, targets)
