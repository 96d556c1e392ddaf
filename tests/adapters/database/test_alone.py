from pathlib import Path

import pytest

from adapters.database.alone import DatabaseTaken, alone
from adapters.database.urls import read_url


def test_a_second_process_on_one_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    url = read_url(f"sqlite:///{tmp_path / 'daybook.sqlite3'}")
    with alone(url), pytest.raises(DatabaseTaken, match="Another Daybook runs"), alone(url):
        pass


def test_the_file_is_free_when_the_first_has_ended(tmp_path: Path) -> None:
    url = read_url(f"sqlite:///{tmp_path / 'daybook.sqlite3'}")
    with alone(url):
        pass
    with alone(url):
        assert (tmp_path / "daybook.sqlite3.lock").exists()


def test_several_may_run_on_postgresql() -> None:
    url = read_url("postgresql://daybook@localhost/daybook")
    with alone(url), alone(url):
        pass
