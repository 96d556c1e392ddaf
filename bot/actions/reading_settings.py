"""Understanding what somebody wants set: words into values, or a sentence about what works."""

import re
from collections.abc import Sequence
from datetime import date, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import process

from bot.actions.request import Request
from bot.actions.understanding import understand
from bot.domain.calendar import has_listed_holidays
from bot.domain.digest_time import EVERY_DAY, DigestTime
from bot.domain.language import Language, translatable
from bot.domain.newsroom import QuietHours
from bot.domain.working_hours import MONDAY_TO_FRIDAY, USUAL, WorkingHours
from bot.errors import BotError
from bot.wording.countries import code_of

LONGEST_NAME = 80
MOST_DAYS_OFF = 100
MOST_QUIET_DAYS = 365
ON = frozenset({"on", "yes", "true", "på", "ja", "påslått"})
OFF = frozenset({"off", "none", "no", "av", "ingen", "nei", "ikke", "aldri", "never", "inga"})

_HOUR = r"(?:kl\.?\s*|at\s+)?(\d{1,2})(?:[:.](\d{2}))?"
_SPAN = re.compile(rf"(?:hours )?(?:from |fra |frå )?{_HOUR}\s*(?:-|–|to|til)\s*{_HOUR}")
_AT = re.compile(rf"{_HOUR}(?=\s|,|$)")
_THROUGH = re.compile(  # "to" is Thursday as well, after anything but an English weekday
    r"\s*[-–]\s*|\s+til\s+|(?<=mon|tue|wed|thu|fri|sat|sun|day)\s+to\s+"
)
_UNLESS_EMPTY = re.compile(
    r",?\s*(unless empty|not if empty|if any|med mindre tom|ikke tom|ikkje tom|hvis noe|om noko)$"
)
_LANGUAGES = {
    "bokmål": Language.NB,
    "norsk": Language.NB,
    "no": Language.NB,
    "norwegian": Language.NB,
    "nynorsk": Language.NN,
    "english": Language.EN,
    "engelsk": Language.EN,
}
_WEEKDAYS = (
    ("monday", "mandag", "måndag"),
    ("tuesday", "tirsdag", "tysdag"),
    ("wednesday", "onsdag"),
    ("thursday", "torsdag"),
    ("friday", "fredag"),
    ("saturday", "lørdag", "laurdag"),
    ("sunday", "søndag", "sundag"),
)
_USUAL = frozenset({"default", "usual", "standard", "vanlig", "vanleg"})
_WHOLE_WEEKS = {
    "daily": EVERY_DAY,
    "every day": EVERY_DAY,
    "hver dag": EVERY_DAY,
    "all days": EVERY_DAY,
    "alle dager": EVERY_DAY,
    "alle dagar": EVERY_DAY,
    "kvar dag": EVERY_DAY,
    "daglig": EVERY_DAY,
    "weekdays": MONDAY_TO_FRIDAY,
    "hverdager": MONDAY_TO_FRIDAY,
    "kvardagar": MONDAY_TO_FRIDAY,
}
_CLOSE_ENOUGH = 85
_ADD_OR_REMOVE = re.compile(
    r"(?P<add>add|also|legg til|også|òg|\+)\s*|(?:remove|fjern|ta bort|slett|-)\s*"
)
_DAYS = re.compile(r"(\d{1,4})(?:\s*(?:d|days?|dag|dager|dagar))?")


class BadLanguage(BotError):
    """A language Daybook doesn't speak."""

    reply = translatable(
        "I don’t speak “{words}”. Choose nb (bokmål), nn (nynorsk) or en (English)."
    )


class BadTimeZone(BotError):
    """Words that name no time zone."""

    reply = translatable("“{words}” is no time zone. Write one such as Europe/Oslo.")


class BadTimeZoneNear(BotError):
    """Words that nearly name a time zone."""

    reply = translatable("“{words}” is no time zone. Did you mean {nearest}?")


class BadQuietHours(BotError):
    """Words that are no hours to be quiet in."""

    reply = translatable("“{words}” are no quiet hours. Write them as 23:00-06:00, or off.")


class BadDigestTime(BotError):
    """Words that are no time for a digest."""

    reply = translatable(
        "“{words}” is no time for a digest. Write it as 07:00 mon-fri, 07:00 mon-fri unless empty,"
        " or off."
    )


