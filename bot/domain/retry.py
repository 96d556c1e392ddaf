"""How long to wait before a delivery is tried again."""

from datetime import timedelta

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=5)
MOST_ATTEMPTS = 200  # at the longest wait, well over half a day of a platform being down


def wait_after(attempts: int, asked: float | None) -> timedelta:
    """Return how long to wait after so many attempts: doubling, or what the platform asked for.

    Args:
        attempts: How often it has been tried, from 1.
        asked: Seconds the platform asks to wait; None where it says nothing.
    """
    if asked is not None:
        return timedelta(seconds=asked)
    return min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(attempts - 1, 10))


def is_hopeless(attempts: int) -> bool:
    """Whether it has been tried often enough to give up."""
    return attempts >= MOST_ATTEMPTS
