"""The top bar: where one is and on which day, the search for everything, who is logged in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kentro_app.gui.keys import write_keys
from kentro_app.gui.style import look
from kentro_app.gui.theme import M
from kentro_app.gui.user_menu import UserMenu
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.text import Quiet, Title
from kentro_app.gui.words import cut, escaped
from kentro_app.i18n import _

_LONGEST_NAME = 28
_LARGE = 1.4


class SearchButton(Button):
    """Looks like a field, opens the palette; the keys for it belong to the window."""

    kind = "search"


class TopBar(QWidget):
    """`lock_asked` fires when the lock is pressed; the keys for it belong to `gui.lock`."""

    lock_asked = Signal()
    mode_asked = Signal()
    search_asked = Signal()

    def __init__(self, who: str, menu: UserMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = who
        self.title, self.about = Title(wrap=True), Quiet(wrap=True)
        self.search = SearchButton(icon="search")
        self.search.clicked.connect(self.search_asked)
        self.mode = Button(icon="eye")
        self.mode.clicked.connect(self.mode_asked)
        self.mode.hide()
        self.user = Button()
        self.user.setMenu(menu)
        self.lock = Button(icon="lock")
        self.lock.clicked.connect(self.lock_asked)
        self._lay_out()
        look().changed.connect(self._fit_words)
        self.retranslate()

    def show_place(self, title: str, about: str) -> None:
        """Say where one is."""
        self.title.setText(title)
        self.about.setText(about)

    def show_mode(self, desk_mode: bool) -> None:
        """Say that the desk's mode is on, for as long as it is."""
        self.mode.setVisible(desk_mode)
        self._fit_words()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.user.set_words(f"{escaped(cut(self._who, _LONGEST_NAME))} ▾")
        words = _("{name}: settings and log-out").format(name=self._who)
        self.user.setAccessibleName(words)
        self._fit_words()

    def _fit_words(self) -> None:
        """Where the text is large there is room for fewer words; a reader hears all of them."""
        large = look().theme.scale >= _LARGE
        search, leave = _("Search everything"), _("Desk mode: leave…")
        keys = "" if large and self.mode.isVisibleTo(self) else "Ctrl+K"
        write_keys(self.search, "" if large else search, keys)
        self.search.setAccessibleName(search)
        self.search.setToolTip(search)
        self.mode.set_words(_("Desk mode") if large else leave)
        self.mode.setAccessibleName(leave)
        self.mode.setToolTip(leave)
        write_keys(self.lock, _("Lock"), "" if large else "Ctrl+L")  # `gui.lock` listens to them

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.about)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(M)
        line.addLayout(words, 1)
        line.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.user, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignVCenter)
