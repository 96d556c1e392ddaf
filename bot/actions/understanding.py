"""Understanding the words of time that somebody typed into a command."""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.actions.request import Request
from bot.domain.language import Language, translatable
from bot.domain.window import EventWindow, Precision, window_from_code
from bot.errors import BotError, NotUnderstood
from bot.reading import find_time_expressions, parse_when
from bot.wording import dates

LONGEST_PHRASE = 300
_ONE_MINUTE = timedelta(minutes=1)
_MORNING = timedelta(hours=8, minutes=30)
_SHORT_SPAN = re.compile(r"(?P<number>\d{1,3})\s?(?P<unit>[a-zæøå]{1,6})\.?", re.IGNORECASE)
_UNITS = {
    "m": timedelta(minutes=1),
    "min": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "t": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
    "u": timedelta(weeks=1),
}
_FOR = re.compile(r"(?:i|for)\s+", re.IGNORECASE)
_BARE_HOUR = re.compile(r"(?<![\d:.])(\d{1,2})$")
_IT_HAPPENED = {
    Language.EN: "It happened ",
    Language.NB: "Det skjedde ",
    Language.NN: "Det hende ",
}
_TO = ("til ", "till ", "to ", "until ", "på ")


class AlreadyPassed(BotError):
    """A time to come that lies behind."""

    reply = translatable("{when} has passed. Try a later time, such as “tomorrow 09:00”.")


class NotYet(BotError):
    """A fact in a time that has not come."""

    reply = translatable("{when} has not come yet. Say when it was, such as “yesterday”.")


@dataclass(frozen=True, slots=True)
class Understood:
    """What words of time meant.

    Attributes:
        other: What else they may have meant.
        rrule: The rule (RFC 5545) of what comes again and again; the window is the first of it.
            None for what comes once.
    """

    window: EventWindow
    other: EventWindow | None = None
    rrule: str | None = None


def understand(request: Request, text: str) -> Understood:
    """Return what a whole phrase means, of what is to come.

    Args:
        request: Whose moment, zone, country and language the words are read in.
        text: A phrase ("neste uke"), or what a button carried.

    Raises:
        NotUnderstood: If it is no time, or something is left over; it names the words.
        AlreadyPassed: If all of it lies behind.
    """
    understood = _to_come(request, text)
    other = understood.other
    return replace(
        understood,
        window=kept_window(request, understood.window),
        other=None if other is None else kept_window(request, other),
    )


def kept_window(request: Request, window: EventWindow) -> EventWindow:
    """Return a window as it is kept: hours by the clock they were typed by, days as the newsroom's.

    A day that is over already in the newsroom's zone, or has not begun there, stays a day of the
    channel's: "today" is true of the moment at which it is typed.

    Args:
        request: Where it was typed.
        window: In the channel's zone.
    """
    if window.is_clocked or window.precision is Precision.PART_OF_DAY:
        return window
    zone, now = request.newsroom.zone, request.now
    kept = window.on_days_of(zone)
    if window.start is not None and abs(window.start - now) < _ONE_MINUTE:
        kept = replace(kept, start=window.start.astimezone(zone))  # "by Friday": from now on
    same = (kept.is_open(now), kept.is_past(now)) == (window.is_open(now), window.is_past(now))
    return kept if same else window


def understand_past(request: Request, text: str) -> EventWindow:
    """Return what a whole phrase means of what has been: "15 October" is the latest one.

    Raises:
        NotUnderstood: If it is no time, or something is left over; it names the words.
    """
    text = text.strip()
    if not text.startswith("@"):
        for language in _languages(request):
            if window := _looking_back(request, text[:LONGEST_PHRASE], language):
                return kept_window(request, window)
    return kept_window(request, _read(request, text).window)


def require_begun(request: Request, window: EventWindow) -> None:
    """Refuse as a fact what lies ahead.

    Raises:
        NotYet: If the window has not begun.
    """
    if window.start is not None and window.start > request.now:
        raise NotYet(when=dates.window(window, request.words, request.now))


def _looking_back(request: Request, text: str, language: Language) -> EventWindow | None:
    """Return what a phrase means behind a verb in the past; None if it is not all of one."""
    said = _IT_HAPPENED[language]
    found = find_time_expressions(
        said + text, now=request.now, language=language, country=request.newsroom.country
    )
    for one in found:
        if one.start == len(said) and one.end == len(said) + len(text.rstrip(" .,:;!")):
            return one.window
    return None


