import json
from dataclasses import replace

import pytest

from kentro_app.domain.contacts import Contact, Outcome, Subject
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.identifiers import IdentifierKind, InvalidIdentifier
from kentro_app.domain.ids import new_id
from kentro_app.domain.partial_dates import NotADate
from kentro_app.domain.people import UnknownPerson
from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.text import Missing
from kentro_app.services import history, registry, registry_changes
from kentro_app.services.access import NotAllowed
from kentro_app.services.registry_changes import Change
from kentro_app.storage.verify import verify
from tests.stores import KEY, make_centre

AMKA, AFM = IdentifierKind.AMKA, IdentifierKind.AFM


@pytest.fixture
def centre(tmp_path):
    centre = make_centre(tmp_path)
    yield centre
    centre.store.close()


@pytest.fixture
def eleni(centre):
    return centre.register(
        phones=("6971234567", "2105065885"),
        identifiers=((AMKA, "12037112344"),),
        birth_date="12/03/1971",
        address={"street": "Κάλχου", "number": "48"},
    )


def change(centre, person, **fields):
    request = Change(person.id, **fields)
    return centre.do(registry_changes.change, request, now=centre.clock())


def finish(centre, visit):
    centre.do(lambda work: work.visits.save(visit.finish(centre.clock())))


def phones(centre, person):
    return [c.value for c in centre.look(registry.show, person.id).contacts]


def told(centre, person):
    changes = centre.look(history.of_person, person.id)
    return [(one.entity, one.field, one.before, one.value) for one in changes]


def test_only_what_is_given_changes(centre, eleni):
    changed = change(centre, eleni, surname="Παππά", sex=Sex.F)

    assert changed.fields == ("surname", "sex")
    kept = centre.look(registry.show, eleni.id)
    assert (kept.person.surname, kept.person.given_name) == ("Παππά", "Ελένη")
    assert len(kept.contacts) == 2


def test_what_is_the_same_in_another_notation_is_no_change(centre, eleni):
    changed = change(
        centre, eleni, phones=("697 123 4567", "+30 210 5065885"), birth_date="1971-03-12"
    )

    assert changed.fields == ()
    assert told(centre, eleni) == []


def test_somebody_is_found_under_the_new_name_and_no_more_under_the_old(centre, eleni):
    change(centre, eleni, surname="Βλάχου", given_name="Άννα")

    assert [f.id for f in centre.look(registry.find, "vlachou")] == [eleni.id]
    assert centre.look(registry.find, "papadopoulou") == []


def test_a_corrected_number_keeps_its_place_and_its_past(centre, eleni):
    change(centre, eleni, phones=("6979999999", "2105065885"))

    assert phones(centre, eleni) == ["+306979999999", "+302105065885"]
    assert told(centre, eleni) == [("contact_point", "value", "+306971234567", "+306979999999")]


def test_a_number_taken_out_is_found_and_shown_no_more(centre, eleni):
    change(centre, eleni, phones=("2105065885",))

    assert phones(centre, eleni) == ["+302105065885"]
    assert centre.look(registry.find, "6971234567") == []
    assert centre.look(registry.find, "papadopoulou")[0].phone == "+302105065885"


def test_a_number_added_later_is_in_the_history(centre, eleni):
    change(centre, eleni, identifiers=((AMKA, "12037112344"), (AFM, "094014201")))

    assert ("identifier", "value", None, "094014201") in told(centre, eleni)
    assert [f.id for f in centre.look(registry.find, "094014201")] == [eleni.id]


def test_an_address_changes_line_by_line_and_can_be_emptied(centre, eleni):
    change(centre, eleni, address={"number": "50"})
    assert centre.look(registry.show, eleni.id).addresses[0].street == "Κάλχου"

    change(centre, eleni, address={"street": "", "number": ""})

    assert centre.look(registry.show, eleni.id).addresses == ()


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"surname": " "}, Missing),
        ({"birth_date": "31/02/1971"}, NotADate),
        ({"identifiers": ((AMKA, "12037112345"),)}, InvalidIdentifier),
    ],
)
def test_what_could_not_be_registered_cannot_be_changed_to(centre, eleni, fields, refusal):
    with pytest.raises(refusal):
        change(centre, eleni, **fields)


