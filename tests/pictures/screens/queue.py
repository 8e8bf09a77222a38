"""Those who wait: what can be done with one, putting right what went wrong, desk mode."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kentro_app.bootstrap.day.hands import pause, press, until
from kentro_app.gui.reception.correct.view import CorrectDialog
from kentro_app.gui.wall.view import Wall
from tests.pictures.registry import USUAL, Detail, screen

_LOADED, _FLASHED = 0.6, 3.5
_CTRL = Qt.KeyboardModifier.ControlModifier


def _waiting(window):
    return [window.go_to("reception").reception.queue.waiting]


def _waiting_with_menu(window):
    return [*_waiting(window), QApplication.activePopupWidget()]


def _first(stage):
    window, page = stage.reception()
    rows = page.queue.waiting.visits.rows
    rows.select_first()
    rows.setFocus()
    pause(_LOADED / 2)
    return window, page


@screen("queue", Detail("queue", of=_waiting, size=USUAL))
def queue(stage):
    return _first(stage)[0]


@screen("queue-menu", Detail("queue-menu", of=_waiting_with_menu, size=USUAL))
def queue_menu(stage):
    window, page = _first(stage)
    rows, bar = page.queue.waiting.visits.rows, page.queue.waiting.visits.actions_bar
    menu = bar.open_menu(rows.mapToGlobal(rows.visualRect(rows.currentIndex()).center()))
    stage.at_the_end(menu.close)
    return window


@screen("called-in")
def called_in(stage):
    window, _page = stage.reception()
    press(window, Qt.Key.Key_F4)
    until(window.toast.isVisible, "nobody was called")
    return window


@screen("correct", Detail("correct", of=lambda w: [w.findChild(CorrectDialog)], size=USUAL))
def correct(stage):
    window, page = _first(stage)
    press(page.queue.waiting.visits.rows, Qt.Key.Key_E, _CTRL)
    until(lambda: window.findChild(CorrectDialog), "the correction did not open")
    pause(_LOADED)
    return window


@screen("visit-history")
def history(stage):
    window, page = _first(stage)
    press(page.queue.waiting.visits.rows, Qt.Key.Key_H, _CTRL)
    pause(_LOADED)
    return window


@screen("desk-mode", Detail("desk-mode", size=USUAL))
def desk_mode(stage):
    window, _page = stage.reception()
    window.menu.mode_asked.emit()
    until(lambda: window.office.actor.desk_mode, "desk mode did not begin")
    pause(_LOADED)
    return window


@screen("leave-desk-mode")
def leave_desk_mode(stage):
    window = desk_mode(stage)
    window.menu.mode_asked.emit()
    pause(_LOADED)
    return window


@screen("wall", Detail("wall", size=(960, 540)))
def wall(stage):
    window, page = stage.reception()
    press(window, Qt.Key.Key_F4)
    until(window.toast.isVisible, "nobody was called")
    page.queue.waiting.wall_asked.emit()
    pause(_LOADED)
    wall = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Wall) and w.isVisible())
    stage.at_the_end(wall.close)
    wall.resize(*stage.size)
    pause(_FLASHED)
    return wall
