"""Answers: one JSON document with `--json`, else lines for people."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from typing import Any

from kentro_app.cli.context import Context
from kentro_app.domain.errors import RuleViolation, Unavailable
from kentro_app.i18n.messages import explain

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def answer(context: Context, document: Any, lines: Iterable[str]) -> None:
    """Print the document with `--json`, the lines without."""
    if context.arguments.json:
        put(context, document)
        return
    for line in lines:
        context.streams.stdout.write(f"{line}\n")
    context.streams.stdout.flush()


def put(context: Context, document: Any) -> None:
    """One JSON document on a line of its own, out before this returns."""
    context.streams.stdout.write(_encode(document) + "\n")
    context.streams.stdout.flush()


def refusal(error: RuleViolation | Unavailable) -> dict[str, Any]:
    """`{"error": {"code", "field"?, "message"}}`."""
    about = {"field": error.field} if error.field else {}
    return {"error": {"code": error.code, **about, "message": explain(error)}}


def in_words(error: RuleViolation | Unavailable) -> str:
    """The same in one line for people: what, and where."""
    return f"{error.field}: {explain(error)}" if error.field else explain(error)


def moment(value: datetime | None, zone: tzinfo) -> str | None:
    """ISO 8601 with the centre's offset, to the second."""
    return None if value is None else value.astimezone(zone).isoformat(timespec="seconds")


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as text, in columns as wide as their longest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
