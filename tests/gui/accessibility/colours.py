"""Whether one can read it: the words' colour against the ground that is really behind them.

The window must wear `tokens.TOKENS`.
"""

from collections import Counter

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit

from kentro_app.gui.widgets.chip import Chip
from tests.gui.accessibility.seen import called, front, is_covered, place, seen
from tests.gui.accessibility.tokens import poor, token

_TEXT, _LARGE, _BORDER = 4.5, 3.0, 3.0
_LARGE_PIXELS, _LARGE_BOLD = 24, 18.66
_FIELDS = (QLineEdit, QComboBox, QPlainTextEdit)
_WORDS = (QLabel, QAbstractButton, *_FIELDS)
_EDGE, _SOLID = 3, 255


def pale_words(window):
    """Words that do not stand out from their ground: 4.5:1, large ones 3:1."""
    image = picture(window)
    return [
        f"{called(widget)}: {said}"
        for widget in seen(window)
        if isinstance(widget, _WORDS) and _says(widget) and widget.isEnabled()
        if not is_covered(widget, window)
        if (said := poor(ink(widget), ground(image, widget, window), _wanted(widget)))
    ]


def see_through_words(window):
    """Words painted half through: nobody could say how well they are read."""
    return [
        f"{called(widget)}: one sees through its words"
        for widget in seen(window)
        if isinstance(widget, _WORDS) and _says(widget) and widget.isEnabled()
        if ink_of(widget).alpha() < _SOLID
    ]


def wordless_states(window):
    """Chips that say their state by colour alone."""
    return [
        f"{called(widget)}: a chip without a word"
        for widget in seen(window)
        if (isinstance(widget, Chip) or widget.property("chip")) and not widget.text().strip()
    ]


def faint_borders(window):
    """Fields one can type into whose border is hardly seen: 3:1 to what is around it."""
    image = picture(window)
    return [
        f"{called(widget)}: its border, {said}"
        for widget in seen(window)
        if isinstance(widget, _FIELDS) and widget.isEnabled() and not _is_inside(widget)
        if not is_covered(widget, window)
        if (said := _faint(image, place(widget, front(window))))
    ]


def picture(window):
    return front(window).grab().toImage()


def ink(widget):
    """The name of the colour of its words."""
    return ink_of(widget).name()


def ink_of(widget):
    """The colour of its words, as the style sheet has set it."""
    palette = widget.palette()
    if isinstance(widget, QAbstractButton):
        return palette.color(QPalette.ColorRole.ButtonText)
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        written = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
        role = QPalette.ColorRole.Text if written else QPalette.ColorRole.PlaceholderText
        return palette.color(role)
    role = QPalette.ColorRole.Text if isinstance(widget, QComboBox) else None
    return palette.color(role or QPalette.ColorRole.WindowText)


def ground(image, widget, window):
    """The commonest colour where the widget is: words never cover most of it."""
    spot = place(widget, front(window)).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE) & image.rect()
    across, down = max(spot.width() // 60, 1), max(spot.height() // 12, 1)
    counted = Counter(
        image.pixelColor(x, y).name()
        for y in range(spot.top(), spot.bottom() + 1, down)
        for x in range(spot.left(), spot.right() + 1, across)
    )
    return counted.most_common(1)[0][0] if counted else ""


def _faint(image, spot):
    if not image.rect().contains(spot.adjusted(-_EDGE, 0, 0, 0)):
        return ""
    at = spot.center().y()
    around = image.pixelColor(spot.left() - _EDGE, at).name()
    edges = [image.pixelColor(spot.left() + x, at).name() for x in range(_EDGE)]
    said = [poor(edge, around, _BORDER) for edge in edges if token(edge)]
    return said[0] if said and all(said) else ""


def _says(widget):
    if isinstance(widget, QComboBox):
        return bool(widget.currentText())
    if isinstance(widget, QPlainTextEdit):
        return bool(widget.toPlainText() or widget.placeholderText())
    return bool(widget.text() or getattr(widget, "placeholderText", str)())


def _wanted(widget):
    font = widget.font()
    large = font.pixelSize() >= _LARGE_PIXELS
    large_bold = font.weight() >= 600 and font.pixelSize() >= _LARGE_BOLD
    return _LARGE if large or large_bold else _TEXT


def _is_inside(widget):
    return isinstance(widget.parentWidget(), QComboBox)
