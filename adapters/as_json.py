"""What was read out of text, as JSON with the core's own field names."""

from datetime import datetime
from typing import Any

from bot.domain.evidence import Evidence
from bot.domain.reading import ProposedEntry, ProposedFollowUp, Reading
from bot.domain.window import EventWindow
from bot.reading import UnderstoodWindow


def window(span: EventWindow | None) -> dict[str, Any] | None:
    """Return a window: its sides as ISO 8601 with offset, None where they are open."""
    if span is None:
        return None
    return {
        "start": _moment(span.start),
        "end": _moment(span.end),
        "precision": str(span.precision),
        "approximate": span.approximate,
    }


def understood(span: UnderstoodWindow) -> dict[str, Any]:
    """Return what a phrase meant, and how much of the text it was."""
    return {
        **(window(span) or {}),
        "length": span.length,
        "ambiguous": span.ambiguous,
        "other": window(span.other),
        "rrule": span.rrule,
        "timex_type": span.timex_type,
        "timex_value": span.timex_value,
    }


def reading(read: Reading) -> dict[str, Any]:
    """Return all that an article proposes."""
    return {
        "language": str(read.language),
        "published": read.published.isoformat(),
        "headline": read.headline,
        "follow_ups": [
            {**_proposal(one), "occurrence": str(one.occurrence)} for one in read.follow_ups
        ],
        "timeline": [_proposal(one) for one in read.timeline],
    }


def _proposal(one: ProposedFollowUp | ProposedEntry) -> dict[str, Any]:
    return {
        "title": one.title,
        "window": window(one.window),
        "evidence": [_evidence(piece) for piece in one.evidence],
    }


def _evidence(piece: Evidence) -> dict[str, Any]:
    return {
        "sentence": piece.sentence,
        "start": piece.start,
        "end": piece.end,
        "phrase": piece.phrase,
        "window": window(piece.window),
    }


def _moment(side: datetime | None) -> str | None:
    return side.isoformat() if side else None
