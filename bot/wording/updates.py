"""How a channel is told what somebody has changed elsewhere."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.follow_up import FollowUp, FollowUpState
from bot.domain.history import Act
from bot.domain.message import Item, Message, Section, Tone
from bot.domain.story import Story, StoryStatus
from bot.domain.update import Update, is_worth_telling
from bot.wording import dates, follow_ups
from bot.wording.words import Words


def update(told: Update, follow_up: FollowUp, story: Story, words: Words, now: datetime) -> Message:
    """Return one update: what became of a follow-up, as it stands now, and who said so.

    Args:
        told: How it stood before, and who changed it.
        follow_up: As it stands.
        story: Whose it is.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """
    line = _line(told, follow_up, words, now)
    return Message(
        title=_title(told, follow_up, story, words, now),
        tone=_tone(follow_up),
        sections=(Section("", (line,)),),
        footnote=f"{_by(told.act, words)} · {story.headline}",
        follow_up_id=follow_up.id,
    )


def together(
    told: Sequence[tuple[Update, FollowUp, Story]],
    hidden: Collection[UUID],
    words: Words,
    now: datetime,
) -> Message:
    """Return several updates as one message, a line for each.

    Args:
        told: What each tells of, in the order in which they stand.
        hidden: The ids of follow-ups that the channel may not be shown.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """
    items = tuple(
        Item(follow_ups.embargo(follow_up, words, now), lead=follow_up.name)
        if follow_up.id in hidden
        else _one_of_many(one, follow_up, story, words, now)
        for one, follow_up, story in told
    )
    authors = dict.fromkeys(_by(one.act, words) for one, _, _ in told)
    return Message(
        title=words.count("{number} update", "{number} updates", len(items)),
        sections=(Section("", items),),
        footnote=" · ".join(authors),
    )


def _one_of_many(
    told: Update, follow_up: FollowUp, story: Story, words: Words, now: datetime
) -> Item:
    line = _line(told, follow_up, words, now)
    when = f"{line.was} → {line.text}" if line.was else line.text
    return Item(
        _title(told, follow_up, story, words, now),
        lead=follow_up.name,
        details=(when, *line.details),
    )


def _line(told: Update, follow_up: FollowUp, words: Words, now: datetime) -> Item:
    """Return when it is expected, the window it had struck through, and why it was changed."""
    before = told.before.window if told.before else None
    moved = before is not None and before != follow_up.window
    note = follow_up.note if told.before is None or follow_up.note != told.before.note else ""
    return Item(
        follow_ups.when(follow_up.window, words, now),
        lead=follow_up.name,
        was=dates.window(before, words, now) if moved and before else "",
        details=tuple(filter(None, (follow_ups.embargo(follow_up, words, now), note))),
    )


def _title(told: Update, now: FollowUp, story: Story, words: Words, moment: datetime) -> str:
    """Return what became of it, or else of its story."""
    if told.tells_of_story(story) and not is_worth_telling(told.before, now):
        if story.status is StoryStatus.CLOSED:
            return words.say("Story closed: {slugline}", slugline=story.slugline)
        return words.say("Story taken up again: {slugline}", slugline=story.slugline)
    return _outcome(told.before, now, words, moment)


def _outcome(before: FollowUp | None, now: FollowUp, words: Words, moment: datetime) -> str:
    """Return what became of a follow-up, the weightiest first."""
    title = now.title
    if before is None:
        return words.say("New: {title}", title=title)
    if before.state is not now.state:
        if now.state is FollowUpState.EXPECTED:
            return words.say("Expected again: {title}", title=title)
        how = follow_ups.standing(now, words, moment)
        return words.say("{title}: {how}", title=title, how=how)
    if before.window != now.window:
        return words.say("Moved: {title}", title=title)
    if before.occurrence is not now.occurrence:
        how = follow_ups.occurrence(now.occurrence, words)
        return words.say("{title}: {how}", title=title, how=how)
    if before.story_id != now.story_id:
        return words.say("{title}: was {name} until now", title=title, name=before.name)
    return words.say("As it was: {title}", title=title)


def _by(act: Act, words: Words) -> str:
    return words.say("by {who} in {channel}", who=act.person, channel=act.channel)


def _tone(follow_up: FollowUp) -> Tone:
    return Tone.GOOD if follow_up.state is FollowUpState.HAPPENED else Tone.PLAIN
