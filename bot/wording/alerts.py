"""How an alert is said: what a watch heard, where it stood, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.alert import Hit
from bot.domain.message import Button, ButtonStyle, Fact, Item, Message, Section
from bot.domain.story import Story
from bot.domain.watch import Watch
from bot.wording import dates, watches
from bot.wording.words import Words

_MOST_STOPS = 2
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Told:
    """One hit that is told.

    Attributes:
        place: Its place in its alert, from 1; buttons name it.
        heard_by: The watches that heard it with their stories, the most urgent first; never none.
    """

    place: int
    hit: Hit
    heard_by: Sequence[tuple[Watch, Story]]


def alert(alert_id: UUID, told: Sequence[Told], words: Words, now: datetime) -> Message:
    """Return an alert of one hit, or of several.

    Args:
        alert_id: What its buttons name.
        told: What it tells of; never none.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """
    if len(told) == 1:
        return _alone(alert_id, told[0], words, now)
    items = tuple(_item(alert_id, one, words, now) for one in told)
    return Message(
        title=words.count("{number} alert", "{number} alerts", len(items)),
        sections=(Section("", items),),
        language=words.language,
    )


def _alone(alert_id: UUID, told: Told, words: Words, now: datetime) -> Message:
    hit = told.hit
    facts = [Fact(words.say("Source"), hit.source)]
    if hit.published is not None:
        facts.append(Fact(words.say("Published"), _when(hit.published, words, now)))
    else:
        facts.append(Fact(words.say("Came in"), _when(hit.heard_at, words, now)))
    if hit.terms:
        facts.append(Fact(words.say("Heard for"), ", ".join(hit.terms)))
    if hit.link:
        facts.append(Fact(words.say("Link"), hit.link))
    stories = {story.id: story for _, story in told.heard_by}.values()
    return Message(
        title=words.say("Alert: {headline}", headline=hit.headline),
        facts=tuple(facts),
        buttons=_buttons(alert_id, told, words),
        footnote=" · ".join(f"{story.slugline} · {story.headline}" for story in stories),
        language=words.language,
    )


def _item(alert_id: UUID, told: Told, words: Words, now: datetime) -> Item:
    hit = told.hit
    where = [hit.source, _when(hit.published or hit.heard_at, words, now)]
    heard = ", ".join(hit.terms)
    return Item(
        hit.headline,
        lead=", ".join(dict.fromkeys(story.slugline for _, story in told.heard_by)),
        details=tuple(filter(None, (" · ".join(where), heard, hit.link))),
        buttons=_buttons(alert_id, told, words),
    )


def _buttons(alert_id: UUID, told: Told, words: Words) -> tuple[Button, ...]:
    """Return the way to its article, and a way to stop each watch that heard it."""
    command = f"pursue {alert_id.hex} {told.place}"
    read = Button(words.say("Read it"), command, ButtonStyle.PRIMARY)
    can_be_read = told.hit.link or told.hit.reading
    heard_by = [watch for watch, _ in told.heard_by[:_MOST_STOPS]]
    alone = len(told.heard_by) == 1
    stops = [
        Button(_stop(watch, words, alone=alone), f"unwatch {watch.code}") for watch in heard_by
    ]
    return (read, *stops) if can_be_read else tuple(stops)


def _stop(watch: Watch, words: Words, *, alone: bool) -> str:
    if alone:
        return words.say("Stop this watch")
    label = words.say("Stop: {what}", what=watches.in_short(watch, words))
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1] + "…"


def _when(moment: datetime, words: Words, now: datetime) -> str:
    return dates.day_and_clock(moment.astimezone(now.tzinfo), words, now.date())
