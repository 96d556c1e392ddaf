"""How fast and how evenly Daybook delivers, beside APScheduler's job store in the same run.

Run as ``python -m tests.bench.bench_delivery [--quick]``; writes ``build/bench.json``.

A burst is sent as operated: what is due at once in a channel shares messages, and only Slack's
messages a second are lifted. ``daybook_apart_per_s`` is the same with a message for each notice.
The peer goes the same way, from the follow-up as it is now to the record of its message, in the
same kind of database, on one loop or in threads as it is faster: ``burst_ratio_…`` compares with
that. ``peer_empty_per_s`` is the peer with
jobs that neither load nor render nor record, and ``burst_ratio_…_to_empty_jobs`` compares with
that.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import psycopg

from adapters.clock import SystemClock
from tests.bench.peer import empty_burst, posting_burst
from tests.bench.questions import claims, replanning, status
from tests.bench.seeding import FAR_AHEAD, Seed, Size
from tests.databases import new_postgresql_database, postgresql_server

RESULTS = Path("build/bench.json")
NEWSROOMS = 200
A_SECOND = 50  # reminders due each second of the steady run
FEW = 10_000  # pending deliveries beside which a claim must cost no less than beside a million


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a run is; the quick one says less, in under a minute."""

    bursts: tuple[int, ...]
    peer: int
    rounds: int
    together: int
    steady_s: int
    idle_s: int
    pending: int
    stories: int
    asked: int


FULL = Scale((10_000, 100_000), 10_000, 3, 60_000, 30, 60, 1_000_000, 100_000, 300)
QUICK = Scale((4_000,), 1_000, 1, 10_000, 3, 1, 15_000, 1_500, 60)

NewDatabase = Callable[[], str]


def burst(new: NewDatabase, number: int, workers: int = 1, kind: str = "burst") -> float:
    """Return deliveries a second, from the claim to the record, all due at one moment.

    Args:
        new: Makes a database.
        number: How many deliveries.
        workers: How many processes send them.
        kind: ``burst`` joins what is due at once in a channel, as operated; ``apart`` doesn't.
    """
    url, seed = _seeded(new, number)
    begin = SystemClock().now().timestamp() + 2
    started = [_worker(kind, url, begin) for _ in range(workers)]
    figures = [_figures(each) for each in started]
    if (sent := seed.sent()) != number:
        raise RuntimeError(f"{sent} of {number} were sent")
    return float(number / max(each["seconds"] for each in figures))


def _seeded(new: NewDatabase, number: int) -> tuple[str, Seed]:
    """Return a database in which so many deliveries are due."""
    url = new()
    size, due = Size(follow_ups=number), _now() - timedelta(seconds=2)
    seed = Seed(url)
    seed.newsrooms(size, due)
    seed.deliveries(size, due)
    seed.settle()
    return url, seed


def peer(new: NewDatabase, number: int) -> float:
    """Return deliveries a second of the peer, all due at one moment, run as it is faster."""
    figures = []
    for in_threads in (False, True):
        url, seed = _seeded(new, number)
        figures.append(asyncio.run(posting_burst(url, in_threads=in_threads)))
        if (sent := seed.sent()) != number:
            raise RuntimeError(f"the peer sent {sent} of {number}")
    return max(figures)


def peer_empty(new: NewDatabase, number: int) -> float:
    """Return jobs a second of the peer that do nothing, all due at one moment."""
    return asyncio.run(empty_burst(_seeded(new, number)[0]))


def steady(new: NewDatabase, scale: Scale) -> dict[str, float]:
    """Return how late reminders stand that fall due evenly, with many more pending, in ms."""
    url, number = new(), A_SECOND * scale.steady_s
    size = Size(follow_ups=number + scale.pending, stories=scale.stories)
    seed = Seed(url)
    seed.newsrooms(size, _now() + FAR_AHEAD)
    seed.reminders(replace(size, follow_ups=scale.pending), _now() + FAR_AHEAD, first=number)
    seed.settle()
    first = _now() + timedelta(seconds=3)
    seed.reminders(replace(size, follow_ups=number), first, every=1 / A_SECOND)
    figures = _figures(_worker("steady", url, scale.steady_s + 4))
    if figures["posted"] != number:
        raise RuntimeError(f"{figures['posted']} of {number} were posted")
    due = [first.timestamp() + each / A_SECOND for each in range(number)]
    late = [1000 * (at - due) for at, due in zip(sorted(figures["moments"]), due, strict=True)]
    cuts = quantiles(late, n=100)
    return {"p50_ms": cuts[49], "p99_ms": cuts[98], "reminders": number}


def idle(new: NewDatabase, scale: Scale) -> dict[str, float]:
    """Return what it costs to start and to wait with many reminders pending far ahead."""
    url = new()
    seed, size = Seed(url), Size(NEWSROOMS, 5 * NEWSROOMS, scale.stories, scale.pending)
    far = _now() + FAR_AHEAD
    seed.newsrooms(size, far)
    seed.reminders(size, far)
    seed.settle()
    return _figures(_worker("idle", url, scale.idle_s)) | {"moments": 0.0, "url": url}


