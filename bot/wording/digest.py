"""How a digest is said: what an editor reads first thing in the morning."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.digest import Digest, Listed, QuietStory
from bot.domain.follow_up import FollowUp, FollowUpState
from bot.domain.message import Button, Item, Message, Section, Tone
from bot.domain.occurrence import Occurrence
from bot.domain.policy import PolicyRow, row_of
from bot.domain.window import EventWindow, Precision, require_zone
from bot.wording import dates, follow_ups
from bot.wording.words import Words

MOST_WITH_BUTTONS = 5
MOST_QUIET = 5
MOST_CLASHES = 4

ROOM = 34
"""Lines of a digest that every platform shows whole; one with buttons takes the room of three."""

MOST_OVERDUE = 6
MOST_ON_A_DAY = 16
LEAST = 2
"""Lines that are shown of each list of a digest that is too long, a count of the rest included."""

OVERDUE = "digest overdue"
UNDATED = "digest undated"


@dataclass(frozen=True, slots=True)
class _Part:
    """One list of a digest.

    Attributes:
        most: How many lines of it are shown at the most where a digest is too long.
        whole: The command that shows all of it; empty where none is needed.
    """

    section: Section
    most: int = ROOM
    whole: str = ""


def digest(made: Digest, where: str, words: Words, now: datetime) -> Message:
    """Return a digest; where there is nothing in it, that line and what comes next.

    One that is too long shows of each list what comes first, how much more there is, and below a
    button for all of it.

    Args:
        made: What it says.
        where: Whose it is: a channel's name, or the newsroom's where the channel follows nothing.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """
    title = words.say("{where}: {day}", where=where, day=dates.day(made.today, words, made.today))
    parts = [part for part in _parts(made, words, now) if part.section.items]
    shown = _within_room(parts, words)
    cut = [part for part, section in zip(parts, shown, strict=True) if part.section != section]
    return Message(
        title=title,
        text=_nothing(made, words) or clashes(made, words),
        tone=_tone(made),
        sections=tuple(shown),
        buttons=_all_of(cut, words),
        language=words.language,
    )


def part(made: Digest, where: str, named: str, words: Words, now: datetime) -> Message:
    """Return a part of a digest, however long it is.

    Args:
        made: That part.
        where: Whose it is: a channel's name, or the newsroom's where the channel follows nothing.
        named: What was asked for; as the title says it.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """
    sections = [part.section for part in _parts(made, words, now) if part.section.items]
    return Message(
        title=f"{where}: {named}",
        text=clashes(made, words) if sections else words.say("Nothing."),
        tone=_tone(made),
        sections=tuple(sections),
        language=words.language,
    )


def _tone(made: Digest) -> Tone:
    return Tone.WARNING if made.overdue or made.clashes else Tone.PLAIN


def brought_up(
    message: Message,
    changed: Mapping[str, tuple[FollowUp, FollowUp]],
    hidden: Mapping[str, FollowUp],
    words: Words,
    now: datetime,
) -> Message:
    """Return a digest as it was posted, each line with what has become of it since.

    Args:
        message: The digest as it was posted.
        changed: What has changed, by its name in the digest: as it was, and as it is.
        hidden: What has come under embargo since, by its name.
        words: The channel's language.
        now: Aware, in the channel's zone.
    """

    def line(item: Item) -> Item:
        if item.lead in hidden:
            return Item(follow_ups.embargo(hidden[item.lead], words, now), lead=item.lead)
        if item.lead in changed:
            return follow_ups.since(item, *changed[item.lead], words, now)
        return item

    sections = (replace(each, items=tuple(map(line, each.items))) for each in message.sections)
    return replace(message, sections=tuple(sections))


def _parts(made: Digest, words: Words, now: datetime) -> Iterator[_Part]:
    late = Section(words.say("Overdue"), overdue(made, words, now))
    yield _Part(late, MOST_OVERDUE, OVERDUE)
    for (day, _), section in zip(made.days, on_days(made, words, now), strict=True):
        yield _Part(section, MOST_ON_A_DAY, f"digest {day.isoformat()}")
    yield _Part(
        Section(words.say("Some time soon"), _dated(made.periods, words, now)), whole=UNDATED
    )
    yield _Part(Section(words.say("Later, and new"), _dated(made.later, words, now)), whole=UNDATED)
    yield _Part(Section(words.say("No date"), _undated(made.undated, words, now)), whole=UNDATED)
    yield _Part(Section(words.say("Gone quiet"), _quiet(made.quiet, words, now)))
    yield _Part(Section(words.say("Next"), _dated(made.following, words, now)))


def _within_room(parts: Sequence[_Part], words: Words) -> list[Section]:
    """Return all lists whole where there is room; else the first ones rather than the last."""
    shown = [part.section for part in parts]
    room = ROOM - sum(map(_size, shown))
    if room >= 0:
        return shown
    room = ROOM
    for place, part in enumerate(parts):
        others = sum(min(LEAST, len(each.section.items)) for each in parts[place + 1 :])
        shown[place] = _cut(part, room - others, words)
        room -= _size(shown[place])
    return shown


def _cut(part: _Part, room: int, words: Words) -> Section:
    """Return a list with its first lines, as many as there is room for, and how many more."""
    most = max(LEAST, min(part.most, room))
    items = part.section.items
    if not part.whole or len(items) <= most:
        return part.section
    more = len(items) - most + 1
    note = Item(_more(more, words))
    return replace(part.section, items=(*items[: most - 1], note))


def _size(section: Section) -> int:
    return sum(3 if item.buttons else 1 for item in section.items)


def _all_of(cut: Sequence[_Part], words: Words) -> tuple[Button, ...]:
    """Return a button for each list that is cut."""
    undated = words.say("Later, or without a set day")
    labels = {
        each.whole: undated if each.whole == UNDATED else each.section.heading for each in cut
    }
    return tuple(
        Button(words.say("All: {heading}", heading=label), command)
        for command, label in labels.items()
    )


def _nothing(made: Digest, words: Words) -> str:
    """Return that a digest is empty, and for which days where something lies beyond them."""
    if not made.is_empty or made.lapsed:
        return ""
    if not made.following:
        return words.say("Nothing is expected, and nothing is overdue.")
    return words.say(
        "Nothing is set for the coming {number} days, and nothing is overdue.",
        number=(made.until - made.today).days,
    )


def overdue(made: Digest, words: Words, now: datetime) -> tuple[Item, ...]:
    """Return what is overdue, with the buttons that settle it; what has lapsed in a last line."""
    asked = tuple(
        Item(
            one.follow_up.title,
            lead=one.follow_up.name,
            details=(_joined(_when(one, words, now), *_remarks(one, words, now)),),
            buttons=follow_ups.outcome_buttons(one.follow_up, words)[:3]
            if number < MOST_WITH_BUTTONS
            else (),
            shows=follow_ups.shown(one.follow_up),
        )
        for number, one in enumerate(made.overdue)
    )
    if not made.lapsed:
        return asked
    names = ", ".join(one.follow_up.name for one in made.lapsed)
    return (
        *asked,
        Item(words.say("Never answered, and asked about no more: {names}", names=names)),
    )


def on_days(made: Digest, words: Words, now: datetime) -> Iterator[Section]:
    """Yield each day with something on it."""
    for day, listed in made.days:
        heading = _day(day, made.today, words)
        yield Section(heading, tuple(_on_day(one, words, now) for one in listed))


def _on_day(one: Listed, words: Words, now: datetime) -> Item:
    """Return a line of a day: its hour, where that is known, and what it is."""
    window = one.follow_up.window
    remarks = list(_remarks(one, words, now))
    if window is None:
        return _line(one, words, remarks)
    there = dates.elsewhere(window, words, now)
    if hour := _hour(window.seen_from(require_zone(now)), words):
        return _line(one, words, [there, *remarks], hour)
    if part := dates.part_of_day(window, words):
        return _line(one, words, [part, there, *remarks])
    if window.precision is Precision.DEADLINE and window.end:
        return _line(one, words, [_deadline(window.end, words, now), there, *remarks])
    if row_of(window) is PolicyRow.DAY and window.precision is not Precision.PART_OF_DAY:
        around = words.say("around this day") if window.approximate else ""
        return _line(one, words, [around, *remarks])
    return _line(one, words, [_when(one, words, now), *remarks])


def _hour(window: EventWindow, words: Words) -> str:
    """Return a window's hour, or the hours that it takes; empty where none was named."""
    if window.start is None or window.end is None or row_of(window) is not PolicyRow.MINUTE:
        return ""
    if window.precision is Precision.MINUTE:
        said = dates.clock(window.start, words)
    else:
        said = dates.hours(window.start, window.end, words)
    return words.say("around {when}", when=said) if window.approximate else said


