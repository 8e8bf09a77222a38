"""The reception: empty, searching, somebody new, the queue, the day's sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from kentro_app.bootstrap.day.hands import pause, press, type_over, until
from kentro_app.services.sheets_model import Layout
from tests.pictures.registry import USUAL, Detail, screen

_BUILT = 1.0
_CTRL = Qt.KeyboardModifier.ControlModifier


def _search(window):
    return [window.go_to("reception").reception.search]


def _somebody(page):
    """Somebody who was here today: the surname is known to the centre."""
    return next(row for row in page.waiting_line.day.rows if row.visit.person_id)


@screen(
    "reception",
    Detail("reception", size=USUAL),
    Detail("reception-dark", theme="dark", docs=True, size=USUAL),
)
def reception(stage):
    window, page = stage.reception()
    page.take_focus()
    return window


@screen(
    "reception-typing",
    Detail("reception-typing", of=_search, size=USUAL),
)
def typing(stage):
    window, page = stage.reception()
    type_over(page.search.field, "παπα")
    until(lambda: page.search.hits.current_id(), "nobody was found")
    return window


@screen("reception-latin", Detail("reception", docs=True, size=USUAL))
def latin(stage):
    window, page = stage.reception()
    type_over(page.search.field, "papad")
    until(lambda: page.search.hits.current_id(), "nobody was found")
    return window


@screen(
    "reception-nobody",
    Detail("reception-nobody", of=_search, size=USUAL),
)
def nobody(stage):
    window, page = stage.reception()
    type_over(page.search.field, "Ξεφτέρης Ζήνων")
    until(page.search.advice.isVisible, "the advice did not come")
    return window


@screen("reception-checked-in")
def checked_in(stage):
    window, page = stage.reception()
    type_over(page.search.field, "παπαδ")
    until(lambda: page.search.hits.current_id(), "nobody was found")
    press(page.search.field, Qt.Key.Key_Return)
    until(window.toast.isVisible, "no notice came")
    return window


@screen(
    "new-person",
    Detail("new-person"),
    Detail("new-person", docs=True, size=USUAL),
)
def new_person(stage):
    window, page = stage.reception()
    known = _somebody(page)
    type_over(page.search.field, f"{known.surname} {known.given_name}")
    press(page.search.field, Qt.Key.Key_N, _CTRL)
    place = window.go_to("reception")
    until(lambda: place.new_person, "the form did not open")
    form = place.new_person
    type_over(form.form.line("phone"), "697 120 4590")
    until(lambda: form.candidates.rows.current_id(), "nobody was offered")
    return window


@screen("sheet", Detail("sheet"), Detail("sheet", docs=True, size=USUAL))
def sheet(stage):
    window, _page = stage.reception()
    press(window, Qt.Key.Key_P, _CTRL)
    place = window.go_to("reception")
    until(lambda: place.sheet and place.sheet.preview.pages, "the sheet was not drawn")
    return window


@screen("reception-empty")
def empty(stage):
    window = stage.first_morning()
    window.go_to("reception")
    pause(_BUILT)
    return window


@screen("today-empty")
def today_empty(stage):
    window = stage.first_morning()
    window.go_to("today").build_all()
    pause(_BUILT)
    return window


@screen("sheet-slips", Detail("slips"))
def slips(stage):
    return _other_sheet(stage, Layout.SLIP)


@screen("sheet-daily")
def daily(stage):
    return _other_sheet(stage, Layout.DAILY)


@screen("paper-kit", Detail("paper-kit", of=lambda w: [w.findChild(QDialog)], size=USUAL))
def paper_kit(stage):
    window = sheet(stage)
    window.go_to("reception").papers.open_kit()
    pause(_BUILT)
    return window


@screen("paper-day", Detail("paper-day", size=USUAL))
def paper_day(stage):
    window, _page = stage.reception()
    place = window.go_to("reception")
    place.papers.open_day()
    pause(_BUILT)
    place.papers.day.printed.click()
    pause(_BUILT)
    return window


def _other_sheet(stage, layout):
    window = sheet(stage)
    view = window.go_to("reception").sheet
    view.controls.layouts[layout].click()
    pause(_BUILT)
    until(lambda: view.preview.pages, "the sheet was not drawn")
    return window
