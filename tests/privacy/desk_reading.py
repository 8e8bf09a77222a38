"""Everything a window says: what is painted, what a reader speaks, what waits behind it."""

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from kentro_app.gui.widgets.rows import ROW_ROLE

_SAID = (
    "text",
    "windowTitle",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "placeholderText",
    "title",
    "words",
    "shortcut",
)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    ROW_ROLE,
)


def everything():
    """What all windows of the program say now, hidden parts included, and the clipboard."""
    said = {QGuiApplication.clipboard().text()}
    for widget in QApplication.allWidgets():
        said.update(_of(widget))
    return {words for words in said if words}


def found(said, secrets):
    """Which classes of secrets are said somewhere, with where: a text that holds one."""
    return {
        what: next(words for words in said if any(text in words for text in texts))[:300]
        for what, texts in secrets.items()
        if any(text in words for words in said for text in texts)
    }


def _of(widget):
    said = {words for name in _SAID if (words := _called(widget, name))}
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        said.add(widget.toPlainText())
    if isinstance(widget, QComboBox):
        said.update(widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QLineEdit) and widget.completer() is not None:
        said.update(_cells(widget.completer().model()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        said.update(_cells(widget.model()))
    for action in _actions(widget):
        said.update((action.text(), action.toolTip(), action.statusTip(), action.iconText()))
    return said


def _called(widget, name):
    answer = getattr(widget, name, None)
    if not callable(answer) or (name == "title" and isinstance(widget, QWidget) is False):
        return ""
    try:
        words = answer()
    except (TypeError, AssertionError):
        return ""
    return words if isinstance(words, str) else ""


def _actions(widget):
    own = widget.actions() if isinstance(widget, QMenu) else []
    return [*own, *widget.findChildren(QAction)]


def _cells(model):
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(words) for role in _ROLES if (words := index.data(role)))
