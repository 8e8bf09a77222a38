"""Attacks on the key hierarchy. Beside each stands the fault that would let it through.

Two attackers: one who can write the key file, and a colleague who besides holds the
database key, because she logs in at the same desk, and so can seal what she wrote.
"""

from dataclasses import replace
from uuid import UUID

import pytest

from kentro_app.domain.roles import Role
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.codec import decode, encode
from kentro_app.vault.errors import (
    KeyFileDamaged,
    KeyFileOlder,
    KeyFileTampered,
    WrongPassword,
    WrongRecoveryCode,
)
from kentro_app.vault.kdf import KdfParameters
from kentro_app.vault.recovery import RecoveryCode
from kentro_app.vault.secret import SecretKey
from kentro_app.vault.slots import User, close_slot
from tests.vault.keys import (
    ADMIN_PASSWORD,
    CHEAP,
    DESK,
    DESK_PASSWORD,
    centre,
    resealed,
    with_slot,
)

OTHER_BUILDING = UUID(int=0xB2)
THIRD = UUID(int=3)


def test_a_role_raised_by_hand_does_not_open():
    # falls with: role left out of the wrap's associated data
    document = with_slot(centre().document, 1, role=Role.ADMINISTRATOR)

    with pytest.raises(WrongPassword):
        keyring.unlock(document, "Γιώργος", DESK_PASSWORD, CHEAP)


def test_a_role_raised_and_sealed_by_a_colleague_does_not_open():
    # falls with: role left out of the wrap's associated data
    document, key, _ = centre()
    document = resealed(with_slot(document, 1, role=Role.ADMINISTRATOR), key)

    with pytest.raises(WrongPassword):
        keyring.unlock(document, "Γιώργος", DESK_PASSWORD, CHEAP)


def test_somebody_elses_raised_role_is_found_when_i_log_in():
    # falls with: unlock without authenticate
    document = with_slot(centre().document, 1, role=Role.ADMINISTRATOR)

    with pytest.raises(KeyFileTampered):
        keyring.unlock(document, "eleni", ADMIN_PASSWORD, CHEAP)


def test_a_cost_below_the_floor_is_refused_even_when_sealed():
    # falls with: no floor in code (KdfPolicy.require)
    document, key, _ = centre()
    document = resealed(with_slot(document, 1, kdf=KdfParameters(32, 1, 1)), key)

    with pytest.raises(KeyFileTampered) as refusal:
        keyring.unlock(document, "Γιώργος", DESK_PASSWORD, CHEAP)

    assert refusal.value.facts == {"reason": "cost"}


def test_a_wrap_made_cheaply_by_its_owner_is_refused():
    # falls with: floor checked only for new passwords
    document, key, _ = centre()
    cheaper = replace(CHEAP, floor=KdfParameters(8, 1, 1), chosen=KdfParameters(8, 1, 1))
    weak = keyring.with_password(document, key, DESK, DESK_PASSWORD, policy=cheaper)

    with pytest.raises(KeyFileTampered):
        keyring.unlock(weak, "Γιώργος", DESK_PASSWORD, CHEAP)


def test_the_tests_floor_does_not_open_in_production():
    # falls with: a floor that file, environment or test can lower
    with pytest.raises(KeyFileTampered):
        keyring.unlock(centre().document, "eleni", ADMIN_PASSWORD)


def test_a_psychologists_cost_may_not_be_everybodys():
    # falls with: one floor for all roles
    document, key, _ = centre()
    document = keyring.with_role(
        document, key, DESK, Role.PSYCHOLOGIST, password=DESK_PASSWORD, policy=CHEAP
    )
    assert document.slots[1].kdf.memory_kib == 2 * CHEAP.floor.memory_kib
    document = resealed(with_slot(document, 1, kdf=CHEAP.floor), key)

    with pytest.raises(KeyFileTampered):
        keyring.unlock(document, "Γιώργος", DESK_PASSWORD, CHEAP)


@pytest.mark.parametrize(
    "cost",
    [KdfParameters(2**30, 2, 1), KdfParameters(64, 2**30, 1), KdfParameters(64, 2, 2**20)],
)
def test_a_cost_that_would_stop_the_machine_is_refused_at_once(cost):
    # falls with: no ceiling in KdfPolicy.require
    document, key, _ = centre()
    document = resealed(with_slot(document, 1, kdf=cost), key)

    with pytest.raises(KeyFileTampered):
        keyring.unlock(document, "Γιώργος", DESK_PASSWORD, CHEAP)


def test_another_cost_above_the_floor_does_not_open():
    # falls with: cost left out of both the derivation and the associated data
    document, key, _ = centre()
    document = resealed(with_slot(document, 1, kdf=KdfParameters(128, 2, 1)), key)

    with pytest.raises(WrongPassword):
        keyring.unlock(document, "Γιώργος", DESK_PASSWORD, CHEAP)


def test_my_wrap_in_the_administrators_slot_does_not_make_me_administrator():
    # falls with: user id and role left out of the associated data
    document, key, _ = centre()
    mine = document.slots[1]
    pasted = with_slot(document, 0, salt=mine.salt, nonce=mine.nonce, box=mine.box, kdf=mine.kdf)

    with pytest.raises(WrongPassword):
        keyring.unlock(resealed(pasted, key), "eleni", DESK_PASSWORD, CHEAP)


