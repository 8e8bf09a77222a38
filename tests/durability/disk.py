"""A disk that loses what was not synced: plays back the log of disk_watch.c up to a power cut.

What a cut does, all of it by chance: every un-synced write is split at the 512-byte sectors of
the disk and each sector is kept or lost on its own (so writes are torn and reordered), un-synced
changes of length happened or not, un-synced creations, renames and unlinks happened or not. What
was synced before the cut is there: a file by its fsync, its name by the fsync of the directory.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

SECTOR = 512
_HEADER = struct.Struct("<IiqII")


@dataclass(frozen=True, slots=True)
class Record:
    """One call the program made: its kind as in disk_watch.c, and what the kind needs."""

    kind: str
    fd: int
    number: int
    data: bytes
    second: bytes


def read_log(path: Path) -> list[Record]:
    return list(_records(path.read_bytes()))


def _records(log: bytes) -> Iterator[Record]:
    at = 0
    while at < len(log):
        kind, fd, number, first, second = _HEADER.unpack_from(log, at)
        at += _HEADER.size
        yield Record(
            chr(kind), fd, number, log[at : at + first], log[at + first : at + first + second]
        )
        at += first + second


@dataclass(slots=True)
class Inode:
    """The content of a file: what is safe, and what was asked for since the last sync."""

    safe: bytearray = field(default_factory=bytearray)
    asked: list[tuple[int, bytes] | int] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.asked:
            _change(self.safe, change)
        self.asked.clear()

    def after_a_cut(self, chance: Random, luck: float) -> bytes:
        content = bytearray(self.safe)
        for change in self.asked:
            for piece in _sectors(change):
                if chance.random() < luck:
                    _change(content, piece)
        return bytes(content)


def _change(content: bytearray, change: tuple[int, bytes] | int) -> None:
    end = change if isinstance(change, int) else change[0] + len(change[1])
    if end > len(content):
        content.extend(bytes(end - len(content)))
    if isinstance(change, int):
        del content[change:]
    else:
        content[change[0] : end] = change[1]


def _sectors(change: tuple[int, bytes] | int) -> Iterator[tuple[int, bytes] | int]:
    if isinstance(change, int):
        yield change
        return
    start, data = change
    at = 0
    while at < len(data):
        after = SECTOR - (start + at) % SECTOR
        yield start + at, data[at : at + after]
        at += after


Names = dict[str, Inode | None]  # a directory has no content: None


@dataclass(frozen=True, slots=True)
class NameChange:
    """A creation, link, rename or unlink: safe after an fsync of the directory."""

    kind: str
    name: str
    other: str = ""
    inode: Inode | None = None

    def apply(self, names: Names) -> None:
        if self.kind == "u":
            names.pop(self.name, None)
        elif self.kind == "r":
            for name in [n for n in names if n == self.name or n.startswith(self.name + "/")]:
                names[self.other + name[len(self.name) :]] = names.pop(name)
        else:
            names[self.name] = self.inode

    def touches(self, folder: str) -> bool:
        return folder in (_folder(self.name), _folder(self.other))


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


class Disk:
    """The watched folder while the log is played; `cut` may be asked for at any point."""

    def __init__(self, root: Path) -> None:
        self._root = str(root.resolve())
        self._now: Names = {self._root: None}
        self._safe: Names = {self._root: None}
        self._changes: list[NameChange] = []
        self._open: dict[int, str | Inode] = {}
        self.marks: list[str] = []
        self._plays: dict[str, Callable[[Record], None]] = {
            "o": self._opened,
            "c": lambda record: self._forget(record.fd),
            "w": lambda record: self._file(record).asked.append((record.number, record.data)),
            "t": lambda record: self._file(record).asked.append(record.number),
            "s": self._synced,
            "r": lambda record: self._name(NameChange("r", *_names(record))),
            "l": lambda record: self._linked(*_names(record)),
            "u": lambda record: self._name(NameChange("u", record.data.decode())),
            "m": lambda record: self._name(NameChange("m", record.data.decode())),
            "a": lambda record: self.marks.append(record.data.decode()),
        }

    def play(self, record: Record) -> None:
        self._plays[record.kind](record)

    def _opened(self, record: Record) -> None:
        name = record.data.decode()
        if record.number == 1:
            self._name(NameChange("o", name, inode=Inode()))
        inode = self._now[name]
        self._open[record.fd] = name if inode is None else inode
        if record.number == 2 and inode is not None:
            inode.asked.append(0)

    def _forget(self, fd: int) -> None:
        self._open.pop(fd, None)

    def _file(self, record: Record) -> Inode:
        inode = self._open[record.fd]
        assert isinstance(inode, Inode)
        return inode

    def _linked(self, name: str, other: str) -> None:
        self._name(NameChange("l", other, inode=self._now[name]))

    def _name(self, change: NameChange) -> None:
        change.apply(self._now)
        self._changes.append(change)

    def _synced(self, record: Record) -> None:
        target = self._open[record.fd]
        if isinstance(target, Inode):
            target.sync()
            return
        for change in [one for one in self._changes if one.touches(target)]:
            change.apply(self._safe)
            self._changes.remove(change)

    def cut(self, chance: Random) -> dict[str, bytes | None]:
        """Path below the folder → content (None: a directory) as found after the power is back."""
        luck = chance.choice((0.0, 0.5, 1.0, chance.random()))
        names = dict(self._safe)
        for change in self._changes:
            if chance.random() < luck:
                change.apply(names)
        luck = chance.choice((0.0, 0.5, 1.0, chance.random()))
        left = {
            id(inode): inode.after_a_cut(chance, luck) if inode else None
            for inode in names.values()
        }
        return {
            name[len(self._root) + 1 :]: left[id(inode)]
            for name, inode in names.items()
            if name != self._root and self._is_reachable(name, names)
        }

    def _is_reachable(self, name: str, names: Mapping[str, object]) -> bool:
        """Whether every folder on the way to the name is there."""
        while name != self._root:
            name = _folder(name)
            if name not in names:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Cut:
    """After how many calls the power went, what had been promised by then, and what is left."""

    point: int
    marks: tuple[str, ...]
    files: dict[str, bytes | None]


def _names(record: Record) -> tuple[str, str]:
    return record.data.decode(), record.second.decode()


def power_cuts(
    log: list[Record], root: Path, cuts: int, *, seed: int, since: str = ""
) -> Iterator[Cut]:
    """Cut the power at points of the recorded run chosen by chance, in order of time.

    With `since`, only after that mark.
    """
    chance = Random(seed)
    first = [record.data for record in log].index(since.encode()) + 1 if since else 0
    disk = Disk(root)
    played = 0
    for point in sorted(chance.randint(first, len(log)) for _ in range(cuts)):
        for record in log[played:point]:
            disk.play(record)
        played = point
        yield Cut(point, tuple(disk.marks), disk.cut(chance))


def lay_out(files: dict[str, bytes | None], folder: Path) -> None:
    """Write what a cut left into an empty folder."""
    folder.mkdir()
    for name, content in sorted(files.items()):
        if content is None:
            (folder / name).mkdir()
        else:
            (folder / name).write_bytes(content)
