"""What stories listen to, the feeds they hear, and what channels are told of it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
PACKED = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
IS_DUE = sa.text("due_at IS NOT NULL")
AS_BEFORE = '["digest", "reminders"]'
WITH_ALERTS = '["alerts", "digest", "reminders"]'


def upgrade() -> None:
    _keep_watches()
    _keep_feeds()
    _keep_alerts()
    _let_hear(AS_BEFORE, WITH_ALERTS)


def _keep_watches() -> None:
    op.create_table(
        "watch",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("story_id", sa.Uuid(), nullable=False),
        sa.Column("feed", sa.String(), nullable=False),
        sa.Column("terms", PACKED, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name="fk_watch_story_id"),
        sa.PrimaryKeyConstraint("id", name="pk_watch"),
    )
    op.create_index("ix_watch_newsroom_id", "watch", ["newsroom_id"])
    op.create_index("ix_watch_story_id", "watch", ["story_id"])


def _keep_feeds() -> None:
    op.create_table(
        "feed",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("seen", PACKED, nullable=False),
        sa.Column("read_at", MOMENT, nullable=True),
        sa.Column("etag", sa.String(), nullable=False),
        sa.Column("modified", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("tried_at", MOMENT, nullable=True),
        sa.Column("lease_until", MOMENT, nullable=True),
        sa.Column("fault", sa.String(20), nullable=True),
        sa.Column("message", PACKED, nullable=True),
        sa.ForeignKeyConstraint(["newsroom_id"], ["newsroom.id"], name="fk_feed_newsroom_id"),
        sa.PrimaryKeyConstraint("id", name="pk_feed"),
        sa.UniqueConstraint("newsroom_id", "link", name="uq_feed_newsroom_id_link"),
    )
    op.create_index("ix_feed_due", "feed", ["due_at"], sqlite_where=IS_DUE, postgresql_where=IS_DUE)


def _keep_alerts() -> None:
    op.create_table(
        "alert",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("hits", PACKED, nullable=False),
        sa.Column("promised_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=True),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("tried_at", MOMENT, nullable=True),
        sa.Column("lease_until", MOMENT, nullable=True),
        sa.Column("message", PACKED, nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name="fk_alert_channel_id"),
        sa.PrimaryKeyConstraint("id", name="pk_alert"),
    )
    op.create_index(
        "ix_alert_due", "alert", ["due_at"], sqlite_where=IS_DUE, postgresql_where=IS_DUE
    )
    op.create_index("ix_alert_channel_id_state", "alert", ["channel_id", "state"])
    op.create_index("ix_alert_promised_at", "alert", ["promised_at"])
    op.create_table(
        "told_item",
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name="fk_told_item_channel_id"),
        sa.PrimaryKeyConstraint("channel_id", "fingerprint", name="pk_told_item"),
    )
    op.create_index("ix_told_item_told_at", "told_item", ["told_at"])


def _let_hear(before: str, after: str) -> None:
    """Let channels that said nothing of what they hear of a story hear what newcomers do."""
    same = f"notices = '{before}'::jsonb"
    if op.get_bind().dialect.name == "sqlite":
        same = f"json(notices) = json('{before}')"
    op.execute(
        f"UPDATE subscription SET notices = '{after}'"  # noqa: S608  all of it is ours
        f" WHERE target_kind = 'story' AND {same}"
    )


def downgrade() -> None:
    _let_hear(WITH_ALERTS, AS_BEFORE)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("UPDATE subscription SET notices = notices - 'alerts'")
    else:
        op.execute(
            "UPDATE subscription SET notices = (SELECT json_group_array(value)"
            " FROM json_each(notices) WHERE value <> 'alerts')"
        )
    op.execute("DELETE FROM change WHERE kind = 'watch'")
    for table in ("told_item", "alert", "feed", "watch"):
        op.drop_table(table)
