"""The figures in print: one JSON document, or a table for people."""

import json
import sys
from collections.abc import Sequence

from kentro_app.bootstrap.bench.measure import Row, machine


def put(rows: Sequence[Row], *, as_json: bool) -> None:
    """On standard output."""
    if as_json:
        document = {"machine": machine(), "results": [row.as_json() for row in rows]}
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
        return
    lines = [_line(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    sys.stdout.write(machine() + "\n")
    for line in lines:
        padded = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        sys.stdout.write("  ".join(padded).rstrip() + "\n")


def _line(row: Row) -> tuple[str, ...]:
    told = row.as_json()
    bounds = [
        f"{sign} {bound:g}{unit}"
        for sign, bound, unit in (
            ("≤", row.limit, "×" if row.ratio is not None else f" {row.unit}"),
            ("≤", row.most, f" {row.unit}"),
            ("≥", row.least, f" {row.unit}"),
        )
        if bound is not None
    ]
    ratio = "" if row.ratio is None else f"{told['ratio']}×"
    baseline = "" if row.baseline is None else f"/ {told['baseline']}"
    mark = "✓" if row.ok else "✗"
    return (mark, row.name, f"{told['ours']}", baseline, row.unit, ratio, ", ".join(bounds))
