import pytest

from adapters.database.errors import BadDatabaseUrl
from adapters.database.urls import read_url, shown


@pytest.mark.parametrize(
    ("text", "driver"),
    [
        ("sqlite:///daybook.sqlite3", "sqlite+aiosqlite"),
        ("sqlite:////var/lib/daybook.sqlite3", "sqlite+aiosqlite"),
        ("postgresql://kari:hemmelig@db/daybook", "postgresql+psycopg"),
        ("postgres://db/daybook", "postgresql+psycopg"),
    ],
)
def test_a_url_gets_the_driver_that_daybook_uses(text: str, driver: str) -> None:
    assert read_url(text).drivername == driver


@pytest.mark.parametrize(
    "text",
    [
        "mysql://kari:hemmelig@db/daybook",
        "hemmelig@daybook",
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql://kari:hemmelig@db:port/daybook",
        "",
    ],
)
def test_what_names_no_database_is_refused_without_the_password(text: str) -> None:
    with pytest.raises(BadDatabaseUrl) as refusal:
        read_url(text)
    assert "hemmelig" not in str(refusal.value)
    assert "sqlite:///daybook.sqlite3" in str(refusal.value)


def test_a_shown_url_has_no_password() -> None:
    url = read_url("postgresql://kari:hemmelig@db/daybook?sslmode=require")
    assert shown(url) == "postgresql://kari@db/daybook"
