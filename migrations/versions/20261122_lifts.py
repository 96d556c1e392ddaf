"""The lifts of embargoes on facts of timelines, and who is still to be told of them."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "lift",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=True),
        sa.Column("planned_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("tried_at", MOMENT, nullable=True),
        sa.Column("lease_until", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["newsroom_id"], ["newsroom.id"], name="fk_lift_newsroom_id"),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name="fk_lift_channel_id"),
        sa.PrimaryKeyConstraint("id", name="pk_lift"),
    )
    op.create_index("ix_lift_due_at", "lift", ["due_at"])
    op.create_index("ix_lift_entry_id", "lift", ["entry_id"])


def downgrade() -> None:
    op.drop_table("lift")
