"""Faults that somebody once saw in a picture of the windows, each kept from coming back."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kentro_app.gui.cover import Cover
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.notices import Toast


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_the_cover_shows_the_whole_field_for_the_password(window):
    cover = Cover(window, "a name so long that the sentence takes two lines", print, print)

    cover.cover_up()
    QApplication.processEvents()

    field = cover.card.password.edit
    assert field.visibleRegion().boundingRect().height() == field.height()


def test_taking_back_with_the_mouse_leaves_the_cursor_where_one_types(window, qtbot):
    field, toast = QLineEdit(), Toast(window)
    QVBoxLayout(window).addWidget(field)
    field.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    toast.show_words("…", "…", lambda: None)

    QTest.mouseClick(toast.findChild(QPushButton), Qt.MouseButton.LeftButton)

    assert field.hasFocus()


def test_a_card_with_a_heading_is_never_a_window_of_its_own(dressed):
    watch = Windows()
    dressed.installEventFilter(watch)

    card = Card("…")
    dressed.removeEventFilter(watch)

    assert card.heading.parent() is card
    assert watch.shown == []


class Windows(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False