def _deadline(end: datetime, words: Words, now: datetime) -> str:
    """Return that a day is the last one, and at which hour it ends, where one was named."""
    if end.time() == time.min:
        return words.say("deadline")
    return words.say("deadline {clock}", clock=dates.clock(end.astimezone(now.tzinfo), words))


def _dated(listed: Sequence[Listed], words: Words, now: datetime) -> tuple[Item, ...]:
    return tuple(
        _line(one, words, [_when(one, words, now), *_remarks(one, words, now)]) for one in listed
    )


def _undated(listed: Sequence[Listed], words: Words, now: datetime) -> tuple[Item, ...]:
    return tuple(
        _line(
            one,
            words,
            [_when(one, words, now) if one.follow_up.window else "", *_remarks(one, words, now)],
        )
        for one in listed
    )


def _line(one: Listed, words: Words, remarks: Sequence[str], hour: str = "") -> Item:
    title = f"{hour} {one.follow_up.title}".strip()
    said = _joined(*remarks, words.say("new") if one.is_new else "")
    return Item(
        title,
        lead=one.follow_up.name,
        details=(said,) if said else (),
        shows=follow_ups.shown(one.follow_up),
    )


def _remarks(one: Listed, words: Words, now: datetime) -> Iterator[str]:
    """Yield what is out of the ordinary about a follow-up, and who is on it."""
    yield follow_ups.embargo(one.follow_up, words, now)
    follow_up = one.follow_up
    ordinary = follow_up.occurrence is Occurrence.HIGHLY_LIKELY
    if follow_up.state is not FollowUpState.EXPECTED or follow_up.is_lapsed(now):
        yield follow_ups.standing(follow_up, words, now)
    elif not ordinary and not follow_up.is_overdue(now):
        yield follow_ups.occurrence(follow_up.occurrence, words)
    yield ", ".join(follow_up.assignees)


