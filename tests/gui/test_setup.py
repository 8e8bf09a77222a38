"""The first start as somebody at the desk lives it, from the welcome to a centre that opens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kentro_app.bootstrap.centre import Identity, open_centre
from kentro_app.bootstrap.setting_up import SettingUp
from kentro_app.gui.qt_words import speak_in
from kentro_app.gui.setup.names import proposed_user_name
from kentro_app.gui.setup.presenter import Page
from kentro_app.gui.setup.view import Endings, SetUpWindow
from kentro_app.reports.card import groups
from kentro_app.reports.render import page_texts
from kentro_app.services.demo.staff import PASSWORD as PASSWORD_OF_DEMO
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.recovery import RecoveryCode
from tests.vault.keys import CHEAP

PASSWORD = "φανάρι πάνω στο βράχο"


def run_now(work, done, failed, owner):
    try:
        answer = work()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is handed on
        failed(error)
    else:
        done(answer)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "centre"
    folder.mkdir(mode=0o700)
    (folder / "kentro.lock").touch()
    return folder


@pytest.fixture
def setting_up(folder):
    setting_up = SettingUp(folder, make_demo=make_demo, policy=CHEAP)
    yield setting_up
    setting_up.close()


@pytest.fixture
def ended():
    return []


@pytest.fixture
def window(qtbot, setting_up, ended):
    endings = Endings(lambda: ended.append("founded"), lambda: ended.append("demo"))
    window = SetUpWindow(setting_up, run_now, endings)
    qtbot.addWidget(window)
    window.show()
    return window


def make_demo(folder, progress):
    folder.mkdir()
    for done in range(3):
        progress(done, 3)
    (folder / "kentro.db").touch()
    (folder / "keys.json").touch()


def fill_in(window, password=PASSWORD):
    page = window.administrator
    page.display_edit.setText("Ελένη Μαρκάκη")
    page.password.first.edit.setText(password)
    page.password.again.edit.setText(password)


def to_the_card(window):
    window.welcome.new.click()
    window.next.click()
    fill_in(window)
    window.next.click()


def asked_group(window, setting_up):
    code = groups(setting_up._paper.code.text)
    return code[window._presenter._asked - 1]


@pytest.mark.parametrize("language", ["el", "en"])
def test_the_whole_way_ends_with_a_centre_that_opens(
    window, setting_up, folder, ended, qtbot, language, tmp_path
):
    speak_in(language, window)
    to_the_card(window)
    pdf = window.card.paper._card.pdf
    window.next.click()
    qtbot.keyClicks(window.proof.proof.edit, asked_group(window, setting_up).lower())
    qtbot.keyClick(window.proof.proof.edit, Qt.Key.Key_Return)
    window.next.click()
    window.backups._show(str(tmp_path))
    window.next.click()
    window.next.click()

    assert ended == ["founded"]
    unlocked = keyring.unlock(keyfile.read(folder), "e.markaki", PASSWORD, CHEAP)
    who = Identity(unlocked.user_id, unlocked.name, unlocked.role)
    centre = open_centre(folder, who, unlocked.key, policy=CHEAP)
    assert centre.user.display_name == "Ελένη Μαρκάκη"
    centre.close()
    said = "-".join(groups(code_of(pdf)))
    keyring.unlock_with_recovery(keyfile.read(folder), RecoveryCode.parse(said)).wipe()
    speak_in("en", window)


def code_of(pdf):
    words = page_texts(pdf)[0].split()
    parts = [w for w in words if len(w) == 4 and set(w) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")]
    return "-".join(parts[:14])


def test_nothing_is_written_before_the_centre_is_made_and_back_leads_back(window, folder):
    window.welcome.new.click()
    window.next.click()
    fill_in(window)
    window.back.click()
    window.back.click()

    assert window._presenter.page is Page.WELCOME
    assert [path.name for path in folder.iterdir()] == ["kentro.lock"]


def test_a_wrong_group_is_refused_beside_its_field_and_can_be_typed_again(window, setting_up):
    to_the_card(window)
    window.next.click()
    window.proof.proof.edit.setText("0000")

    window.next.click()
    refused = window.proof.proof.field.error.text()
    window.proof.proof.edit.setText(asked_group(window, setting_up))
    window.next.click()

    assert refused.startswith("This is not what the card says there.")
    assert window.proof.proof.field.error.isHidden()
    assert window.next.text() == "Continue"


def test_the_page_with_the_code_is_out_of_sight_while_the_group_is_asked(window):
    to_the_card(window)
    window.next.click()

    assert not window.card.paper.page.isVisible()
    assert window.back.isVisible()


def test_an_existing_centre_is_told_at_the_first_step(window, folder):
    (folder / "kentro.db").touch()

    window.welcome.new.click()

    assert window._presenter.page is Page.WELCOME
    assert "already holds a centre" in window.banner.words()


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("short", "The password is too short"),
        ("kalimera kalimera", "Very many people use this password"),
        ("ΕλένηΜαρκάκη12", "The password contains your name"),
    ],
)
def test_a_weak_password_is_told_while_typing_and_when_going_on(window, password, sentence):
    window.welcome.new.click()
    window.next.click()
    fill_in(window, password)

    window.administrator.password._judge()
    window.next.click()

    assert window.administrator.password.sentence.text().startswith(sentence)
    assert window.administrator.password.error.text().startswith(sentence)
    assert window._presenter.page is Page.ADMINISTRATOR


def test_two_different_passwords_do_not_found_anything(window, folder):
    window.welcome.new.click()
    window.next.click()
    fill_in(window)
    window.administrator.password.again.edit.setText("another")

    window.next.click()

    assert "not the same" in window.administrator.password.error.text()
    assert not (folder / "keys.json").exists()


def test_a_proposed_phrase_is_shown_and_strong(window):
    window.welcome.new.click()
    window.next.click()

    window.administrator.password.propose.click()
    window.administrator.password._judge()

    assert window.administrator.password.drawn.isVisible()
    assert window.administrator.password.chip.text() == "strong"


def test_the_passwords_leave_their_fields_once_the_centre_is_made(window):
    to_the_card(window)

    assert window.administrator.password.first.edit.text() == ""
    assert window.administrator.password.again.edit.text() == ""


def test_a_folder_that_takes_nothing_is_told_beside_the_second_place(window, setting_up, tmp_path):
    to_the_card(window)
    window.next.click()
    window.proof.proof.edit.setText(asked_group(window, setting_up))
    window.next.click()
    window.next.click()
    window.backups._show(str(tmp_path / "nowhere"))

    window.next.click()

    assert window._presenter.page is Page.BACKUPS
    assert window.backups.second.error.text() != ""


def test_the_card_is_saved_where_somebody_says(window, tmp_path):
    to_the_card(window)
    where = tmp_path / "card.pdf"
    window.card.paper._ask_where = lambda parent, name: str(where)

    window.card.paper.save_button.click()

    assert where.read_bytes().startswith(b"%PDF")
    assert where.stat().st_mode & 0o077 == 0


def test_the_demo_centre_is_made_in_a_folder_of_its_own(window, folder, ended):
    window.welcome.demo.click()
    QApplication.processEvents()
    told = window.demo.password.text()
    window.demo.open.click()

    assert told == PASSWORD_OF_DEMO
    assert ended == ["demo"]
    assert (folder.with_name("centre-demo") / "keys.json").exists()
    assert not (folder / "keys.json").exists()


def test_a_stopped_demo_leaves_nothing_and_leads_back(window, folder):
    window.demo._presenter._stop.set()
    window.demo._presenter._stop.clear = lambda: None

    window.welcome.demo.click()

    assert window.stack.currentIndex() == 0
    assert list(folder.with_name("centre-demo").iterdir()) == []


def test_everything_speaks_greek_after_a_switch(window):
    window.welcome.new.click()
    window.language_chosen.connect(lambda language: speak_in(language, window))

    window.side.languages["el"].click()
    QApplication.processEvents()

    assert window.side.languages["el"].isChecked()
    assert window.back.text().strip() == "Πίσω"
    speak_in("en", window)


def test_fields_and_buttons_have_names_for_a_screen_reader(window):
    page, backups = window.administrator, window.backups
    named = (
        page.display_edit, page.name_edit, page.password.first.edit, page.password.again.edit,
        page.password.propose, window.proof.proof.edit, window.card.paper.page,
        backups.second_edit, backups.choose, window.next, window.back, window.centre.choice,
    )  # fmt: skip

    assert [w for w in named if not w.accessibleName()] in ([], [window.next])


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("Ελένη Μαρκάκη", "e.markaki"),
        ("  Γιώργος  ", "giorgos"),
        ("Άννα-Μαρία Ψαρρού", "a.psarrou"),
        ("Jean Valjean", "j.valjean"),
        ("…", ""),
    ],
)
def test_a_user_name_is_proposed_in_small_latin_letters(name, proposed):
    assert proposed_user_name(name) == proposed
