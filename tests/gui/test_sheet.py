import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kentro_app.bootstrap.papers import keep
from kentro_app.gui.papers import Format, Pages
from kentro_app.gui.printers import a4_printer
from kentro_app.gui.sheet.preview import Preview
from kentro_app.reports.render import page_texts
from kentro_app.services.sheets_model import NameStyle
from kentro_app.storage.errors import DiskFull, StoreReadOnly
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.check_in(world.register("Παπαδοπούλου", "Ελένη"))
        world.later(minutes=5)
        world.check_in(world.register("=cmd|' /C calc'!A0", "Σπύρος"))
        world.show(qtbot)
        yield world


@pytest.fixture
def sheet(qtbot, world):
    world.place.open_sheet()
    qtbot.waitUntil(lambda: world.place.sheet.preview.pages > 0)
    return world.place.sheet


def copies(world):
    return sum('"sheet.made"' in record for record in world.audited())


def save(qtbot, world, sheet, path):
    sheet.choose_file = lambda parent, proposed, ending: path
    sheet._save(Format(path.suffix[1:]))
    qtbot.waitUntil(lambda: path.exists() and "copy" in world.window.toast._words.text())
    return path.read_bytes()


def test_looking_at_a_sheet_burns_no_copy_number_but_is_logged(qtbot, world, sheet):
    sheet.presenter.other_day(-1)
    sheet.presenter.other_day(1)
    qtbot.waitUntil(lambda: any('"sheet.previewed"' in r for r in world.audited()))

    assert copies(world) == 0


def test_a_saved_pdf_says_who_came_and_which_copy_it_is(qtbot, world, sheet, tmp_path):
    text = page_texts(save(qtbot, world, sheet, tmp_path / "sheet.pdf"))[0]

    assert "Παπαδοπούλου Ελένη" in text
    assert "copy 1" in text
    assert copies(world) == 1
    assert not list(tmp_path.glob(".*.new"))


def test_each_copy_gets_the_next_number(qtbot, world, sheet, tmp_path):
    save(qtbot, world, sheet, tmp_path / "one.pdf")
    world.window.toast._words.setText("")

    text = page_texts(save(qtbot, world, sheet, tmp_path / "two.pdf"))[0]

    assert "copy 2" in text


def test_tables_hold_names_as_text_and_never_as_formulas(qtbot, world, sheet, tmp_path):
    made = save(qtbot, world, sheet, tmp_path / "sheet.csv").decode("utf-8-sig")
    rows = list(csv.reader(StringIO(made), delimiter=";"))
    assert not any(cell.startswith("=") for row in rows for cell in row)

    world.window.toast._words.setText("")
    book = load_workbook(BytesIO(save(qtbot, world, sheet, tmp_path / "sheet.xlsx")))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert any("Σπύρος" in str(cell.value) for cell in cells)


@pytest.mark.parametrize(
    ("style", "shown"), [(NameStyle.INITIALS, "Π. Ε."), (NameStyle.NUMBER, "PET-A-2026-00001")]
)
def test_names_can_be_kept_short(qtbot, world, sheet, tmp_path, style, shown):
    sheet.controls.names[style].click()

    text = page_texts(save(qtbot, world, sheet, tmp_path / "sheet.pdf"))[0]

    assert shown in text
    assert "Παπαδοπούλου" not in text


def test_a_past_day_can_be_chosen_and_no_future_one(qtbot, world, sheet):
    today = sheet.presenter.request.day

    sheet.controls.earlier.click()
    assert sheet.presenter.request.day == today - timedelta(days=1)
    sheet.controls.later.click()
    sheet.presenter.other_day(1)

    assert sheet.presenter.request.day == today
    assert not sheet.controls.later.isEnabled()


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(qtbot, world, sheet, tmp_path):
    sheet.choose_file = lambda parent, proposed, ending: tmp_path / "no such folder" / "s.pdf"

    sheet._save(Format.PDF)

    said = world.window.banner.words
    qtbot.waitUntil(lambda: "does not let the program write" in said())
    assert world.window.banner.isVisible()


