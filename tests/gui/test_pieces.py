"""Screens are built a piece at a time, or at once for whoever wants to see them."""

from PySide6.QtCore import QObject

from kentro_app.gui.pieces import GettingReady, finish
from tests.gui.offices import world as a_world


def screen(name, built, pieces=3):
    for number in range(pieces):
        built.append(f"{name}{number}")
        yield
    built.append(f"{name} ready")


def test_one_screen_after_the_other_gets_ready_a_piece_per_turn(qtbot, monkeypatch):
    monkeypatch.setattr("kentro_app.gui.pieces._AFTER_MS", 0)
    monkeypatch.setattr("kentro_app.gui.pieces._PAUSE_MS", 0)
    built, owner = [], QObject()

    GettingReady(screen("a", built, 2), screen("b", built, 1), parent=owner)
    assert built == []

    qtbot.waitUntil(lambda: "b ready" in built)
    assert built == ["a0", "a1", "a ready", "b0", "b ready"]


def test_a_screen_that_is_wanted_is_finished_at_once_and_built_once():
    built = []
    pieces = screen("a", built)
    next(pieces)

    finish(pieces)
    finish(pieces)

    assert built == ["a0", "a1", "a2", "a ready"]


def test_the_new_person_form_opens_whole_however_far_it_was_built(qtbot, tmp_path):
    with a_world(tmp_path / "centre") as world:
        world.show(qtbot)
        for _piece in range(3):
            next(world.place._new_person_pieces)

        world.place.open_new_person("χασάν μοχάμεντ")

        form = world.place.new_person.form
        assert form.line("surname").text() == "Χασάν"
        assert form.line("municipality").accessibleName()
        assert world.place.new_person.go.isVisible()
