"""What may be imported from where, and what comes along."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
SLOW_TO_IMPORT = {
    "babel",
    "discord",
    "holidays",
    "matplotlib",
    "pydantic",
    "slack_bolt",
    "sqlalchemy",
}


def test_the_import_contracts_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


def test_reading_is_ready_at_once() -> None:
    script = "import sys, bot.reading; print(*{name.partition('.')[0] for name in sys.modules})"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert SLOW_TO_IMPORT & set(done.stdout.split()) == set()
