"""Is the store whole? Looks at all of it as it is at one moment, and changes nothing.

The codes of the pages are checked on the store's own file, because a copy would carry fresh ones.
For that the write-ahead log is first brought into the file, which moves bytes and changes no data;
then a reading transaction keeps everybody else from writing into the file until the end. Work at
the desk goes on meanwhile: it goes into the write-ahead log.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from kentro_app.domain.errors import Unavailable
from kentro_app.i18n import _, ngettext
from kentro_app.i18n.messages import explain
from kentro_app.services.backups import Check, Head
from kentro_app.storage import checks
from kentro_app.storage.chain import read_chain
from kentro_app.storage.checks import KeyFacts
from kentro_app.storage.engine import STORE_FILE, connect, require_safe_library
from kentro_app.storage.errors import (
    StoreBusy,
    StoreForeign,
    StoreMissing,
    UnsafeLibrary,
    in_our_words,
)
from kentro_app.storage.schema import HEAD, is_newer, is_ours, revision

_ATTEMPTS: Final = 50
# What a hand that writes past the program can leave behind, besides what the driver itself finds.
_NONSENSE: Final = (dbapi2.DatabaseError, ValueError, TypeError, AttributeError, LookupError)


def verify(
    directory: Path,
    key: bytearray,
    *,
    keys: KeyFacts | None = None,
    against: Sequence[Head] = (),
) -> tuple[Check, ...]:
    """Every check, in order; those after a store that does not open are left out.

    `keys` is what the vault says of the key file. Raises StoreMissing, StoreBusy.
    """
    try:
        require_safe_library()
        connection = connect(directory / STORE_FILE, key)
    except StoreMissing:
        raise
    except UnsafeLibrary as error:
        return (Check("library", False, explain(error)),)
    except Unavailable as error:
        return (_library(), Check("store", False, explain(error)))
    try:
        _hold_still(connection, directory / f"{STORE_FILE}-wal")
        return (_library(), *verify_connection(connection, keys=keys, against=against))
    except dbapi2.DatabaseError as error:
        return (_library(), Check("store", False, explain(in_our_words(error) or Unavailable())))
    finally:
        connection.close()


def verify_connection(
    connection: Any, *, keys: KeyFacts | None = None, against: Sequence[Head] = ()
) -> tuple[Check, ...]:
    """The checks on a connection whose file nobody writes meanwhile."""
    first = _asked("store", lambda: _ours(connection))
    found = [first]
    for name, question in _questions(connection, keys).items():
        found.append(_asked(name, question))
        if not first.ok:
            return tuple(found)
    return (*found, _audit(connection, against))


def _questions(connection: Any, keys: KeyFacts | None) -> dict[str, Callable[[], str]]:
    questions: dict[str, Callable[[], str]] = {
        "pages": lambda: checks.pages(connection),
        "structure": lambda: checks.structure(connection),
        "references": lambda: checks.references(connection),
    }
    if not _is_newer_or_foreign(connection):
        known = revision(connection) or ""
        questions["schema"] = lambda: checks.schema(connection, known)
    if keys is not None:
        questions["keys"] = lambda: checks.keys(connection, keys)
    if revision(connection) == HEAD:
        questions["operations"] = lambda: checks.operations(connection)
        questions["records"] = lambda: checks.records(connection)
        questions["search"] = lambda: checks.search(connection)
        questions["clock"] = lambda: checks.clock(connection)
    return questions


def _is_newer_or_foreign(connection: Any) -> bool:
    """Whether this program cannot know how the schema ought to be."""
    return not is_ours(connection) or is_newer(connection)


def _library() -> Check:
    return Check("library", True, f"SQLite {dbapi2.sqlite_version}")


def _ours(connection: Any) -> str:
    return "" if is_ours(connection) else explain(StoreForeign())


def _asked(name: str, question: Callable[[], str]) -> Check:
    try:
        fault = question()
    except _NONSENSE:
        fault = _("This part of the data cannot be read.")
    return Check(name, not fault, fault)


def _audit(connection: Any, against: Sequence[Head]) -> Check:
    try:
        reading = read_chain(connection, against)
    except _NONSENSE:
        return Check("audit", False, _("This part of the data cannot be read."))
    if reading.fault:
        return Check("audit", False, reading.fault)
    text = ngettext(
        "{n} entry in the access log, up to {head}.",
        "{n} entries in the access log, up to {head}.",
        reading.n,
    )
    head = f"{reading.n}-{reading.digest.hex()[:8]}"
    return Check("audit", True, text.format(n=reading.n, head=head))


def _hold_still(connection: Any, wal: Path) -> None:
    # A reader that began while the write-ahead log was empty reads the file alone, and SQLite lets
    # nobody write into the file while there is such a reader.
    for _attempt in range(_ATTEMPTS):
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not busy and (not wal.exists() or wal.stat().st_size == 0):
            return
        connection.execute("ROLLBACK")
    raise StoreBusy
