import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO

import pytest
import structlog

from adapters.clock import SteppedClock
from adapters.logs import HIDDEN, configure_logs, redact

CLOCK = SteppedClock(datetime(2025, 11, 26, 11, tzinfo=UTC))
# Put together here, so that no scanner takes them for real ones.
SLACK_BOT = "-".join(("xoxb", "2211334455", "9988776655", "AbCdEfGhIjKl"))
SLACK_APP = "-".join(("xapp", "1", "A0123456", "778899", "abcdef0123456789"))
DISCORD = ".".join(("MTIzNDU2Nzg5MDEyMzQ1Njc4", "GhIjKl", "abcdefghijklmnopqrstuvwxyz0123456789AB"))


@pytest.fixture
def log() -> Iterator[StringIO]:
    root = logging.getLogger()
    before, level = root.handlers, root.level
    lines = StringIO()
    configure_logs("info", CLOCK, lines)
    yield lines
    structlog.reset_defaults()
    root.handlers, root.level = before, level


def test_a_line_holds_the_event_its_ids_and_the_clock_s_time(log: StringIO) -> None:
    structlog.get_logger().info("delivery_failed", delivery_id="17")
    assert log.getvalue() == "2025-11-26T11:00:00Z [info] delivery_failed delivery_id=17\n"


def test_what_is_below_the_level_is_left_out(log: StringIO) -> None:
    structlog.get_logger().debug("tick")
    logging.getLogger("discord.gateway").info("connected")
    assert log.getvalue() == ""


def test_libraries_speak_in_the_same_form(log: StringIO) -> None:
    logging.getLogger("discord.gateway").warning("shard %s lost", 3)
    assert log.getvalue() == "2025-11-26T11:00:00Z [warning] shard 3 lost\n"


@pytest.mark.parametrize("secret", [SLACK_BOT, SLACK_APP, DISCORD])
def test_a_token_never_reaches_the_log(log: StringIO, secret: str) -> None:
    structlog.get_logger().warning("refused", header=f"Bearer {secret}", **{secret: secret})
    logging.getLogger("slack_sdk").error("sent %s", {"Authorization": secret})
    try:
        raise RuntimeError(secret)
    except RuntimeError:
        structlog.get_logger().exception("failed")
    assert "RuntimeError" in log.getvalue()
    assert secret not in log.getvalue()


def test_a_traceback_tells_nothing_of_what_its_variables_hold(log: StringIO) -> None:
    def read(headline: str) -> None:
        raise RuntimeError(str(len(headline)))

    headline = "Witkoff flies to Moscow"
    try:
        read(headline)
    except RuntimeError:
        structlog.get_logger().exception("failed")
        logging.getLogger("bot.actions").exception("failed")
    assert log.getvalue().count("RuntimeError: 23") == 2
    assert log.getvalue().count("Witkoff") == 0


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("postgresql://daybook:hush@db/x", f"postgresql://daybook:{HIDDEN}@db/x"),
        ("postgresql+psycopg://daybook:hu/sh@db/x", f"postgresql+psycopg://daybook:{HIDDEN}@db/x"),
        ("postgres://daybook:hu@sh@db/x failed", f"postgres://daybook:{HIDDEN}@db/x failed"),
        ("password='hu sh' host=db", f"password='{HIDDEN}' host=db"),
        ("connect(password='hush')", f"connect(password='{HIDDEN}')"),
        ("wss://s.example/link?ticket=hush&app=1", f"wss://s.example/link?ticket={HIDDEN}&app=1"),
        (
            "https://hooks.slack.com/commands/T1/2/hush",
            f"https://hooks.slack.com/commands/{HIDDEN}",
        ),
        (
            "/api/v10/webhooks/123/aW50ZXJhY3Rpb246MTIzNDU2 failed",
            f"/api/v10/webhooks/123/{HIDDEN} failed",
        ),
    ],
)
def test_what_surrounds_a_secret_is_kept(text: str, left: str) -> None:
    assert redact(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "delivery_failed delivery_id=0b6f1d0c-7d5e-4d7a-9b0e-6f0b1c2d3e4f",
        "sqlite:///var/lib/daybook.sqlite3",
        "https://discord.com/api/v10/channels/123456789012345678/messages",
        "api.slack.com/methods/chat.postMessage answered 429",
    ],
)
def test_what_is_no_secret_is_left_as_it_is(text: str) -> None:
    assert redact(text) == text


def test_without_an_output_lines_go_to_stderr(
    log: StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logs("error", CLOCK)
    structlog.get_logger().error("store_closed")
    assert capsys.readouterr().err == "2025-11-26T11:00:00Z [error] store_closed\n"
