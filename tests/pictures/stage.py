"""What a screen's function works with: windows over a fresh copy of the centre."""

import shutil
import tempfile
from pathlib import Path

from kentro_app.bootstrap.day.drive import dispose, show
from kentro_app.bootstrap.day.hands import pause, until
from kentro_app.bootstrap.wiring import build_window
from kentro_app.domain.errors import Refusal
from kentro_app.services.demo.staff import SOCIAL_WORKERS
from tests.pictures.centre import founded, moment, opened, template

_SETTLED = 0.25


class Stage:
    """One screen in one language at one size; whatever was opened is closed at the end."""

    def __init__(self, language, size):
        self.language, self.size = language, size
        self.folder = Path(tempfile.mkdtemp(prefix="kentro-picture-"))
        self.centre = None
        self._endings = []

    def main(self, colleague=SOCIAL_WORKERS[0], before=None):
        """The main window of somebody who has just logged in, at the place that comes first.

        `before` puts something into the centre before anybody sees it.
        """
        data = self.folder / "centre"
        shutil.copytree(template(), data)
        self.centre = opened(data, colleague)
        if before is not None:
            before(self)
        return self._window()

    def first_morning(self):
        """The main window of a real centre into which nobody has come yet."""
        self.centre = founded(self.folder / "new")
        return self._window()

    def _window(self):
        window, end = build_window(self.centre, clock=moment)
        self._endings += [self.centre.close, end]
        return self.show(window)

    def reception(self, colleague=SOCIAL_WORKERS[0]):
        """The main window at the reception, with today's list in it."""
        window = self.main(colleague)
        page = window.go_to("reception").reception
        until(lambda: page.waiting_line.day.rows, "today's list did not come")
        return window, page

    def show(self, window):
        """Put a window on the screen, as large as the picture; it goes at the end."""
        window.resize(*self.size)
        show(window)
        self._endings.append(lambda: dispose(window))
        pause(_SETTLED)
        return window

    def at_the_end(self, ending):
        """Close something else when the picture has been taken."""
        self._endings.append(ending)

    def close(self):
        """Put everything away, the last first."""
        while self._endings:
            self._endings.pop()()
        shutil.rmtree(self.folder, ignore_errors=True)


def run_now(work, done, failed, owner):
    """Fits `gui.login.ports.Runs`: at once, so that nothing is left to chance."""
    try:
        answer = work()
    except Refusal as error:
        failed(error)
    else:
        done(answer)
