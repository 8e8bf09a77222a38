"""What people came for: somebody without a name, and the record of somebody known."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.hands import StepFailed, press, type_over, type_text, until
from kentro_app.domain.contacts import Capacity, Outcome
from kentro_app.domain.visits import Stage
from kentro_app.gui.contact.form import ContactForm
from kentro_app.gui.contact.picker import RequestPicker
from kentro_app.gui.contact.view import ContactView
from kentro_app.services import contact_files
from kentro_app.services.contact_files import ContactFile
from kentro_app.services.ports import VisitRow

_CTRL, _ENTER = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return
_BENEFIT, _ASKED = "επίδομα στέγ", ("επίδομα στέγ", "ελάχιστο εγγυημένο")
_NEXT_STEP, _IN_DAYS = "Να φέρει το εκκαθαριστικό σημείωμα", "+14"


def count_anonymous(drive: Drive) -> str:
    """F3 and a few keys: a woman, 30 to 54, asks about a benefit and is informed."""
    before = {row.visit.id for row in drive.today()}
    press(drive.window, Qt.Key.Key_F3)
    until(lambda: drive.place.contacts.quick, "the anonymous contact did not open")
    quick = drive.place.contacts.quick
    assert quick is not None
    until(lambda: quick.requests.has_offer, "there is nothing that can be asked for")
    for key in (Qt.Key.Key_1, _ENTER, Qt.Key.Key_3, _ENTER, _ENTER, _ENTER):
        press(_cursor(), key)
    _pick(quick.requests, _BENEFIT)
    press(_cursor(), _ENTER)
    press(_cursor(), Qt.Key.Key_3)
    drive.camera.take(drive.window, "anonymous")
    press(_cursor(), _ENTER)
    until(lambda: len(drive.today()) > len(before), "nobody was counted")
    row = next(row for row in drive.today() if row.visit.id not in before)
    if row.visit.person_id is not None or row.visit.stage is not Stage.DONE:
        raise StepFailed("the contact is not an anonymous one that is over")
    until(drive.desk.isVisible, "the reception did not come back")
    return f"{row.visit.code}, {', '.join(_file(drive, row).request().requests)}"


def write_down(drive: Drive) -> str:
    """F5 in the list: what was asked for, who came instead, what came of it, what follows."""
    row = drive.await_visit(Stage.WAITING, drive.met["known"])
    rows = drive.desk.queue.waiting.visits.rows
    rows.setFocus()
    rows.select(row.visit.id)
    press(rows, Qt.Key.Key_F5)
    form = _opened(drive, row).form
    for typed in _ASKED:
        _pick(form.what.requests, typed)
    _choose(form.what.entries["outcome"].field, Outcome.WAITING_DOCUMENTS)
    _choose(form.who.entries["capacity"].field, Capacity.RELATIVE)
    _name_presenter(drive, form)
    type_over(_line(form, "next_step"), _NEXT_STEP)
    type_over(form.following.due.field, _IN_DAYS)
    press(form.following.due.field, Qt.Key.Key_Tab)
    drive.camera.take(drive.window, "contact-record")
    press(form.following.due.field, _ENTER, _CTRL)
    until(drive.desk.isVisible, "the reception did not come back")
    return _written(drive, row)


def _written(drive: Drive, row: VisitRow) -> str:
    kept = _file(drive, row)
    said = kept.contact
    if said is None or said.outcome is not Outcome.WAITING_DOCUMENTS:
        raise StepFailed("the contact was not written down")
    if kept.presenter is None or kept.presenter.id != drive.met["new"]:
        raise StepFailed("who came instead was not written down")
    codes = [request.code for request in kept.requests]
    if len(codes) != len(_ASKED) or said.next_step != _NEXT_STEP or said.next_due is None:
        raise StepFailed("not all of the contact was written down")
    return f"{row.visit.code}: {', '.join(codes)}, {said.next_due.isoformat()}"


def _opened(drive: Drive, row: VisitRow) -> ContactView:
    until(lambda: drive.place.contacts.record, "the contact record did not open")
    record = drive.place.contacts.record
    assert record is not None
    until(lambda: row.visit.code in record.whose.text(), "it is not the record of that visit")
    return record


def _name_presenter(drive: Drive, form: ContactForm) -> None:
    new = drive.ask(lambda work: work.persons.get(drive.met["new"]))
    people = form.who.presenter
    type_over(people.field, new.number)
    until(people.hits.is_open, "who came instead is not offered")
    press(people.field, _ENTER)
    until(people.people, "who came instead cannot be chosen")


def _line(form: ContactForm, name: str) -> QLineEdit:
    field = form.entries[name].field
    assert isinstance(field, QLineEdit)
    return field


def _pick(picker: RequestPicker, typed: str) -> None:
    chosen = len(picker.codes())
    type_text(picker.field, typed)
    until(picker.hits.is_open, f"nobody can ask for “{typed}”")
    press(picker.field, _ENTER)
    until(lambda: len(picker.codes()) > chosen, f"“{typed}” cannot be chosen")


def _choose(box: QWidget, wanted: object) -> None:
    assert isinstance(box, QComboBox)
    press(box, Qt.Key.Key_Home)
    for _place in range(box.count()):
        if box.currentData() == wanted:
            return
        press(box, Qt.Key.Key_Down)
    raise StepFailed(f"“{box.accessibleName()}” does not offer {wanted}")


def _cursor() -> QWidget:
    widget = QApplication.focusWidget()
    if widget is None:
        raise StepFailed("nothing has the keyboard")
    return widget


def _file(drive: Drive, row: VisitRow) -> ContactFile:
    return drive.ask(partial(contact_files.file, visit_id=row.visit.id))
