"""Somebody without a plan clicks and types in every screen, and nothing breaks.

Planted fault: a button whose slot raises is found. An exception in a slot, a warning of Qt's and a
log record above INFO fail the test; afterwards the store is whole.
"""

import time

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from kentro_app.bootstrap import wiring
from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.domain.roles import Role
from kentro_app.gui.desk_mode import LeaveDeskMode
from tests.gui.monkey.ape import Ape
from tests.gui.offices import world
from tests.vault.keys import ADMIN_PASSWORD, DESK_PASSWORD

PEOPLE = (("Παπαδοπούλου", "Ελένη"), ("Γκίκας", "Σπυρίδων"), ("Shehu", "Arben"), ("Ρίτσου", "Άννα"))
TEN_MINUTES = 600


@pytest.fixture
def office(tmp_path, monkeypatch):
    ended = []
    monkeypatch.setattr(wiring, "end_session", lambda: ended.append("locked"))
    monkeypatch.setattr(wiring.QCoreApplication, "exit", lambda code: ended.append("quit"))
    with world(tmp_path / "centre") as made:
        for surname, given_name in PEOPLE:
            made.check_in(made.register(surname, given_name, phones=("697 1234567",)))
        yield made


def run(qtbot, office, ape, *, actions=None, seconds=None):
    """So many actions, or so long; the password leads out of desk mode now and then."""
    until = time.monotonic() + (seconds or 3600)
    count = 0
    while time.monotonic() < until and (actions is None or count < actions):
        ape.act()
        count += 1
        if count % 10 == 0:
            qtbot.wait(1)
        if count % 50 == 0:
            let_out(office.window)
    return count


def let_out(window):
    dialog = window.findChild(LeaveDeskMode)
    if dialog is not None:
        dialog.card.password.edit.setText(ADMIN_PASSWORD)
        dialog.card.button.click()
    elif window.office.actor.desk_mode and QApplication.activeModalWidget() is None:
        window.mode.change()


def whole(office):
    """What `verify` finds wrong, once the windows are quiet."""
    checks = verify_centre(office.centre.directory, office.centre.key)
    return [check for check in checks if not check.ok]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_breaks_under_a_plan_less_hand(office, qtbot, seed):
    office.show(qtbot)
    ape = Ape(seed)

    try:
        count = run(qtbot, office, ape, actions=400)
    finally:
        ape.stop()
        print("\n".join(ape.told))  # noqa: T201 - the way to a failure

    assert count == 400
    assert whole(office) == []


@pytest.mark.long
def test_nothing_breaks_in_ten_minutes(office, qtbot):
    office.show(qtbot)
    ape = Ape(20261122)

    try:
        run(qtbot, office, ape, seconds=TEN_MINUTES)
    finally:
        ape.stop()
        print("\n".join(ape.told), ape.done)  # noqa: T201 - the way to a failure

    assert whole(office) == []


def test_at_the_desk_nothing_breaks_either(tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(wiring, "end_session", lambda: None)
    monkeypatch.setattr(wiring.QCoreApplication, "exit", lambda code: None)
    with world(tmp_path / "centre", Role.DESK) as made:
        made.show(qtbot)
        ape = Ape(4)

        run(qtbot, made, ape, actions=300)
        ape.stop()

        assert whole(made) == []
        assert DESK_PASSWORD not in " ".join(ape.told)


def test_a_button_that_raises_is_found(office, qtbot):
    window = office.show(qtbot)
    trap = QPushButton("trap", window.top)
    trap.resize(400, 60)
    trap.clicked.connect(lambda: 1 / 0)
    trap.show()
    ape = Ape(5)

    with qtbot.captureExceptions() as caught:
        for _attempt in range(3000):
            ape.act()
            if caught:
                break
    ape.stop()

    assert caught[0][0] is ZeroDivisionError
