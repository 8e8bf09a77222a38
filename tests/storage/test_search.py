from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.people import PersonFile
from kentro_app.services import registry
from tests.stores import make_centre


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    centre = make_centre(tmp_path_factory.mktemp("search"))
    centre.register("Παπαδοπούλου", "Ελένη", phones=("697 123 4567",))
    centre.register("Παπαδόπουλος", "Γεώργιος", phones=("210 5065885",))
    centre.register("Γκίκας", "Σπυρίδων", identifiers=((IdentifierKind.AMKA, "21118501234"),))
    centre.register("Μαΐου", "Δημήτρης")
    centre.register("Σταύρου", "Άννα")
    centre.register("Shevchenko", "Olena")
    centre.register("O'Neill; DROP TABLE persons", "=1+1")
    yield centre
    centre.store.close()


def names(centre, text):
    return [f"{hit.surname} {hit.given_name}" for hit in centre.look(registry.find, text)]


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("παπαδοπ ελε", "Παπαδοπούλου Ελένη"),
        ("ΕΛΕΝΗ ΠΑΠΑΔΟΠΟΥΛΟΥ", "Παπαδοπούλου Ελένη"),
        ("παπαδοπουλος", "Παπαδόπουλος Γεώργιος"),
        ("papadopoulos giorgos", "Παπαδόπουλος Γεώργιος"),
        ("gikas", "Γκίκας Σπυρίδων"),
        ("papad eleni", "Παπαδοπούλου Ελένη"),
        ("papadopou ele", "Παπαδοπούλου Ελένη"),
        ("stav", "Σταύρου Άννα"),
        ("μαιου", "Μαΐου Δημήτρης"),
        ("ΜΑΪΟΥ", "Μαΐου Δημήτρης"),
        ("shev", "Shevchenko Olena"),
        ("6971234567", "Παπαδοπούλου Ελένη"),
        ("697 123", "Παπαδοπούλου Ελένη"),
        ("210-50.65.885", "Παπαδόπουλος Γεώργιος"),
        ("+30 210 5065885", "Παπαδόπουλος Γεώργιος"),
        ("21118501234", "Γκίκας Σπυρίδων"),
        ("211185 01234", "Γκίκας Σπυρίδων"),
        ("PET-A-2026-00003", "Γκίκας Σπυρίδων"),
        ("ΡΕΤ-Α-2026-00003", "Γκίκας Σπυρίδων"),
        ("drop table", "O'Neill; DROP TABLE persons =1+1"),
    ],
)
def test_a_person_is_found_however_they_are_written(full, typed, best):
    assert names(full, typed)[:1] == [best]


@pytest.mark.parametrize("typed", ["", " ", "ζζζ", "000", "…", "«»"])
def test_nobody_is_found_where_nobody_is_meant(full, typed):
    assert names(full, typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        '" OR names : *',
        "NEAR(παπαδοπουλου ελενη, 2)",
        "names : παπαδοπουλου",
        "{names sounds} : παπ",
        "παπ* AND NOT ελενη",
        "'; DROP TABLE persons; --",
        '"""',
        "^παπ",
        "παπ" * 4000,
    ],
)
def test_operators_are_only_words(full, typed):
    for name in names(full, typed):
        assert "Shevchenko" not in name


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_nothing_typed_breaks_the_search(full, typed):
    assert len(full.look(registry.find, typed)) <= 20


def test_a_changed_name_is_found_and_the_old_one_is_forgotten(tmp_path):
    centre = make_centre(tmp_path)
    person = centre.register("Παλιάς", "Άννα")

    centre.do(lambda work: work.persons.save(PersonFile(replace(person, surname="Νέας"))))

    assert names(centre, "νεας") == ["Νέας Άννα"]
    assert names(centre, "παλιας") == []
    blocks = b"".join(row[0] for row in centre.rows("SELECT block FROM person_search_data"))
    assert "παλιας".encode() not in blocks  # planted fault: an index without secure-delete
    centre.store.close()
