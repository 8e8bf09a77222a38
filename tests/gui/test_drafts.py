import json

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.gui.drafts import keeper as keeping
from kentro_app.gui.drafts.fields import FormFields
from kentro_app.gui.drafts.keeper import DraftKeeper
from kentro_app.gui.people.entry import Choice
from kentro_app.services import drafts
from kentro_app.services.transaction import ask
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


class Form(QWidget):
    changed = Signal()

    def __init__(self):
        super().__init__()
        sexes = [(sex.value, sex) for sex in Sex]
        self.fields = {
            "name": QLineEdit(),
            "note": QPlainTextEdit(),
            "sex": Choice(lambda: sexes),
            "urgent": QCheckBox(),
        }
        column = QVBoxLayout(self)
        for field in self.fields.values():
            column.addWidget(field)
        self.fields["name"].textChanged.connect(self.changed)
        self.fields["note"].textChanged.connect(self.changed)


class Heard:
    def __init__(self):
        self.words, self.undo, self.troubles = [], None, []

    def say(self, words, undo=None):
        self.words.append(words)
        self.undo = undo

    def trouble(self, error, again):
        self.troubles.append(error)

    def all_well(self):
        self.troubles.clear()


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.open_window()
        yield world


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(keeping, "PAUSE_MS", 20)
    monkeypatch.setattr(keeping, "AT_LATEST_MS", 60)


def open_form(qtbot, world, subject="", kind="test"):
    form, heard = Form(), Heard()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.keeper = DraftKeeper(
        FormFields(form.fields, form.changed),
        world.window.office,
        heard,
        shown=form,
        kind=kind,
        title=form.fields["name"].text,
    )
    form.keeper.begin(subject)
    form.heard = heard
    return form


def kept(world, kind="test", subject=""):
    return ask(world.centre.store.view, lambda work: drafts.of_form(work, kind, subject))


def content(world, **which):
    draft = kept(world, **which)
    return json.loads(draft.content) if draft else {}


def test_a_second_after_the_last_key_it_is_on_the_disk(qtbot, world, quick):
    form = open_form(qtbot, world)

    form.fields["name"].setText("Παπαδοπούλου")
    qtbot.waitUntil(lambda: content(world).get("name") == "Παπαδοπούλου")

    assert kept(world).title == "Παπαδοπούλου"
    assert (keeping.PAUSE_MS, keeping.AT_LATEST_MS) == (20, 60)


def test_whoever_never_pauses_is_kept_all_the_same(qtbot, world, quick, monkeypatch):
    monkeypatch.setattr(keeping, "PAUSE_MS", 60_000)
    form = open_form(qtbot, world)

    form.fields["note"].setPlainText("never a pause")

    qtbot.waitUntil(lambda: content(world).get("note") == "never a pause")


def test_at_most_five_seconds_are_lost():
    assert keeping.PAUSE_MS <= 1_000
    assert keeping.AT_LATEST_MS <= 4_000


def test_opening_it_again_puts_text_choices_and_cursor_back(qtbot, world, quick):
    form = open_form(qtbot, world)
    form.fields["sex"].choose(Sex.F)
    form.fields["urgent"].setChecked(True)
    form.fields["note"].setFocus()
    form.fields["note"].setPlainText("Ζήτησε βοήθεια")
    cursor = form.fields["note"].textCursor()
    cursor.setPosition(6)
    form.fields["note"].setTextCursor(cursor)
    form.keeper.flush()
    qtbot.waitUntil(lambda: kept(world) is not None)

    again = open_form(qtbot, world)
    qtbot.waitUntil(lambda: again.fields["note"].toPlainText() != "")

    assert again.fields["note"].toPlainText() == "Ζήτησε βοήθεια"
    assert again.fields["note"].textCursor().position() == 6
    assert again.fields["note"].hasFocus()
    assert again.fields["sex"].currentData() is Sex.F
    assert again.fields["urgent"].isChecked()


