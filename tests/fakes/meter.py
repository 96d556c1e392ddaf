"""A meter that remembers what it was told."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.counted import Counted


@dataclass
class FakeMeter:
    """Implements ``bot.ports.Meter``.

    Attributes:
        counted: How many there were of each, a reason behind a colon.
        delays: How late each notice was.
    """

    counted: Counter[str] = field(default_factory=Counter)
    delays: list[timedelta] = field(default_factory=list)

    def count(self, what: Counted, number: int = 1, reason: str = "") -> None:
        self.counted[f"{what}:{reason}" if reason else what.value] += number

    def late(self, delay: timedelta) -> None:
        self.delays.append(delay)
