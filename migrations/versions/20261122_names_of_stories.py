"""Sluglines that stories had, stories that became part of others, and when one is dormant."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

SORTABLE = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "former_slugline",
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("slugline", SORTABLE, nullable=False),
        sa.Column("story_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name="fk_former_slugline_story_id"),
        sa.PrimaryKeyConstraint("newsroom_id", "slugline", name="pk_former_slugline"),
    )
    op.add_column("story", sa.Column("merged_into", sa.Uuid(), nullable=True))
    op.add_column(
        "newsroom", sa.Column("quiet_days", sa.Integer(), nullable=False, server_default="14")
    )


def downgrade() -> None:
    op.drop_column("newsroom", "quiet_days")
    op.drop_column("story", "merged_into")
    op.drop_table("former_slugline")
