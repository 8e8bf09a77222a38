"""Whether everything has room: no word cut off, nothing over something else."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from tests.gui.accessibility.seen import called, front, place, seen

SMALLEST = QSize(1366, 768)
_SLACK, _GAP = 2, 8
_OVERLAYS = {"toast", "dropdown", "cover"}


def too_large(window):
    """A window that does not go on the smallest screen, 1366×768, because of what is in it."""
    needs = front(window).window().size()
    if needs.width() <= SMALLEST.width() and needs.height() <= SMALLEST.height():
        return []
    return [f"the window needs {needs.width()}×{needs.height()}"]


def cut_words(window):
    """Labels, buttons and fields that are smaller than what they say."""
    return [
        f"{called(w)}: needs {need.width()}×{need.height()}, has {w.width()}×{w.height()}"
        for w in seen(window)
        if (need := _need(w)).width() > w.width() + _SLACK or need.height() > w.height() + _SLACK
    ]


def cut_by_parents(window):
    """Widgets that stick out of what they are in, where one cannot scroll to them."""
    return [
        f"{called(widget)}: {hidden}"
        for widget in seen(window)
        if isinstance(widget, QLabel | QPushButton | QLineEdit | QComboBox)
        and (hidden := _hidden(widget, front(window)))
    ]


def overlaps(window):
    """Neighbours that lie over each other."""
    top = front(window)
    found = []
    for parent in seen(window):
        if isinstance(parent, QStackedWidget | QAbstractScrollArea):
            continue
        children = [c for c in _children(parent) if not _is_overlay(c)]
        found += [
            f"{called(one)} and {called(other)} overlap at {_said(place(one, top))}"
            for at, one in enumerate(children)
            for other in children[at + 1 :]
            if _over(one.geometry(), other.geometry())
        ]
    return found


def _need(widget):
    if isinstance(widget, QLabel):
        return _need_of_label(widget)
    if isinstance(widget, QPushButton):
        return _need_of_button(widget)
    if isinstance(widget, QLineEdit):
        return _need_of_line(widget)
    if isinstance(widget, QComboBox):
        words = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return QSize(words + 30, widget.minimumSizeHint().height())
    return QSize()


def _need_of_button(button):
    """Its words and its icon, with hardly any air: the air may give way."""
    icon = 0 if button.icon().isNull() else button.iconSize().width() + _GAP
    words = button.text().replace("&", "")
    width = button.fontMetrics().horizontalAdvance(words) + icon if words else icon
    return QSize(width + _GAP, button.fontMetrics().height() + _GAP)


def _need_of_label(label):
    if not label.text() or label.pixmap().width():
        return QSize()
    if not label.wordWrap():
        tall = label.fontMetrics().tightBoundingRect(label.text()).height()
        return QSize(label.sizeHint().width(), tall)
    longest = max(_words(label), default=0)
    margins = label.contentsMargins()
    width = longest + margins.left() + margins.right()
    return QSize(width, label.heightForWidth(label.width()))


def _words(label):
    metrics = QFontMetrics(label.font())
    return [metrics.horizontalAdvance(word) for word in label.text().split()]


def _need_of_line(line):
    words = "" if line.text() else line.placeholderText()
    width = line.fontMetrics().horizontalAdvance(words)
    return QSize(width, line.minimumSizeHint().height())


def _hidden(widget, top):
    whole = place(widget, top)
    above = widget.parentWidget()
    while above is not None and not widget.isWindow():
        area = _area_of(above)
        shown = place(above, top)
        if area is None:
            cut = _outside(whole, shown)
            if cut:
                return cut
        else:
            cut = _outside(whole, shown, across=_goes(area.horizontalScrollBar()), down=True)
            if cut:
                return f"{cut} in a scroll area"
            whole = place(area, top)  # beyond it, only the area itself can be cut
        if above is top or above.isWindow():
            break
        above = above.parentWidget()
    return ""


def _area_of(viewport):
    area = viewport.parentWidget()
    is_one = isinstance(area, QScrollArea) and area.viewport() is viewport
    return area if is_one else None


def _goes(bar):
    return bar.maximum() > 0 and bar.isVisible()


def _outside(inner, outer, *, across=False, down=False):
    wide = max(outer.left() - inner.left(), inner.right() - outer.right())
    high = max(outer.top() - inner.top(), inner.bottom() - outer.bottom())
    if wide > _SLACK and not across:
        return f"{wide} pixels are cut off at the side"
    if high > _SLACK and not down:
        return f"{high} pixels are cut off above or below"
    return ""


def _children(parent):
    return [
        child
        for child in parent.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
    ]


def _is_overlay(widget):
    return widget.property("surface") in _OVERLAYS or bool(widget.property("overlay"))


def _over(one, other):
    both = one & other
    return both.width() > _SLACK and both.height() > _SLACK


def _said(rect: QRect):
    return f"{rect.x()},{rect.y()}"