class BadSwitch(BotError):
    """Words that are neither on nor off."""

    reply = translatable("“{words}” is neither on nor off. Write one of these.")


class BadWorkingHours(BotError):
    """Words that are no working hours."""

    reply = translatable(
        "“{words}” are no working hours. Write the hour of the morning’s reminders, that of the"
        " afternoon’s, and the days: 08:30-15:00 mon-fri"
    )


class BadName(BotError):
    """A name that is empty or too long."""

    reply = translatable("A newsroom’s name has 1 to {longest} characters; this one has {length}.")


class BadQuietDays(BotError):
    """No number of days after which a story could be called dormant."""

    reply = translatable(
        "“{words}” is no number of days from 1 to {most}. Try: /story set dormant 30"
    )


class BadCountry(BotError):
    """A country whose public holidays nobody has listed."""

    reply = translatable(
        "I know no public holidays of “{words}”. Write a country’s name or its two letters, such"
        " as NO, SE or GB."
    )


class TooManyDaysOff(BotError):
    """More days off than a newsroom can have."""

    reply = translatable("That makes {number} days off; {most} is the most. Name single days.")


def read_language(words: str) -> Language:
    """Return a language by its tag or name.

    Raises:
        BadLanguage: If Daybook doesn't speak it.
    """
    name = words.strip().lower()
    if name in set(Language):
        return Language(name)
    if name not in _LANGUAGES:
        raise BadLanguage(words=words[:60])
    return _LANGUAGES[name]


def read_zone(words: str) -> ZoneInfo:
    """Return an IANA time zone by its name, however it is capitalised.

    Raises:
        BadTimeZone: If there is none of that name.
        BadTimeZoneNear: If there is none, but one of nearly that name.
    """
    name = "_".join(words.split()).lower()
    zones = _zones()
    if name in zones:
        return ZoneInfo(zones[name])
    cities = {key.rpartition("/")[2]: key for key in sorted(zones, reverse=True)}
    nearest = process.extractOne(name.rpartition("/")[2], cities.keys(), score_cutoff=_CLOSE_ENOUGH)
    if nearest is None:
        raise BadTimeZone(words=words[:60])
    raise BadTimeZoneNear(words=words[:60], nearest=zones[cities[nearest[0]]])


def read_quiet_hours(words: str) -> QuietHours | None:
    """Return quiet hours (``23:00-06:00``, ``23-6``), or None for ``off``.

    Raises:
        BadQuietHours: If the words are none of this.
    """
    text = words.strip().lower()
    if text in OFF:
        return None
    span = _SPAN.fullmatch(text)
    try:
        if span is None:
            raise BadQuietHours(words=words[:60])
        return QuietHours(_time(span[1], span[2]), _time(span[3], span[4]))
    except ValueError:
        raise BadQuietHours(words=words[:60]) from None


def read_digest_time(words: str) -> DigestTime | None:
    """Return a digest's time (``07:00 mon-fri unless empty``), or None for ``off``.

    Without weekdays it comes every day.

    Raises:
        BadDigestTime: If the words are none of this.
    """
    text = " ".join(words.lower().split())
    if text in OFF:
        return None
    days = _UNLESS_EMPTY.sub("", text)
    at = _AT.match(days)
    try:
        if at is None:
            raise BadDigestTime(words=words[:60])
        weekdays = _weekdays(days[at.end() :].strip(" ,"))
        return DigestTime(_time(at[1], at[2]), weekdays, unless_empty=days != text)
    except ValueError:
        raise BadDigestTime(words=words[:60]) from None


def read_switch(words: str) -> bool:
    """Return whether something is to be on: "on", "på", "off", "av".

    Raises:
        BadSwitch: If the words are neither.
    """
    text = words.strip().lower()
    if text not in ON | OFF:
        raise BadSwitch(words=words[:60])
    return text in ON