def test_what_looks_odd_is_said(centre, eleni):
    changed = change(centre, eleni, birth_date="1980")

    assert [doubt.code for doubt in changed.doubts] == ["amka_date_differs"]


def test_a_stranger_cannot_be_changed(centre):
    with pytest.raises(UnknownPerson):
        centre.do(registry_changes.change, Change(new_id(), surname="Χ"), now=centre.clock())


@pytest.mark.parametrize("role", [Role.DESK, Role.MEDIATOR, Role.DPO])
def test_who_sees_no_file_changes_none_and_reads_no_history(centre, eleni, role):
    other = centre.act_as(role)

    for forbidden in (
        lambda: change(other, eleni, surname="Χ"),
        lambda: other.look(history.of_person, eleni.id),
        lambda: other.look(history.visits, eleni.id),
        lambda: other.look(history.of_record, "person", eleni.id),
    ):
        with pytest.raises(NotAllowed):
            forbidden()
    other.store.close()


def test_the_history_says_who_and_when(centre, eleni):
    centre.clock.at = centre.clock.at.replace(hour=11)

    change(centre, eleni, surname="Παππά")

    (one,) = centre.look(history.of_person, eleni.id)
    assert (one.at, one.who) == (centre.clock.at, "Ε. Μαρκάκη")


def test_reading_a_history_is_noted(centre, eleni):
    centre.look(history.of_record, "person", eleni.id)

    with centre.store.view() as work:
        records = [json.loads(entry.record) for entry in work.trail.entries(0, 1000)]
    (read,) = [record for record in records if record["action"] == "history.read"]
    assert read["id"] == str(eleni.id)


def test_a_visit_tells_the_desk_only_what_the_desk_sees(centre, eleni):
    visit = centre.check_in(eleni)
    finish(centre, visit)
    with_user = centre.look(lambda work: work.visits.get(visit.id))
    centre.do(lambda work: work.visits.save(replace(with_user, for_user=centre.user.id)))
    desk = centre.act_as(Role.DESK)

    seen = {one.field for one in desk.look(history.of_record, "visit", visit.id)}
    everything = {one.field for one in centre.look(history.of_record, "visit", visit.id)}

    assert {"stage", "finished_at"} <= seen
    assert everything - seen == {"for_user"}
    desk.store.close()


def test_visits_come_newest_first_and_page_by_page(centre, eleni):
    made = []
    for day in (1, 2, 3):
        centre.clock.at = centre.clock.at.replace(month=12, day=day)
        visit = centre.check_in(eleni)
        finish(centre, visit)
        made.append(visit.id)

    first = centre.look(history.visits, eleni.id, limit=2)
    rest = centre.look(history.visits, eleni.id, first[-1].visit, limit=2)

    assert [past.visit.id for past in (*first, *rest)] == made[::-1]


def test_the_store_still_agrees_with_its_operations(centre, eleni):
    change(centre, eleni, phones=("6979999999",), identifiers=(), address={"area": "Άνω"})

    checks = verify(centre.store.directory, bytearray(KEY))
    assert [check for check in checks if not check.ok] == []


def test_no_refusal_shows_what_was_typed_into_another_field(centre, eleni):
    with pytest.raises(RuleViolation) as refused:
        change(centre, eleni, surname="Μυστικού", phones=("12",))

    assert "Μυστικού" not in str(refused.value.facts)


def test_what_came_of_a_visit_is_told_with_it(centre, eleni):
    visit = centre.check_in(eleni)
    contact = Contact(new_id(), visit.id, centre.user.id, centre.clock(), outcome=Outcome.REFERRED)
    centre.do(lambda work: work.contacts.put(contact))

    (past,) = centre.look(history.visits, eleni.id)

    assert (past.outcome, past.beside) == (Outcome.REFERRED, False)


def test_a_visit_of_somebody_else_that_was_about_them_is_among_theirs(centre, eleni):
    visit = centre.check_in(centre.register("Χασάν"))
    centre.do(lambda work: work.contacts.put_subject(Subject(new_id(), visit.id, eleni.id)))

    (past,) = centre.look(history.visits, eleni.id)

    assert (past.visit.id, past.beside) == (visit.id, True)
