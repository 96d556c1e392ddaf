"""How plans are said: a follow-up's own ladder, and why it was reminded of or not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.domain.account import Entry, Fate
from bot.domain.delivery import EMBARGOED, OUTLIVED, SUPERSEDED, TOLD_WITH_ANOTHER
from bot.domain.follow_up import FollowUp, ReminderKind
from bot.domain.language import translatable
from bot.domain.message import Fact, Item, Message, Section
from bot.domain.moments import Moment
from bot.domain.reminder import LeftOut
from bot.domain.subscription import Subscription
from bot.wording import dates, follow_ups, policies, reasons, rules, subscriptions
from bot.wording.words import Words

KINDS = {
    ReminderKind.HEADS_UP: translatable("Heads-up"),
    ReminderKind.OPENS: translatable("It begins"),
    ReminderKind.CLOSES: translatable("It is nearly over"),
    ReminderKind.OVERDUE: translatable("Did it happen?"),
    ReminderKind.ESCALATION: translatable("Nobody has answered"),
    ReminderKind.AGAIN: translatable("Asked again"),
    ReminderKind.LIFT: translatable("Lift of the embargo"),
    ReminderKind.UPDATE: translatable("Update"),
}

LEFT_OUT = {
    LeftOut.PASSED: translatable("its time was past already when it was planned"),
    LeftOut.SNOOZED: translatable("somebody snoozed it"),
    LeftOut.TAKEN: translatable("somebody is on it"),
    LeftOut.ENDED: translatable("it had ended"),
    LeftOut.CHANGED: translatable("another time, or other reminders, were set before it was due"),
    LeftOut.NOT_FOLLOWED: translatable("this channel did not follow it then"),
    LeftOut.NOT_WANTED: translatable("this channel asked for no reminders of it"),
    LeftOut.OWN_LEADS: translatable("this channel asked for other heads-ups"),
}

_NOT_FOR_US = frozenset({LeftOut.NOT_FOLLOWED, LeftOut.NOT_WANTED, LeftOut.OWN_LEADS})
"""Why a reminder that others may get is not planned for one channel."""

_REASONS = {
    "not_followed": LEFT_OUT[LeftOut.NOT_FOLLOWED],
    "not_wanted": translatable("this channel did not want it any more"),
    "outdated": translatable("what it would have said was no longer so"),
    "ended": translatable("it had ended"),
    "moved": translatable("it had been moved"),
    "snoozed": translatable("somebody snoozed it"),
    OUTLIVED: translatable("it waited for the end of quiet hours until the day itself"),
    EMBARGOED: translatable("it is under embargo until then"),
    SUPERSEDED: translatable("a later one waited for the lift of the embargo as well"),
    TOLD_WITH_ANOTHER: translatable("the notice of the same moment tells it"),
}


def ladder(
    follow_up: FollowUp, heads_ups: Sequence[Moment], words: Words, now: datetime
) -> Message:
    """Return the answer to a change of a follow-up's heads-ups: each with its date and its rule.

    Args:
        follow_up: As it stands after the change.
        heads_ups: Those that are still to come, or are due at once.
        words: The asker's language.
        now: Aware, in the newsroom's zone.
    """
    if follow_up.ladder:
        text = words.say("Heads-ups of its own:")
    else:
        text = words.say("Heads-ups as the policy has them:")
    items = tuple(
        Item(
            rules.rule(one.rule, words) if one.rule else _without_rule(one.kind, words),
            lead=_when(one.due_at, words, now) if one.due_at > now else words.say("at once"),
        )
        for one in heads_ups
    )
    if not items and follow_up.window is None:
        text = words.say("It has no date yet; its reminders are reckoned when it gets one.")
    elif not items:
        text = words.say("No heads-up is left before it begins.")
    return Message(
        title=f"{follow_up.name}: {follow_up.title}",
        text=text,
        sections=(Section("", items),) if items else (),
        follow_up_id=follow_up.id,
        card=follow_ups.shown(follow_up),
    )


def why(
    follow_up: FollowUp,
    entries: Sequence[Entry],
    through: Sequence[Subscription],
    words: Words,
    now: datetime,
) -> Message:
    """Return what has become of each reminder of a follow-up in a channel, and why."""
    followed = ", ".join(subscriptions.target(each, words) for each in through)
    text = (
        "" if entries else words.say("There is nothing to remind of: it has no date, or is over.")
    )
    return Message(
        title=f"{follow_up.name}: {follow_up.title}",
        text=text,
        facts=(
            Fact(
                words.say("Followed here through"),
                followed or words.say("nothing: this channel doesn’t follow it"),
            ),
        ),
        sections=tuple(section for section in _accounts(entries, words, now) if section.items),
        private=True,
        follow_up_id=follow_up.id,
    )


def _accounts(entries: Sequence[Entry], words: Words, now: datetime) -> tuple[Section, Section]:
    """Return what counts, each with its rule, and briefly what no longer does."""
    old = [one for one in entries if one.left_out is LeftOut.CHANGED]
    counts = [one for one in entries if one.left_out is not LeftOut.CHANGED]
    heading = words.say("Because {reason}", reason=words.say(LEFT_OUT[LeftOut.CHANGED]))
    return (
        Section("", tuple(_entry(one, words, now) for one in counts)),
        Section(heading, tuple(_line(one, words, now) for one in old)),
    )


def _line(entry: Entry, words: Words, now: datetime) -> Item:
    fate = _fate(entry, words, now)
    said = words.say("{kind}: {fate}", kind=words.say(KINDS[entry.kind]), fate=fate)
    return Item(said, lead=_when(entry.due_at, words, now))


def _entry(entry: Entry, words: Words, now: datetime) -> Item:
    details = [_origin(entry, words)]
    if entry.asked_for:
        details.append(words.say("This channel asked for it."))
    if reason := _reason(entry, words, now):
        details.append(reason)
    return replace(_line(entry, words, now), details=tuple(details))


def _origin(entry: Entry, words: Words) -> str:
    """Return the rule that put a reminder there, and who has set it, unless it is the house's."""
    if entry.rule is None:
        return words.say("Rule: {rule}", rule=_without_rule(entry.kind, words))
    rule = rules.rule(entry.rule, words)
    if entry.rule.whose is None:
        return words.say("Rule: {rule}", rule=rule)
    whose = policies.whose(entry.rule.whose, words)
    return words.say("Rule of {whose}: {rule}", whose=whose, rule=rule)


