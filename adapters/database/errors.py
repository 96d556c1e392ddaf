"""What an operator is told when the database is not to be had."""

from bot.domain.language import translatable
from bot.errors import BotError


class BadDatabaseUrl(BotError):
    """A database URL that names no database Daybook can use."""

    reply = translatable(
        "“{url}” is no database Daybook can use. Try sqlite:///daybook.sqlite3"
        " or postgresql://user:password@host/daybook."
    )


class NoFolder(BotError):
    """A SQLite file that could not be made, for there is no folder for it."""

    reply = translatable(
        "There is no folder {folder} for the database {database}. Make it, or name another file."
    )


class DatabaseIsFolder(BotError):
    """A folder where a SQLite file is wanted."""

    reply = translatable("{database} is a folder. Name a file in it: {example}")


class ForeignDatabase(BotError):
    """A file, or tables, that somebody else has made."""

    reply = translatable(
        "{database} holds what is not Daybook’s. Name another database, or a new file;"
        " nothing was changed."
    )


class DatabaseUnavailable(BotError):
    """A database that can't be reached, opened or written to."""

    reply = translatable(
        "The database {database} can’t be used now: {reason}. Check that it is running, that"
        " Daybook may write there and that the disk has room, then try again."
    )


class DatabaseBusy(BotError):
    """Another process holds the database and does not let go."""

    reply = translatable(
        "The database {database} is held by another program. Stop that program, or try again in"
        " a minute."
    )


class DatabaseNotMigrated(BotError):
    """A database whose tables are missing or of an older version."""

    reply = translatable(
        "The database {database} is not of this version’s form. Run “daybook migrate” first."
    )


class DatabaseTooNew(BotError):
    """A database that a newer Daybook has changed."""

    reply = translatable(
        "The database {database} belongs to a newer Daybook (version {revision})."
        " Install that version; nothing was changed."
    )
