"""How long a message is held while it is tried, and to wait before it is tried again."""

from datetime import timedelta
from math import isnan
from random import Random

LEASE = timedelta(minutes=2)
"""How long a worker holds what it has claimed, before another may take it over."""

TIME_TO_SEND = timedelta(minutes=1)
"""What must be left of a lease when a message is sent: longer than any platform's client waits."""

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=5)
SHORTEST_ASKED = timedelta(seconds=1)
"""The least to wait where a platform asks for patience, though it name no time at all."""

LONGEST_ASKED = timedelta(hours=1)
MOST_ATTEMPTS = 200  # at the longest wait, well over half a day of a platform being down
MOST_DEFECTS = 5  # attempts that broke in our own hands
JITTER = 0.25
"""The share of a wait by which it may come earlier, so that many do not come back at once."""


def wait_after(attempts: int, asked: float | None, chance: Random | None = None) -> timedelta:
    """Return how long to wait after so many attempts: doubling, or what the platform asked for.

    Args:
        attempts: How often it has been tried, from 1.
        asked: Seconds the platform asks to wait; None where it says nothing. It is obeyed to the
            letter, up to an hour and from a second on, whatever number it may be.
        chance: What spreads the waits; None for none of it.
    """
    if asked is not None and not isnan(asked):
        least, most = SHORTEST_ASKED.total_seconds(), LONGEST_ASKED.total_seconds()
        return timedelta(seconds=min(most, max(least, asked)))
    doublings: int = min(max(attempts, 1) - 1, 10)
    wait = min(LONGEST_WAIT, FIRST_WAIT * (1 << doublings))
    return wait * (1 - JITTER * chance.random()) if chance else wait


def is_hopeless(attempts: int) -> bool:
    """Whether it has been tried often enough to give up."""
    return attempts >= MOST_ATTEMPTS
