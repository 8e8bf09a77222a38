"""Keys that are written on a button although somebody else listens to them."""

from PySide6.QtGui import QKeySequence

from kentro_app.gui.widgets.buttons import Button


def write_keys(button: Button, words: str, keys: str) -> None:
    """Name the button and write the keys behind, as people call them (`Enter`, not `Return`)."""
    button.set_words(words)
    button.setText(f"{button.text()}  {keys}".rstrip())
    button.setShortcut(QKeySequence())  # setText may have taken a mnemonic
