"""How stories are said: the list, the status, the timeline, who follows what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from bot.domain.coverage import Coverage
from bot.domain.follow_up import FollowUp, FollowUpState
from bot.domain.language import translatable
from bot.domain.message import Button, ButtonStyle, Fact, Item, Message, Section, Tone
from bot.domain.newsroom import Channel
from bot.domain.story import Story, StoryStatus
from bot.domain.timeline import TimelineEntry
from bot.domain.window import Precision
from bot.wording import dates, follow_ups
from bot.wording.digest import MOST_WITH_BUTTONS
from bot.wording.reasons import reason
from bot.wording.words import Words

LATEST = 5
_FAR_FUTURE = datetime.max.replace(tzinfo=UTC)

STATUSES = {
    StoryStatus.ACTIVE: translatable("active"),
    StoryStatus.DORMANT: translatable("dormant"),
    StoryStatus.CLOSED: translatable("closed"),
}


@dataclass(frozen=True, slots=True)
class Missed:
    """How many notices a channel missed, and the record's reason for it."""

    channel: Channel
    reason: str
    number: int


@dataclass(frozen=True, slots=True)
class StoryView:
    """Everything one screen says of a story.

    Attributes:
        timeline: Its latest entries, in order of time.
        followers: The channels that follow it.
        watches: How many watches it has.
        undelivered: What could not be delivered, by channel and reason.
        deaf_admin: The channel for troubles, where it takes no messages itself.
    """

    story: Story
    follow_ups: Sequence[FollowUp]
    timeline: Sequence[TimelineEntry]
    followers: Sequence[Channel]
    watches: int = 0
    undelivered: Sequence[Missed] = ()
    deaf_admin: Missed | None = None


def status(view: StoryView, words: Words, now: datetime) -> Message:
    """Return where a story stands: overdue first, then what is expected in order of time."""
    expected = [f for f in view.follow_ups if f.state is FollowUpState.EXPECTED]
    overdue = sorted((f for f in expected if f.is_overdue(now)), key=_by_time)
    ahead = sorted((f for f in expected if f not in overdue), key=_by_time)
    waiting = [f for f in view.follow_ups if f.state is FollowUpState.POSTPONED]
    sections = [
        Section(words.say("Overdue"), _overdue(overdue, words, now)),
        _follow_ups(words.say("Expected"), ahead, words, now),
        _follow_ups(words.say("Waiting for a new date"), waiting, words, now),
        Section(words.say("Latest"), _entries(view.timeline, words, now)),
        Section(words.say("Not delivered"), _undelivered(view, words)),
    ]
    sections = [section for section in sections if section.items]
    return Message(
        title=f"{view.story.slugline}: {view.story.headline}",
        text="" if expected or waiting else words.say("Nothing is expected at the moment."),
        tone=Tone.WARNING if overdue else Tone.PLAIN,
        facts=_facts(view, words),
        sections=tuple(sections),
    )


def one_of_it(follow_up: FollowUp, words: Words, now: datetime) -> Message:
    """Return how one follow-up stands, with what can be done with it."""
    said = follow_ups.changed(follow_up, words, now)
    return replace(said, buttons=follow_ups.outcome_buttons(follow_up, words))


def with_coverage(message: Message, coverage: Coverage | None, words: Words) -> Message:
    """Return a screen that says which coverage it was narrowed to; as it is where to none."""
    if coverage is None:
        return message
    chosen = Fact(words.say("Only where"), words.say(follow_ups.COVERAGES[coverage]))
    return replace(message, facts=(chosen, *message.facts))


