"""Ctrl+K: somebody is looked for from anywhere, and their page read."""

from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.hands import StepFailed, press, type_text, until
from kentro_app.domain.latin import elot743
from kentro_app.gui.main_window import PEOPLE
from kentro_app.gui.palette.ports import Kind
from kentro_app.gui.palette.view import Palette
from kentro_app.gui.registry.place import PeoplePlace
from kentro_app.gui.registry.view import PersonView

_CTRL = Qt.KeyboardModifier.ControlModifier


def search_everything(drive: Drive) -> str:
    """The name in Latin letters, down to the person, Enter: the page of whoever was checked in."""
    known = drive.ask(lambda work: work.persons.get(drive.met["known"]))
    spelled = elot743(known.full_name).lower()
    press(drive.window, Qt.Key.Key_K, _CTRL)
    palette = drive.window.findChild(Palette)
    if palette is None:
        raise StepFailed("the search did not open")
    type_text(palette.field, spelled)
    until(lambda: _chosen(palette, known.id), f"“{spelled}” was not found")
    drive.camera.take(drive.window, "palette")
    press(palette.field, Qt.Key.Key_Return)
    until(lambda: not palette.isVisible(), "the search did not close")
    person = _page(drive)
    until(lambda: person.presenter.page, "the page was not read")
    page = person.presenter.page
    if page is None or page.file.person.id != known.id:
        raise StepFailed("it is the page of somebody else")
    until(person.timeline.model().rowCount, "the page shows no visits")
    drive.camera.take(drive.window, "person")
    return f"“{spelled}” → {known.full_name}, {known.number}"


def _chosen(palette: Palette, wanted: object) -> bool:
    """Whether the person is the chosen row by now; one step towards it otherwise."""
    rows = palette.groups[Kind.PERSON].rows
    if rows.current_id() == wanted:
        return True
    if rows.model().rowCount():
        press(palette.field, Qt.Key.Key_Down)
    return False


def _page(drive: Drive) -> PersonView:
    place = drive.window.go_to(PEOPLE)
    assert isinstance(place, PeoplePlace)
    until(lambda: place.person is not None and place.person.isVisible(), "no page opened")
    assert place.person is not None
    return place.person
