"""Keeping a changed follow-up, with everything that hangs on it, in one transaction."""

from datetime import UTC
from uuid import uuid4

from bot.actions.request import Request
from bot.domain.follow_up import FollowUp
from bot.domain.reminder import Reminder, plan
from bot.ports import Transaction


async def keep_new(tx: Transaction, request: Request, follow_up: FollowUp) -> None:
    """Keep a new follow-up and plan its reminders."""
    await tx.follow_ups.add(follow_up)
    await replan(tx, request, follow_up)


async def keep_changed(tx: Transaction, request: Request, follow_up: FollowUp) -> None:
    """Keep a changed follow-up, plan its reminders anew, and have its posted messages edited."""
    await tx.follow_ups.save(follow_up)
    await replan(tx, request, follow_up)
    await tx.deliveries.refresh(follow_up.id, request.now.astimezone(UTC))


async def replan(tx: Transaction, request: Request, follow_up: FollowUp) -> None:
    """Put the plan of a follow-up as it stands in place of the one before."""
    now = request.now.astimezone(UTC)
    moments = plan(follow_up, request.policy, request.calendar, request.newsroom.zone, now)
    reminders = [
        Reminder(uuid4(), follow_up.newsroom_id, follow_up.id, moment.kind, moment.due_at, now)
        for moment in moments
    ]
    await tx.reminders.replan(follow_up.id, reminders)
