"""What is written in bulk is what the repositories write, and the program's own checks agree."""

import json
from functools import partial

import pytest

from kentro_app.bootstrap.bench.data import World
from kentro_app.bootstrap.bench.names import people
from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import now
from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.people import ContactKind, ContactPoint, Person, PersonFile, PersonIdentifier
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import Channel, Stage, Visit
from kentro_app.services import registry
from kentro_app.services.transaction import ask, perform
from kentro_app.storage.engine import STORE_FILE, connect


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path, 0.0002)
    yield made
    made.close()


def rows(centre, sql):
    connection = connect(centre.directory / STORE_FILE, centre.key.buffer)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_a_filled_centre_stands_every_check(world):
    centre = world.full

    checks = verify_centre(centre.directory, centre.key)

    assert [check for check in checks if not check.ok] == []
    assert rows(centre, "SELECT count(*) FROM visits") == [(200,)]


def test_indices_are_as_the_migration_made_them(world):
    sql = "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') ORDER BY name"

    assert rows(world.full, sql) == rows(world.empty, sql)


def test_bulk_and_repositories_write_alike(world):
    centre = world.full
    store = centre.open()
    perform(store.begin, _add_by_repositories)
    store.close()

    for entity, table in (
        ("person", "persons"),
        ("contact_point", "contact_points"),
        ("identifier", "identifiers"),
        ("visit", "visits"),
    ):
        first, last = (shape(centre, entity, table, order) for order in ("ASC", "DESC"))
        assert first == last, entity


def shape(centre, entity, table, order):
    """Kinds of values of one record's row, operation and audit entry; not the values."""
    key = "position" if table == "persons" else "rowid"
    del key
    operation = rows(
        centre,
        f"SELECT * FROM operations WHERE entity = '{entity}' ORDER BY position {order} LIMIT 1",
    )[0]
    record_id, audit_n = operation[8], operation[6]
    row = rows(centre, f"SELECT * FROM {table} WHERE id = x'{record_id.hex()}'")[0]
    audit = rows(centre, f"SELECT record FROM audit WHERE n = {audit_n}")[0][0]
    value = json.loads(operation[10])
    return (
        [type(cell) for cell in row],
        [type(cell) for cell in operation],
        {name: type(said) for name, said in value.items()},
        {name: type(said) for name, said in json.loads(audit).items()},
    )


def _add_by_repositories(work):
    moment, me = now(), work.actor.user_id
    person_id = new_id()
    person = Person(
        person_id,
        "PET-A-2026-99999",
        "Παπάς",
        "Γιώργος",
        moment,
        me,
        "Νίκος",
        birth_date=PartialDate("1971"),
        sex=Sex.M,
        language="el",
    )
    phone = ContactPoint(new_id(), person_id, ContactKind.PHONE, "+306900000000")
    amka = PersonIdentifier(new_id(), person_id, IdentifierKind.AMKA, "99000000001")
    work.persons.add(PersonFile(person, contacts=(phone,), identifiers=(amka,)))
    work.visits.add(
        Visit(
            new_id(),
            work.desk.site_id,
            moment.date(),
            "A",
            999,
            Channel.IN_PERSON,
            moment,
            me,
            person_id,
            stage=Stage.DONE,
            called_at=moment,
            finished_at=moment,
        )
    )


def test_people_are_found_as_in_a_centre_that_was_typed_in(world):
    store = world.people.open()
    one = next(people(200, seed=2026))

    found = ask(store.view, partial(registry.find, text=f"{one.surname} {one.given_name}"))
    store.close()

    assert (one.surname, one.given_name) in {(hit.surname, hit.given_name) for hit in found}


def test_the_same_seed_gives_the_same_people():
    assert list(people(50, seed=1)) == list(people(50, seed=1))
    assert list(people(50, seed=1)) != list(people(50, seed=2))


def test_names_are_many_and_unevenly_common():
    surnames = [one.surname for one in people(20_000, seed=1)]

    assert len(set(surnames)) > 4_000
    assert max(map(surnames.count, surnames[:200])) > 20
