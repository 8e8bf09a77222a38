import csv

import pytest

from kentro_app.bootstrap.administration import administering
from kentro_app.gui.admin.people import presenter as presenting
from kentro_app.gui.admin.people.presenter import PeoplePresenter
from kentro_app.gui.admin.people.view import PeopleSection
from tests.gui.admin.desk import DeskNow, section

HEAD = "Επώνυμο;Όνομα;Ημ. γέννησης\n"


@pytest.fixture
def people(view, tmp_path):
    people = section(view, PeopleSection)
    people.ask_where = lambda _parent: str(tmp_path / "report.csv")
    return people


@pytest.fixture
def choose(people, tmp_path):
    def choose(text):
        path = tmp_path / "people.csv"
        path.write_text(text, "utf-8")
        people.ask_file = lambda _parent: str(path)
        people.choose.click()

    return choose


def counted(centre):
    with centre.store.view() as work:
        return len(work.persons.find("Βλάχου", 100))


def audited(centre):
    with centre.store.view() as work:
        return [entry.record for entry in work.trail.entries(0, 1000)]


def test_nothing_is_written_before_the_columns_were_seen(people, choose, centre):
    choose("Επώνυμο;Ζώδιο\nΒλάχου;Λέων\n")

    assert "Ζώδιο" in people.columns.text()
    assert people.begin.isVisible()
    assert counted(centre) == 0


def test_good_lines_come_in_and_bad_ones_are_listed(people, choose, centre, tmp_path):
    choose(HEAD + "Βλάχου;Άννα;15/09/1990\nΓκίκας;Νίκος;31/02/1990\n")

    people.begin.click()
    people.keep.click()

    assert counted(centre) == 1
    remark = people._remarks[0]
    assert (remark.line, remark.column, remark.refused) == (3, "Ημ. γέννησης", True)
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1][:3] == ["3", "Ημ. γέννησης", "refused"]
    assert any('"persons.imported"' in record for record in audited(centre))


def test_a_likely_double_is_listed_though_it_came_in(people, choose, centre):
    choose(HEAD + "Βλάχου;Άννα;15/09/1990\nΒΛΑΧΟΥ;ΑΝΝΑ;1990-09-15\n")

    people.begin.click()

    assert counted(centre) == 2
    assert [(r.line, r.refused) for r in people._remarks] == [(3, False)]
    assert "May be the same as" in people._remarks[0].words


def test_a_file_of_another_kind_is_refused_in_a_sentence(people, choose):
    choose("\x00\x01\x02 no table")

    assert "not a table that can be read" in people.banner.words()
    assert not people.begin.isVisible()


def test_people_who_came_in_are_told_to_the_other_screens(people, choose, view, qtbot):
    choose(HEAD + "Βλάχου;Άννα;\n")

    with qtbot.waitSignal(view._office.desk.data_changed, timeout=1000):
        people.begin.click()


class Screen:
    def __init__(self):
        self.said = []
        self.stop_after = 0
        self.presenter = None

    def show_busy(self, words):
        self.said.append(words)
        if self.stop_after and len([w for w in self.said if w]) > self.stop_after:
            self.presenter.stop()

    def show_good(self, words):
        self.good = words

    show_file = show_under_way = show_remarks = show_bad = lambda self, *_: None


def test_it_can_be_stopped_between_two_pieces_and_keeps_what_came_in(centre, tmp_path, monkeypatch):
    monkeypatch.setattr(presenting, "PIECE", 2)
    path = tmp_path / "people.csv"
    path.write_text(HEAD + "Βλάχου;Άννα;\n" * 10, "utf-8")
    screen = Screen()
    desk = DeskNow(centre.store)
    presenter = PeoplePresenter(screen, administering(centre).people, desk, lambda: None)
    screen.presenter, screen.stop_after = presenter, 3

    presenter.choose(str(path))
    presenter.start()

    assert screen.good == f"{counted(centre)} people were registered."
    assert 0 < counted(centre) < 10
