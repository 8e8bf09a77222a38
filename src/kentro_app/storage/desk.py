"""This machine's own row: who it is among the desks of the building."""

from typing import Any
from uuid import UUID

from kentro_app.services.ports import Desk

_SELECT = "SELECT device_id, incarnation, site_id, building, letter FROM desk"
_INSERT = """
    INSERT INTO desk (device_id, incarnation, site_id, building, letter, signing_key,
        key_generation, backup_generation) VALUES (?, ?, ?, ?, ?, ?, ?, 0)
"""


def read_desk(connection: Any) -> Desk:
    """The desk this store belongs to."""
    row = connection.execute(_SELECT).fetchone()
    device, incarnation, site, building = (UUID(bytes=value) for value in row[:4])
    return Desk(device, incarnation, row[4], site, building)


def write_desk(connection: Any, desk: Desk, signing_key: bytes, key_generation: int) -> None:
    """Make this store the store of a desk; once, when it is created."""
    ids = (desk.device_id, desk.incarnation, desk.site_id, desk.building)
    row = (*(value.bytes for value in ids), desk.letter, signing_key, key_generation)
    connection.execute(_INSERT, row)


class KeyState:
    """What this store has seen of the files that lie beside it."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def known(self) -> int:
        """The generation of the key file."""
        generation: int = self._connection.execute("SELECT key_generation FROM desk").fetchone()[0]
        return generation

    def note(self, generation: int) -> None:
        """Remember a newer one; forgets nothing it knew."""
        self._connection.execute(
            "UPDATE desk SET key_generation = max(key_generation, ?)", (generation,)
        )

    def failures_mark(self) -> str:
        """How far the log of failed log-ins has been taken into the access log."""
        mark: str = self._connection.execute("SELECT failures_mark FROM desk").fetchone()[0]
        return mark

    def note_failures(self, mark: str) -> None:
        """Remember it, in the transaction that takes them in: nothing is taken twice."""
        self._connection.execute("UPDATE desk SET failures_mark = ?", (mark,))

    def is_card_proven(self) -> bool:
        """Whether somebody has typed from the recovery card, and the code opened the key file."""
        row = self._connection.execute("SELECT card_proven FROM desk").fetchone()
        return bool(row[0])

    def note_card_proven(self) -> None:
        """Remember it, beside the entry in the access log that says who and when."""
        self._connection.execute("UPDATE desk SET card_proven = 1")
