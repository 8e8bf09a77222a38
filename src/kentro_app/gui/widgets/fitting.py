"""Dialogs as high as what they say: Qt would cut them at two thirds of the screen."""

from PySide6.QtWidgets import QDialog


def fit_height(dialog: QDialog) -> None:
    """Give its words the lines they need at its width; for `showEvent`."""
    layout = dialog.layout()
    needed = layout.totalHeightForWidth(dialog.width()) if layout is not None else 0
    if needed > dialog.height():
        dialog.resize(dialog.width(), needed)
