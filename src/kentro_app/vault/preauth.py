"""Failed log-ins, kept until somebody who can open the store takes them into its audit log.

The encrypted store is closed at that moment, so each event is sealed (HPKE, RFC 9180:
X25519, HKDF-SHA256, AES-256-GCM) to the building's audit key, which whoever stands
outside cannot read, and chained by SHA-256, so that no line inside goes missing
unseen. It has no key of its own: whoever can write the file can begin a new chain, or
cut its end. The store can therefore remember the `mark` of the last event it took and
ask for what is after it; a log that was taken away or begun anew is noticed then.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from kentro_app.domain.moments import EPOCH, from_ms, to_ms
from kentro_app.vault.errors import KeyFileTampered
from kentro_app.vault.files import REAL, put

NAME: Final = "preauth.log"
MOST_EVENTS: Final = 5000
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_INFO = b"kentro preauth v1"
_CHAIN = b"kentro-preauth-v1"
_START = bytes(32)
_MOST_BYTES = 16 * 1024 * 1024
_PADDED = 128  # every event is as long as every other


class Kind(Enum):
    """What happened before the store was open."""

    LOGIN_FAILED = "login_failed"
    LOGIN_THROTTLED = "login_throttled"
    RECOVERY_FAILED = "recovery_failed"
    THROTTLE_DAMAGED = "throttle_damaged"
    KEY_FILE_REFUSED = "key_file_refused"
    LOG_DAMAGED = "log_damaged"


@dataclass(frozen=True, slots=True)
class Event:
    """`user_id` is None for an unknown name: what was typed there may have been a password.

    `mark` is its place in the chain; `collect` fills it in.
    """

    at: datetime
    kind: Kind
    user_id: UUID | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    link: bytes
    box: bytes | None  # None: it only says where the chain was when it was last cleared


def append(directory: Path, public_key: bytes, event: Event) -> None:
    """Seal and store an event; on disk before it returns.

    Raises `OSError`, and `KeyFileTampered` for a public key that nobody made.
    After 5,000 events that nobody took, later ones are dropped: the disk must not fill.
    """
    path = directory / NAME
    lines = _lines(path)
    if len(lines) > MOST_EVENTS:
        return
    before = _end(lines)
    box = _sealed(event, public_key, before)
    line = {"box": box.hex(), "link": _link(before, box).hex()}
    put(path, b"\n".join([*lines, json.dumps(line).encode(), b""]))


def collect(directory: Path, private_key: X25519PrivateKey, *, after: str = "") -> list[Event]:
    """The events after the one with the mark `after`, in their order.

    An event of kind LOG_DAMAGED stands where a line is missing, changed or not ours,
    and at the start if the event with that mark is not in the file at all. Without a
    mark the start that the file claims is believed.
    """
    entries = list(_walk(_lines(directory / NAME), private_key))
    marks = [mark for mark, _ in entries]
    if not after or after in marks:
        first = marks.index(after) + 1 if after else 0
        return [event for _, event in entries[first:] if event]
    return [_damage(after), *(event for _, event in entries if event)]


def clear(directory: Path, *, through: str) -> None:
    """Forget the events up to a mark, after the store has committed them; the chain goes on."""
    path = directory / NAME
    lines = _lines(path)
    links = [parsed.link.hex() if parsed else "" for parsed in map(_parsed, lines)]
    if through in links:
        lines = lines[links.index(through) + 1 :]
    elif through != _START.hex():  # nothing but rubbish has the mark of the start
        return
    start = json.dumps({"link": through}).encode()
    put(path, b"\n".join([start, *(line for line in lines if _parsed(line)), b""]))


def _walk(lines: list[bytes], private_key: X25519PrivateKey) -> Iterator[tuple[str, Event | None]]:
    """Where the chain starts, then each event with its mark."""
    before = _START
    if lines and (first := _parsed(lines[0])) and first.box is None:
        before, lines = first.link, lines[1:]
    yield before.hex(), None
    for line in lines:
        parsed = _parsed(line)
        event = _opened(parsed, before, private_key) if parsed else None
        before = parsed.link if parsed else before
        yield before.hex(), event or _damage(before.hex())


def _damage(mark: str) -> Event:
    return Event(EPOCH, Kind.LOG_DAMAGED, mark=mark)


def _lines(path: Path) -> list[bytes]:
    try:
        return [line for line in REAL.read(path, _MOST_BYTES).split(b"\n") if line]
    except FileNotFoundError:
        return []


def _end(lines: list[bytes]) -> bytes:
    links = [parsed.link for parsed in map(_parsed, lines) if parsed]
    return links[-1] if links else _START


def _parsed(line: bytes) -> _Line | None:
    try:
        fields: Any = json.loads(line)
        box = bytes.fromhex(fields["box"]) if "box" in fields else None
        parsed = _Line(bytes.fromhex(fields["link"]), box)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return parsed if len(parsed.link) == len(_START) else None


def _opened(line: _Line, before: bytes, private_key: X25519PrivateKey) -> Event | None:
    if line.box is None or line.link != _link(before, line.box):
        return None
    try:
        fields = json.loads(_SUITE.decrypt(line.box, private_key, info=_INFO + before))
        user = UUID(fields["user"]) if fields["user"] else None
        return Event(from_ms(fields["at"]), Kind(fields["kind"]), user, line.link.hex())
    except (InvalidTag, ValueError, KeyError, TypeError, OverflowError):
        return None


def _sealed(event: Event, public_key: bytes, before: bytes) -> bytes:
    receiver = X25519PublicKey.from_public_bytes(public_key)
    try:
        return _SUITE.encrypt(_packed(event), receiver, info=_INFO + before)
    except ValueError:  # a point of low order, put there to make the log readable
        raise KeyFileTampered(reason="audit_key") from None


def _packed(event: Event) -> bytes:
    user = str(event.user_id) if event.user_id else ""
    fields = {"at": to_ms(event.at), "kind": event.kind.value, "user": user}
    return json.dumps(fields).encode().ljust(_PADDED)


def _link(before: bytes, box: bytes) -> bytes:
    return sha256(_CHAIN + before + box).digest()
