import pytest

from kentro_app.domain.identifiers import IdentifierKind, InvalidIdentifier
from kentro_app.domain.ids import new_id
from kentro_app.domain.partial_dates import NotADate
from kentro_app.domain.people import ContactKind
from kentro_app.domain.phones import InvalidPhone
from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.text import Missing, TooLong, UnprintableText
from kentro_app.services import registry
from kentro_app.services.access import NotAllowed


def request(surname="Γκίκας", given_name="Σπυρίδων", **but):
    return registry.Registration(new_id(), surname, given_name, **but)


def register(centre, *args, **but):
    return centre.do(registry.register, request(*args, **but), now=centre.clock())


def test_numbers_count_up_within_desk_and_year(centre):
    numbers = [register(centre).person.number for _ in range(2)]
    centre.clock.at = centre.clock.at.replace(year=2027)
    numbers.append(register(centre).person.number)

    assert numbers == ["PET-A-2026-00001", "PET-A-2026-00002", "PET-A-2027-00001"]


def test_everything_typed_is_kept_in_its_canonical_form(centre):
    person = register(
        centre,
        father_name="  Γεώργιος ",
        birth_date="12/03/1971",
        sex=Sex.M,
        phones=("210-50.65.885", "697 123 4567", "2105065885"),
        identifiers=((IdentifierKind.ADT, "AB 123456"),),  # Latin letters
        aliases=(registry.NewAlias("Gikas", "Spyros"),),
        address={"street": "Αθ. Διάκου", "number": "88Α"},
    ).person

    file = centre.look(registry.show, person.id)

    assert (file.person.father_name, str(file.person.birth_date)) == ("Γεώργιος", "1971-03-12")
    assert [c.value for c in file.contacts] == ["+302105065885", "+306971234567"]
    assert {c.kind for c in file.contacts} == {ContactKind.PHONE}
    assert file.identifiers[0].value == "ΑΒ123456"  # Greek letters
    assert (file.aliases[0].surname, file.addresses[0].number) == ("Gikas", "88Α")


def test_a_transliterated_double_is_offered_with_reasons_and_refuses_nothing(centre):
    known = register(centre, birth_date="12/03/1971", phones=("6971234567",)).person

    again = register(centre, "Gikas", "Spyros", phones=("+30 697 123 4567",))

    (candidate,) = again.candidates
    assert candidate.found.id == known.id
    assert "same_phone" in candidate.reasons
    assert again.person.number == "PET-A-2026-00002"


def test_candidates_are_offered_while_typing_without_registering_anybody(centre):
    register(centre, phones=("6971234567",))

    typed = request("Γκικας", "", phones=("6971234567",))
    candidates = centre.look(registry.resembling, typed, now=centre.clock())

    assert len(candidates) == 1
    assert centre.rows("SELECT count(*) FROM persons") == [(1,)]


def test_a_stranger_resembles_nobody(centre):
    register(centre)

    assert register(centre, "Αντωνίου", "Μαρία").candidates == ()


def test_a_number_that_does_not_fit_the_birth_date_is_a_doubt_and_no_refusal(centre):
    number = ((IdentifierKind.AMKA, "21118501234"),)

    registered = register(centre, birth_date="22/11/1985", identifiers=number)

    assert {doubt.field for doubt in registered.doubts} == {"identifiers"}


@pytest.mark.parametrize(
    ("about", "refusal", "field"),
    [
        ({"surname": ""}, Missing, "surname"),
        ({"surname": "Α" * 10_000}, TooLong, "surname"),
        ({"given_name": "Ελένη\x07"}, UnprintableText, "given_name"),
        ({"given_name": "Ελένη\u202e"}, UnprintableText, "given_name"),
        ({"birth_date": "31/02/1971"}, NotADate, "birth_date"),
        ({"phones": ("12",)}, InvalidPhone, "phones"),
        ({"identifiers": ((IdentifierKind.AMKA, "1"),)}, InvalidIdentifier, "identifiers"),
        ({"phones": ("6971234567",) * 21}, registry.TooManyParts, "phones"),
    ],
)
def test_bad_input_is_refused_with_its_field_and_registers_nobody(centre, about, refusal, field):
    with pytest.raises(refusal) as caught:
        register(centre, **about)

    assert caught.value.field == field
    assert centre.rows("SELECT count(*) FROM persons") == [(0,)]


@pytest.mark.parametrize("surname", ["'; DROP TABLE persons; --", '=HYPERLINK("x")', "O'Neill"])
def test_a_strange_name_is_only_a_name(centre, surname):
    person = register(centre, surname).person

    assert centre.look(registry.show, person.id).person.surname == surname


def test_the_desk_registers_but_does_not_open_files(centre):
    desk = centre.act_as(Role.DESK)
    person = desk.register()

    with pytest.raises(NotAllowed):
        desk.look(registry.show, person.id)
    desk.store.close()
