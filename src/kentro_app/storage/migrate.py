"""Bringing a store to the schema this program knows: all revisions in one transaction, or none."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.storage.errors import StoreDamaged, StoreForeign, translated
from kentro_app.storage.schema import HEAD, is_older, is_ours

_SCRIPTS = Path(__file__).parent / "migrations"


def needs_migration(directory: Path, key: bytearray) -> bool:
    """Whether the store was written by an older version. Raises StoreForeign, StoreLocked."""
    connection = connect(directory / STORE_FILE, key)
    try:
        if not is_ours(connection):
            raise StoreForeign
        return is_older(connection)
    finally:
        connection.close()


def migrate(directory: Path, key: bytearray, *, backup: Callable[[], object]) -> None:
    """Back up, verify the backup, then migrate in one transaction with both checks inside it."""
    backup()
    connection = connect(directory / STORE_FILE, key)
    try:
        with translated(directory):
            connection.execute("PRAGMA foreign_keys = OFF")
            upgrade(connection)
    finally:
        connection.close()


def upgrade(connection: Any, to: str | None = None) -> None:
    """Run all missing revisions on a maintenance connection; afterwards all of it lasts or none.

    `to` names a revision before the newest.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        _run(connection, to)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise StoreDamaged
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _run(connection: Any, to: str | None = None) -> None:
    # The transaction is ours, not the driver's and not Alembic's: by default a migration that
    # fails half-way on this driver leaves its first half behind.
    from alembic import command  # noqa: PLC0415 - twelve megabytes that few sessions need
    from alembic.config import Config  # noqa: PLC0415

    engine = create_engine(
        "sqlite://", module=dbapi2, creator=lambda: _Borrowed(connection), poolclass=StaticPool
    )
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    with engine.connect() as wrapped:
        config.attributes["connection"] = wrapped
        command.upgrade(config, to or HEAD)


class _Borrowed:
    """A connection whose transaction belongs to somebody else: whoever borrows cannot end it."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def commit(self) -> None:
        """Left to the owner."""

    def rollback(self) -> None:
        """Left to the owner."""

    def close(self) -> None:
        """Left to the owner."""
