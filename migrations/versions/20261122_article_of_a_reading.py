"""The language of an article that was read, when it was published, and what it calls off."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(20)
PACKED = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    for column in (
        sa.Column("language", WORD, nullable=False, server_default="nb"),
        sa.Column("published", MOMENT, nullable=True),
        sa.Column("called_off", PACKED, nullable=False, server_default="[]"),
    ):
        op.add_column("reading", column)


def downgrade() -> None:
    for column in ("called_off", "published", "language"):
        op.drop_column("reading", column)
