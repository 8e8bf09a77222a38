"""Σήμερα as a place of the program: the sections that the actor may see, one below another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kentro_app.gui.style import look
from kentro_app.gui.theme import XL, L
from kentro_app.gui.today.list_card import ListCard
from kentro_app.gui.today.section import TodaySection, Where
from kentro_app.i18n import _

_BESIDE_FROM = 900


class TodayView(QScrollArea):
    """A section per turn of the event loop: nobody waits for all of them at once."""

    def __init__(self, sections: Sequence[TodaySection], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections: dict[str, QWidget] = {}
        self._page = QWidget()
        self._places = {where: QVBoxLayout() for where in Where}
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._left_to_build = iter(_balanced(sections))
        self._next()

    def title(self) -> str:
        """What the top bar calls this place."""
        return _("Today")

    def build_all(self) -> None:
        """All that is not built yet, now."""
        for section in self._left_to_build:
            self._add(section)

    # Qt's interface

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = event.size().width() >= look().theme.px(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        super().resizeEvent(event)

    # the parts

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XL)
        self._box.setSpacing(L)
        for where, stretch in ((Where.LEFT, 5), (Where.RIGHT, 4)):
            self._places[where].setSpacing(L)
            side = QVBoxLayout()
            side.addLayout(self._places[where])
            side.addStretch(1)
            self._box.addLayout(side, stretch)
        column.addLayout(self._places[Where.TOP])
        column.addLayout(self._box)
        column.addStretch(1)
        column.addLayout(self._places[Where.FOOT])
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _next(self) -> None:
        section = next(self._left_to_build, None)
        if section is not None:
            self._add(section)
            QTimer.singleShot(0, self, self._next)

    def _add(self, section: TodaySection) -> None:
        built = self.sections[section.name] = section.build()
        self._places[section.where].addWidget(built)

    def _lists(self) -> Iterator[ListCard]:
        for built in self.sections.values():
            if isinstance(built, ListCard):
                yield built

    def _take_focus(self) -> None:
        shown = next((card for card in self._lists() if card.rows.isVisible()), None)
        if shown is not None and self.isVisible():
            shown.rows.setFocus(Qt.FocusReason.OtherFocusReason)


def _balanced(sections: Sequence[TodaySection]) -> list[TodaySection]:
    """Where nothing stands at the right, what stands below at the left does."""
    if any(section.where is Where.RIGHT for section in sections):
        return list(sections)
    left = [section for section in sections if section.where is Where.LEFT]
    return [replace(s, where=Where.RIGHT) if s in left[1:] else s for s in sections]
