"""Reading the access log against itself: gap-free, chained, as signed, as known elsewhere.

The chain alone finds what was edited, not what was cut off at the end or made anew from some entry
on; for that there are checkpoints signed by this desk, and heads that left the machine: at the foot
of a sheet, in a backup's manifest. Entries are read in pages: a million fit into any memory.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cryptography.exceptions import InvalidSignature

from kentro_app.i18n import _
from kentro_app.services.backups import Head
from kentro_app.storage import checkpoints
from kentro_app.storage.trail import GENESIS, link

_PAGE: Final = 2000
_ENTRIES = "SELECT n, record, digest FROM audit WHERE n > ? ORDER BY n LIMIT ?"

Entry = tuple[int, str, bytes]


class ChainBroken(Exception):
    """Ends the reading; the sentence says where and why. Never leaves this module."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How far the log was sound, and what is wrong with it then (nothing if empty)."""

    n: int
    digest: bytes
    fault: str


def read_chain(connection: Any, against: Sequence[Head] = ()) -> Reading:
    """Check the whole log, its checkpoints, and heads known from elsewhere."""
    n, digest = 0, GENESIS
    try:
        signed = _signed(connection)
        for entry in _entries(connection):
            digest = _linked(n, digest, entry)
            n += 1
            _require_same(n, digest, signed.pop(n, digest))
            _require_known(n, digest, against)
        _require_reached(n, [*signed, *(head.n for head in against)])
    except ChainBroken as broken:
        return Reading(n, digest, str(broken))
    return Reading(n, digest, "")


def _entries(connection: Any) -> Iterator[Entry]:
    last, page = -(2**63), [(0, "", b"")]
    while page:
        page = connection.execute(_ENTRIES, (last, _PAGE)).fetchall()
        yield from page
        last = page[-1][0] if page else last


def _linked(n: int, previous: bytes, entry: Entry) -> bytes:
    number, record, stored = entry
    if number != n + 1:
        raise ChainBroken(_("Entry {n} of the access log is missing.").format(n=n + 1))
    digest = link(previous, record)
    if digest != stored:
        raise ChainBroken(_("The access log was changed at entry {n}.").format(n=number))
    return digest


def _signed(connection: Any) -> dict[int, bytes]:
    """The digests this desk has signed, by entry number."""
    key = checkpoints.public_key(connection)
    signed = {}
    for point in checkpoints.all_points(connection):
        try:
            key.verify(point.signature, checkpoints.statement(connection, point))
        except InvalidSignature:
            text = _("The signature of the access log at entry {n} is not this desk's.")
            raise ChainBroken(text.format(n=point.n)) from None
        signed[point.n] = point.digest
    return signed


def _require_same(n: int, digest: bytes, signed: bytes) -> None:
    if digest != signed:
        text = _("The access log up to entry {n} is not the one that was signed.")
        raise ChainBroken(text.format(n=n))


def _require_known(n: int, digest: bytes, against: Sequence[Head]) -> None:
    for head in against:
        if head.n == n and not digest.hex().startswith(head.prefix):
            text = _("The access log up to entry {n} is not the one known from elsewhere.")
            raise ChainBroken(text.format(n=n))


def _require_reached(n: int, known: Sequence[int]) -> None:
    if known and max(known) > n:
        text = _("The access log ends at entry {n}; it had at least {known} entries before.")
        raise ChainBroken(text.format(n=n, known=max(known)))
