"""Which alphabet the keyboard writes and whether CapsLock is on, as far as one can tell."""

import sys
import unicodedata

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

_VK_CAPITAL = 0x14


def alphabet_of(typed: str) -> str:
    """ "ΕΛ" or "EN" for a typed letter; "" for what both alphabets have."""
    name = unicodedata.name(typed[:1] or " ", "")
    if name.startswith("GREEK"):
        return "ΕΛ"
    return "EN" if name.startswith("LATIN") else ""


def alphabet_of_layout() -> str:
    """What the platform says the layout is; "" if it does not say."""
    language = QGuiApplication.inputMethod().locale().language()
    if language == QLocale.Language.Greek:
        return "ΕΛ"
    return "EN" if language != QLocale.Language.C else ""


def caps_lock_by_typing(typed: str, shift: bool) -> bool | None:
    """Whether CapsLock must be on, from a letter and the Shift key; None for no letter."""
    if len(typed) != 1 or typed.lower() == typed.upper():
        return None
    return typed.isupper() != shift


def caps_lock_by_platform() -> bool | None:
    """Whether CapsLock is on, where the platform can be asked (Windows); else None."""
    if sys.platform != "win32":
        return None
    import ctypes  # noqa: PLC0415 - only here, and the log-in is to be quick

    user32 = ctypes.windll.user32
    return bool(user32.GetKeyState(_VK_CAPITAL) & 1)
