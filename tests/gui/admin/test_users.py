import pytest

from kentro_app.domain.roles import Role
from kentro_app.gui.admin.users.view import UsersSection
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.errors import WrongPassword
from tests.gui.admin.desk import add, choose, section
from tests.vault.keys import CHEAP


def test_a_new_colleague_logs_in_with_the_phrase_that_was_shown_once(view, folder):
    users = section(view, UsersSection)

    phrase = add(users)
    users.phrase.done.click()

    keyring.unlock(keyfile.read(folder), "a.vlachou", phrase, CHEAP).key.wipe()
    assert len(phrase.split()) == 4
    assert users.phrase.phrase.text() == ""


def test_a_psychologist_gets_a_longer_phrase(view):
    assert len(add(section(view, UsersSection), role=Role.PSYCHOLOGIST).split()) == 5


def test_a_name_that_is_taken_is_told_beside_its_field(view):
    users = section(view, UsersSection)
    add(users)

    add(users)

    assert users.add.name.error.text().startswith("There is already a user with this name.")


def test_an_empty_name_is_told_beside_its_field(view):
    users = section(view, UsersSection)

    add(users, "")

    assert users.add.name.error.text() == "This field must be filled in."


def test_a_reset_ends_the_old_phrase_and_shows_a_new_one(view, folder):
    users = section(view, UsersSection)
    old = add(users)
    choose(users, "a.vlachou")

    users.reset.click()
    users.ask_reset.yes.click()

    new = users.phrase.phrase.text()
    keyring.unlock(keyfile.read(folder), "a.vlachou", new, CHEAP).key.wipe()
    with pytest.raises(WrongPassword):
        keyring.unlock(keyfile.read(folder), "a.vlachou", old, CHEAP)


def test_who_is_disabled_comes_back_only_by_being_enabled(view, folder):
    users = section(view, UsersSection)
    phrase = add(users)
    choose(users, "a.vlachou")
    users.disable.click()
    users.ask_disable.yes.click()

    with pytest.raises(WrongPassword):
        keyring.unlock(keyfile.read(folder), "a.vlachou", phrase, CHEAP)

    choose(users, "a.vlachou")
    users.enable.click()
    users.ask_enable.yes.click()
    fresh = users.phrase.phrase.text()
    keyring.unlock(keyfile.read(folder), "a.vlachou", fresh, CHEAP).key.wipe()


def test_the_last_administrator_stays_and_it_is_said_why(view):
    users = section(view, UsersSection)
    choose(users, "e.markaki")

    users.disable.click()
    users.ask_disable.yes.click()

    assert users.ask_disable.error.text().startswith("This is the only administrator.")
    assert all(user.active for user in users._users.values())


def test_a_question_can_be_left_without_anything_happening(view):
    users = section(view, UsersSection)
    choose(users, "e.markaki")

    users.reset.click()
    users.ask_reset.cancel.click()

    assert users.panels.currentIndex() == 0


def test_another_role_comes_with_a_phrase_and_the_old_one_opens_nothing(view, folder):
    users = section(view, UsersSection)
    old = add(users)
    choose(users, "a.vlachou")

    users.change.click()
    users.ask_role.roles.setCurrentIndex(users.ask_role.roles.findData(Role.COORDINATOR))
    users.ask_role.yes.click()

    fresh = users.phrase.phrase.text()
    unlocked = keyring.unlock(keyfile.read(folder), "a.vlachou", fresh, CHEAP)
    unlocked.key.wipe()
    assert unlocked.role is Role.COORDINATOR
    with pytest.raises(WrongPassword):
        keyring.unlock(keyfile.read(folder), "a.vlachou", old, CHEAP)


def test_one_s_own_role_stays_and_it_is_said_why(view):
    users = section(view, UsersSection)
    choose(users, "e.markaki")

    users.change.click()
    users.ask_role.roles.setCurrentIndex(users.ask_role.roles.findData(Role.DESK))
    users.ask_role.yes.click()

    assert users.ask_role.role.error.text().startswith("You cannot change your own role.")
