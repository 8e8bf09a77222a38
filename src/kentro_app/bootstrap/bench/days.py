"""How a centre is when a figure is measured, whatever was measured before."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Final
from uuid import UUID

from kentro_app.bootstrap.backups import back_up
from kentro_app.bootstrap.bench.data import Centre
from kentro_app.bootstrap.folders import own_folder
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import now
from kentro_app.services.backups import DAILY, SUFFIX
from kentro_app.services.reception import CheckIn, check_in
from kentro_app.services.transaction import perform
from kentro_app.storage.engine import STORE_FILE, connect

_TODAY: Final = "SELECT id FROM visits WHERE day = (SELECT max(day) FROM visits) ORDER BY id"
_STILL_WAITING: Final = 12
_WAITS: Final = """
    UPDATE visits SET stage = 'waiting', called_at = NULL, finished_at = NULL, room_id = NULL,
        called_by = NULL, missed = 0 WHERE id = ?
"""
_DONE: Final = """
    UPDATE visits SET stage = 'done', called_at = coalesce(called_at, arrived_at),
        finished_at = coalesce(finished_at, arrived_at) WHERE id = ?
"""
_ABSENT: Final = """
    SELECT p.id FROM persons AS p WHERE NOT EXISTS (
        SELECT 1 FROM visits AS v WHERE v.person_id = p.id
            AND v.day = (SELECT max(day) FROM visits))
    ORDER BY p.position * 7919 % 99991 LIMIT ?
"""


def set_day(centre: Centre, visits: int) -> None:
    """Let today have so many visits, the first of them, and the last dozen of these wait.

    Where there are fewer, people come who were not here today.
    """
    with _plain(centre) as connection:
        present = [row[0] for row in connection.execute(_TODAY)]
        for visit_id in present[visits:]:
            connection.execute("DELETE FROM visits WHERE id = ?", (visit_id,))
        missing = max(visits - len(present), 0)
        absent = [row[0] for row in connection.execute(_ABSENT, (missing,))]
    store = centre.open()
    try:
        for person_id in absent:
            request = CheckIn(new_id(), UUID(bytes=person_id))
            perform(store.begin, partial(check_in, request=request, now=now()))
    finally:
        store.close()
    with _plain(centre) as connection:
        present = [row[0] for row in connection.execute(_TODAY)]
        for place, visit_id in enumerate(present, _STILL_WAITING - len(present)):
            connection.execute(_DONE if place < 0 else _WAITS, (visit_id,))


@contextmanager
def _plain(centre: Centre) -> Iterator[Any]:
    connection = connect(centre.directory / STORE_FILE, centre.key.buffer)
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("COMMIT")
    finally:
        connection.close()


def have_backup(centre: Centre) -> None:
    """Make the day's backup where there is none, or a short session ends one in the middle."""
    if not any(own_folder(centre.directory).glob(f"*{SUFFIX}")):
        back_up(centre.directory, centre.key, DAILY)
