"""Keys do not show themselves and can be wiped."""

import copy
import pickle

import pytest

from kentro_app.vault.secret import SecretKey
from kentro_app.vault.wrap import authenticator, open_box, seal, subkey


@pytest.mark.parametrize("buffer", [bytearray(31), bytearray(33), bytearray(), bytes(32), "0" * 32])
def test_a_key_has_256_bits_in_a_buffer_that_can_be_wiped(buffer):
    # falls with: no look at the length; SQLCipher would take it for a password
    with pytest.raises(ValueError, match="32 bytes"):
        SecretKey(buffer)


def test_a_key_is_zero_after_its_block():
    buffer = bytearray(b"k" * 32)

    with SecretKey(buffer) as key:
        assert key.buffer is buffer

    assert buffer == bytes(32)


def test_a_key_never_shows_itself():
    key = SecretKey(bytearray(b"k" * 32))

    assert f"{key} {key!r} {[key]}" == "SecretKey(…) SecretKey(…) [SecretKey(…)]"


@pytest.mark.parametrize("leak", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_key_is_neither_pickled_nor_copied(leak):
    with pytest.raises(TypeError):
        leak(SecretKey.random())


def test_two_random_keys_differ():
    assert SecretKey.random().buffer != SecretKey.random().buffer


def test_labels_make_unrelated_keys():
    root = bytearray(b"r" * 32)

    assert subkey(root, "one") != subkey(root, "two")
    assert authenticator(root, "one", b"text") != authenticator(root, "two", b"text")


def test_a_box_opens_only_under_its_label_and_for_its_purpose():
    root, content = bytearray(b"r" * 32), SecretKey.random()

    box = seal(root, "purpose", content, bound=b"for whom")

    opened = open_box(root, "purpose", box, bound=b"for whom")
    assert opened is not None
    assert opened.buffer == content.buffer
    assert open_box(root, "other", box, bound=b"for whom") is None
    assert open_box(root, "purpose", box, bound=b"for another") is None


def test_the_first_subkey_is_that_of_rfc_5869():
    # RFC 5869, test case 3 (no salt, no info), the first 32 of its 42 bytes
    root = bytearray.fromhex("0b" * 22)

    assert subkey(root, "").hex() == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
    )
