"""Changing one's own password."""

import pytest

from kentro_app.bootstrap.setting_up import Advice
from kentro_app.domain.roles import Role
from kentro_app.gui.account.own_password import OwnPasswordDialog, PasswordOwner
from kentro_app.vault.errors import WrongPassword
from kentro_app.vault.passwords import require_strong

OLD, NEW = "φανάρι πάνω στο βράχο", "καράβι κάτω από το σύννεφο 7"


class OneDesk:
    """Performs at once, with no store behind it."""

    def perform(self, use_case, done, failed, *, owner):
        self.prepare(lambda: use_case(None), done, failed, owner=owner)

    def prepare(self, job, done, failed, *, owner):
        try:
            answer = job()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is handed on
            failed(error)
        else:
            done(answer)


class Account:
    """Somebody's password, and what has become of it."""

    def __init__(self, role):
        self.role, self.password, self.told = role, OLD, []

    def wrap(self, old, new):
        if old != self.password:
            raise WrongPassword
        require_strong(new, self.role, personal=("eleni",))
        return new

    def change(self, work, wrap):
        self.password = wrap


def run_now(work, done, failed, owner):
    try:
        answer = work()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is handed on
        failed(error)
    else:
        done(answer)


def open_dialog(qtbot, account):
    owner = PasswordOwner(account.role, ("eleni",), account.wrap, account.change, Advice())
    dialog = OwnPasswordDialog(OneDesk(), owner, run_now, account.told.append)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def fill_in(dialog, old, new):
    dialog.old.edit.setText(old)
    dialog.new.first.edit.setText(new)
    dialog.new.again.edit.setText(new)
    dialog.change.click()


@pytest.fixture
def account():
    return Account(Role.DESK)


def test_the_right_old_password_and_a_good_new_one_change_it(qtbot, account):
    dialog = open_dialog(qtbot, account)

    fill_in(dialog, OLD, NEW)

    assert account.password == NEW
    assert account.told == ["Your password has been changed."]
    assert not dialog.isVisible()


def test_a_wrong_old_password_is_told_beside_its_field(qtbot, account):
    dialog = open_dialog(qtbot, account)

    fill_in(dialog, "wrong", NEW)

    assert dialog.error.text() == "The present password is not right."
    assert dialog.new.error.text() == ""
    assert account.password == OLD


def test_a_weak_new_one_is_told_beside_the_new_field(qtbot, account):
    dialog = open_dialog(qtbot, account)

    fill_in(dialog, OLD, "short")

    assert dialog.new.error.text().startswith("The password is too short")
    assert dialog.change.isEnabled()


def test_a_psychologist_gets_drawn_words_and_types_them_once(qtbot):
    account = Account(Role.PSYCHOLOGIST)
    dialog = open_dialog(qtbot, account)
    words = dialog.new.words.text()

    dialog.old.edit.setText(OLD)
    dialog.new.again.edit.setText(words)
    dialog.change.click()

    assert dialog.new.first.edit.isReadOnly()
    assert len(words.split()) == 5
    assert account.password == words


def test_the_verdict_follows_what_is_typed(qtbot, account):
    dialog = open_dialog(qtbot, account)
    said = []
    for password in ("short", NEW, ""):
        dialog.new.first.edit.setText(password)
        dialog.new._judge()
        said.append(dialog.new.chip.text())

    assert said == ["weak", "strong", ""]


def test_every_field_and_button_has_a_name_for_a_screen_reader(qtbot, account):
    dialog = open_dialog(qtbot, account)
    named = (dialog.old.edit, dialog.new.first.edit, dialog.new.again.edit, dialog.change)

    assert all(widget.accessibleName() for widget in named)
