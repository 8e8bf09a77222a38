"""Log-in attempts slowed down, per user name and per machine; never a permanent lock.

It is a measure against colleagues at this keyboard. Whoever copies the files goes
around it; against that stands the cost of Argon2. A locked desk at nine in the
morning would be worse than the guessing, hence fifteen minutes at most.
"""

import hmac
import json
import logging
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from kentro_app.domain.moments import now as wall_clock
from kentro_app.domain.moments import to_ms
from kentro_app.vault.document import name_key
from kentro_app.vault.errors import TooSoon
from kentro_app.vault.files import REAL, Files, put

NAME: Final = "throttle.json"
DELAYS: Final = (0, 0, 0, 5, 15, 30, 60, 120, 240, 480, 900)
_FORGOTTEN_AFTER = int(timedelta(days=1) / timedelta(milliseconds=1))
_MOST_BYTES = 256 * 1024
_MOST_NAMES = 200
_MACHINE = "machine"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Tally:
    """Failures in a row, and when the last one was (milliseconds UTC)."""

    failures: int
    at: int

    @property
    def delay(self) -> int:
        """Milliseconds to wait after the last failure."""
        return DELAYS[min(self.failures, len(DELAYS)) - 1] * 1000


class Throttle:
    """The tallies of one data directory. `found_damaged`: its file was of no use at the start."""

    def __init__(
        self,
        directory: Path,
        *,
        now: Callable[[], datetime] = wall_clock,
        monotonic: Callable[[], float] = time.monotonic,
        files: Files = REAL,
    ) -> None:
        self._path = directory / NAME
        self._now = now
        self._monotonic = monotonic
        self._files = files
        self._ends: dict[str, float] = {}  # by the clock that nobody can set
        self.found_damaged = False
        self._salt, self._tallies = self._load()

    def require_allowed(self, name: str) -> None:
        """Raise `TooSoon` while this name or this machine has to wait."""
        wait = max(self._wait(self._key(name)), self._wait(_MACHINE))
        if wait > 0:
            raise TooSoon(seconds=-(-wait // 1000))

    def failed(self, name: str) -> None:
        """Count a failure, on disk before it returns. Raises `OSError` if it cannot be written."""
        for key in (self._key(name), _MACHINE):
            tally = _Tally(self._failures(key) + 1, self._wall())
            self._tallies[key] = tally
            self._ends[key] = self._monotonic() * 1000 + tally.delay
        self._save()

    def succeeded(self, name: str) -> None:
        """Forget this name's failures and the machine's; other names keep theirs."""
        known = [key for key in (self._key(name), _MACHINE) if key in self._tallies]
        for key in known:
            del self._tallies[key]
            self._ends.pop(key, None)
        if known:
            self._save()

    def _wait(self, key: str) -> int:
        tally = self._tallies.get(key)
        if tally is None:
            return 0
        if key in self._ends:
            return int(min(self._ends[key] - self._monotonic() * 1000, tally.delay))
        wait = tally.at + tally.delay - self._wall()
        if wait > tally.delay:  # the clock was set back: wait once more, not until it is caught up
            self._tallies[key] = replace(tally, at=self._wall())
            self._ends[key] = self._monotonic() * 1000 + tally.delay
            with suppress(OSError):  # nothing new is counted: memory will do
                self._save()
            return tally.delay
        return wait

    def _failures(self, key: str) -> int:
        tally = self._tallies.get(key)
        if tally is None or self._wall() - tally.at > _FORGOTTEN_AFTER:
            return 0
        return tally.failures

    def _key(self, name: str) -> str:
        # a typed name is sometimes a password: it must not lie here in clear
        typed = name_key(name).encode("utf-8", "surrogatepass")
        return hmac.new(self._salt, typed, sha256).hexdigest()

    def _wall(self) -> int:
        return to_ms(self._now())

    def _load(self) -> tuple[bytes, dict[str, _Tally]]:
        try:
            return _decode(self._files.read(self._path, _MOST_BYTES))
        except FileNotFoundError:
            pass
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self.found_damaged = True
            _log.warning("the file of log-in attempts was damaged and begins anew")
        return secrets.token_bytes(16), {}

    def _save(self) -> None:
        newest = sorted(self._tallies.items(), key=lambda entry: entry[1].at, reverse=True)
        kept = dict(newest[:_MOST_NAMES])
        if _MACHINE in self._tallies:
            kept[_MACHINE] = self._tallies[_MACHINE]
        self._tallies = kept
        put(self._path, _encode(self._salt, kept), self._files)


def _encode(salt: bytes, tallies: dict[str, _Tally]) -> bytes:
    rows = {key: [tally.failures, tally.at] for key, tally in tallies.items()}
    return json.dumps({"salt": salt.hex(), "tallies": rows}, sort_keys=True).encode()


def _decode(data: bytes) -> tuple[bytes, dict[str, _Tally]]:
    fields: Any = json.loads(data)
    rows = fields["tallies"].items()
    return bytes.fromhex(fields["salt"]), {key: _tally(*row) for key, row in rows}


def _tally(failures: Any, at: Any) -> _Tally:
    if type(failures) is int and type(at) is int and failures > 0 and at >= 0:
        return _Tally(failures, at)
    raise ValueError
