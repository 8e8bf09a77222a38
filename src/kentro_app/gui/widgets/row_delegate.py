"""How a row is painted: two lines, a hairline, a filled ground when it is selected."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kentro_app.gui.icons import icon
from kentro_app.gui.style import look
from kentro_app.gui.theme import (
    CHIP,
    HEADING,
    QUIET,
    ROW_HEIGHT,
    SLIM_ROW_HEIGHT,
    TEXT,
    M,
    S,
    Theme,
)
from kentro_app.gui.widgets.rows import ROW_ROLE, Row, shorten

_BADGE_ICON = 14
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter
_PLAIN = Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class _Ink:
    """A font with its colour."""

    font: QFont
    colour: str


class RowDelegate(QStyledItemDelegate):
    """Paints `Row`s; `lead_width` (pixels at 100 %) keeps the titles in one line below another."""

    def __init__(self, lead_width: int = 0, *, slim: bool = False, parent: Any = None) -> None:
        super().__init__(parent)
        self._lead_width = lead_width
        self._height = SLIM_ROW_HEIGHT if slim else ROW_HEIGHT

    # Qt's interface

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, look().theme.px(self._height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ROW_ROLE)
        theme = look().theme
        box = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, state, theme)
        inner = box.adjusted(10, 0, -10, 0)
        inner = self._chip(painter, inner, row, theme)
        inner = self._badge(painter, inner, row, theme)
        inner = self._aside(painter, inner, row, theme)
        inner = self._lead(painter, inner, row, theme)
        self._words(painter, inner, row, theme)
        painter.restore()

    # the parts

    def _ground(self, painter: QPainter, box: QRect, state: Any, theme: Theme) -> None:
        colours = theme.palette
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(box.adjusted(0, 0, 0, -1), 8, 8)
        else:
            hairline = QRect(box.left(), box.bottom(), box.width(), 1)
            painter.fillRect(hairline, QColor(colours.line))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), 8, 8)

    def _lead(self, painter: QPainter, box: QRect, row: Row, theme: Theme) -> QRect:
        if not self._lead_width:
            return box
        width = theme.px(self._lead_width)
        two_lines = bool(row.about)
        font = _font(theme, HEADING if two_lines else TEXT, medium=two_lines)
        ink = _Ink(font, theme.palette.ink)
        _write(painter, QRect(box.left(), box.top(), width, box.height()), row.lead, ink)
        return box.adjusted(width + M, 0, 0, 0)

    def _words(self, painter: QPainter, box: QRect, row: Row, theme: Theme) -> None:
        size = HEADING if row.strong else TEXT
        colour = theme.palette.quiet if row.faded else theme.palette.ink
        title = _Ink(_font(theme, size, medium=row.strong), colour)
        if not row.about:
            _write(painter, box, row.title, title)
            return
        about = _Ink(_font(theme, QUIET), theme.palette.quiet)
        upper = _metrics(title.font).height()
        lower = _metrics(about.font).height()
        top = box.top() + (box.height() - upper - lower) // 2
        _write(painter, QRect(box.left(), top, box.width(), upper), row.title, title)
        _write(painter, QRect(box.left(), top + upper, box.width(), lower), row.about, about)

    def _chip(self, painter: QPainter, box: QRect, row: Row, theme: Theme) -> QRect:
        if not row.chip:
            return box
        words = shorten(row.chip)
        font = _font(theme, CHIP)
        metrics = _metrics(font)
        width = min(metrics.horizontalAdvance(words) + 24, box.width() // 2)
        height = metrics.height() + 5
        top = box.top() + (box.height() - height) // 2
        pill = QRect(box.right() - width + 1, top, width, height)
        colour, ground = _chip_colours(row, theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        _write(painter, pill.adjusted(8, 0, -8, 0), words, _Ink(font, colour), alignment=_CENTRE)
        return box.adjusted(0, 0, -width - M, 0)

    def _badge(self, painter: QPainter, box: QRect, row: Row, theme: Theme) -> QRect:
        if not row.badge:
            return box
        words = shorten(row.badge)
        font = _font(theme, CHIP, medium=True)
        metrics = _metrics(font)
        side = theme.px(_BADGE_ICON)
        width = min(metrics.horizontalAdvance(words) + side + 22, box.width() // 2)
        height = metrics.height() + 5
        top = box.top() + (box.height() - height) // 2
        pill = QRect(box.right() - width + 1, top, width, height)
        painter.setPen(QPen(QColor(theme.palette.accent), 1))
        painter.setBrush(QColor(theme.palette.surface))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        picture = QRect(pill.left() + 6, pill.top() + (height - side) // 2, side, side)
        icon(row.badge_icon, "accent", _BADGE_ICON).paint(painter, picture)
        place = pill.adjusted(side + 9, 0, -8, 0)
        _write(painter, place, words, _Ink(font, theme.palette.accent))
        return box.adjusted(0, 0, -width - S, 0)

    def _aside(self, painter: QPainter, box: QRect, row: Row, theme: Theme) -> QRect:
        if not row.aside:
            return box
        words = shorten(row.aside)
        font = _font(theme, QUIET)
        width = min(_metrics(font).horizontalAdvance(words) + 2, box.width() // 2)
        place = QRect(box.right() - width + 1, box.top(), width, box.height())
        _write(painter, place, words, _Ink(font, theme.palette.quiet))
        return box.adjusted(0, 0, -width - S, 0)


def _chip_colours(row: Row, theme: Theme) -> tuple[str, str]:
    colours = theme.palette
    if row.chip_kind == "plain":
        return colours.quiet, colours.sunken
    return getattr(colours, row.chip_kind), getattr(colours, f"{row.chip_kind}_soft")


def _font(theme: Theme, size: int, *, medium: bool = False) -> QFont:
    return _font_of(theme.px(size), medium)


# A refresh paints every row in sight: what all of them share is made once.


@lru_cache(maxsize=64)
def _font_of(pixels: int, medium: bool) -> QFont:
    font = QFont("Roboto")
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Medium if medium else QFont.Weight.Normal)
    return font


@lru_cache(maxsize=64)
def _metrics_of(pixels: int, medium: bool) -> QFontMetrics:
    return QFontMetrics(_font_of(pixels, medium))


def _metrics(font: QFont) -> QFontMetrics:
    return _metrics_of(font.pixelSize(), font.weight() == QFont.Weight.Medium)


def _write(
    painter: QPainter,
    box: QRect,
    words: str,
    ink: _Ink,
    *,
    alignment: Qt.AlignmentFlag = _MIDDLE_LEFT,
) -> None:
    painter.setFont(ink.font)
    painter.setPen(QColor(ink.colour))
    room = max(box.width(), 0)
    medium = ink.font.weight() == QFont.Weight.Medium
    text = _elided(shorten(words), ink.font.pixelSize(), medium, room)
    painter.drawText(box, int(alignment) | int(_PLAIN), text)


@lru_cache(maxsize=256)  # what is in sight, and a little more: each paint measures it again
def _elided(words: str, pixels: int, medium: bool, room: int) -> str:
    return _metrics_of(pixels, medium).elidedText(words, Qt.TextElideMode.ElideRight, room)
