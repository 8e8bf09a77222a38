"""The day's sheet: looked at, saved as a PDF, read again."""

import hashlib

from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.hands import StepFailed, pick, press, until
from kentro_app.domain.visits import Channel, Stage
from kentro_app.gui.papers import Format
from kentro_app.gui.sheet.view import SheetView
from kentro_app.reports.render import page_texts
from kentro_app.services.ports import VisitRow

NAME = "sign-in-sheet.pdf"


def save_sheet(drive: Drive) -> str:
    """Ctrl+P, a look at the preview, «Save as… PDF»; only the dialog for the file is left out."""
    view, target = _preview(drive), drive.out / NAME
    target.unlink(missing_ok=True)
    view.choose_file = lambda _parent, _proposed, _ending: target
    pick(view.save_button, view.saves, list(Format).index(Format.PDF))
    until(target.exists, "the sheet was not written")
    rows = [row for row in drive.today() if _belongs(row)]
    made = target.read_bytes()
    pages = page_texts(made)
    _require_all(rows, "\n".join(pages))
    drive.sheet = {
        "file": NAME,
        "sha256": hashlib.sha256(made).hexdigest(),
        "pages": len(pages),
        "rows": len(rows),
    }
    press(view, Qt.Key.Key_Escape)
    until(drive.desk.isVisible, "the reception did not come back")
    return f"rows: {len(rows)}, pages: {len(pages)}"


def _preview(drive: Drive) -> SheetView:
    press(drive.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    until(lambda: drive.place.sheet, "the sheet did not open")
    view = drive.place.sheet
    assert view is not None
    until(lambda: view.preview.pages, "the sheet was not drawn")
    drive.camera.take(drive.window, "sheet")
    return view


def _belongs(row: VisitRow) -> bool:
    return row.visit.stage is not Stage.CANCELLED and row.visit.channel is Channel.IN_PERSON


def _require_all(rows: list[VisitRow], text: str) -> None:
    missing = [row.visit.code for row in rows if row.visit.code not in text]
    if missing:
        raise StepFailed(f"not on the sheet: {', '.join(missing)}")
    lost = [row.surname for row in rows if row.surname.split(" ")[0] not in text]
    if lost:
        raise StepFailed(f"not on the sheet: {', '.join(lost)}")
