"""A stream of JSON lines: each answered after its commit, and out before the next is read.

A bad line is answered with its error and its number, and the stream goes on; where the store
itself fails, it ends. Blank lines have no answer.
"""

import codecs
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO

from kentro_app.cli.answers import in_words, put, refusal
from kentro_app.cli.context import DONE, REFUSED, UNAVAILABLE, Context
from kentro_app.cli.errors import InputUnusable, LineTooLong, NotUtf8
from kentro_app.cli.fields import parse_object
from kentro_app.domain.errors import RuleViolation, Unavailable
from kentro_app.i18n import ngettext

LONGEST = 1024 * 1024  # bytes; a file of a person with everything in it has a few thousand

Handle = Callable[[Mapping[str, Any]], Any]


def answer_lines(context: Context, source: BinaryIO, handle: Handle) -> int:
    """Handle every line; gives the exit code."""
    refused = 0
    for number, raw in _lines(source):
        try:
            said = handle(parse_object(_text(raw)))
        except RuleViolation as error:
            refused += 1
            said = {**refusal(error), "line": number}
        except Unavailable as error:
            put(context, {**refusal(error), "line": number})
            context.say(in_words(error))
            return UNAVAILABLE
        put(context, said)
    if refused:
        words = ngettext("{n} line was refused.", "{n} lines were refused.", refused)
        context.say(words.format(n=refused))
    return REFUSED if refused else DONE


@contextmanager
def opened(context: Context, name: str) -> Iterator[BinaryIO]:
    """The file of that name, or standard input for `-`. Raises InputUnusable."""
    if name == "-":
        yield context.streams.stdin
        return
    try:
        file = open(name, "rb")  # noqa: SIM115 - closed below; only opening may be refused here
    except (OSError, ValueError) as error:
        raise InputUnusable(field="file", path=name[:200]) from error
    with file:
        yield file


def text_of(source: BinaryIO) -> str:
    """All of a small file as text. Raises LineTooLong, NotUtf8."""
    return _text(source.read(LONGEST + 2).removeprefix(codecs.BOM_UTF8))


def _lines(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while raw := source.readline(LONGEST + 2):
        number += 1
        whole = raw.endswith(b"\n") or len(raw) <= LONGEST
        while not whole:  # its end is read away in pieces, so that no line fills the memory
            piece = source.readline(LONGEST)
            whole = not piece or piece.endswith(b"\n")
        if number == 1:
            raw = raw.removeprefix(codecs.BOM_UTF8)
        if raw.strip():
            yield number, raw


def _text(raw: bytes) -> str:
    if len(raw) > LONGEST + 1:
        raise LineTooLong(most=LONGEST // 1024)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise NotUtf8 from None
