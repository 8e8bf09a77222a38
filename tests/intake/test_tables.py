import codecs
from datetime import datetime
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from kentro_app.intake import tables, workbook
from kentro_app.intake.tables import read_table
from kentro_app.services.table_rows import TableUnusable

BORN = datetime(1990, 9, 15)  # noqa: DTZ001 - as a spreadsheet has it
GREEK = "Επώνυμο;Όνομα\nΒλάχου;Άννα\n"


def text(tmp_path, content, coding="utf-8"):
    path = tmp_path / "people.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(coding))
    return path


def book(tmp_path, *rows, name="people.xlsx"):
    made = Workbook()
    for row in rows:
        made.active.append(row)
    path = tmp_path / name
    made.save(path)
    made.close()
    return path


def rows(path):
    table = read_table(path)
    try:
        return [table.header, *((row.line, *row.cells) for row in table.rows)]
    finally:
        table.close()


def reason(path):
    with pytest.raises(TableUnusable) as refused:
        rows(path)
    return refused.value.facts["reason"]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1253", "utf-16"])
def test_greek_is_read_in_every_encoding_that_excel_writes(tmp_path, coding):
    path = text(tmp_path, GREEK, coding)

    assert rows(path) == [("Επώνυμο", "Όνομα"), (2, "Βλάχου", "Άννα")]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_separator_is_what_the_header_has_most_of(tmp_path, separator):
    path = text(tmp_path, GREEK.replace(";", separator).replace("Όνομα", '"Όνομα, ;;;"'))

    assert rows(path)[0] == ("Επώνυμο", "Όνομα, ;;;")


def test_a_separator_that_excel_declares_is_believed(tmp_path):
    path = text(tmp_path, "sep=|\r\nsurname|area\r\nΒλάχου|a;b;c\r\n")

    assert rows(path) == [("surname", "area"), (3, "Βλάχου", "a;b;c")]


def test_lines_are_counted_as_an_editor_counts_them(tmp_path):
    path = text(tmp_path, 'surname;area\n\nΒλάχου;"two\nlines"\nΓκίκας;x\n')

    assert [row[0] for row in rows(path)[1:]] == [3, 5]


def test_a_workbook_keeps_numbers_and_dates(tmp_path):
    path = book(
        tmp_path,
        ("surname", "amka", "birth_date"),
        ("Βλάχου", 1010112342, BORN),
        (None, None, None),
        ("Γκίκας", "01010112342", None),
    )

    assert rows(path) == [
        ("surname", "amka", "birth_date"),
        (2, "Βλάχου", 1010112342, BORN),
        (4, "Γκίκας", "01010112342"),
    ]


def test_a_file_is_what_it_holds_and_not_what_it_is_called(tmp_path):
    path = book(tmp_path, ("surname",), ("Βλάχου",), name="people.csv")

    assert rows(path)[1] == (2, "Βλάχου")


def test_other_formats_are_named_as_such(tmp_path):
    old = text(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert reason(old) == "foreign"
    assert reason(text(tmp_path, b"%PDF-1.7\n" + bytes(64))) == "foreign"
    with ZipFile(tmp_path / "text.ods", "w") as other:
        other.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert reason(tmp_path / "text.ods") == "foreign"


def test_a_file_with_a_password_is_named_as_such(tmp_path):
    sealed = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")

    assert reason(text(tmp_path, sealed)) == "encrypted"


def test_what_is_missing_empty_or_in_no_encoding_is_refused(tmp_path):
    assert reason(tmp_path / "nowhere.csv") == "missing"
    assert reason(tmp_path) == "missing"
    assert reason(text(tmp_path, b"")) == "empty"
    assert reason(text(tmp_path, b"\n\n\n\n\n\n\n\n\n\n")) == "empty"
    assert reason(text(tmp_path, codecs.BOM_UTF8 + b"surname\n\xff\xfe")) == "text"
    assert reason(text(tmp_path, b"surname\n\x81\xd2\xff\n")) == "text"


def test_a_quotation_mark_that_never_ends_is_damage(tmp_path):
    path = text(tmp_path, 'surname;area\nΒλάχου;"open\n' + "x;y\n" * 50)

    assert reason(path) == "damaged"


def test_what_is_too_large_or_would_unpack_to_too_much_is_refused(tmp_path, monkeypatch):
    path = book(tmp_path, ("surname",), ("Βλάχου",))
    monkeypatch.setattr(workbook, "_UNPACKED", 1000)
    unpacked = reason(path)
    monkeypatch.setattr(tables, "LARGEST", 100)

    assert (unpacked, reason(path)) == ("large", "large")


def test_a_workbook_with_a_flipped_bit_is_damage_and_never_a_bug(tmp_path):
    whole = book(tmp_path, ("surname",), *(("Βλάχου",) for _n in range(50))).read_bytes()

    refused = 0
    for at in range(0, len(whole), 61):
        broken = bytearray(whole)
        broken[at] ^= 0x10
        try:
            rows(text(tmp_path, bytes(broken)))
        except TableUnusable:
            refused += 1

    assert refused


def test_a_header_of_thousands_of_columns_is_refused(tmp_path):
    assert reason(text(tmp_path, "surname" + ";x" * 300 + "\nΒλάχου\n")) == "wide"
