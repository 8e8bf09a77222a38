"""From a password to an open store, and what stands in the way."""

import json
import shutil
from datetime import timedelta

import pytest

from kentro_app.bootstrap.centre import AccountClosed, Identity, open_centre
from kentro_app.domain.roles import Role
from kentro_app.services import accounts
from kentro_app.services.transaction import perform
from kentro_app.storage.errors import StoreLocked, StoreMissing
from kentro_app.vault import keyfile, keyring, preauth
from kentro_app.vault.errors import KeyFileDamaged, KeyFileOlder, KeyFileTampered, WrongPassword
from tests.bootstrap.conftest import POLICY, Door
from tests.stores import TEN

SECOND = "μελτέμι-καραβόσκοινο-83"


def add(centre, name="anna", role=Role.SOCIAL_WORKER):
    user = accounts.new_user(accounts.NewUser(name, role), now=TEN)
    wrap = centre.keys.wrap(user, SECOND)
    return perform(
        centre.store.begin, lambda work: accounts.add(work, centre.keys, user, wrap)
    ).result


def actions(centre):
    with centre.store.view() as work:
        return [json.loads(entry.record)["action"] for entry in work.trail.entries(0, 10_000)]


def test_a_colleague_gets_in_with_a_password_of_their_own(door):
    centre = door.enter()
    anna = add(centre)
    centre.close()

    hers = door.enter("ANNA", SECOND)

    assert hers.user == anna
    with pytest.raises(WrongPassword):
        door.enter("anna", SECOND.upper())
    hers.close()


def test_the_recovery_code_opens_the_same_store(door):
    key = keyring.unlock_with_recovery(keyfile.read(door.directory), door.founded.code)

    assert key.buffer == door.founded.key.buffer


def test_a_disabled_colleague_does_not_get_in_even_with_the_old_key_file(door):
    centre = door.enter()
    add(centre)
    kept = (door.directory / "keys.json").read_bytes()
    perform(centre.store.begin, lambda work: accounts.disable(work, centre.keys, "anna"))
    centre.close()
    with pytest.raises(WrongPassword):
        door.enter("anna", SECOND)

    (door.directory / "keys.json").write_bytes(kept)

    with pytest.raises((AccountClosed, KeyFileOlder)):
        door.enter("anna", SECOND)


def test_an_old_key_file_is_accepted_by_an_administrator_only_and_noted(door):
    centre = door.enter()
    add(centre)
    kept = (door.directory / "keys.json").read_bytes()
    add(centre, "maria")
    centre.close()
    (door.directory / "keys.json").write_bytes(kept)
    with pytest.raises(KeyFileOlder):
        door.enter("anna", SECOND)

    centre = door.enter()

    assert "keys.older_accepted" in actions(centre)
    centre.close()
    door.enter("anna", SECOND).close()


def test_a_role_raised_in_the_store_of_another_is_no_door(door):
    centre = door.enter()
    anna = add(centre)
    centre.close()
    entry = keyring.unlock(keyfile.read(door.directory), "anna", SECOND, POLICY)

    who = Identity(anna.id, "anna", Role.ADMINISTRATOR)
    with pytest.raises(AccountClosed):
        open_centre(door.directory, who, entry.key, policy=POLICY)


def test_the_key_file_of_another_centre_opens_nothing(door, tmp_path):
    other = Door(tmp_path / "other")
    shutil.copy(other.directory / "keys.json", door.directory / "keys.json")

    with pytest.raises(StoreLocked):
        door.enter()


def test_a_key_file_changed_by_hand_is_refused(door):
    path = door.directory / "keys.json"
    path.write_text(path.read_text("utf-8").replace("Ελένη Μαρκάκη", "Ελένη Μαρκάτη"), "utf-8")

    with pytest.raises((KeyFileDamaged, KeyFileTampered)):
        door.enter()


def test_a_missing_store_is_said_to_be_missing(door):
    (door.directory / "kentro.db").unlink()

    with pytest.raises(StoreMissing):
        door.enter()


def test_failed_log_ins_reach_the_access_log_exactly_once(door):
    document = keyfile.read(door.directory)
    event = preauth.Event(door.clock(), preauth.Kind.LOGIN_FAILED, door.founded.user.id)
    preauth.append(door.directory, document.audit_public_key, event)

    for _ in range(2):
        door.enter().close()
    preauth.append(door.directory, document.audit_public_key, event)
    centre = door.enter()

    assert actions(centre).count("before_log_in.login_failed") == 2
    centre.close()


def test_a_clock_set_back_is_noticed_and_noted(door):
    door.enter().close()
    door.clock.at -= timedelta(days=400)

    centre = door.enter()

    assert centre.clock_behind == timedelta(days=400)
    assert "clock.set_back" in actions(centre)
    centre.close()


def test_a_small_correction_of_the_clock_is_nothing(door):
    door.enter().close()
    door.clock.at -= timedelta(minutes=4)

    centre = door.enter()

    assert centre.clock_behind == timedelta(0)
    centre.close()
