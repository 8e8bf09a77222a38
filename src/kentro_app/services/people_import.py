"""People from a table: each row becomes a person or is refused whole, with the reason.

Spreadsheets take the zero from the front of a number and make dates of dates: what can be put
right without guessing is, and what was put right is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Final

from kentro_app.domain.doubts import Doubt
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.fold import fold
from kentro_app.domain.identifiers import IdentifierKind, canonical
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import Clock
from kentro_app.domain.phones import parse as parse_phone
from kentro_app.domain.sex import Sex
from kentro_app.services import registry
from kentro_app.services.access import Permission, require
from kentro_app.services.people_columns import Columns
from kentro_app.services.ports import Begin, Work
from kentro_app.services.registry import NewAlias, Registered, Registration
from kentro_app.services.table_rows import Cell, Row, Table, TableUnusable
from kentro_app.services.transaction import perform

_SHOWN: Final = 40
_PHONES: Final = ("phone", "phone2", "phone3")
_ADDRESS: Final = ("street", "number", "area", "postcode", "municipality")
# An ΑΜΚΑ begins with the day of birth and an ΑΦΜ may begin with 0: one digit less is a lost zero.
_LENGTHS: Final = {IdentifierKind.AMKA: 11, IdentifierKind.AFM: 9}
_BROKEN: Final = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#####"}
)
_SEXES: Final = {
    **dict.fromkeys(("f", "γ", "θ", "γυναικα", "θηλυ", "female", "woman"), Sex.F),
    **dict.fromkeys(("m", "μ", "α", "ανδρασ", "αντρασ", "αρρεν", "male", "man"), Sex.M),
    **dict.fromkeys(("x", "χ", "αλλο", "other"), Sex.X),
    **dict.fromkeys(("", "u", "αγνωστο", "unknown"), Sex.U),
}


class NotASex(RuleViolation):
    """Facts: value."""


class CellBroken(RuleViolation):
    """A formula's error stands where a value should. Facts: value."""


class MoreCellsThanColumns(RuleViolation):
    """The row goes on after the last column of the header: mostly a stray separator."""


@dataclass(frozen=True, slots=True)
class Added:
    """A row that became a person."""

    line: int
    registered: Registered


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that did not. `column` is the header as the file has it, empty for the whole row."""

    line: int
    column: str
    error: RuleViolation


def require_may_import(work: Work) -> None:
    """Raises NotAllowed."""
    require(work.actor, Permission.IMPORT_PEOPLE)


def import_people(
    begin: Begin, table: Table, columns: Columns, *, clock: Clock
) -> Iterator[Added | Refused]:
    """Register row by row, each in a transaction of its own; a row is out when it is committed.

    Where the file breaks off, the last thing given is a refusal. Raises NotAllowed, Unavailable.
    """
    line = 1
    try:
        for row in table.rows:
            line = row.line
            yield _import_row(begin, row, columns, typed=table.typed, now=clock())
    except TableUnusable as error:
        yield Refused(line + 1, "", error)


def note_import(work: Work, *, added: int, refused: int) -> None:
    """Write into the access log that a table was brought in, and how much of it."""
    facts = {"added": added, "refused": refused}
    work.trail.note("persons.imported", "persons", facts=facts)


def registration(
    columns: Columns, row: Row, *, typed: bool
) -> tuple[Registration, tuple[Doubt, ...]]:
    """What a row says of somebody, and what was put right in it.

    Raises MoreCellsThanColumns, CellBroken, NotASex, InvalidIdentifier, InvalidPhone.
    """
    values = _values(columns, row)
    texts = {field: _text(value) for field, value in values.items()}
    numbers, doubts = _numbers(values, typed=typed)
    alias = NewAlias(texts.get("alias_surname", ""), texts.get("alias_given_name", ""))
    request = Registration(
        person_id=new_id(),
        surname=texts.get("surname", ""),
        given_name=texts.get("given_name", ""),
        father_name=texts.get("father_name", ""),
        mother_name=texts.get("mother_name", ""),
        language=texts.get("language", ""),
        birth_date=texts.get("birth_date", ""),
        sex=_sex(texts.get("sex", "")),
        phones=tuple(p for name in _PHONES for p in _phones(name, texts.get(name, ""))),
        identifiers=numbers,
        aliases=(alias,) if alias.surname or alias.given_name else (),
        address={name: texts.get(name, "") for name in _ADDRESS},
    )
    return request, doubts


def _import_row(
    begin: Begin, row: Row, columns: Columns, *, typed: bool, now: datetime
) -> Added | Refused:
    try:
        request, doubts = registration(columns, row, typed=typed)
        done = perform(begin, partial(_register, request=request, now=now)).result
    except RuleViolation as error:
        return Refused(row.line, columns.header(error.field or ""), error)
    return Added(row.line, replace(done, doubts=(*doubts, *done.doubts)))


def _register(work: Work, *, request: Registration, now: datetime) -> Registered:
    require_may_import(work)
    return registry.register(work, request, now=now)


def _values(columns: Columns, row: Row) -> dict[str, Cell]:
    beyond = row.cells[len(columns.fields) :]
    if any(cell not in (None, "") for cell in beyond):
        raise MoreCellsThanColumns
    named = dict(zip(columns.fields, row.cells, strict=False))
    named.pop("", None)
    for field, cell in named.items():
        if isinstance(cell, str) and cell.strip() in _BROKEN:
            raise CellBroken(field=field, value=cell.strip())
    return named


def _text(cell: Cell) -> str:
    """A number without the fraction that only spreadsheets see, a date as ISO has it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _sex(text: str) -> Sex:
    found = _SEXES.get(fold(text).rstrip("."))
    if found is None:
        raise NotASex(field="sex", value=text[:_SHOWN])
    return found


def _phones(field: str, text: str) -> Iterator[str]:
    for part in text.replace(";", ",").replace("\n", ",").split(","):
        if part.strip():
            yield _in_its_column(field, partial(parse_phone, part.strip()))


def _numbers(
    values: dict[str, Cell], *, typed: bool
) -> tuple[tuple[tuple[IdentifierKind, str], ...], tuple[Doubt, ...]]:
    numbers, doubts = [], []
    for kind in IdentifierKind:
        cell = values.get(kind.value)
        text = _text(cell)
        if not text:
            continue
        if _lost_zero(kind, text, number=not typed or not isinstance(cell, str)):
            text = "0" + text
            doubts.append(Doubt(kind.value, "zero_put_back"))
        canon = _in_its_column(kind.value, partial(canonical, kind, text))
        numbers.append((kind, canon))
    return tuple(numbers), tuple(doubts)


def _lost_zero(kind: IdentifierKind, text: str, *, number: bool) -> bool:
    """Text typed as text lost nothing: there a digit less is a digit forgotten."""
    return number and text.isdecimal() and len(text) == _LENGTHS.get(kind, 0) - 1


def _in_its_column(field: str, read: "partial[str]") -> str:
    """What `read` gives; a refusal then speaks of the column instead of the kind of thing."""
    try:
        return read()
    except RuleViolation as error:
        error.field = field
        raise
