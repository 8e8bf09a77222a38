"""`paper-day`: a day on paper typed back, from JSON lines or from a table with the same columns."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from kentro_app.cli.answers import answer, in_words, moment, refusal
from kentro_app.cli.context import DONE, REFUSED, Context, Session
from kentro_app.cli.errors import NotAChoice
from kentro_app.cli.fields import Fields, identity
from kentro_app.cli.session import logged_in
from kentro_app.cli.stream import answer_lines, opened
from kentro_app.domain.clock_times import parse_time
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.ids import new_id
from kentro_app.domain.people import UnknownPerson
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand
from kentro_app.i18n import ngettext
from kentro_app.services import registry
from kentro_app.services.paper_day import type_line
from kentro_app.services.paper_day_model import Nobody, PaperLine, TypedLine
from kentro_app.services.ports import Work
from kentro_app.services.registry import Registration
from kentro_app.services.table_rows import Row
from kentro_app.services.transaction import perform

_FIELDS = ("code", "paper_number", "person", "anonymous", "new", "arrived", "left", "signed")
_NOBODY = ("sex", "age_band")
_NEW = ("surname", "given_name")
_TABLES = (".csv", ".xlsx")
_YES = ("1", "x", "χ", "ν", "y", "true", "ναι", "yes", "v", "✓")
_NO = ("0", "-", "ο", "n", "false", "όχι", "οχι", "no")


def type_back(context: Context) -> int:
    """Put each line of the paper into the store, one transaction each."""
    name = context.arguments.file
    if name.lower().endswith(_TABLES):
        return _table(context, Path(name))
    with opened(context, name) as source, logged_in(context) as session:
        return answer_lines(context, source, partial(_type, context, session))


def _table(context: Context, path: Path) -> int:
    table = context.environment.read_table(path)
    try:
        with logged_in(context) as session:
            rows = [_answered(context, session, table.header, row) for row in table.rows]
    finally:
        table.close()
    refused = sum("error" in row for row in rows)
    lines = ngettext("{n} line was refused.", "{n} lines were refused.", refused)
    answer(context, rows, [str(row.get("ticket", "")) for row in rows if "ticket" in row])
    if refused:
        context.say(lines.format(n=refused))
    return REFUSED if refused else DONE


def _answered(
    context: Context, session: Session, header: tuple[str, ...], row: Row
) -> dict[str, Any]:
    cells = {
        name.strip().lower(): "" if cell is None else _cell(cell)
        for name, cell in zip(header, row.cells, strict=False)
        if name.strip()
    }
    try:
        return _type(context, session, _as_object(cells))
    except RuleViolation as error:
        context.say(f"{row.line}: {in_words(error)}")
        return {**refusal(error), "line": row.line}


def _cell(cell: object) -> str:
    as_time = getattr(cell, "strftime", None)
    return str(as_time("%H:%M")) if as_time else str(cell).strip()


def _as_object(cells: Mapping[str, str]) -> dict[str, Any]:
    """The columns of a table as a JSON line has them: `anonymous` is a sex or any mark."""
    found: dict[str, Any] = {name: text for name, text in cells.items() if text}
    if "anonymous" in found:
        sex = found["anonymous"].upper()
        found["anonymous"] = {"sex": sex} if sex in Sex.__members__ else {}
    if "surname" in found:
        found["new"] = {name: found.pop(name) for name in _NEW if name in found}
    return found


def _type(context: Context, session: Session, given: Mapping[str, Any]) -> dict[str, Any]:
    now = context.environment.clock()
    fields = Fields(given, _FIELDS)
    signed = _signed(given.get("signed"))
    person = fields.text("person")
    nobody, new = fields.inner("anonymous", _NOBODY), fields.inner("new", _NEW)
    code = fields.text("code") or fields.text("paper_number")
    arrived = parse_time(fields.text("arrived"), field="arrived")
    left = parse_time(fields.text("left"), field="left")

    def use_case(work: Work) -> TypedLine:
        who: UUID | Nobody | Registration | None = None
        if person:
            who = _person(work, person)
        elif new is not None:
            who = Registration(new_id(), new.text("surname"), new.text("given_name"))
        elif nobody is not None:
            age = nobody.choice("age_band", AgeBand, AgeBand.UNKNOWN)
            who = Nobody(nobody.choice("sex", Sex, Sex.U), age)
        line = PaperLine(new_id(), code, who, arrived, left, signed)
        day, confirmed = context.arguments.day, context.arguments.confirm
        return type_line(work, day, line, now=now, confirmed=confirmed)

    typed = perform(session.begin, use_case).result
    visit = typed.visit
    return {
        "visit": str(visit.id),
        "ticket": visit.code,
        "paper_number": visit.paper_number,
        "outcome": typed.became.value,
        "arrived_at": moment(visit.arrived_at, session.zone),
        "finished_at": moment(visit.finished_at, session.zone),
        "signed": visit.signed,
        "late_entry": visit.late_entry,
    }


def _signed(given: object) -> bool | None:
    """A JSON truth value, or what people put into a column for yes and no."""
    if given is None or isinstance(given, bool):
        return given
    word = str(given).strip().lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    if word:
        raise NotAChoice(field="signed", value=word[:20], choices="yes, no")
    return None


def _person(work: Work, text: str) -> UUID:
    """An id, or the number that stands on papers. Raises UnknownPerson, NotAnId."""
    if text.count("-") == 3:
        found = (one for one in registry.find(work, text, 5) if one.number == text.upper())
        one = next(found, None)
        if one is None:
            raise UnknownPerson(field="person")
        return one.id
    return identity(text, field="person")
