"""What operations say became of a record, and a person's visits page by page."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from kentro_app.domain.contacts import Outcome
from kentro_app.domain.moments import from_ms, to_ms
from kentro_app.domain.visits import Visit
from kentro_app.services.history_model import FieldChange, PastVisit, Scalar
from kentro_app.storage import tables
from kentro_app.storage.ledger import Ledger
from kentro_app.storage.records import Records

# How far back the making of a record is looked for, in operations: about a year of a busy centre,
# a third of a second. Changes are found by an index, however old.
_FAR_ENOUGH = 200_000

_VISITS = Records(Visit, tables.visits)
_WIDTH = len(_VISITS.names)
_CHANGES = """
    SELECT position, created_at, actor, entity, field, value FROM operations
    WHERE kind = 'set' AND record_id = ? ORDER BY position
"""
_MADE = """
    SELECT value FROM (SELECT kind, record_id, value FROM operations
        WHERE position < ? AND position > ? ORDER BY position DESC)
    WHERE kind = 'append' AND record_id = ? LIMIT 1
"""
_PARTS = " UNION ALL ".join(
    f"SELECT id FROM {table.name} WHERE person_id = :person"
    for table in (tables.aliases, tables.contact_points, tables.identifiers, tables.addresses)
)
_BESIDE = "SELECT visit_id FROM subjects WHERE person_id = :person AND NOT in_error"
_VISITS_OF = f"""
    SELECT {", ".join("v." + name for name in _VISITS.names)}, u.display_name,
        (SELECT group_concat(code) FROM (SELECT code FROM requests AS r WHERE r.visit_id = v.id
            AND r.state <> 'entered_in_error' ORDER BY r.id)),
        (SELECT c.outcome FROM contacts AS c WHERE c.visit_id = v.id)
    FROM visits AS v LEFT JOIN users AS u ON u.id = v.for_user
    WHERE (v.person_id = :person OR v.id IN ({_BESIDE}))
        AND (v.day, v.arrived_at, v.id) < (:day, :arrived, :id)
    ORDER BY v.day DESC, v.arrived_at DESC, v.id DESC LIMIT :limit
"""
_NEWEST = {"day": "9999", "arrived": 0, "id": b""}


class SqlHistory:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def of(self, record_id: UUID) -> Sequence[FieldChange]:
        """Every change of a record since it was made, oldest first."""
        rows = self._execute(_CHANGES, (record_id.bytes,)).fetchall()
        if not rows:
            return ()
        known = self._made(record_id, rows[0][0])
        return tuple(_changes(record_id, rows, known))

    def parts_of(self, person_id: UUID) -> Sequence[UUID]:
        """The ids of all that belongs to a person, what was taken out too."""
        rows = self._execute(_PARTS, {"person": person_id.bytes})
        return [UUID(bytes=row[0]) for row in rows]

    def visits_of(self, person_id: UUID, after: Visit | None, limit: int) -> Sequence[PastVisit]:
        """Visits of the person, newest first, from the one that follows `after` in this order."""
        last = _NEWEST
        if after is not None:
            at = to_ms(after.arrived_at)
            last = {"day": after.day.isoformat(), "arrived": at, "id": after.id.bytes}
        asked = {**last, "person": person_id.bytes, "limit": limit}
        return [_visit(row, person_id) for row in self._execute(_VISITS_OF, asked)]

    def _made(self, record_id: UUID, before: int) -> dict[str, Scalar]:
        asked = (before, before - _FAR_ENOUGH, record_id.bytes)
        row = self._execute(_MADE, asked).fetchone()
        return json.loads(row[0]) if row else {}

    def _execute(self, sql: str, parameters: Any) -> Any:
        return self._ledger.connection.execute(sql, parameters)


def _changes(
    record_id: UUID, rows: Sequence[Sequence[Any]], known: dict[str, Scalar]
) -> Iterator[FieldChange]:
    for _position, at, actor, entity, field, said in rows:
        value: Scalar = json.loads(said)
        yield FieldChange(
            at=from_ms(at),
            by=UUID(bytes=actor),
            entity=entity,
            record_id=record_id,
            field=field,
            value=value,
            before=known.get(field),
        )
        known[field] = value


def _visit(row: Sequence[Any], person_id: UUID) -> PastVisit:
    visit = _VISITS.thing(row[:_WIDTH])
    for_whom, codes, outcome = row[_WIDTH:]
    return PastVisit(
        visit=visit,
        for_whom=for_whom or "",
        requests=tuple(codes.split(",")) if codes else (),
        outcome=Outcome(outcome) if outcome else None,
        beside=visit.person_id != person_id,
    )
