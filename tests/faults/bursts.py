"""Bursts: databases with many deliveries due at once, made once and copied for each round."""

import shutil
import sqlite3
from datetime import timedelta
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

from adapters.clock import SystemClock
from bot.domain.newsroom import Platform
from tests.bench.seeding import Seed, Size
from tests.databases import new_postgresql_database

CHANNELS = 40
WORKSPACES = 4
_DISCORD_KEYS = 3_000_000_000_000_000_000

_numbers = count(1)


def slack_key(number: int) -> str:
    """Return the key of the channel of this number in Slack."""
    return f"C{number}"


def discord_key(number: int) -> str:
    """Return the key of the channel of this number in Discord."""
    return str(_DISCORD_KEYS + number)


class Bursts:
    """A burst of a size for one platform in one kind of database, as often as one likes.

    Args:
        kind: ``sqlite`` or ``postgresql``.
        folder: Where files are kept.
        server_url: The PostgreSQL server, where there is one.
        platform: Where it is to be posted.
        messages: How many are due.
    """

    def __init__(
        self, kind: str, folder: Path, server_url: str, platform: Platform, messages: int
    ) -> None:
        self.kind = kind
        self._folder = folder
        self._server_url = server_url
        if kind == "sqlite":
            self._template = f"sqlite:///{folder / 'template.sqlite3'}"
        else:
            self._template = new_postgresql_database(server_url)
        seed(self._template, platform, messages)

    def another(self) -> str:
        """Return the URL of a database that holds a burst, all of it due."""
        if self.kind == "sqlite":
            path = self._folder / f"burst{next(_numbers)}.sqlite3"
            shutil.copy(self._template.removeprefix("sqlite:///"), path)
            return f"sqlite:///{path}"
        name = f"burst{next(_numbers)}"
        template = self._template.partition("/daybook")[2].partition("?")[0]
        with psycopg.connect(self._server_url, autocommit=True) as connection:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                    sql.Identifier(name), sql.Identifier(f"daybook{template}")
                )
            )
        return self._server_url.replace("/postgres?", f"/{name}?")


def seed(url: str, platform: Platform, messages: int) -> None:
    """Fill a new database with follow-ups, each with one delivery that is due."""
    size = Size(WORKSPACES, CHANNELS, 2 * CHANNELS, messages)
    due = SystemClock().now() - timedelta(seconds=5)
    seeding = Seed(url)
    seeding.newsrooms(size, due)
    seeding.deliveries(size, due)
    seeding.settle()
    if platform is Platform.DISCORD:
        key = f"CAST({_DISCORD_KEYS} + CAST(substr(key, 2) AS BIGINT) AS TEXT)"
        change(url, "UPDATE workspace SET platform = 'discord'")
        change(url, f"UPDATE channel SET platform = 'discord', key = {key}")


def change(url: str, statement: str) -> None:
    """Change something by hand, with nobody else there."""
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as file:
            file.execute(statement)
        file.close()
    else:
        with psycopg.connect(url) as connection:
            connection.execute(statement.encode())


def settled(url: str) -> int:
    """Return how many deliveries are written down as sent."""
    question = "SELECT count(*) FROM delivery WHERE state = 'sent' AND due_at IS NULL"
    if url.startswith("sqlite"):
        file = sqlite3.connect(url.removeprefix("sqlite:///"), timeout=10)
        found: int = file.execute(question).fetchone()[0]
        file.close()
        return found
    with psycopg.connect(url) as connection:
        row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return int(row[0])
