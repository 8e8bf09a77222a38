"""The day's sheet: looked at, saved as a PDF, read again."""

import hashlib

from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.hands import StepFailed, click, pick, press, until
from kentro_app.domain.visits import Channel, Stage
from kentro_app.gui.papers import Format
from kentro_app.gui.sheet.preview import PageSheet
from kentro_app.gui.sheet.view import SheetView
from kentro_app.reports.render import page_texts
from kentro_app.services.ports import VisitRow
from kentro_app.services.sheets_model import Layout

NAME, SLIPS, DAY_LIST = "sign-in-sheet.pdf", "slips.pdf", "day-list.pdf"


def save_sheet(drive: Drive) -> str:
    """Ctrl+P, a look at the preview, «Save as… PDF»; only the dialog for the file is left out."""
    view = _preview(drive, Layout.SIGNIN, "sheet")
    rows = [row for row in drive.today() if _belongs(row)]
    made = _save(drive, view, NAME)
    pages = page_texts(made)
    _require_all(rows, "\n".join(pages))
    drive.sheet = {
        "file": NAME,
        "sha256": hashlib.sha256(made).hexdigest(),
        "pages": len(pages),
        "rows": len(rows),
    }
    _put_away(drive, view)
    return f"rows: {len(rows)}, pages: {len(pages)}"


def save_slips(drive: Drive) -> str:
    """A slip to sign for each visitor, four on a page, without a name."""
    view = _preview(drive, Layout.SLIP, "slips")
    rows = [row for row in drive.today() if _belongs(row)]
    pages = page_texts(_save(drive, view, SLIPS))
    text = "\n".join(pages)
    if any(row.visit.code not in text for row in rows):
        raise StepFailed("somebody has no slip")
    _require_no_name(drive, text)
    _put_away(drive, view)
    return f"pages: {len(pages)}"


def save_day_list(drive: Drive) -> str:
    """The day's contacts for the statistics, without any name."""
    view = _preview(drive, Layout.DAILY, "day-list")
    pages = page_texts(_save(drive, view, DAY_LIST))
    _require_no_name(drive, "\n".join(pages))
    _put_away(drive, view)
    return f"pages: {len(pages)}"


def _preview(drive: Drive, layout: Layout, picture: str) -> SheetView:
    press(drive.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    until(lambda: drive.place.sheet, "the sheet did not open")
    view = drive.place.sheet
    assert view is not None
    until(lambda: view.preview.drawn, "the sheet was not drawn")
    if view.presenter.request.layout is not layout:
        before = view.preview.findChildren(PageSheet)
        click(view.controls.layouts[layout])
        until(lambda: _is_new(view, before), "the other sheet was not drawn")
    drive.camera.take(drive.window, picture)
    return view


def _is_new(view: SheetView, before: list[PageSheet]) -> bool:
    """Whether what is drawn is none of the pages that were there before."""
    shown = view.preview.findChildren(PageSheet)
    return view.preview.drawn and not any(page in before for page in shown)


def _save(drive: Drive, view: SheetView, name: str) -> bytes:
    target = drive.out / name
    target.unlink(missing_ok=True)
    view.choose_file = lambda _parent, _proposed, _ending: target
    pick(view.save_button, view.saves, list(Format).index(Format.PDF))
    until(target.exists, f"{name} was not written")
    made = target.read_bytes()
    drive.papers.append(name)
    return made


def _put_away(drive: Drive, view: SheetView) -> None:
    press(view, Qt.Key.Key_Escape)
    until(drive.desk.isVisible, "the reception did not come back")


def _require_no_name(drive: Drive, text: str) -> None:
    known = drive.ask(lambda work: work.persons.get(drive.met["known"]))
    if known.surname in text:
        raise StepFailed("a name stands on a paper without names")


def _belongs(row: VisitRow) -> bool:
    return row.visit.stage is not Stage.CANCELLED and row.visit.channel is Channel.IN_PERSON


def _require_all(rows: list[VisitRow], text: str) -> None:
    missing = [row.visit.code for row in rows if row.visit.code not in text]
    if missing:
        raise StepFailed(f"not on the sheet: {', '.join(missing)}")
    lost = [row.surname for row in rows if row.surname.split(" ")[0] not in text]
    if lost:
        raise StepFailed(f"not on the sheet: {', '.join(lost)}")
