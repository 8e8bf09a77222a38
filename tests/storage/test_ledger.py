"""Every change leaves its operation and its audit entry, in the change's own transaction."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from kentro_app.domain.changes import Topic
from kentro_app.domain.contacts import Contact, Subject
from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.ids import new_id
from kentro_app.domain.people import PersonFile
from kentro_app.domain.requests import Axis
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand
from kentro_app.services import queue
from kentro_app.services.transaction import perform
from kentro_app.storage import local_tables, tables
from kentro_app.storage.trail import GENESIS, link

SYNCED = [table for table in tables.metadata.sorted_tables if "entity" in table.info]


@pytest.fixture
def busy(centre):
    """A centre in which every synced kind of record exists."""
    eleni = centre.register(
        phones=("697 1234567",),
        identifiers=((IdentifierKind.AMKA, "21118501242"),),
        address={"street": "Αθ. Διάκου"},
    )
    visit = centre.check_in(eleni, requests=("A.EEE", "B.INFO"))
    son = centre.register("Παπαδόπουλος", "Νίκος")
    perform(centre.store.begin, lambda work: write_down(work, visit, son))
    centre.check_in(anonymous_sex=Sex.F, anonymous_age=AgeBand.ADULT)
    return centre


def write_down(work, visit, other):
    """A contact and one more subject."""
    now = visit.arrived_at
    work.contacts.put(Contact(new_id(), visit.id, work.actor.user_id, now, axis=Axis.A))
    work.contacts.put_subject(Subject(new_id(), visit.id, other.id))


@pytest.mark.parametrize("table", SYNCED, ids=lambda table: table.name)
def test_every_record_that_will_sync_has_its_operation(busy, table):
    # planted fault: an insert beside the ledger
    if table.name == "aliases":
        busy.register("Шевченко", "Олена")
        return assert_operations(busy, table, least=0)
    return assert_operations(busy, table, least=1)


def assert_operations(busy, table, *, least):
    records = busy.rows(f"SELECT id FROM {table.name}")
    told = busy.rows(
        "SELECT record_id FROM operations WHERE kind = 'append' AND entity = ?",
        table.info["entity"],
    )
    assert sorted(records) == sorted(told)
    assert len(records) >= least


def test_every_table_says_who_may_read_it_elsewhere():
    everything = {*tables.metadata.sorted_tables, local_tables.operations}

    assert [table.name for table in everything if "class" not in table.info] == []


def test_an_operation_speaks_of_an_audit_entry_about_the_same_record(busy):
    for n, record_id in busy.rows("SELECT audit_n, record_id FROM operations"):
        entry = json.loads(busy.rows("SELECT record FROM audit WHERE n = ?", n)[0][0])
        assert entry["id"] == str(UUID(bytes=record_id))


def test_a_new_record_travels_whole(busy):
    value = busy.rows("SELECT value FROM operations WHERE entity = 'person'")[0][0]

    assert json.loads(value) | {"registered_by": "", "registered_at": ""} == {
        "given_name": "Ελένη",
        "name_status": "declared",
        "number": "PET-A-2026-00001",
        "registered_at": "",
        "registered_by": "",
        "sex": "U",
        "surname": "Παπαδοπούλου",
    }


def test_a_change_travels_field_by_field_and_knows_its_predecessor(centre):
    visit = centre.check_in(centre.register())
    centre.do(queue.call, visit.id, now=centre.clock())
    centre.do(queue.finish, visit.id, now=centre.clock() + timedelta(minutes=5))

    sets = centre.rows(
        "SELECT op_id, field, value, prev_op FROM operations WHERE kind = 'set' ORDER BY position"
    )

    assert [row[1] for row in sets] == ["stage", "called_at", "called_by", "stage", "finished_at"]
    stages = [row for row in sets if row[1] == "stage"]
    assert [json.loads(row[2]) for row in stages] == ["called", "done"]
    assert stages[0][3] == visit.id.bytes  # the record's own append
    assert stages[1][3] == stages[0][0]  # the earlier change of the same field


def test_what_does_not_change_leaves_no_trace(centre):
    person = centre.register()
    before = centre.rows("SELECT count(*) FROM operations")

    centre.do(lambda work: work.persons.save(PersonFile(person)))

    assert centre.rows("SELECT count(*) FROM operations") == before


def test_a_refusal_leaves_no_trace(centre):
    person = centre.register()
    before = centre.rows("SELECT (SELECT count(*) FROM operations), (SELECT max(n) FROM audit)")

    def register_and_fail(work):
        work.persons.save(PersonFile(replace(person, surname="Άλλη")))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        perform(centre.store.begin, register_and_fail)

    after = centre.rows("SELECT (SELECT count(*) FROM operations), (SELECT max(n) FROM audit)")
    assert after == before
    assert centre.look(lambda work: work.persons.get(person.id)) == person


def test_a_commit_names_what_it_touched(centre):
    person = centre.register()

    outcome = perform(
        centre.store.begin,
        lambda work: work.persons.save(PersonFile(replace(person, surname="Άλλη"))),
    )

    assert outcome.changes == {Topic.PERSONS}


def test_the_audit_log_is_a_chain_without_a_gap(busy):
    previous = GENESIS
    for position, (n, record, digest) in enumerate(
        busy.rows("SELECT n, record, digest FROM audit ORDER BY n"), start=1
    ):
        assert n == position
        assert digest == link(previous, record)
        previous = digest


def test_the_audit_log_holds_no_content(busy):
    everything = " ".join(row[0] for row in busy.rows("SELECT record FROM audit"))

    for content in ("Παπαδοπούλου", "Ελένη", "6971234567", "21118501242", "Διάκου"):
        assert content not in everything


def test_the_logical_clock_never_goes_back_when_the_wall_clock_does(centre):
    person = centre.register()
    centre.clock.at -= timedelta(days=365)
    centre.check_in(person)

    clocks = centre.rows("SELECT hlc_ms, hlc_counter FROM operations ORDER BY position")

    assert clocks == sorted(clocks)
    assert len(set(clocks)) == len(clocks)


def test_desk_mode_is_entered_and_left_on_the_record(centre):
    centre.store.set_desk_mode(True)
    centre.register("Γκίκας", "Νίκος")
    centre.store.set_desk_mode(False)
    centre.register("Ρίτσου", "Άννα")

    entries = [json.loads(row[0]) for row in centre.rows("SELECT record FROM audit ORDER BY n")]

    told = [(e["action"], e.get("mode", "")) for e in entries if e["action"] != "persons.searched"]
    assert told[-4:] == [
        ("desk_mode.entered", ""),
        ("person.append", "desk"),
        ("desk_mode.left", "desk"),
        ("person.append", ""),
    ]
