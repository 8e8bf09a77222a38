"""Somebody at a desk who types until the power goes: `python -m tests.journeys.writer FOLDER`.

The program's own window over the centre in FOLDER. It checks somebody in every second, corrects
a person's data once and saves it, then goes on correcting and never saves. Each letter is told on
standard output the moment it is typed.
"""

import itertools
import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import now
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand
from kentro_app.gui.style import load_fonts
from kentro_app.services import reception
from tests.journeys.days import logged_in

SAVED = "Νικόλαος"
LETTER_MS = 120


def main(folder: Path) -> None:
    app = QApplication(["kentro", "-platform", "offscreen"])
    load_fonts()
    with logged_in(folder, now()) as world:
        world.clock = now
        person = world.register("Παπαδοπούλου", "Ελένη")
        window = world.open_window()
        window.show()
        people = window.go_to("people")
        people.correct(person.id)
        typist = Typist(world, people, person.id)
        typist.begin()
        app.exec()


class Typist:
    """One letter after the other, without a pause."""

    def __init__(self, world, people, person_id):
        self._world, self._people, self._person_id = world, people, person_id
        self._letters = itertools.cycle("αβγδεζηθικλμνξοπρστυφχψω")
        self._letter = QTimer(people, interval=LETTER_MS)
        self._arrival = QTimer(people, interval=1_000)
        self._wait = QTimer(people, interval=20)
        self._letter.timeout.connect(self._type)
        self._arrival.timeout.connect(self._check_in)
        self._wait.timeout.connect(self._when_open)
        self._step = self._save

    def begin(self):
        self._wait.start()

    def _when_open(self):
        edit = self._people.edit
        if edit is not None and edit.isVisible() and edit.drafts.subject is not None:
            self._wait.stop()
            self._step()

    def _save(self):
        edit = self._people.edit
        edit.form.line("father_name").setText(SAVED)
        edit.closed.connect(self._again)
        edit.go.click()

    def _again(self):
        tell("saved")
        self._people.edit.closed.disconnect(self._again)
        self._people.correct(self._person_id)
        self._step = self._letter.start
        self._wait.start()
        self._arrival.start()

    def _type(self):
        line = self._people.edit.form.line("street")
        line.setFocus()
        line.setText(line.text() + next(self._letters))
        tell(str(len(line.text())))

    def _check_in(self):
        request = reception.CheckIn(new_id(), anonymous_sex=Sex.X, anonymous_age=AgeBand.ADULT)
        self._world.window.office.desk.perform(
            partial(reception.check_in, request=request, now=now()),
            lambda visit: tell(visit.code),
            print,
            owner=self._world.window,
        )


def tell(words):
    os.write(1, words.encode() + b"\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
