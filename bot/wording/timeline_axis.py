"""The axis of a timeline's picture: how far it reaches, and where its days are written."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

_DAY = timedelta(days=1)
_MOST_TICKS = 5
_MARGIN = 0.05  # of the axis, on either side
_MOST = 0.75  # of the things on one side of now
_FAR_OFF = 3  # times as far as most
_BESIDE_MOST = 1.2


def extent_of(
    spans: Sequence[tuple[datetime, datetime]], now: datetime
) -> tuple[datetime, datetime]:
    """Return the axis's ends, with room beside the first and the last.

    A few things far from all others would press these together, and so lie beyond the axis.

    Args:
        spans: The beginnings and ends of all that the picture shows.
        now: Aware; on every axis.
    """
    first = now - _reach([now - begin for begin, _ in spans])
    last = now + _reach([end - now for _, end in spans])
    margin = max((last - first) * _MARGIN, _DAY / 2)
    return first - margin, last + margin


def _reach(distances: Sequence[timedelta]) -> timedelta:
    """Return how far an axis goes in one direction: as far as the farthest thing, if that is near.

    Args:
        distances: How far off things are in that direction; the others' are below nought.
    """
    there = sorted(one for one in distances if one > timedelta())
    if not there:
        return timedelta()
    most = there[ceil(len(there) * _MOST) - 1]
    return most * _BESIDE_MOST if there[-1] > most * _FAR_OFF else there[-1]


def ticks_of(extent: tuple[datetime, datetime], now: datetime) -> list[datetime]:
    """Return a few midnights, of the newsroom's zone, evenly apart."""
    first = extent[0].astimezone(now.tzinfo).replace(hour=0, minute=0, second=0, microsecond=0)
    days = (extent[1] - extent[0]) // _DAY
    step = max(1, -(-days // _MOST_TICKS))
    found = [first + _DAY * n for n in range(1, days + 2, step)]
    return [tick for tick in found if tick <= extent[1]]
