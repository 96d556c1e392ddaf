"""What is counted, in the form that Prometheus reads."""

from datetime import timedelta

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

from adapters.web.health import Health
from bot.domain.counted import Counted

_HELP = {
    Counted.PLANNED: "Reminders put into plans, planned anew ones among them",
    Counted.QUEUED: "Reminders whose time had come",
    Counted.SENT: "Notices that stand in a channel",
    Counted.JOINED: "Notices that share a message with others",
    Counted.RETRIED: "Attempts that failed and are made again",
    Counted.UNDELIVERABLE: "Notices given up, by reason",
    Counted.SKIPPED: "Notices that were no longer meant, by reason",
    Counted.FOUND: "Notices found standing after a crash or a lost answer",
}
_BY_REASON = frozenset({Counted.UNDELIVERABLE, Counted.SKIPPED})
_LATENESS = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300, 900, 3600, 6 * 3600, 24 * 3600)


class PrometheusMeter:
    """Implements ``bot.ports.Meter`` for one process, since it started.

    What stands in the database is looked up when it is asked for, and is the same in every
    process; what was counted is this process's own, to be summed over all of them.
    """

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._counters = {what: self._counter(what) for what in Counted}
        self._lateness = Histogram(
            "daybook_delivery_lateness_seconds",
            "How long after its promise a notice was posted",
            buckets=_LATENESS,
            registry=self._registry,
        )
        self._database = self._gauge("database_up", "Whether the database can be reached")
        self._pending = self._gauge("deliveries_pending", "Notices still to be posted")
        self._late = self._gauge("deliveries_late", "Of those, the ones that are late")
        self._given_up = self._gauge("deliveries_given_up", "Notices that could not be delivered")
        self._oldest = self._gauge("oldest_late_seconds", "How late the latest of all is")
        self._tick = self._gauge("tick_age_seconds", "Since when nothing due was looked for")
        self._platforms = Gauge(
            "daybook_platform_connected",
            "Whether a platform is connected",
            ["platform"],
            registry=self._registry,
        )
        ProcessCollector(registry=self._registry)

    def count(self, what: Counted, number: int = 1, reason: str = "") -> None:
        """Count so many more."""
        counter = self._counters[what]
        (counter.labels(reason or "unknown") if what in _BY_REASON else counter).inc(number)

    def late(self, delay: timedelta) -> None:
        """Note how long after its promise a notice was posted; early is not late."""
        self._lateness.observe(max(0.0, delay.total_seconds()))

    def exposition(self, health: Health) -> bytes:
        """Return everything as Prometheus reads it, with how things stand now."""
        self._database.set(health.backlog is not None)
        if health.backlog is not None:
            self._pending.set(health.backlog.pending)
            self._late.set(health.backlog.late)
            self._given_up.set(health.backlog.given_up)
            self._oldest.set(health.oldest_late)
        if health.tick_age is not None:
            self._tick.set(health.tick_age)
        for platform, connected in health.platforms.items():
            self._platforms.labels(platform).set(connected)
        return generate_latest(self._registry)

    def _counter(self, what: Counted) -> Counter:
        thing = "reminders" if what in {Counted.PLANNED, Counted.QUEUED} else "deliveries"
        labels = ["reason"] if what in _BY_REASON else []
        return Counter(f"daybook_{thing}_{what}", _HELP[what], labels, registry=self._registry)

    def _gauge(self, name: str, told: str) -> Gauge:
        return Gauge(f"daybook_{name}", told, registry=self._registry)