def listing(
    stories: Sequence[Story],
    still_open: Mapping[UUID, int],
    number: int,
    words: Words,
    coverage: Coverage | None = None,
) -> Message:
    """Return the newsroom's stories, each with how much is expected of it.

    Args:
        stories: Those that are shown.
        still_open: How much is expected of each.
        number: How many are open, or fit the coverage; there may be more than are shown.
        words: The reader's language.
        coverage: What the list was narrowed to; None for all.
    """
    if not stories:
        text = words.say("No story is open. Open one: {example}", example="/story new …")
        if coverage is not None:
            text = words.say("Nothing that is expected is covered so.")
        return with_coverage(Message(title=words.say("Stories"), text=text), coverage, words)
    items = tuple(
        Item(story.headline, lead=story.slugline, details=(_load(story, still_open, words),))
        for story in stories
    )
    text = ""
    if number > len(stories):
        text = words.say(
            "These are the {shown} most urgent of {number}. Find others by their words: {example}",
            shown=len(stories),
            number=number,
            example="/story search …",
        )
    listed = Message(title=words.say("Stories"), text=text, sections=(Section("", items),))
    return with_coverage(listed, coverage, words)


def opened(story: Story, words: Words) -> Message:
    """Return the answer to a new story, with what one would do next."""
    return Message(
        title=words.say("New story: {slugline}", slugline=story.slugline),
        text=story.headline,
        buttons=(
            Button(
                words.say("Follow it in this channel"),
                f"subscribe {story.slugline}",
                ButtonStyle.PRIMARY,
            ),
        ),
    )


def edited(story: Story, words: Words) -> Message:
    """Return the answer to a change of a story itself: what it is now."""
    return Message(title=f"{story.slugline}: {story.headline}", facts=_own_facts(story, words))


def close_what(
    story: Story, still_open: Sequence[FollowUp], words: Words, now: datetime
) -> Message:
    """Return the question what becomes of the open follow-ups of a story that is to be closed."""
    command = f"close {story.slugline}"
    return Message(
        title=words.say("Close {slugline}?", slugline=story.slugline),
        text=words.say("These are still open. Nothing has been changed yet."),
        sections=(_follow_ups("", sorted(still_open, key=_by_time), words, now),),
        buttons=(
            Button(words.say("Drop them and close"), f"{command} drop", ButtonStyle.DANGER),
            Button(words.say("Close, and go on reminding"), f"{command} keep"),
        ),
    )


def closed(story: Story, still_open: int, words: Words, *, dropped: bool) -> Message:
    """Return the answer to the closing of a story."""
    said = ""
    if still_open and dropped:
        said = words.count(
            "{number} follow-up dropped.", "{number} follow-ups dropped.", still_open
        )
    elif still_open:
        said = words.count(
            "I go on reminding of {number} follow-up.",
            "I go on reminding of {number} follow-ups.",
            still_open,
        )
    return Message(
        title=words.say("Closed: {slugline}", slugline=story.slugline), text=said, replaces=True
    )


def merged(
    source: Story, target: Story, moved: Sequence[tuple[FollowUp, FollowUp]], words: Words
) -> Message:
    """Return the answer to a merger: what each follow-up is called now.

    Args:
        source: The story that is no more.
        target: What it has become part of.
        moved: Its follow-ups, each as it was and as it is.
        words: The reader's language.
    """
    items = tuple(
        Item(after.title, lead=f"{before.name} → #{after.number}") for before, after in moved
    )
    return Message(
        title=words.say(
            "{source} is part of {target} from now on",
            source=source.slugline,
            target=target.slugline,
        ),
        text=words.say("Its timeline, articles and followers came along."),
        sections=(Section(words.say("New numbers"), items),) if items else (),
    )


def timeline(
    story: Story,
    entries: Sequence[TimelineEntry],
    expected: Sequence[FollowUp],
    words: Words,
    now: datetime,
) -> Message:
    """Return what has happened in a story, and what is expected, in order of time."""
    sections = (
        Section(words.say("What has happened"), _entries(entries, words, now)),
        _follow_ups(words.say("Expected"), sorted(expected, key=_by_time), words, now),
    )
    shown = tuple(section for section in sections if section.items)
    return Message(
        title=words.say("Timeline: {slugline}", slugline=story.slugline),
        text="" if shown else words.say("The timeline is empty."),
        sections=shown,
    )