def head_of(request: Request, text: str) -> int:
    """Return how many characters at the head of a text are words of time; 0 for none."""
    for language in _languages(request):
        try:
            return parse_when(
                text[:LONGEST_PHRASE],
                now=request.now,
                language=language,
                country=request.newsroom.country,
            ).length
        except NotUnderstood:
            continue
    return 0


def understand_snooze(request: Request, text: str) -> datetime:
    """Return until when to be quiet: ``2h``, ``to timer``, ``til mandag``, ``until friday 9``.

    Days are calendar days to the same hour; a day by name means 08:30 of it.

    Raises:
        NotUnderstood: If it is no time.
        AlreadyPassed: If it lies behind, or is now.
    """
    until = _after_a_span(request, text.strip()) or _when_named(request, text.strip())
    if until <= request.now.astimezone(UTC):
        local = until.astimezone(request.now.tzinfo)
        raise AlreadyPassed(when=dates.day_and_clock(local, request.words, request.now.date()))
    return until


def _after_a_span(request: Request, text: str) -> datetime | None:
    """Return the end of a length of time from now; None where the words are no such length."""
    short = _SHORT_SPAN.fullmatch(text)
    unit = _UNITS.get(short["unit"].lower()) if short else None
    if short is None or unit is None:
        return None
    span = int(short["number"]) * unit
    if unit >= timedelta(days=1):
        return (request.now + span).astimezone(UTC)  # wall time: the same hour
    return request.now.astimezone(UTC) + span


def _when_named(request: Request, text: str) -> datetime:
    window = _snoozed_to(request, text)
    start = window.start or window.end
    assert start is not None
    if start <= request.now and window.end is not None:
        start = window.end
    if (start.hour, start.minute) == (0, 0):
        start += _MORNING
    return start.astimezone(UTC)


def _snoozed_to(request: Request, text: str) -> EventWindow:
    """Return the time that snoozes are said with: "two hours", "friday 9", or any other.

    Raises:
        NotUnderstood: If it is no time; it names the words as they were typed.
        AlreadyPassed: If it lies behind.
    """
    named, span = without_to(text), _FOR.sub("", text, count=1)
    try:
        return _to_come(request, named).window
    except NotUnderstood as problem:
        for guess in (_BARE_HOUR.sub(r"\1:00", named), f"om {span}", f"in {span}"):
            with suppress(NotUnderstood):
                return _to_come(request, guess).window
        raise problem from None


def without_to(text: str) -> str:
    """Return the words of a new time without the "til", "to" in front of them."""
    for word in _TO:
        if text.lower().startswith(word):
            return text[len(word) :].lstrip()
    return text


def _to_come(request: Request, text: str) -> Understood:
    """Return what a phrase means by the channel's clock and days.

    Raises:
        NotUnderstood: If it is no time, or something is left over.
        AlreadyPassed: If all of it lies behind.
    """
    understood = _read(request, text.strip())
    if understood.window.is_past(request.now):
        raise AlreadyPassed(when=dates.window(understood.window, request.words, request.now))
    return understood


def _read(request: Request, text: str) -> Understood:
    if text.startswith("@"):
        try:
            return Understood(window_from_code(text, request.channel.zone))
        except ValueError:
            raise NotUnderstood(words=text[:60]) from None
    problems = []
    for language in _languages(request):
        try:
            return _read_in(request, text, language)
        except NotUnderstood as problem:
            problems.append(problem)
    raise problems[0]


def _read_in(request: Request, text: str, language: Language) -> Understood:
    """Read a phrase in one language, all of it.

    Raises:
        NotUnderstood: If anything of it is no time.
    """
    read = parse_when(
        text[:LONGEST_PHRASE],
        now=request.now,
        language=language,
        country=request.newsroom.country,
    )
    left = text[read.length :].strip(" .,:;!")
    if left:
        raise NotUnderstood(words=left[:60])
    window = EventWindow(read.start, read.end, read.precision, read.approximate)
    return Understood(window, read.other, rrule=read.rrule if read.start else None)


def _languages(request: Request) -> tuple[Language, ...]:
    """Return the channel's language first, then the others: people mix them."""
    first = request.words.language
    return (first, *(language for language in Language if language is not first))
