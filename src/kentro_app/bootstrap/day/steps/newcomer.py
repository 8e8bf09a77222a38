"""Somebody new with the name of somebody known: the form, the candidates, registered."""

from uuid import UUID

from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.hands import StepFailed, press, type_over, until
from kentro_app.bootstrap.day.steps.finding import somebody_known
from kentro_app.domain.visits import Stage
from kentro_app.gui.people.view import NewPersonView
from kentro_app.services import registry
from kentro_app.services.ports import VisitRow

_CTRL = Qt.KeyboardModifier.ControlModifier
_PHONE = "697 120 4590"
_FIRST = {
    "phone": _PHONE,
    "street": "Εθνικής Αντιστάσεως",
    "street_number": "61",
    "postcode": "132 31",
    "municipality": "Πετρούπολη",
}
_WHO_IT_IS = {"father_name": "Στέλιος", "birth_date": "12/04/1958"}
"""What tells her from her namesake; before that, he is offered."""


def register_new(drive: Drive) -> str:
    """Ctrl+N from the search, the form filled in, Ctrl+Enter; known people are offered first."""
    known, card = somebody_known(drive), drive.desk.search
    before = {row.visit.id for row in drive.today()}
    type_over(card.field, f"{known.surname} {known.given_name}")
    until(lambda: card.hits.current_id() == known.id, "the namesake was not found")
    press(card.field, Qt.Key.Key_N, _CTRL)
    until(lambda: drive.place.new_person, "the form did not open")
    form = drive.place.new_person
    assert form is not None
    _type(form, _FIRST)
    until(lambda: form.candidates.rows.current_id() == known.id, "the namesake is not offered")
    drive.camera.take(drive.window, "new-person")
    _type(form, _WHO_IT_IS)
    press(form.form.line("phone"), Qt.Key.Key_Return, _CTRL)
    until(lambda: len(drive.today()) > len(before), "nobody new was checked in")
    row = _fresh(drive, before)
    drive.camera.take(drive.window, "registered")
    return f"{row.surname} {row.given_name}, {row.number}, {row.visit.code}"


def _type(form: NewPersonView, typed: dict[str, str]) -> None:
    for name, text in typed.items():
        type_over(form.form.line(name), text)


def _fresh(drive: Drive, before: set[UUID]) -> VisitRow:
    row = next(row for row in drive.today() if row.visit.id not in before)
    person_id = row.visit.person_id
    if person_id is None:
        raise StepFailed("the visit has no person")
    hits = drive.ask(lambda work: registry.find(work, _PHONE, 20))
    if person_id not in {found.id for found in hits}:
        raise StepFailed("the new person is not found by telephone")
    drive.met["new"] = person_id
    return drive.await_visit(Stage.WAITING, person_id)
