"""The official Latin form of Greek: ELOT 743 (ISO 843) type 2, as on identity papers.

People may carry another spelling on request, so this is a proposal and never
replaces the Latin form that somebody's document shows.
"""

import re
import unicodedata

from kentro_app.domain.fold import DIALYTIKA, explicit_pairs, only_dialytika

_PAIRS = {"γγ": "ng", "γξ": "nx", "γχ": "nch", "ου": "ou"}
_V_PAIRS = {"αυ": "a", "ευ": "e", "ηυ": "i"}
_LETTERS = {
    **dict(zip("αβγδεζηικλμνοπρστυφω", "avgdeziiklmnoprstyfo", strict=True)),
    "ς": "s",
    "θ": "th",
    "ξ": "x",
    "χ": "ch",
    "ψ": "ps",
}
_VOICELESS = frozenset("θκξπσςτφχψ")
_UNIT = re.compile(
    rf"(?:[αεηο]υ(?!{DIALYTIKA})|γ[γξχ]|(?<![^\W\d_])μπ|μπ(?![^\W\d_])|[α-ω]){DIALYTIKA}?",
    re.IGNORECASE,
)


def elot743(text: str) -> str:
    """The text with its Greek in Latin letters; casing and all that is not Greek stay.

    Παπαδόπουλος → Papadopoulos, ΘΕΟΔΩΡΑ → THEODORA, Ευθυμία → Efthymia, Μάιος → Maios.
    """
    plain = only_dialytika(explicit_pairs(text))
    return unicodedata.normalize("NFC", _UNIT.sub(_written, plain))


def _written(found: re.Match[str]) -> str:
    greek = found[0].removesuffix(DIALYTIKA)
    latin = _latin(greek.lower(), following=found.string[found.end() : found.end() + 1].lower())
    if not greek[0].isupper():
        return latin
    return latin.upper() if _shouted(found, greek) else latin.capitalize()


def _latin(greek: str, *, following: str) -> str:
    if greek in _V_PAIRS:
        silent = not following.isalpha() or following in _VOICELESS
        return _V_PAIRS[greek] + ("f" if silent else "v")
    if greek == "μπ":
        return "b"
    return _PAIRS.get(greek) or _LETTERS[greek]


def _shouted(found: re.Match[str], greek: str) -> bool:
    """Whether one capital stands among capitals: Θ is TH in ΘΕΟΣ, but Th in Θεός and alone."""
    if len(greek) > 1:
        return greek.isupper()
    following = found.string[found.end() : found.end() + 1]
    if following.isalpha():
        return following.isupper()
    return found.string[max(found.start() - 2, 0) : found.start()].rstrip(DIALYTIKA)[-1:].isupper()
