"""The answers that stand in channels, and are kept true for some days."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol
from uuid import UUID

from bot.domain.answer import Answer
from bot.ports.delivery import Due


class Answers(Due[Answer], Protocol):
    """What was answered where others see it, and shows follow-ups."""

    async def keep(self, answer: Answer) -> None:
        """Keep an answer that was just given; one that is kept already is left as it is."""
        ...

    async def refresh(self, thing_ids: Collection[UUID], due_at: datetime) -> None:
        """Let what shows these follow-ups or stories be edited at a moment, or before it."""
        ...

    async def later(self, answer: Answer) -> int:
        """Return how many of those kept were given in the same channel after it."""
        ...

    async def record(self, claimed: Answer, outcome: Answer) -> None:
        """Keep what has become of a claimed one, unless it was claimed again since.

        What was changed while it was edited leaves it due.
        """
        ...

    async def forget(self, answer_id: UUID) -> None:
        """Let an answer stand as it is from now on."""
        ...
