"""The foot of the window: where the data lies, how old its backup is, which desk this is."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from kentro_app.gui.theme import L, M, S
from kentro_app.gui.widgets.chip import Chip
from kentro_app.gui.widgets.text import Quiet
from kentro_app.i18n import _, ngettext
from kentro_app.i18n.dates import here, time_of_day

_OLD_AFTER_DAYS = 2


class StatusBar(QFrame):
    """A chip where something needs somebody; quiet words where all is well."""

    def __init__(self, building: str, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "status")
        self._building, self._letter = building, letter
        self.sync, self.warning = Chip(kind="plain"), Chip(kind="wait")
        self.backup, self.place = Quiet(), Quiet()
        line = QHBoxLayout(self)
        line.setContentsMargins(L, S, L, S)
        line.setSpacing(M)
        line.addWidget(self.sync)
        line.addWidget(self.warning)
        line.addWidget(self.backup)
        line.addWidget(self.place, 1)
        self.place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whose = ""

    def show_backup(self, last: datetime | None, now: datetime) -> None:
        """Say how old the last backup is; an old one, or none, is worth a chip."""
        days = (here(now).date() - here(last).date()).days if last else None
        # No server knows this desk, and nothing waits to be sent to one: no other state is true.
        self.sync.show_state(_("On this computer only"), "plain")
        self.sync.setToolTip(_("Nothing is sent anywhere. The backup is the only other copy."))
        words = _backup_words(last, days)
        old = days is None or days >= _OLD_AFTER_DAYS
        self.warning.show_state(words if old else "", "wait")
        self.backup.setText("" if old else words)
        words = _("Desk {letter} · “{building}”")
        self._whose = words.format(letter=self._letter, building=self._building)
        self.place.setAccessibleName(self._whose)
        self._fit()

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # the parts

    def _fit(self) -> None:
        """As much of whose desk it is as there is room for; all of it when one points at it."""
        others = (each for each in (self.sync, self.warning, self.backup) if not each.isHidden())
        room = self.width() - 2 * L - sum(each.sizeHint().width() + M for each in others)
        shown = self.place.fontMetrics().elidedText(self._whose, Qt.TextElideMode.ElideRight, room)
        self.place.setText(shown)
        self.place.setToolTip(self._whose if shown != self._whose else "")


def _backup_words(last: datetime | None, days: int | None) -> str:
    if last is None or days is None:
        return _("No backup yet")
    if days <= 0:
        return _("Backup today {time}").format(time=time_of_day(last))
    if days == 1:
        return _("Backup yesterday {time}").format(time=time_of_day(last))
    return ngettext("Last backup {n} day ago", "Last backup {n} days ago", days).format(n=days)
