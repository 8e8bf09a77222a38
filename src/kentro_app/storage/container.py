"""The file around a backup: a zip of fixed form in which no byte is free.

Members are stored, not packed, in one order, with zip64 fields throughout and no dates. Reading
builds every header anew from the sizes found and compares: any other spelling of the same zip is
refused, so is a member too many, a path, a bomb, and a flipped bit that no checksum would cover.
"""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from struct import Struct
from typing import BinaryIO, Final

from kentro_app.services.backups import BackupDamaged, BackupForeign

MANIFEST, SEAL, KEYS, STORE = "manifest.json", "seal.json", "keys.json", "kentro.db"
NAMES: Final = (MANIFEST, SEAL, KEYS, STORE)
SMALL: Final = 1024 * 1024  # no member but the store is larger

_CHUNK = 1024 * 1024
_VERSION, _STORED, _DATE = 45, 0, 0x21  # zip64; 1980-01-01, the zip format's first day
_HUGE = 0xFFFFFFFF  # "see the zip64 field"
_LOCAL = Struct("<4s5H3I2H")
_LOCAL_EXTRA = Struct("<2H2Q")
_CENTRAL = Struct("<4s6H3I5H2I")
_CENTRAL_EXTRA = Struct("<2H3Q")
_END64 = Struct("<4sQ2H2I4Q")
_LOCATOR = Struct("<4sIQI")
_END = Struct("<4s4H2IH")
_MAGIC = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Member:
    """A member's place in the file, and its sums."""

    name: str
    start: int
    size: int
    crc: int
    digest: bytes


def write(target: BinaryIO, small: Mapping[str, bytes], store: Path, sums: Member) -> None:
    """Write a backup in one pass: the small members, then the store. Raises `OSError`.

    `sums` is what `sums_of` said of the store, which is large: it is summed once only.
    """
    members: list[Member] = []
    for name in NAMES:
        known = _sums(name, iter((small[name],)), 0) if name in small else sums
        member = replace(known, start=target.tell() + _header_size(name))
        target.write(_local(member))
        for piece in (small[name],) if name in small else _file(store):
            target.write(piece)
        members.append(member)
    target.write(_directory(members, target.tell()))


def sums_of(store: Path) -> Member:
    """Size and sums of a store that is to be written; its place is not known yet."""
    return _sums(STORE, _file(store), 0)


def read(source: BinaryIO) -> dict[str, Member]:
    """The members of a backup, each summed. Raises BackupForeign, BackupDamaged, `OSError`."""
    if source.read(4) != _MAGIC:
        raise BackupForeign
    source.seek(0)
    members = [_member(source, name) for name in NAMES]
    at = source.tell()
    expected = _directory(members, at)
    if source.read(len(expected) + 1) != expected:
        raise BackupDamaged(part="container")
    return {member.name: member for member in members}


def first(source: BinaryIO) -> tuple[bytes, bytes]:
    """Manifest and seal, without reading the rest. Raises as `read` does."""
    if source.read(4) != _MAGIC:
        raise BackupForeign
    source.seek(0)
    manifest, seal = (_member(source, name) for name in (MANIFEST, SEAL))
    return content(source, manifest), content(source, seal)


def content(source: BinaryIO, member: Member) -> bytes:
    """A small member's bytes. Raises BackupDamaged."""
    if member.size > SMALL:
        raise BackupDamaged(part=member.name)
    return b"".join(pieces(source, member))


def pieces(source: BinaryIO, member: Member) -> Iterator[bytes]:
    """A member's bytes, a piece at a time. Raises BackupDamaged."""
    source.seek(member.start)
    left = member.size
    while left:
        piece = source.read(min(left, _CHUNK))
        if not piece:
            raise BackupDamaged(part=member.name)
        left -= len(piece)
        yield piece


def _file(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from iter(lambda: file.read(_CHUNK), b"")


def _member(source: BinaryIO, name: str) -> Member:
    start = source.tell()
    header = source.read(_header_size(name))
    if len(header) != _header_size(name):
        raise BackupDamaged(part="container")
    size = _LOCAL_EXTRA.unpack(header[-_LOCAL_EXTRA.size :])[2]
    found = Member(name, start + len(header), size, 0, b"")
    if name != STORE and size > SMALL:
        raise BackupDamaged(part=name)
    member = _sums(name, pieces(source, found), found.start)
    if _local(member) != header:
        raise BackupDamaged(part=name)
    return member


def _sums(name: str, parts: Iterator[bytes], start: int) -> Member:
    size, crc, digest = 0, 0, sha256()
    for part in parts:
        size += len(part)
        crc = zlib.crc32(part, crc)
        digest.update(part)
    return Member(name, start, size, crc, digest.digest())


def _header_size(name: str) -> int:
    return _LOCAL.size + len(name) + _LOCAL_EXTRA.size


def _local(member: Member) -> bytes:
    name = member.name.encode()
    extra = _LOCAL_EXTRA.pack(1, 16, member.size, member.size)
    sizes = (member.crc, _HUGE, _HUGE, len(name), len(extra))
    return _LOCAL.pack(_MAGIC, _VERSION, 0, _STORED, 0, _DATE, *sizes) + name + extra


def _central(member: Member) -> bytes:
    name = member.name.encode()
    offset = member.start - _header_size(member.name)
    extra = _CENTRAL_EXTRA.pack(1, 24, member.size, member.size, offset)
    start = (b"PK\x01\x02", _VERSION, _VERSION, 0, _STORED, 0, _DATE, member.crc, _HUGE, _HUGE)
    return _CENTRAL.pack(*start, len(name), len(extra), 0, 0, 0, 0, _HUGE) + name + extra


def _directory(members: list[Member], at: int) -> bytes:
    entries = b"".join(_central(member) for member in members)
    count, length = len(members), len(entries)
    whole = (_END64.size - 12, _VERSION, _VERSION, 0, 0, count, count, length, at)
    end64 = _END64.pack(b"PK\x06\x06", *whole)
    locator = _LOCATOR.pack(b"PK\x06\x07", 0, at + length, 1)
    end = _END.pack(b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, _HUGE, _HUGE, 0)
    return entries + end64 + locator + end
