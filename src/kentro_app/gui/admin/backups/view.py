"""The section of backups: those there are, a new one, and the proof that one would help."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from kentro_app.domain.moments import Clock
from kentro_app.gui.admin.backups.presenter import BackupsPresenter
from kentro_app.gui.admin.ports import Backups, KeptBackup
from kentro_app.gui.admin.section import AdminSection
from kentro_app.gui.bar import Bar
from kentro_app.gui.ports import Prepares
from kentro_app.gui.setup.last_pages import AskFolder, ask_for_folder
from kentro_app.gui.widgets.buttons import Button, LinkButton, PrimaryButton
from kentro_app.gui.widgets.chip import Chip
from kentro_app.gui.widgets.notices import EmptyHint
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.widgets.text import Quiet
from kentro_app.gui.words import joined
from kentro_app.i18n import _, ngettext
from kentro_app.i18n.dates import file_size, here, moment_short
from kentro_app.services import backups as kinds

_OLD_AFTER_DAYS = 2


class BackupsSection(AdminSection):
    """Fits `backups.presenter.BackupsScreen`."""

    def __init__(
        self,
        backups: Backups,
        lane: Prepares,
        changed: Callable[[], None],
        *,
        now: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = BackupsPresenter(self, backups, lane, changed)
        self.ask_folder: AskFolder = ask_for_folder
        self._now = now
        self._kept: tuple[KeptBackup, ...] = ()
        self._second = ""
        self.age, self.last = Chip(), Quiet()
        self.new, self.elsewhere = PrimaryButton(icon="backup"), Button(icon="save")
        self.list, self.empty = RowList(), EmptyHint()
        self.drill, self.second_words = Button(icon="check"), Quiet(wrap=True)
        self.choose, self.none = Button(), LinkButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    def name(self) -> str:
        return _("Backups")

    def start(self) -> None:
        self.presenter.load()

    def retranslate(self) -> None:
        self.card.set_heading(_("Backups"))
        self.advice.setText(
            _("Made by itself at the first log-in of each day, encrypted, and checked at once.")
        )
        self.new.set_words(_("New backup now"))
        self.elsewhere.set_words(_("To a folder…"))
        self.list.setAccessibleName(_("Backups"))
        self.drill.set_words(_("Restore drill"))
        self.choose.set_words(_("Second folder…"))
        self.none.set_words(_("No second folder"))
        self.empty.set_words(
            _("There is no backup yet"), _("Make the first one with the button above.")
        )
        self._draw()

    # what the presenter asks for

    def show_kept(self, kept: Sequence[KeptBackup], second: str) -> None:
        self._kept, self._second = tuple(kept), second
        self._draw()

    def show_busy(self, words: str) -> None:
        super().show_busy(words)
        for button in (self.new, self.elsewhere, self.choose, self.none):
            button.setEnabled(not words)
        self._offer()

    def show_good(self, words: str) -> None:
        self.say(words, "good")

    def show_bad(self, words: str) -> None:
        self.say(words, "stop")

    # its parts

    def _lay_out(self) -> None:
        self.card.add_to_head(Bar([], [self.elsewhere, self.new]))
        self.card.body.insertWidget(1, Bar([self.age, self.last]))
        self.card.body.addWidget(self.list, 1)
        self.card.body.addWidget(self.empty, 1)
        self.card.body.addWidget(Bar([self.drill], [self.none, self.choose]))
        self.card.body.addWidget(self.second_words)

    def _connect(self) -> None:
        self.new.clicked.connect(lambda: self.presenter.make())
        self.elsewhere.clicked.connect(self._make_elsewhere)
        self.drill.clicked.connect(self._drill)
        self.list.current_changed.connect(lambda _id: self._offer())
        self.choose.clicked.connect(self._choose)
        self.none.clicked.connect(lambda: self.presenter.keep_second(""))

    def _make_elsewhere(self) -> None:
        folder = self.ask_folder(self)
        if folder:
            self.presenter.make(folder)

    def _choose(self) -> None:
        folder = self.ask_folder(self)
        if folder:
            self.presenter.keep_second(folder)

    def _drill(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.presenter.drill(chosen)

    def _chosen(self) -> KeptBackup | None:
        wanted = self.list.current_id()
        return next((kept for kept in self._kept if str(kept.path) == wanted), None)

    def _draw(self) -> None:
        self.list.show_rows([_row(kept) for kept in self._kept])
        self.list.setVisible(bool(self._kept))
        self.empty.setVisible(not self._kept)
        if self._kept and self.list.current_id() is None:
            self.list.select_first()
        last = self._kept[0].at if self._kept else None
        words, old = _age(last, self._now())
        self.age.show_state(words, "wait" if old else "good")
        self.last.setText(
            _("Last backup: {moment}").format(moment=moment_short(last)) if last else ""
        )
        words = _("A copy of each one goes to {folder}.")
        self.second_words.setText(
            words.format(folder=self._second)
            if self._second
            else _("All of them lie on this computer only: a stolen computer takes them along.")
        )
        self.none.setVisible(bool(self._second))
        self._offer()

    def _offer(self) -> None:
        self.drill.setEnabled(self._chosen() is not None and self.new.isEnabled())


def _age(last: datetime | None, now: datetime) -> tuple[str, bool]:
    if last is None:
        return _("none yet"), True
    days = (here(now).date() - here(last).date()).days
    if days <= 0:
        return _("today"), False
    return ngettext("{n} day ago", "{n} days ago", days).format(n=days), days >= _OLD_AFTER_DAYS


def _row(kept: KeptBackup) -> Row:
    number = _("no. {n}").format(n=kept.generation)
    about = joined(number, file_size(kept.size), kept.path.name)
    return Row(str(kept.path), moment_short(kept.at), about, chip=_reason(kept.reason))


def _reason(reason: str) -> str:
    words = {
        kinds.DAILY: _("daily"),
        kinds.BY_HAND: _("by hand"),
        kinds.BEFORE_MIGRATION: _("before an update"),
    }
    return words.get(reason, "")
