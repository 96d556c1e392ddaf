"""A newsroom's working hours, and the reminder policies that it, its desks and its stories set."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

PACKED = sa.JSON().with_variant(JSONB(), "postgresql")
USUAL = '{"weekdays": [0, 1, 2, 3, 4], "morning": "08:30:00", "afternoon": "15:00:00"}'


def upgrade() -> None:
    usual = sa.text("'" + USUAL.replace(":", r"\:") + "'")
    op.add_column("newsroom", sa.Column("hours", PACKED, nullable=False, server_default=usual))
    op.create_table(
        "own_policy",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("row", sa.String(20), nullable=False),
        sa.Column("ladder", PACKED, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["newsroom_id"], ["newsroom.id"], name="fk_own_policy_newsroom_id"),
        sa.PrimaryKeyConstraint("id", name="pk_own_policy"),
        sa.UniqueConstraint(
            "newsroom_id", "kind", "key", "row", name="uq_own_policy_newsroom_id_kind_key_row"
        ),
    )


def downgrade() -> None:
    op.drop_table("own_policy")
    op.drop_column("newsroom", "hours")