def read_working_hours(words: str) -> WorkingHours:
    """Return working hours (``08:30-15:00 mon-fri``); without weekdays they are Monday to Friday.

    Raises:
        BadWorkingHours: If the words are none of this.
    """
    text = " ".join(words.lower().split())
    if text in _USUAL:
        return USUAL
    span = _SPAN.match(text)
    try:
        if span is None:
            raise BadWorkingHours(words=words[:60])
        days = text[span.end() :].strip(" ,")
        weekdays = _weekdays(days) if days else MONDAY_TO_FRIDAY
        return WorkingHours(weekdays, _time(span[1], span[2]), _time(span[3], span[4]))
    except ValueError:
        raise BadWorkingHours(words=words[:60]) from None


def read_name(words: str) -> str:
    """Return a newsroom's name.

    Raises:
        BadName: If it is empty or too long.
    """
    name = " ".join(words.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise BadName(longest=LONGEST_NAME, length=len(name))
    return name


def read_quiet_days(words: str) -> int:
    """Return after how many days without news a story is dormant: "14", "30 dager".

    Raises:
        BadQuietDays: If it is no number of days, or more than a year of them.
    """
    number = _DAYS.fullmatch(words.strip().lower())
    if number is None or not 0 < int(number[1]) <= MOST_QUIET_DAYS:
        raise BadQuietDays(words=words[:60], most=MOST_QUIET_DAYS)
    return int(number[1])


def read_country(words: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of a country, named by it or by its name.

    Raises:
        BadCountry: If nobody has listed its public holidays.
    """
    code = code_of(words) or words.strip().upper()
    if not has_listed_holidays(code):
        raise BadCountry(words=words[:60])
    return code


def read_days_off(request: Request, words: str, standing: Sequence[date]) -> tuple[date, ...]:
    """Return the days off that somebody wants: ``24 December, 31 December``, or none, in order.

    ``add 2 January`` and ``remove 24 December`` leave the others as they are.

    Args:
        request: What words of time are understood by.
        words: As they were typed.
        standing: The days off there are.

    Raises:
        NotUnderstood: If a part of them is no time.
        AlreadyPassed: If a part of them lies behind.
        TooManyDaysOff: If they cover months.
    """
    if words.strip().lower() in OFF:
        return ()
    verb = _ADD_OR_REMOVE.match(words.strip().lower())
    named: set[date] = set()
    for phrase in re.split(r"[,;]", words.strip()[verb.end() :] if verb else words):
        named |= _days_of(request, phrase)
    if verb is None:
        return tuple(sorted(named))
    return tuple(sorted({*standing} | named if verb["add"] else {*standing} - named))


def _days_of(request: Request, phrase: str) -> set[date]:
    window = understand(request, phrase).window
    start, end = window.start or window.end, window.end or window.start
    assert start is not None
    assert end is not None
    number = max(1, (end - start).days)
    if number > MOST_DAYS_OFF:
        raise TooManyDaysOff(number=number, most=MOST_DAYS_OFF)
    return {date.fromordinal(start.date().toordinal() + later) for later in range(number)}


@cache
def _zones() -> dict[str, str]:
    """Return the names of all time zones of a place, by the name in lower case."""
    return {name.lower(): name for name in available_timezones() if "/" in name or name == "UTC"}


def _time(hour: str, minute: str | None) -> time:
    """Return a wall time; 24 is midnight.

    Raises:
        ValueError: If no clock shows it.
    """
    return time(0 if (hour, minute or "00") == ("24", "00") else int(hour), int(minute or 0))


def _weekdays(words: str) -> frozenset[int]:
    """Return the weekdays of ``mon-fri``, ``mandag, onsdag``, ``weekdays``; all of them for "".

    Raises:
        ValueError: If a word is none.
    """
    if not words:
        return EVERY_DAY
    if words in _WHOLE_WEEKS:
        return _WHOLE_WEEKS[words]
    found: set[int] = set()
    for part in re.split(r"[,\s]+", _THROUGH.sub("-", words)):
        if part in {"and", "og"}:
            continue
        first, dash, last = part.partition("-")
        begin = _weekday(first)
        length = (_weekday(last) - begin) % 7 if dash else 0
        found |= {(begin + step) % 7 for step in range(length + 1)}
    return frozenset(found)


def _weekday(word: str) -> int:
    bare = word.rstrip(".")
    found = [
        number
        for number, names in enumerate(_WEEKDAYS)
        if any(name.startswith(bare) for name in names)
    ]
    if len(bare) < 2 or len(found) != 1:
        raise ValueError(f"{word!r} is no weekday")
    return found[0]
