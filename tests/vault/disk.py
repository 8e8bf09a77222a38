"""A disk that keeps only what was synced, for `vault.files.Files`.

After a power cut, of a file that was not synced every 512-byte sector is there, not
there or torn; of names that were not synced any subset of the changes has happened.
Nothing is kinder than that, and some file systems are not.
"""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

SECTOR = 512


class PowerCut(Exception):
    """The lights go out."""


@dataclass
class Inode:
    """A file's content: as programs see it, and as the medium has it."""

    seen: bytes = b""
    kept: bytes = b""


@dataclass
class Disk:
    """Names seen by programs, names on the medium, and the changes between."""

    cut_at: int = 10**9
    steps: int = 0
    seen: dict[str, Inode] = field(default_factory=dict)
    kept: dict[str, Inode] = field(default_factory=dict)
    pending: list[tuple[str, str | None, Inode]] = field(default_factory=list)
    handles: dict[int, Inode] = field(default_factory=dict)

    def read(self, path: Path, most: int) -> bytes:
        if path.name not in self.seen:
            raise FileNotFoundError(path.name)
        return self.seen[path.name].seen[:most]

    def create(self, path: Path) -> int:
        self._step()
        inode = Inode()
        self.seen[path.name] = inode
        self.pending.append((path.name, None, inode))
        handle = len(self.handles)
        self.handles[handle] = inode
        return handle

    def write(self, handle: int, data: bytes) -> None:
        for start in range(0, len(data), SECTOR):
            self._step()
            self.handles[handle].seen += data[start : start + SECTOR]

    def sync(self, handle: int) -> None:
        self._step()
        self.handles[handle].kept = self.handles[handle].seen

    def close(self, handle: int) -> None:
        """Closing syncs nothing."""

    def replace(self, source: Path, target: Path) -> None:
        self._step()
        inode = self.seen.pop(source.name)
        self.seen[target.name] = inode
        self.pending.append((target.name, source.name, inode))

    def sync_directory(self, directory: Path) -> None:
        self._step()
        self.kept = dict(self.seen)
        self.pending = []

    def after_power_cut(self, random: Random) -> "Disk":
        """What is found when the lights are on again."""
        names = dict(self.kept)
        for target, source, inode in self.pending:
            if random.random() < 0.5:
                names[target] = inode
                names.pop(source or "", None)
        found = {name: _survivor(inode, random) for name, inode in names.items()}
        return Disk(seen=found, kept=dict(found))

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self.cut_at:
            raise PowerCut


def _survivor(inode: Inode, random: Random) -> Inode:
    if inode.seen == inode.kept:
        return Inode(inode.kept, inode.kept)
    length = random.choice((0, len(inode.seen), random.randint(0, len(inode.seen))))
    content = b"".join(
        random.choice((sector, bytes(len(sector)), random.randbytes(len(sector))))
        for start in range(0, length, SECTOR)
        for sector in [inode.seen[start : min(start + SECTOR, length)]]
    )
    return Inode(content, content)
