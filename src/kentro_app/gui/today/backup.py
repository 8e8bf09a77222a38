"""The last backup: how old it is, in words, and a new one for whoever may make it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kentro_app.domain.changes import Topic
from kentro_app.gui.office import Office
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.theme import M
from kentro_app.gui.today.fresh import Fresh
from kentro_app.gui.today.presenter import BackupPresenter
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.chip import Chip, ChipKind
from kentro_app.gui.widgets.text import Quiet
from kentro_app.i18n import _, ngettext
from kentro_app.i18n.dates import here, moment_short, time_of_day
from kentro_app.services.access import Permission, may

_OLD_AFTER_DAYS = 2


class LastBackup(QWidget):
    """Fits `ports.BackupScreen`; a quiet line while all is well."""

    def __init__(
        self,
        office: Office,
        speaker: Speaker,
        make: Callable[[], object],
        *,
        title: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._title = office, title
        self.presenter = BackupPresenter(
            self, office.desk, speaker, make=lambda: _quietly(make), changed=self._tell
        )
        self.state, self.words, self.now = Chip(), Quiet(wrap=True), Button(icon="backup")
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 0, 0, 0)
        line.setSpacing(M)
        line.addWidget(self.state)
        line.addWidget(self.words, 1)
        line.addWidget(self.now)
        self.now.setVisible(may(office.actor, Permission.BACK_UP))
        self.now.clicked.connect(self.presenter.back_up)
        Fresh(self, office.desk, frozenset({Topic.BACKUPS}), self._draw)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(self._title())
        self.now.set_words(_("Back up now"))
        self._draw()

    # BackupScreen

    def show_busy(self, busy: bool) -> None:
        self.now.setEnabled(not busy)
        if busy:
            self.words.setText(_("The backup is being made; you can go on working."))
        else:
            self._draw()

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _draw(self) -> None:
        word, kind, sentence = _said(self._office.last_backup(), self._office.now())
        if kind != "good" and not may(self._office.actor, Permission.BACK_UP):
            sentence = _("Please tell a colleague who may make one.")
        self.state.show_state(word, kind)
        self.words.setText(sentence)

    def _tell(self) -> None:
        self._office.desk.data_changed.emit(frozenset({Topic.BACKUPS}))


def _quietly(make: Callable[[], object]) -> None:
    make()


def _said(last: datetime | None, now: datetime) -> tuple[str, ChipKind, str]:
    if last is None:
        words = _("Nothing of what is written here exists anywhere else. Please make one now.")
        return _("No backup yet"), "wait", words
    days = max((here(now).date() - here(last).date()).days, 0)
    if days >= _OLD_AFTER_DAYS:
        word = ngettext("Last backup {n} day ago", "Last backup {n} days ago", days)
        words = _("It is of {moment}. What came after it exists only here.")
        return word.format(n=days), "wait", words.format(moment=moment_short(last))
    if days:
        words = _("The last backup was made yesterday at {time}; today's is made by itself.")
    else:
        words = _("The last backup was made today at {time} and checked.")
    # Translators: the state of the backups
    return _("In order"), "good", words.format(time=time_of_day(last))
