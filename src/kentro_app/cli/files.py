"""Files that a command leaves: whole or not at all, readable by their owner only."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from kentro_app.cli.errors import FileThere, NotAFile, OutputNotWritten

_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows would turn \n into \r\n


def require_file(path: Path, *, new: bool = False) -> None:
    """Whether the path can become a file. Raises NotAFile, FileThere if it must be `new`."""
    if path.exists() and not path.is_file():
        raise NotAFile(field="out", path=str(path)[:200])
    if new and path.exists():
        raise FileThere(field="card", path=str(path)[:200])


def write_file(path: Path, content: bytes) -> None:
    """Put the content there, in one step. Raises NotAFile, OutputNotWritten."""
    require_file(path)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise OutputNotWritten(field="out", path=str(path)[:200]) from error
