"""A table of people on its way into a centre, piece by piece, as the administration wants it."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from kentro_app.bootstrap.centre import Centre
from kentro_app.bootstrap.papers import keep
from kentro_app.domain.errors import Unavailable
from kentro_app.domain.moments import Clock
from kentro_app.gui.admin.ports import Brought, Remark
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain, explain_doubt
from kentro_app.intake.tables import read_table
from kentro_app.reports.cells import guarded, plain
from kentro_app.services.people_columns import columns
from kentro_app.services.people_import import (
    Added,
    Refused,
    import_people,
    note_import,
    require_may_import,
)
from kentro_app.services.table_rows import Table
from kentro_app.services.transaction import ask, perform


class CentrePeople:
    """Fits `gui.admin.ports.BringsPeople`; one table at a time."""

    def __init__(self, centre: Centre, clock: Clock) -> None:
        self._store, self._clock = centre.store, clock
        self._path: Path | None = None
        self._table: Table | None = None
        self._outcomes: Iterator[Added | Refused] = iter(())
        self._remarks: list[Remark] = []
        self._added = self._refused = 0

    def open(self, path: Path) -> Sequence[str]:
        """Raises NotAllowed, TableUnusable, NoSurnameColumn, ColumnGivenTwice."""
        ask(self._store.view, require_may_import)
        self._close()
        with closing(read_table(path)) as table:
            left_out = columns(table.header, leave_out=True).left_out
        self._path = path
        return left_out

    def advance(self, lines: int) -> Brought:
        """Raises NotAllowed, StoreBusy, DiskFull and their like."""
        if self._path is not None:
            self._begin(self._path)
        known, taken = len(self._remarks), 0
        try:
            for outcome in islice(self._outcomes, lines):
                taken += 1
                self._take(outcome)
        except Unavailable:
            self._close()
            raise
        ended = taken < lines
        if ended:
            self._end()
        return self._brought(known, ended=ended)

    def stop(self) -> Brought:
        """Raises StoreBusy, DiskFull and their like."""
        self._end()
        return self._brought(len(self._remarks), ended=True)

    def save(self, path: Path) -> int:
        """Raises StoreReadOnly, DiskFull."""
        out = io.StringIO(newline="")
        table = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        table.writerow((_("line"), _("column"), _("outcome"), _("reason")))
        for one in self._remarks:
            outcome = _("refused") if one.refused else _("registered")
            cells = (str(one.line), one.column, outcome, one.words)
            table.writerow([guarded(plain(cell)) for cell in cells])
        keep(path, b"\xef\xbb\xbf" + out.getvalue().encode("utf-8"))
        return len(self._remarks)

    def _begin(self, path: Path) -> None:
        # Only now: whoever looks at a file and goes away leaves nothing open.
        self._path, self._remarks = None, []
        self._added = self._refused = 0
        self._table = table = read_table(path)
        header = columns(table.header, leave_out=True)
        self._outcomes = import_people(self._store.begin, table, header, clock=self._clock)

    def _take(self, outcome: Added | Refused) -> None:
        if isinstance(outcome, Refused):
            self._refused += 1
            words = explain(outcome.error)
            self._remarks.append(Remark(outcome.line, outcome.column, words, refused=True))
            return
        self._added += 1
        done = outcome.registered
        said = [explain_doubt(doubt) for doubt in done.doubts]
        if done.candidates:
            words = _("May be the same as: {people}")
            numbers = ", ".join(one.found.number for one in done.candidates)
            said.append(words.format(people=numbers))
        if said:
            words = f"{done.person.number}: {' '.join(said)}"
            self._remarks.append(Remark(outcome.line, "", words, refused=False))

    def _end(self) -> None:
        if self._table is None:
            return
        self._close()
        added, refused = self._added, self._refused
        perform(self._store.begin, lambda work: note_import(work, added=added, refused=refused))

    def _close(self) -> None:
        self._outcomes = iter(())
        if self._table is not None:
            self._table.close()
        self._table = None

    def _brought(self, known: int, *, ended: bool) -> Brought:
        return Brought(self._added, self._refused, tuple(self._remarks[known:]), ended)
