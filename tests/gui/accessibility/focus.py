"""Whether one sees where one is: a control looks otherwise with the focus than without.

The window must wear `tokens.TOKENS`.
"""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gui.accessibility.seen import called, front, operable, place
from tests.gui.accessibility.tokens import poor, token

_ENOUGH = 12
_CLEAR = 3.0


def invisible_focus(window):
    """Controls whose focus is not seen: 3:1 between before and after, in every theme."""
    before = QApplication.focusWidget()
    top = front(window)
    stops = [w for w in operable(window) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    found = [f"{called(w)}: {said}" for w in stops if (said := _unseen(w, top))]
    if before is not None:
        before.setFocus(Qt.FocusReason.OtherFocusReason)
    return found


def _unseen(widget, top):
    _let_go()
    spot = place(widget, top)
    without = top.grab(spot).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.sendPostedEvents()
    if not widget.hasFocus() and QApplication.focusWidget() is not None:
        return ""  # hands the focus on to another, who is looked at as well
    changed = Counter(differences(without, top.grab(spot).toImage()))
    if not changed:
        return "nothing changes with the focus"
    clear = {pair: poor(*pair, _CLEAR) for pair in changed if token(pair[0]) and token(pair[1])}
    seen = sum(count for pair, count in changed.items() if clear.get(pair) == "")
    return "" if seen >= _ENOUGH else "; ".join(filter(None, clear.values())) or "hardly changes"


def differences(one, other):
    """The pixels that differ, as pairs of colours."""
    both = one.rect() & other.rect()
    return [
        (one.pixelColor(x, y).name(), other.pixelColor(x, y).name())
        for y in range(both.height())
        if bytes(one.constScanLine(y)) != bytes(other.constScanLine(y))
        for x in range(both.width())
        if one.pixel(x, y) != other.pixel(x, y)
    ]


def _let_go():
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    QApplication.sendPostedEvents()
