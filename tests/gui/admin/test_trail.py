import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kentro_app.bootstrap.administration import administering
from kentro_app.domain.roles import Role
from kentro_app.gui.admin.backups.view import BackupsSection
from kentro_app.gui.admin.check.view import CheckSection
from kentro_app.gui.admin.trail.view import TrailSection
from kentro_app.gui.admin.trail.words import Kind, action_words
from kentro_app.gui.admin.users.view import UsersSection
from kentro_app.gui.qt_words import speak_in
from kentro_app.services.accounts import NewUser
from kentro_app.services.transaction import perform
from kentro_app.storage import tables
from tests.gui.admin.desk import ALL_SECTIONS, PASSWORD, add, log_in, section, show


def lines(trail):
    return [trail.rows.row(trail.rows.index(i, 0)) for i in range(trail.rows.rowCount())]


def test_the_log_shows_the_newest_first_and_by_kind(view):
    add(section(view, UsersSection))
    trail = section(view, TrailSection)
    everything = [line.n for line in lines(trail)]

    trail.kinds.setCurrentIndex(list(Kind).index(Kind.LOG_INS))

    assert everything == sorted(everything, reverse=True)
    assert {line.action for line in lines(trail)} == {"session.opened"}
    assert lines(trail)[0].who == "Ελένη Μαρκάκη"


def test_the_log_comes_in_pages_without_a_gap(view, centre):
    for _time in range(3):
        perform(
            centre.store.begin,
            lambda work: [work.trail.note("visits.listed", "day") for _n in range(250)],
        )
    trail = section(view, TrailSection)

    while trail.rows.canFetchMore(trail.table.rootIndex()):
        trail.rows.fetchMore(trail.table.rootIndex())

    numbers = [line.n for line in lines(trail)]
    assert numbers == list(range(numbers[0], 0, -1))


def test_reading_the_log_is_in_the_log(view, centre):
    section(view, TrailSection)

    with centre.store.view() as work:
        records = [entry.record for entry in work.trail.entries(0, 1000)]
    assert any('"audit.read"' in record for record in records)


def test_the_chain_is_told_unbroken(view):
    trail = section(view, TrailSection)

    trail.verify.click()

    assert trail.chain.text() == "unbroken"


def test_the_log_is_exported_for_a_spreadsheet(view, tmp_path):
    trail = section(view, TrailSection)
    where = tmp_path / "log.csv"
    trail.ask_where = lambda parent: str(where)

    trail.export.click()

    raw = where.read_bytes()
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert rows[0][:4] == ["n", "at", "user", "action"]
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(1, len(rows))]


@pytest.mark.parametrize(
    ("role", "kinds"),
    [
        (Role.ADMINISTRATOR, ALL_SECTIONS),
        (Role.TECHNICIAN, [BackupsSection, CheckSection]),
        (Role.DPO, [TrailSection]),
        (Role.DESK, []),
    ],
)
def test_a_section_that_the_role_may_not_use_is_not_there(qtbot, folder, role, kinds):
    if role is Role.ADMINISTRATOR:
        centre = log_in(folder)
    else:
        admin = log_in(folder)
        doing = administering(admin).accounts
        other = doing.new_user(NewUser("other", role))
        wrap = doing.wrap(other, PASSWORD)
        perform(admin.store.begin, lambda work: doing.add(work, other, wrap))
        admin.close()
        centre = log_in(folder, "other")

    view = show(qtbot, centre)

    assert [type(each) for each in view.sections] == kinds
    centre.close()


def test_everything_is_said_in_greek_after_a_switch(view):
    users = section(view, UsersSection)

    speak_in("el", view)
    QApplication.processEvents()

    assert users.add.cancel.text() == "Άκυρο"
    speak_in("en", view)


def test_sections_are_reached_with_the_arrow_keys(qtbot, view):
    view.names[0].setFocus()

    qtbot.keyClick(view.names[0], Qt.Key.Key_Down)

    assert view.stack.currentIndex() == 1
    assert view.names[1].isChecked()


def test_every_act_has_a_name_for_a_screen_reader(view):
    users, backups = section(view, UsersSection), section(view, BackupsSection)
    trail = section(view, TrailSection)
    named = (
        *view.names, users.users, users.new, users.reset, users.disable, users.add.name_edit,
        users.add.roles, backups.list, backups.new, backups.drill, backups.choose, trail.table,
        trail.kinds, trail.verify, trail.export,
    )  # fmt: skip

    assert [widget for widget in named if not widget.accessibleName()] == []


def test_every_action_that_the_program_notes_has_words():
    source = Path(__file__).parents[3] / "src" / "kentro_app"
    noted = set()
    for path in source.rglob("*.py"):
        for part in path.read_text("utf-8").split("trail.note")[1:]:
            words = part.lstrip("_read").lstrip("(\n ")
            if words.startswith('"') and "." in words.split('"')[1]:
                noted.add(words.split('"')[1])

    kinds = (table.info.get("entity") for table in tables.metadata.sorted_tables)
    noted |= {f"{kind}.{how}" for kind in kinds if kind for how in ("append", "set")}

    assert noted >= {"session.opened", "sheet.made", "visit.set"}
    assert [action for action in noted if action_words(action) == action] == []
