"""Bringing a store of an older version up to date, before anybody works on it."""

from pathlib import Path

from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.storage.schema import is_older, is_ours
from kentro_app.vault.secret import SecretKey


def upgrade_store(directory: Path, key: SecretKey) -> None:
    """Migrate if needed. Raises StoreMissing, StoreLocked, and what migrating can raise."""
    connection = connect(directory / STORE_FILE, key.buffer)
    try:
        due = is_ours(connection) and is_older(connection)
    finally:
        connection.close()
    if due:
        from kentro_app.bootstrap.backups import back_up  # noqa: PLC0415 - rarely needed, slow
        from kentro_app.storage.migrate import migrate  # noqa: PLC0415 - Alembic takes a while

        migrate(directory, key.buffer, backup=lambda: back_up(directory, key, "before-migration"))
