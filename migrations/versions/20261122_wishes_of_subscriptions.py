"""What each channel wants to hear of what it follows, and the heads-ups it asked for."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

PACKED = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
AS_BEFORE = '["digest", "reminders"]'
NONE = "[]"


def upgrade() -> None:
    for column in (
        sa.Column("notices", PACKED, nullable=False, server_default=AS_BEFORE),
        sa.Column("leads", PACKED, nullable=False, server_default=NONE),
        sa.Column("mentions", PACKED, nullable=False, server_default=NONE),
    ):
        op.add_column("subscription", column)
    op.add_column("reminder", sa.Column("leads", PACKED, nullable=False, server_default=NONE))
    op.add_column(
        "reminder", sa.Column("general", sa.Boolean(), nullable=False, server_default=sa.true())
    )


def downgrade() -> None:
    op.execute("DELETE FROM delivery WHERE kind = 'update'")
    op.drop_column("reminder", "general")
    op.drop_column("reminder", "leads")
    for column in ("mentions", "leads", "notices"):
        op.drop_column("subscription", column)
