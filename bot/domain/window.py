"""When something is expected: half-open spans of local wall time, never a false minute."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

INSTANT = timedelta(microseconds=1)
"""By so much the last moment of a span lies before its end, which it does not hold."""


class Precision(StrEnum):
    """How finely a window is known: "next week" is a week, not Monday at midnight."""

    MINUTE = "minute"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    RANGE = "range"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class EventWindow:
    """Half-open span ``[start, end)`` of local wall time in one IANA zone.

    Attributes:
        start: First moment of the window, aware, its ``tzinfo`` a ``ZoneInfo``; None where
            the beginning is open.
        end: First moment after the window, in the same zone; None where the end is open.
        precision: What kind of span the words named.
        approximate: Whether the words hedged ("rundt", "around").
    """

    start: datetime | None
    end: datetime | None
    precision: Precision
    approximate: bool = False

    def __post_init__(self) -> None:
        """Refuse what is no window.

        Raises:
            ValueError: If both sides are open, a side is naive or in no IANA zone, the two are
                in different zones, or the end is not after the start.
        """
        sides = [side for side in (self.start, self.end) if side is not None]
        if not sides:
            raise ValueError("a window needs a start or an end")
        zones = {require_zone(side).key for side in sides}
        if len(zones) > 1:
            raise ValueError(f"one window, two zones: {sorted(zones)}")
        if (
            self.start is not None
            and self.end is not None
            and self.end.astimezone(UTC) <= self.start.astimezone(UTC)
        ):
            raise ValueError(f"the window ends ({self.end}) before it has begun ({self.start})")

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the window's wall times are read."""
        side = self.start if self.start is not None else self.end
        assert side is not None
        return require_zone(side)

    @property
    def last_day(self) -> date | None:
        """The last day of which it holds something; None for an open end."""
        return None if self.end is None else (self.end - INSTANT).date()

    def is_past(self, now: datetime) -> bool:
        """Whether the whole window lies behind ``now``; an open end is never past."""
        return self.end is not None and self.end.astimezone(UTC) <= now.astimezone(UTC)

    def is_open(self, now: datetime) -> bool:
        """Whether ``now`` lies inside the window."""
        begun = self.start is None or self.start.astimezone(UTC) <= now.astimezone(UTC)
        return begun and not self.is_past(now)

    @property
    def is_clocked(self) -> bool:
        """Whether hours were named ("at 14", "2–4 pm", "by noon"), not days or a part of one."""
        match self.precision:
            case Precision.MINUTE:
                return True
            case Precision.DEADLINE:
                return self.end is not None and not _is_midnight(self.end)
            case Precision.RANGE:
                return not all(map(_is_midnight, filter(None, (self.start, self.end))))
            case _:
                return False

    def seen_from(self, zone: ZoneInfo) -> Self:
        """Return the window by the clocks of a zone; days, and parts of one, are the same there."""
        if zone is self.zone or not self.is_clocked:
            return self
        return self._sided(lambda side: side.astimezone(zone))

    def on_days_of(self, zone: ZoneInfo) -> Self:
        """Return the window with its wall times read in another zone: the same days there."""
        return self._sided(lambda side: side.replace(tzinfo=zone))

    def _sided(self, change: Callable[[datetime], datetime]) -> Self:
        return replace(
            self,
            start=None if self.start is None else change(self.start),
            end=None if self.end is None else change(self.end),
        )

    def code(self) -> str:
        """Return the window as a button can carry it: ``@2025-12-02T14:00//range``."""
        sides = "/".join(
            f"{side:%Y-%m-%dT%H:%M}" if side else "" for side in (self.start, self.end)
        )
        return f"@{sides}/{self.precision}{'~' if self.approximate else ''}"

    def approximately(self) -> Self:
        """Return the same window, hedged."""
        return replace(self, approximate=True)


def today(now: datetime) -> EventWindow:
    """Return the day of a moment, in the moment's zone."""
    start = now.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    return EventWindow(start, start + timedelta(days=1), Precision.DAY)


def window_from_code(code: str, zone: ZoneInfo) -> EventWindow:
    """Return the window that ``EventWindow.code`` wrote.

    Args:
        code: What a button carried.
        zone: Where its wall times are read.

    Raises:
        ValueError: If it is no such code.
    """
    start, end, precision = code.removeprefix("@").split("/")
    return EventWindow(
        _side_from_code(start, zone),
        _side_from_code(end, zone),
        Precision(precision.removesuffix("~")),
        precision.endswith("~"),
    )


def _is_midnight(moment: datetime) -> bool:
    return (moment.hour, moment.minute) == (0, 0)


def _side_from_code(text: str, zone: ZoneInfo) -> datetime | None:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M").replace(tzinfo=zone) if text else None


def require_zone(moment: datetime) -> ZoneInfo:
    """Return the IANA zone of an aware time.

    Raises:
        ValueError: If the time is naive, or its zone is a bare offset.
    """
    if not isinstance(moment.tzinfo, ZoneInfo):
        raise ValueError(f"{moment!r} is not in an IANA time zone")
    return moment.tzinfo
