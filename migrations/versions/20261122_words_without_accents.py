"""The words by which a line is found, without accents."""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

WORD = re.compile(r"[^\W_]+")
OWN_LETTERS = frozenset("æøå")
WITHOUT_THEM = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
PASSAGE = sa.table("passage", sa.column("number"), sa.column("line"), sa.column("words"))


def upgrade() -> None:
    forget_index()
    op.add_column("passage", sa.Column("words", sa.String(), nullable=False, server_default=""))
    write_down_words()
    index("words")


def downgrade() -> None:
    forget_index()
    op.drop_column("passage", "words")
    index("line")


def forget_index() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP INDEX passage_words")
        return
    op.execute("DROP TRIGGER passage_is_found")
    op.execute("DROP TRIGGER passage_is_forgotten")
    op.execute("DROP TABLE passage_words")


def index(column: str) -> None:
    """Let the words in a column of the table be found: by FTS5 in SQLite, which reads them there.

    Args:
        column: Its name.
    """
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE INDEX passage_words ON passage USING gin (to_tsvector('simple', {column}))"
        )
        return
    op.execute(
        "CREATE VIRTUAL TABLE passage_words USING fts5("
        f"{column}, content='passage', content_rowid='number',"
        " tokenize='unicode61 remove_diacritics 0')"
    )
    op.execute(
        "CREATE TRIGGER passage_is_found AFTER INSERT ON passage BEGIN"  # noqa: S608  our name
        f" INSERT INTO passage_words (rowid, {column})"
        f" VALUES (new.number, new.{column}); END"
    )
    op.execute(
        "CREATE TRIGGER passage_is_forgotten AFTER DELETE ON passage BEGIN"  # noqa: S608  our name
        f" INSERT INTO passage_words (passage_words, rowid, {column})"
        f" VALUES ('delete', old.number, old.{column}); END"
    )
    op.execute("INSERT INTO passage_words (passage_words) VALUES ('rebuild')")


def write_down_words() -> None:
    """Let what was kept before be found without its accents as well."""
    lines = op.get_bind().execute(sa.select(PASSAGE.c.number, PASSAGE.c.line)).all()
    change = (
        sa.update(PASSAGE)
        .where(PASSAGE.c.number == sa.bindparam("at"))
        .values(words=sa.bindparam("said"))
    )
    rows = [{"at": number, "said": " ".join(findable_words(line))} for number, line in lines]
    if rows:
        op.get_bind().execute(change, rows)


def findable_words(line: str) -> list[str]:
    lowered = unicodedata.normalize("NFC", line.lower())
    folded = "".join(letter if letter in OWN_LETTERS else bare(letter) for letter in lowered)
    words = WORD.findall(folded)
    return [*words, *(each for word in words if (each := word.translate(WITHOUT_THEM)) != word)]


def bare(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    kept = "".join(part for part in parts if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", kept)
