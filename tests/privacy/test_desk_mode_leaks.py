"""Where the screen is public nothing says what anybody comes for (domain §1.5, issue «Desk mode»).

Secrets of every class are planted, then every screen, list, menu, dialog, tooltip and paper that
the desk gets is read. Planted fault: the same walk with discretion switched off finds each class.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog

from kentro_app.bootstrap import wiring
from kentro_app.domain.roles import Role
from kentro_app.gui.style import load_fonts, look
from kentro_app.gui.theme import LIGHT, Theme
from kentro_app.services import access
from tests.gui.offices import NINE, world
from tests.privacy.desk_reading import found
from tests.privacy.desk_secrets import SECRETS, plant
from tests.privacy.desk_walk import Walk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NEVER_SHOWN = {"a draft of somebody else", "that a prosecutor wrote", "a document's subject"}
"""Nobody but its author sees a draft, and the others stand in no list of today's without a click:
that the reader would see them is shown by the classes beside them."""


@pytest.fixture(scope="session")
def qapp_args():
    return ["kentro", "-platform", "offscreen"]


@pytest.fixture(autouse=True)
def quiet(qapp, monkeypatch):
    """The usual look; nobody goes away, and dialogs of the platform answer at once."""
    qapp.setStyle("Fusion")
    load_fonts()
    look().wear(Theme(LIGHT))
    monkeypatch.setattr(wiring, "end_session", lambda: None)
    monkeypatch.setattr(wiring.QCoreApplication, "exit", lambda code: None)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: ("", ""))
    monkeypatch.setattr(QPrintDialog, "exec", lambda *_a: 0)


def desk_mode(qtbot, office):
    window = office.show(qtbot)
    with qtbot.waitSignal(window.furnished, timeout=10_000):
        qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    return window


def test_desk_mode_says_none_of_it(tmp_path, qtbot):
    with world(tmp_path / "centre") as office:
        visits = plant(office.centre, NINE)
        window = desk_mode(qtbot, office)

        said = Walk(window, visits).everywhere()

        assert found(said, SECRETS) == {}


def test_nor_do_the_desks_own_people_read_it(tmp_path, qtbot):
    with world(tmp_path / "centre", Role.DESK) as office:
        visits = plant(office.centre, NINE)
        window = office.show(qtbot)

        said = Walk(window, visits).everywhere()

        assert found(said, SECRETS) == {}


def test_without_discretion_the_same_walk_finds_every_class(tmp_path, qtbot, monkeypatch):
    with world(tmp_path / "centre") as office:
        visits = plant(office.centre, NINE)
        monkeypatch.setattr(access, "_DESK", frozenset(access.Permission))
        window = desk_mode(qtbot, office)

        said = Walk(window, visits).everywhere()

        assert SECRETS.keys() - found(said, SECRETS).keys() <= NEVER_SHOWN
