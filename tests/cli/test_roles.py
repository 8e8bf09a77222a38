import pytest

from tests.cli.desk import PASSWORD

OTHERS = "καρέκλα πάνω στο βράχο"
FRESH = "σύννεφο κάτω από το τραπέζι"


@pytest.fixture
def with_anna(admin):
    admin.environ["KENTRO_NEW_PASSWORD"] = OTHERS
    said = admin("--as", "eleni", "user", "add", "--name", "anna", "--role", "social_worker")
    assert said.code == 0, said.err
    admin.environ["KENTRO_NEW_PASSWORD"] = FRESH
    return admin


def as_anna(terminal, password, *words):
    terminal.environ["KENTRO_PASSWORD"] = password
    try:
        return terminal.json("--as", "anna", *words)
    finally:
        terminal.environ["KENTRO_PASSWORD"] = PASSWORD


def change(terminal, *words):
    return terminal.json("--as", "eleni", "user", *words)


def test_a_granted_role_works_with_the_new_password_only(with_anna):
    before = as_anna(with_anna, OTHERS, "audit", "list")

    said = change(with_anna, "grant", "anna", "--role", "coordinator")

    assert before.document["error"]["code"] == "not_allowed"
    assert said.document["role"] == "coordinator"
    assert as_anna(with_anna, FRESH, "audit", "list").code == 0
    assert as_anna(with_anna, OTHERS, "audit", "list").document["error"]["code"] == "wrong_password"
    assert with_anna.json("--as", "eleni", "verify").document["ok"]


def test_a_revoked_role_leaves_the_desk(with_anna):
    said = change(with_anna, "revoke", "anna", "--role", "social_worker")

    assert (said.code, said.document["role"]) == (0, "desk")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("grant", "anna", "--role", "social_worker"), "role_held_already"),
        (("revoke", "anna", "--role", "dpo"), "role_not_held"),
        (("revoke", "eleni", "--role", "administrator"), "own_role"),
        (("grant", "nobody", "--role", "desk"), "unknown_user"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(with_anna, words, code):
    said = change(with_anna, *words)

    assert (said.code, said.document["error"]["code"]) == (1, code)
    assert said.document["error"]["message"]
