"""How it is said what a story listens to, and that a feed has fallen silent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.feed import Feed, FeedFault
from bot.domain.language import translatable
from bot.domain.message import Button, ButtonStyle, Fact, Item, Message, Section, Tone
from bot.domain.story import Story, StoryStatus
from bot.domain.watch import Watch
from bot.wording import dates
from bot.wording.words import Words

FAULTS: Mapping[FeedFault, str] = {
    FeedFault.UNREACHABLE: translatable("{site} can’t be reached just now."),
    FeedFault.SLOW: translatable("{site} takes too long to answer."),
    FeedFault.MISSING: translatable("There is nothing at that link of {site} (404)."),
    FeedFault.CLOSED: translatable("{site} doesn’t let me read it."),
    FeedFault.NOT_PUBLIC: translatable("“{site}” is not on the public web."),
    FeedFault.NO_FEED: translatable(
        "What stands there is no feed. Look on {site} for its RSS or Atom address."
    ),
    FeedFault.TOO_LARGE: translatable("It is too large."),
    FeedFault.ENDLESS: translatable("It leads from page to page without end."),
}
"""Why a feed can’t be read, in a sentence."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A watch with what it takes to show it; ``feed`` is None where it listens for words alone."""

    watch: Watch
    story: Story
    feed: Feed | None


def watching(
    listed: Listed, old: int, words: Words, *, told_here: bool, to_be_told: str
) -> Message:
    """Return the answer to a wish to listen.

    Args:
        listed: What is listened to from now on.
        old: How many items stand in its feed already, of which nobody is told.
        words: The asker's language.
        told_here: Whether the asker's channel is told of what it hears.
        to_be_told: The command by which it would be.
    """
    watch, story = listed.watch, listed.story
    text = words.say("Whoever follows the story with alerts is told of what comes from now on.")
    if old:
        already = words.count(
            "{number} item stands there already, and is no news.",
            "{number} items stand there already, and are no news.",
            old,
        )
        text = f"{text} {already}"
    button = Button(words.say("Tell this channel"), to_be_told, ButtonStyle.PRIMARY)
    stop = Button(words.say("Stop this watch"), f"unwatch {watch.code}")
    return Message(
        title=words.say("{slugline} listens", slugline=story.slugline),
        text=text,
        facts=tuple(_facts(listed, words)),
        buttons=(stop,) if told_here else (button, stop),
    )


def _facts(listed: Listed, words: Words) -> list[Fact]:
    facts = []
    if listed.feed is not None:
        facts.append(Fact(words.say("Feed"), _feed(listed.feed)))
    else:
        facts.append(Fact(words.say("Feed"), words.say("all that the newsroom takes in")))
    heard = _terms(listed.watch) or words.say("all that comes")
    return [*facts, Fact(words.say("Listens for"), heard)]


def watches(listed: Sequence[Listed], words: Words, now: datetime) -> Message:
    """Return what stories listen to, each with a way to stop it.

    Args:
        listed: In order.
        words: The reader's language.
        now: Aware, in the channel's zone.
    """
    title = words.say("Watches")
    if not listed:
        example = "/story watch ukraine-peace Witkoff, Kellogg"
        hint = words.say("No story listens yet. Begin with: {example}", example=example)
        return Message(title=title, text=hint)
    return Message(
        title=title, sections=(Section("", tuple(_item(e, words, now) for e in listed)),)
    )


def _item(listed: Listed, words: Words, now: datetime) -> Item:
    watch, feed = listed.watch, listed.feed
    details = [_feed(feed) if feed is not None else words.say("in all that the newsroom takes in")]
    if listed.story.status is StoryStatus.CLOSED:
        details.append(words.say("sleeps: the story is closed"))
    elif feed is not None and feed.fault is not None:
        details.append(_why(feed, words))
    elif feed is not None and feed.read_at is not None:
        at = dates.day_and_clock(feed.read_at.astimezone(now.tzinfo), words, now.date())
        details.append(words.say("read {when}", when=at))
    stop = Button(words.say("Stop"), f"unwatch {watch.code}")
    text = _terms(watch) or words.say("all that comes")
    return Item(text, lead=listed.story.slugline, details=tuple(details), buttons=(stop,))


def stopped(gone: Sequence[Watch], story: Story, words: Words) -> Message:
    """Return the answer to a wish to listen no longer."""
    lines = tuple(Item(in_short(watch, words)) for watch in gone)
    title = words.say("{slugline} listens no longer", slugline=story.slugline)
    return Message(title=title, sections=(Section("", lines),))


def in_short(watch: Watch, words: Words) -> str:
    """Return in a few words what a watch listens to."""
    terms = _terms(watch)
    if not watch.feed:
        return terms
    if not terms:
        return words.say("all of {feed}", feed=watch.feed)
    return words.say("{terms} in {feed}", terms=terms, feed=watch.feed)


def silent(feed: Feed, words: Words, now: datetime) -> Message:
    """Return what a newsroom is told of a feed that can't be read.

    Args:
        feed: As it stands.
        words: The admin channel's language.
        now: Aware, in the admin channel's zone.
    """
    return Message(
        title=words.say("Nothing comes from {feed}", feed=feed.title),
        text=_why(feed, words),
        tone=Tone.WARNING,
        facts=(*_since(feed, words, now), Fact(words.say("Link"), feed.link)),
        footnote=words.say("It is asked again and again. To see who listens: /story watches"),
        language=words.language,
    )


def heard_again(feed: Feed, words: Words, now: datetime) -> Message:
    """Return what the message about a silent feed says once it can be read again."""
    return Message(
        title=words.say("{feed} can be read again", feed=feed.title),
        text=words.say("What is new in it is told from now on."),
        tone=Tone.GOOD,
        facts=tuple(_since(feed, words, now)),
        language=words.language,
    )


def why_not(fault: FeedFault, site: str, words: Words) -> str:
    """Return why a feed can't be read, in a sentence."""
    return words.say(FAULTS[fault], site=site)


def _why(feed: Feed, words: Words) -> str:
    assert feed.fault is not None
    site = feed.link.partition("://")[2].partition("/")[0]
    return why_not(feed.fault, site, words)


def _since(feed: Feed, words: Words, now: datetime) -> list[Fact]:
    if feed.tried_at is None:
        return []
    at = dates.day_and_clock(feed.tried_at.astimezone(now.tzinfo), words, now.date())
    return [Fact(words.say("Since"), at)]


def _feed(feed: Feed) -> str:
    return feed.link if feed.title == feed.link else f"{feed.title} · {feed.link}"


def _terms(watch: Watch) -> str:
    return ", ".join(watch.terms)
