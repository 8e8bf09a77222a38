import pytest

from kentro_app.domain.paper_numbers import NotACode, PaperKind, PaperNumber, kit_number, read

VISIT, FORM, TICKET, LINE = PaperKind.VISIT, PaperKind.FORM, PaperKind.TICKET, PaperKind.LINE


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("A-014", PaperNumber(VISIT, "A", 14)),
        ("14", PaperNumber(VISIT, "A", 14)),
        ("β14", PaperNumber(VISIT, "B", 14)),
        ("Κ-12", PaperNumber(VISIT, "K", 12)),
        ("A-K0012", PaperNumber(FORM, "A", 12)),
        ("κ12", PaperNumber(FORM, "A", 12)),
        ("ακ 12", PaperNumber(FORM, "A", 12)),
        ("BT7", PaperNumber(TICKET, "B", 7)),
        ("3/1", PaperNumber(LINE, "A", 1, 3)),
        ("a-3/12", PaperNumber(LINE, "A", 12, 3)),
    ],
)
def test_a_number_is_understood_in_either_alphabet_and_without_its_zeros(typed, expected):
    assert read(typed, "A") == expected


@pytest.mark.parametrize("kind", [FORM, TICKET])
@pytest.mark.parametrize("letter", ["A", "B", "K", "T", "AB"])
def test_what_is_printed_is_read_back_as_it_was(kind, letter):
    printed = kit_number(letter, kind, 123)

    assert read(printed, "Z").text == printed


@pytest.mark.parametrize("typed", ["", "A", "Παπαδοπούλου", "A-01-4", "3/", "/1", "1234567", "K"])
def test_anything_else_is_no_code(typed):
    with pytest.raises(NotACode):
        read(typed, "A")
