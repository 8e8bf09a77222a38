"""People: finding somebody, the page, correcting it, who changed what."""

from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.hands import pause, press, type_over, until
from tests.pictures.registry import Detail, screen

_LOADED = 0.6
_CTRL = Qt.KeyboardModifier.ControlModifier


def _search(stage):
    window = stage.main()
    return window, window.go_to("people")


def _page(stage):
    """The page of whoever has been here most often of those that a few letters find."""
    window, place = _search(stage)
    type_over(place.search.field, "παπαδ")
    until(lambda: place.search.rows.current_id(), "nobody was found")
    press(place.search.field, Qt.Key.Key_Return)
    until(lambda: place.currentWidget() is place.person, "the page did not open")
    pause(_LOADED)
    return window, place


@screen("people")
def people(stage):
    return _search(stage)[0]


@screen("people-typing")
def typing(stage):
    window, place = _search(stage)
    type_over(place.search.field, "παπα")
    until(lambda: place.search.rows.current_id(), "nobody was found")
    return window


@screen("person", Detail("person"))
def person(stage):
    return _page(stage)[0]


@screen("person-edit", Detail("person-edit"))
def edit(stage):
    window, place = _page(stage)
    press(window, Qt.Key.Key_E, _CTRL)
    until(lambda: place.edit and place.currentWidget() is place.edit, "the form did not open")
    return window


@screen("person-history")
def history(stage):
    window, place = _page(stage)
    press(window, Qt.Key.Key_H, _CTRL)
    until(lambda: place.past and place.currentWidget() is place.past, "the history did not open")
    pause(_LOADED)
    return window
