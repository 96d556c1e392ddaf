"""What is under embargo until when, and which channels may see it all the same."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
IS_EMBARGOED = sa.text("embargoed_until IS NOT NULL")


def upgrade() -> None:
    for table in ("follow_up", "timeline_entry"):
        op.add_column(table, sa.Column("embargoed_until", MOMENT, nullable=True))
        op.create_index(
            f"ix_{table}_embargoed",
            table,
            ["newsroom_id", "embargoed_until"],
            sqlite_where=IS_EMBARGOED,
            postgresql_where=IS_EMBARGOED,
        )
    op.add_column(
        "channel",
        sa.Column("sees_embargoed", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    op.drop_column("channel", "sees_embargoed")
    for table in ("timeline_entry", "follow_up"):
        op.drop_index(f"ix_{table}_embargoed", table)
        op.drop_column(table, "embargoed_until")
