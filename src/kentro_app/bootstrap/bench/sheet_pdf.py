"""The sign-in sheet of 500 visits as a PDF, against reportlab's own table of the same cells."""

from datetime import timedelta
from functools import partial
from io import BytesIO
from itertools import islice
from typing import Final

from reportlab.lib.pagesizes import A4
from reportlab.platypus import SimpleDocTemplate, Table

from kentro_app.bootstrap.bench.data import World
from kentro_app.bootstrap.bench.measure import Row, in_turns, timed
from kentro_app.bootstrap.bench.names import people
from kentro_app.domain.moments import now
from kentro_app.domain.visits import ticket_code
from kentro_app.i18n.dates import time_of_day
from kentro_app.reports.columns import signin_columns
from kentro_app.reports.lettering import REGULAR, register_fonts
from kentro_app.reports.signin_pdf import sign_in_pdf
from kentro_app.services.sheets_model import NameStyle, SheetRow, SheetTotals, SignInSheet

LIMIT: Final = 1.5
ROWS: Final = 500

_TIMES: Final = 15


def measure(world: World) -> list[Row]:
    """Ratio of medians."""
    del world  # paper needs no store
    register_fonts()
    sheet = _sheet()
    cells = [signin_columns(NameStyle.FULL), *map(_cells, sheet.rows)]
    ours, baseline = partial(sign_in_pdf, sheet), partial(_bare_table, cells)
    in_turns(partial(timed, ours), partial(timed, baseline), 1)  # fonts are read once
    pair = in_turns(partial(timed, ours), partial(timed, baseline), _TIMES)
    return [pair.row("sheet_pdf", limit=LIMIT)]


def _sheet() -> SignInSheet:
    morning = now().replace(hour=6, minute=0)
    rows = tuple(
        SheetRow(
            code=ticket_code("A", number),
            name=f"{one.surname} {one.given_name}",
            arrived=morning + timedelta(seconds=50 * number),
            number=f"PET-A-2026-{number:05d}",
            left=morning + timedelta(seconds=50 * number + 1200),
            for_whom="Ε. Μαρκάκη" if number % 3 else "",
        )
        for number, one in enumerate(islice(people(ROWS, seed=7), ROWS), 1)
    )
    day = morning.date()
    return SignInSheet(
        "Κέντρο Κοινότητας",
        day,
        rows,
        "Ε. Μαρκάκη",
        morning,
        1,
        "1-9f3a2c1b",
        blank_lines=0,
        totals=SheetTotals(ROWS),
    )


def _cells(row: SheetRow) -> tuple[str, ...]:
    left = time_of_day(row.left) if row.left else ""
    return (row.code, time_of_day(row.arrived), row.name, row.for_whom, "", left)


def _bare_table(cells: list[tuple[str, ...]]) -> bytes:
    paper = BytesIO()
    style = [("FONT", (0, 0), (-1, -1), REGULAR, 10.5)]
    SimpleDocTemplate(paper, pagesize=A4).build([Table(cells, repeatRows=1, style=style)])
    return paper.getvalue()
