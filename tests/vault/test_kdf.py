"""What a password costs, and how that is chosen."""

import pytest

from kentro_app.domain.roles import Role
from kentro_app.vault.errors import NotEnoughMemory
from kentro_app.vault.kdf import (
    CEILING,
    FLOOR,
    PRODUCTION,
    KdfParameters,
    calibrate,
    derive,
    password_bytes,
)

GIB = 1024**3


def machine(seconds_per_pass_and_gib):
    """A machine on which time grows with memory and passes, as Argon2's does."""
    return lambda cost: cost.memory_kib / 1024**2 * cost.passes * seconds_per_pass_and_gib


def test_the_floor_is_what_was_decided():
    assert KdfParameters(256 * 1024, 3, 4) == FLOOR == PRODUCTION.floor == PRODUCTION.chosen


def test_argon2id_is_that_of_the_reference():
    # reference implementation's test vector: t=2, m=64 MiB, p=1, "password", "somesalt"
    derived = derive("password", b"somesalt", KdfParameters(65536, 2, 1))

    assert derived.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


@pytest.mark.parametrize("speed", [0.01, 0.1, 0.5, 0.6, 1.0, 2.0, 10.0])
@pytest.mark.parametrize("ram", [4 * GIB, 16 * GIB])
def test_calibration_never_goes_below_the_floor_nor_over_the_target(speed, ram):
    chosen = calibrate(ram=ram, seconds_of=machine(speed))

    floor_takes, takes = machine(speed)(FLOOR), machine(speed)(chosen)
    assert chosen.memory_kib >= FLOOR.memory_kib
    assert chosen.passes >= FLOOR.passes
    assert takes == floor_takes or takes <= 1.0
    assert takes >= 0.4 or chosen.passes == CEILING.passes
    assert chosen.memory_kib <= (1024 if ram >= 16 * GIB else 512) * 1024


def test_a_slow_machine_stays_at_the_floor():
    assert calibrate(seconds_of=machine(10.0)) == FLOOR


def test_a_fast_machine_takes_memory_before_passes():
    assert calibrate(ram=16 * GIB, seconds_of=machine(0.2)).memory_kib == 1024 * 1024
    assert calibrate(ram=8 * GIB, seconds_of=machine(0.2)).memory_kib == 512 * 1024


def test_a_psychologist_pays_twice_the_memory():
    assert PRODUCTION.for_new(Role.PSYCHOLOGIST) == KdfParameters(512 * 1024, 3, 4)
    assert PRODUCTION.for_new(Role.DESK) == FLOOR


def test_composed_and_decomposed_are_one_password():
    assert password_bytes("ή") == password_bytes("η\u0301") == "ή".encode()


def test_memory_that_is_not_there_is_a_refusal_and_no_bug():
    with pytest.raises(NotEnoughMemory):
        derive("password", bytes(16), KdfParameters(2**32 - 1, 1, 1))
