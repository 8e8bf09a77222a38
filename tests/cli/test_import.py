from openpyxl import Workbook

TABLE = (
    "Α/Α;Επώνυμο;Όνομα;Ημ. γέννησης;ΑΜΚΑ;Τηλέφωνο\r\n"
    "1;Βλάχου;Άννα;15/09/1990;;2105065885\r\n"
    "2;Γκίκας;Νίκος;31/02/1990;;\r\n"
    "3;Δήμου;Ζωή;1901-01-01;1010112348;\r\n"
    "4;Βλαχου;Αννα;1990-09-15;;\r\n"
)


def put(tmp_path, content, name="people.csv"):
    path = tmp_path / name
    path.write_bytes(content.encode("cp1253"))
    return path


def test_a_table_from_an_office_comes_in_row_by_row_with_a_report(admin, tmp_path):
    path = put(tmp_path, TABLE)

    said = admin.json("person", "import", path)

    found = said.document
    assert (said.code, found["rows"], found["added"]) == (1, 4, 3)
    refused = [(r["line"], r["column"], r["field"], r["code"]) for r in found["refused"]]
    assert refused == [(3, "Ημ. γέννησης", "birth_date", "not_a_date")]
    first, padded, again = found["people"]
    assert [w["code"] for w in padded["warnings"]] == ["zero_put_back"]
    assert [c["id"] for c in again["candidates"]] == [first["id"]]
    shown = admin.json("person", "show", padded["id"]).document
    assert shown["identifiers"] == [{"kind": "amka", "value": "01010112348"}]


def test_people_read_the_report_as_lines(admin, tmp_path):
    said = admin("person", "import", put(tmp_path, TABLE))

    assert "3 people were registered." in said.out
    assert "3     Ημ. γέννησης  “31/02/1990” is not a date." in said.out
    assert "May be the same as" in said.out


def test_a_workbook_comes_in_as_well(admin, tmp_path):
    book = Workbook()
    book.active.append(("surname", "amka", "passport"))
    book.active.append(("Βλάχου", 1010112348, "P1234567"))
    book.save(tmp_path / "people.xlsx")

    said = admin.json("person", "import", tmp_path / "people.xlsx")

    assert (said.code, said.document["added"], said.document["refused"]) == (0, 1, [])


def test_a_column_nobody_knows_stops_the_file_before_anything_is_written(admin, tmp_path):
    path = put(tmp_path, "Επώνυμο;Ζώδιο\nΒλάχου;Λέων\n")

    refused = admin.json("person", "import", path)
    taken = admin.json("person", "import", path, "--leave-out-unknown")

    assert (refused.code, refused.document["error"]["code"]) == (1, "unknown_columns")
    assert "Ζώδιο" in refused.document["error"]["message"]
    assert taken.document["columns_left_out"] == ["Ζώδιο"]
    assert taken.document["added"] == 1


def test_a_file_of_another_kind_gets_one_sentence(admin, tmp_path):
    path = tmp_path / "people.xlsx"
    path.write_bytes(b"%PDF-1.7\n" + bytes(100))

    said = admin.json("person", "import", path)

    assert (said.code, said.document["error"]["code"]) == (1, "table_unusable")
    assert "not a table that can be read" in said.err


def test_whoever_only_receives_brings_in_no_table(admin, tmp_path):
    password = "καρέκλα πάνω στο βράχο"
    admin.environ["KENTRO_NEW_PASSWORD"] = password
    assert admin("user", "add", "--name", "nikos", "--role", "desk").code == 0
    admin.environ["KENTRO_PASSWORD"] = password

    said = admin.json("--as", "nikos", "person", "import", put(tmp_path, TABLE))

    assert (said.code, said.document["error"]["code"]) == (1, "not_allowed")


def test_the_access_log_knows_of_the_import(admin, tmp_path):
    admin("person", "import", put(tmp_path, TABLE))

    listed = admin.json("audit", "list", "--limit", "5")

    assert '"persons.imported"' in listed.out.replace(" ", "")
