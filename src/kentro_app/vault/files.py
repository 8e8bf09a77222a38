"""The few file operations that durability rests on, small enough to be simulated in tests."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Protocol

_PRIVATE = 0o600
_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows would turn \n into \r\n
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)


class Files(Protocol):
    """What writing safely needs. Every method raises `OSError`."""

    def read(self, path: Path, most: int) -> bytes: ...
    def create(self, path: Path) -> int: ...
    def write(self, handle: int, data: bytes) -> None: ...
    def sync(self, handle: int) -> None: ...
    def close(self, handle: int) -> None: ...
    def replace(self, source: Path, target: Path) -> None: ...
    def sync_directory(self, directory: Path) -> None: ...


class RealFiles:
    """The operating system's files."""

    def read(self, path: Path, most: int) -> bytes:
        """At most `most` bytes of a file."""
        with path.open("rb") as file:
            return file.read(most)

    def create(self, path: Path) -> int:
        """A new file that only this user can read; what lay there before is gone."""
        with suppress(FileNotFoundError):
            os.unlink(path)
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _NO_LINK, _PRIVATE)

    def write(self, handle: int, data: bytes) -> None:
        """All of `data`, however many calls that takes."""
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]

    def sync(self, handle: int) -> None:
        """Return when the content is on the medium (on Windows `FlushFileBuffers`)."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Give the handle back."""
        os.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Rename over whatever is there, in one step."""
        os.replace(source, target)

    def sync_directory(self, directory: Path) -> None:
        """Return when names are on the medium. Windows has no such call and journals names."""
        if os.name == "nt":
            return
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


REAL = RealFiles()


def put(path: Path, data: bytes, files: Files = REAL) -> None:
    """Replace a file's content: after any power cut the old or the new one is there, whole.

    Without the first sync the new name could come to stand over an empty file;
    without the second, what was promised could be gone again.
    """
    temporary = path.with_name(path.name + ".new")
    handle = files.create(temporary)
    try:
        files.write(handle, data)
        files.sync(handle)
    finally:
        files.close(handle)
    files.replace(temporary, path)
    files.sync_directory(path.parent)
