"""Newsrooms of any size, made by the database itself: a million rows in seconds."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, text

from adapters.database import migrate
from adapters.database.engines import WRITES, open_blocking_engine
from adapters.database.packing import pack_evidence, pack_window
from adapters.database.urls import read_url
from tests.builders import OSLO, a_minute, an_evidence

FAR_AHEAD = timedelta(days=400)
_NUMBER = "########"

# Ids are told by table and number, so that rows find their parents by counting.
_TABLES = ("newsroom", "workspace", "channel", "story", "follow_up", "reminder", "delivery", "sub")


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything."""

    newsrooms: int = 5
    channels: int = 500
    stories: int = 1_000
    follow_ups: int = 10_000


class Seed:
    """Fills a database, new or with less in it.

    Args:
        url: Of a database of either kind; it is migrated first.
    """

    def __init__(self, url: str) -> None:
        migrate.upgrade(url)
        self._address = read_url(url)
        self._engine = open_blocking_engine(self._address, 60).execution_options(**{WRITES: True})
        self._sqlite = self._engine.dialect.name == "sqlite"

    def newsrooms(self, size: Size, opens: datetime) -> None:
        """Make newsrooms whose follow-ups are all expected at one minute.

        Args:
            size: How many of each.
            opens: When they are expected; aware.
        """
        with self._engine.begin() as connection:
            self._make(
                connection,
                "newsroom (id, name, zone, country, language)",
                f"{self._id('newsroom', 'n')}, 'Fjordposten', 'Europe/Oslo', 'NO', 'nb'",
                size.newsrooms,
            )
            self._make(
                connection,
                "workspace (id, newsroom_id, platform, key, name)",
                f"{self._id('workspace', 'n')}, {self._id('newsroom', 'n')}, 'slack',"
                " 'T' || n, 'Slack'",
                size.newsrooms,
            )
            room = f"n % {size.newsrooms}"
            self._make(
                connection,
                "channel (id, newsroom_id, workspace_id, platform, key, name, language, zone,"
                " direct)",
                f"{self._id('channel', 'n')}, {self._id('newsroom', room)},"
                f" {self._id('workspace', room)}, 'slack', 'C' || n, 'kanal' || n, 'nb',"
                f" 'Europe/Oslo', {'0' if self._sqlite else 'false'}",
                size.channels,
            )
            self._stories(connection, size, opens)
            self._follow_ups(connection, size, opens)

    def deliveries(self, size: Size, due: datetime, *, first_id: int = 0) -> None:
        """Queue one delivery of each follow-up, all due at one moment.

        Args:
            size: How many.
            due: When; aware.
            first_id: The number of the first one's id; further ones need others.
        """
        channel = f"n % {size.channels}"
        at = self._moment(due)
        with self._engine.begin() as connection:
            self._make(
                connection,
                "delivery (id, newsroom_id, channel_id, follow_up_id, kind, planned_at,"
                " promised_at, due_at, state, attempts, shown_version, reason)",
                f"{self._id('delivery', f'n + {first_id}')},"
                f" {self._id('newsroom', f'n % {size.newsrooms}')},"
                f" {self._id('channel', channel)}, {self._id('follow_up', 'n')}, 'opens', {at},"
                f" {at}, {at}, 'pending', 0, 1, ''",
                size.follow_ups,
            )

    def reminders(self, size: Size, due: datetime, *, every: float = 0.0, first: int = 0) -> None:
        """Plan one reminder of each follow-up.

        Args:
            size: How many.
            due: When the first is due.
            every: Seconds from one to the next.
            first: The number of the first follow-up.
        """
        at = self._moment(due, f"(n - {first}) * {every}")
        with self._engine.begin() as connection:
            self._make(
                connection,
                "reminder (id, newsroom_id, follow_up_id, kind, due_at, made_at, state)",
                f"{self._id('reminder', 'n')}, {self._id('newsroom', f'n % {size.newsrooms}')},"
                f" {self._id('follow_up', 'n')}, 'opens', {at}, {self._moment(due)}, 'planned'",
                size.follow_ups,
                first,
            )

    def settle(self) -> None:
        """Let the planner know what there is."""
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))

    def sent(self) -> int:
        """Return how many deliveries stand as sent."""
        with self._engine.connect() as connection:
            sent = text("SELECT count(*) FROM delivery WHERE state = 'sent'")
            return int(connection.scalar(sent) or 0)

    def _stories(self, connection: Connection, size: Size, opens: datetime) -> None:
        room = f"n % {size.newsrooms}"
        self._make(
            connection,
            "story (id, newsroom_id, slugline, headline, opened_at, urgency, desk, tags,"
            " status, last_number)",
            f"{self._id('story', 'n')}, {self._id('newsroom', room)}, 'sak-' || n,"
            f" 'Sak ' || n, {self._moment(opens)}, 5, 'innenriks', '[]', 'active', 1000",
            size.stories,
        )
        self._make(
            connection,
            "subscription (id, newsroom_id, channel_id, target_kind, target_value)",
            f"{self._id('sub', 'n')}, {self._id('newsroom', room)},"
            f" {self._id('channel', f'n % {size.channels}')}, 'story', 'sak-' || n",
            size.stories,
        )

    def _follow_ups(self, connection: Connection, size: Size, opens: datetime) -> None:
        window = json.dumps(pack_window(a_minute(opens.astimezone(OSLO))))
        sentence = f"Partene møtes igjen neste uke, for {_NUMBER}. gang."  # no two read the same
        piece = replace(an_evidence(), sentence=sentence, start=0, end=len(sentence))
        evidence = json.dumps(pack_evidence([piece]), ensure_ascii=False)
        digits = "printf('%08d', n)" if self._sqlite else "lpad(n::text, 8, '0')"
        numbered = f"replace('{evidence}', '{_NUMBER}', {digits})"
        end = opens + timedelta(minutes=1)
        self._make(
            connection,
            'follow_up (id, newsroom_id, story_id, number, title, "window", starts_at, ends_at,'
            " created_at, occurrence, state, note, assignees, evidence, source, version)",
            f"{self._id('follow_up', 'n')}, {self._id('newsroom', f'n % {size.newsrooms}')},"
            f" {self._id('story', f'n % {size.stories}')}, n / {size.stories} + 1,"
            f" 'Partene møtes igjen, runde ' || n, '{window}', {self._moment(opens)},"
            f" {self._moment(end)}, {self._moment(opens - FAR_AHEAD)}, 'eos4', 'expected', '',"
            f" '[]', {numbered if self._sqlite else f'{numbered}::jsonb'},"
            " 'https://example.org/sak', 1",
            size.follow_ups,
        )

    def _make(
        self, connection: Connection, into: str, values: str, number: int, first: int = 0
    ) -> None:
        last = first + number - 1
        if self._sqlite:
            counted = (
                f"WITH RECURSIVE c(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM c"
                f" WHERE n < {last}) SELECT {values} FROM c"
            )
        else:
            counted = f"SELECT {values} FROM generate_series({first}, {last}) AS c(n)"
        connection.exec_driver_sql(f"INSERT INTO {into} {counted}".replace("%", self._percent))

    @property
    def _percent(self) -> str:
        return "%" if self._sqlite else "%%"

    def _id(self, table: str, number: str) -> str:
        """Return the SQL of a row's id; a message's name is its first 25 characters."""
        suffix = f"{_TABLES.index(table) + 1:016x}"
        if self._sqlite:
            return f"printf('%016x', {number}) || '{suffix}'"
        return f"(lpad(to_hex({number}), 16, '0') || '{suffix}')::uuid"

    def _moment(self, at: datetime, seconds: str = "0") -> str:
        """Return the SQL of a moment, and so many seconds after it."""
        utc = at.astimezone(UTC)
        if not self._sqlite:
            return f"'{utc.isoformat()}'::timestamptz + make_interval(secs => {seconds})"
        if seconds == "0":
            return f"'{utc:%Y-%m-%d %H:%M:%S.%f}'"
        moment = f"julianday('{utc:%Y-%m-%d %H:%M:%S.%f}') + ({seconds}) / 86400.0"
        return f"strftime('%Y-%m-%d %H:%M:%f', {moment}) || '000'"