def _when(one: Listed, words: Words, now: datetime) -> str:
    return follow_ups.when(one.follow_up.window, words, now)


def _day(day: date, today: date, words: Words) -> str:
    said = dates.day(day, words, today)
    if day == today:
        return words.say("Today, {day}", day=said)
    if day == today + timedelta(days=1):
        return words.say("Tomorrow, {day}", day=said)
    return said[0].upper() + said[1:]


def _quiet(stories: Sequence[QuietStory], words: Words, now: datetime) -> tuple[Item, ...]:
    return tuple(
        Item(
            words.count(
                "last news {number} day ago",
                "last news {number} days ago",
                (now.date() - one.since.astimezone(now.tzinfo).date()).days,
            ),
            lead=one.story.slugline,
        )
        for one in stories[:MOST_QUIET]
    )


def clashes(made: Digest, words: Words) -> str:
    """Return a sentence for each pair of urgent matters at the same time; of many, the first."""
    fits = len(made.clashes) <= MOST_CLASHES
    shown = made.clashes if fits else made.clashes[: MOST_CLASHES - 1]
    said = [
        words.say(
            "At the same time: {one} and {other}.",
            one=one.follow_up.name,
            other=other.follow_up.name,
        )
        for one, other in shown
    ]
    if not fits:
        said.append(_more(len(made.clashes) - len(shown), words))
    return " ".join(said)


def _more(number: int, words: Words) -> str:
    return words.count("… and {number} more", "… and {number} more", number)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
