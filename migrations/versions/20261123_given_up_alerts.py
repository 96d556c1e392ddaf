"""An index of the alerts that were given up: few among all that were told."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

IS_GIVEN_UP = sa.text("state = 'undeliverable'")


def upgrade() -> None:
    op.create_index(
        "ix_alert_given_up",
        "alert",
        ["promised_at"],
        sqlite_where=IS_GIVEN_UP,
        postgresql_where=IS_GIVEN_UP,
    )


def downgrade() -> None:
    op.drop_index("ix_alert_given_up", "alert")
