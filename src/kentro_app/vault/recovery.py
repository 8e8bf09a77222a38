"""The recovery code on paper: 256 bits, 14 groups of four, with a checksum.

Crockford's Base32 has no I, L, O and U, so nothing on the card looks like something
else. What is typed may be in either case, with other separators, and with the Greek
keyboard layout switched on, as it mostly is: a scanner for QR codes types so too.
"""

import hmac
from hashlib import sha256
from typing import Final, Self

from kentro_app.vault.errors import WrongRecoveryCode
from kentro_app.vault.secret import LENGTH, SecretKey, wipe

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECK = 3
_DIGITS = (LENGTH + _CHECK) * 8 // 5
_GROUP = 4
_SEPARATORS = dict.fromkeys(map(ord, " \t\r\n\u00a0-‐‑‒–—−_.,"))
# shapes: what a person takes for the Latin letter; keys: what the Latin key types in Greek
_SHAPES = dict(zip("ΑΒΕΖΗΙΚΜΝΟΤΥΧ", "ABEZHIKMNOTYX", strict=True))
_KEYS = dict(zip("ΨΔΦΓΞΠΣΩΛΘ;:", "CDFGJPSVLUQQ", strict=True))
_LOOK_ALIKES = {"O": "0", "I": "1", "L": "1"}
_PLAIN = str.maketrans(_SHAPES | _KEYS)
_SAME = str.maketrans(_LOOK_ALIKES)


class RecoveryCode:
    """The building's recovery code. Takes over the key; `text` is for the card only."""

    __slots__ = ("key",)

    def __init__(self, key: SecretKey) -> None:
        self.key = key

    @classmethod
    def random(cls) -> Self:
        """A fresh code."""
        return cls(SecretKey.random())

    @classmethod
    def parse(cls, text: str) -> Self:
        """The code that was typed. Raises `WrongRecoveryCode` with what is wrong with it.

        Greek Ρ is the shape of P and the key of R; the checksum says which was meant.
        """
        digits = _plain(text)
        if len(digits) != _DIGITS:
            raise WrongRecoveryCode(field="recovery_code", reason="length")
        for rho in "RP":
            attempt = digits.replace("Ρ", rho).translate(_SAME)
            if not set(attempt) <= set(ALPHABET):
                raise WrongRecoveryCode(field="recovery_code", reason="character")
            key = _checked(attempt)
            if key is not None:
                return cls(key)
        raise WrongRecoveryCode(field="recovery_code", reason="checksum")

    @property
    def text(self) -> str:
        """As printed, and as the QR code says it: fourteen groups of four, with hyphens."""
        octets = bytes(self.key.buffer) + _checksum(self.key.buffer)
        number = int.from_bytes(octets, "big")
        digits = [ALPHABET[number >> 5 * place & 31] for place in reversed(range(_DIGITS))]
        groups = ("".join(digits[at : at + _GROUP]) for at in range(0, _DIGITS, _GROUP))
        return "-".join(groups)

    def wipe(self) -> None:
        """Forget the code."""
        self.key.wipe()

    def __repr__(self) -> str:
        return "RecoveryCode(…)"


parse = RecoveryCode.parse


def _plain(text: str) -> str:
    # final sigma is the key W; upper-casing would make it the key S
    return text.translate(_SEPARATORS).replace("ς", "W").upper().translate(_PLAIN)


def _checked(digits: str) -> SecretKey | None:
    number = 0
    for digit in digits:
        number = number << 5 | ALPHABET.index(digit)
    octets = bytearray(number.to_bytes(LENGTH + _CHECK, "big"))
    key = SecretKey(octets[:LENGTH])
    whole = hmac.compare_digest(_checksum(key.buffer), octets[LENGTH:])
    wipe(octets)
    if whole:
        return key
    key.wipe()
    return None


def _checksum(key: bytearray) -> bytes:
    return sha256(b"kentro recovery code" + key).digest()[:_CHECK]
