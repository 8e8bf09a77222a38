"""Σήμερα, and what is written down about a visit."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.hands import pause, press, type_over, until
from kentro_app.gui.contact.quick.view import QuickView
from kentro_app.gui.contact.view import ContactView
from kentro_app.services import contacts, drafts, reception
from kentro_app.services.transaction import ask, perform
from tests.pictures.centre import moment
from tests.pictures.registry import USUAL, Detail, screen

_LOADED = 1.0
_STEPS = (
    ("Δικαιολογητικά για το επίδομα στέγασης", date(2026, 11, 23)),
    ("Τηλέφωνο στην Κοινωνική Υπηρεσία", date(2026, 11, 24)),
    ("Δεύτερη συνάντηση", date(2026, 11, 26)),
)


def _furnish(stage):
    """Next steps of this morning's visits, and a registration that was interrupted."""
    work, at = stage.centre.store, moment()
    rows = ask(work.view, partial(reception.day_list, now=at))
    named = [row for row in rows if row.visit.person_id][: len(_STEPS)]
    for row, (step, due) in zip(named, _STEPS, strict=True):
        request = contacts.ContactRequest(row.visit.id, next_step=step, next_due=due)
        perform(work.begin, partial(contacts.record, request=request, now=at))
    begun = drafts.Kept(
        drafts.PERSON, str(rows[0].visit.id), "Αντωνιάδη Μαρία", '{"surname": "Αντωνιάδη"}', ""
    )
    perform(work.begin, partial(drafts.keep, kept=begun, now=at))


@screen("today", Detail("today", size=USUAL))
def today(stage):
    window = stage.main(before=_furnish)
    window.go_to("today").build_all()
    pause(_LOADED)
    return window


@screen("anonymous", Detail("anonymous", size=USUAL))
def anonymous(stage):
    window, _page = stage.reception()
    press(window, Qt.Key.Key_F3)
    place = window.go_to("reception")
    until(lambda: isinstance(place.currentWidget(), QuickView), "the contact did not open")
    view = place.currentWidget()
    pause(_LOADED / 2)
    for _row in ("sex", "age", "channel"):
        press(window.focusWidget(), Qt.Key.Key_2)
        press(window.focusWidget(), Qt.Key.Key_Return)
    assert view.said()
    pause(_LOADED / 2)
    return window


@screen("contact")
def contact(stage):
    window, page = stage.reception()
    rows = page.queue.waiting.visits.rows
    rows.select_first()
    rows.setFocus()
    press(rows, Qt.Key.Key_F5)
    place = window.go_to("reception")
    until(lambda: isinstance(place.currentWidget(), ContactView), "the record did not open")
    view = place.currentWidget()
    pause(_LOADED)
    type_over(view.form.following.entries["next_step"].field, _STEPS[0][0])
    return window


@screen("contact-requests", Detail("contact", size=USUAL))
def contact_requests(stage):
    window = contact(stage)
    view = window.go_to("reception").currentWidget()
    type_over(view.form.what.requests.field, "επιδ" if stage.language == "el" else "benef")
    pause(_LOADED)
    return window