def _without_rule(kind: ReminderKind, words: Words) -> str:
    if kind is ReminderKind.LIFT:
        return words.say("the end of its embargo")
    if kind is ReminderKind.UPDATE:
        return words.say("this channel wants updates")
    return words.say("the end of a snooze")


def _fate(entry: Entry, words: Words, now: datetime) -> str:
    at = _when(entry.at, words, now) if entry.at else ""
    late = entry.at is not None and entry.at > entry.due_at
    match entry.fate:
        case Fate.PLANNED if late:
            return words.say("planned, comes {when}", when=at)
        case Fate.PLANNED:
            return words.say("planned")
        case Fate.WAITING:
            return words.say("held back until {when}", when=at)
        case Fate.SENT if late and _minute(entry.at) != _minute(entry.due_at):
            return words.say("sent {when}", when=at)
        case Fate.SENT:
            return words.say("sent")
        case Fate.LEFT_OUT if entry.left_out in _NOT_FOR_US and entry.due_at > now:
            return words.say("not planned")
        case Fate.LEFT_OUT if entry.due_at > now:
            return words.say("will not be sent")
        case Fate.LEFT_OUT | Fate.OUTDATED:
            return words.say("not sent")
        case Fate.UNDELIVERABLE:
            return words.say("could not be delivered")
        case _:
            assert_never(entry.fate)


def _reason(entry: Entry, words: Words, now: datetime) -> str:
    if entry.left_out is LeftOut.NOT_FOLLOWED and entry.due_at > now:
        return words.say("Because {reason}", reason=words.say("this channel does not follow it"))
    if entry.left_out is not None:
        because = words.say(LEFT_OUT[entry.left_out])
        return words.say("Because {reason}", reason=because)
    if entry.reason:
        known = _REASONS.get(entry.reason)
        if known is None:
            return reasons.reason(entry.reason, words)
        return words.say("Because {reason}", reason=words.say(known))
    if entry.kind is ReminderKind.UPDATE and entry.fate is Fate.WAITING and not entry.held_back:
        return words.say("Because it waits a minute for what else is done")
    if entry.embargoed:
        return words.say("Because it was under embargo")
    if entry.held_back:
        return words.say("Because this channel has quiet hours")
    return ""


def _when(moment: datetime, words: Words, now: datetime) -> str:
    local = moment.astimezone(now.tzinfo)
    return dates.day_and_clock(local, words, now.date())


def _minute(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(second=0, microsecond=0)
