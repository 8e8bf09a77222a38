"""Ways a store's files come to harm on a medium: each takes and gives the files of the store."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

PAGE = 4096
DATABASE, WAL, SHARED = "kentro.db", "kentro.db-wal", "kentro.db-shm"

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Scene:
    """A store as it lies on the medium, and the same file as it was some commits earlier."""

    now: Files
    before: bytes


Damage = Callable[[Scene, Random], Files]


def _with(scene: Scene, name: str, content: bytes) -> Files:
    return scene.now | {name: content}


def _without(scene: Scene, name: str) -> Files:
    return {other: content for other, content in scene.now.items() if other != name}


def _flip(content: bytes, bit: int) -> bytes:
    flipped = bytearray(content)
    flipped[bit // 8] ^= 1 << bit % 8
    return bytes(flipped)


def _put(content: bytes, at: int, piece: bytes) -> bytes:
    return content[:at] + piece + content[at + len(piece) :]


def _page(content: bytes, chance: Random) -> int:
    return chance.randrange(len(content) // PAGE) * PAGE


def one_bit(scene: Scene, chance: Random) -> Files:
    name = chance.choice([DATABASE] * 3 + [name for name in scene.now if name == WAL])
    content = scene.now[name]
    return _with(scene, name, _flip(content, chance.randrange(len(content) * 8)))


def flipped_at(scene: Scene, at: int) -> Files:
    return _with(scene, DATABASE, _flip(scene.now[DATABASE], at * 8))


def cut_short(scene: Scene, chance: Random) -> Files:
    content = scene.now[DATABASE]
    unit = chance.choice((1, 512, PAGE // 2, PAGE))
    return _with(scene, DATABASE, content[: chance.randrange(len(content) // unit) * unit])


def page_of_zeros(scene: Scene, chance: Random) -> Files:
    content = scene.now[DATABASE]
    return _with(scene, DATABASE, _put(content, _page(content, chance), bytes(PAGE)))


def sector_of_noise(scene: Scene, chance: Random) -> Files:
    content = scene.now[DATABASE]
    at = chance.randrange(len(content) // 512) * 512
    return _with(scene, DATABASE, _put(content, at, chance.randbytes(512)))


def two_pages_swapped(scene: Scene, chance: Random) -> Files:
    content = scene.now[DATABASE]
    one, two = _page(content, chance), _page(content, chance)
    first, second = content[one : one + PAGE], content[two : two + PAGE]
    return _with(scene, DATABASE, _put(_put(content, one, second), two, first))


def an_old_page(scene: Scene, chance: Random) -> Files:
    """A write that the drive confirmed and never made: undetectable by any page checksum."""
    return old_page_at(scene, _page(scene.before, chance))


def old_page_at(scene: Scene, at: int) -> Files:
    return _with(scene, DATABASE, _put(scene.now[DATABASE], at, scene.before[at : at + PAGE]))


def the_old_file(scene: Scene, _chance: Random) -> Files:
    return {DATABASE: scene.before}


def salt_damaged(scene: Scene, chance: Random) -> Files:
    return _with(scene, DATABASE, _put(scene.now[DATABASE], 0, chance.randbytes(16)))


def wal_of_noise(scene: Scene, chance: Random) -> Files:
    return _with(scene, WAL, chance.randbytes(chance.choice((1, 31, 32, 5000, 20000))))


def wal_lost(scene: Scene, _chance: Random) -> Files:
    return _without(scene, WAL)


def wal_cut_short(scene: Scene, chance: Random) -> Files:
    content = scene.now.get(WAL, b"")
    return _with(scene, WAL, content[: chance.randint(0, len(content))])


def shared_memory_lost(scene: Scene, _chance: Random) -> Files:
    return _without(scene, SHARED)


def shared_memory_of_noise(scene: Scene, chance: Random) -> Files:
    return _with(scene, SHARED, chance.randbytes(32768))


KINDS: tuple[Damage, ...] = (
    one_bit,
    one_bit,
    one_bit,
    cut_short,
    page_of_zeros,
    sector_of_noise,
    two_pages_swapped,
    an_old_page,
    an_old_page,
    the_old_file,
    salt_damaged,
    wal_of_noise,
    wal_lost,
    wal_cut_short,
    shared_memory_lost,
    shared_memory_of_noise,
)
