"""`person import`: a table of people, row by row, and a report of what was refused."""

from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from kentro_app.cli.answers import answer, columns, in_words, refusal
from kentro_app.cli.context import DONE, REFUSED, UNAVAILABLE, Context, Session
from kentro_app.cli.people import remarks
from kentro_app.cli.session import logged_in
from kentro_app.domain.errors import Unavailable
from kentro_app.i18n import _, ngettext
from kentro_app.services.people_columns import Columns
from kentro_app.services.people_columns import columns as read_header
from kentro_app.services.people_import import (
    Added,
    Refused,
    import_people,
    note_import,
    require_may_import,
)
from kentro_app.services.table_rows import Table
from kentro_app.services.transaction import ask, perform

_EVERY = 500  # rows between two words to whoever waits


@dataclass(slots=True)
class _Report:
    added: list[dict[str, Any]] = field(default_factory=list)
    refused: list[dict[str, Any]] = field(default_factory=list)

    @property
    def rows(self) -> int:
        return len(self.added) + len(self.refused)

    def take(self, outcome: Added | Refused) -> None:
        if isinstance(outcome, Added):
            person = outcome.registered.person
            who = {"line": outcome.line, "id": str(person.id), "number": person.number}
            self.added.append({**who, **remarks(outcome.registered)})
        else:
            about = {"line": outcome.line, "column": outcome.column}
            self.refused.append({**about, **refusal(outcome.error)["error"]})

    def document(self, left_out: tuple[str, ...]) -> dict[str, Any]:
        return {
            "rows": self.rows,
            "added": len(self.added),
            "people": self.added,
            "refused": self.refused,
            "columns_left_out": list(left_out),
        }


def bring(context: Context) -> int:
    """Register everybody in a table; a row is taken whole or refused whole."""
    given = context.arguments
    with closing(context.environment.read_table(given.file)) as table:
        header = read_header(table.header, leave_out=given.leave_out_unknown)
        with logged_in(context) as session:
            return _bring(context, session, table, header)


def _bring(context: Context, session: Session, table: Table, header: Columns) -> int:
    ask(session.view, require_may_import)
    report, failed = _Report(), None
    try:
        for outcome in import_people(session.begin, table, header, clock=context.environment.clock):
            report.take(outcome)
            if report.rows % _EVERY == 0:
                context.say(_rows(report.rows))
        added, refused = len(report.added), len(report.refused)
        perform(session.begin, lambda work: note_import(work, added=added, refused=refused))
    except Unavailable as error:
        failed = error
    document = report.document(header.left_out)
    answer(context, {**document, **(refusal(failed) if failed else {})}, _lines(report))
    if failed:
        context.say(in_words(failed))
        return UNAVAILABLE
    return REFUSED if report.refused else DONE


def _rows(n: int) -> str:
    return ngettext("{n} line was read.", "{n} lines were read.", n).format(n=n)


def _lines(report: _Report) -> list[str]:
    added, refused = len(report.added), len(report.refused)
    said = [
        ngettext("{n} person was registered.", "{n} people were registered.", added).format(n=added)
    ]
    odd = [person for person in report.added if person["warnings"] or person["candidates"]]
    if odd:
        said.append(_("Please look at these:"))
        said += columns([(str(p["line"]), p["number"], _remark(p)) for p in odd])
    if refused:
        words = ngettext("{n} line was refused.", "{n} lines were refused.", refused)
        said.append(words.format(n=refused))
        rows = [(str(r["line"]), r["column"], r["message"]) for r in report.refused]
        said += columns([(_("line"), _("column"), _("reason")), *rows])
    return said


def _remark(person: dict[str, Any]) -> str:
    said = [warning["message"] for warning in person["warnings"]]
    if person["candidates"]:
        numbers = [str(one["number"]) for one in person["candidates"]]
        said.append(_("May be the same as: {people}").format(people=", ".join(numbers)))
    return " ".join(said)
