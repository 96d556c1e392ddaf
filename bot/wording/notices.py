"""What Daybook says by itself: the reminders, rendered from how things stand now."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never
from uuid import UUID

from bot.domain.follow_up import FollowUp, FollowUpState, ReminderKind
from bot.domain.message import Button, Item, Message, Section, Tone
from bot.domain.policy import PolicyRow, row_of
from bot.domain.story import Story
from bot.domain.window import EventWindow
from bot.wording import dates, follow_ups
from bot.wording.words import Words

_LOUDNESS = (Tone.PLAIN, Tone.GOOD, Tone.WARNING, Tone.URGENT)
NOT_WORTH_SAYING = timedelta(minutes=5)
_ASKING = frozenset({ReminderKind.OVERDUE, ReminderKind.ESCALATION, ReminderKind.AGAIN})


def reminder(
    kind: ReminderKind, follow_up: FollowUp, story: Story, words: Words, now: datetime
) -> Message:
    """Return a reminder of a follow-up as it stands now, with what can be done.

    Once its outcome is known, the outcome stands in place of the buttons.

    Args:
        kind: Why it speaks up.
        follow_up: As it stands.
        story: Whose it is.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """
    return Message(
        title=_title(kind, follow_up, words, now),
        text=_just_lifted(kind, follow_up, words, now),
        tone=_tone(kind, follow_up),
        sections=(Section("", follow_ups.card(follow_up, words, now)),),
        buttons=_buttons(kind, follow_up, words),
        footnote=f"{follow_up.name} · {story.headline}",
        follow_up_id=follow_up.id,
    )


def veiled(follow_up: FollowUp, story: Story, words: Words, now: datetime) -> Message:
    """Return what takes the place of a reminder that was posted before an embargo."""
    return Message(
        title=follow_ups.embargo(follow_up, words, now),
        footnote=f"{follow_up.name} · {story.headline}",
        follow_up_id=follow_up.id,
    )


def together(
    told: Sequence[tuple[ReminderKind, FollowUp, Story]],
    words: Words,
    now: datetime,
    hidden: Collection[UUID] = (),
) -> Message:
    """Return several reminders of one moment as one message: a line for each, with its buttons.

    Args:
        told: Why each speaks up, of what and whose; in the order in which they stand.
        words: The channel's language.
        now: Aware, in the channel's zone.
        hidden: The ids of follow-ups that the channel may not be shown.
    """
    items = tuple(
        Item(follow_ups.embargo(follow_up, words, now), lead=follow_up.name)
        if follow_up.id in hidden
        else _one_of_many(kind, follow_up, words, now)
        for kind, follow_up, _ in told
    )
    tones = {_tone(kind, follow_up) for kind, follow_up, _ in told}
    return Message(
        title=words.count("{number} reminder", "{number} reminders", len(items)),
        tone=max(tones, key=_LOUDNESS.index),
        sections=(Section("", items),),
    )


def _one_of_many(kind: ReminderKind, follow_up: FollowUp, words: Words, now: datetime) -> Item:
    details = (
        follow_ups.when(follow_up.window, words, now),
        follow_ups.embargo(follow_up, words, now),
        _just_lifted(kind, follow_up, words, now),
    )
    return Item(
        _title(kind, follow_up, words, now),
        lead=follow_up.name,
        details=tuple(filter(None, details)),
        buttons=_buttons(kind, follow_up, words),
    )


def _buttons(kind: ReminderKind, follow_up: FollowUp, words: Words) -> tuple[Button, ...]:
    """Return what can be done; where an answer is missing, one can be on it."""
    buttons = follow_ups.outcome_buttons(follow_up, words)
    if kind not in _ASKING or follow_up.taken_by or not buttons:
        return buttons
    return (*buttons, Button(words.say("I’m on it"), f"take {follow_up.name}"))


def late(message: Message, delay: timedelta, words: Words) -> Message:
    """Return a notice that says how late it comes; a short delay is not worth saying."""
    if delay < NOT_WORTH_SAYING:
        return message
    said = words.say("{time} late", time=dates.elapsed(delay, words))
    return replace(message, footnote=" · ".join(filter(None, (message.footnote, said))))


def _title(kind: ReminderKind, follow_up: FollowUp, words: Words, now: datetime) -> str:
    if kind is ReminderKind.LIFT:
        return _lifted(follow_up, words, now)
    if follow_up.state is not FollowUpState.EXPECTED:
        how = follow_ups.standing(follow_up, words, now)
        return words.say("{title}: {how}", title=follow_up.title, how=how)
    title = follow_up.title
    if _has_moved_on(kind, follow_up, now):
        return words.say("New date: {title}", title=title)
    match kind:
        case ReminderKind.HEADS_UP:
            return words.say("Coming up: {title}", title=title)
        case ReminderKind.OPENS:
            return _opening(follow_up.window, title, words)
        case ReminderKind.CLOSES if _is_last_day(follow_up.window, now):
            return words.say("Last day: {title}", title=title)
        case ReminderKind.CLOSES:
            return words.say("Soon over: {title}", title=title)
        case ReminderKind.OVERDUE:
            return words.say("Did it happen? {title}", title=title)
        case ReminderKind.ESCALATION:
            return words.say("Nobody has answered: {title}", title=title)
        case ReminderKind.AGAIN:
            return words.say("Still no answer: {title}", title=title)
        case ReminderKind.UPDATE:
            return title
        case _:
            assert_never(kind)


def _lifted(follow_up: FollowUp, words: Words, now: datetime) -> str:
    """Return what the lift of an embargo says, with what became of the follow-up meanwhile."""
    title = follow_up.title
    if follow_up.state is not FollowUpState.EXPECTED:
        how = follow_ups.standing(follow_up, words, now)
        title = words.say("{title}: {how}", title=title, how=how)
    if follow_up.embargoed_until is None:
        return title
    at = follow_up.embargoed_until.astimezone(now.tzinfo)
    if at > now:
        return words.say("Under embargo again: {title}", title=title)
    return lifted(title, at, words, now)


def _just_lifted(kind: ReminderKind, follow_up: FollowUp, words: Words, now: datetime) -> str:
    """Return for a notice that something begins that its embargo ended with it; else nothing."""
    lift, window = follow_up.embargoed_until, follow_up.window
    if lift is None or lift > now or kind is not ReminderKind.OPENS:
        return ""
    if window is None or window.start is None or not window.start <= lift:
        return ""
    at = lift.astimezone(now.tzinfo)
    if at.date() != window.start.astimezone(now.tzinfo).date():
        return ""
    return words.say("The embargo was lifted at {clock}.", clock=dates.clock(at, words))


def lifted(title: str, at: datetime, words: Words, now: datetime) -> str:
    """Return that the embargo on something was lifted, and when, where that was today.

    Args:
        title: What it was on.
        at: When it was lifted; aware, in the channel's zone.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """
    if at.date() != now.date():
        return words.say("The embargo is lifted: {title}", title=title)
    clock = dates.clock(at, words)
    return words.say("The embargo was lifted at {clock}: {title}", clock=clock, title=title)