def noted(entry: TimelineEntry, story: Story, words: Words, now: datetime) -> Message:
    """Return the answer to a fact written into the timeline."""
    return Message(
        title=words.say("Noted in {slugline}", slugline=story.slugline),
        sections=(Section("", _entries((entry,), words, now)),),
    )


def _by_time(follow_up: FollowUp) -> tuple[datetime, int]:
    """Sort by the beginning of the window, a deadline by its end; what has none comes last."""
    window = follow_up.window
    side = (window.start or window.end) if window else None
    if window is not None and window.precision is Precision.DEADLINE:
        side = window.end
    return (side or _FAR_FUTURE, follow_up.number)


def _overdue(listed: Sequence[FollowUp], words: Words, now: datetime) -> tuple[Item, ...]:
    """Return what is overdue, the first of it with the buttons that settle it."""
    items = [follow_ups.item(one, words, now) for one in listed]
    settled = [
        replace(item, buttons=follow_ups.outcome_buttons(one, words)[:3])
        for item, one in zip(items, listed[:MOST_WITH_BUTTONS], strict=False)
    ]
    return (*settled, *items[len(settled) :])


def _follow_ups(heading: str, listed: Sequence[FollowUp], words: Words, now: datetime) -> Section:
    return Section(heading, tuple(follow_ups.item(one, words, now) for one in listed))


def _entries(entries: Sequence[TimelineEntry], words: Words, now: datetime) -> tuple[Item, ...]:
    return tuple(
        Item(
            _told(entry, words),
            lead=dates.window(entry.window, words, now),
            details=tuple(filter(None, (follow_ups.embargo(entry, words, now), entry.note))),
        )
        for entry in entries
    )


def _told(entry: TimelineEntry, words: Words) -> str:
    """Return a fact as the timeline tells it; of what was cancelled, that it was."""
    if entry.outcome is FollowUpState.CANCELLED:
        return words.say("{title}: {how}", title=entry.title, how=words.say("cancelled"))
    return entry.title


def _undelivered(view: StoryView, words: Words) -> tuple[Item, ...]:
    lines = [
        Item(
            reason(missed.reason, words),
            lead=missed.channel.called,
            details=(words.count("{number} notice", "{number} notices", missed.number),),
            buttons=(Button(words.say("Try again"), f"retry {missed.channel.key}"),),
        )
        for missed in view.undelivered
    ]
    if view.deaf_admin is not None:
        admin = view.deaf_admin
        told = words.say("No trouble can be told there.")
        lines.append(Item(reason(admin.reason, words), lead=admin.channel.called, details=(told,)))
    return tuple(lines)


def _facts(view: StoryView, words: Words) -> tuple[Fact, ...]:
    followers = ", ".join(channel.called for channel in view.followers)
    fact = Fact(words.say("Followed by"), followers or words.say("no channel yet"))
    return (*_own_facts(view.story, words), fact, *_listening(view, words))


def _listening(view: StoryView, words: Words) -> tuple[Fact, ...]:
    """Return how many watches a story has, where it has any, and what lists them."""
    if not view.watches:
        return ()
    shown_by = f"/story watches {view.story.slugline}"
    return (Fact(words.say("Watches"), f"{view.watches} ({shown_by})"),)


def _own_facts(story: Story, words: Words) -> tuple[Fact, ...]:
    """Return what is said of a story itself; what nobody has said is left out."""
    facts = [
        Fact(words.say("Status"), words.say(STATUSES[story.status])),
        Fact(words.say("Urgency"), str(story.urgency)),
        Fact(words.say("Desk"), story.desk),
        Fact(words.say("Tags"), ", ".join(story.tags)),
    ]
    return tuple(fact for fact in facts if fact.value)


def _load(story: Story, still_open: Mapping[UUID, int], words: Words) -> str:
    number = still_open.get(story.id, 0)
    load = words.count("{number} expected", "{number} expected", number)
    if story.status is StoryStatus.ACTIVE:
        return load
    return f"{words.say(STATUSES[story.status])} · {load}"
