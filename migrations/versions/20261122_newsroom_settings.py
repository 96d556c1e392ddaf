"""What newsrooms and channels set: days off, editors, the time of the digest."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WORD = sa.String(20)
PACKED = sa.JSON().with_variant(JSONB(), "postgresql")
NOTHING = sa.text("'[]'")


def upgrade() -> None:
    op.add_column("newsroom", sa.Column("days_off", PACKED, nullable=False, server_default=NOTHING))
    op.add_column("newsroom", sa.Column("newcomers", WORD, nullable=False, server_default="editor"))
    op.add_column(
        "newsroom", sa.Column("editor_roles", PACKED, nullable=False, server_default=NOTHING)
    )
    op.add_column("channel", sa.Column("digest", PACKED, nullable=True))


def downgrade() -> None:
    op.drop_column("channel", "digest")
    for column in ("editor_roles", "newcomers", "days_off"):
        op.drop_column("newsroom", column)
