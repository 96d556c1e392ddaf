"""The record of changes, and timeline entries that tell what became of a follow-up."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(20)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PACKED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    create_change()
    op.add_column("timeline_entry", sa.Column("follow_up_id", sa.Uuid(), nullable=True))
    op.add_column("timeline_entry", sa.Column("outcome", WORD, nullable=True))
    op.add_column(
        "timeline_entry", sa.Column("note", sa.String(), nullable=False, server_default="")
    )
    op.create_index("ix_timeline_entry_follow_up_id", "timeline_entry", ["follow_up_id"])


def downgrade() -> None:
    op.drop_index("ix_timeline_entry_follow_up_id", "timeline_entry")
    for column in ("note", "outcome", "follow_up_id"):
        op.drop_column("timeline_entry", column)
    op.drop_table("change")


def create_change() -> None:
    op.create_table(
        "change",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("act_id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("undoes", sa.Uuid(), nullable=True),
        sa.Column("story_id", sa.Uuid(), nullable=True),
        sa.Column("thing_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("before", PACKED, nullable=True),
        sa.Column("after", PACKED, nullable=True),
        sa.ForeignKeyConstraint(["newsroom_id"], ["newsroom.id"], name="fk_change_newsroom_id"),
        sa.PrimaryKeyConstraint("number", name="pk_change"),
    )
    op.create_index("ix_change_act_id", "change", ["act_id"])
    op.create_index(
        "ix_change_newsroom_id_person_id_number", "change", ["newsroom_id", "person_id", "number"]
    )
    op.create_index("ix_change_story_id_number", "change", ["story_id", "number"])
    op.create_index("ix_change_thing_id_number", "change", ["thing_id", "number"])
    op.create_index("ix_change_undoes", "change", ["undoes"])
