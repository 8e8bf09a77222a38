"""Going through a screen with the Tab key: everything is reached, nothing holds one back."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDateTimeEdit,
    QFrame,
    QScrollArea,
    QTextBrowser,
)

from tests.gui.accessibility.seen import called, front, operable, place

_SLACK = 6
_MOST_LINKS = 60


def walk(window):
    """What Tab goes through, from where the focus is until it is there again or goes nowhere."""
    start = _begin(window)
    went, stayed = [start], 0
    for _step in range(len(operable(window)) + 3 * _MOST_LINKS):
        QTest.keyClick(QApplication.focusWidget() or front(window), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        stayed = stayed + 1 if now is went[-1] else 0
        if now is start and len(went) > 1:
            return went, ""
        if now is None or stayed > _parts(now):
            return went, "" if _is_alone(window) else f"{called(went[-1])}: Tab does not lead out"
        if now in went[:-1]:
            return went, f"{called(now)}: Tab comes back to it and never to {called(start)}"
        went += [] if stayed else [now]
    return went, f"{called(went[-1])}: Tab never comes round"


def traps(window):
    """Where Tab stays."""
    _went, trouble = walk(window)
    return [trouble] if trouble else []


def unreached(window):
    """Controls that only a mouse gets to."""
    went, _trouble = walk(window)
    reached = {_proxied(widget) for widget in went}
    return [
        f"{called(widget)}: Tab never comes to it"
        for widget in operable(window)
        if _proxied(widget) not in reached and not _is_reached_otherwise(widget)
    ]


def out_of_order(window):
    """Where Tab goes back up or to the left inside one card."""
    went, _trouble = walk(window)
    top = front(window)
    first = min(range(len(went)), key=lambda i: _at(went[i], top))
    went = went[first:] + went[:first]
    return [
        f"{called(after)}: comes after {called(before)}"
        for before, after in pairwise(went)
        if _card(before) is _card(after) and not after.property("last_of_its_card")
        if _is_back(place(before, top), place(after, top))
    ]


def _begin(window):
    """The first stop after where the focus is: that itself may be no stop of Tab's."""
    top = front(window)
    widget = QApplication.focusWidget()
    if widget is None or not top.isAncestorOf(widget):
        top.activateWindow()
        widget = top
    QTest.keyClick(widget, Qt.Key.Key_Tab)
    return QApplication.focusWidget() or top


def _is_alone(window):
    stops = [w for w in operable(window) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return len(stops) <= 1


def _parts(widget):
    """Day, month and year of a date, and the links of a page, are stops of Tab inside one
    control."""
    if isinstance(widget, QTextBrowser):
        return _MOST_LINKS
    return 3 if isinstance(widget, QDateTimeEdit) else 0


def _proxied(widget):
    while widget.focusProxy() is not None:
        widget = widget.focusProxy()
    return widget


def _is_reached_otherwise(widget):
    """One of an exclusive group is reached by the arrows; a list under a field by the arrows
    pressed in the field, which keeps the cursor."""
    if isinstance(widget, QAbstractItemView):
        return widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    if isinstance(widget, QAbstractButton):
        group = widget.group()
        exclusive = group is not None and group.exclusive()
        return exclusive or widget.autoExclusive()
    return False


def _card(widget):
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QFrame) and above.property("surface") in (
            "card",
            "rail",
            "row",
            "side",
        ):
            return above
        if isinstance(above, QScrollArea):
            return above
        above = above.parentWidget()
    return above


def _at(widget, top):
    spot = place(widget, top)
    return spot.top(), spot.left()


def _is_back(before, after):
    if after.bottom() <= before.top() + _SLACK:
        return after.left() < before.right()
    beside = after.top() < before.bottom() - _SLACK and before.top() < after.bottom() - _SLACK
    return beside and after.right() <= before.left() + _SLACK
