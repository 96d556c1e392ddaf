"""The digests that stand in their channels, to be edited for as long as their day lasts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
PACKED = sa.JSON().with_variant(JSONB(), "postgresql")
IS_WAITING = sa.text("due_at IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "posted_digest",
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("message", PACKED, nullable=False),
        sa.Column("planned_at", MOMENT, nullable=False),
        sa.Column("posted_at", MOMENT, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("follow_up_ids", PACKED, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("shown", sa.String(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name="fk_posted_digest_channel_id"),
        sa.PrimaryKeyConstraint("channel_id", name="pk_posted_digest"),
    )
    op.create_index("ix_posted_digest_newsroom_id", "posted_digest", ["newsroom_id"])
    op.create_index(
        "ix_posted_digest_waiting",
        "posted_digest",
        ["due_at"],
        sqlite_where=IS_WAITING,
        postgresql_where=IS_WAITING,
    )


def downgrade() -> None:
    op.drop_table("posted_digest")
