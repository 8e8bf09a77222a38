"""Each check of a screen finds what it is for, and only that."""

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kentro_app.gui.style import look
from kentro_app.gui.theme import Theme
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.chip import Chip
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row, RowModel
from tests.gui.accessibility import colours, focus, names, order, room, rows
from tests.gui.accessibility.tokens import TOKENS, poor


@pytest.fixture
def stand(qtbot):
    """Puts widgets into a window of their own and shows it in the theme of the tokens."""

    def show(*widgets, size=(500, 400)):
        look().wear(Theme(TOKENS))
        window = QWidget()
        window.setObjectName("window")
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show


def field(name="Όνομα"):
    edit = QLineEdit()
    edit.setAccessibleName(name)
    return edit


def test_a_field_without_a_name_is_found(stand):
    window = stand(field(), QLineEdit())

    assert len(names.nameless(window)) == 1


def test_a_button_that_says_otherwise_than_it_shows_is_found(stand):
    odd = Button("Αποθήκευση")
    odd.setAccessibleName("Υποβολή")

    found = names.unspoken_words(stand(Button("Κλήση"), odd))

    assert [words for words in found if "Αποθήκευση" in words] == found
    assert len(found) == 1


def test_a_field_that_calls_itself_a_heading_is_found(stand, monkeypatch):
    window = stand(field())
    assert names.odd_roles(window) == []

    monkeypatch.setattr(names, "_ROLES", ((QLineEdit, {QAccessible.Role.Heading}),))
    assert len(names.odd_roles(window)) == 1


class Trap(QLineEdit):
    def focusNextPrevChild(self, forward):
        return True


def test_a_field_that_tab_does_not_leave_is_found(stand):
    trap = Trap()
    trap.setAccessibleName("Παγίδα")

    assert order.traps(stand(field(), field("Επώνυμο"))) == []
    assert len(order.traps(stand(field(), trap, field("Επώνυμο")))) == 1


def test_a_button_without_a_way_for_the_keyboard_is_found(stand):
    lost = Button("Κλήση")
    lost.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    found = order.unreached(stand(field(), lost, Button("Τέλος")))

    assert len(found) == 1
    assert "Κλήση" in found[0]


def test_going_back_up_is_found(stand):
    first, second, third = field("α"), field("β"), field("γ")
    window = stand(first, second, third)
    assert order.out_of_order(window) == []

    QWidget.setTabOrder(first, third)
    QWidget.setTabOrder(third, second)
    assert len(order.out_of_order(window)) == 1


def test_a_focus_that_is_not_seen_is_found(stand):
    plain = PrimaryButton("Αποθήκευση")
    window = stand(plain, Button("Κλήση"), field())
    assert focus.invisible_focus(window) == []

    same = "border: 1px solid; padding: 0 16px;"
    window.setStyleSheet(f"QPushButton {{ {same} }} QPushButton:focus {{ {same} }}")
    assert any("Κλήση" in words for words in focus.invisible_focus(window))


def test_words_without_room_are_found(stand):
    label, button = QLabel("Κέντρο Κοινότητας"), Button("Κλήση επόμενου")
    window = stand(label, button)
    assert room.cut_words(window) == []

    label.setFixedWidth(40)
    button.setFixedWidth(50)
    window.layout().activate()
    assert len(room.cut_words(window)) == 2


def test_a_window_that_the_screen_cannot_hold_is_found(stand):
    wide = QLabel("Κέντρο")
    window = stand(wide)
    assert room.too_large(window) == []

    wide.setMinimumWidth(1400)
    window.adjustSize()
    assert len(room.too_large(window)) == 1


def test_lines_that_a_low_label_cuts_are_found(stand):
    label = QLabel("Κέντρο Κοινότητας του Δήμου Πετρούπολης " * 3)
    label.setWordWrap(True)
    label.setFixedSize(200, 20)

    assert len(room.cut_words(stand(label))) == 1