def test_a_full_disk_leaves_no_half_file(tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kentro_app.bootstrap.papers.os.fsync", full)

    with pytest.raises(DiskFull):
        keep(tmp_path / "sheet.pdf", b"%PDF")

    assert list(tmp_path.iterdir()) == []


def test_an_older_file_stays_whole_when_the_new_one_cannot_be_written(tmp_path):
    folder = tmp_path / "sheet.pdf"
    folder.mkdir()
    (folder / "in the way").touch()

    with pytest.raises(StoreReadOnly):
        keep(folder, b"%PDF")

    assert (folder / "in the way").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_pages_reach_the_printer(qtbot, world, sheet, tmp_path):
    def to_file(_parent):
        printer = a4_printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    sheet.choose_printer = to_file

    qtbot.keyClick(sheet.preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "printer, copy 1" in world.window.toast._words.text())
    assert len(page_texts((tmp_path / "printed.pdf").read_bytes())) == 1
    assert copies(world) == 1


def test_where_there_is_no_printer_the_sheet_says_what_to_do_instead(world, sheet, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)

    sheet.print_button.click()

    assert sheet.error.text().startswith("No printer was found")
    assert copies(world) == 0


def test_thinking_better_of_printing_makes_no_copy(qtbot, world, sheet):
    sheet.choose_printer = lambda _parent: None

    sheet.print_button.click()
    sheet.print_button.click()

    assert copies(world) == 0


def test_the_preview_grows_and_shrinks(qtbot, sheet):
    page = sheet.preview._sheets[0]
    qtbot.waitUntil(lambda: sheet.preview.drawn)
    width = page._picture.width()

    sheet.larger.click()
    qtbot.waitUntil(lambda: sheet.preview.drawn)
    assert page._picture.width() > width
    sheet.smaller.click()
    qtbot.waitUntil(lambda: sheet.preview.drawn)

    assert page._picture.width() == width


class Paperless:
    """A lane that writes down what is asked for, and draws when it is told."""

    def __init__(self):
        self.asked, self._waiting = [], []

    def pages(self, count):
        def draw(page, width):
            self.asked.append(page)
            return width, 2, b"\xff\xff\xff\xff" * width * 2

        return Pages(((210, 297),) * count, draw)

    def prepare(self, job, done, failed, *, owner):
        self._waiting.append((job, done, failed))

    def work(self):
        job, done, _failed = self._waiting.pop()
        done(job())


@pytest.fixture
def paperless():
    return Paperless()


@pytest.fixture
def preview(qtbot, paperless):
    preview = Preview(paperless, lambda error: None)
    qtbot.addWidget(preview)
    preview.resize(700, 500)
    preview.show()
    return preview


def drawn(preview):
    return [place for place, sheet in enumerate(preview._sheets) if sheet.is_drawn]


def until_drawn(qtbot, preview, paperless):
    def look():
        while paperless._waiting:
            paperless.work()
        return preview.drawn

    qtbot.waitUntil(look)


def test_only_the_pages_in_sight_are_drawn_and_kept(qtbot, preview, paperless):
    preview.show_pages(paperless.pages(12))
    until_drawn(qtbot, preview, paperless)
    assert drawn(preview) == [0]

    preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: bool(paperless._waiting))
    until_drawn(qtbot, preview, paperless)

    assert drawn(preview) == [11]
    assert set(paperless.asked) == {0, 11}


def test_every_page_has_its_room_before_it_is_drawn(qtbot, preview, paperless):
    preview.show_pages(paperless.pages(3))

    heights = {sheet.height() for sheet in preview._sheets}
    assert heights == {round(preview._sheets[0].width() * 297 / 210)}
    assert not preview.drawn


def test_a_page_of_an_older_sheet_is_not_shown_in_a_newer_one(qtbot, preview, paperless):
    preview.show_pages(paperless.pages(1))
    qtbot.waitUntil(lambda: bool(paperless._waiting))

    preview.show_pages(paperless.pages(2))
    paperless.work()

    assert drawn(preview) == []
    until_drawn(qtbot, preview, paperless)
    assert drawn(preview) == [0]


def test_a_page_that_cannot_be_drawn_is_told_and_not_tried_for_ever(qtbot, paperless):
    told = []
    preview = Preview(paperless, told.append)
    qtbot.addWidget(preview)
    preview.show()
    preview.show_pages(paperless.pages(1))
    qtbot.waitUntil(lambda: bool(paperless._waiting))
    error = MemoryError()

    _job, _done, failed = paperless._waiting.pop()
    failed(error)

    assert told == [error]
    assert not preview._later.isActive()
