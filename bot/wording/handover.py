"""How a shift is handed over."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.digest import Digest
from bot.domain.follow_up import FollowUp
from bot.domain.history import Change
from bot.domain.message import Item, Message, Section, Shown
from bot.domain.story import Story
from bot.domain.subscription import Subscription
from bot.wording import dates, history
from bot.wording.digest import clashes, on_days, overdue
from bot.wording.words import Words

_ONE_DAY = timedelta(days=1)


def handover(
    where: str,
    changes: Sequence[tuple[Story, Sequence[Change]]],
    ahead: Digest,
    began: datetime,
    words: Words,
    now: datetime,
) -> Message:
    """Return what happened in a shift, by story, and what the next one must do.

    Args:
        where: Whose shift it is.
        changes: What was changed, in order, by story.
        ahead: What is overdue, and what comes in the next shift.
        began: When the shift began.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """
    since = dates.day_and_clock(began.astimezone(now.tzinfo), words, now.date())
    happened = [_story(story, listed, began, words, now) for story, listed in changes]
    happened = [section for section in happened if section.items]
    coming = [section for section in _coming(ahead, words, now) if section.items]
    text = words.say("Since {when}.", when=since)
    if not happened:
        text = words.say("Nothing has been changed since {when}.", when=since)
    idle = "" if coming else words.say("The next shift has nothing to do yet.")
    return Message(
        title=words.say("Handover: {where}", where=where),
        text=" ".join(filter(None, [text, idle, clashes(ahead, words)])),
        sections=(*happened, *coming),
    )


def _story(
    story: Story, changes: Sequence[Change], began: datetime, words: Words, now: datetime
) -> Section:
    days = now - began > _ONE_DAY
    items = tuple(
        Item(
            history.line(each, words, now),
            lead=_at(each.act.at.astimezone(now.tzinfo), words, now, days=days),
            details=(each.act.person,) if each.act.person else (),
            shows=_told_of(each),
        )
        for each in history.worth_saying(_matters(changes))
    )
    return Section(f"{story.slugline}: {story.headline}", items)


def _told_of(change: Change) -> Shown | None:
    """Return the follow-up that an act was of, if any."""
    thing = change.thing
    return Shown(thing.id, None, thing.name) if isinstance(thing, FollowUp) else None


def _matters(changes: Sequence[Change]) -> list[Change]:
    """Leave out what was taken back within the shift, and who follows what where."""
    acts = {each.act.id for each in changes}
    undone = {each.act.undoes for each in changes} & acts
    return [
        each
        for each in changes
        if each.act.id not in undone
        and each.act.undoes not in undone
        and not isinstance(each.thing, Subscription)
    ]


def _at(at: datetime, words: Words, now: datetime, *, days: bool) -> str:
    """Return the hour of a change, with its day where a clock shows each hour twice."""
    clock = dates.clock(at, words)
    return f"{dates.short_day(at.date(), words, now.date())} {clock}" if days else clock


def _coming(ahead: Digest, words: Words, now: datetime) -> tuple[Section, ...]:
    return (Section(words.say("Overdue"), overdue(ahead, words, now)), *on_days(ahead, words, now))
