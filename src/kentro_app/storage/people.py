"""Persons in the store, with everything that belongs to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kentro_app.domain.changes import Topic
from kentro_app.domain.people import (
    Address,
    Alias,
    ContactPoint,
    Person,
    PersonFile,
    PersonIdentifier,
    UnknownPerson,
)
from kentro_app.services.ports import Found
from kentro_app.storage import person_parts, search, tables
from kentro_app.storage.ledger import Ledger
from kentro_app.storage.records import Records

_PERSONS = Records(Person, tables.persons)
_ALIASES = Records(Alias, tables.aliases)
_CONTACTS = Records(ContactPoint, tables.contact_points)
_IDENTIFIERS = Records(PersonIdentifier, tables.identifiers)
_ADDRESSES = Records(Address, tables.addresses)

_LAST_NUMBER = "SELECT number FROM persons WHERE number >= ? AND number < ? ORDER BY number DESC"
_POSITION = "SELECT position FROM persons WHERE id = ?"
_SAME_VALUE = """
    SELECT person_id FROM contact_points WHERE value IN ({contacts})
    UNION SELECT person_id FROM identifiers WHERE value IN ({identifiers}) LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class _Part:
    """A kind of record that belongs to a person, and where a file keeps it."""

    records: Records[Any]
    name: str


_PARTS = (
    _Part(_ALIASES, "aliases"),
    _Part(_CONTACTS, "contacts"),
    _Part(_IDENTIFIERS, "identifiers"),
    _Part(_ADDRESSES, "addresses"),
)


class SqlPersons:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, person_id: UUID) -> Person:
        """Raises UnknownPerson."""
        person = self._ledger.get(_PERSONS, person_id)
        if person is None:
            raise UnknownPerson(field="person", id=str(person_id))
        return person

    def require(self, person_id: UUID) -> None:
        """Raises UnknownPerson unless there is such a person."""
        if self._execute(_POSITION, (person_id.bytes,)).fetchone() is None:
            raise UnknownPerson(field="person", id=str(person_id))

    def file(self, person_id: UUID) -> PersonFile:
        """Everything about a person; the read is logged first. Raises UnknownPerson."""
        self._ledger.trail.note_read("person.opened", "person", person_id)
        return self._file(self.get(person_id))

    def add(self, file: PersonFile) -> None:
        """Write a new person with all their parts."""
        self._ledger.add(_PERSONS, file.person, file.person.id)
        for part in _PARTS:
            for thing in getattr(file, part.name):
                self._ledger.add(part.records, thing, thing.id)
        self._index(file)

    def save(self, file: PersonFile) -> None:
        """Write what differs of a person and of all that belongs to them. Raises UnknownPerson."""
        person_id = file.person.id
        self._ledger.save(_PERSONS, self.get(person_id), file.person, person_id)
        for part in _PARTS:
            held = self._parts(part, person_id)
            person_parts.write(self._ledger, part.records, held, getattr(file, part.name))
        self._index(file)

    def next_serial(self, prefix: str) -> int:
        """One more than the highest running number under `PET-A-2026-`."""
        beyond = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        row = self._execute(_LAST_NUMBER, (prefix, beyond)).fetchone()
        return int(row[0].removeprefix(prefix)) + 1 if row else 1

    def find(self, text: str, limit: int) -> Sequence[Found]:
        """People meant by what is typed, best first; that a search was made is logged first."""
        self._ledger.trail.note_read("persons.searched", "person")
        return search.find(self._ledger.connection, text, limit)

    def similar(self, file: PersonFile, limit: int) -> Sequence[PersonFile]:
        """Files worth comparing with a new one: same phone or identifier, or a like name."""
        ids = dict.fromkeys([*self._same_value(file, limit), *self._same_name(file, limit)])
        ids.pop(file.person.id, None)
        return [self._file(self.get(person_id)) for person_id in list(ids)[:limit]]

    def _same_value(self, file: PersonFile, limit: int) -> list[UUID]:
        contacts = [contact.value for contact in file.contacts]
        numbers = [identifier.value for identifier in file.identifiers]
        marks = [", ".join("?" for _ in values) for values in (contacts, numbers)]
        sql = _SAME_VALUE.format(contacts=marks[0], identifiers=marks[1])
        return [UUID(bytes=row[0]) for row in self._execute(sql, (*contacts, *numbers, limit))]

    def _same_name(self, file: PersonFile, limit: int) -> list[UUID]:
        name = f"{file.person.surname} {file.person.given_name}"
        return [found.id for found in search.find(self._ledger.connection, name, limit)]

    def _file(self, person: Person) -> PersonFile:
        return PersonFile(person, **{part.name: self._parts(part, person.id) for part in _PARTS})

    def _parts(self, part: _Part, person_id: UUID) -> tuple[Any, ...]:
        sql = f"{part.records.select} WHERE person_id = ? ORDER BY id"
        things = [part.records.thing(row) for row in self._execute(sql, (person_id.bytes,))]
        return tuple(thing for thing in things if not person_parts.is_empty(thing))

    def _index(self, file: PersonFile) -> None:
        position = self._execute(_POSITION, (file.person.id.bytes,)).fetchone()[0]
        search.index(self._ledger.connection, position, file)
        self._ledger.touched.add(Topic.PERSONS)

    def _execute(self, sql: str, parameters: tuple[object, ...]) -> Any:
        return self._ledger.connection.execute(sql, parameters)
