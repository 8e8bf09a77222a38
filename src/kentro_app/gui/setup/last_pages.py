"""Where backups go, and the end."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from kentro_app.gui.bar import Bar
from kentro_app.gui.icons import icon
from kentro_app.gui.setup.page import SetUpPage
from kentro_app.gui.style import look
from kentro_app.gui.theme import M
from kentro_app.gui.widgets.buttons import Button, LinkButton
from kentro_app.gui.widgets.field import FieldWithError
from kentro_app.gui.widgets.text import Heading, Label, Quiet
from kentro_app.i18n import _

AskFolder = Callable[[QWidget], str]


class BackupsPage(SetUpPage):
    """The standard folder, and a second one if there is a stick or a network drive."""

    def __init__(
        self, standard: Path, parent: QWidget | None = None, *, ask: AskFolder | None = None
    ) -> None:
        super().__init__(parent)
        self._ask = ask or ask_for_folder
        self.daily, self.why = Label(wrap=True), Quiet(wrap=True)
        self.standard = FieldWithError("", QLineEdit(str(standard), readOnly=True))
        self.second_edit = QLineEdit(readOnly=True)
        self.second = FieldWithError("", self.second_edit)
        self.choose, self.none = Button(), LinkButton()
        buttons = Bar([self.choose, self.none])
        for widget in (self.daily, self.standard, self.second, buttons, self.why):
            self.card.body.addWidget(widget)
        self.card.body.setSpacing(M)
        self.choose.clicked.connect(self._choose)
        self.none.clicked.connect(lambda: self._show(""))
        self._show("")

    def folder(self) -> str:
        """The second folder, or nothing."""
        return self.second_edit.text()

    def next_words(self) -> str:
        return _("Continue")

    def take_focus(self) -> None:
        self.choose.setFocus()

    def show_refusal(self, field: str, words: str) -> bool:
        self.second.show_error(words if self.folder() else "")
        return not words or bool(self.folder())

    def retranslate(self) -> None:
        self.set_words(
            _("Where do the backups go?"),
            _("The first log-in of each day makes an encrypted backup by itself."),
        )
        self.daily.setText(_("A disk can break, and a computer can be stolen together with it."))
        self.standard.set_words(_("On this computer"))
        self.second.set_words(_("A copy of each one elsewhere (USB stick, network folder)"))
        self.second_edit.setPlaceholderText(_("none yet"))
        self.choose.set_words(_("Choose a folder…"))
        self.none.set_words(_("Without a second place"))
        self.why.setText(
            _(
                "Backups are encrypted like the data itself. "
                "The second place can be chosen or changed later too."
            )
        )

    def _choose(self) -> None:
        chosen = self._ask(self)
        if chosen:
            self._show(chosen)

    def _show(self, folder: str) -> None:
        self.second_edit.setText(folder)
        self.second.clear_error()
        self.none.setVisible(bool(folder))


class DonePage(SetUpPage):
    """What is there now, and what comes next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = [Label(wrap=True) for _n in range(4)]
        self.mark = Heading()
        self.card.body.insertWidget(0, self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        for label in self.lines:
            self.card.body.addWidget(label)
        self.card.body.setSpacing(M)
        self._draw()
        look().changed.connect(self._draw)

    def next_words(self) -> str:
        return _("Begin")

    def retranslate(self) -> None:
        self.set_words(_("The centre is ready"), "")
        words = (
            _("The data is encrypted: only the people you let in can read it."),
            _("The recovery card was tried and opens it. Put both envelopes away today."),
            _("Next you log in with the name and the password you have just chosen."),
            _("Under Administration you then add your colleagues."),
        )
        for label, sentence in zip(self.lines, words, strict=True):
            label.setText(sentence)

    def _draw(self) -> None:
        side = look().theme.px(40)
        self.mark.setPixmap(icon("check", "good", 40).pixmap(side, side))


def ask_for_folder(parent: QWidget) -> str:
    """A folder that exists; empty if none was chosen."""
    return QFileDialog.getExistingDirectory(parent, _("Choose a folder…"))
