"""How the record is said: one line for each change, from what it changed."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import assert_never

from bot.domain.duty import Duty
from bot.domain.embargo import Embargoed
from bot.domain.follow_up import FollowUp, FollowUpState
from bot.domain.history import Act, Change, Thing, changed_fields
from bot.domain.message import Item, Message, Section
from bot.domain.newsroom import Channel, Newsroom, Person, Role
from bot.domain.occurrence import Occurrence
from bot.domain.own_policy import OwnPolicy
from bot.domain.proposal import FiledReading
from bot.domain.series import Series
from bot.domain.story import Story
from bot.domain.subscription import Subscription
from bot.domain.timeline import TimelineEntry
from bot.domain.watch import Watch
from bot.wording import dates, follow_ups, policies, settings, stories, subscriptions, watches
from bot.wording.words import Words

DAYBOOK = "Daybook"
_TOLD_BY_ITSELF = frozenset({"state", "window", "was", "occurrence", "note", "snooze", "taken_by"})


def record(name: str, changes: Sequence[Change], words: Words, now: datetime) -> Message:
    """Return what was changed, oldest first.

    Args:
        name: The story's slugline, or the follow-up's name.
        changes: In order.
        words: The reader's language.
        now: Aware, in the newsroom's zone.
    """
    items = tuple(_item(change, words, now) for change in worth_saying(changes))
    return Message(
        title=words.say("History: {name}", name=name),
        text="" if items else words.say("Nothing has been changed yet."),
        sections=(Section("", items),) if items else (),
    )


def undone(act: Act, changes: Sequence[Change], words: Words, now: datetime) -> Message:
    """Return the answer to a wish to take one's last change back: what is as it was again."""
    at = dates.day_and_clock(act.at.astimezone(now.tzinfo), words, now.date())
    items = tuple(Item(_in_full(change, words, now)) for change in worth_saying(changes))
    if not items:
        text = words.say("What you did on {when} is as if it had not been.", when=at)
        return Message(title=words.say("Taken back"), text=text)
    return Message(
        title=words.say("Taken back"),
        text=words.say("What you did on {when} is as if it had not been:", when=at),
        sections=(Section("", items),),
    )


def _in_full(change: Change, words: Words, now: datetime) -> str:
    """Return a line that names the story too, for where no title does."""
    said = line(change, words, now)
    match change.thing:
        case FollowUp() as follow_up:
            return f"{follow_up.slugline}{said}"  # it begins with the number
        case Story() as story:
            return f"{story.slugline}: {said}"
        case _:
            return said


def line(change: Change, words: Words, now: datetime) -> str:
    """Return in a few words what was changed: "#2 Envoy to Moscow: moved to 10 December"."""
    before, after = change.before, change.after
    match change.thing:
        case FollowUp() as thing:
            old = before if isinstance(before, FollowUp) else None
            new = after if isinstance(after, FollowUp) else None
            return f"#{thing.number} {thing.title}: {_follow_up(old, new, words, now)}"
        case Story() as thing:
            old_story = before if isinstance(before, Story) else None
            new_story = after if isinstance(after, Story) else None
            return _story(thing, old_story, new_story, words)
        case TimelineEntry() as thing if before is not None and after is not None:
            return f"{thing.title}: {_until(thing, words, now)}"
        case TimelineEntry() as thing:
            said = words.say("into the timeline") if after else words.say("out of the timeline")
            return f"{thing.title}: {said}"
        case Subscription() as thing:
            what = subscriptions.target(thing, words)
            if after is None:
                return words.say("no longer followed here: {what}", what=what)
            heard = subscriptions.summary(thing, words)
            return words.say("followed here: {what} ({heard})", what=what, heard=heard)
        case Series() as thing:
            if thing.next_at is None:
                return words.say(
                    "comes no more: {title}, {said}", title=thing.title, said=thing.said
                )
            return words.say("comes again: {title}, {said}", title=thing.title, said=thing.said)
        case Watch() as thing:
            what = watches.in_short(thing, words)
            if after is None:
                return words.say("listens no longer: {what}", what=what)
            return words.say("listens: {what}", what=what)
        case FiledReading() as thing:
            return words.say("decided on: {headline}", headline=thing.headline)
        case Newsroom() | Channel() | Person() | Duty():
            return _settled(change, words)
        case OwnPolicy() as policy:
            before_it = before if isinstance(before, OwnPolicy) else None
            return policies.changed_line(before_it, policy, words)
        case _:
            assert_never(change.thing)


