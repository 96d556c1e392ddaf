"""What Prometheus reads."""

from datetime import timedelta

from prometheus_client.parser import text_string_to_metric_families

from adapters.metrics import PrometheusMeter
from adapters.web.health import Health
from bot.domain.channel_queue import Backlog
from bot.domain.counted import Counted
from tests.builders import HOUR, NOON

WELL = Health(NOON, Backlog(3, 1, 2, NOON - HOUR), 4.0, {"slack": True, "discord": False})


def read(meter: PrometheusMeter, health: Health = WELL) -> dict[tuple[str, str], float]:
    """Return the figures by name and label."""
    families = text_string_to_metric_families(meter.exposition(health).decode())
    return {
        (sample.name, "".join(sample.labels.values())): sample.value
        for family in families
        for sample in family.samples
    }


def test_what_was_counted_is_told_by_name() -> None:
    meter = PrometheusMeter()
    meter.count(Counted.SENT)
    meter.count(Counted.SENT, 2)
    meter.count(Counted.PLANNED, 5)
    figures = read(meter)
    assert figures["daybook_deliveries_sent_total", ""] == 3
    assert figures["daybook_reminders_planned_total", ""] == 5
    assert figures["daybook_deliveries_found_total", ""] == 0


def test_what_was_skipped_or_given_up_is_told_by_reason() -> None:
    meter = PrometheusMeter()
    meter.count(Counted.SKIPPED, reason="outdated")
    meter.count(Counted.UNDELIVERABLE, reason="channel_not_found")
    meter.count(Counted.UNDELIVERABLE)
    figures = read(meter)
    assert figures["daybook_deliveries_skipped_total", "outdated"] == 1
    assert figures["daybook_deliveries_undeliverable_total", "channel_not_found"] == 1
    assert figures["daybook_deliveries_undeliverable_total", "unknown"] == 1


def test_lateness_falls_into_buckets_and_early_is_not_late() -> None:
    meter = PrometheusMeter()
    for seconds in (-3, 0.2, 4000):
        meter.late(timedelta(seconds=seconds))
    figures = read(meter)
    name = "daybook_delivery_lateness_seconds"
    assert figures[f"{name}_count", ""] == 3
    assert figures[f"{name}_bucket", "0.05"] == 1
    assert figures[f"{name}_bucket", "0.25"] == 2
    assert figures[f"{name}_bucket", "3600.0"] == 2


def test_how_things_stand_is_told_as_it_is_now() -> None:
    figures = read(PrometheusMeter())
    assert figures["daybook_database_up", ""] == 1
    assert figures["daybook_deliveries_pending", ""] == 3
    assert figures["daybook_deliveries_late", ""] == 1
    assert figures["daybook_deliveries_given_up", ""] == 2
    assert figures["daybook_oldest_late_seconds", ""] == 3600
    assert figures["daybook_tick_age_seconds", ""] == 4
    assert figures["daybook_platform_connected", "slack"] == 1
    assert figures["daybook_platform_connected", "discord"] == 0


def test_a_database_that_is_away_is_told_of() -> None:
    assert read(PrometheusMeter(), Health(NOON, None, None, {}))["daybook_database_up", ""] == 0
