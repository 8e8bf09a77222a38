from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentro_app.domain.identifiers import Identifier, IdentifierKind
from kentro_app.domain.matching import Traits, compare
from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.sex import Sex
from tests.domain.strategies import greek_names, greek_phones, partial_dates

PHONES = ("+302105065885",)
GIKAS = Traits("Γκίκας", "Σπυρίδων", birth_date=PartialDate("1971-03-12"), phones=PHONES)
TWIN = Traits("Παππάς", "Γεώργιος", "Νικόλαος", PartialDate("2010-05-04"), sex=Sex.M, phones=PHONES)
SISTER = replace(TWIN, surname="Παππά", given_name="Γεωργία", sex=Sex.F)
BROTHER = replace(TWIN, given_name="Γρηγόριος")
AMKA = Identifier(IdentifierKind.AMKA, "01013099997")
OTHER_AMKA = Identifier(IdentifierKind.AMKA, "21118501234")


def traits() -> st.SearchStrategy[Traits]:
    return st.builds(
        Traits,
        surname=greek_names(),
        given_name=st.one_of(st.just(""), greek_names()),
        father_name=st.one_of(st.just(""), greek_names()),
        birth_date=st.one_of(st.none(), partial_dates()),
        sex=st.sampled_from(Sex),
        phones=st.lists(greek_phones(), max_size=2).map(tuple),
    )


def test_another_alphabet_and_a_short_name_do_not_hide_a_duplicate():
    likeness = compare(GIKAS, Traits("Gikas", "Spyros", phones=PHONES))

    assert likeness.score >= 75
    assert likeness.reasons == ("similar_name", "same_phone")


def test_a_day_and_month_exchanged_at_the_other_desk_is_named():
    typed = Traits("Gikas", "Spyros", birth_date=PartialDate("1971-12-03"))

    likeness = compare(GIKAS, typed)

    assert likeness.score >= 75
    assert "swapped_day_month" in likeness.reasons


@pytest.mark.parametrize("sibling", [SISTER, BROTHER, replace(SISTER, sex=Sex.U)])
def test_twins_score_well_below_a_transliterated_duplicate(sibling):
    duplicate = compare(GIKAS, Traits("Gikas", "Spyros", phones=PHONES))

    twins = compare(TWIN, sibling)

    assert twins.score <= duplicate.score - 30
    assert {"different_given_name", "same_birth_date", "same_phone"} <= set(twins.reasons)


def test_different_sex_speaks_against():
    assert "different_sex" in compare(TWIN, SISTER).reasons
    assert compare(TWIN, SISTER).score < compare(TWIN, replace(SISTER, sex=Sex.U)).score


def test_the_same_number_outweighs_a_changed_name():
    before = Traits("Παππά", "Ελένη", identifiers=(AMKA,))
    after = Traits("Γεωργίου", "Lena", identifiers=(AMKA,))

    likeness = compare(before, after)

    assert likeness.score >= 95
    assert likeness.reasons[0] == "same_identifier"


def test_two_amka_are_two_people_more_often_than_not():
    one, other = (Traits("Παππάς", "Νίκος", identifiers=(held,)) for held in (AMKA, OTHER_AMKA))

    likeness = compare(one, other)

    assert likeness.score < 60
    assert "different_identifier" in likeness.reasons


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (replace(GIKAS, birth_date=PartialDate("1971-03-12")), "same_birth_date"),
        (replace(GIKAS, birth_date=PartialDate("1971")), "same_birth_year"),
        (replace(GIKAS, birth_date=PartialDate("1971-03-13")), "similar_birth_date"),
        (replace(GIKAS, birth_date=PartialDate("1950-07-30")), "different_birth_date"),
        (replace(GIKAS, surname="Γκίκα", given_name="ΣΠΥΡΟΣ"), "similar_name"),
        (replace(GIKAS, surname="ΓΚΙΚΑΣ"), "same_name"),
        (replace(GIKAS, surname="Ανδρέου"), "different_surname"),
        (replace(GIKAS, surname="Σπύρος", given_name="Γκίκας"), "similar_name"),
    ],
)
def test_the_reason_says_what_was_seen(typed, reason):
    assert reason in compare(GIKAS, typed).reasons


def test_a_slip_of_the_finger_in_a_long_name_is_forgiven():
    known = Traits("Παπαδόπουλος", "Δημήτριος")

    assert compare(known, Traits("Παπαδόπυολος", "Μήτσος")).reasons == ("similar_name",)


def test_the_genitive_of_the_fathers_name_is_the_same_father():
    one = replace(GIKAS, father_name="Γεώργιος")
    other = replace(GIKAS, father_name="Γεωργίου")

    assert "same_father" in compare(one, other).reasons


def test_a_former_surname_finds_its_person():
    known = Traits("Παππά", "Ελένη", aliases=(("Γεωργίου", "Ελένη"),))

    assert "same_name" in compare(known, Traits("Γεωργίου", "Ελένη")).reasons


def test_a_birthday_on_the_first_of_january_says_less():
    new_year = PartialDate("1990-01-01")
    another = PartialDate("1990-01-02")
    one = Traits("Ahmad", "Ali")
    other = Traits("Αχμέτ", "Αλί")

    def together(born: PartialDate) -> int:
        return compare(replace(one, birth_date=born), replace(other, birth_date=born)).score

    assert together(new_year) < together(another)


@given(traits(), traits())
def test_likeness_is_mutual_and_within_bounds(one, other):
    likeness = compare(one, other)

    assert likeness == compare(other, one)
    assert 0 <= likeness.score <= 100


@given(traits())
def test_everybody_is_like_themselves(person):
    with_both_names = replace(person, given_name=person.given_name or "Άννα")

    assert compare(with_both_names, with_both_names).score >= 60
