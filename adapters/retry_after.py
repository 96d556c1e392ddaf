"""How long an answer asks to wait before the next call."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime


def seconds_to_wait(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that an answer's Retry-After names; None where none can be read.

    It may be a number or, from what stands between us and a platform, a moment: that is reckoned
    from the answer's own Date, so that no two clocks are compared.

    Source: RFC 9110, section 10.2.3.
    """
    asked = headers.get("Retry-After", "")
    try:
        return float(asked)
    except ValueError:
        until, answered = _moment(asked), _moment(headers.get("Date", ""))
    if until is None or answered is None:
        return None
    return (until - answered).total_seconds()


def _moment(text: str) -> datetime | None:
    """Return an aware moment of a header; None where there is none."""
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
