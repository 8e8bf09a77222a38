import threading
from contextlib import contextmanager

import pytest
import shiboken6
from PySide6.QtCore import QObject

from kentro_app.domain.changes import Topic
from kentro_app.domain.errors import Unavailable
from kentro_app.gui.desk import Desk


class FakeWork:
    def commit(self):
        return frozenset({Topic.VISITS})


@contextmanager
def begin():
    yield FakeWork()


@pytest.fixture
def desk(lanes):
    return Desk(begin, begin, lanes, parent=lanes)


def test_a_use_case_runs_elsewhere_and_answers_here(qtbot, desk):
    answers = []

    desk.perform(
        lambda work: threading.get_ident(),
        lambda ident: answers.append((ident, threading.get_ident())),
        pytest.fail,
        owner=None,
    )

    qtbot.waitUntil(lambda: answers != [])
    there, here = answers[0]
    assert there != here == threading.get_ident()


def test_what_changed_is_told_to_everybody_after_the_answer(qtbot, desk):
    order = []
    desk.data_changed.connect(lambda topics: order.append(topics))

    desk.perform(lambda work: None, lambda _: order.append("done"), pytest.fail, owner=None)

    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["done", frozenset({Topic.VISITS})]


def test_a_refusal_reaches_the_one_who_asked(qtbot, desk):
    refusals = []

    def refuse(work):
        raise Unavailable

    desk.perform(refuse, pytest.fail, refusals.append, owner=None)

    qtbot.waitUntil(lambda: refusals != [])
    assert isinstance(refusals[0], Unavailable)


def test_use_cases_never_run_two_at_once(qtbot, desk):
    inside, most, done = [], [], []

    def use_case(work):
        inside.append(1)
        most.append(len(inside))
        inside.pop()

    for _ in range(50):
        desk.perform(use_case, done.append, pytest.fail, owner=None)

    qtbot.waitUntil(lambda: len(done) == 50)
    assert max(most) == 1


def test_only_the_newest_of_the_same_question_is_answered(qtbot, desk):
    gate, asked, answers = threading.Event(), [], []

    def question(n):
        def query(work):
            asked.append(n)
            gate.wait(5)
            return n

        return query

    for n in range(20):
        desk.ask(question(n), answers.append, pytest.fail, owner=None, latest="search")
    gate.set()

    qtbot.waitUntil(lambda: answers == [19])
    assert len(asked) <= 3  # two workers had begun; the rest was never asked


def test_a_question_does_not_wait_behind_writing(qtbot, desk):
    gate, answers = threading.Event(), []
    desk.perform(lambda work: gate.wait(5), answers.append, pytest.fail, owner=None)

    desk.ask(lambda work: "found", answers.append, pytest.fail, owner=None)

    qtbot.waitUntil(lambda: answers == ["found"])
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 2)


def test_a_closed_screen_is_not_told(qtbot, desk):
    gate, told, after = threading.Event(), [], []
    screen = QObject()
    desk.perform(lambda work: gate.wait(5), told.append, told.append, owner=screen)

    shiboken6.delete(screen)
    gate.set()
    desk.perform(lambda work: None, after.append, pytest.fail, owner=None)

    qtbot.waitUntil(lambda: after == [None])
    assert told == []
