"""Text on its way into somebody's spreadsheet, where a surname may not become a formula.

Excel and LibreOffice read a field of a CSV file that begins with one of `= + - @` as a
formula, whether quoted or not; the commonest victim is an honest +30 telephone number. The
remedy is OWASP's (ASVS 5.0, 1.2.10): an apostrophe before it, and every field in quotes.
"""

from unicodedata import category, normalize

# A spreadsheet's own limit for one cell.
LONGEST = 32_767

_STARTERS = frozenset("=+-@")
_CONTROLS = frozenset("\t\r\n\0")
_INVISIBLE = ("Cc", "Cf", "Zs", "Zl", "Zp")


def plain(text: str) -> str:
    """The text on one line, as a table wants it: no controls, no direction marks, composed.

    Letters of every script stay as they are; half a surrogate pair, which no file can hold,
    is left out. Cut at the length that a cell can hold.
    """
    text = normalize("NFC", text[:LONGEST])
    if not text.isprintable():
        text = "".join(map(_plain_letter, text))
    return " ".join(text.split())[:LONGEST]


def _plain_letter(letter: str) -> str:
    kind = category(letter)
    if kind in ("Cf", "Cs"):
        return ""
    return " " if kind in _INVISIBLE else letter


def guarded(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet could take it for a formula.

    Looks at the first visible character, because spreadsheets skip blanks, and at what it
    folds to, because they know the full-width forms `＝ ＋ － ＠` too.
    """
    if text[:1] in _CONTROLS and text:
        return f"'{text}"
    first = next((letter for letter in text if category(letter) not in _INVISIBLE), "")
    return f"'{text}" if first and normalize("NFKC", first)[:1] in _STARTERS else text
