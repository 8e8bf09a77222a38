from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kentro_app.bootstrap.administration import administering
from kentro_app.bootstrap.setting_up import SettingUp
from kentro_app.domain.changes import Topic
from kentro_app.domain.moments import now
from kentro_app.gui.admin.backups.view import BackupsSection
from kentro_app.gui.admin.card.view import CardSection
from kentro_app.gui.admin.check.view import CheckSection
from kentro_app.gui.admin.reminder import CardReminder, DrillReminder
from kentro_app.reports.card import groups
from kentro_app.services.backups import Check
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.errors import WrongRecoveryCode
from kentro_app.vault.recovery import RecoveryCode
from tests.gui.admin.desk import ELENI, DeskNow, log_in, section
from tests.vault.keys import CHEAP


def test_a_backup_is_made_listed_and_would_bring_everything_back(view):
    backups = section(view, BackupsSection)

    backups.new.click()
    listed = len(backups._kept)
    backups.drill.click()

    assert listed == 1
    assert "would bring everything back" in backups.banner.words()


def test_a_damaged_backup_is_told_by_the_drill(view):
    backups = section(view, BackupsSection)
    backups.new.click()
    path = backups._kept[0].path
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)

    backups.drill.click()

    assert "damaged" in backups.banner.words()


def test_a_backup_goes_where_somebody_says(view, tmp_path):
    backups = section(view, BackupsSection)
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.ask_folder = lambda parent: str(stick)

    backups.elsewhere.click()

    assert len(list(stick.glob("*.kentrobackup"))) == 1


def test_a_second_folder_is_remembered_and_can_be_forgotten(view, tmp_path):
    backups = section(view, BackupsSection)
    backups.ask_folder = lambda parent: str(tmp_path)
    backups.choose.click()
    told = backups.second_words.text()

    backups.none.click()

    assert str(tmp_path) in told
    assert "this computer only" in backups.second_words.text()


def test_a_card_that_nobody_confirmed_is_told_and_a_new_one_is_proven(view, centre, folder):
    card = section(view, CardSection)
    before = card.chip.text()
    old = keyfile.read(folder).recovery

    card.new.click()
    card.in_hand.click()
    code = administered_code(view)
    untouched = keyfile.read(folder).recovery == old
    card.proof.edit.setText(groups(code)[card.presenter._asked - 1])
    card.check.click()

    assert (before, untouched) == ("not confirmed", True)
    assert card.chip.text() == "proven"
    keyring.unlock_with_recovery(keyfile.read(folder), RecoveryCode.parse(code)).wipe()


def test_an_administrator_is_reminded_of_a_card_that_nobody_confirmed(qtbot, centre):
    went = []
    cards, actor = administering(centre).cards, centre.store.login.actor
    desk = DeskNow(centre.store)

    banner = CardReminder(desk, cards.is_confirmed, lambda: went.append(1))
    qtbot.addWidget(banner)
    banner.begin(actor)
    banner.action.click()

    assert banner.words() == "Nobody has confirmed that the recovery card is on paper."
    assert went == [1]


def test_who_has_proven_the_card_is_not_reminded(qtbot, folder):
    setting_up = SettingUp(folder.with_name("other"), policy=CHEAP)
    setting_up.found("petroupoli", ELENI)
    setting_up.prove()
    setting_up.close()
    centre = log_in(folder.with_name("other"))
    cards, actor = administering(centre).cards, centre.store.login.actor

    banner = CardReminder(DeskNow(centre.store), cards.is_confirmed, list)
    qtbot.addWidget(banner)
    banner.begin(actor)

    assert banner.words() == ""
    centre.close()


def administered_code(view):
    return view._doing.cards._paper.code.text


def test_a_wrong_group_leaves_the_old_card_in_force(view, folder):
    card = section(view, CardSection)
    old = keyfile.read(folder).recovery
    card.new.click()
    card.in_hand.click()

    card.proof.edit.setText("0000")
    card.check.click()

    assert card.proof.field.error.text() != ""
    assert keyfile.read(folder).recovery == old


def test_the_old_card_opens_nothing_once_the_new_one_is_proven(view, folder):
    card = section(view, CardSection)
    codes = []
    for _time in range(2):
        card.new.click()
        codes.append(administered_code(view))
        card.in_hand.click()
        card.proof.edit.setText(groups(codes[-1])[card.presenter._asked - 1])
        card.check.click()

    with pytest.raises(WrongRecoveryCode):
        keyring.unlock_with_recovery(keyfile.read(folder), RecoveryCode.parse(codes[0]))


def test_the_check_lists_what_was_looked_at_with_a_tick(view):
    check = section(view, CheckSection)

    check.begin.click()

    model = check.list.model()
    spoken = [model.index(i, 0).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(3)]
    assert spoken[0].startswith("✓, The encrypting library is one that can be trusted")
    assert check.banner.words() == "All is well: the data is whole."


def test_a_check_that_failed_has_a_cross_and_a_word(view):
    check = section(view, CheckSection)

    check.show_checks([Check("pages", True, ""), Check("audit", False, "Entry 7 is missing.")])

    spoken = check.list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "✗, The access log is unbroken, Entry 7 is missing., failed"
    assert check.banner.words().startswith("1 check did not pass.")


def test_a_backup_that_nobody_tried_for_a_month_is_remembered_until_one_is(qtbot, centre):
    later = now() + timedelta(days=40)
    administered = administering(centre, clock=lambda: later)
    desk, went = DeskNow(centre.store), []
    banner = DrillReminder(desk, administered.backups.is_tried, lambda: went.append(1))
    qtbot.addWidget(banner)
    banner.begin(centre.store.login.actor)
    asked = banner.words()
    banner.action.click()

    made = administered.backups.make(None)
    administered.backups.drill(made.path)
    desk.data_changed.emit(frozenset({Topic.BACKUPS}))

    assert asked.startswith("No backup was tried for more than a month.")
    assert went == [1]
    assert banner.words() == ""


def test_a_young_centre_is_not_urged_to_drill(qtbot, centre):
    banner = DrillReminder(DeskNow(centre.store), administering(centre).backups.is_tried, list)
    qtbot.addWidget(banner)

    banner.begin(centre.store.login.actor)

    assert banner.words() == ""
