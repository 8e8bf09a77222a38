from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row, RowModel


def rows(*ids):
    return [Row(i, f"title {i}") for i in ids]


def shown(model):
    return [model.row(model.index(i, 0)).id for i in range(model.rowCount())]


def test_a_refresh_keeps_selection_and_scroll(qtbot):
    view = RowList()
    qtbot.addWidget(view)
    view.resize(300, 260)
    view.show_rows(rows(*range(100)))
    view.show()
    view.select(50)
    view.verticalScrollBar().setValue(2000)

    view.show_rows([Row(i, f"new {i}") for i in range(100)])

    assert view.current_id() == 50
    assert view.verticalScrollBar().value() == 2000


def test_any_list_becomes_any_other_without_a_reset(qapp):
    model = RowModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    for ids in ((1, 2, 3), (3, 1, 2), (4, 2), (), (9, 2, 7, 1), (1, 7, 2, 9)):
        model.replace(rows(*ids))

        assert shown(model) == list(ids)
    assert resets == []


@given(
    st.lists(st.integers(0, 12), unique=True),
    st.lists(st.lists(st.integers(0, 12), unique=True), max_size=4),
)
def test_whatever_comes_after_whatever_is_shown_in_order(first, others):
    model = RowModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made = {n: Row(n, "same") for n in range(13)}  # the same objects, as of an unchanged day

    for ids in (first, *others):
        model.replace([made[n] if n % 2 else Row(n, f"{ids}") for n in ids])

        assert shown(model) == ids
        assert [model.row(model.index(i, 0)).title for i in range(len(ids))] == [
            "same" if n % 2 else f"{ids}" for n in ids
        ]


def test_rows_that_come_or_go_together_are_announced_once(qapp):
    model, told = RowModel(), []
    model.replace(rows(1, 9))
    model.rowsInserted.connect(lambda _p, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _p, first, last: told.append(("out", first, last)))

    model.replace(rows(1, *range(20, 70), 9))
    model.replace(rows(1, 9))

    assert told == [("in", 1, 50), ("out", 1, 50)]


def test_only_what_differs_is_announced(qapp):
    model, changed = RowModel(), []
    model.replace(rows(1, 2, 3))
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))

    model.replace([Row(1, "title 1"), Row(2, "other"), Row(3, "title 3")])

    assert changed == [1]


def test_a_row_is_read_out_whole(qapp):
    model = RowModel()
    model.replace([Row(1, "Eleni P.", "born 1971", lead="A-014", chip="waits", aside="room 1")])

    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "A-014, Eleni P., born 1971, room 1, waits"


def test_enter_chooses_the_selected_row(qtbot):
    view = RowList()
    qtbot.addWidget(view)
    view.show_rows(rows(1, 2))
    view.select(2)

    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert chosen.args == [2]


def test_a_row_of_any_length_and_content_is_painted(qtbot):
    view = RowList(lead_width=50)
    qtbot.addWidget(view)
    view.show_rows([Row(1, "Ω" * 10_000, "a\n\x00\x1b[31m‮" * 500, lead="L" * 99, chip="c" * 999)])
    view.show()

    assert not view.grab().isNull()


def test_a_list_that_scrolls_cuts_no_row_in_two(qtbot):
    view = RowList()
    qtbot.addWidget(view)
    view.resize(300, 240)
    view.show()

    view.show_rows(rows(*range(20)))

    row = view.sizeHintForRow(0)
    assert view.viewport().height() % row == 0
    assert 0 < view.height() - view.viewport().height() < row


def test_a_list_with_room_for_all_uses_all_of_it(qtbot):
    view = RowList()
    qtbot.addWidget(view)
    view.resize(300, 240)
    view.show()

    view.show_rows(rows(1, 2))

    assert view.viewport().height() == view.height()
