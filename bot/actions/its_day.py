"""Hours that are said of a follow-up without its day, which goes without saying."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.actions.request import Request
from bot.domain.window import EventWindow, Precision

_ONE_MINUTE = timedelta(minutes=1)
_ONE_DAY = timedelta(days=1)
_HOUR = r"\d{1,2}(?:[:.]\d{2})?"
_HOUR_ALONE = re.compile(  # "10.12" might be a day, and so is none
    r"(?:(?:ca\.?|cirka|rundt|omtrent|omkring|kring|around|about)\s+)?"
    rf"(?:(?:kl\.?|klokk[ae]n?|at)\s*{_HOUR}|\d{{1,2}}:\d{{2}}|\d{{1,2}}(?=\s*[ap]\.?m))"
    rf"(?:\s*[-–]\s*{_HOUR})?(?:\s*[ap]\.?m\.?)?",
    re.IGNORECASE,
)


def names_an_hour_alone(text: str) -> bool:
    """Whether words of time name an hour and no day: "kl. 11", "ca. kl. 11", "14:00-16:00"."""
    return _HOUR_ALONE.fullmatch(text.strip()) is not None


def as_if_before_its_day(request: Request, text: str, window: EventWindow | None) -> Request:
    """Return a request as if asked right before the day of a follow-up that is to come.

    So "kl. 11" said of Friday's meeting is Friday at 11. It is as it was where the words name a
    day themselves, or the follow-up has not just one, or that is not ahead.
    """
    day = _only_day(request, window)
    if day is None or day <= request.now.date() or not names_an_hour_alone(text):
        return request
    return replace(request, now=_midnight(request, day) - _ONE_MINUTE)


def as_if_after_its_day(request: Request, text: str, window: EventWindow | None) -> Request:
    """Return a request as if asked as the day of a follow-up that has been ends."""
    day = _only_day(request, window)
    if day is None or day >= request.now.date() or not names_an_hour_alone(text):
        return request
    return replace(request, now=_midnight(request, day + _ONE_DAY) - _ONE_MINUTE)


def _only_day(request: Request, window: EventWindow | None) -> date | None:
    """Return the day on which all of a window lies, by the asker's calendar; None for several."""
    if window is None or window.start is None or window.end is None:
        return None
    seen = window.seen_from(request.channel.zone)
    assert seen.start is not None
    assert seen.end is not None
    first, last = seen.start.date(), (seen.end - _ONE_MINUTE).date()
    return first if first == last and window.precision is not Precision.DEADLINE else None


def _midnight(request: Request, day: date) -> datetime:
    return datetime.combine(day, time(), request.now.tzinfo)


def at_its_hour(before: EventWindow | None, after: EventWindow | None) -> EventWindow | None:
    """Return the hour that a follow-up had, on the whole day to which it has been moved.

    None where it had no hour, or has not just a day now.
    """
    if before is None or after is None or after.precision is not Precision.DAY:
        return None
    if before.start is None or before.end is None or after.start is None:
        return None
    if before.precision not in {Precision.MINUTE, Precision.RANGE} or not before.is_clocked:
        return None
    later = after.start.date() - before.start.date()
    return replace(before, start=before.start + later, end=before.end + later)
