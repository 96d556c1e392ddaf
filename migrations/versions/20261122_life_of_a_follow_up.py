"""A follow-up's coverage, who is on it, its own ladder; and why a reminder is not said."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(20)
PACKED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    for column in (
        sa.Column("coverage", WORD, nullable=False, server_default="notdec"),
        sa.Column("taken_by", sa.String(), nullable=False, server_default=""),
        sa.Column("ladder", PACKED, nullable=False, server_default="[]"),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("lapses_at", MOMENT, nullable=True),
    ):
        op.add_column("follow_up", column)
    op.add_column("reminder", sa.Column("rule", PACKED, nullable=True))
    op.add_column("reminder", sa.Column("left_out", WORD, nullable=True))


def downgrade() -> None:
    op.execute("DELETE FROM reminder WHERE state = 'withdrawn'")
    op.drop_column("reminder", "left_out")
    op.drop_column("reminder", "rule")
    for column in ("lapses_at", "series_id", "ladder", "taken_by", "coverage"):
        op.drop_column("follow_up", column)
