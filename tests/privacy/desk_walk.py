"""Going through a session by everything there is to open, and reading what every screen says."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton

from kentro_app.bootstrap.day.hands import pause, until
from kentro_app.gui.palette.view import Palette
from kentro_app.services.sheets_model import Layout
from tests.privacy.desk_reading import everything
from tests.privacy.desk_secrets import SURNAME

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_QUERIES = (SURNAME, "παπα", "Papadopoulou", "A-001", "2", "ψ", "εισ", "φύλλο", "αντίγραφο", "")
_ON_A_VISIT = (
    (Qt.Key.Key_F5, _NONE),
    (Qt.Key.Key_E, _CTRL),
    (Qt.Key.Key_H, _CTRL),
    (Qt.Key.Key_R, _CTRL),
    (Qt.Key.Key_G, _CTRL),
    (Qt.Key.Key_F6, _NONE),
    (Qt.Key.Key_F7, _NONE),
    (Qt.Key.Key_Return, _NONE),
    (Qt.Key.Key_F8, _NONE),
    (Qt.Key.Key_U, _CTRL),
)
_ENDINGS = {"lock", "quit", "switch_user", "desk_mode"}
_SHORT, _LONG = 0.12, 0.4


class Walk:
    """`said` is everything that was said anywhere on the way."""

    def __init__(self, window, visits):
        self.window, self._visits = window, visits
        self.said = set()
        self.seen = []

    def everywhere(self):
        """All places, the reception's pages, the palette and what it offers, menus and dialogs."""
        for place in list(self.window.rail.buttons):
            self._at(place, lambda place=place: self.window.go_to(place), _LONG)
        self._reception()
        self._queue()
        self._papers()
        self._palette()
        self._people()
        self._commands()
        return self.said

    def _at(self, where, act, wait=_SHORT):
        act()
        pause(wait)
        self.said |= everything()
        self.seen.append(where)
        self._put_away()

    def _reception(self):
        window = self.window
        page = window.go_to("reception").reception
        for query in _QUERIES[:6]:
            self._at(f"search {query}", lambda query=query: page.search.field.setText(query), 0.3)
        for key in (Qt.Key.Key_F3, Qt.Key.Key_F2):
            self._at(f"key {key.name}", lambda key=key: QTest.keyClick(window, key), _LONG)
        page.search.field.setText(SURNAME)
        self._at("new person", lambda: page.search.new.click(), _LONG)
        self._at("back", lambda: QTest.keyClick(window, Qt.Key.Key_F2))

    def _queue(self):
        place = self.window.go_to("reception")
        page = place.reception
        lists = [page.queue.waiting.visits, page.queue.today.visits]
        for visits in lists:
            for row in range(min(visits.rows.model().rowCount(), 2)):
                self._on_row(place, visits, row)
        self._at("call next", lambda: QTest.keyClick(self.window, Qt.Key.Key_F4), _LONG)
        self._at("wall", page.queue.waiting.wall_asked.emit, _LONG)
        for menu in self.window.findChildren(QMenu):
            self._at("menu", menu.aboutToShow.emit)

    def _on_row(self, place, visits, row):
        rows = visits.rows
        for key, modifier in _ON_A_VISIT:
            if row >= rows.model().rowCount():
                return
            place.setCurrentWidget(place.reception)
            rows.setFocus()
            rows.setCurrentIndex(rows.model().index(row, 0))
            self._at(f"{key.name}", lambda k=key, m=modifier: QTest.keyClick(rows, k, m), 0.2)
        if row < rows.model().rowCount():
            rows.setCurrentIndex(rows.model().index(row, 0))
            self._at("menu of a visit", lambda: visits.actions_bar.open_menu(rows.pos()))

    def _papers(self):
        place = self.window.go_to("reception")
        QTest.keyClick(self.window, Qt.Key.Key_P, _CTRL)
        until(lambda: place.sheet is not None, "the sheet did not open")
        for button in place.sheet.findChildren(QPushButton):
            if button.isCheckable():
                self._at("layout", button.click, _LONG)
        assert len(Layout) > 1
        self._at("paper day", lambda: QTest.keyClick(self.window, Qt.Key.Key_F2))

    def _palette(self):
        for query in _QUERIES:
            self.window.search_everything()
            palette = self.window.findChild(Palette)
            self._at(f"palette {query}", lambda q=query, p=palette: p.field.setText(q), 0.3)

    def _people(self):
        """Pages of people, where the viewer has such a place."""
        for visit in self._visits:
            for key, wait in ((None, 0.5), (Qt.Key.Key_E, 0.5), (Qt.Key.Key_H, 0.5)):
                if not self.window.open_person(visit.person_id):
                    return
                pause(_LONG)
                press = (lambda k=key: QTest.keyClick(self.window, k, _CTRL)) if key else int
                self._at(f"person {key}", press, wait)

    def _commands(self):
        for command in list(self.window._commands()):
            if command.name.split(".")[0] in (_ENDINGS | {"language", "theme", "text"}):
                continue
            self._at(f"command {command.name}", command.run, _LONG)
        for place in list(self.window.rail.buttons):
            page = self.window.go_to(place)
            for button in page.findChildren(QPushButton) + page.findChildren(QToolButton):
                if button.isCheckable() and button.isVisible():
                    self._at(f"{place}: {button.text()}", button.click, 0.25)

    def _put_away(self):
        for _try in range(4):
            popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if popup is None:
                break
            popup.close()
            pause(0.03)
        self.window.activateWindow()
