"""Ten ways to tamper with the access log, by somebody who has the store's key and another tool.

Each takes a maintenance connection without guards, a chance and the number of entries; the guards
in the database itself are taken away before and, by a careful hand, put back afterwards.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

from kentro_app.storage.trail import GENESIS, link

Tamper = Callable[[Any, Random, int], None]

_GUARDS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"


@contextmanager
def without_guards(connection: Any) -> Iterator[None]:
    """Drop the triggers, and put them back to the letter."""
    guards = connection.execute(_GUARDS).fetchall()
    for name, _sql in guards:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _name, sql in guards:
        connection.execute(sql)


def edit(connection: Any, chance: Random, entries: int) -> None:
    n = chance.randint(1, entries)
    with without_guards(connection):
        connection.execute(
            'UPDATE audit SET record = replace(record, \'"outcome":"ok"\', ?) WHERE n = ?',
            ('"outcome":"no"', n),
        )


def delete(connection: Any, chance: Random, entries: int) -> None:
    with without_guards(connection):
        connection.execute("DELETE FROM audit WHERE n = ?", (chance.randint(1, entries - 1),))


def insert(connection: Any, chance: Random, entries: int) -> None:
    n = chance.randint(1, entries)
    with without_guards(connection):
        connection.execute("UPDATE audit SET n = -n - 1 WHERE n >= ?", (n,))
        connection.execute("UPDATE audit SET n = -n WHERE n < 0")
        connection.execute(
            "INSERT INTO audit SELECT ?, record, digest FROM audit WHERE n = ?",
            (n, chance.choice([k for k in range(1, entries + 2) if k != n])),
        )


def swap(connection: Any, chance: Random, entries: int) -> None:
    one, two = chance.sample(range(1, entries + 1), 2)
    with without_guards(connection):
        connection.execute("UPDATE audit SET n = 0 WHERE n = ?", (one,))
        connection.execute("UPDATE audit SET n = ? WHERE n = ?", (one, two))
        connection.execute("UPDATE audit SET n = ? WHERE n = 0", (two,))


def truncate(connection: Any, chance: Random, entries: int) -> None:
    with without_guards(connection):
        connection.execute("DELETE FROM audit WHERE n > ?", (chance.randint(1, entries - 1),))


def rewrite(connection: Any, chance: Random, entries: int) -> None:
    """Edit one entry and make the whole chain anew: it fits again."""
    edit(connection, chance, entries)
    with without_guards(connection):
        digest = GENESIS
        for n, record in connection.execute("SELECT n, record FROM audit ORDER BY n").fetchall():
            digest = link(digest, record)
            connection.execute("UPDATE audit SET digest = ? WHERE n = ?", (digest, n))


def put_back(connection: Any, chance: Random, entries: int) -> None:
    """The log as it was at some time, together with its checkpoints of that time."""
    truncate(connection, chance, entries)
    connection.execute("DELETE FROM checkpoints WHERE n > (SELECT max(n) FROM audit)")


def replace(connection: Any, chance: Random, entries: int) -> None:
    n = chance.randint(1, entries)
    with without_guards(connection):
        connection.execute(
            "INSERT OR REPLACE INTO audit SELECT n, record || ' ', digest FROM audit WHERE n = ?",
            (n,),
        )


def drop_a_guard(connection: Any, chance: Random, _entries: int) -> None:
    name, _sql = chance.choice(connection.execute(_GUARDS).fetchall())
    connection.execute(f"DROP TRIGGER {name}")


def through_another_file(connection: Any, chance: Random, entries: int) -> None:
    """ATTACH a database of one's own, prepare the log there, and bring it back."""
    connection.execute("ATTACH ':memory:' AS mine KEY ''")
    connection.execute("CREATE TABLE mine.audit AS SELECT * FROM main.audit")
    n = chance.randint(1, entries)
    connection.execute("UPDATE mine.audit SET record = '{}' WHERE n = ?", (n,))
    with without_guards(connection):
        connection.execute("DELETE FROM main.audit")
        connection.execute("INSERT INTO main.audit SELECT * FROM mine.audit")
    connection.execute("DETACH mine")


KINDS: tuple[Tamper, ...] = (
    edit,
    delete,
    insert,
    swap,
    truncate,
    rewrite,
    put_back,
    replace,
    drop_a_guard,
    through_another_file,
)
