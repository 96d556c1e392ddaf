"""The answers that stand in channels, to be edited for some days, and what each shows."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
PACKED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("message", PACKED, nullable=False),
        sa.Column("posted_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("said", PACKED, nullable=False),
        sa.Column("shown", sa.String(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name="fk_answer_channel_id"),
        sa.PrimaryKeyConstraint("id", name="pk_answer"),
    )
    op.create_index("ix_answer_channel_id_posted_at", "answer", ["channel_id", "posted_at"])
    op.create_index("ix_answer_due_at", "answer", ["due_at"])
    op.create_table(
        "answer_line",
        sa.Column("answer_id", sa.Uuid(), nullable=False),
        sa.Column("thing_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name="fk_answer_line_answer_id"),
        sa.PrimaryKeyConstraint("answer_id", "thing_id", name="pk_answer_line"),
    )
    op.create_index("ix_answer_line_thing_id", "answer_line", ["thing_id"])


def downgrade() -> None:
    op.drop_table("answer_line")
    op.drop_table("answer")
