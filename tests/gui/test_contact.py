"""The contact record and the anonymous contact, in the real window."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kentro_app.domain.contacts import Capacity, Outcome
from kentro_app.domain.roles import Role
from kentro_app.domain.visits import Channel, Stage
from kentro_app.gui.contact.presenter import Caller
from kentro_app.services import contact_files, contacts
from kentro_app.services.contacts import ContactRequest
from kentro_app.services.transaction import ask
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "raise")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        yield world


@pytest.fixture
def desk(world, qtbot):
    """The window, shown; one person waits, another is known."""
    world.eleni = world.register("Παπαδοπούλου", "Ελένη", birth_date="12/03/1971")
    world.maria = world.register("Παππά", "Μαρία")
    world.visit = world.check_in(world.eleni)
    world.show(qtbot)
    return world


def read(world, visit_id):
    return ask(world.centre.store.view, partial(contact_files.file, visit_id=visit_id))


def press(qtbot, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def pick(qtbot, picker, text):
    picker.field.setFocus()
    picker.field.insert(text)
    press(qtbot, Qt.Key.Key_Return)


def opened(qtbot, world):
    """The record of the one who waits, by the key of the queue."""
    qtbot.waitUntil(lambda: len(world.waiting()) == 1 and bool(world.queue._day.rows))
    world.queue.select_visit(world.visit.id)
    world.queue.waiting.visits.rows.setFocus()
    press(qtbot, Qt.Key.Key_F5)
    pages = world.place.contacts
    qtbot.waitUntil(lambda: pages.record is not None and "A-001" in pages.record.whose.text())
    return pages.record


def back_at_the_desk(world):
    return world.place.currentWidget() is world.place.reception


def save(qtbot, world):
    press(qtbot, Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: back_at_the_desk(world))


def test_a_visit_is_written_down_by_keyboard_and_reads_back(qtbot, desk):
    form = opened(qtbot, desk).form
    assert form.what.requests.field.hasFocus()
    pick(qtbot, form.what.requests, "hous ben")
    pick(qtbot, form.what.requests, "ψυχ")
    form.what.show_value("outcome", Outcome.INFORMED)
    form.who.show_value("capacity", Capacity.PARENT)
    form.who.presenter.field.setFocus()
    form.who.presenter.field.insert("παππα")
    qtbot.waitUntil(form.who.presenter.hits.is_open)
    press(qtbot, Qt.Key.Key_Return)
    form.following.show_value("next_step", "τηλέφωνο")
    form.following.due.field.setFocus()
    form.following.due.field.insert("+14")

    save(qtbot, desk)

    found = read(desk, desk.visit.id)
    assert [item.code for item in found.requests] == ["A.HOUSING", "C.PSY"]
    assert found.presenter.id == desk.maria.id
    assert found.contact.next_due == desk.visit.day + timedelta(days=14)
    assert found.contact.outcome is Outcome.INFORMED
    assert desk.search.field.hasFocus()


def test_what_was_written_before_is_shown_and_undo_brings_it_back(qtbot, desk):
    request = ContactRequest(desk.visit.id, requests=("A.EEE",), note="πριν")
    desk.do(contacts.record, request=request, now=desk.now)
    form = opened(qtbot, desk).form
    assert form.what.requests.codes() == ("A.EEE",)
    press(qtbot, Qt.Key.Key_Backspace)  # takes the last chip away
    form.what.note.setPlainText("μετά")
    save(qtbot, desk)
    assert read(desk, desk.visit.id).visit.note == "μετά"

    desk.window.toast._button.click()

    qtbot.waitUntil(lambda: read(desk, desk.visit.id).visit.note == "πριν")
    assert [item.code for item in read(desk, desk.visit.id).requests] == ["A.EEE"]


def test_what_is_wrong_stands_beside_its_field_and_has_the_cursor(qtbot, desk):
    record = opened(qtbot, desk)
    record.form.following.due.field.setFocus()
    record.form.following.due.field.insert("χθες")
    press(qtbot, Qt.Key.Key_Return, modifier=CTRL)
    assert "χθες" in record.form.entries["next_due"].error.text()

    record.form.following.due.field.setText("+3")
    record.form.who.show_value("capacity", Capacity.GUARDIAN)
    press(qtbot, Qt.Key.Key_Return, modifier=CTRL)

    error = record.form.entries["presenter"].error
    qtbot.waitUntil(lambda: bool(error.text()))
    assert record.form.entries["next_due"].error.text() == ""
    assert record.form.who.presenter.field.hasFocus()
    assert read(desk, desk.visit.id).contact is None


def test_the_note_always_says_what_does_not_belong_there(qtbot, desk):
    record = opened(qtbot, desk)

    assert "health or violence" in record.form.entries["note"].hint.text()


def test_escape_closes_an_open_list_first_and_the_page_after_it(qtbot, desk):
    record = opened(qtbot, desk)
    record.form.what.requests.field.insert("a")
    assert record.form.what.requests.hits.is_open()

    press(qtbot, Qt.Key.Key_Escape)
    assert not record.form.what.requests.hits.is_open()
    assert not back_at_the_desk(desk)
    press(qtbot, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: back_at_the_desk(desk))


def test_a_form_is_brought_back_from_its_values_with_the_cursor(qtbot, desk):
    form = opened(qtbot, desk).form
    pick(qtbot, form.what.requests, "housing")
    form.who.presenter.field.setText("Μαρία")
    form.who.show_value("capacity", Capacity.RELATIVE)
    form.what.note.setPlainText("μια σημείωση")
    form.put_cursor("note:4")
    values, cursor = form.values(), form.cursor_place()
    form.show_values({})
    assert form.draft().note == ""

    form.show_values(values)
    form.put_cursor(cursor)

    assert (form.values(), form.cursor_place()) == (values, "note:4")


def test_the_axis_follows_the_requests_until_one_is_chosen(qtbot, desk):
    form = opened(qtbot, desk).form
    axis = form.what.entries["axis"].field
    pick(qtbot, form.what.requests, "housing")

    assert axis.currentText() == "Α, as the requests say"
    form.what.show_value("axis", None)
    press(qtbot, Qt.Key.Key_Backspace)
    assert axis.currentText() == "as the requests say"


def test_the_buttons_write_a_date_a_week_and_a_month_ahead(qtbot, desk):
    due = opened(qtbot, desk).form.following.due

    due.week.click()
    assert due.text() == "30/11/2026"
    due.month.click()
    assert due.text() == "23/12/2026"


def test_a_call_opens_the_record_and_the_visit_comes_with_it(qtbot, desk):
    desk.search.channels.choose(Channel.PHONE)
    desk.search.field.setText("παππα")
    qtbot.waitUntil(lambda: desk.search.hits.current_id() == desk.maria.id)
    desk.search.field.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    pages = desk.place.contacts
    qtbot.waitUntil(lambda: pages.record is not None and "Παππά" in pages.record.whose.text())
    assert len(desk.rows()) == 1
    pick(qtbot, pages.record.form.what.requests, "a.eee")

    save(qtbot, desk)

    call = next(row.visit for row in desk.rows() if row.visit.channel is Channel.PHONE)
    assert (call.person_id, call.stage) == (desk.maria.id, Stage.DONE)
    assert desk.search.channels.currentData() is Channel.IN_PERSON
    desk.window.toast._button.click()
    qtbot.waitUntil(lambda: Stage.CANCELLED in desk.stages())


def test_two_presses_of_save_write_one_visit(qtbot, desk):
    pages = desk.place.contacts
    pages.begin(Caller(desk.maria.id, "Παππά Μαρία", Channel.EMAIL))
    qtbot.waitUntil(lambda: "Παππά" in pages.record.whose.text())

    for _twice in range(2):
        press(qtbot, Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: back_at_the_desk(desk))
    qtbot.wait(100)

    assert len(desk.rows()) == 2


@pytest.fixture
def front(tmp_path, qtbot):
    with a_world(tmp_path / "centre", Role.DESK) as world:
        world.eleni = world.register("Παπαδοπούλου", "Ελένη")
        world.show(qtbot)
        yield world


def test_the_desk_has_no_way_to_the_record_and_asks_nothing_of_the_service(qtbot, front):
    front.check_in(front.eleni)
    front.queue.show_day(front.place.reception.waiting_line.day)
    press(qtbot, Qt.Key.Key_F3)
    quick = front.place.contacts.quick

    assert front.place.contacts.record is None
    assert set(quick.rows) == {"sex", "age", "channel", "group"}
    assert not quick.asked.isVisible()
    assert quick.rows["channel"]._choices()[-1][1] is not Channel.PROSECUTOR
    assert front.search.channels.findData(Channel.PROSECUTOR) == -1
    assert not front.queue.waiting.visits.actions_bar.record.isVisible()


def test_the_desk_counts_a_call_of_somebody_known_without_a_form(qtbot, front):
    front.search.channels.choose(Channel.PHONE)
    front.search.field.setText("παπαδ")
    qtbot.waitUntil(lambda: front.search.hits.current_id() == front.eleni.id)
    front.search.field.setFocus()
    press(qtbot, Qt.Key.Key_Return)

    qtbot.waitUntil(front.window.toast.isVisible)
    assert front.stages() == [Stage.DONE]
    assert back_at_the_desk(front)
    front.window.toast._button.click()
    qtbot.waitUntil(lambda: front.stages() == [Stage.CANCELLED])
