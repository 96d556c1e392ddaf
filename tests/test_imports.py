"""What may be imported from where, and how long it takes."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
QUICK = 0.3
"""Seconds within which the reading stands ready."""

MEASURE = """
import time
began = time.perf_counter()
import bot.reading
print(time.perf_counter() - began)
"""


def test_the_import_contracts_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


def test_reading_is_ready_at_once() -> None:
    """The quickest of three: the first may find the files cold, any may find the machine busy."""
    assert min(_seconds_to_import() for _ in range(3)) < QUICK


def _seconds_to_import() -> float:
    command = [sys.executable, "-c", MEASURE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)
