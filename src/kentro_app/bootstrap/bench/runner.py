"""Which figures there are, and measuring those that are asked for.

Figures are made one after the other, so that nothing runs beside what is measured; what each
compares with what is said in docs/benchmarks.md.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from kentro_app.bootstrap.bench import report
from kentro_app.bootstrap.bench.data import World
from kentro_app.bootstrap.bench.measure import Row

DONE, MISSED, USAGE = 0, 1, 2
FIGURES: Final = {
    "start": frozenset[str](),
    "unlock": frozenset[str](),
    "sheet_pdf": frozenset[str](),
    "search": frozenset({"people"}),
    "painted": frozenset({"people"}),
    "login": frozenset({"full"}),
    "switch_user": frozenset({"full"}),
    "hour": frozenset({"full"}),
    "day_500": frozenset({"full"}),
    "desk_check_in": frozenset({"full"}),
    "eight_hours": frozenset({"full"}),
    "check_in": frozenset({"full"}),
}
"""Each figure's module, and the large centres it is measured in."""


def run(arguments: Namespace) -> int:
    """Measure the figures that `names` asks for (all, if none) at `scale`, print them.

    Gives 0 when every limit is kept, 1 when one is missed, 2 for a name that no figure has.
    """
    names = list(dict.fromkeys(arguments.names)) or list(FIGURES)
    unknown = [name for name in names if name not in FIGURES]
    if unknown:
        sys.stderr.write(f"{', '.join(unknown)}: {', '.join(FIGURES)}\n")
        return USAGE
    rows = measured(names, arguments.scale)
    report.put(rows, as_json=arguments.json)
    return DONE if all(row.ok for row in rows) else MISSED


def measured(names: Sequence[str], scale: float) -> list[Row]:
    """The rows of these figures, from data that lies in a private folder until the end."""
    figures = [_figure(name) for name in names]
    with TemporaryDirectory(prefix="kentro-bench-") as folder:
        world = World(Path(folder), scale)
        try:
            world.prepare(set().union(*(FIGURES[name] for name in names)))
            return [row for figure in figures for row in figure(world)]
        finally:
            world.close()


def _figure(name: str) -> Callable[[World], list[Row]]:
    found: Callable[[World], list[Row]] = import_module(f"{__package__}.{name}").measure
    return found
