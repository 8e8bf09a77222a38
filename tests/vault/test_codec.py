"""The key file's bytes are read strictly: whatever is not exactly ours is damage."""

import json
from hashlib import sha256

import pytest

from kentro_app.vault.codec import canonical, decode, encode
from kentro_app.vault.errors import KeyFileDamaged, KeyFileNewer
from tests.vault.keys import centre


def test_a_document_survives_its_encoding():
    document = centre().document

    assert decode(encode(document)) == document


@pytest.mark.parametrize("kept", [0, 1, 100, 0.5, -1])
def test_a_truncated_file_is_damaged(kept):
    # falls with: a parser that makes do with what is there
    data = encode(centre().document)
    length = int(len(data) * kept) if isinstance(kept, float) else kept

    with pytest.raises(KeyFileDamaged):
        decode(data[:length])


@pytest.mark.parametrize(
    ("found", "put"),
    [
        (b'"mac":"', b'"mac":"00'),
        (b'"mac":', b'"mac":"","mac":'),
        (b'{"audit', b'{"floor":{"memory_kib":8},"audit'),
        (b'"passes":2', b'"passes":2,"floor":1'),
        (b'"passes":2', b'"passes":true'),
        (b'"passes":2', b'"passes":2.0'),
        (b'"passes":2', b'"passes":-2'),
        (b'"generation":2', b'"generation": 2'),
        (b'"role":"desk"', b'"role":"owner"'),
        (b'"format":1', b'"format":0'),
        (b'"format":1', b'"format":"1"'),
        (b'"slots":[', b'"slots":[[],'),
        (b'"building":"', b'"building":"{'),
    ],
)
def test_a_second_spelling_or_an_unknown_word_is_damage(found, put):
    # falls with: a lenient parser, or one that reads a floor from the file
    data = encode(centre().document)
    assert found in data

    with pytest.raises(KeyFileDamaged):
        decode(data.replace(found, put, 1))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b"\xff\xfe",
        b" " * 2_000_000,
        b'{"format":NaN}',
        b'{"format":' + b"9" * 5000 + b"}",
        b'{"format":2}',
    ],
    ids=lambda data: repr(data[:8]),
)
def test_something_quite_different_is_damage(data):
    # falls with: json's errors let through, or no limit of size and depth
    with pytest.raises(KeyFileDamaged):
        decode(data)


def test_a_newer_format_is_not_taken_for_damage():
    # falls with: any unknown format treated as damage (an older copy would be used instead)
    fields = json.loads(encode(centre().document)) | {"format": 2, "something": "new"}
    del fields["check"]
    fields["check"] = sha256(canonical(fields)).hexdigest()

    with pytest.raises(KeyFileNewer) as refusal:
        decode(canonical(fields))

    assert refusal.value.facts == {"found": 2, "known": 1}
