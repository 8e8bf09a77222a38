"""Texts that exist nowhere else, and every shape in which they could lie in a file."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kentro_app.domain.fold import fold

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1253")


def shapes(canary: str) -> set[bytes]:
    """As typed, upper, lower, folded; in each encoding; each of them in base64 and hex too."""
    texts = {canary, canary.upper(), canary.lower(), canary.casefold(), fold(canary)}
    plain = set()
    for text in texts:
        for encoding in ENCODINGS:
            try:
                plain.add(text.encode(encoding))
            except UnicodeEncodeError:
                continue
    return plain | {
        shape
        for text in plain
        for shape in (*_base64(text), text.hex().encode(), text.hex().upper().encode())
    }


def _base64(text: bytes) -> Iterator[bytes]:
    # Where a group of three bytes begins is chance: the middle is the same whatever stands before.
    for before in range(3):
        coded = b64encode(bytes(before) + text)
        yield coded[4 if before else 0 : len(coded) - 4]


def hits(folders: Iterable[Path], canaries: Sequence[str]) -> list[str]:
    """`file: canary` for every file that holds a canary in any shape; names of files count too."""
    wanted = {canary: shapes(canary) for canary in canaries}
    return [
        f"{path.name}: {canary}"
        for folder in folders
        for path in sorted(folder.rglob("*"))
        for canary, forms in wanted.items()
        if any(form in _said(path) for form in forms)
    ]


def _said(path: Path) -> bytes:
    return path.name.encode() + (path.read_bytes() if path.is_file() else b"")
