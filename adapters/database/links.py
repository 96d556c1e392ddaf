"""Which newsroom a workspace belongs to, in SQL."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, select, update

from adapters.database.newsrooms import IS_SHARED
from adapters.database.rows import (
    AlertRow,
    AnswerLineRow,
    AnswerRow,
    ChannelRow,
    DeliveryRow,
    DigestRow,
    LiftRow,
    LinkCodeRow,
    PersonRow,
    PostedDigestRow,
    SubscriptionRow,
    ToldItemRow,
    TroubleRow,
    WorkspaceRow,
)
from adapters.database.work import Work, columns_of
from bot.domain.delivery import UNLINKED, DeliveryState
from bot.domain.link import LinkCode
from bot.domain.newsroom import Newsroom, Workspace


class SqlLinks:
    """Implements ``bot.ports.Links``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def save(self, code: LinkCode) -> None:
        """Keep a code, new or tried.

        Raises:
            Collision: If another has its name already.
        """
        changed = await self._work.change(
            update(LinkCodeRow).where(LinkCodeRow.id == code.id).values(columns_of(code))
        )
        if not changed:
            await self._work.insert(LinkCodeRow, columns_of(code))

    async def code(self, name: str) -> LinkCode | None:
        """Return a code by its name; in a transaction, locked until its end."""
        row = await self._work.one(LinkCodeRow, select(LinkCodeRow).where(LinkCodeRow.name == name))
        return None if row is None else LinkCode(**row)

    async def workspaces(self, newsroom_id: UUID) -> Sequence[Workspace]:
        """Return a newsroom's workspaces but those of direct messages alone, in order of name."""
        rows = await self._work.all(
            select(WorkspaceRow).where(WorkspaceRow.newsroom_id == newsroom_id, IS_SHARED)
        )
        return sorted((Workspace(**row) for row in rows), key=lambda each: (each.name, each.key))

    async def move(self, workspace: Workspace, to: Newsroom) -> None:
        """Put a workspace, its channels and its people into another newsroom."""
        channels = select(ChannelRow.id).where(ChannelRow.workspace_id == workspace.id)
        answers = select(AnswerRow.id).where(AnswerRow.channel_id.in_(channels))
        belongs = {"newsroom_id": to.id}
        sent = DeliveryRow.state == DeliveryState.SENT
        unsent = DeliveryRow.state.in_((DeliveryState.PENDING, DeliveryState.UNDELIVERABLE))
        let_go = {"due_at": None, "lease_until": None, "reason": UNLINKED}
        for statement in (
            update(WorkspaceRow).where(WorkspaceRow.id == workspace.id).values(belongs),
            update(ChannelRow)
            .where(ChannelRow.workspace_id == workspace.id)
            .values(belongs | {"sees_embargoed": False}),
            update(PersonRow)
            .where(PersonRow.workspace_id == workspace.id)
            .values(belongs | {"role": to.newcomers}),
            update(DigestRow).where(DigestRow.channel_id.in_(channels)).values(belongs),
            delete(SubscriptionRow).where(SubscriptionRow.channel_id.in_(channels)),
            delete(PostedDigestRow).where(PostedDigestRow.channel_id.in_(channels)),
            delete(AnswerLineRow).where(AnswerLineRow.answer_id.in_(answers)),
            delete(AnswerRow).where(AnswerRow.channel_id.in_(channels)),
            delete(AlertRow).where(AlertRow.channel_id.in_(channels)),
            delete(ToldItemRow).where(ToldItemRow.channel_id.in_(channels)),
            delete(LiftRow).where(LiftRow.channel_id.in_(channels)),
            delete(TroubleRow).where(TroubleRow.channel_id.in_(channels)),
            update(DeliveryRow)
            .where(DeliveryRow.channel_id.in_(channels), sent)
            .values(let_go | {"message": None}),
            update(DeliveryRow)
            .where(DeliveryRow.channel_id.in_(channels), unsent)
            .values(let_go | {"state": DeliveryState.SKIPPED}),
        ):
            await self._work.change(statement)
