"""How an embargo is answered: what is under it where it may be seen, and its name elsewhere."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.embargo import lifts_at
from bot.domain.follow_up import FollowUp
from bot.domain.message import Message
from bot.domain.newsroom import Channel
from bot.domain.story import Story
from bot.domain.timeline import TimelineEntry
from bot.wording import dates, follow_ups, notices, stories
from bot.wording.words import Words


def on_follow_up(follow_up: FollowUp, words: Words, now: datetime) -> Message:
    """Return the answer to an embargo on a follow-up, or to its lift, where it may be seen."""
    said = follow_ups.changed(follow_up, words, now)
    return said if lifts_at(follow_up, now) else replace(said, text=_lifted(words))


def on_entry(entry: TimelineEntry, story: Story, words: Words, now: datetime) -> Message:
    """Return the answer to an embargo on an entry of a timeline, where it may be seen."""
    said = stories.noted(entry, story, words, now)
    return said if lifts_at(entry, now) else replace(said, text=_lifted(words))


def _lifted(words: Words) -> str:
    return words.say("The embargo is lifted. Those who follow the story are told.")


def lifted(
    entry: TimelineEntry, story: Story, at: datetime, words: Words, now: datetime
) -> Message:
    """Return the notice that a fact of a timeline may be shown.

    Args:
        entry: The fact.
        story: Whose it is.
        at: When its embargo ended.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """
    noted = stories.noted(entry, story, words, now)
    return Message(
        title=notices.lifted(entry.title, at.astimezone(now.tzinfo), words, now),
        sections=noted.sections,
        footnote=f"{story.slugline} · {story.headline}",
        language=words.language,
    )


def hidden_here(
    name: str, lift: datetime | None, channels: Sequence[Channel], words: Words, now: datetime
) -> Message:
    """Return the answer about what its own channel may not see: no word of what it is.

    Args:
        name: The follow-up's name, or the story's slugline.
        lift: When the embargo is lifted.
        channels: Those that may see it.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """
    assert lift is not None
    at = dates.day_and_clock(lift.astimezone(now.tzinfo), words, now.date())
    where = ", ".join(f"#{channel.name}" for channel in channels if not channel.direct)
    seen = (
        words.say("Until then it can be seen in {channels}.", channels=where)
        if where
        else words.say("No channel can see it until then. To let one: /story set embargo on")
    )
    hidden = words.say("It is not shown in this channel before that.")
    return Message(
        title=words.say("{name}: under embargo until {when}", name=name, when=at),
        text=f"{hidden} {seen}",
    )