def _has_moved_on(kind: ReminderKind, follow_up: FollowUp, now: datetime) -> bool:
    """Whether what a posted reminder said of the window is no longer so: the window has moved."""
    window = follow_up.window
    match kind:
        case ReminderKind.HEADS_UP | ReminderKind.LIFT | ReminderKind.UPDATE:
            return False
        case ReminderKind.OPENS | ReminderKind.CLOSES:
            start = window.start if window else None
            return start is not None and start.date() > now.astimezone(start.tzinfo).date()
        case ReminderKind.OVERDUE | ReminderKind.ESCALATION | ReminderKind.AGAIN:
            return not follow_up.is_overdue(now)
        case _:
            assert_never(kind)


def _opening(window: EventWindow | None, title: str, words: Words) -> str:
    row = row_of(window) if window else None
    if row is PolicyRow.MINUTE:
        return words.say("Now: {title}", title=title)
    if row is PolicyRow.DAY:
        return words.say("Today: {title}", title=title)
    return words.say("From now on: {title}", title=title)


def _is_last_day(window: EventWindow | None, now: datetime) -> bool:
    if window is None or window.end is None:
        return False
    return window.last_day == now.astimezone(window.zone).date()


def _tone(kind: ReminderKind, follow_up: FollowUp) -> Tone:
    match follow_up.state:
        case FollowUpState.HAPPENED:
            return Tone.GOOD
        case FollowUpState.EXPECTED if kind is ReminderKind.ESCALATION:
            return Tone.URGENT
        case FollowUpState.EXPECTED if kind in {ReminderKind.OVERDUE, ReminderKind.AGAIN}:
            return Tone.WARNING
        case _:
            return Tone.PLAIN
