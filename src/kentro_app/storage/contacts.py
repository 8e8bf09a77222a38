"""What was written down about visits: contacts, further subjects, and what is due."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from kentro_app.domain.changes import Topic
from kentro_app.domain.contacts import Contact, Subject, UnknownContact
from kentro_app.services.ports import ContactRow, DueStep
from kentro_app.storage import tables
from kentro_app.storage.ledger import Ledger
from kentro_app.storage.records import Records
from kentro_app.storage.types import UuidBlob

_CONTACTS = Records(Contact, tables.contacts)
_SUBJECTS = Records(Subject, tables.subjects)

_LISTED = ", ".join("c." + name for name in _CONTACTS.names)
_WIDTH = len(_CONTACTS.names)
_DUE = f"""
    SELECT {_LISTED}, v.letter, v.ticket, v.day, v.person_id, p.surname, p.given_name,
        (SELECT n.value FROM contact_points AS n
         WHERE n.person_id = v.person_id AND n.kind = 'phone' AND n.safe_to_call LIMIT 1)
    FROM contacts AS c JOIN visits AS v ON v.id = c.visit_id
    LEFT JOIN persons AS p ON p.id = v.person_id
    WHERE c.next_due <= ? AND c.next_done_at IS NULL AND v.stage <> 'cancelled'
    ORDER BY c.next_due, c.id LIMIT ?
"""
_OF_DAY = f"""
    SELECT {_LISTED} FROM visits AS v JOIN contacts AS c ON c.visit_id = v.id WHERE v.day = ?
"""


class SqlContacts:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def of_visit(self, visit_id: UUID) -> Contact | None:
        """What was written down about the visit, if anything was."""
        row = self._one(f"{_CONTACTS.select} WHERE visit_id = ?", visit_id.bytes)
        return None if row is None else _CONTACTS.thing(row)

    def get(self, contact_id: UUID) -> Contact:
        """Raises UnknownContact."""
        contact = self._ledger.get(_CONTACTS, contact_id)
        if contact is None:
            raise UnknownContact(field="contact", id=str(contact_id))
        return contact

    def put(self, contact: Contact) -> None:
        """Write a new one, or what has changed of a known one."""
        old = self._ledger.get(_CONTACTS, contact.id)
        if old is None:
            self._ledger.add(_CONTACTS, contact, contact.id)
        else:
            self._ledger.save(_CONTACTS, old, contact, contact.id)
        self._ledger.touched.add(Topic.CONTACTS)

    def subjects(self, visit_id: UUID) -> Sequence[Subject]:
        """The persons the visit is about beside the one it was opened for, mistakes included."""
        rows = self._execute(f"{_SUBJECTS.select} WHERE visit_id = ? ORDER BY id", visit_id.bytes)
        return [_SUBJECTS.thing(row) for row in rows]

    def put_subject(self, subject: Subject) -> None:
        """Write a new one, or what has changed of a known one."""
        old = self._ledger.get(_SUBJECTS, subject.id)
        if old is None:
            self._ledger.add(_SUBJECTS, subject, subject.id)
        else:
            self._ledger.save(_SUBJECTS, old, subject, subject.id)
        self._ledger.touched.add(Topic.CONTACTS)

    def due(self, until: date, limit: int) -> Sequence[DueStep]:
        """Next steps not done that fall due until that day, the oldest first."""
        self._ledger.trail.note_read("steps.listed", "contact")
        rows = self._execute(_DUE, until.isoformat(), limit)
        return [_due(row) for row in rows]

    def of_day(self, day: date) -> Sequence[ContactRow]:
        """What was written down about the visits of a day."""
        self._ledger.trail.note_read("contacts.listed", "day")
        rows = self._execute(_OF_DAY, day.isoformat())
        return [ContactRow(c.visit_id, c) for c in map(_CONTACTS.thing, rows)]

    def _one(self, sql: str, *parameters: object) -> Any:
        return self._execute(sql, *parameters).fetchone()

    def _execute(self, sql: str, *parameters: object) -> Any:
        return self._ledger.connection.execute(sql, parameters)


def _due(row: Sequence[Any]) -> DueStep:
    letter, ticket, day, person_id, surname, given_name, phone = row[_WIDTH:]
    return DueStep(
        contact=_CONTACTS.thing(row[:_WIDTH]),
        letter=letter,
        ticket=ticket,
        day=date.fromisoformat(day),
        person_id=UuidBlob().process_result_value(person_id, None),
        name=f"{surname or ''} {given_name or ''}".strip(),
        phone=phone or "",
    )
