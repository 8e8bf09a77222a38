"""Each command: its exit code, its JSON, and what it leaves behind."""

import json
import os
import stat

import pytest

from kentro_app.reports.render import page_texts
from tests.cli.desk import PASSWORD, lines

NOBODY = {"anonymous": {"sex": "F", "age_band": "30-54"}, "channel": "in_person"}
NEW = "καραφα σαλονι γατα δελφινι ομπρελα"


def checked_in(terminal, **fields):
    said = terminal("checkin", "--file", "-", stdin=lines({**NOBODY, **fields}))
    return said.lines[0]["visit"]


def test_a_new_centre_answers_with_its_card(empty):
    card = empty.folder / "card.pdf"

    said = empty.json("init", "--profile", "petroupoli", "--user", "eleni", "--card", card)

    assert said.code == 0
    assert list(said.document) == ["data_dir", "profile", "user", "card"]
    assert stat.S_IMODE(card.stat().st_mode) == 0o600 or os.name == "nt"
    assert "Recovery code" in page_texts(card.read_bytes())[0]


def test_without_a_card_the_code_is_shown_once_and_never_on_standard_output(empty):
    said = empty.json("init", "--profile", "petroupoli", "--user", "eleni")
    code = said.err.strip().rpartition(" ")[2]
    empty.environ = {"KENTRO_RECOVERY_CODE": code, "KENTRO_NEW_PASSWORD": NEW}

    recovered = empty.json("recover", "--as", "eleni")

    assert code not in said.out
    assert recovered.document == {"name": "eleni"}
    empty.environ = {"KENTRO_PASSWORD": NEW}
    assert empty("visit", "list").code == 0


def test_a_card_that_is_there_is_not_overwritten(empty):
    card = empty.folder / "card.pdf"
    card.write_text("another building's")

    said = empty.json("init", "--profile", "petroupoli", "--user", "eleni", "--card", card)

    assert (said.code, said.document["error"]["code"]) == (1, "file_there")
    assert card.read_text() == "another building's"
    assert not empty.data.exists()


@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        (("init", "--profile", "petroupoli", "--user", "eleni"), "store_exists", 3),
        (("init", "--profile", "atlantis", "--user", "eleni"), "unknown_profile", 1),
        (("--as", "nobody", "visit", "list"), "wrong_password", 1),
        (("visit", "call", "01a200c5-9add-7259-97f3-918180a5f276"), "unknown_visit", 1),
        (("visit", "call", "A-001"), "not_an_id", 1),
        (("person", "show", "01a200c5-9add-7259-97f3-918180a5f276"), "unknown_person", 1),
        (("user", "disable", "eleni"), "last_administrator", 1),
        (("user", "disable", "nobody"), "unknown_user", 1),
        (("restore", "none", "--as", "eleni"), "backup_target_not_empty", 3),
    ],
)
def test_a_refusal_has_its_code_and_its_exit_code(admin, words, code, exit_code):
    said = admin.json(*words)

    assert said.code == exit_code, said.out
    assert said.document["error"]["code"] == code
    assert said.err.count("\n") == 1


def test_a_folder_without_a_centre_is_unavailable(empty):
    said = empty.json("visit", "list")

    assert (said.code, said.document["error"]["code"]) == (3, "key_file_missing")
    assert not empty.data.exists()


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("dance",),
        ("visit", "list", "--date", "23/11/2026"),
        ("sign-in-sheet", "--out", "sheet.doc"),
        ("user", "add", "--name", "x", "--role", "king"),
        ("person", "find", "x", "--limit", "0"),
    ],
)
def test_wrong_usage_is_exit_code_two(admin, capsys, words):
    with pytest.raises(SystemExit) as left:
        admin(*words)

    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["--password", "--password=x", "--new-password=x"])
def test_a_password_as_an_argument_is_refused_with_the_reason(admin, word):
    said = admin("user", "list", word)

    assert said.code == 2
    assert "never an argument" in said.err


def test_nobody_to_ask_is_wrong_usage(admin):
    admin.environ = {}

    assert admin.json("visit", "list").code == 2


def test_among_several_users_somebody_must_be_named(admin):
    admin.environ["KENTRO_NEW_PASSWORD"] = NEW
    admin("user", "add", "--name", "maria", "--role", "desk")

    said = admin.json("visit", "list")

    assert (said.code, said.document["error"]["code"]) == (2, "user_not_chosen")


def test_a_password_comes_from_a_file_and_its_rights_are_looked_at(admin):
    path = admin.folder / "password"
    path.write_text(f"\ufeff{PASSWORD}\nmore\n", "utf-8")
    path.chmod(0o644)
    admin.environ = {"KENTRO_PASSWORD_FILE": str(path)}

    open_to_all = admin("visit", "list")
    path.chmod(0o600)

    assert "chmod 600" in open_to_all.err
    assert admin("visit", "list").err == ""


