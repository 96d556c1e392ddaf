"""What is counted of reminders and deliveries, for whoever watches from outside."""

from datetime import timedelta
from enum import StrEnum


class Counted(StrEnum):
    """One thing that is counted."""

    PLANNED = "planned"  # reminders put into a plan
    QUEUED = "queued"  # reminders whose time had come
    SENT = "sent"  # notices that stand in a channel
    JOINED = "joined"  # of those, the ones that share a message
    RETRIED = "retried"  # attempts that failed and are made again
    UNDELIVERABLE = "undeliverable"  # notices given up, by reason
    SKIPPED = "skipped"  # notices no longer meant, by reason
    FOUND = "found"  # notices found standing after a crash or a lost answer


class NoMeter:
    """Counts nothing; implements ``bot.ports.Meter`` where nobody watches."""

    def count(self, what: Counted, number: int = 1, reason: str = "") -> None:
        """Count nothing."""

    def late(self, delay: timedelta) -> None:
        """Note nothing."""
