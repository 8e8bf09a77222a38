"""The dialog for the paper kit."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QIntValidator, QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from kentro_app.gui.bar import Bar
from kentro_app.gui.office import Office
from kentro_app.gui.sheet.kit.presenter import KitPresenter
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.style import look
from kentro_app.gui.theme import XL, M
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.field import FieldWithError
from kentro_app.gui.widgets.fitting import fit_height
from kentro_app.gui.widgets.notices import announce
from kentro_app.gui.widgets.text import ErrorText, Quiet, Title
from kentro_app.i18n import _
from kentro_app.services.paper_kit import FORMS, MOST_FORMS, MOST_TICKETS, TICKETS, KitRequest

_WIDTH = 460

ChooseFile = Callable[[QWidget, Path, str], Path | None]


class KitDialog(QDialog):
    """Fits `presenter.KitScreen`; closes when the kit is saved."""

    def __init__(
        self,
        office: Office,
        speaker: Speaker,
        choose_file: ChooseFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choose_file = choose_file
        self.presenter = KitPresenter(
            self, office.desk, office.papers, says=speaker, now=office.now
        )
        self.forms, self.tickets = _count(FORMS, MOST_FORMS), _count(TICKETS, MOST_TICKETS)
        self.error = ErrorText(wrap=True)
        self.save, self.cancel = PrimaryButton(icon="save"), Button()
        self._lay_out()
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)

    # KitScreen

    def set_busy(self, busy: bool) -> None:
        self.save.setEnabled(not busy)

    def show_refusal(self, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))
        if words:
            announce(self.error)

    def done_with(self) -> None:
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    # the parts

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Paper kit"))
        self.setMinimumWidth(look().theme.px(_WIDTH))
        about = _(
            "Numbered intake forms and tear-off tickets for a day without electricity. Keep them "
            "in the drawer; what was written on them is typed in afterwards by their numbers, "
            "which run on and are never given twice."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        forms = FieldWithError(_("&Forms, one to a page"), self.forms)
        tickets = FieldWithError(_("&Tickets, 24 to a page"), self.tickets)
        self.save.set_words(_("Save as PDF…"))
        self.cancel.set_words(_("Cancel"))
        for widget in (Title(_("Paper kit")), Quiet(about, wrap=True), forms, tickets, self.error):
            column.addWidget(widget)
        column.addWidget(Bar([], [self.cancel, self.save]))
        self.error.hide()

    def _save(self) -> None:
        # Translators: the beginning of a file's name, without spaces
        title = _("paper-kit")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = self._choose_file(self, Path(folder) / f"{title}.pdf", "pdf")
        if path is not None:
            request = KitRequest(_number(self.forms), _number(self.tickets))
            self.presenter.save(request, path)


def _count(usual: int, most: int) -> QLineEdit:
    field = QLineEdit(str(usual))
    field.setValidator(QIntValidator(0, most, field))
    return field


def _number(field: QLineEdit) -> int:
    return int(field.text() or 0)
