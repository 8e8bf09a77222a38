"""The store's side of a restore: the copy becomes this machine's store, as a new incarnation.

What the desk wrote after the backup may have reached the server before; a new incarnation and
random ids keep its new work from being taken for that (security §0, finding 11).
"""

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from kentro_app.domain.ids import new_id
from kentro_app.services.backups import Manifest
from kentro_app.services.ports import Actor
from kentro_app.storage.checkpoints import sign_head
from kentro_app.storage.desk import read_desk
from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.storage.errors import translated
from kentro_app.storage.schema import is_older
from kentro_app.storage.trail import ReadsSeen, Trail, author

_REBORN = "UPDATE desk SET incarnation = ?, backup_generation = max(backup_generation, ?)"


def settle(
    directory: Path, key: bytearray, manifest: Manifest, *, actor: Actor, now: datetime
) -> UUID:
    """Make a restored store ready for work; gives its new incarnation.

    An older schema is migrated here, since the backup file itself is the way back.
    """
    connection = connect(directory / STORE_FILE, key)
    try:
        with translated():
            _migrate(connection)
            connection.execute("BEGIN IMMEDIATE")
            incarnation = _be_reborn(connection, manifest, actor, now)
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            return incarnation
    finally:
        connection.close()


def _migrate(connection: Any) -> None:
    if is_older(connection):
        from kentro_app.storage.migrate import upgrade  # noqa: PLC0415 - rare, and slow to import

        connection.execute("PRAGMA foreign_keys = OFF")
        upgrade(connection)
        connection.execute("PRAGMA foreign_keys = ON")


def _be_reborn(connection: Any, manifest: Manifest, actor: Actor, now: datetime) -> UUID:
    incarnation = new_id()
    connection.execute(_REBORN, (incarnation.bytes, manifest.generation))
    trail = Trail(connection, author(actor, read_desk(connection)), now, ReadsSeen())
    facts: dict[str, str | int] = {
        "generation": manifest.generation,
        "through": manifest.audit_n,
        "incarnation": str(incarnation),
    }
    trail.note("backup.restored", "backup", facts=facts)
    trail.flush()
    # The old signatures name the old incarnation; the log before was checked against the manifest.
    connection.execute("DELETE FROM checkpoints")
    sign_head(connection, now)
    return incarnation