def test_typed_passwords_must_agree(admin):
    admin.answers = ["one passphrase here", "another passphrase"]

    said = admin.json("user", "add", "--name", "maria", "--role", "desk")

    assert said.document["error"]["code"] == "passwords_differ"


def test_accounts_open_close_and_change_their_passwords(admin):
    admin.environ["KENTRO_NEW_PASSWORD"] = NEW
    maria = ("--as", "maria")

    added = admin.json("user", "add", "--name", "maria", "--role", "desk").document
    admin.environ |= {"KENTRO_PASSWORD": NEW, "KENTRO_NEW_PASSWORD": PASSWORD}
    own = admin.json("user", "password", *maria)
    admin.environ["KENTRO_PASSWORD"] = PASSWORD
    closed = admin.json("user", "disable", "maria", "--as", "eleni").document
    locked_out = admin.json("visit", "list", *maria)

    assert list(added) == ["id", "name", "display_name", "role", "active"]
    assert own.code == 0
    assert closed["active"] is False
    assert locked_out.document["error"]["code"] == "wrong_password"
    assert admin.json("user", "enable", "--name", "maria", "--as", "eleni").document["active"]
    assert len(admin.json("user", "list", "--as", "eleni").document) == 2


def test_a_psychologists_passphrase_is_drawn_and_shown_once(admin):
    said = admin.json("user", "add", "--name", "psy", "--role", "psychologist", "--generate")
    drawn = said.err.strip().partition(": ")[2]
    admin.environ["KENTRO_PASSWORD"] = drawn

    assert drawn not in said.out
    assert admin("visit", "list", "--as", "psy").code == 0


def test_found_people_come_in_the_promised_shape(admin):
    admin.person(surname="Παπαδοπούλου", given_name="Ελένη", birth_date="1971-03")

    found = admin.json("person", "find", "papadopoulou eleni").document

    assert [list(one) for one in found] == [
        ["id", "number", "surname", "given_name", "birth_year", "score"]
    ]
    assert found[0]["birth_year"] == 1971
    assert admin.json("person", "find", "νεκταρία").document == []
    assert admin("person", "find", "ελένη").out.startswith("PET-A-2026-00001")


def test_a_file_shows_what_was_registered(admin):
    given = {
        "surname": "Χασάν",
        "given_name": "Μοχάμεντ",
        "birth_date": "199X",
        "phones": ["210 5065885"],
        "identifiers": [{"kind": "afm", "value": "094259216"}],
        "aliases": [{"surname": "Hassan", "given_name": "Mohamed", "kind": "transliteration"}],
        "address": {"street": "Σουλίου", "number": "5"},
    }

    person = admin.person(**given)
    shown = admin.json("person", "show", person).document
    said = admin("person", "show", person).out

    assert shown["phones"] == ["+302105065885"]
    assert shown["birth_date"] == "199X"
    assert shown["identifiers"] == given["identifiers"]
    assert shown["aliases"] == given["aliases"]
    assert shown["addresses"][0]["street"] == "Σουλίου"
    assert "afm 094259216\n" in said


def test_a_visit_goes_its_way(admin):
    visit = checked_in(admin)

    stages = [admin.json("visit", step, visit).document.get("stage") for step in ("call", "finish")]

    assert stages == ["called", "done"]
    assert admin.json("visit", "cancel", visit).document["error"]["code"] == "visit_closed"
    assert admin.json("visit", "list").document[0]["stage"] == "done"


def test_what_a_role_may_not_do_is_refused(admin):
    admin.environ["KENTRO_NEW_PASSWORD"] = PASSWORD
    admin("user", "add", "--name", "tech", "--role", "technician")

    said = admin.json("visit", "list", "--as", "tech")

    assert (said.code, said.document["error"]["code"]) == (1, "not_allowed")


def test_a_bug_gets_a_number_and_shows_nothing_of_the_data(admin, monkeypatch):
    def broken(_context):
        raise ValueError("Παπαδόπουλος")

    monkeypatch.setattr("kentro_app.cli.visits.show_day", broken)

    said = admin.json("visit", "list")

    assert said.code == 4
    assert said.document["error"]["number"] in said.err
    assert "Παπαδόπουλος" not in said.out + said.err


def test_words_are_in_the_language_that_is_asked_for(admin):
    said = admin.json("visit", "call", "A-001", lang="el")

    assert any("α" <= letter <= "ω" for letter in json.dumps(said.document, ensure_ascii=False))


def test_in_desk_mode_an_administrator_may_no_more_than_the_desk(admin):
    admin.environ["KENTRO_NEW_PASSWORD"] = NEW

    refused = admin.json("--desk-mode", "user", "add", "--name", "nikos", "--role", "desk")
    listed = admin.json("--desk-mode", "visit", "list")

    assert (refused.code, refused.document["error"]["code"]) == (1, "not_allowed")
    assert listed.code == 0
