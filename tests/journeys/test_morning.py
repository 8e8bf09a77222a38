"""Domain §9, scripts 1 and 16, as far as the reception goes: a Monday, and three weeks alone."""

from datetime import UTC, date, datetime, timedelta
from time import monotonic

import pytest
from PySide6.QtCore import Qt

from kentro_app.bootstrap import care
from kentro_app.bootstrap.folders import own_folder
from kentro_app.gui.today.view import TodayView
from kentro_app.services import contacts
from kentro_app.services.contacts import ContactRequest
from tests.gui.conftest import dressed, light_look, qapp_args  # noqa: F401 - fixtures
from tests.journeys.days import found, logged_in

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "raise")

FRIDAY = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 6, 50, tzinfo=UTC)  # 08:50 in Petroupoli
USABLE = 5.0  # seconds, on old hardware


@pytest.fixture
def quick_care(monkeypatch):
    """The day's backup at once, not three seconds after the first paint."""
    monkeypatch.setattr(care, "_FIRST_CARE_MS", 0)


def titles(card):
    model = card.rows.model()
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def check_in(qtbot, world, typed):
    world.place.find_somebody()
    before = len(world.rows())
    world.search.field.setText(typed)
    qtbot.waitUntil(lambda: world.search.hits.current_id() is not None)
    qtbot.keyClick(world.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(world.rows()) == before + 1)


def test_a_monday_morning(qtbot, tmp_path, quick_care):
    folder = tmp_path / "centre"
    found(folder, FRIDAY)
    with logged_in(folder, FRIDAY) as friday:
        friday.show(qtbot)
        visit = friday.check_in(friday.register("Παπαδοπούλου", "Ελένη", phones=("6971234567",)))
        promise = ContactRequest(visit.id, next_step="Call the bank", next_due=date(2026, 11, 23))
        friday.do(contacts.record, request=promise, now=friday.now)
        friday.place.open_new_person("γκίκας")
        friday.place.new_person.form.line("father_name").setText("Νίκος")
        qtbot.waitUntil(lambda: len(list(own_folder(folder).glob("*.kentrobackup"))) == 1)

    began = monotonic()
    with logged_in(folder, MONDAY) as monday:
        window = monday.show(qtbot)
        home = window.stack.currentWidget()
        assert isinstance(home, TodayView)
        qtbot.waitUntil(lambda: set(home.sections) >= {"steps", "drafts", "backup"})
        qtbot.waitUntil(lambda: titles(home.sections["steps"]) == ["Call the bank"])
        qtbot.waitUntil(lambda: titles(home.sections["drafts"]) == ["Γκίκας"])
        assert monotonic() - began < USABLE

        assert titles(home.sections["waiting"]) == []
        assert "F2" in home.sections["waiting"].empty.text()
        qtbot.waitUntil(lambda: home.sections["backup"].state.text() == "In order")
        assert "made today at" in home.sections["backup"].words.text()

        qtbot.keyClick(window, Qt.Key.Key_F2)
        check_in(qtbot, monday, "papadopoulou")
        assert [row.visit.code for row in monday.rows()] == ["A-001"]

    with logged_in(folder, MONDAY + timedelta(hours=3)) as later:
        later.show(qtbot)

        assert later.window.stack.currentWidget() is later.place


def test_three_weeks_without_a_server(qtbot, tmp_path, quick_care):
    folder = tmp_path / "centre"
    found(folder, FRIDAY)
    days = [MONDAY + timedelta(days=n) for n in range(19) if (MONDAY + timedelta(n)).weekday() < 5]

    for number, morning in enumerate(days, start=1):
        with logged_in(folder, morning) as world:
            world.show(qtbot)
            today = f"{morning.astimezone(UTC):%Y%m%d}"
            qtbot.waitUntil(
                lambda today=today: bool(list(own_folder(folder).glob(f"*{today}*.kentrobackup")))
            )
            world.register(f"Πελάτης{chr(0x3B1 + number)}")
            check_in(qtbot, world, f"Πελάτης{chr(0x3B1 + number)}")

            assert [row.visit.code for row in world.rows()] == ["A-001"]
            assert not world.window.banner.isVisible()
            assert world.window.status.warning.text() == ""

    kept = {path.name for path in own_folder(folder).glob("*.kentrobackup")}
    assert len(days) == 15
    assert 7 <= len(kept) < len(days)  # the last seven days and a few weeks: older ones thin out
