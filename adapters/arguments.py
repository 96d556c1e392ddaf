"""What is written on the command line, as values; what can't be used is refused plainly."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from adapters.clock import RunningClock, SimulatedClock, SystemClock
from bot.domain.language import translatable
from bot.errors import BotError

YEARS = (1900, 2200)  # further off, calendars are guesswork and sums of dates overflow
FASTEST = 1_000_000  # simulated seconds in a real one: eleven days
DEFAULT_COUNTRY = "NO"
_SHOWN = 60  # characters of what was written, in a refusal


class BadMoment(BotError):
    """A moment that is none, or that no newsroom works in."""

    reply = translatable(
        "“{moment}” is no moment between {first} and {last}. Write it like this: 2025-11-26T12:00"
    )


class BadZone(BotError):
    """A time zone that is none."""

    reply = translatable("“{zone}” is no IANA time zone. Try Europe/Oslo")


class BadCountry(BotError):
    """A country that is none."""

    reply = translatable("“{country}” is no country’s code. Try NO")


class BadSpeed(BotError):
    """A simulated clock that would stand still, or run too fast."""

    reply = translatable("A clock’s speed lies above 0 and up to {fastest}. Try 3600")


def moment_of(text: str | None, zone: ZoneInfo) -> datetime:
    """Return a moment in a zone: wall time there unless it has an offset; now for None.

    Raises:
        BadMoment: If it is not written as ISO 8601, or lies outside ``YEARS``.
    """
    if text is None:
        return SystemClock().now().astimezone(zone)
    first, last = YEARS
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadMoment(moment=text[:_SHOWN], first=first, last=last) from None
    if not first <= moment.year <= last:
        raise BadMoment(moment=text[:_SHOWN], first=first, last=last)
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def zone_of(name: str) -> ZoneInfo:
    """Return the zone of this name.

    Raises:
        BadZone: If the IANA database has none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadZone(zone=name[:_SHOWN]) from None


def country_of(code: str) -> str:
    """Return a country's code in capitals.

    Raises:
        BadCountry: If ISO 3166-1 has none such.
    """
    from babel import Locale  # noqa: PLC0415  its data is read for a country that is asked for

    country = code.upper()
    known = country == DEFAULT_COUNTRY or country in Locale("en").territories
    if not known or len(country) != len(DEFAULT_COUNTRY):
        raise BadCountry(country=code[:_SHOWN])
    return country


def clock_of(start: str | None, speed: float, zone: ZoneInfo) -> RunningClock:
    """Return the real clock, or a simulated one where a start or a speed is wished for.

    Raises:
        BadMoment: If the start is no moment.
        BadSpeed: If no clock can run so.
    """
    if not 0 < speed <= FASTEST:
        raise BadSpeed(fastest=FASTEST)
    if start is None and speed == 1:
        return SystemClock()
    return SimulatedClock(moment_of(start, zone), speed)
