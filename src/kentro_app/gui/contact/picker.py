"""Choosing requests by typing: a field, what may be meant below it, and what was chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kentro_app.domain.requests import RequestCode
from kentro_app.gui.contact.catalogue import matching, shown_code
from kentro_app.gui.contact.chips import Chips
from kentro_app.gui.contact.dropdown import Dropdown
from kentro_app.gui.theme import XS
from kentro_app.gui.widgets.rows import Row
from kentro_app.i18n import _, current
from kentro_app.services.contact_files import Offer

_LONGEST = 60


class RequestPicker(QWidget):
    """`changed` when another one is chosen; `passed` when Enter found nothing left to choose."""

    changed = Signal()
    passed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = Offer()
        self._known: dict[str, RequestCode] = {}
        self._chosen: list[str] = []
        self.field = QLineEdit(maxLength=_LONGEST)
        self.chips = Chips()
        self.hits = Dropdown(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.field)
        column.addWidget(self.chips)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(lambda _text: self._look())
        self.field.installEventFilter(self)
        self.hits.chosen.connect(self._add)
        self.hits.passed.connect(self.passed)
        self.chips.removed.connect(self._remove)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.field.setPlaceholderText(_("Type a few letters, e.g. hous"))
        self.hits.rows.setAccessibleName(_("Requests that may be meant"))
        self._show()

    def show_offer(self, offer: Offer) -> None:
        """What can be chosen from now on."""
        self._offer = offer
        self._known |= {entry.code: entry for entry in offer.entries}
        self._show()

    @property
    def has_offer(self) -> bool:
        """Whether there is anything to choose from yet."""
        return bool(self._offer.entries)

    def codes(self) -> tuple[str, ...]:
        """What was chosen, in order."""
        return tuple(self._chosen)

    def show_codes(self, codes: Sequence[str]) -> None:
        """Choose these; nobody is told that it changed."""
        self._chosen = list(codes)
        self.field.clear()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down and not self.hits.is_open():
            self._look(everything=True)
            return True
        if key == Qt.Key.Key_Backspace and not self.field.text() and self._chosen:
            self._remove(self._chosen[-1])
            return True
        return False

    def _look(self, *, everything: bool = False) -> None:
        typed = self.field.text()
        wanted = bool(typed.strip()) or everything
        found = matching(self._offer, typed, self._chosen) if wanted else ()
        self.hits.show_rows([_row(entry) for entry in found])

    def _add(self, code: object) -> None:
        self._chosen.append(str(code))
        self.field.clear()
        self._show()
        self.changed.emit()

    def _remove(self, code: object) -> None:
        self._chosen.remove(str(code))
        self._show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        self.chips.show_chips([(code, self._title(code)) for code in self._chosen])

    def _title(self, code: str) -> str:
        entry = self._known.get(code)
        return entry.title(current().language) if entry else shown_code(code)


def _row(entry: RequestCode) -> Row:
    chip = _("restricted") if entry.restricted else ""
    title, code = entry.title(current().language), shown_code(entry.code)
    return Row(entry.code, title, aside=code, chip=chip, chip_kind="wait")
