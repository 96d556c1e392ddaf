"""When a follow-up speaks up: the plan, as data and a pure function."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.follow_up import ReminderKind


class ReminderState(StrEnum):
    """What has become of a planned reminder."""

    PLANNED = "planned"
    QUEUED = "queued"  # its deliveries stand
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One planned alert of a follow-up.

    Unique by follow-up, kind and time: planning again never repeats one that was queued.

    Attributes:
        due_at: Aware time in UTC.
    """

    id: UUID
    newsroom_id: UUID
    follow_up_id: UUID
    kind: ReminderKind
    due_at: datetime
    state: ReminderState = ReminderState.PLANNED
