"""Goes through screens, languages, sizes and themes, and keeps the pictures."""

import traceback

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from kentro_app.assets import resource
from kentro_app.bootstrap.day.hands import StepFailed, pause
from kentro_app.gui.app import make_app, set_icon, wear
from kentro_app.gui.guide.key import GuideKey
from kentro_app.gui.qt_words import speak_in
from kentro_app.gui.style import look
from kentro_app.gui.theme import PALETTES
from tests.architecture.code import ROOT
from tests.pictures import centre
from tests.pictures.camera import cut_out, picture, save, save_small
from tests.pictures.stage import Stage

SIZES = {1366: (1366, 768), 1920: (1920, 1080)}
THEMES = ("light", "dark", "contrast")
LANGUAGES = ("el", "en")
_PAINTED = 0.12


class Photographer:
    """`order` is the command line: see `__main__`. `tell` gets a line for a person."""

    def __init__(self, order, tell):
        self._order, self._tell = order, tell
        self.taken = 0
        self._app = QApplication.instance() or make_app(
            language="el", theme="light", text_percent=order.text
        )
        self._app.setQuitOnLastWindowClosed(False)
        self._app.setCursorFlashTime(0)
        set_icon(self._app)
        GuideKey(self._app)

    def take(self, screens):
        """All that is wanted of these screens; gives the names of those that could not be had."""
        missed = []
        try:
            for screen in screens:
                for language in self._order.language or LANGUAGES:
                    if not self._take_screen(screen, language):
                        missed.append(f"{screen.name} ({language})")
        finally:
            centre.forget()
        return missed

    def _take_screen(self, screen, language):
        before = self.taken
        sizes = {detail.size for detail in screen.details} if self._order.guide else self._sizes()
        for size in sorted(sizes):
            if not self._at_size(screen, language, size):
                return False
        if self.taken > before:
            self._tell(f"ok    {screen.name} ({language}): {self.taken - before}")
        return True

    def _at_size(self, screen, language, size):
        wear("light", self._order.text)
        speak_in(language, self._app)
        stage = Stage(language, size)
        try:
            window = screen.bring(stage)
            (self._keep_details if self._order.guide else self._keep_all)(screen, stage, window)
        except Exception as failed:  # noqa: BLE001 - one broken screen must not cost the others
            if not isinstance(failed, StepFailed):
                traceback.print_exc()
            self._tell(f"FAIL  {screen.name} ({language}): {failed}")
            return False
        finally:
            stage.close()
            QCoreApplication.processEvents()
        return True

    def _keep_all(self, screen, stage, window):
        for theme in self._order.theme or THEMES:
            width = stage.size[0]
            name = f"{screen.name}-{stage.language}-{theme}-{width}"
            if self._order.text != 100:
                name += f"-{self._order.text}"
            save(self._look(window, theme), self._order.out / f"{name}.png")
            self.taken += 1

    def _keep_details(self, screen, stage, window):
        for detail in screen.details:
            if detail.size != stage.size or (detail.docs and stage.language != "el"):
                continue
            image = self._look(window, detail.theme)
            if detail.of is not None:
                image = cut_out(image, window, detail.of(window))
            save_small(image, self._place(detail, stage.language))
            self.taken += 1

    def _look(self, window, theme):
        if look().theme.palette is not PALETTES[theme]:  # a list that is open would close
            wear(theme, self._order.text)
            pause(_PAINTED)
        return picture(window)

    def _place(self, detail, language):
        if detail.docs:
            return ROOT / "docs" / "pictures" / f"{detail.name}.png"
        return resource("guide") / "pictures" / language / f"{detail.name}.png"

    def _sizes(self):
        return [SIZES[width] for width in self._order.width or SIZES]
