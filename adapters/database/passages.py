"""Searching the lines of stories: FTS5 in SQLite, full text search in PostgreSQL.

A word is looked for by its Norwegian stem, as the beginning of a word: "forhandlingene" finds
"forhandlinger", on either database alike. Accents make no difference, and who has no æ, ø or å
to type finds them by ae, o and a.
"""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    column,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    table,
)

from adapters.database.rows import PassageRow
from adapters.database.work import Work, columns_of, row_without
from bot.domain.passage import Passage, Searchable, findable_words, passages_of
from bot.domain.stems import norwegian_stem

_WORDS = table("passage_words", column("rowid"))
_SIMPLE: ColumnElement[str] = literal_column("'simple'")


class SqlPassages:
    """Implements ``bot.ports.Passages``."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def find(
        self, newsroom_id: UUID, words: Sequence[str], limit: int, without: Collection[UUID] = ()
    ) -> Sequence[Passage]:
        """Return lines that hold any of the words, of stories that hold them all; newest first."""
        held = [self._holds(word) for word in words]
        shown = PassageRow.thing_id.not_in(without)
        stories = (
            select(PassageRow.story_id).where(PassageRow.newsroom_id == newsroom_id, shown, each)
            for each in held
        )
        rows = await self._work.all(
            select(PassageRow)
            .where(
                PassageRow.newsroom_id == newsroom_id,
                shown,
                or_(*held),
                *(PassageRow.story_id.in_(each) for each in stories),
            )
            .order_by(PassageRow.number.desc())
            .limit(limit)
        )
        return [Passage(**row_without(row, "number", "words")) for row in rows]

    def _holds(self, word: str) -> ColumnElement[bool]:
        """What a line is like that holds a word."""
        stem = norwegian_stem(word)
        if self._work.connection.dialect.name == "postgresql":
            words = func.to_tsvector(_SIMPLE, PassageRow.words)
            return words.op("@@", is_comparison=True)(func.to_tsquery(_SIMPLE, f"'{stem}':*"))
        matches = literal_column("passage_words").op("MATCH", is_comparison=True)(f'"{stem}"*')
        return PassageRow.number.in_(select(_WORDS.c.rowid).where(matches))


async def index(work: Work, *things: Searchable) -> None:
    """Let the lines of things be found as they are now."""
    await forget(work, *(thing.id for thing in things))
    rows = [
        columns_of(each) | {"words": " ".join(findable_words(each.line))}
        for thing in things
        for each in passages_of(thing)
    ]
    await work.change_each(insert(PassageRow), rows)


async def forget(work: Work, *thing_ids: UUID) -> None:
    """Let the lines of things be found no longer."""
    await work.change(delete(PassageRow).where(work.among(PassageRow.thing_id, thing_ids)))
