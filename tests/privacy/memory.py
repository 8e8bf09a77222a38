"""Reading the memory of other processes (Linux), and knowing whose they are."""

from pathlib import Path

CAP_SYS_PTRACE = 19
PIECE = 16 * 1024 * 1024


def may_look():
    """Whether the kernel lets us read processes that made themselves unreadable."""
    status = Path("/proc/self/status").read_text()
    rights = next(line for line in status.splitlines() if line.startswith("CapEff:"))
    return bool(int(rights.split()[1], 16) >> CAP_SYS_PTRACE & 1)


def family(pid):
    """A process and all that descend from it, as far as they live."""
    found = {pid} if alive(pid) else set()
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(after_name[1])
    grown = True
    while grown:
        young = {child for child, parent in parents.items() if parent in found} - found
        found |= young
        grown = bool(young)
    return found


def alive(pid):
    """Whether it runs; one that has ended and only waits to be noticed has no memory."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def found_in(pid, wanted):
    """Which of the `wanted` (name → byte patterns) lie in the memory of a process.

    Raises PermissionError where the kernel lets nobody look: for a hardened process that is
    everybody but root.
    """
    names = set()
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for start, end in _written_regions(pid):
            for piece in _pieces(memory, start, end):
                names |= {
                    name
                    for name, patterns in wanted.items()
                    if name not in names and any(pattern in piece for pattern in patterns)
                }
    return names


def _written_regions(pid):
    """Where a process can have written: not the code of its libraries."""
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        where, rights, *rest = line.split(maxsplit=5)
        is_file = len(rest) == 4 and rest[3].startswith("/")
        if rights[0] == "r" and (rights[1] == "w" or not is_file) and "[v" not in line:
            start, end = (int(part, 16) for part in where.split("-"))
            yield start, end


def _pieces(memory, start, end):
    """The region in pieces that overlap a little, so that nothing hides in a seam."""
    place = start
    while place < end:
        try:
            memory.seek(place)
            piece = memory.read(min(PIECE, end - place))
        except OSError:  # the region has gone meanwhile, or holds nothing yet
            return
        if not piece:
            return
        if piece.strip(b"\0"):
            yield piece
        place += len(piece) if place + len(piece) >= end else max(len(piece) - 4096, 1)
