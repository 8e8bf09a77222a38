"""The set-up without its window, on a real vault and store."""

import os
import re

import pytest

from kentro_app import settings
from kentro_app.bootstrap.centre import Identity, open_centre
from kentro_app.bootstrap.setting_up import SettingUp, finish_interrupted
from kentro_app.domain.roles import Role
from kentro_app.gui.setup.ports import Administrator
from kentro_app.reports.render import page_texts
from kentro_app.storage.errors import StoreExists, StoreReadOnly
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.recovery import RecoveryCode
from tests.vault.keys import CHEAP

PASSWORD = "φανάρι πάνω στο βράχο"
ELENI = Administrator("e.markaki", "Ελένη Μαρκάκη", PASSWORD)


@pytest.fixture
def folder(tmp_path):
    """As the supervisor leaves it: with a lock and a log in it."""
    folder = tmp_path / "centre"
    folder.mkdir(mode=0o700)
    (folder / "kentro.lock").touch()
    (folder / "kentro.log").write_text("started")
    return folder


@pytest.fixture
def setting_up(folder):
    setting_up = SettingUp(folder, policy=CHEAP)
    yield setting_up
    setting_up.close()


def test_a_centre_is_founded_in_a_folder_that_holds_the_lock_and_the_log(setting_up, folder):
    setting_up.found("petroupoli", ELENI)

    unlocked = keyring.unlock(keyfile.read(folder), "e.markaki", PASSWORD, CHEAP)
    identity = Identity(unlocked.user_id, unlocked.name, unlocked.role)
    centre = open_centre(folder, identity, unlocked.key, policy=CHEAP)
    assert centre.user.role is Role.ADMINISTRATOR
    assert {"kentro.db", "keys.json", "kentro.lock", "kentro.log"} <= set(os.listdir(folder))
    assert "new-centre" not in os.listdir(folder)
    centre.close()


def test_the_code_that_the_page_says_opens_the_key_file(setting_up, folder):
    card = setting_up.found("petroupoli", ELENI)
    text = page_texts(card.pdf)[0]

    said = code_in(text)
    with keyring.unlock_with_recovery(keyfile.read(folder), RecoveryCode.parse(said)) as key:
        assert any(key.buffer)


def test_only_the_group_asked_for_is_right_in_any_case_and_layout(setting_up):
    card = setting_up.found("petroupoli", ELENI)
    parts = code_in(page_texts(card.pdf)[0]).split("-")
    number = card.asked
    right, other = parts[number - 1], parts[number % len(parts)]

    told = [setting_up.is_group(number, t) for t in (right, f" {right.lower()} ", other, "")]
    assert told == [True, True, False, False]


def test_the_proof_leaves_an_entry_in_the_access_log(setting_up, folder):
    setting_up.found("petroupoli", ELENI)

    setting_up.prove()

    unlocked = keyring.unlock(keyfile.read(folder), "e.markaki", PASSWORD, CHEAP)
    identity = Identity(unlocked.user_id, unlocked.name, unlocked.role)
    centre = open_centre(folder, identity, unlocked.key, policy=CHEAP)
    with centre.store.view() as work:
        records = [entry.record for entry in work.trail.entries(0, 100)]
    assert any("recovery.confirmed" in record for record in records)
    centre.close()


def test_a_folder_with_a_store_is_refused_before_anything_is_asked(setting_up, folder):
    (folder / "kentro.db").write_bytes(b"somebody's")

    with pytest.raises(StoreExists):
        setting_up.profiles()


def test_a_place_that_cannot_be_a_folder_is_refused(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(StoreReadOnly):
        SettingUp(tmp_path / "file" / "centre").profiles()


def test_what_a_killed_founding_left_is_finished_or_forgotten(setting_up, folder):
    setting_up.found("petroupoli", ELENI)
    shop = folder / "new-centre"
    shop.mkdir()
    (folder / "keys.json").rename(shop / "keys.json")

    assert finish_interrupted(folder)
    assert (folder / "keys.json").exists()

    shop.mkdir()
    (shop / "kentro.db").touch()
    assert not finish_interrupted(folder)
    assert not shop.exists()


def test_a_second_place_for_backups_is_tried_before_it_is_remembered(setting_up, folder, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()

    setting_up.copy_backups_to(str(stick))
    with pytest.raises(StoreReadOnly):
        setting_up.copy_backups_to(str(tmp_path / "nowhere"))

    assert settings.load(folder).second_backup_folder == str(stick)
    assert os.listdir(stick) == []


def code_in(text):
    parts = re.findall(r"\b[0-9A-HJKMNP-TV-Z]{4}\b", text)
    return "-".join(parts[:14])
