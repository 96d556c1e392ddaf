"""Reporting how an attempt went: to the log, to the meter, and as signs of its channel."""

import logging
from collections.abc import Sequence
from datetime import datetime

from bot.actions.attempt_delivery import Bundle, Posting
from bot.actions.note_trouble import Recovery, Refusal, Sign
from bot.domain.counted import Counted
from bot.domain.delivery import Delivery, DeliveryState

log = logging.getLogger(__name__)


def log_claimed(claimed: Sequence[Delivery]) -> None:
    """Log what was taken up, each by its id, where somebody wants to see as much."""
    if not log.isEnabledFor(logging.DEBUG):
        return
    for each in claimed:
        facts = {"delivery_id": str(each.id), "channel_id": str(each.channel_id)}
        log.debug("delivery_claimed", extra=facts | {"attempts": each.attempts})


def report(posting: Posting, bundle: Bundle, outcomes: Sequence[Delivery]) -> list[Sign]:
    """Log and count what has become of each delivery, and return what it tells of the channel.

    Args:
        posting: Where it is counted, and which channels had refused messages before.
        bundle: What was attempted.
        outcomes: The deliveries as they stand now.
    """
    now = posting.clock.now()
    stood = {p.delivery.id for p in bundle.claimed if p.delivery.state is DeliveryState.SENT}
    edited = [each for each in outcomes if each.id in stood] if stood else ()
    new = [each for each in outcomes if each.id not in stood] if stood else outcomes
    posted = [each for each in new if each.state is DeliveryState.SENT]
    given_up = [each for each in new if each.state is DeliveryState.UNDELIVERABLE]
    for each in edited:
        _log(each, is_edit=True)
    for each in new:
        _log(each, is_edit=False)
    _count(posting, new, now)
    if len(posted) > 1:
        posting.meter.count(Counted.JOINED, len(posted))
    channel_id = bundle.first.place.channel_id
    if given_up:
        posting.troubled.add(channel_id)
        newsroom_id = bundle.first.address.newsroom.id
        return [Refusal(channel_id, newsroom_id, given_up[0].reason, now)]
    if posted and channel_id in posting.troubled:
        posting.troubled.discard(channel_id)
        return [Recovery(channel_id, now)]
    return []


def _count(posting: Posting, outcomes: Sequence[Delivery], now: datetime) -> None:
    for each in outcomes:
        match each.state:
            case DeliveryState.SENT:
                posting.meter.count(Counted.SENT)
                posting.meter.late(now - each.promised_at)
            case DeliveryState.SKIPPED:
                posting.meter.count(Counted.SKIPPED, reason=each.reason)
            case DeliveryState.UNDELIVERABLE:
                posting.meter.count(Counted.UNDELIVERABLE, reason=each.reason)
            case DeliveryState.PENDING:
                posting.meter.count(Counted.RETRIED)


_EVENTS = {
    DeliveryState.SENT: (logging.INFO, "delivery_sent"),
    DeliveryState.SKIPPED: (logging.INFO, "delivery_skipped"),
    DeliveryState.UNDELIVERABLE: (logging.WARNING, "delivery_given_up"),
    DeliveryState.PENDING: (logging.INFO, "delivery_retried"),
}


def _log(delivery: Delivery, *, is_edit: bool) -> None:
    level, event = _event_of_edit(delivery) if is_edit else _EVENTS[delivery.state]
    if not log.isEnabledFor(level):
        return
    facts: dict[str, object] = {
        "delivery_id": str(delivery.id),
        "channel_id": str(delivery.channel_id),
        "attempts": delivery.attempts,
    }
    if delivery.reason:
        facts["reason"] = delivery.reason
    if delivery.due_at is not None:
        facts["due_at"] = delivery.due_at.isoformat(timespec="seconds")
    log.log(level, event, extra=facts)


def _event_of_edit(delivery: Delivery) -> tuple[int, str]:
    if not delivery.reason:
        return logging.DEBUG, "message_edited"
    if delivery.due_at is not None:
        return logging.INFO, "edit_retried"
    return logging.WARNING, "edit_given_up"