def test_what_sticks_out_of_its_parent_is_found(stand):
    holder = QWidget()
    holder.setFixedSize(100, 40)
    inner = QPushButton("Κλήση", holder)
    inner.setGeometry(60, 0, 80, 36)

    assert len(room.cut_by_parents(stand(holder))) == 1


def test_what_lies_over_its_neighbour_is_found(stand):
    holder = QWidget()
    holder.setFixedSize(200, 60)
    for left in (0, 50):
        QPushButton("Κλήση", holder).setGeometry(left, 0, 80, 36)

    assert len(room.overlaps(stand(holder))) == 1


def test_pale_words_are_found(stand):
    window = stand(QLabel("ευανάγνωστο"))
    assert colours.pale_words(window) == []

    window.setStyleSheet(f"QLabel {{ color: {TOKENS.line}; }}")
    assert len(colours.pale_words(window)) == 1


def test_words_one_sees_through_are_found(stand):
    edit = field()
    edit.setPlaceholderText("Όνομα")
    window = stand(edit)
    assert colours.see_through_words(window) == []

    window.setStyleSheet("QLineEdit { color: rgba(0, 0, 0, 50%); placeholder-text-color: red; }")
    edit.setText("Ελένη")
    assert len(colours.see_through_words(window)) == 1


def test_colours_are_reckoned_in_every_theme():
    assert poor(TOKENS.ink, TOKENS.surface, 4.5) == ""
    assert "dark" in poor(TOKENS.line, TOKENS.surface, 4.5)
    assert poor("#777777", "#787878", 4.5) != ""


def test_a_border_that_is_hardly_there_is_found(stand):
    window = stand(Card(), field())
    assert colours.faint_borders(window) == []

    window.setStyleSheet(f"QLineEdit {{ border: 1px solid {TOKENS.line}; }}")
    assert len(colours.faint_borders(window)) == 1


def test_a_state_without_a_word_is_found(stand):
    nothing = Chip("", "stop")
    nothing.setFixedSize(20, 20)

    assert len(colours.wordless_states(stand(Chip("περιμένει", "wait"), nothing))) == 1


class Half(RowModel):
    """Says the title only."""

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        return super().data(index, Qt.ItemDataRole.DisplayRole if spoken else role)


class Silent(RowModel):
    """Says nothing."""

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return None if role == Qt.ItemDataRole.AccessibleTextRole else super().data(index, role)


@pytest.mark.parametrize(("model", "check"), [(Half, "half_said_rows"), (Silent, "silent_rows")])
def test_a_row_that_says_less_than_it_shows_is_found(stand, model, check):
    whole, poorer = RowList(), QListView()
    row = Row(1, "Παπαδοπούλου Ελένη", "1969", lead="A-001", chip="περιμένει")
    whole.show_rows([row])
    said = model(poorer)
    said.replace([row])
    poorer.setModel(said)

    found = getattr(rows, check)(stand(whole, poorer))

    assert found
    assert all("QListView" in words for words in found)


ROOT = QModelIndex()


class Table(QAbstractTableModel):
    """One cell, which says its words and not its column."""

    def rowCount(self, parent=ROOT):
        return 0 if parent.isValid() else 1

    def columnCount(self, parent=ROOT):
        return 0 if parent.isValid() else 1

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return "09:10" if role in words else None

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        return "Ώρα" if role == Qt.ItemDataRole.DisplayRole else None


def test_a_cell_that_does_not_say_its_column_is_found(stand):
    table = QTableView()
    table.setModel(Table(table))

    assert len(rows.columns_without_names(stand(table))) == 1


def test_a_row_the_reader_does_not_get_is_found(stand, monkeypatch):
    listed = RowList()
    listed.show_rows([Row(1, "Παπαδοπούλου Ελένη")])
    window = stand(listed)
    assert rows.unread_rows(window) == []

    monkeypatch.setattr(rows, "_name", lambda interface: "")
    assert len(rows.unread_rows(window)) == 1


def test_a_pair_beside_each_other_is_in_order(stand):
    holder = QWidget()
    line = QHBoxLayout(holder)
    for name in ("α", "β"):
        line.addWidget(field(name))

    assert order.out_of_order(stand(holder)) == []
