"""From somebody invented to what the registry keeps of them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.moments import to_ms
from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.people import (
    Address,
    AddressKind,
    Alias,
    ContactKind,
    ContactPoint,
    NameStatus,
    Person,
    PersonFile,
    PersonIdentifier,
)
from kentro_app.services.demo.dice import Ids
from kentro_app.services.demo.families import Draft


@dataclass(frozen=True, slots=True)
class Registrar:
    """Who registers, with ids from where."""

    ids: Ids
    by: UUID

    def file(self, draft: Draft, number: str, at: datetime) -> PersonFile:
        """The person with everything that belongs to them."""
        ms, new = to_ms(at), self.ids.at
        person = Person(
            id=new(ms),
            number=number,
            surname=draft.surname,
            given_name=draft.given_name,
            registered_at=at,
            registered_by=self.by,
            father_name=draft.father_name,
            mother_name=draft.mother_name,
            birth_date=PartialDate(draft.birth),
            sex=draft.sex,
            name_status=NameStatus.DOCUMENTED if draft.identifiers else NameStatus.DECLARED,
            language=draft.language,
        )
        owner = person.id
        return PersonFile(
            person,
            aliases=(Alias(new(ms), owner, *draft.alias),) if draft.alias else (),
            contacts=tuple(
                ContactPoint(new(ms), owner, ContactKind.PHONE, phone) for phone in draft.phones
            ),
            identifiers=tuple(
                PersonIdentifier(new(ms), owner, IdentifierKind(kind), value)
                for kind, value in draft.identifiers.items()
            ),
            addresses=tuple(
                Address(new(ms), owner, AddressKind.HOME, *lines) for lines in draft.addresses
            ),
        )
