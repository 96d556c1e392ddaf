"""Putting a follow-up or an entry of a timeline under embargo, and lifting it."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from bot.actions.discretion import shown, shows
from bot.actions.finding import find_follow_up, find_story
from bot.actions.reading_settings import OFF
from bot.actions.record import keep_entry
from bot.actions.replan import keep_changed
from bot.actions.request import Request
from bot.actions.understanding import AlreadyPassed, understand, without_to
from bot.domain.embargo import lifts_at
from bot.domain.language import translatable
from bot.domain.message import Message
from bot.domain.story import Story
from bot.domain.timeline import TimelineEntry
from bot.errors import BotError, NotUnderstood
from bot.ports import Transaction
from bot.wording import dates
from bot.wording import embargo as wording

_ALL_ENTRIES = 100_000
_TAIL = re.compile(
    r"[\s,;.:(–—-]*\b(?:under\s+)?(?:embargo(?:ed|ert)?|sperrefrist)\b:?\s+(?P<until>[^()]+?)[\s)]*$",
    re.IGNORECASE,
)
_SAYS_UNTIL = re.compile(r"(?:until|till?|to|fram til|frem til|inntil)\s", re.IGNORECASE)


class NoEmbargo(BotError):
    """A wish to lift what lies on nothing."""

    reply = translatable(
        "{name} is under no embargo. To set one: /story embargo {name} until Friday 06:00"
    )


class NoEntry(BotError):
    """An embargo on the latest entry of a timeline that has none."""

    reply = translatable(
        "The timeline of {slugline} has no entry of its own. Name a follow-up:"
        " /story embargo {slugline}#1 until Friday 06:00"
    )


async def embargo(request: Request, *, follow_up: str, until: str) -> Message:
    """Put a follow-up under embargo, or the entry written last into a story's timeline."""
    lift = None if until.strip().lower() in OFF else read_lift(request, until)
    if "#" not in follow_up:
        return await _embargo_entry(request, follow_up, lift)
    async with request.store.transaction() as tx:
        _, before = await find_follow_up(tx, request, follow_up)
        if lift is None and lifts_at(before, request.now) is None:
            raise NoEmbargo(name=before.name)
        after = before.embargoed(lift or request.now.astimezone(UTC))
        for entry in await tx.timeline.of_follow_up(after.id):
            changed = replace(entry, embargoed_until=after.embargoed_until)
            await keep_entry(tx, request.act, changed)
        await keep_changed(tx, request, after)
        if shows(request, after):
            return wording.on_follow_up(after, request.words, request.now)
        return await hidden_here(tx, request, after.name, lift)


async def hidden_here(
    tx: Transaction, request: Request, name: str, lift: datetime | None
) -> Message:
    """Return the answer about what may not be shown here: its name alone, and where it is seen."""
    channels = await tx.newsrooms.seeing_embargoed(request.newsroom.id)
    return wording.hidden_here(name, lift, channels, request.words, request.now)


async def _embargo_entry(request: Request, slugline: str, lift: datetime | None) -> Message:
    async with request.store.transaction() as tx:
        story = await find_story(tx, request, slugline)
        before = await _latest_entry(tx, request, story)
        if lift is None and lifts_at(before, request.now) is None:
            raise NoEmbargo(name=story.slugline)
        after = replace(before, embargoed_until=lift or request.now.astimezone(UTC))
        await keep_entry(tx, request.act, after)
        if shows(request, after):
            return wording.on_entry(after, story, request.words, request.now)
        return await hidden_here(tx, request, story.slugline, lift)


async def _latest_entry(tx: Transaction, request: Request, story: Story) -> TimelineEntry:
    """Return the entry that was written last, of those that tell of no follow-up.

    Raises:
        NoEntry: If there is none that may be shown here.
    """
    entries = shown(request, await tx.timeline.of_story(story.id, _ALL_ENTRIES))
    own = [entry for entry in entries if entry.follow_up_id is None]
    if not own:
        raise NoEntry(slugline=story.slugline)
    return max(own, key=lambda entry: entry.added_at)


def read_lift(request: Request, words: str) -> datetime:
    """Return the moment that words of time name for a lift, in UTC: "until Friday 06:00".

    A day or a longer time is lifted as it begins, a deadline as it ends.

    Raises:
        NotUnderstood: If the words are no time.
        AlreadyPassed: If it lies behind.
    """
    window = understand(request, _without_until(words)).window
    start = window.start if window.start is not None else window.end
    assert start is not None
    if start <= request.now and window.end is not None and window.start is not None:
        start = window.end if window.is_clocked else window.start
    if start <= request.now:
        raise AlreadyPassed(when=dates.window(window, request.words, request.now))
    return start.astimezone(UTC)


def split_embargo(request: Request, text: str, said: str) -> tuple[str, datetime | None]:
    """Return a text without the embargo at its end, and the embargo's lift.

    "The verdict falls, embargo until Friday 06:00"; "Dommen faller – sperrefrist fredag kl. 6".
    What is not meant as an embargo stays in the text; one that can't be understood is refused,
    for it would be shown to all.

    Args:
        request: Who asks, and when.
        text: What was typed.
        said: The words of an embargo that were given by themselves; may be empty.

    Raises:
        NotUnderstood: If an embargo is meant, and its time is none.
        AlreadyPassed: If its time lies behind.
    """
    if said:
        return text, read_lift(request, said)
    tail = _TAIL.search(text)
    if tail is None or not text[: tail.start()].strip():
        return text, None
    try:
        return text[: tail.start()].rstrip(), read_lift(request, tail["until"])
    except NotUnderstood:
        if _SAYS_UNTIL.match(tail["until"]):
            raise
        return text, None


def _without_until(words: str) -> str:
    """Return words of time without the "until" in front of them."""
    return without_to(_SAYS_UNTIL.sub("", words.strip(), count=1))
