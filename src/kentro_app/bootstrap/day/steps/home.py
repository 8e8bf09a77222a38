"""Σήμερα: what is to be seen there, and a form begun and left that is found again."""

from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.hands import StepFailed, click, press, type_over, until
from kentro_app.bootstrap.home import TODAY
from kentro_app.domain.visits import Stage
from kentro_app.gui.people.view import NewPersonView
from kentro_app.gui.today.list_card import ListCard
from kentro_app.gui.today.view import TodayView

_CTRL = Qt.KeyboardModifier.ControlModifier
_BEGUN = {"surname": "Λεμονή", "given_name": "Χαρίκλεια", "street": "Αγίου Δημητρίου"}
_TITLE = f"{_BEGUN['surname']} {_BEGUN['given_name']}"


def look_at_today(drive: Drive) -> str:
    """The first place of the rail; who waits there waits in the store."""
    view = _go_home(drive)
    waiting = [row.visit.id for row in drive.today() if row.visit.stage is Stage.WAITING]
    card = _card(view, "waiting")
    until(lambda: _count(card) == len(waiting), "“Today” does not show who waits")
    drive.camera.take(drive.window, "today")
    return f"waiting: {len(waiting)}"


def leave_draft(drive: Drive) -> str:
    """A form is begun; somebody interrupts, and F2 leaves it as it is."""
    press(drive.window, Qt.Key.Key_F2)
    press(drive.desk.search.field, Qt.Key.Key_N, _CTRL)
    form = _form(drive)
    for name, text in _BEGUN.items():
        type_over(form.form.line(name), text)
    press(form.form.line("street"), Qt.Key.Key_F2)
    until(drive.desk.isVisible, "the reception did not come back")
    return ", ".join(_BEGUN.values())


def find_draft(drive: Drive) -> str:
    """It waits on Σήμερα; Enter goes on writing, and then it is given up."""
    card = _card(_go_home(drive), "drafts")
    until(lambda: _choose(card, _TITLE), "“Today” does not list the draft")
    card.rows.setFocus()
    drive.camera.take(drive.window, "draft-on-today")
    press(card.rows, Qt.Key.Key_Return)
    form = _form(drive)
    until(lambda: _typed(form) == _BEGUN, "the draft did not come back as it was left")
    drive.camera.take(drive.window, "draft-again")
    click(form.clear)
    press(form, Qt.Key.Key_Escape)
    until(drive.desk.isVisible, "the reception did not come back")
    return _TITLE


def _go_home(drive: Drive) -> TodayView:
    click(drive.window.rail.buttons[TODAY])
    view = drive.window.stack.currentWidget()
    if not isinstance(view, TodayView):
        raise StepFailed("“Today” did not open")
    return view


def _card(view: TodayView, name: str) -> ListCard:
    until(lambda: name in view.sections, f"“Today” has no section “{name}”")
    card = view.sections[name]
    assert isinstance(card, ListCard)
    return card


def _count(card: ListCard) -> int:
    return card.rows.model().rowCount()


def _choose(card: ListCard, title: str) -> bool:
    """Choose the row that is called so; whether there is one."""
    model = card.rows.model()
    places = [model.index(row, 0) for row in range(model.rowCount())]
    found = next((place for place in places if place.data() == title), None)
    if found is not None:
        card.rows.setCurrentIndex(found)
    return found is not None


def _form(drive: Drive) -> NewPersonView:
    until(lambda: drive.place.new_person, "the form did not open")
    form = drive.place.new_person
    assert form is not None
    until(form.isVisible, "the form did not open")
    return form


def _typed(form: NewPersonView) -> dict[str, str]:
    return {name: form.form.line(name).text() for name in _BEGUN}
