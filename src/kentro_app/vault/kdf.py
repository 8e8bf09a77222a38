"""From a password to a key: Argon2id (RFC 9106), with a floor that no file can lower.

One graphics card tries some 400 passwords a second at 256 MiB and half of that at
512 MiB. The note key of a psychologist hangs on her password alone, hence her rise.
"""

import os
import sys
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from kentro_app.domain.roles import Role
from kentro_app.vault.errors import KeyFileTampered, NotEnoughMemory
from kentro_app.vault.secret import LENGTH

SALT_LENGTH = 16
_ROOMY = 16 * 1024**3
_SLOWEST_PASSES = 64


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """The cost of one derivation."""

    memory_kib: int
    passes: int
    lanes: int

    def cheaper_than(self, other: "KdfParameters") -> bool:
        """By the memory moved, which is what a guess costs."""
        return self.memory_kib * self.passes < other.memory_kib * other.passes


FLOOR = KdfParameters(memory_kib=256 * 1024, passes=3, lanes=4)
CEILING = KdfParameters(memory_kib=1024 * 1024, passes=_SLOWEST_PASSES, lanes=16)


@dataclass(frozen=True, slots=True)
class KdfPolicy:
    """What a derivation must cost at least, may cost at most, and costs for new passwords.

    It is an argument, never read from a file or the environment: whoever can write
    the key file must not be able to make guessing cheap.
    """

    floor: KdfParameters = FLOOR
    chosen: KdfParameters = FLOOR

    def for_new(self, role: Role) -> KdfParameters:
        """The cost of a password that is set now; at least this role's floor."""
        least = self.least(role)
        memory = max(self.chosen.memory_kib, least.memory_kib)
        passes = max(self.chosen.passes, least.passes)
        return KdfParameters(memory, passes, max(self.chosen.lanes, least.lanes))

    def least(self, role: Role) -> KdfParameters:
        """The floor of a role: a psychologist's memory is twice everybody's."""
        factor = 2 if role is Role.PSYCHOLOGIST else 1
        return KdfParameters(self.floor.memory_kib * factor, self.floor.passes, self.floor.lanes)

    def require(self, parameters: KdfParameters, role: Role) -> None:
        """Raise `KeyFileTampered` for a cost that this program would never have written."""
        least = self.least(role)
        fits = (
            least.memory_kib <= parameters.memory_kib <= CEILING.memory_kib
            and least.passes <= parameters.passes <= CEILING.passes
            and least.lanes <= parameters.lanes <= CEILING.lanes
        )
        if not fits:
            raise KeyFileTampered(reason="cost")


PRODUCTION = KdfPolicy()


def password_bytes(password: str) -> bytes:
    """A password as it is hashed: NFC, UTF-8; case and accents stay.

    Keyboards differ in whether they send «ή» as one character or two; without NFC
    the same password would not open the store from another machine.
    """
    # surrogates cannot be typed, but an environment variable can hold them
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


def derive(password: str, salt: bytes, parameters: KdfParameters) -> bytearray:
    """32 bytes from a password, for `wrap` only. Raises `NotEnoughMemory`.

    Releases the interpreter lock while it works.
    """
    try:
        return bytearray(
            hash_secret_raw(
                password_bytes(password),
                salt,
                time_cost=parameters.passes,
                memory_cost=parameters.memory_kib,
                parallelism=parameters.lanes,
                hash_len=LENGTH,
                type=Type.ID,
            )
        )
    except HashingError as error:
        raise NotEnoughMemory(mib=parameters.memory_kib // 1024) from error


def seconds_of(parameters: KdfParameters) -> float:
    """How long one derivation takes on this machine."""
    start = time.perf_counter()
    derive("καλημέρα", bytes(SALT_LENGTH), parameters)
    return time.perf_counter() - start


def physical_memory() -> int:
    """This machine's memory in bytes, or 0 where the system does not say (Windows)."""
    if sys.platform == "win32":
        return 0
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def calibrate(
    target: tuple[float, float] = (0.4, 1.0),
    *,
    floor: KdfParameters = FLOOR,
    ram: int | None = None,
    seconds_of: Callable[[KdfParameters], float] = seconds_of,
) -> KdfParameters:
    """A cost that takes between `target[0]` and `target[1]` seconds here, never below the floor.

    Memory first (it is what hurts graphics cards), up to 512 MiB, or 1 GiB where `ram`
    (bytes; by default this machine's) is at least 16 GiB; then passes. A slow machine
    simply stays at the floor.
    """
    least, most = target
    roomy = (physical_memory() if ram is None else ram) >= _ROOMY
    limit = CEILING.memory_kib if roomy else CEILING.memory_kib // 2
    chosen, taken = floor, seconds_of(floor)
    while taken < least and chosen.passes < CEILING.passes:
        following = _dearer(chosen, limit, doubles=taken * 2 <= most)
        elapsed = seconds_of(following)
        if elapsed > most:
            break
        chosen, taken = following, elapsed
    return chosen


def _dearer(now: KdfParameters, limit: int, *, doubles: bool) -> KdfParameters:
    if doubles and now.memory_kib * 2 <= limit:
        return KdfParameters(now.memory_kib * 2, now.passes, now.lanes)
    return KdfParameters(now.memory_kib, now.passes + 1, now.lanes)
