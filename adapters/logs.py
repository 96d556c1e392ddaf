"""The log: events with their ids on stderr, and never a secret among them."""

import logging
import re
import sys
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.ports import Clock

HIDDEN = "[hidden]"
TALKATIVE = ("aiohttp", "aiosqlite", "alembic", "apscheduler", "discord", "slack_bolt", "slack_sdk")

# Each keeps what tells the reader which secret stood there, as its first group.
_SECRETS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(xox[a-z]-|xapp-)[\w-]+",
        r"()\b[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}",  # Discord: user id, time and signature
        r"((?:Bearer|Bot) )[\w.~+/-]{20,}=*",
        r"(/(?:webhooks|interactions)/\d+/)[\w-]{20,}",  # Discord's answers to an interaction
        r"(hooks\.slack\.com/\w+/)[\w/-]+",
        r"([?&](?:ticket|token|app_id)=)[^&\s\"']+",
        r"(postgres\w*(?:\+\w+)?://[^\s:/@]*:)\S+(?=@)",  # a password, whatever stands in it
        r"(://[^\s:/@]*:)[^\s/@]+(?=@)",  # one in another address
        r"((?i:password|passwd|secret|token)[\"']?\s*[=:]\s*[\"'])[^\"'\n]+(?=[\"'])",
        r"((?i:password|passwd|secret|token)[\"']?\s*[=:]\s*[\"']?)[^\s\"',;&)]+",
    )
)


def redact(text: str) -> str:
    """Return the text with everything that looks like a token or a password hidden."""
    for secret in _SECRETS:
        text = secret.sub(rf"\g<1>{HIDDEN}", text)
    return text


def configure_logs(level: str, clock: Clock, output: TextIO | None = None) -> None:
    """Send every log line, our own and the libraries', to one place in one form.

    Args:
        level: The least that is logged: ``debug``, ``info``, ``warning`` or ``error``. Libraries
            speak from ``warning`` on, unless it is ``debug``.
        clock: Whose time the lines bear.
        output: Where they go; stderr if none is given, as it is when a line is written.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        _Timestamp(clock),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = _Stderr() if output is None else logging.StreamHandler(output)
    handler.setFormatter(_formatter(shared))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.NOTSET if level == "debug" else logging.WARNING)


def _formatter(shared: list[Processor]) -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder()],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0, pad_level=False),
            _redacted,
        ],
    )


class _Stderr(logging.StreamHandler[TextIO]):
    """Writes to what ``sys.stderr`` is at the time: the console puts its prompt's guard there."""

    @property
    def stream(self) -> TextIO:
        return sys.stderr

    @stream.setter
    def stream(self, _: TextIO) -> None:
        """Take no stream: it is looked up at each line."""


class _Timestamp:
    """Puts the clock's time on a line, to the second, in UTC."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def __call__(self, _: WrappedLogger, __: str, event: EventDict) -> EventDict:
        event["timestamp"] = f"{self._clock.now():%Y-%m-%dT%H:%M:%SZ}"
        return event


def _redacted(_: WrappedLogger, __: str, line: EventDict | str) -> str:
    """Hide secrets in the finished line, so that none slips by in a traceback or a library's."""
    return redact(str(line))
