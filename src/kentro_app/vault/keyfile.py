"""keys.json with its two older copies: the smallest file with the largest loss."""

import errno
from dataclasses import dataclass
from pathlib import Path

from kentro_app.vault.codec import MOST_BYTES, decode, encode
from kentro_app.vault.document import KeyDocument
from kentro_app.vault.errors import (
    KeyFileDamaged,
    KeyFileMissing,
    KeyFileNotSaved,
    KeyFileUnreadable,
)
from kentro_app.vault.files import REAL, Files, put
from kentro_app.vault.keyring import authenticate
from kentro_app.vault.secret import SecretKey

NAME = "keys.json"
COPIES = (NAME, NAME + ".1", NAME + ".2")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Found:
    """A key document and the copy it was read from: 0 is keys.json itself."""

    document: KeyDocument
    copy: int


def exists(directory: Path) -> bool:
    """Whether the directory holds a key file or an older copy of one, in whatever state."""
    return any((directory / name).exists() for name in COPIES)


def read(directory: Path, files: Files = REAL) -> KeyDocument:
    """The newest copy that is whole. Raises as `find` does."""
    return find(directory, files).document


def find(directory: Path, files: Files = REAL) -> Found:
    """The newest whole copy, and which one it is.

    Raises `KeyFileMissing`, `KeyFileDamaged`, `KeyFileNewer` (then no older copy is
    tried: it would silently undo what the newer program did) or `KeyFileUnreadable`.
    """
    damaged = 0
    for number, name in enumerate(COPIES):
        try:
            document = _read_copy(directory / name, files)
        except KeyFileDamaged:
            damaged += 1
            continue
        if document is not None:
            return Found(document, number)
    if damaged:
        raise KeyFileDamaged(copies=damaged)
    raise KeyFileMissing


def write(directory: Path, document: KeyDocument, dbk: SecretKey, files: Files = REAL) -> None:
    """Store the document and keep the two before it; returns when it is on the medium.

    A copy is pushed down only while it is whole, so that damage never displaces a
    good one; and keys.json is replaced in one step, so that it is never absent.
    Raises `KeyFileTampered` for a document that `dbk` did not authenticate, and
    `KeyFileNotSaved`; then keys.json is as it was.
    """
    authenticate(document, dbk)
    try:
        _push_down(directory, files)
        put(directory / NAME, encode(document), files)
    except OSError as error:
        raise KeyFileNotSaved(full=error.errno in _FULL) from error


def _push_down(directory: Path, files: Files) -> None:
    """The two newest whole documents become the two older copies; the oldest is written first."""
    present = [_whole_copy(directory / name, files) for name in COPIES]
    whole = [document for document in present if document is not None]
    for number in (2, 1):
        document = whole[number - 1] if len(whole) >= number else None
        if document is not None and document != present[number]:
            put(directory / COPIES[number], encode(document), files)


def _whole_copy(path: Path, files: Files) -> KeyDocument | None:
    try:
        return _read_copy(path, files)
    except KeyFileDamaged:
        return None


def _read_copy(path: Path, files: Files) -> KeyDocument | None:
    try:
        data = files.read(path, MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except PermissionError as error:
        raise KeyFileUnreadable from error
    except OSError as error:  # a bad sector is damage, and there are older copies
        raise KeyFileDamaged(copies=1) from error
    return decode(data)
