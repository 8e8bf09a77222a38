"""A drawn page as Qt wants it."""

from PySide6.QtGui import QImage

from kentro_app.gui.setup.ports import Picture


def image_of(picture: Picture) -> QImage:
    """A page as a picture of its own: the bytes it came from may go."""
    width, height, pixels = picture
    return QImage(pixels, width, height, width * 4, QImage.Format.Format_RGBA8888).copy()
