"""The code on paper, as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentro_app.vault.errors import WrongRecoveryCode
from kentro_app.vault.recovery import ALPHABET, RecoveryCode, parse
from kentro_app.vault.secret import SecretKey

GREEK_KEYS = str.maketrans("ABCDEFGHJKMNPQRSTVWXYZ", "ΑΒΨΔΕΦΓΗΞΚΜΝΠ;ΡΣΤΩςΧΥΖ")
GREEK_SHAPES = str.maketrans("ABEHKMNPTXYZ", "ΑΒΕΗΚΜΝΡΤΧΥΖ")
KEY = bytes(range(100, 132))

keys = st.binary(min_size=32, max_size=32)


def code_of(key=KEY):
    return RecoveryCode(SecretKey(bytearray(key)))


@given(keys)
def test_what_is_printed_is_read(key):
    assert parse(code_of(key).text).key.buffer == key


def test_the_code_is_fourteen_groups_of_four_that_look_like_nothing_else():
    groups = RecoveryCode.random().text.split("-")

    assert [len(group) for group in groups] == [4] * 14
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set(ALPHABET) & set("ILOU")


@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        lambda text: text.replace("-", ""),
        lambda text: text.replace("-", " "),
        lambda text: text.replace("-", " – \n"),
        lambda text: text.replace("0", "O").replace("1", "I"),
        lambda text: text.replace("0", "o").replace("1", "l"),
        lambda text: text.replace("0", "Ο").replace("1", "Ι"),
        lambda text: text.translate(GREEK_KEYS),
        lambda text: text.lower().translate(str.maketrans("abcdefghjklmnpqrstvwxyz", GREEK_LOW)),
        lambda text: text.translate(GREEK_SHAPES),
    ],
)
@pytest.mark.parametrize("seed", range(20))
def test_the_code_is_understood_however_it_is_typed(typed, seed):
    key = bytes((seed * 37 + place * place * 11) % 256 for place in range(32))

    assert parse(typed(code_of(key).text)).key.buffer == key


GREEK_LOW = "αβψδεφγηξκλμνπ;ρστωςχυζ"


@given(keys, st.integers(0, 55), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_a_typing_mistake(key, place, letter):
    # falls with: a code without a checksum
    digits = code_of(key).text.replace("-", "")
    if digits[place] == letter:
        letter = ALPHABET[(ALPHABET.index(letter) + 1) % len(ALPHABET)]

    with pytest.raises(WrongRecoveryCode) as refusal:
        parse(digits[:place] + letter + digits[place + 1 :])

    assert refusal.value.facts == {"reason": "checksum"}


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "length"),
        (code_of().text[:-1], "length"),
        (code_of().text + "0", "length"),
        ("x" * 10_000, "length"),
        ("U" + code_of().text[1:], "character"),
        ("!" * 56, "character"),
        ("٣" * 56, "character"),
        ("ß" * 28, "checksum"),
    ],
)
def test_what_is_no_code_is_told_why(typed, reason):
    with pytest.raises(WrongRecoveryCode) as refusal:
        parse(typed)

    assert refusal.value.facts == {"reason": reason}


def test_a_code_does_not_show_itself():
    code = code_of()

    assert repr(code) == "RecoveryCode(…)"
    code.wipe()
    assert code.key.buffer == bytes(32)
