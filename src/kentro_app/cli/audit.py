"""`audit …`: the access log, read in pages and recomputed."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from kentro_app.cli.answers import answer, columns, moment, put
from kentro_app.cli.context import DONE, Context, Session
from kentro_app.cli.credentials import entry
from kentro_app.cli.fields import identity
from kentro_app.cli.files import require_file, write_file
from kentro_app.cli.keeping import checked
from kentro_app.cli.session import logged_in
from kentro_app.domain.moments import from_ms
from kentro_app.services.access import Permission, require
from kentro_app.services.ports import AuditEntry, Work
from kentro_app.services.transaction import ask

_PAGE = 2000


def show(context: Context) -> int:
    """Entries: the newest, or those after a number, or about one person."""
    given = context.arguments
    wanted = str(identity(given.person, field="person")) if given.person else ""
    with logged_in(context) as session:
        after = given.after
        if after is None:
            head = ask(session.view, _head)
            after = 0 if wanted else max(head - given.limit, 0)
        found = [
            _entry(entry, session)
            for entry in _entries(session, after)
            if not wanted or f'"{wanted}"' in entry.record
        ]
        kept = found[: given.limit] if given.after is not None else found[-given.limit :]
        names = ask(session.view, lambda work: {str(u.id): u.name for u in work.users.all()})
    answer(context, kept, columns([_cells(one, names) for one in kept]) if kept else [])
    return DONE


def verify(context: Context) -> int:
    """Recompute the whole chain; with a printed mark, find that one in it too."""
    printed = context.arguments.printed or ""
    return checked(context, context.environment.keeping.verify_log(entry(context), printed))


def export(context: Context) -> int:
    """The whole log as JSON lines, in the form over which the chain was computed."""
    if context.arguments.out == "-":
        with logged_in(context) as session:
            for entry in _entries(session, 0):
                put(context, _line(entry))
        return DONE
    from pathlib import Path  # noqa: PLC0415 - not for standard output

    path = Path(context.arguments.out)
    require_file(path)
    with logged_in(context) as session:
        lines = [json.dumps(_line(e), ensure_ascii=False) for e in _entries(session, 0)]
    write_file(path, "".join(f"{line}\n" for line in lines).encode())
    answer(context, {"file": str(path), "entries": len(lines)}, [str(path)])
    return DONE


def _entries(session: Session, after: int) -> Iterator[AuditEntry]:
    while page := ask(session.view, partial(_page, after=after)):
        yield from page
        after = page[-1].n


def _page(work: Work, after: int) -> list[AuditEntry]:
    require(work.actor, Permission.READ_AUDIT)
    work.trail.note_read("audit.read", "audit")
    return list(work.trail.entries(after, _PAGE))


def _head(work: Work) -> int:
    return work.trail.head()[0]


def _line(entry: AuditEntry) -> dict[str, Any]:
    return {"n": entry.n, "record": entry.record, "digest": entry.digest.hex()}


def _entry(entry: AuditEntry, session: Session) -> dict[str, Any]:
    record = json.loads(entry.record)
    record["at"] = moment(from_ms(record["at"]), session.zone)
    return {**record, "digest": entry.digest.hex()}


def _cells(entry: dict[str, Any], names: dict[str, str]) -> tuple[str, ...]:
    who = names.get(entry["user"], entry["user"])
    return (str(entry["n"]), entry["at"], who, entry["action"], entry.get("id", ""))
