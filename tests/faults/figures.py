"""What a soak has seen, as a table."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields


@dataclass(slots=True)
class Figures:
    """Of one kind of soak, over all its rounds.

    Attributes:
        in_flight: Messages that stood and were not yet written down when a worker was killed,
            over all kills: what can at most be doubled.
        seconds: From the first round to the last.
    """

    what: str
    database: str
    platform: str
    rounds: int = 0
    messages: int = 0
    kills: int = 0
    in_flight: int = 0
    lost: int = 0
    doubled: int = 0
    seconds: float = 0.0


def table(rows: Sequence[Figures]) -> str:
    """Return the figures as text, a line each."""
    head = [field.name.replace("_", " ") for field in fields(Figures)]
    body = [[_shown(value) for value in astuple(row)] for row in rows]
    widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]
    lines = [
        "  ".join(
            cell.ljust(width) if column < 3 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in [head, *body]
    ]
    return "\n".join(lines)


def _shown(value: object) -> str:
    return f"{value:.0f}" if isinstance(value, float) else str(value)
