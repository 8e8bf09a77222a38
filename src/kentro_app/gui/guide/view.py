"""The window of the guide: contents and search at the left, the page at the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kentro_app.gui.bar import Bar
from kentro_app.gui.guide.book import Book, Hit, Page
from kentro_app.gui.guide.browser import PageBrowser
from kentro_app.gui.guide.presenter import GuidePresenter
from kentro_app.gui.guide.slim_list import SlimList
from kentro_app.gui.style import look
from kentro_app.gui.theme import L, M
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.widgets.text import Quiet, Title
from kentro_app.i18n import _, current

_SIZE, _SIDE = QSize(1120, 700), 292
_AROUND = 40  # pixels of the desk that stay in sight beside it


class GuideWindow(QWidget):
    """Fits `guide.presenter.GuideScreen`. A window of its own over `parent`; it blocks nothing."""

    def __init__(
        self, parent: QWidget | None = None, open_book: Callable[[str], Book] = Book
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("window")
        self.title, self.nothing = Title(), Quiet(wrap=True)
        self.field, self.contents, self.hits = QLineEdit(), SlimList(), RowList()
        self.back, self.forward, self.close_button = Button(icon="back"), Button(), Button()
        self.page, self._filler = PageBrowser(), QWidget()
        self._language = current().language
        self._lay_out()
        self.presenter = GuidePresenter(self, open_book, self._language)
        self._connect()
        self.retranslate()
        self.show_hits(None)
        self._fit()

    def open_page(self, target: str) -> None:
        """Come to the front at `page` or `page#section`."""
        self.field.clear()
        self.show()
        self.activateWindow()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self.presenter.go_to(target))  # the window first

    def retranslate(self) -> None:
        """Say everything in the present language; the page stays open."""
        self.setWindowTitle(_("Kentro – guide"))
        self.title.setText(_("Guide"))
        self.field.setPlaceholderText(_("Search the guide"))
        self.field.setAccessibleName(_("Search the guide"))
        self.contents.setAccessibleName(_("Pages of the guide"))
        self.hits.setAccessibleName(_("Found in the guide"))
        self.nothing.setText(_("The guide says nothing about this. Try another word."))
        self.back.set_words(_("Back"))
        self.forward.set_words(_("Forward"))
        self.close_button.set_words(_("Close"))
        self._language = current().language
        self.presenter.speak(self._language)

    # what the presenter asks for

    def show_contents(self, pages: Sequence[Page]) -> None:
        self.contents.show_rows([Row(page.name, page.title) for page in pages])

    def show_page(self, page: Page, anchor: str) -> None:
        self.page.setAccessibleName(page.title)
        self.page.show_text(page.text, self._language, anchor)
        self.contents.select(page.name)

    def show_hits(self, hits: Sequence[Hit] | None) -> None:
        found = [Row(hit.part.target, hit.part.title, hit.about) for hit in hits or ()]
        self.hits.show_rows(found)
        self.hits.select_first()
        self.contents.setVisible(hits is None)
        self.hits.setVisible(bool(found))
        self.nothing.setVisible(hits is not None and not found)
        self._filler.setVisible(self.nothing.isVisibleTo(self))

    def allow(self, *, back: bool, forward: bool) -> None:
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # the parts

    def _lay_out(self) -> None:
        self.side = Card(margin=M)
        for widget in (self.field, self.contents, self.hits, self.nothing):
            self.side.body.addWidget(widget)
        self.side.body.addWidget(self._filler, 1)
        paper = Card(margin=1)
        paper.body.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(Bar([self.title], [self.back, self.forward, self.close_button]))
        across = QHBoxLayout()
        across.setSpacing(L)
        across.addWidget(self.side)
        across.addWidget(paper, 1)
        column.addLayout(across, 1)
        for before, after in ((self.field, self.contents), (self.contents, self.hits)):
            self.setTabOrder(before, after)
        self.setTabOrder(self.hits, self.page)
        look().changed.connect(self._widen)
        self._widen()

    def _connect(self) -> None:
        ask = self.presenter
        self.field.textChanged.connect(ask.search)
        self.field.returnPressed.connect(self._open_hit)
        self.contents.pressed_on.connect(ask.go_to)
        self.hits.chosen.connect(ask.go_to)
        self.hits.clicked.connect(lambda _index: self._open_hit())
        self.page.followed.connect(ask.go_to)
        self.back.clicked.connect(ask.back)
        self.forward.clicked.connect(ask.forward)
        self.close_button.clicked.connect(self.close)
        keys = {"Alt+Left": ask.back, "Alt+Right": ask.forward, "Ctrl+F": self._find}
        for pressed, act in ({**keys, "Esc": self._leave}).items():
            QShortcut(QKeySequence(pressed), self).activated.connect(act)

    def _open_hit(self) -> None:
        target = self.hits.current_id()
        if self.field.text().strip() and isinstance(target, str):
            self.presenter.go_to(target)

    def _find(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _leave(self) -> None:
        if self.field.text():
            self.field.clear()
        else:
            self.close()

    def _widen(self) -> None:
        self.side.setFixedWidth(round(_SIDE * (1 + (look().theme.scale - 1) * 0.6)))

    def _fit(self) -> None:
        screen = self.screen() or QGuiApplication.primaryScreen()
        room = screen.availableSize() - QSize(_AROUND, _AROUND)
        self.resize(_SIZE.boundedTo(room))
