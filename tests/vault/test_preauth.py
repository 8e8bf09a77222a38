"""What happened before the store was open reaches its audit log, whole and unread."""

import json
from uuid import UUID

import pytest

from kentro_app.domain.moments import from_ms
from kentro_app.vault.audit_key import audit_private_key, audit_public_key
from kentro_app.vault.errors import KeyFileTampered
from kentro_app.vault.preauth import MOST_EVENTS, NAME, Event, Kind, append, clear, collect
from kentro_app.vault.secret import SecretKey

DBK = SecretKey(bytearray(b"k" * 32))
PUBLIC, PRIVATE = audit_public_key(DBK), audit_private_key(DBK)
USER = UUID(int=7)


@pytest.fixture
def folder(tmp_path):
    """Five failures, one a minute."""
    for number in range(5):
        fail(tmp_path, number)
    return tmp_path


def fail(folder, number):
    append(folder, PUBLIC, Event(from_ms(60_000 * number), Kind.LOGIN_FAILED, USER))


def lines(folder):
    return (folder / NAME).read_bytes().splitlines()


def store(folder, kept):
    (folder / NAME).write_bytes(b"\n".join(kept) + b"\n")


def minutes(events):
    return ["damaged" if e.kind is Kind.LOG_DAMAGED else int(e.at.timestamp() / 60) for e in events]


def test_events_come_out_as_they_went_in(folder):
    events = collect(folder, PRIVATE)

    assert minutes(events) == [0, 1, 2, 3, 4]
    assert {(event.kind, event.user_id) for event in events} == {(Kind.LOGIN_FAILED, USER)}


def test_nothing_happened_is_no_damage(tmp_path):
    assert collect(tmp_path, PRIVATE) == []


def test_outside_nobody_reads_who_it_was(folder):
    # falls with: events in clear
    raw = (folder / NAME).read_bytes()

    assert str(USER).encode() not in raw
    assert str(USER).encode().hex().encode() not in raw
    stranger = audit_private_key(SecretKey.random())
    assert set(minutes(collect(folder, stranger))) == {"damaged"}


@pytest.mark.parametrize("point", [bytes(32), b"\x01" + bytes(31)])
def test_a_key_that_would_make_the_log_readable_is_refused(tmp_path, point):
    with pytest.raises(KeyFileTampered):
        append(tmp_path, point, Event(from_ms(0), Kind.LOGIN_FAILED))


def test_every_line_is_as_long_as_every_other(folder):
    append(folder, PUBLIC, Event(from_ms(2**40), Kind.THROTTLE_DAMAGED))

    assert len({len(line) for line in lines(folder)}) == 1


@pytest.mark.parametrize(
    ("harm", "expected"),
    [
        (lambda rows: rows[:2] + rows[3:], [0, 1, "damaged", 4]),
        (lambda rows: [rows[0], rows[2], rows[1], *rows[3:]], [0, "damaged"]),
        (lambda rows: [*rows[:2], rows[1], *rows[2:]], [0, 1, "damaged"]),
        (lambda rows: [*rows[:2], b"rubbish", *rows[2:]], [0, 1, "damaged", 2, 3, 4]),
        (lambda rows: [rows[0], rows[1].replace(b'"box": "', b'"box": "00'), *rows[2:]], [0]),
        (lambda rows: rows[1:], ["damaged", 2, 3, 4]),
    ],
    ids=["gone", "swapped", "twice", "rubbish", "edited", "first-gone"],
)
def test_harm_to_the_log_is_noted_where_it_is(folder, harm, expected):
    # falls with: lines sealed one by one, without a chain
    store(folder, harm(lines(folder)))

    found = minutes(collect(folder, PRIVATE))

    assert found[: len(expected)] == expected
    assert "damaged" in found


def test_a_flipped_bit_of_a_line_is_noted(folder):
    whole = lines(folder)
    unnoticed = []

    for bit in range(0, len(whole[2]) * 8, 5):
        line = bytearray(whole[2])
        line[bit // 8] ^= 1 << bit % 8
        store(folder, [*whole[:2], bytes(line), *whole[3:]])
        found = minutes(collect(folder, PRIVATE))
        if "damaged" not in found and found != [0, 1, 2, 3, 4]:  # «A» for «a» in hex is the same
            unnoticed.append(bit)

    assert unnoticed == []


def test_a_changed_link_of_the_last_line_is_noted(folder):
    rows = [json.loads(row) for row in lines(folder)]
    rows[-1]["link"] = "00" * 32

    store(folder, [json.dumps(row).encode() for row in rows])

    assert minutes(collect(folder, PRIVATE)) == [0, 1, 2, 3, "damaged"]


def test_damage_is_told_once_and_cleared(tmp_path):
    # falls with: clearing by place in the chain only, which rubbish has none of
    store(tmp_path, [b"rubbish", b"more of it"])
    told = collect(tmp_path, PRIVATE)

    clear(tmp_path, through=told[-1].mark)

    assert minutes(told) == ["damaged", "damaged"]
    assert collect(tmp_path, PRIVATE) == []


def test_a_cleared_log_is_no_damage(folder):
    # falls with: a cleared log taken for one that was cut at its start
    clear(folder, through=collect(folder, PRIVATE)[-1].mark)

    assert collect(folder, PRIVATE) == []
    fail(folder, 12)
    assert minutes(collect(folder, PRIVATE)) == [12]


def test_what_was_taken_is_not_taken_twice(folder):
    taken = collect(folder, PRIVATE)
    fail(folder, 9)

    assert minutes(collect(folder, PRIVATE, after=taken[-1].mark)) == [9]


def test_clearing_keeps_what_came_later_and_the_chain(folder):
    taken = collect(folder, PRIVATE)
    fail(folder, 9)

    clear(folder, through=taken[-1].mark)
    fail(folder, 10)

    assert minutes(collect(folder, PRIVATE, after=taken[-1].mark)) == [9, 10]
    assert len(lines(folder)) == 3


def test_a_log_that_was_taken_away_is_missed(folder):
    # falls with: a chain that begins anew unseen
    taken = collect(folder, PRIVATE)
    clear(folder, through=taken[-1].mark)

    (folder / NAME).unlink()
    fail(folder, 11)

    assert minutes(collect(folder, PRIVATE, after=taken[-1].mark)) == ["damaged", 11]


def test_clearing_what_is_not_there_changes_nothing(folder):
    before = lines(folder)

    clear(folder, through="ab" * 32)

    assert lines(folder) == before


def test_the_log_does_not_fill_the_disk(tmp_path):
    row = json.dumps({"box": "00", "link": "00" * 32}).encode()
    store(tmp_path, [row] * (MOST_EVENTS + 1))

    fail(tmp_path, 1)

    assert len(lines(tmp_path)) == MOST_EVENTS + 1