def test_what_is_typed_before_the_answer_comes_is_not_written_over(qtbot, world, quick):
    first = open_form(qtbot, world)
    first.fields["name"].setText("old")
    first.keeper.flush()
    qtbot.waitUntil(lambda: kept(world) is not None)

    again = open_form(qtbot, world)
    again.fields["name"].setText("new")
    qtbot.waitUntil(lambda: content(world).get("name") == "new")

    assert again.fields["name"].text() == "new"


def test_a_saved_form_leaves_no_draft(qtbot, world, quick):
    form = open_form(qtbot, world)
    form.fields["name"].setText("Γκίκας")
    form.keeper.flush()

    form.keeper.saved()
    qtbot.waitUntil(lambda: kept(world) is None)
    form.fields["name"].clear()
    qtbot.wait(100)

    assert kept(world) is None
    assert form.heard.words == []


def test_what_is_given_up_can_be_taken_back(qtbot, world, quick):
    form = open_form(qtbot, world)
    form.fields["name"].setText("Γκίκας")

    form.keeper.give_up()
    qtbot.waitUntil(lambda: form.heard.undo is not None)
    gone = kept(world)
    form.fields["name"].clear()
    form.heard.undo()
    qtbot.waitUntil(lambda: kept(world) is not None)

    assert gone is None
    assert form.heard.words == ["The draft was discarded."]
    assert form.fields["name"].text() == "Γκίκας"


def test_a_form_that_was_only_opened_is_no_draft(qtbot, world, quick):
    form = open_form(qtbot, world)

    form.fields["name"].setText("Γ")
    form.fields["name"].clear()
    qtbot.wait(100)

    assert kept(world) is None


def test_what_is_wiped_out_again_is_no_draft(qtbot, world, quick):
    form = open_form(qtbot, world)
    form.fields["name"].setText("Γκίκας")
    qtbot.waitUntil(lambda: kept(world) is not None)

    form.fields["name"].clear()

    qtbot.waitUntil(lambda: kept(world) is None)


def test_hiding_the_form_writes_at_once(qtbot, world):
    form = open_form(qtbot, world)
    form.fields["name"].setText("Γκίκας")

    form.hide()

    qtbot.waitUntil(lambda: content(world).get("name") == "Γκίκας", timeout=900)


def test_the_end_of_the_session_writes_what_is_typed(qtbot, world, tmp_path):
    form = open_form(qtbot, world)
    form.fields["name"].setText("Γκίκας")

    world.end()

    assert content(world)["name"] == "Γκίκας"


def test_each_subject_has_its_own_draft(qtbot, world, quick):
    form = open_form(qtbot, world, "one")
    form.fields["name"].setText("first")
    form.keeper.begin("two", fresh=True)
    form.fields["name"].setText("second")
    form.keeper.flush()
    qtbot.waitUntil(lambda: kept(world, subject="two") is not None)

    assert content(world, subject="one")["name"] == "first"
    assert content(world, subject="two")["name"] == "second"


def test_a_draft_too_long_is_said_and_nothing_breaks(qtbot, world, quick):
    form = open_form(qtbot, world)

    form.fields["note"].setPlainText("ωωωωωωωωω\n" * 20_000)
    qtbot.waitUntil(lambda: bool(form.heard.words))

    assert form.heard.words[0] == "The text is too long to be kept. Please shorten it."


def test_nobody_else_meets_it(qtbot, tmp_path):
    with a_world(tmp_path / "centre", Role.DESK) as world:
        world.open_window()
        form = open_form(qtbot, world, kind=drafts.CONTACT)
        form.fields["name"].setText("Γκίκας")
        form.keeper.flush()
        qtbot.waitUntil(lambda: len(rows(world)) == 1)

        seen = ask(world.centre.store.view, drafts.mine)

    assert seen == []  # a form this role may not open is not named to it either


def rows(world):
    with world.centre.store.view() as work:
        return work.drafts.mine()