def measure(scale: Scale) -> dict[str, Any]:
    """Return every figure: the named ones first, the raw ones under them."""
    with tempfile.TemporaryDirectory() as folder, postgresql_server() as server:
        _make_durable(server)
        numbers = iter(range(1_000))
        new = {
            "sqlite": lambda: f"sqlite:///{folder}/bench{next(numbers)}.sqlite3",
            "postgresql": lambda: new_postgresql_database(server),
        }
        raw: dict[str, Any] = {"scale": asdict(scale)}
        for name, database in new.items():
            raw[f"burst_{name}"] = _bursts(database, scale)
        raw["workers_postgresql"] = _workers(new["postgresql"], scale)
        for name, database in new.items():
            raw[f"steady_{name}"] = steady(database, scale)
            raw[f"idle_{name}"] = idle(database, scale)
            url = raw[f"idle_{name}"].pop("url")
            asked = (NEWSROOMS, scale.stories, scale.asked)
            raw[f"status_{name}"] = asyncio.run(status(url, *asked))
            raw[f"replan_200_ms_{name}"] = asyncio.run(replanning(database(), _now() + FAR_AHEAD))
            raw[f"claim_us_{name}"] = _claims(database(), url, scale)
    return _named(raw) | {"raw": raw}


def _claims(few: str, many: str, scale: Scale) -> dict[int, float]:
    """Return what a claim costs for each delivery, by how many are pending."""
    due = _now() - timedelta(seconds=2)
    Seed(few).newsrooms(Size(follow_ups=FEW), due)
    return {
        pending: asyncio.run(claims(url, pending, due))
        for url, pending in ((few, FEW), (many, scale.pending))
    }


def _bursts(database: NewDatabase, scale: Scale) -> dict[str, Any]:
    """Measure ours and the peer's in turns, so that both meet the same machine."""
    ours, posting, empty = [], [], []
    for _ in range(scale.rounds):
        ours.append(burst(database, scale.bursts[0]))
        posting.append(peer(database, scale.peer))
        empty.append(peer_empty(database, scale.peer))
    figures = {"daybook_per_s": median(ours), "peer_per_s": median(posting)}
    figures["peer_empty_per_s"] = median(empty)
    figures["daybook_apart_per_s"] = burst(database, scale.bursts[0], kind="apart")
    larger = {f"daybook_{n}_per_s": burst(database, n) for n in scale.bursts[1:]}
    return figures | larger


def _workers(database: NewDatabase, scale: Scale) -> dict[str, float]:
    """Measure one worker and two in turns, on so much that how they end together tells little."""
    rounds = [
        [burst(database, scale.together, workers) for workers in (1, 2)]
        for _ in range(scale.rounds)
    ]
    one, two = (median(figures) for figures in zip(*rounds, strict=True))
    return {"one_per_s": one, "two_per_s": two}


def _named(raw: dict[str, Any]) -> dict[str, float]:
    def ratio(name: str, peer: str = "peer_per_s") -> float:
        figures = raw[f"burst_{name}"]
        return float(figures["daybook_per_s"] / figures[peer])

    def worst(kind: str, figure: str) -> float:
        return float(max(raw[f"{kind}_{name}"][figure] for name in ("sqlite", "postgresql")))

    workers = raw["workers_postgresql"]
    return {
        "burst_ratio_sqlite": ratio("sqlite"),
        "burst_ratio_postgresql": ratio("postgresql"),
        "burst_ratio_sqlite_to_empty_jobs": ratio("sqlite", "peer_empty_per_s"),
        "burst_ratio_postgresql_to_empty_jobs": ratio("postgresql", "peer_empty_per_s"),
        "two_workers_ratio": workers["two_per_s"] / workers["one_per_s"],
        "steady_lateness_p99_ms": worst("steady", "p99_ms"),
        "million_start_s": worst("idle", "start_s"),
        "million_rss_mb": worst("idle", "rss_mb"),
        "idle_cpu_percent": worst("idle", "cpu_percent"),
        "status_p99_ms": worst("status", "p99_ms"),
    }


def _make_durable(server: str) -> None:
    """Let PostgreSQL keep what it commits, as it would in operation; tests go without."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM RESET fsync")
        connection.execute("SELECT pg_reload_conf()")


def _worker(kind: str, url: str, seconds: float) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.bench.worker", kind, url, str(seconds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _figures(process: "subprocess.Popen[str]") -> dict[str, Any]:
    output, _ = process.communicate()
    if process.returncode:
        raise RuntimeError("a worker failed; see above")
    figures: dict[str, Any] = json.loads(output)
    return figures


def _now() -> datetime:
    return SystemClock().now().astimezone(UTC).replace(microsecond=0)


def main(arguments: list[str] | None = None) -> None:
    """Measure, print and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller runs, under a minute")
    scale = QUICK if parser.parse_args(arguments).quick else FULL
    figures = measure(scale)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(RESULTS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
