"""How a running Daybook is, at a glance."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.channel_queue import Backlog

STALE = 120.0
"""Seconds without a look at what is due after which something is wrong."""


@dataclass(frozen=True, slots=True)
class Health:
    """How one process is.

    Attributes:
        now: When this was so, aware, in UTC.
        backlog: What waits; None where the database can't be reached.
        tick_age: Seconds since the process last looked for what is due; None where that is not
            what it does.
        platforms: Whether each platform it speaks on is connected.
    """

    now: datetime
    backlog: Backlog | None
    tick_age: float | None
    platforms: Mapping[str, bool]

    @property
    def is_well(self) -> bool:
        """Whether it does all that it is there for."""
        ticks = self.tick_age is None or self.tick_age < STALE
        return self.backlog is not None and ticks and all(self.platforms.values())

    @property
    def oldest_late(self) -> float:
        """How late the latest notice is, in seconds; 0 where none is."""
        since = self.backlog.late_since if self.backlog else None
        return 0.0 if since is None else (self.now - since).total_seconds()

    def as_json(self) -> dict[str, Any]:
        """Return it in words that monitors can read: ``status`` is ``ok`` or ``unwell``."""
        backlog = self.backlog
        return {
            "status": "ok" if self.is_well else "unwell",
            "database": "ok" if backlog else "unreachable",
            "last_tick_seconds_ago": self.tick_age,
            "pending": backlog.pending if backlog else None,
            "late": backlog.late if backlog else None,
            "given_up": backlog.given_up if backlog else None,
            "oldest_late_seconds": self.oldest_late if backlog else None,
            "platforms": {
                name: "connected" if connected else "away"
                for name, connected in sorted(self.platforms.items())
            },
        }
