"""The key pair of the log of failed log-ins.

The private half is derived from the database key, so nothing more is stored; the
public half lies in the key file, where whoever fails to log in can use it.
"""

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kentro_app.vault.secret import SecretKey, wipe
from kentro_app.vault.wrap import subkey

_LABEL = "kentro preauth x25519"


def audit_private_key(dbk: SecretKey) -> X25519PrivateKey:
    """Opens the log; for holders of the database key only."""
    seed = subkey(dbk.buffer, _LABEL)
    try:
        return X25519PrivateKey.from_private_bytes(seed)
    finally:
        wipe(seed)


def audit_public_key(dbk: SecretKey) -> bytes:
    """The 32 bytes for the key file."""
    return audit_private_key(dbk).public_key().public_bytes_raw()
