"""What lists and tables say, row by row and column by column."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QTableView

from kentro_app.gui.widgets.rows import ROW_ROLE
from tests.gui.accessibility.seen import called, seen

_MOST = 60


def silent_rows(window):
    """Cells of lists and tables without words for a screen reader."""
    return [
        f"{called(view)}: row {index.row()}, column {index.column()} says nothing"
        for view in views(window)
        for index in cells(view)
        if not _said(index)
    ]


def half_said_rows(window):
    """Cells that show more than they say."""
    return [
        f"{called(view)}: row {index.row()} says “{_said(index)}”, shows also “{part}”"
        for view in views(window)
        for index in cells(view)
        for part in shown(index)
        if _plain(part) not in _plain(_said(index))
    ]


def columns_without_names(window):
    """Cells of tables that do not say which column they are in."""
    return [
        f"{called(view)}: column {index.column()} says “{_said(index)}”, not “{title}”"
        for view in views(window)
        if isinstance(view, QTableView)
        for index in cells(view)
        if (title := _title(view, index)) and _plain(title) not in _plain(_said(index))
    ]


def unread_rows(window):
    """Rows that the platform's reader gets otherwise than the model says them."""
    found = []
    for view in views(window):
        interface = QAccessible.queryAccessibleInterface(view)
        told = {_name(interface.child(at)) for at in range(min(interface.childCount(), 400))}
        found += [
            f"{called(view)}: the reader does not get “{_said(index)}”"
            for index in cells(view)
            if _said(index) not in told
        ]
    return found


def views(window):
    return [w for w in seen(window) if isinstance(w, QAbstractItemView)]


def cells(view):
    model = view.model()
    if model is None:
        return []
    root = view.rootIndex() if view.rootIndex().isValid() else QModelIndex()
    return [
        model.index(row, column, root)
        for row in range(min(model.rowCount(root), _MOST))
        for column in range(model.columnCount(root) if isinstance(view, QTableView) else 1)
    ]


def shown(index):
    """All words that are painted for a cell."""
    row = index.data(ROW_ROLE)
    if row is None or not hasattr(row, "title"):
        words = index.data(Qt.ItemDataRole.DisplayRole)
        return [str(words)] if words else []
    parts = ("lead", "title", "about", "aside", "badge", "chip")
    return [words for part in parts if (words := getattr(row, part, ""))]


def _said(index):
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "").strip()


def _title(view, index):
    title = view.model().headerData(index.column(), Qt.Orientation.Horizontal)
    return str(title) if title else ""


def _name(interface):
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def _plain(words):
    return " ".join(words.split())
