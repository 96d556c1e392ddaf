"""The first tables: newsrooms and what they follow, what is planned, and what is posted."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(20)
SORTABLE = sa.String().with_variant(sa.String(collation="C"), "postgresql")
PACKED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    create_newsroom()
    create_story()
    create_workspace()
    create_channel()
    create_follow_up()
    create_person()
    create_timeline_entry()
    create_delivery()
    create_reading()
    create_reminder()
    create_subscription()


def downgrade() -> None:
    for table in (
        "subscription",
        "reminder",
        "reading",
        "delivery",
        "timeline_entry",
        "person",
        "follow_up",
        "channel",
        "workspace",
        "story",
        "newsroom",
    ):
        op.drop_table(table)


def create_newsroom() -> None:
    op.create_table(
        "newsroom",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("admin_channel_id", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_newsroom"),
    )


def create_story() -> None:
    op.create_table(
        "story",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("slugline", SORTABLE, nullable=False),
        sa.Column("headline", sa.String(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("tags", PACKED, nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["newsroom_id"], ["newsroom.id"], name="fk_story_newsroom_id"),
        sa.PrimaryKeyConstraint("id", name="pk_story"),
        sa.UniqueConstraint("newsroom_id", "slugline", name="uq_story_newsroom_id_slugline"),
    )
    op.create_index(
        "ix_story_newsroom_id_status_urgency_slugline",
        "story",
        ["newsroom_id", "status", "urgency", "slugline"],
    )


def create_workspace() -> None:
    op.create_table(
        "workspace",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("platform", WORD, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["newsroom_id"], ["newsroom.id"], name="fk_workspace_newsroom_id"),
        sa.PrimaryKeyConstraint("id", name="pk_workspace"),
        sa.UniqueConstraint("platform", "key", name="uq_workspace_platform_key"),
    )


def create_channel() -> None:
    op.create_table(
        "channel",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("platform", WORD, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("quiet", sa.String(), nullable=True),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name="fk_channel_workspace_id"),
        sa.PrimaryKeyConstraint("id", name="pk_channel"),
        sa.UniqueConstraint("workspace_id", "key", name="uq_channel_workspace_id_key"),
    )


def create_follow_up() -> None:
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("story_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("window", PACKED, nullable=True),
        sa.Column("starts_at", MOMENT, nullable=True),
        sa.Column("ends_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("occurrence", WORD, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("was", PACKED, nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("assignees", PACKED, nullable=False),
        sa.Column("evidence", PACKED, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("snooze", PACKED, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name="fk_follow_up_story_id"),
        sa.PrimaryKeyConstraint("id", name="pk_follow_up"),
        sa.UniqueConstraint("story_id", "number", name="uq_follow_up_story_id_number"),
    )


def create_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("workspace_id", sa.Uuid(), nullable=False),
        sa.Column("platform", WORD, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", WORD, nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], name="fk_person_workspace_id"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("workspace_id", "key", name="uq_person_workspace_id_key"),
    )


def create_timeline_entry() -> None:
    op.create_table(
        "timeline_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("story_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("window", PACKED, nullable=False),
        sa.Column("happened_at", MOMENT, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("evidence", PACKED, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name="fk_timeline_entry_story_id"),
        sa.PrimaryKeyConstraint("id", name="pk_timeline_entry"),
    )
    op.create_index(
        "ix_timeline_entry_story_id_happened_at", "timeline_entry", ["story_id", "happened_at"]
    )


def create_delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("follow_up_id", sa.Uuid(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("planned_at", MOMENT, nullable=False),
        sa.Column("promised_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("state", WORD, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("tried_at", MOMENT, nullable=True),
        sa.Column("lease_until", MOMENT, nullable=True),
        sa.Column("message", PACKED, nullable=True),
        sa.Column("shown_version", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name="fk_delivery_channel_id"),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_up.id"], name="fk_delivery_follow_up_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_delivery"),
        sa.UniqueConstraint(
            "follow_up_id",
            "kind",
            "planned_at",
            "channel_id",
            name="uq_delivery_follow_up_id_kind_planned_at_channel_id",
        ),
    )
    op.create_index(
        "ix_delivery_given_up",
        "delivery",
        ["follow_up_id"],
        sqlite_where=sa.text("state = 'undeliverable'"),
        postgresql_where=sa.text("state = 'undeliverable'"),
    )
    op.create_index(
        "ix_delivery_held",
        "delivery",
        ["lease_until"],
        sqlite_where=sa.text("lease_until IS NOT NULL"),
        postgresql_where=sa.text("lease_until IS NOT NULL"),
    )
    op.create_index(
        "ix_delivery_waiting",
        "delivery",
        ["due_at"],
        sqlite_where=sa.text("due_at IS NOT NULL"),
        postgresql_where=sa.text("due_at IS NOT NULL"),
    )


def create_reading() -> None:
    op.create_table(
        "reading",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("story_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("headline", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("read_at", MOMENT, nullable=False),
        sa.Column("proposals", PACKED, nullable=False),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name="fk_reading_channel_id"),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name="fk_reading_story_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reading"),
        sa.UniqueConstraint("newsroom_id", "code", name="uq_reading_newsroom_id_code"),
    )
    op.create_index("ix_reading_channel_id_read_at", "reading", ["channel_id", "read_at"])
    op.create_index("ix_reading_newsroom_id_fingerprint", "reading", ["newsroom_id", "fingerprint"])
    op.create_index("ix_reading_newsroom_id_source", "reading", ["newsroom_id", "source"])


def create_reminder() -> None:
    op.create_table(
        "reminder",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("follow_up_id", sa.Uuid(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_up.id"], name="fk_reminder_follow_up_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_reminder"),
        sa.UniqueConstraint(
            "follow_up_id", "kind", "due_at", name="uq_reminder_follow_up_id_kind_due_at"
        ),
    )
    op.create_index(
        "ix_reminder_planned",
        "reminder",
        ["due_at"],
        sqlite_where=sa.text("state = 'planned'"),
        postgresql_where=sa.text("state = 'planned'"),
    )


def create_subscription() -> None:
    op.create_table(
        "subscription",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("target_kind", WORD, nullable=False),
        sa.Column("target_value", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name="fk_subscription_channel_id"),
        sa.PrimaryKeyConstraint("id", name="pk_subscription"),
        sa.UniqueConstraint(
            "channel_id",
            "target_kind",
            "target_value",
            name="uq_subscription_channel_id_target_kind_target_value",
        ),
    )
    op.create_index(
        "ix_subscription_newsroom_id_target_kind_target_value",
        "subscription",
        ["newsroom_id", "target_kind", "target_value"],
    )
