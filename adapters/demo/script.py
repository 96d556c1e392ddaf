"""What people type and press in the demo, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")


@dataclass(frozen=True, slots=True)
class Says:
    """Someone types a command in a channel."""

    at: str
    channel: str
    person: str
    text: str


@dataclass(frozen=True, slots=True)
class Presses:
    """Someone presses a button of the latest message in a channel that has it."""

    at: str
    channel: str
    person: str
    command: str


Step = Says | Presses

SCRIPT: Sequence[Step] = (
    Says(
        "2025-11-26T12:00", "utenriks", "Ingrid", "new fiskeavtale Fiskeavtalen med Storbritannia"
    ),
    Presses("2025-11-26T12:00", "utenriks", "Ingrid", "subscribe fiskeavtale"),
    Says("2025-11-26T12:01", "morgenvakt", "Jonas", "subscribe everything"),
    Says("2025-11-26T12:04", "utenriks", "Ingrid", "read fiskeavtale\n{article}"),
    Presses("2025-11-26T12:05", "utenriks", "Ingrid", "keep"),
    Presses("2025-11-26T12:05", "utenriks", "Ingrid", "keep"),
    Presses("2025-11-26T12:06", "utenriks", "Ingrid", "keep all"),
    Presses("2025-12-01T08:41", "morgenvakt", "Jonas", "happened fiskeavtale#1"),
    Says(
        "2025-12-02T10:15",
        "utenriks",
        "Ingrid",
        "postpone fiskeavtale#2 til torsdag 4. desember: Flyet fra Bergen ble innstilt",
    ),
    Presses("2025-12-05T09:02", "utenriks", "Ingrid", "happened fiskeavtale#2"),
    Says("2025-12-05T09:05", "utenriks", "Ingrid", "status fiskeavtale"),
)
END = datetime(2025, 12, 5, 12, tzinfo=OSLO)


def article() -> str:
    """Return the article that is read in the demo, written for it."""
    return files("adapters.demo").joinpath("article-nb.txt").read_text(encoding="utf-8")


def moment(step: Step) -> datetime:
    """Return when a step is taken."""
    return datetime.fromisoformat(step.at).replace(tzinfo=OSLO)
