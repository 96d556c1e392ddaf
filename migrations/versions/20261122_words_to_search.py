"""The lines that can be found, and the words in them."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PASSAGE = sa.table(
    "passage",
    sa.column("newsroom_id", sa.Uuid()),
    sa.column("story_id", sa.Uuid()),
    sa.column("thing_id", sa.Uuid()),
    sa.column("line", sa.String()),
)


def upgrade() -> None:
    op.create_table(
        "passage",
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("newsroom_id", sa.Uuid(), nullable=False),
        sa.Column("story_id", sa.Uuid(), nullable=False),
        sa.Column("thing_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_passage"),
    )
    op.create_index("ix_passage_thing_id", "passage", ["thing_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE INDEX passage_words ON passage USING gin (to_tsvector('simple', line))")
    else:
        index_words_in_sqlite()
    write_down_what_is_there()


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        op.execute("DROP TABLE passage_words")
    op.drop_table("passage")


def index_words_in_sqlite() -> None:
    """Let FTS5 index the lines of the table, which it reads there and keeps no copy of."""
    op.execute(
        "CREATE VIRTUAL TABLE passage_words USING fts5("
        "line, content='passage', content_rowid='number',"
        " tokenize='unicode61 remove_diacritics 0')"
    )
    op.execute(
        "CREATE TRIGGER passage_is_found AFTER INSERT ON passage BEGIN"
        " INSERT INTO passage_words (rowid, line) VALUES (new.number, new.line); END"
    )
    op.execute(
        "CREATE TRIGGER passage_is_forgotten AFTER DELETE ON passage BEGIN"
        " INSERT INTO passage_words (passage_words, rowid, line)"
        " VALUES ('delete', old.number, old.line); END"
    )


def write_down_what_is_there() -> None:
    """Let what was kept before be found as well."""
    lines = [*lines_of_stories(), *lines_in("follow_up"), *lines_in("timeline_entry")]
    if lines:
        op.bulk_insert(PASSAGE, lines)


def lines_of_stories() -> Iterator[dict[str, Any]]:
    story = sa.table(
        "story",
        sa.column("id", sa.Uuid()),
        sa.column("newsroom_id", sa.Uuid()),
        sa.column("slugline"),
        sa.column("headline"),
        sa.column("desk"),
        sa.column("tags"),
    )
    for row in op.get_bind().execute(sa.select(story)).mappings():
        lines = (row["slugline"], row["headline"], row["desk"], *unpacked(row["tags"]))
        yield from passages(row["newsroom_id"], row["id"], row["id"], *lines)


def lines_in(name: str) -> Iterator[dict[str, Any]]:
    kept = sa.table(
        name,
        sa.column("id", sa.Uuid()),
        sa.column("newsroom_id", sa.Uuid()),
        sa.column("story_id", sa.Uuid()),
        sa.column("title"),
        sa.column("note"),
        sa.column("evidence"),
    )
    for row in op.get_bind().execute(sa.select(kept)).mappings():
        sentences = (piece["sentence"] for piece in unpacked(row["evidence"]))
        lines = (row["title"], row["note"], *sentences)
        yield from passages(row["newsroom_id"], row["story_id"], row["id"], *lines)


def passages(
    newsroom_id: object, story_id: object, thing_id: object, *lines: str
) -> Iterator[dict[str, Any]]:
    for line in dict.fromkeys(filter(None, lines)):
        yield {
            "newsroom_id": newsroom_id,
            "story_id": story_id,
            "thing_id": thing_id,
            "line": line,
        }


def unpacked(packed: Any) -> list[Any]:  # noqa: ANN401  as the database gives it
    """Return a list that PostgreSQL gives as it is, and SQLite as JSON's text."""
    found: list[Any] = json.loads(packed) if isinstance(packed, str) else packed
    return found
