"""Key material that can be wiped and does not show itself by accident.

Python copies objects as it likes; only the end of the process removes every copy.
Wiping keeps the time short in which one copy lies about.
"""

import secrets
from types import TracebackType
from typing import NoReturn, Self

LENGTH = 32


def wipe(buffer: bytearray) -> None:
    """Overwrite a buffer with zeros, in place."""
    buffer[:] = bytes(len(buffer))


class SecretKey:
    """A key of 256 bits. Takes over the given buffer: nobody else may keep or use it.

    SQLCipher takes a key of the wrong length for a password without a word; therefore
    the length is checked here, where every key is born.
    """

    __slots__ = ("_buffer",)

    def __init__(self, buffer: bytearray) -> None:
        if not isinstance(buffer, bytearray) or len(buffer) != LENGTH:
            raise ValueError("a key is a bytearray of 32 bytes")
        self._buffer = buffer

    @classmethod
    def random(cls) -> Self:
        """A fresh key from the operating system."""
        return cls(bytearray(secrets.token_bytes(LENGTH)))

    @property
    def buffer(self) -> bytearray:
        """The key itself, not a copy: it is zero after `wipe`."""
        return self._buffer

    def wipe(self) -> None:
        """Forget the key."""
        wipe(self._buffer)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.wipe()

    def __repr__(self) -> str:
        return "SecretKey(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is never pickled or copied")
