"""The channels that take no messages, and what their newsrooms were told of it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
PACKED = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
IS_WAITING = sa.text("due_at IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "trouble",
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("refused_at", MOMENT, nullable=False),
        sa.Column("over_at", MOMENT, nullable=True),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("tried_at", MOMENT, nullable=True),
        sa.Column("lease_until", MOMENT, nullable=True),
        sa.Column("message", PACKED, nullable=True),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name="fk_trouble_channel_id"),
        sa.PrimaryKeyConstraint("channel_id", name="pk_trouble"),
    )
    op.create_index("ix_trouble_newsroom_id", "trouble", ["newsroom_id"])
    op.create_index(
        "ix_trouble_waiting",
        "trouble",
        ["due_at"],
        sqlite_where=IS_WAITING,
        postgresql_where=IS_WAITING,
    )


def downgrade() -> None:
    op.drop_table("trouble")
