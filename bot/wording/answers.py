"""How an answer that stands speaks of now: what has become of the follow-ups that it shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.follow_up import FollowUp
from bot.domain.message import Button, Item, Message, Section, Shown, Tone
from bot.domain.update import is_worth_telling
from bot.wording import dates, follow_ups
from bot.wording.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """A follow-up that an answer shows, then and now.

    Attributes:
        before: As the answer shows it; None where the record does not tell.
        after: As it stands; None where it was taken back.
        hidden: Whether the channel may not be shown it now.
        is_as_said: Whether all that the answer could say of it is so still.
    """

    before: FollowUp | None
    after: FollowUp | None
    hidden: bool
    is_as_said: bool

    @property
    def is_news(self) -> bool:
        """Whether it has ended, moved or become more or less sure since."""
        if self.is_as_said:
            return False
        return self.after is None or is_worth_telling(self.before, self.after)


def brought_up(said: Message, told: Mapping[Shown, Told], words: Words, now: datetime) -> Message:
    """Return an answer as it was given, its card and its lines as things stand now.

    Args:
        said: The answer as it was given.
        told: What has become of each follow-up that it shows.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """
    if said.card is not None:
        return _card(said, told[said.card], words, now)
    sections = (
        replace(each, items=tuple(_line(item, told, words, now) for item in each.items))
        for each in said.sections
    )
    return replace(said, sections=tuple(sections), buttons=_still_meant(said, told))


def screen(
    fresh: Message, said: Message, told: Mapping[Shown, Told], words: Words, now: datetime
) -> Message:
    """Return a look at a story as of now, with what has become of what it showed at first.

    What has moved bears its old date, struck through; what is no longer among its lines stands
    in a list of its own.

    Args:
        fresh: The look as of now.
        said: The answer as it was given.
        told: What has become of each follow-up that it showed.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """
    listed = {one.follow_up_id for one in fresh.shown}
    lines = [item for each in said.sections for item in each.items]
    gone = [one for one in lines if one.shows and one.shows.follow_up_id not in listed]
    since = Section(words.say("Since then"), tuple(_line(one, told, words, now) for one in gone))
    sections = (
        replace(each, items=tuple(_moved(item, told, words, now) for item in each.items))
        for each in fresh.sections
    )
    footnote = fresh.footnote or said.footnote
    return replace(fresh, sections=(*([since] if gone else []), *sections), footnote=footnote)


def _card(said: Message, one: Told, words: Words, now: datetime) -> Message:
    """Return the answer to a command that made or changed a follow-up: its sentence stands."""
    if one.is_as_said:
        return said
    if one.after is None:
        gone = words.say("Taken back")
        return replace(said, text=gone, tone=Tone.PLAIN, sections=(), buttons=())
    if one.hidden:
        mark = follow_ups.embargo(one.after, words, now)
        return replace(said, title=mark, text="", tone=Tone.PLAIN, sections=(), buttons=())
    card = follow_ups.changed(one.after, words, now)
    return replace(
        card,
        text=said.text,
        buttons=_still_offered(said, one),
        footnote=said.footnote,
        language=said.language,
    )


def _still_offered(said: Message, one: Told) -> tuple[Button, ...]:
    """Return the buttons of a card: none once it has ended, no other date once it has moved."""
    if one.after is None or one.after.has_ended:
        return ()
    if one.before is not None and one.before.window == one.after.window:
        return said.buttons
    return tuple(each for each in said.buttons if not each.command.startswith("move "))


def _line(item: Item, told: Mapping[Shown, Told], words: Words, now: datetime) -> Item:
    """Return a line with what has become of its follow-up."""
    one = told[item.shows] if item.shows else None
    if one is None or one.is_as_said:
        return item
    if one.after is None:
        return Item(words.say("Taken back"), lead=item.lead, was=item.text)
    lead = follow_ups.lead(item, one.before, one.after)
    if one.hidden:
        return Item(follow_ups.embargo(one.after, words, now), lead=lead)
    if one.before is not None and one.is_news:
        return follow_ups.since(item, one.before, one.after, words, now)
    own = follow_ups.item(one.after, words, now)
    return own if lead == own.lead else replace(item, lead=lead)


def _moved(item: Item, told: Mapping[Shown, Told], words: Words, now: datetime) -> Item:
    """Return a line of now: of what has moved, the date that it had is struck through."""
    known = {shown.follow_up_id: one for shown, one in told.items()}
    one = known.get(item.shows.follow_up_id) if item.shows else None
    if one is None or one.before is None or one.after is None:
        return item
    was = one.before.window
    if was is None or was == one.after.window:
        return item
    embargo = follow_ups.embargo(one.after, words, now)
    mark = tuple(each for each in item.details[:1] if each == embargo)
    now_due, *more = item.details[len(mark) :]
    return replace(
        item,
        text=now_due,
        lead=f"{item.lead} {item.text}",
        was=dates.window(was, words, now),
        details=(*mark, *more),
    )


def _still_meant(said: Message, told: Mapping[Shown, Told]) -> tuple[Button, ...]:
    """Return the buttons but for those of a follow-up that there is news of."""
    spent = {one.name for one in said.shown if told[one].is_news}
    return tuple(each for each in said.buttons if spent.isdisjoint(each.command.split()))
