"""What a screen reader is told of each control: a name and what kind of thing it is."""

import re

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QTableView,
    QTextEdit,
)

from tests.gui.accessibility.seen import called, operable

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_KEYS = re.compile(r"(ctrl|shift|alt|enter|del|esc|f\d+)\b")
_MARK = re.compile(r"&\w")
_ROLE = QAccessible.Role
_TEXT = {_ROLE.EditableText, _ROLE.Document, _ROLE.StaticText, _ROLE.Paragraph}
_ROLES = (
    (QCheckBox, {_ROLE.CheckBox}),
    (QRadioButton, {_ROLE.RadioButton}),
    (
        QAbstractButton,
        {_ROLE.Button, _ROLE.CheckBox, _ROLE.ButtonMenu, _ROLE.PushButton, _ROLE.RadioButton},
    ),
    (QComboBox, {_ROLE.ComboBox}),
    (QLineEdit, _TEXT),
    (QTextEdit | QPlainTextEdit, _TEXT),
    (QTableView, {_ROLE.Table}),
    (QListView, {_ROLE.List, _ROLE.Table}),
    (QAbstractItemView, {_ROLE.List, _ROLE.Table, _ROLE.Tree}),
)


def nameless(window):
    """Controls that a screen reader would call “button” or “edit” and nothing more."""
    return [
        f"{called(w)}: no name, or one with a mark for the keyboard"
        for w in operable(window)
        if not (name := spoken_name(w)) or _MARK.search(name)
    ]


def odd_roles(window):
    """Controls that say they are something else than what they do."""
    return [
        f"{called(widget)}: says it is {role(widget).name}"
        for widget in operable(window)
        if (fitting := _fitting(widget)) and role(widget) not in fitting
    ]


def unspoken_words(window):
    """Buttons that show one thing and say another: who speaks to the computer says what is read."""
    return [
        f"{called(widget)}: shows “{widget.text()}”"
        for widget in operable(window)
        if isinstance(widget, QAbstractButton) and not _says(widget)
    ]


def spoken_name(widget):
    """The name as the platform's reader gets it, not only as we set it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def role(widget):
    return QAccessible.queryAccessibleInterface(widget).role()


def _fitting(widget):
    for kind, fitting in _ROLES:
        if isinstance(widget, kind):
            return fitting
    return None


def _says(widget):
    parts = [_plain(part) for part in widget.text().split("  ")]
    words = [part for part in parts if _LETTERS.search(part) and not _KEYS.match(part)]
    return not words or any(part in _plain(spoken_name(widget)) for part in words)


def _plain(words):
    return " ".join(words.replace("&", "").replace("▾", "").split()).casefold()
