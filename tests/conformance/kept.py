"""What a database holds in the end, without what differs from one run to the next."""

import sqlite3
from pathlib import Path
from typing import Any

Rows = list[tuple[Any, ...]]

KEPT = {
    "story": "SELECT slugline, headline, opened_at, urgency, desk, tags, status, last_number"
    " FROM story ORDER BY slugline",
    "follow-up": "SELECT slugline, number, title, window, created_at, occurrence, state, was,"
    " note, evidence, source, snooze, version"
    " FROM follow_up JOIN story ON story.id = story_id ORDER BY slugline, number",
    "timeline": "SELECT slugline, title, window, added_at, evidence, source"
    " FROM timeline_entry JOIN story ON story.id = story_id ORDER BY slugline, happened_at, title",
    "subscription": "SELECT target_kind, target_value, notices, leads FROM subscription"
    " ORDER BY target_kind, target_value, notices",
    "watch": "SELECT slugline, feed, terms, made_at FROM watch"
    " JOIN story ON story.id = story_id ORDER BY terms",
    "alert": "SELECT promised_at, due_at, state, attempts, reason FROM alert",
    "reminder": "SELECT number, title, kind, due_at, made_at, reminder.state"
    " FROM reminder JOIN follow_up ON follow_up.id = follow_up_id ORDER BY due_at, title, kind",
    "delivery": "SELECT number, title, kind, planned_at, promised_at, due_at, delivery.state,"
    " attempts, shown_version, reason"
    " FROM delivery JOIN follow_up ON follow_up.id = follow_up_id ORDER BY planned_at, title, kind",
}


def kept_in(database: Path) -> dict[str, Rows]:
    """Return every story with all that belongs to it, each kind in an order of its own."""
    connection = sqlite3.connect(database)
    try:
        return {kind: connection.execute(query).fetchall() for kind, query in KEPT.items()}
    finally:
        connection.close()