def _settled(change: Change, words: Words) -> str:
    match change.before, change.after:
        case Newsroom() as before, Newsroom() as after:
            return settings.changes(before, after, changed_fields(before, after), words)
        case Channel() as before, Channel() as after:
            said = settings.changes(before, after, changed_fields(before, after), words)
            return said if after.direct else f"{after.name} · {said}"
        case _, Person(role=Role.EDITOR) as person:
            return words.say("{name} is an editor", name=person.name)
        case _, Person() as person:
            return words.say("{name} is no editor", name=person.name)
        case Duty() as duty, None:
            return words.say(
                "on duty at {desk}: {names}", desk=duty.desk, names=words.say("nobody")
            )
        case _, Duty() as duty:
            names = ", ".join(duty.names) or words.say("nobody")
            return words.say("on duty at {desk}: {names}", desk=duty.desk, names=names)
        case _:
            raise ValueError("a setting is never forgotten")


def worth_saying(changes: Sequence[Change]) -> list[Change]:
    """Leave out what another line of the same act tells."""
    return [change for change in changes if not _follows(change)]


def _follows(change: Change) -> bool:
    """Whether a change only follows from another of the same act."""
    match change.thing:
        case FiledReading():
            return True
        case TimelineEntry() as entry:
            return entry.follow_up_id is not None or change.act.verb == "merge"
        case Subscription():
            return change.act.verb in {"rename", "merge"}
        case Watch():
            return change.act.verb == "merge"
        case Series():
            return _goes_on(change.before, change.after)
        case FollowUp():
            return _only_repeats(change.before, change.after)
        case Story():
            return False
        case Newsroom() | Channel() | Person() | Duty() | OwnPolicy():
            return False
        case _:
            assert_never(change.thing)


def _goes_on(before: Thing | None, after: Thing | None) -> bool:
    """Whether a series has begun, or come to another of its times; the time itself tells it."""
    if before is None:
        return True
    if not isinstance(before, Series) or not isinstance(after, Series):
        return False
    same_rule = (before.said, before.rule) == (after.said, after.rule)
    return same_rule and (before.next_at is None) is (after.next_at is None)


def _only_repeats(before: Thing | None, after: Thing | None) -> bool:
    """Whether one time of a series was only told that the series has another rule, or none."""
    if not isinstance(before, FollowUp) or not isinstance(after, FollowUp):
        return False
    return set(changed_fields(before, after)) == {"repeats"}


def _item(change: Change, words: Words, now: datetime) -> Item:
    act = change.act
    at = act.at.astimezone(now.tzinfo)
    day, clock = dates.short_day(at.date(), words, now.date()), dates.clock(at, words)
    said = line(change, words, now)
    if act.undoes is not None:
        said = words.say("taken back: {what}", what=said)
    who = " · ".join(filter(None, [act.person or DAYBOOK, act.channel]))
    return Item(said, lead=f"{day} {clock}", details=(who,))


def _follow_up(before: FollowUp | None, after: FollowUp | None, words: Words, now: datetime) -> str:
    """Return what became of a follow-up, the weightiest first."""
    if after is None:
        return words.say("as if never written down")
    if before is None:
        said = words.say("expected, {when}", when=follow_ups.when(after.window, words, now))
        return f"{said} · {after.repeats}" if after.repeats else said
    return ", ".join(_parts(before, after, words, now)) or words.say("changed")


