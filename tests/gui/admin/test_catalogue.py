import pytest
from PySide6.QtCore import Qt

from kentro_app.gui.admin.catalogue.view import CatalogueSection
from kentro_app.gui.widgets.rows import ROW_ROLE
from tests.gui.admin.desk import section


@pytest.fixture
def requests(view):
    return section(view, CatalogueSection)


def rows(requests):
    model = requests.rows.model()
    return [model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount())]


def row(requests, code):
    return next(each for each in rows(requests) if each.id == code)


def add(requests, code="C.GARDEN", greek="Λαχανόκηπος", english="Allotments"):
    requests.new.click()
    requests.entry.code.setText(code)
    requests.entry.title_el.setText(greek)
    requests.entry.title_en.setText(english)
    requests.entry.save.click()


def end(requests, code, successor="", last_day=""):
    requests.rows.select(code)
    requests.end.click()
    requests.ask_end.last_day.setText(last_day)
    place = requests.ask_end.successor.findData(successor)
    requests.ask_end.successor.setCurrentIndex(place)
    requests.ask_end.yes.click()


def test_every_request_stands_below_its_axis(requests):
    ids = [each.id for each in rows(requests)]

    heads = [place for place, each in enumerate(rows(requests)) if each.strong]
    assert len(heads) == 3
    assert heads[0] < ids.index("A.EEE") < heads[1] < ids.index("B.INFO") < heads[2]


def test_a_new_request_is_in_the_list_and_can_be_found_in_both_languages(requests):
    add(requests)

    for typed in ("λαχανο", "allot", "γ garden"):
        requests.search.setText(typed)
        assert [each.id for each in rows(requests)][1:] == ["C.GARDEN"]


def test_what_is_wrong_with_a_new_request_stands_beside_its_field(requests):
    add(requests, code="A.EEE")
    assert "A.EEE" in requests.entry.fields["code"].error.text()

    add(requests, greek=" ")
    assert requests.entry.fields["title_el"].error.text() == "This field must be filled in."


def test_a_request_that_ended_says_so_and_what_follows_and_can_come_back(requests):
    end(requests, "A.KOT", successor="A.EEE")
    ended = row(requests, "A.KOT")
    assert ended.chip.startswith("ends ")
    assert "Α.EEE" in ended.about

    requests.rows.select("A.KOT")
    assert requests.end.isHidden()
    requests.reopen.click()

    assert row(requests, "A.KOT").chip == ""


def test_one_that_has_ended_is_faded(requests):
    add(requests)
    end(requests, "A.KOT", last_day="1/1/2026")

    assert (row(requests, "A.KOT").faded, row(requests, "C.GARDEN").faded) == (True, False)


def test_a_last_day_that_is_none_is_told_beside_its_field(requests):
    end(requests, "A.KOT", last_day="κάποτε")

    assert "κάποτε" in requests.ask_end.fields["valid_to"].error.text()
    assert row(requests, "A.KOT").chip == ""


def test_enter_on_a_request_opens_it_for_other_words(qtbot, requests):
    requests.rows.select("A.KOT")
    qtbot.keyClick(requests.rows, Qt.Key.Key_Return)
    assert not requests.entry.code.isEnabled()
    requests.entry.title_en.setText("Cheaper electricity")

    requests.entry.save.click()

    assert row(requests, "A.KOT").title == "Cheaper electricity"
