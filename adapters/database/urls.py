"""Reading a database URL."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from adapters.database.errors import BadDatabaseUrl, DatabaseIsFolder, NoFolder

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def read_url(text: str) -> URL:
    """Return a database URL with the driver Daybook uses.

    Args:
        text: ``sqlite:///path`` (four slashes for an absolute path) or
            ``postgresql://user:password@host/database``.

    Raises:
        BadDatabaseUrl: If it is neither; the error never shows a password.
    """
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        raise BadDatabaseUrl(url=_without_credentials(text)) from None
    driver = _DRIVERS.get(url.drivername)
    in_memory = url.database in {None, "", ":memory:"} or "mode" in url.query
    if driver is None or (is_sqlite(url) and in_memory):
        raise BadDatabaseUrl(url=shown(url))
    return url.set(drivername=driver)


def is_sqlite(url: URL) -> bool:
    """Whether it names a SQLite file."""
    return url.get_backend_name() == "sqlite"


def is_missing_file(url: URL) -> bool:
    """Whether it names a SQLite file that is not there; opening it would make an empty one."""
    return is_sqlite(url) and not Path(str(url.database)).exists()


def require_room(url: URL) -> None:
    """Refuse a SQLite file for which there is no place; PostgreSQL tells it by itself.

    Raises:
        NoFolder: If its folder is not there.
        DatabaseIsFolder: If it is one itself.
    """
    if not is_sqlite(url):
        return
    file = Path(str(url.database))
    if file.is_dir():
        example = f"sqlite:///{file / 'daybook.sqlite3'}"
        raise DatabaseIsFolder(database=shown(url), example=example)
    if not file.parent.is_dir():
        raise NoFolder(folder=file.parent, database=shown(url))


def beside(url: URL, ending: str) -> Path:
    """Return the path of a file beside a SQLite file: one, by whatever link that is called."""
    return Path(f"{Path(str(url.database)).resolve()}{ending}")


def shown(url: URL) -> str:
    """Return the URL as a person may see it: without driver, password and options."""
    return URL.create(
        url.get_backend_name(), url.username, None, url.host, url.port, url.database
    ).render_as_string()


def blocking(url: URL) -> URL:
    """Return the URL with the driver for code that does not run in an event loop."""
    return url.set(drivername="sqlite") if is_sqlite(url) else url


def _without_credentials(text: str) -> str:
    scheme, separator, rest = text.strip().rpartition("://")
    return f"{scheme}{separator}{rest.rpartition('@')[2]}"[:80]
