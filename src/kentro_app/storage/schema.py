"""Which schema this program knows, and which one a store has."""

from typing import Any

APPLICATION_ID = 0x4B4E5452  # "KNTR": tells our store from any other encrypted database
HEAD = "0002"  # the newest revision in `migrations/versions`; a test compares

_HAS_TABLE = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"


def revision(connection: Any) -> str | None:
    """The store's revision; None when the file was not made by this program."""
    if not connection.execute(_HAS_TABLE, ("alembic_version",)).fetchone()[0]:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return row[0] if row else None


def is_ours(connection: Any) -> bool:
    """Whether the file is a store of this program, of whatever version."""
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    return found == APPLICATION_ID and revision(connection) is not None


def is_newer(connection: Any) -> bool:
    """Whether a later version of the program has migrated the store. Revisions count upwards."""
    return (revision(connection) or "") > HEAD


def is_older(connection: Any) -> bool:
    """Whether the store has to be migrated."""
    return (revision(connection) or "") < HEAD
