"""What stands in the fields of a form, and where the cursor is: as text, and back again."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)


class FormFields:
    """The fields of a form by their names; `changed` is the form's own signal.

    Knows lines, texts, choices and boxes to tick. Fits `keeper.DraftForm`.
    """

    def __init__(self, fields: Mapping[str, QWidget], changed: Any) -> None:
        self._fields, self.changed = fields, changed
        self._last = ""

    def values(self) -> dict[str, Any]:
        """What stands in them."""
        return {name: _value(field) for name, field in self._fields.items()}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill them and tell nobody; a field that is no longer in the form is passed over."""
        for name, field in self._fields.items():
            if name in values:
                blocker = QSignalBlocker(field)
                _show(field, values[name])
                blocker.unblock()

    def cursor_place(self) -> str:
        """The field with the keyboard and the place in it, `surname:7`; where it was last, if it
        has gone elsewhere."""
        focused = _focused(self._fields)
        for name, field in self._fields.items():
            if focused is not None and (field is focused or field.isAncestorOf(focused)):
                self._last = f"{name}:{_place(field)}"
        return self._last

    def put_cursor(self, where: str) -> None:
        """Give the keyboard to the field and put the cursor there."""
        name, _colon, place = where.rpartition(":")
        field = self._fields.get(name)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            _put(field, int(place) if place.isdecimal() else 0)


def _put(field: QWidget, place: int) -> None:
    if isinstance(field, QLineEdit):
        field.setCursorPosition(place)
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        cursor = field.textCursor()
        cursor.setPosition(min(place, len(field.toPlainText())))
        field.setTextCursor(cursor)


def _value(field: QWidget) -> Any:
    match field:
        case QLineEdit():
            return field.text()
        case QPlainTextEdit() | QTextEdit():
            return field.toPlainText()
        case QComboBox():
            data = field.currentData()
            return _plain(data if data is not None else field.currentText())
        case QAbstractButton():
            return field.isChecked()
    raise TypeError(f"a draft cannot hold a {type(field).__name__}")


def _show(field: QWidget, value: Any) -> None:
    match field:
        case QLineEdit():
            field.setText(str(value))
        case QPlainTextEdit() | QTextEdit():
            field.setPlainText(str(value))
        case QComboBox():
            known = range(field.count())
            found = [n for n in known if value in (_plain(field.itemData(n)), field.itemText(n))]
            field.setCurrentIndex(found[0] if found else field.currentIndex())
        case QAbstractButton():
            field.setChecked(bool(value))


def _plain(data: Any) -> Any:
    if isinstance(data, Enum):
        return data.value
    return data if isinstance(data, str | int | float | bool | None) else str(data)


def _place(field: QWidget) -> int:
    if isinstance(field, QLineEdit):
        return field.cursorPosition()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.textCursor().position()
    return 0


def _focused(fields: Mapping[str, QWidget]) -> QWidget | None:
    some = next(iter(fields.values()), None)
    return None if some is None else some.window().focusWidget()
