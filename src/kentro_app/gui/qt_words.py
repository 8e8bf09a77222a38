"""The language of the windows: our catalogue, and Qt's own words through it.

PySide6 ships no Greek for Qt's dialogs and menus; the few words it shows are ours instead.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from shiboken6 import isValid

from kentro_app.assets import translations
from kentro_app.i18n import _, current, speak, voice

_WORDS: dict[str, Callable[[], str]] = {
    "OK": lambda: _("OK"),
    "&OK": lambda: _("OK"),
    "Cancel": lambda: _("Cancel"),
    "&Cancel": lambda: _("Cancel"),
    "&Yes": lambda: _("&Yes"),
    "&No": lambda: _("&No"),
    "Yes to &All": lambda: _("Yes to &All"),
    "N&o to All": lambda: _("N&o to All"),
    "Close": lambda: _("Close"),
    "&Close": lambda: _("Close"),
    "Open": lambda: _("Open"),
    "&Open": lambda: _("Open"),
    "Save": lambda: _("Save"),
    "&Save": lambda: _("Save"),
    "Save All": lambda: _("Save All"),
    "Discard": lambda: _("Discard"),
    "Apply": lambda: _("Apply"),
    "Reset": lambda: _("Reset"),
    "Help": lambda: _("Help"),
    "Retry": lambda: _("Retry"),
    "Ignore": lambda: _("Ignore"),
    "Abort": lambda: _("Abort"),
    "Show Details...": lambda: _("Show Details..."),
    "Hide Details...": lambda: _("Hide Details..."),
    "&Undo": lambda: _("&Undo"),
    "&Redo": lambda: _("&Redo"),
    "Cu&t": lambda: _("Cu&t"),
    "&Copy": lambda: _("&Copy"),
    "&Paste": lambda: _("&Paste"),
    "Delete": lambda: _("Delete"),
    "Select All": lambda: _("Select All"),
    "&Step up": lambda: _("&Step up"),
    "Step &down": lambda: _("Step &down"),
    "< &Back": lambda: _("< &Back"),
    "&Next >": lambda: _("&Next >"),
    "&Finish": lambda: _("&Finish"),
    "Look in:": lambda: _("Look in:"),
    "File &name:": lambda: _("File &name:"),
    "Files of type:": lambda: _("Files of type:"),
    "All Files (*)": lambda: _("All Files (*)"),
    "Create New Folder": lambda: _("Create New Folder"),
}


class QtWords(QTranslator):
    """Answers Qt's questions for a word from our catalogue."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        word = _WORDS.get(sourceText)
        # an empty string would be a translation; only a null one leaves the word to Qt
        return word() if word else None  # type: ignore[return-value]

    def isEmpty(self) -> bool:
        return False


_installed: QtWords | None = None


def speak_in(language: str, parent: QObject | None = None) -> None:
    """Switch the program's language; every open widget hears `LanguageChange`."""
    global _installed
    speak(voice(language, translations(), current().zone))
    QLocale.setDefault(QLocale("el_GR" if language == "el" else "en_GB"))
    if _installed is not None and isValid(_installed):  # its window may have taken it along
        QCoreApplication.removeTranslator(_installed)
    _installed = QtWords(parent)
    QCoreApplication.installTranslator(_installed)
