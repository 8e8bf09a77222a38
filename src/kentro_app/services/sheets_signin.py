"""What stands on the sheet people sign: who came to the building, and room for whoever may come."""

from collections.abc import Sequence
from datetime import datetime

from kentro_app.domain.latin import elot743
from kentro_app.domain.visits import Channel, Stage
from kentro_app.services.ports import VisitRow
from kentro_app.services.sheets_copies import Line
from kentro_app.services.sheets_model import NameStyle, SheetRow
from kentro_app.services.sheets_request import Words


def came(rows: Sequence[VisitRow]) -> list[VisitRow]:
    """Those who came to the building; a check-in by mistake did not happen."""
    return [row for row in rows if _belongs(row)]


def _belongs(row: VisitRow) -> bool:
    return row.visit.stage is not Stage.CANCELLED and row.visit.channel is Channel.IN_PERSON


def lines(rows: Sequence[VisitRow], names: NameStyle, words: Words) -> tuple[SheetRow, ...]:
    """The sheet's lines."""
    return tuple(_line(row, names, words) for row in rows)


def _line(row: VisitRow, names: NameStyle, words: Words) -> SheetRow:
    visit = row.visit
    name = shown_name(row, names) or words.anonymous
    return SheetRow(
        code=visit.code,
        name=name,
        arrived=visit.arrived_at,
        number=row.number,
        latin_name=elot743(name),
        left=visit.finished_at,
        for_whom=row.for_whom,
        stage=words.stages[visit.stage],
        late_entry=visit.late_entry,
    )


def shown_name(row: VisitRow, names: NameStyle) -> str:
    """As much of the name as the next visitor may read; nothing for somebody anonymous."""
    if row.visit.person_id is None:
        return ""
    match names:
        case NameStyle.FULL:
            return f"{row.surname} {row.given_name}".strip()
        case NameStyle.INITIALS:
            return " ".join(f"{word[0]}." for word in (row.surname, row.given_name) if word)
        case NameStyle.NUMBER:
            return row.number


CELLS = 4


def remembered(row: VisitRow, names: NameStyle) -> Line:
    """The line as an earlier copy carried it, in `CELLS` cells: who came, and when.

    Not whom the visit is for: the desk's own copies leave that out, and correct nothing by it.
    """
    visit = row.visit
    cells = (
        shown_name(row, names) or "-",
        told(visit.arrived_at),
        told(visit.finished_at),
        "late" if visit.late_entry else "",
    )
    return visit.id.hex, cells


def told(moment: datetime | None) -> str:
    """A time to the minute, as paper shows it; the same in every language and zone."""
    return "" if moment is None else moment.strftime("%Y%m%d%H%M")
