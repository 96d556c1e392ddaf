"""The answers that are kept true, in memory."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from bot.domain.answer import Answer
from tests.fakes.store.due import FakeDue


class FakeAnswers(FakeDue[Answer]):
    table = "answers"

    async def keep(self, answer: Answer) -> None:
        self._kept.wakes |= answer.id not in self._kept.answers
        self._kept.answers.setdefault(answer.id, answer)

    async def refresh(self, thing_ids: Collection[UUID], due_at: datetime) -> None:
        for each in list(self._kept.answers.values()):
            is_later = each.due_at > due_at or each.lease_until is not None
            if is_later and not set(thing_ids).isdisjoint(each.thing_ids):
                self._kept.answers[each.id] = replace(each, due_at=due_at)
                self._kept.wakes = True

    async def later(self, answer: Answer) -> int:
        return sum(
            each.channel_id == answer.channel_id and each.posted_at > answer.posted_at
            for each in self._kept.answers.values()
        )

    async def record(self, claimed: Answer, outcome: Answer) -> None:
        kept = self._kept.answers.get(claimed.id)
        if kept and kept.attempts == claimed.attempts:
            due_at = outcome.due_at if kept.due_at == claimed.due_at else kept.due_at
            self._kept.answers[kept.id] = replace(outcome, due_at=due_at)
        self._kept.wakes = True

    async def forget(self, answer_id: UUID) -> None:
        self._kept.answers.pop(answer_id, None)
