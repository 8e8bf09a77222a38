from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from kentro_app.gui.paged_table import Column, PagedTable


class Questions:
    """A source that remembers what it was asked and answers when told to."""

    def __init__(self):
        self.pending = []

    def __call__(self, last, answer):
        self.pending.append((last, answer))


def make(pages):
    return PagedTable([Column(lambda: "No.", str)], pages, key=lambda row: row)


def test_pages_are_asked_for_one_at_a_time(qtmodeltester):
    pages = Questions()
    table = make(pages)

    table.fetchMore(QModelIndex())
    table.fetchMore(QModelIndex())

    assert [last for last, _ in pages.pending] == [None]
    pages.pending.pop()[1]([1, 2, 3])
    assert table.rowCount() == 3
    table.fetchMore(QModelIndex())
    last, answer = pages.pending.pop()
    assert last == 3
    answer([])
    assert not table.canFetchMore(QModelIndex())
    qtmodeltester.check(table)


def test_a_late_answer_to_an_old_question_is_dropped(qapp):
    pages = Questions()
    table = make(pages)
    table.fetchMore(QModelIndex())
    _, late = pages.pending.pop()

    table.start_over()
    late([1, 2, 3])

    assert table.rowCount() == 0
    assert table.canFetchMore(QModelIndex())


def test_a_view_fetches_by_itself_but_not_everything(qtbot):
    asked = []

    def pages(last, answer):
        asked.append(last)
        first = 0 if last is None else last + 1
        answer(range(first, min(first + 100, 10_000)))

    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(make(pages))
    view.show()
    qtbot.waitUntil(lambda: view.model().rowCount() > 0)
    assert len(asked) < 5


def test_a_refresh_keeps_the_selected_row_and_the_pages_read_so_far(qtbot):
    held = list(range(250))

    def pages(last, answer):
        first = 0 if last is None else held.index(last) + 1
        answer(held[first : first + 100])

    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(make(pages))
    for _ in range(3):
        view.model().fetchMore(QModelIndex())
    view.selectRow(120)
    held.insert(0, -1)

    view.model().refresh()

    assert view.model().rowCount() >= 250
    assert view.model().row(view.selectionModel().currentIndex()) == 120


def test_a_cell_is_read_out_with_the_name_of_its_column(qapp):
    table = make(lambda last, answer: answer([] if last else [7]))
    table.fetchMore(QModelIndex())

    assert table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "No.: 7"
