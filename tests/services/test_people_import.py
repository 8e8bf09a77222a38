from datetime import datetime

import pytest

from kentro_app.domain.identifiers import IdentifierKind, InvalidIdentifier
from kentro_app.domain.partial_dates import NotADate
from kentro_app.domain.phones import InvalidPhone
from kentro_app.domain.sex import Sex
from kentro_app.domain.text import Missing
from kentro_app.services import people_import
from kentro_app.services.people_columns import (
    NAMES,
    ColumnGivenTwice,
    NoSurnameColumn,
    UnknownColumns,
    columns,
)
from kentro_app.services.people_import import (
    Added,
    CellBroken,
    MoreCellsThanColumns,
    NotASex,
    Refused,
    import_people,
)
from kentro_app.services.table_rows import Row, Table, TableUnusable

BORN = datetime(1990, 9, 15)  # noqa: DTZ001 - as a spreadsheet has it


def table(header, *rows, typed=True):
    lines = (Row(n, cells) for n, cells in enumerate(rows, 2))
    return Table(header, lines, typed=typed, close=lambda: None)


def bring(centre, header, *rows, typed=True):
    made = table(header, *rows, typed=typed)
    return list(import_people(centre.store.begin, made, columns(header), clock=centre.clock))


def read(header, *cells, typed=True):
    return people_import.registration(columns(header), Row(2, cells), typed=typed)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("ΕΠΩΝΥΜΟ", "surname"),
        ("Επίθετο", "surname"),
        ("Όνομα Πατρός", "father_name"),
        ("Α.Μ.Κ.Α.", "amka"),
        ("Ημ/νία γέννησης", "birth_date"),
        ("Τ.Κ.", "postcode"),
        ("Given Name", "given_name"),
        ("Τηλέφωνο 2", "phone2"),
        ("Κινητό", "phone2"),
    ],
)
def test_a_header_is_known_in_both_languages_however_it_is_written(header, field):
    names = (header,) if field == "surname" else ("surname", header)

    assert columns(names).fields[-1] == field


def test_no_spelling_stands_for_two_fields():
    spellings = [s for field, others in NAMES.items() for s in (field, *others.split(","))]

    fields = [columns(("surname", s), leave_out=True).fields[1] for s in spellings[6:]]

    assert len(fields) == len(spellings) - 6
    assert all(fields)


def test_an_unknown_column_is_refused_unless_it_may_be_left_out():
    header = ("Α/Α", "Επώνυμο", "Ζώδιο", "")

    with pytest.raises(UnknownColumns) as refused:
        columns(header)
    kept = columns(header, leave_out=True)

    assert refused.value.facts["names"] == "Ζώδιο"
    assert kept.fields == ("", "surname", "", "")
    assert kept.left_out == ("Ζώδιο",)


def test_a_header_without_surnames_or_with_two_of_them_is_refused():
    with pytest.raises(NoSurnameColumn):
        columns(("Όνομα",))
    with pytest.raises(ColumnGivenTwice):
        columns(("Επώνυμο", "Επίθετο"))


def test_a_row_becomes_the_person_it_describes():
    header = tuple(NAMES)
    cells = {
        **dict.fromkeys(NAMES, ""),
        "surname": "Βλάχου",
        "given_name": "Άννα",
        "birth_date": BORN,
        "sex": "Γυναίκα",
        "phone": 2105065885.0,
        "phone2": "6944123456, 6977654321",
        "amka": "15099012344",
        "postcode": 12131.0,
        "alias_surname": "Vlachou",
    }

    request, doubts = read(header, *cells.values())

    assert (request.surname, request.birth_date, request.sex) == ("Βλάχου", "1990-09-15", Sex.F)
    assert request.phones == ("+302105065885", "+306944123456", "+306977654321")
    assert request.identifiers == ((IdentifierKind.AMKA, "15099012344"),)
    assert request.address["postcode"] == "12131"
    assert request.aliases[0].surname == "Vlachou"
    assert doubts == ()


def test_the_zero_that_a_spreadsheet_took_comes_back_and_is_said():
    request, doubts = read(("surname", "amka"), "Βλάχου", 1010112348.0)

    assert request.identifiers[0][1] == "01010112348"
    assert [(d.field, d.code) for d in doubts] == [("amka", "zero_put_back")]


def test_a_number_typed_as_text_lost_nothing_and_is_too_short():
    with pytest.raises(InvalidIdentifier) as refused:
        read(("surname", "amka"), "Βλάχου", "1010112348")
    from_text, _doubts = read(("surname", "amka"), "Βλάχου", "1010112348", typed=False)

    assert refused.value.field == "amka"
    assert from_text.identifiers[0][1] == "01010112348"


@pytest.mark.parametrize(
    ("header", "cell", "error", "field"),
    [
        ("sex", "κορίτσι", NotASex, "sex"),
        ("phone2", "12", InvalidPhone, "phone2"),
        ("afm", "#N/A", CellBroken, "afm"),
        ("passport", "??", InvalidIdentifier, "passport"),
    ],
)
def test_what_is_wrong_is_said_of_its_own_column(header, cell, error, field):
    with pytest.raises(error) as refused:
        read(("surname", header), "Βλάχου", cell)

    assert refused.value.field == field


def test_a_row_that_is_longer_than_the_header_is_refused():
    with pytest.raises(MoreCellsThanColumns):
        read(("surname",), "Βλάχου", "Άννα")

    assert read(("surname",), "Βλάχου", None, "")[0].surname == "Βλάχου"


def test_each_row_is_taken_or_refused_whole(centre):
    header = ("Επώνυμο", "Ημερομηνία γέννησης", "ΑΦΜ")

    found = bring(
        centre,
        header,
        ("Βλάχου", "15/09/1990", None),
        ("Γκίκας", "31/02/1990", None),
        ("", "1990", None),
        ("Δήμου", 1971, "123456789"),
        ("Ζώης", "1971-03", None),
    )

    assert [type(one) for one in found] == [Added, Refused, Refused, Refused, Added]
    assert [(o.line, o.column) for o in found if isinstance(o, Refused)] == [
        (3, "Ημερομηνία γέννησης"),
        (4, "Επώνυμο"),
        (5, "ΑΦΜ"),
    ]
    kinds = [type(o.error) for o in found if isinstance(o, Refused)]
    assert kinds == [NotADate, Missing, InvalidIdentifier]
    assert centre.rows("SELECT count(*) FROM persons") == [(2,)]


def test_somebody_known_already_is_a_candidate_and_no_refusal(centre):
    first, second = bring(
        centre,
        ("surname", "given_name", "birth_date"),
        ("Βλάχου", "Άννα", "1990-09-15"),
        ("Βλαχου", "Αννα", "15/09/1990"),
    )

    assert first.registered.candidates == ()
    assert [c.found.id for c in second.registered.candidates] == [first.registered.person.id]


def test_a_file_that_breaks_off_keeps_what_was_read_and_says_where(centre):
    def rows():
        yield Row(2, ("Βλάχου",))
        raise TableUnusable(field="file", reason="damaged")

    broken = Table(("surname",), rows(), typed=True, close=lambda: None)

    found = list(
        import_people(centre.store.begin, broken, columns(broken.header), clock=centre.clock)
    )

    assert isinstance(found[0], Added)
    assert (found[1].line, type(found[1].error)) == (3, TableUnusable)
