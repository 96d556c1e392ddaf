"""What comes again and again: the series, and what a follow-up says of its own."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
PACKED = sa.JSON().with_variant(JSONB(), "postgresql")
GOING_ON = sa.text("next_at IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("first", PACKED, nullable=False),
        sa.Column("last", PACKED, nullable=False),
        sa.Column("last_id", sa.Uuid(), nullable=False),
        sa.Column("next_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["newsroom_id"], ["newsroom.id"], name="fk_series_newsroom_id"),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
    )
    op.create_index(
        "ix_series_going_on",
        "series",
        ["next_at"],
        sqlite_where=GOING_ON,
        postgresql_where=GOING_ON,
    )
    op.add_column("follow_up", sa.Column("repeats", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("follow_up", "repeats")
    op.drop_table("series")
