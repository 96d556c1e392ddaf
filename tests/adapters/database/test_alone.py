import errno
import fcntl
from pathlib import Path

import pytest

from adapters.database.alone import DatabaseTaken, alone
from adapters.database.errors import DatabaseUnavailable
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


def test_a_file_called_by_another_name_is_the_same_file(tmp_path: Path) -> None:
    file, link = tmp_path / "daybook.sqlite3", tmp_path / "elsewhere.sqlite3"
    file.touch()
    link.symlink_to(file)
    by_its_name, by_the_link = (read_url(f"sqlite:///{path}") for path in (file, link))
    with alone(by_its_name), pytest.raises(DatabaseTaken), alone(by_the_link):
        pass


def test_a_file_system_that_knows_no_locks_is_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    url = read_url(f"sqlite:///{tmp_path / 'daybook.sqlite3'}")
    with pytest.raises(DatabaseUnavailable, match="No locks available"), alone(url):
        pass