def _parts(before: FollowUp, after: FollowUp, words: Words, now: datetime) -> Iterator[str]:
    if before.state is not after.state:
        yield _new_state(after, words, now)
    if before.window != after.window and after.state is FollowUpState.EXPECTED:
        yield _move(before, after, words, now)
    told = before.occurrence is Occurrence.CANCELLED  # "expected again" says that it is no more
    surer = before.occurrence is not after.occurrence and not told
    if surer and after.state is FollowUpState.EXPECTED:
        yield follow_ups.occurrence(after.occurrence, words)
    if after.note and after.note != before.note:
        yield words.say("“{note}”", note=after.note)
    if after.snooze is not None and after.snooze != before.snooze:
        until = after.snooze.until.astimezone(now.tzinfo)
        yield words.say("quiet until {when}", when=dates.day_and_clock(until, words, now.date()))
    elif before.snooze is not None and after.snooze is None and not after.has_ended:
        yield words.say("snoozed no longer")
    if after.taken_by and after.taken_by != before.taken_by:
        yield words.say("{who} is on it", who=after.taken_by)
    elif before.taken_by and not after.taken_by and not after.has_ended:
        yield words.say("{who} is on it no longer", who=before.taken_by)
    if after.embargoed_until != before.embargoed_until:
        yield _until(after, words, now)
    yield from _others(before, after, words)


def _until(thing: Embargoed, words: Words, now: datetime) -> str:
    """Return until when a change has put a thing under embargo, or that there is none any more."""
    if thing.embargoed_until is None:
        return words.say("no embargo")
    until = thing.embargoed_until.astimezone(now.tzinfo)
    return words.say(
        "under embargo until {when}", when=dates.day_and_clock(until, words, now.date())
    )


def _move(before: FollowUp, after: FollowUp, words: Words, now: datetime) -> str:
    """Return where a follow-up was moved, and from where, if it had a time."""
    when = follow_ups.when(after.window, words, now)
    if before.window is None:
        return words.say("moved to {when}", when=when)
    old = follow_ups.when(before.window, words, now)
    return words.say("moved from {old} to {when}", old=old, when=when)


def _new_state(follow_up: FollowUp, words: Words, now: datetime) -> str:
    if follow_up.state is FollowUpState.EXPECTED:
        return words.say("expected again")
    return follow_ups.standing(follow_up, words, now)


def _others(before: FollowUp, after: FollowUp, words: Words) -> Iterator[str]:
    changed = set(changed_fields(before, after)) - _TOLD_BY_ITSELF
    if "assignees" in changed and after.taken_by == before.taken_by:  # taking it assigns it too
        who = ", ".join(after.assignees) or words.say("nobody")
        yield words.say("assigned to {who}", who=who)
    if "coverage" in changed:
        yield words.say(follow_ups.COVERAGES[after.coverage])
    if "ladder" in changed:
        yield words.say("other reminders")
    if "story_id" in changed:
        yield words.say("was {name} until then", name=before.name)


def _story(story: Story, before: Story | None, after: Story | None, words: Words) -> str:
    if after is None:
        return words.say("{slugline}: as if never opened", slugline=story.slugline)
    if before is None:
        return words.say("story opened: {headline}", headline=story.headline)
    said = {
        "slugline": (words.say("slugline"), before.slugline, after.slugline),
        "headline": (words.say("headline"), before.headline, after.headline),
        "urgency": (words.say("urgency"), str(before.urgency), str(after.urgency)),
        "desk": (words.say("desk"), before.desk, after.desk),
        "tags": (words.say("tags"), ", ".join(before.tags), ", ".join(after.tags)),
        "status": (
            words.say("status"),
            words.say(stories.STATUSES[before.status]),
            words.say(stories.STATUSES[after.status]),
        ),
    }
    return ", ".join(
        f"{label} {old or '–'} → {new or '–'}"
        for name in changed_fields(before, after)
        if name in said
        for label, old, new in [said[name]]
    )
