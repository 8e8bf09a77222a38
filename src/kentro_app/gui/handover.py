"""The one time the database key changes hands: log-in process → pipe → session process.

On the wire: one byte once the log-in window is painted (the session may start to warm up), then
4 bytes big-endian header length, the header as JSON, and exactly 32 bytes of key. After that the
pipe stays silent; its end means that the supervisor is gone.
"""

import json
import os
from dataclasses import asdict, dataclass
from typing import Any, Final

KEY_LENGTH: Final = 32
LONGEST_HEADER: Final = 2048
_LONGEST_WORD: Final = 200
_PAINTED: Final = b"\x01"


@dataclass(frozen=True, slots=True)
class Header:
    """Who logged in: `user_id` in UUID text form, `role` by its value, `lang` "el" or "en"."""

    user_id: str
    name: str
    role: str
    lang: str


class HandoverBroken(Exception):
    """What came through the pipe is not a key; nothing of it is kept."""


def signal_painted(fd: int) -> None:
    """The log-in window is on the screen."""
    _write_all(fd, bytearray(_PAINTED))


def await_painted(fd: int) -> bool:
    """Wait for that; False if the pipe ended first."""
    return os.read(fd, 1) == _PAINTED


def send(fd: int, header: Header, key: bytearray) -> None:
    """Write header and key; the key's buffer is zero afterwards, sent or not.

    Raises `ValueError` for a key or header of the wrong size and `OSError` if nobody listens.
    """
    try:
        words = json.dumps(asdict(header), ensure_ascii=False).encode()
        if len(key) != KEY_LENGTH or len(words) > LONGEST_HEADER:
            raise ValueError("wrong size")
        parcel = bytearray(len(words).to_bytes(4, "big") + words)
        parcel += key
        _write_all(fd, parcel)
    finally:
        key[:] = bytes(len(key))


def receive(fd: int) -> tuple[Header, bytearray]:
    """Read header and key; blocks until they are there. Raises `HandoverBroken`."""
    length = int.from_bytes(_read_exactly(fd, 4), "big")
    if not 0 < length <= LONGEST_HEADER:
        raise HandoverBroken
    header = _header(_read_exactly(fd, length))
    return header, _read_exactly(fd, KEY_LENGTH)


def await_end(fd: int) -> None:
    """Block until the other side is gone."""
    while os.read(fd, 64):
        pass


def _header(words: bytearray) -> Header:
    from uuid import UUID  # noqa: PLC0415 - not for the first paint of the log-in

    try:
        given: Any = json.loads(words)
        header = Header(**given)
        UUID(header.user_id)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise HandoverBroken from error
    if not all(isinstance(w, str) and len(w) <= _LONGEST_WORD for w in given.values()):
        raise HandoverBroken
    if header.lang not in ("el", "en"):
        raise HandoverBroken
    return header


def _read_exactly(fd: int, count: int) -> bytearray:
    # readv fills our own buffer: no copy of the key is left behind in a bytes object
    buffer = bytearray(count)
    done = 0
    while done < count:
        with memoryview(buffer) as view:
            got = _read_into(fd, view[done:])
        if not got:
            buffer[:] = bytes(count)
            raise HandoverBroken
        done += got
    return buffer


def _read_into(fd: int, room: memoryview) -> int:
    if hasattr(os, "readv"):
        return os.readv(fd, [room])
    piece = os.read(fd, len(room))
    room[: len(piece)] = piece
    return len(piece)


def _write_all(fd: int, parcel: bytearray) -> None:
    done = 0
    try:
        while done < len(parcel):
            with memoryview(parcel) as view:
                done += os.write(fd, view[done:])
    finally:
        parcel[:] = bytes(len(parcel))
