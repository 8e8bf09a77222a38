"""A small centre for these tests, founded once and copied; passwords are cheap here only."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from kentro_app.bootstrap.centre import Centre, Identity, open_centre
from kentro_app.bootstrap.founding import Founding, found_centre
from kentro_app.domain.ids import new_id
from kentro_app.domain.people import ContactKind, ContactPoint, Person, PersonFile
from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand
from kentro_app.services.accounts import NewUser, add, new_user
from kentro_app.services.ports import Work
from kentro_app.services.reception import CheckIn, check_in
from kentro_app.services.transaction import perform
from kentro_app.vault.kdf import KdfParameters, KdfPolicy
from kentro_app.vault.recovery import RecoveryCode
from kentro_app.vault.secret import SecretKey

CHEAP = KdfPolicy(floor=KdfParameters(64, 2, 1), chosen=KdfParameters(64, 2, 1))
NINE = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
PASSWORD, DESK_PASSWORD = "φανάρι πάνω στο βράχο", "Καλημέρα σε όλους εδώ"
ADMIN, CLERK = "eleni", "giorgos"


@dataclass(frozen=True)
class Made:
    """A centre on the disk and what opens it."""

    folder: Path
    user: UUID
    secret: bytes
    recovery: str

    @property
    def key(self) -> SecretKey:
        return SecretKey(bytearray(self.secret))

    @property
    def card(self) -> RecoveryCode:
        return RecoveryCode.parse(self.recovery)

    def open(self) -> Centre:
        return open_with(self.folder, self.user, self.key)


def open_with(folder: Path, user: UUID, key: SecretKey) -> Centre:
    """Open a centre as its administrator."""
    who = Identity(user, ADMIN, Role.ADMINISTRATOR)
    return open_centre(folder, who, key, policy=CHEAP, clock=lambda: NINE)


def make_centre(parent: Path) -> Made:
    """A fresh copy of the centre: a clerk, three persons, twelve visits."""
    template, keep = _template()
    folder = parent / "centre"
    shutil.copytree(template.folder, folder)
    assert keep.name
    return Made(folder, template.user, template.secret, template.recovery)


@cache
def _template() -> tuple[Made, TemporaryDirectory[str]]:
    keep = TemporaryDirectory()
    folder = Path(keep.name) / "template"
    founding = Founding("petroupoli", ADMIN, "Ελένη Δ.", PASSWORD)
    founded = found_centre(folder, founding, policy=CHEAP, clock=lambda: NINE)
    made = Made(folder, founded.user.id, bytes(founded.key.buffer), founded.code.text)
    centre = made.open()
    perform(centre.store.begin, lambda work: _add_clerk(work, centre))
    for number in range(3):
        perform(centre.store.begin, lambda work, n=number: register(work, f"Κανάρη{n}"))
    for _ in range(12):
        visit(centre)
    centre.close()
    return made, keep


def visit(centre: Centre, note: str = "Ρωτά για ΚΕΑ") -> None:
    """One anonymous check-in, committed."""
    request = CheckIn(new_id(), anonymous_sex=Sex.F, anonymous_age=AgeBand.ADULT, note=note)
    perform(centre.store.begin, lambda work: check_in(work, request, now=NINE))


def register(work: Work, surname: str, given_name: str = "Μαρία", phone: str = "") -> None:
    """One person, by the shortest way."""
    person = Person(
        id=new_id(),
        number=f"PET-A-2026-{surname[-1]}{given_name[:2]}",
        surname=surname,
        given_name=given_name,
        registered_at=NINE,
        registered_by=work.actor.user_id,
    )
    contacts = (ContactPoint(new_id(), person.id, ContactKind.PHONE, phone),) if phone else ()
    work.persons.add(PersonFile(person, contacts=contacts))


def _add_clerk(work: Work, centre: Centre) -> None:
    clerk = new_user(NewUser(CLERK, Role.DESK), now=NINE)
    add(work, centre.keys, clerk, centre.keys.wrap(clerk, DESK_PASSWORD))