def test_my_wrap_under_another_users_id_does_not_open():
    # falls with: user id left out of the associated data
    document, key, _ = centre()
    document = resealed(with_slot(document, 1, user_id=THIRD), key)

    with pytest.raises(WrongPassword):
        keyring.unlock(document, "Γιώργος", DESK_PASSWORD, CHEAP)


def test_a_file_of_another_building_does_not_open_as_ours():
    # falls with: building left out of the associated data
    document, key, _ = centre()
    document = resealed(replace(document, building=OTHER_BUILDING), key)

    with pytest.raises(WrongPassword):
        keyring.unlock(document, "eleni", ADMIN_PASSWORD, CHEAP)


def test_a_changed_salt_does_not_open():
    # falls with: a derivation without the salt
    document, key, _ = centre()
    document = resealed(with_slot(document, 1, salt=bytes(16)), key)

    with pytest.raises(WrongPassword):
        keyring.unlock(document, "Γιώργος", DESK_PASSWORD, CHEAP)


def test_an_older_file_put_back_is_noticed():
    # falls with: require_current left out, or a generation that does not rise
    document, key, _ = centre()
    newer = keyring.without_user(document, key, DESK)

    keyring.require_current(newer, newer.generation)
    with pytest.raises(KeyFileOlder) as refusal:
        keyring.require_current(document, newer.generation)

    assert refusal.value.facts == {"found": 2, "expected": 3}


@pytest.mark.parametrize(
    "edited",
    [
        lambda document: replace(document, generation=document.generation + 5),
        lambda document: replace(document, generation=document.generation - 1),
        lambda document: replace(document, mac=bytes(32)),
        lambda document: replace(document, slots=document.slots[:1]),
        lambda document: replace(document, slots=document.slots[::-1]),
        lambda document: replace(document, audit_public_key=bytes(32)),
        lambda document: replace(document, recovery=centre(OTHER_BUILDING).document.recovery),
        lambda document: with_slot(document, 1, display_name="Ελένη Δ."),
        lambda document: with_slot(document, 1, name="giorgos"),
    ],
    ids=["newer", "older", "mac", "user-gone", "order", "audit-key", "recovery", "shown", "name"],
)
def test_a_file_edited_by_hand_is_not_accepted(edited):
    # falls with: unlock without authenticate, or the field left out of `authenticated`
    document = edited(centre().document)

    with pytest.raises(KeyFileTampered):
        keyring.unlock(document, "eleni", ADMIN_PASSWORD, CHEAP)


def test_a_user_added_by_hand_finds_no_key():
    # falls with: unlock without authenticate
    ours = centre().document
    user = User(THIRD, "xenos", "Ξένος", Role.ADMINISTRATOR)
    own = close_slot(ours.building, user, "περαστικός από εδώ", SecretKey.random(), policy=CHEAP)
    document = replace(ours, slots=(*ours.slots, own))

    with pytest.raises(KeyFileTampered):
        keyring.unlock(document, "xenos", "περαστικός από εδώ", CHEAP)


def test_a_user_copied_in_twice_is_refused():
    # falls with: no look at double ids while reading
    document = centre().document
    again = replace(document.slots[1], name="another name")
    doubled = replace(document, slots=(*document.slots, again))

    with pytest.raises(KeyFileDamaged):
        decode(encode(doubled))


def test_two_names_that_differ_in_case_only_are_refused():
    # falls with: names compared as they are written
    document = with_slot(centre().document, 1, name="ELENI")

    with pytest.raises(KeyFileDamaged):
        decode(encode(document))


def test_a_recovery_wrap_from_another_building_does_not_open():
    # falls with: building left out of the recovery wrap's associated data
    document, key, code = centre()
    other = centre(OTHER_BUILDING)
    swapped = resealed(replace(document, recovery=other.document.recovery), key)

    with pytest.raises(WrongRecoveryCode):
        keyring.unlock_with_recovery(swapped, code)
    with pytest.raises(WrongRecoveryCode):
        keyring.unlock_with_recovery(swapped, other.code)


def test_a_valid_code_does_not_accept_an_edited_file():
    # falls with: unlock_with_recovery without authenticate
    document, _, code = centre()
    edited = with_slot(document, 1, display_name="Άλλη")

    with pytest.raises(KeyFileTampered):
        keyring.unlock_with_recovery(edited, code)


def test_the_code_of_another_building_does_not_open():
    # falls with: anything but an authenticated box
    with pytest.raises(WrongRecoveryCode):
        keyring.unlock_with_recovery(centre().document, RecoveryCode.random())


def test_nobody_seals_what_somebody_else_edited():
    # falls with: changing a document without authenticating it first
    document, key, _ = centre()
    edited = with_slot(document, 1, display_name="Άλλη")

    with pytest.raises(KeyFileTampered):
        keyring.with_password(edited, key, DESK, "κάτι άλλο εδώ", policy=CHEAP)
    with pytest.raises(KeyFileTampered):
        keyring.with_new_recovery(edited, key)


def test_an_edited_document_is_not_written(tmp_path):
    # falls with: keyfile.write without authenticate
    document, key, _ = centre()

    with pytest.raises(KeyFileTampered):
        keyfile.write(tmp_path, with_slot(document, 1, display_name="Άλλη"), key)

    assert list(tmp_path.iterdir()) == []
