import json
import os

import pytest

from kentro_app.gui.handover import (
    HandoverBroken,
    Header,
    await_painted,
    receive,
    send,
    signal_painted,
)

ELENI = Header("018f0000-0000-7000-8000-000000000000", "Ελένη", "social_worker", "el")


@pytest.fixture
def pipe():
    reading, writing = os.pipe()
    open_ends = {reading, writing}

    class Pipe:
        def __init__(self):
            self.reading, self.writing = reading, writing

        def close_writing(self):
            open_ends.discard(writing)
            os.close(writing)

    yield Pipe()
    for end in open_ends:
        os.close(end)


def parcel(header, key=bytes(32), length=None):
    words = header if isinstance(header, bytes) else json.dumps(header).encode()
    return (len(words) if length is None else length).to_bytes(4, "big") + words + key


def test_header_and_key_arrive_whole_and_the_sender_keeps_nothing(pipe):
    key = bytearray(range(32))

    signal_painted(pipe.writing)
    send(pipe.writing, ELENI, key)

    assert await_painted(pipe.reading)
    assert receive(pipe.reading) == (ELENI, bytearray(range(32)))
    assert key == bytes(32)


def test_the_key_is_wiped_when_nobody_listens(pipe):
    os.close(os.dup(pipe.writing))
    key = bytearray(b"k" * 31)

    with pytest.raises(ValueError, match="size"):
        send(pipe.writing, ELENI, key)

    assert key == bytes(31)


GOOD = {"user_id": ELENI.user_id, "name": "x", "role": "desk", "lang": "el"}


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\x00\x00\x00",
        parcel(b"", length=0),
        parcel(GOOD, length=2049),
        parcel(GOOD, length=2**32 - 1),
        parcel(GOOD, key=bytes(31)),
        parcel(b"not json"),
        parcel(b"[" * 2000),
        parcel([1, 2]),
        parcel({**GOOD, "more": "x"}),
        parcel({k: v for k, v in GOOD.items() if k != "role"}),
        parcel({**GOOD, "user_id": "not an id"}),
        parcel({**GOOD, "user_id": 7}),
        parcel({**GOOD, "name": "x" * 201}),
        parcel({**GOOD, "name": None}),
        parcel({**GOOD, "lang": "xx"}),
    ],
)
def test_anything_else_is_refused(pipe, sent):
    os.write(pipe.writing, sent)
    pipe.close_writing()

    with pytest.raises(HandoverBroken):
        receive(pipe.reading)


def test_a_pipe_that_ends_before_the_paint_is_noticed(pipe):
    pipe.close_writing()

    assert not await_painted(pipe.reading)
