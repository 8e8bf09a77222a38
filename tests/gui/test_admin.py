"""Administration on a real store and vault, with cheap passwords."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from kentro_app.bootstrap.administration import administering
from kentro_app.bootstrap.centre import Identity, open_centre
from kentro_app.bootstrap.setting_up import SettingUp
from kentro_app.domain.moments import now
from kentro_app.domain.roles import Role
from kentro_app.gui.admin.backups.view import BackupsSection
from kentro_app.gui.admin.card.view import CardSection
from kentro_app.gui.admin.check.view import CheckSection
from kentro_app.gui.admin.reminder import remind_of_card
from kentro_app.gui.admin.trail.view import TrailSection
from kentro_app.gui.admin.trail.words import Kind, action_words
from kentro_app.gui.admin.users.view import UsersSection
from kentro_app.gui.admin.view import AdminView
from kentro_app.gui.qt_words import speak_in
from kentro_app.gui.setup.ports import Administrator
from kentro_app.gui.widgets.notices import Banner
from kentro_app.reports.card import groups
from kentro_app.services.accounts import NewUser
from kentro_app.services.backups import Check
from kentro_app.services.transaction import ask, perform
from kentro_app.storage import tables
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.errors import WrongPassword, WrongRecoveryCode
from kentro_app.vault.recovery import RecoveryCode
from tests.vault.keys import CHEAP

PASSWORD = "φανάρι πάνω στο βράχο"
ELENI = Administrator("e.markaki", "Ελένη Μαρκάκη", PASSWORD)
ALL_SECTIONS = [UsersSection, BackupsSection, CardSection, CheckSection, TrailSection]


class DeskNow(QObject):
    """The desk without lanes: everything happens at once."""

    data_changed = Signal(frozenset)

    def __init__(self, store):
        super().__init__()
        self._store = store

    def perform(self, use_case, done, failed, *, owner):
        self.prepare(lambda: perform(self._store.begin, use_case).result, done, failed, owner=owner)

    def ask(self, query, done, failed, *, owner, latest=None):
        self.prepare(lambda: ask(self._store.view, query), done, failed, owner=owner)

    def prepare(self, job, done, failed, *, owner):
        try:
            answer = job()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is handed on
            failed(error)
        else:
            done(answer)


class SmallOffice:
    """As much of an office as administration needs."""

    def __init__(self, centre):
        self.desk = DeskNow(centre.store)
        self.actor = centre.store.login.actor
        self.now = now


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "centre"
    folder.mkdir(mode=0o700)
    setting_up = SettingUp(folder, policy=CHEAP)
    setting_up.found("petroupoli", ELENI)
    setting_up.close()
    return folder


def log_in(folder, name="e.markaki", password=PASSWORD):
    unlocked = keyring.unlock(keyfile.read(folder), name, password, CHEAP)
    who = Identity(unlocked.user_id, unlocked.name, unlocked.role)
    return open_centre(folder, who, unlocked.key, policy=CHEAP)


@pytest.fixture
def centre(folder):
    centre = log_in(folder)
    yield centre
    centre.close()


def show(qtbot, centre):
    view = AdminView(SmallOffice(centre), None, administering(centre))
    qtbot.addWidget(view)
    view.resize(1100, 640)
    view.show()
    return view


@pytest.fixture
def view(qtbot, centre):
    return show(qtbot, centre)


def section(view, kind):
    view.show_section(kind)
    return next(each for each in view.sections if isinstance(each, kind))


def add(users, display_name="Άννα Βλάχου", role=Role.SOCIAL_WORKER):
    users.new.click()
    users.add.display_edit.setText(display_name)
    users.add.roles.setCurrentIndex(users.add.roles.findData(role))
    users.add.add.click()
    return users.phrase.phrase.text()


def choose(users, name):
    users.users.select(next(i for i, user in users._users.items() if user.name == name))


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
    banner, went = Banner(), []
    qtbot.addWidget(banner)
    cards, actor = administering(centre).cards, centre.store.login.actor
    desk = DeskNow(centre.store)

    remind_of_card(banner, desk, cards.is_confirmed, actor=actor, go=lambda: went.append(1))
    banner.action.click()

    assert banner.words() == "Nobody has confirmed that the recovery card is on paper."
    assert went == [1]


def test_who_has_proven_the_card_is_not_reminded(qtbot, folder):
    setting_up = SettingUp(folder.with_name("other"), policy=CHEAP)
    setting_up.found("petroupoli", ELENI)
    setting_up.prove()
    setting_up.close()
    centre = log_in(folder.with_name("other"))
    banner = Banner()
    qtbot.addWidget(banner)
    cards, actor = administering(centre).cards, centre.store.login.actor

    remind_of_card(banner, DeskNow(centre.store), cards.is_confirmed, actor=actor, go=banner.hide)

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
        request = NewUser("other", role)
        perform(admin.store.begin, lambda work: doing.add(work, request, PASSWORD))
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
    source = Path(__file__).parents[2] / "src" / "kentro_app"
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
