"""Deliveries that are due at once in one channel share a message."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

IS_JOINED = sa.text("joined_id IS NOT NULL")
IS_WAITING = sa.text("due_at IS NOT NULL")


def upgrade() -> None:
    op.add_column("delivery", sa.Column("joined_id", sa.Uuid(), nullable=True))
    op.create_index(
        "ix_delivery_joined",
        "delivery",
        ["joined_id"],
        sqlite_where=IS_JOINED,
        postgresql_where=IS_JOINED,
    )
    index_waiting("due_at", "channel_id")


def downgrade() -> None:
    index_waiting("due_at")
    op.drop_index("ix_delivery_joined", table_name="delivery")
    op.drop_column("delivery", "joined_id")


def index_waiting(*columns: str) -> None:
    """Let what waits be read in this order: one channel's notices of a moment come together."""
    op.drop_index("ix_delivery_waiting", table_name="delivery")
    op.create_index(
        "ix_delivery_waiting",
        "delivery",
        list(columns),
        sqlite_where=IS_WAITING,
        postgresql_where=IS_WAITING,
    )
