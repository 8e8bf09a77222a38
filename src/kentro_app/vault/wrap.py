"""One key wrapped with another: HKDF-SHA256 for the key, AES-256-GCM for the box.

Every wrap has its own salt and so its own key, hence a random 96-bit nonce can
never meet itself. The associated data says what the box is for: pasted elsewhere
it does not open.
"""

import hmac
import secrets
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kentro_app.vault.secret import LENGTH, SecretKey, wipe

NONCE_LENGTH = 12
BOX_LENGTH = LENGTH + 16  # the key and the tag


@dataclass(frozen=True, slots=True)
class Box:
    """A wrapped key."""

    nonce: bytes
    content: bytes


def subkey(root: bytearray, label: str, salt: bytes = b"") -> bytearray:
    """A key for one purpose, which says nothing about the root or about its siblings.

    RFC 5869; the label (HKDF's info) is the purpose.
    """
    derived = bytearray(LENGTH)
    HKDF(SHA256(), LENGTH, salt, label.encode()).derive_into(root, derived)
    return derived


def seal(root: bytearray, label: str, content: SecretKey, *, bound: bytes) -> Box:
    """Wrap `content`; `bound` is the associated data. The root is left as it is."""
    key = subkey(root, label)
    nonce = secrets.token_bytes(NONCE_LENGTH)
    try:
        return Box(nonce, AESGCM(key).encrypt(nonce, content.buffer, bound))
    finally:
        wipe(key)


def open_box(root: bytearray, label: str, box: Box, *, bound: bytes) -> SecretKey | None:
    """The wrapped key, or None for a wrong root or any change to the box or to `bound`."""
    key = subkey(root, label)
    content = bytearray(LENGTH)
    try:
        AESGCM(key).decrypt_into(box.nonce, box.content, bound, content)
    except InvalidTag:
        return None
    finally:
        wipe(key)
    return SecretKey(content)


def authenticator(root: bytearray, label: str, content: bytes) -> bytes:
    """HMAC-SHA256 under a key of its own."""
    key = subkey(root, label)
    try:
        return hmac.digest(key, content, sha256)
    finally:
        wipe(key)
